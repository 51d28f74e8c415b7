"""`dudao undo`: take back the last change in place."""

import argparse

from addin import console
from addin.arguments import add_file, add_json


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    add_file(parser)
    add_json(parser)


def run(given: argparse.Namespace) -> int:
    """Give back the bytes before the last change in place."""
    from workbooks.files import undo

    undone = undo(given.file)
    if given.json:
        console.show_json(
            {"file": str(given.file), "undone": undone.change.what, "left": undone.left, "message": undone.message}
        )
    else:
        console.say(undone.message)
    return 0
