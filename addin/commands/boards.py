"""`dudao boards`: 红黑榜, with the scores that it is ranked by, and the suggested allocation of funds."""

import argparse
from datetime import date
from typing import Any

from addin.arguments import add_period, add_work_on_ledgers, day
from addin.wording import boards_lines


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    add_work_on_ledgers(parser, "_红黑榜")
    add_period(parser, "boards.period")


def run(given: argparse.Namespace) -> int:
    """Write the sheets; tell who is on which board."""
    from addin.command_files import open_ledgers, output_of, save, show
    from addin.ledgers import boarded
    from workbooks.boards import boards_json
    from workbooks.sheets.rendering import render_boards

    as_of = day(given.as_of) or date.today()
    host, understood = open_ledgers(given)
    output = output_of(given, host, "_红黑榜")
    supervision = boarded(understood, as_of)
    sheets = host.insert_sheets(render_boards(supervision, understood.settings))
    backup = save(given, host, output, "红黑榜")
    said: dict[str, Any] = {
        "file": str(given.file),
        "output": str(output),
        **boards_json(supervision, sheets),
    }
    said["warnings"] = [*host.book.warnings, *said["warnings"]]
    show(given, said, backup, boards_lines(said))
    return 0
