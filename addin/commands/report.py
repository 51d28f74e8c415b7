"""`dudao report`: 生成通报, the supervision sheets in a copy of the ledger workbook."""

import argparse
from datetime import date
from typing import Any

from addin import console
from addin.arguments import add_work_on_ledgers, day


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    add_work_on_ledgers(parser, "_通报")


def run(given: argparse.Namespace) -> int:
    """Write the sheets and say what came of it."""
    from addin.ledgers import open_ledgers, output_of, save, supervised
    from workbooks.sheets.rendering import render
    from workbooks.supervision.report import report_json

    as_of = day(given.as_of) or date.today()
    opened = open_ledgers(given)
    host = opened.host
    output = output_of(given, host)
    supervision = supervised(opened, as_of)
    names = host.insert_sheets(render(supervision, opened.settings))
    backup = save(given, host, output, "生成通报")
    said = report_json(supervision, str(given.file), str(output), names)
    said["warnings"] = [*host.book.warnings, *said["warnings"]]
    if backup:
        said["backup"] = str(backup)
    if given.json:
        console.show_json(said)
    else:
        _tell(said)
    return 0


def _tell(said: dict[str, Any]) -> None:
    totals = said["totals"]
    lights = totals["lights"]
    rate = "—" if totals["completion_rate"] is None else f"{totals['completion_rate']:.2f}%"
    console.say(f"已生成通报：{said['output']}")
    console.say(
        f"项目{totals['projects']}个，完成率{rate}，序时进度{said['time_progress']:.2f}%；"
        f"绿灯{lights['green']}、黄灯{lights['yellow']}、红灯{lights['red']}、不评{lights['none']}。"
    )
    console.say(f"新表：{'、'.join(said['sheets'])}。数据问题{said['issues']}条。")
    console.tell_backup(said)
    console.warn(said["warnings"])
