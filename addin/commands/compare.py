"""`dudao compare`: 对比上期, what has changed since the last period that was kept."""

import argparse
from datetime import date
from typing import Any

from addin import console
from addin.arguments import add_period, add_work_on_ledgers, day


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    add_work_on_ledgers(parser, "_对比")
    add_period(parser)


def run(given: argparse.Namespace) -> int:
    """Write the sheets 变化对比 and 完成率走势; tell the changes."""
    from addin.command_files import open_ledgers, output_of, save, show
    from addin.ledgers import compared, supervised
    from workbooks.sheets.changes import summary
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
        "base": comparison.base.as_of.isoformat(),
        "sheet": sheet,
        "trend": {
            "sheet": course,
            "periods": list(trend.periods),
            "overall": list(trend.overall),
            "units": [{"unit": unit, "rates": list(rates)} for unit, rates in trend.units],
        },
        "done_this_period": comparison.done_this_period,
        "changes": [
            {
                "kind": change.kind.id,
                "title": change.kind.title,
                "name": change.entry.name,
                "unit": change.entry.unit or None,
                "before": change.before or None,
                "now": change.now or None,
                "remark": change.remark or None,
            }
            for change in comparison.changes
        ],
        "warnings": [*host.book.warnings, *noticed],
    }

    def tell(said: dict[str, Any]) -> None:
        console.say(f"已写好：{said['output']}")
        console.say(summary(comparison))

    show(given, said, backup, tell)
    return 0
