"""`dudao snapshot`: 存档本期, each project's figures of the period kept in 督导历史."""

import argparse
from datetime import date
from typing import Any

from addin.arguments import add_period, add_work_on_ledgers, day


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    add_work_on_ledgers(parser, "_存档")
    add_period(parser)


def run(given: argparse.Namespace) -> int:
    """Keep the period; tell how many projects, and what was noticed in the periods kept before."""
    from addin.command_files import open_ledgers, output_of, save, show
    from addin.ledgers import supervised
    from addin.wording import kept_lines
    from workbooks.history import keep_period, read_history
    from workbooks.sheets.rendering import render_history

    as_of = day(given.as_of) or date.today()
    host, understood = open_ledgers(given)
    output = output_of(given, host, "_存档")
    supervision = supervised(understood, as_of)
    kept = keep_period(host, supervision, read_history(host.book), render_history(understood.settings))
    backup = save(given, host, output, "存档本期")
    said: dict[str, Any] = {
        "file": str(given.file),
        "output": str(output),
        "as_of": as_of.isoformat(),
        "period": kept.period.as_json(),
        "sheet": kept.sheet,
        "projects": kept.projects,
        "replaced": kept.replaced,
        "noticed": [one.as_json() for one in kept.noticed],
        "warnings": [*host.book.warnings, *supervision.warnings],
    }
    show(given, said, backup, kept_lines(kept), "已存档")
    return 0
