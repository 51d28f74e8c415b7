"""`dudao compare`: 对比上期, what has changed since the last period that was kept."""

import argparse
from datetime import date
from typing import Any

from addin.arguments import add_period, add_work_on_ledgers, day


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    add_work_on_ledgers(parser, "_对比")
    add_period(parser)


def run(given: argparse.Namespace) -> int:
    """Write the sheets 变化对比 and 完成率走势; tell the changes."""
    from addin.command_files import open_ledgers, output_of, save, show
    from addin.ledgers import compared, supervised
    from workbooks.history import comparison_json, trend_json
    from workbooks.sheets.changes import summary
    from workbooks.sheets.notes import not_compared
    from workbooks.sheets.rendering import render_changes

    as_of = day(given.as_of) or date.today()
    host, understood = open_ledgers(given)
    output = output_of(given, host, "_对比")
    supervision = supervised(understood, as_of)
    comparison, trend, noticed = compared(understood, supervision)
    sheet, course = host.insert_sheets(render_changes(supervision, understood.settings, comparison, trend))
    backup = save(given, host, output, "对比上期")
    said: dict[str, Any] = {
        "file": str(given.file),
        "output": str(output),
        "as_of": as_of.isoformat(),
        "period": supervision.period.as_json(),
        "sheet": sheet,
        "trend": {"sheet": course, **trend_json(trend)},
        **comparison_json(comparison),
        "warnings": [*host.book.warnings, *supervision.warnings, *not_compared(supervision.unsupported), *noticed],
    }
    show(given, said, backup, [summary(comparison)])
    return 0
