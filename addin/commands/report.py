"""`dudao report`: 生成通报, the supervision sheets in a copy of the ledger workbook."""

import argparse
from datetime import date

from addin.arguments import add_period, add_work_on_ledgers, day
from addin.wording import report_lines


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    add_work_on_ledgers(parser, "_通报")
    add_period(parser)


def run(given: argparse.Namespace) -> int:
    """Write the sheets and say what came of it."""
    from addin.command_files import open_ledgers, output_of, save, show
    from addin.ledgers import reported
    from workbooks.sheets.rendering import render
    from workbooks.supervision.report import report_json

    as_of = day(given.as_of) or date.today()
    host, understood = open_ledgers(given)
    output = output_of(given, host)
    supervision = reported(understood, as_of)
    names = host.insert_sheets(render(supervision, understood.settings))
    backup = save(given, host, output, "生成通报")
    said = report_json(supervision, str(given.file), str(output), names)
    said["warnings"] = [*host.book.warnings, *said["warnings"]]
    show(given, said, backup, report_lines(said), "已生成通报")
    return 0
