"""`dudao unmark`: take all our colours and notes away again."""

import argparse

from addin import console
from addin.arguments import add_file, add_in_place, add_json, add_output


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    add_file(parser)
    add_output(parser, "_清除标记")
    add_in_place(parser)
    add_json(parser)


def run(given: argparse.Namespace) -> int:
    """Take the marks away and say how many there were."""
    from addin.command_files import output_of, save
    from workbooks.hosts.file import FileHost

    host = FileHost(given.file)
    output = output_of(given, host, "_清除标记")
    count = host.unmark()
    save(given, host, output, "清除标记")
    if given.json:
        console.show_json({"file": str(given.file), "output": str(output), "unmarked": count})
    else:
        console.say(f"清除了{count}处标记：{output}")
    console.warn(host.book.warnings)
    return 0
