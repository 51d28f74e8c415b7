"""`dudao inspect`: which ledgers are in a workbook, and how they are understood."""

import argparse
from typing import Any

from addin import console
from addin.arguments import add_common, add_file, add_json


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    add_file(parser)
    add_common(parser)
    add_json(parser)


def run(given: argparse.Namespace) -> int:
    """Print what was understood."""
    from addin.command_files import open_ledgers
    from workbooks.targets.describe import inspect_with_targets

    host, understood = open_ledgers(given)
    said = inspect_with_targets(understood.recognition)
    said["warnings"] = list(host.book.warnings)
    if given.json:
        console.show_json(said)
    else:
        _describe(said)
        console.warn(said["warnings"])
    return 0


def _describe(said: dict[str, Any]) -> None:
    from workbooks.recognition.dictionary import entries
    from workbooks.sheets.ledger_lines import ledger_line, other_line, target_columns

    for ledger in said["ledgers"]:
        console.say(ledger_line(ledger))
        for name, field in ledger["fields"].items():
            if name == "months":
                _describe_months(field)
                continue
            place = field.get("cell") or field["column"]
            title = entries()[name].title
            means = "" if title == field["header"] else f" → {title}"
            console.say(f"  {place:>4}  {field['header'] or '（空白表头）'}{means}{_unit(field)}")
        targets = target_columns(ledger)
        for column in ledger["unmapped"]:
            used = f" → {targets[column['column']]}" if column["column"] in targets else "  ← 没有用到"
            console.say(f"  {column['column']:>4}  {column['header']}{used}")
        for question in ledger["questions"]:
            console.say(f'  请确认：{question["text"]} 用 --set "{question["key"]}={question["candidates"][0]}" 回答')
    for other in said["other_sheets"]:
        console.say(other_line(other))


def _unit(field: dict[str, Any]) -> str:
    """Return the unit to be told: not where the header says it already, nor of rates."""
    if "unit" not in field or field["unit"] == "%" or (field["unit"] and field["unit"] in field["header"]):
        return ""
    return f"（单位：{field['unit'] or '未写明'}）"


def _describe_months(months: list[dict[str, Any]]) -> None:
    for key, what in (("plan", "计划"), ("done", "完成")):
        columns = [f"{month['month']}月{month[key]}" for month in months if key in month]
        if columns:
            console.say(f"  分月{what}：{'、'.join(columns)}")
