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
    from addin.ledgers import open_ledgers
    from workbooks.recognition import inspect_json

    opened = open_ledgers(given)
    understood = inspect_json(opened.recognition)
    understood["warnings"] = list(opened.host.book.warnings)
    if given.json:
        console.show_json(understood)
    else:
        _describe(understood)
        console.warn(understood["warnings"])
    return 0


_KINDS = {
    "progress": "项目进度",
    "investment_promotion": "招商引资",
    "approvals": "前期手续",
    "funding": "资金",
    "supervision": "督办事项",
    "targets": "目标任务",
    "indicators": "经济指标",
    "reserve": "储备项目",
}
_WHY = {"empty": "空表", "summary": "汇总表，不重复计算", "ours": "督导生成的表", "no_ledger": "不是台账"}


def _describe(understood: dict[str, Any]) -> None:
    from workbooks.recognition.dictionary import entries

    for ledger in understood["ledgers"]:
        period = ledger["period"]
        when = "".join(
            (f"{period['year']}年" if period["year"] else "", f"{period['month']}月" if period["month"] else "")
        )
        rows = f"第{ledger['first_row']}—{ledger['last_row']}行" if ledger["projects"] else "空白"
        what = f"{_KINDS[ledger['kind']]}台账，{ledger['projects']}项"
        console.say(f"【{ledger['sheet']}】{what}，{rows}，报告期{when or '未写明'}")
        for name, field in ledger["fields"].items():
            if name == "months":
                _describe_months(field)
                continue
            place = field.get("cell") or field["column"]
            title = entries()[name].title
            means = "" if title == field["header"] else f" → {title}"
            console.say(f"  {place:>4}  {field['header'] or '（空白表头）'}{means}{_unit(field)}")
        for column in ledger["unmapped"]:
            console.say(f"  {column['column']:>4}  {column['header']}  ← 没有用到")
        for question in ledger["questions"]:
            console.say(f'  请确认：{question["text"]} 用 --set "{question["key"]}={question["candidates"][0]}" 回答')
    for other in understood["other_sheets"]:
        console.say(f"【{other['sheet']}】{_WHY.get(other['why'], other['why'])}")


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
