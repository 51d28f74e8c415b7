"""`dudao progress`: 计算进度, the figures as columns of the ledger in a copy."""

import argparse
from datetime import date
from typing import Any

from addin.arguments import add_period, add_work_on_ledgers, day
from addin.wording import columns_lines


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    add_work_on_ledgers(parser, "_进度")
    add_period(parser)


def run(given: argparse.Namespace) -> int:
    """Write the columns and say where."""
    from addin.command_files import open_ledgers, output_of, save, show
    from addin.ledgers import supervised
    from workbooks.progress import write_progress

    as_of = day(given.as_of) or date.today()
    host, understood = open_ledgers(given)
    output = output_of(given, host, "_进度")
    supervision = supervised(understood, as_of)
    written = write_progress(host, understood.recognition.ledgers, supervision)
    said: dict[str, Any] = {
        "file": str(given.file),
        "output": str(output),
        "as_of": as_of.isoformat(),
        "columns": written.columns,
        "left_alone": written.left_alone,
        "warnings": [*host.book.warnings, *supervision.warnings],
    }
    backup = save(given, host, output, "计算进度")
    show(given, said, backup, columns_lines(said["columns"], said["left_alone"]))
    return 0
