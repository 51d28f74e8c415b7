"""The blank ledger for clerks to fill in: drop-downs, checks on what is typed, instructions, ready for print."""

from datetime import date
from pathlib import Path
from typing import Any

from xlsxwriter.worksheet import Worksheet

from workbooks.grid import column_letter
from workbooks.samples.make.paper import Paper
from workbooks.samples.make.tables import table

FIRST_ROW = 4
ROLES = {"text": "text", "number": "middle", "amount": "amount", "percent": "percent", "day": "day", "list": "middle"}
CHOICES_SHEET = "下拉选项"
PURPOSE = {
    "amount": ("decimal", 0, 100_000_000, "金额应是不小于0的数字，单位为万元。"),
    "percent": ("decimal", 0, 1000, "请填百分数的数字，如48.5。"),
    "number": ("integer", 1, 99_999, "序号应是整数。"),
    "day": ("date", date(1990, 1, 1), date(2060, 12, 31), "请填日期，如2026-3-1。"),
}


def make(path: Path) -> None:
    """Write the template."""
    told = table("template")
    paper = Paper(path, told["title"])
    sheet = paper.sheet("项目台账")
    columns = [(group["name"], column) for group in told["group"] for column in group["columns"]]
    lists = _choices(told["choices"])
    _head(paper, sheet, told, columns)
    last = FIRST_ROW + told["rows"] - 1
    for place, (_, column) in enumerate(columns):
        sheet.set_column(place, place, column["width"])
        style = paper.style(ROLES[column["kind"]])
        for row in range(FIRST_ROW, last + 1):
            sheet.write_blank(row, place, None, style)
        sheet.data_validation(FIRST_ROW, place, last, place, _rule(column, lists))
    sheet.set_default_row(24)
    sheet.freeze_panes(FIRST_ROW, 2)
    sheet.repeat_rows(0, FIRST_ROW - 1)
    sheet.print_area(0, 0, last, len(columns) - 1)
    _instructions(paper, told["instructions"])
    _lists(paper, told["choices"])
    paper.save()


def _head(paper: Paper, sheet: Worksheet, told: dict[str, Any], columns: list[tuple[str, dict[str, Any]]]) -> None:
    width = len(columns)
    paper.title(sheet, 0, told["title"], width)
    sheet.set_row(1, 22)
    sheet.merge_range(1, 0, 1, 4, "填报单位：", paper.style("unit_line"))
    sheet.merge_range(1, 8, 1, 12, "填报日期：", paper.style("unit_line"))
    sheet.merge_range(1, width - 3, 1, width - 1, "单位：万元", paper.style("unit_line_right"))
    sheet.set_row(2, 22)
    sheet.set_row(3, 40)
    place = 0
    for group in told["group"]:
        end = place + len(group["columns"]) - 1
        sheet.merge_range(2, place, 2, end, group["name"], paper.style("header", bg_color="#DDEBF7"))
        for offset, column in enumerate(group["columns"]):
            look = {"font_color": "#C00000"} if column.get("need") else {}
            sheet.write_string(3, place + offset, column["header"], paper.style("header", **look))
        place = end + 1


def _rule(column: dict[str, Any], lists: dict[str, str]) -> dict[str, Any]:
    """Return the column's data validation, with its Chinese prompt."""
    rule: dict[str, Any] = {
        "input_title": column["header"] + ("（必填）" if column.get("need") else ""),
        "input_message": column["prompt"],
        "ignore_blank": True,
    }
    kind = column["kind"]
    if kind == "text":
        return rule | {"validate": "any"}
    if kind == "list":
        return rule | {
            "validate": "list",
            "source": lists[column["choices"]],
            "error_title": "请重新选择",
            "error_message": "请从下拉框中选择。",
        }
    validate, low, high, message = PURPOSE[kind]
    return rule | {
        "validate": validate,
        "criteria": "between",
        "minimum": low,
        "maximum": high,
        "error_title": "请重新填写",
        "error_message": message,
    }


def _choices(choices: dict[str, list[str]]) -> dict[str, str]:
    """Return where each list stands on the sheet of choices."""
    return {
        key: f"={CHOICES_SHEET}!${column_letter(place)}$1:${column_letter(place)}${len(words)}"
        for place, (key, words) in enumerate(choices.items())
    }


def _lists(paper: Paper, choices: dict[str, list[str]]) -> None:
    sheet = paper.book.add_worksheet(CHOICES_SHEET)
    for place, words in enumerate(choices.values()):
        sheet.write_column(0, place, words)
    sheet.hide()


def _instructions(paper: Paper, told: dict[str, Any]) -> None:
    sheet = paper.sheet(told["title"], paper=9)
    sheet.set_portrait()
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 72)
    sheet.set_row(0, 40)
    sheet.write_string(0, 0, told["title"], paper.style("title"))
    for row, line in enumerate(told["lines"], 1):
        sheet.set_row(row, 40)
        sheet.write_string(row, 0, line, paper.style("note", valign="vcenter"))
    sheet.print_area(0, 0, len(told["lines"]), 0)
