"""A child and its parent say together what a column is, in whichever order one would say it."""

from typing import Any

import pytest

from workbooks.grid import Area, Book, Grid
from workbooks.recognition import inspect_json, recognise
from workbooks.settings import Settings

Parents = list[tuple[str, list[str]]]


def fields_of(parents: Parents, title: str = "重点项目推进情况表") -> list[str | None]:
    """Return the fields of the child columns of a ledger with these parents, from left to right."""
    above: list[Any] = ["序号", "项目名称"]
    below: list[Any] = [None, None]
    merges = [Area(2, 0, 3, 0), Area(2, 1, 3, 1)]
    for parent, children in parents:
        merges.append(Area(2, len(above), 2, len(above) + len(children) - 1))
        above += [parent, *[None] * (len(children) - 1)]
        below += children
    width = len(above)
    names = ("柏川水厂扩建工程", "青栎大桥新建工程", "泠水粮库迁建工程")
    rows = [[i, name, *[900.0 * i + 7 * c for c in range(width - 2)]] for i, name in enumerate(names, 1)]
    dates = {c for c, text in enumerate(below) if text and ("工" in text or "时间" in (above[c] or ""))}
    dates |= {c for c in range(2, width) if "时间" in "".join(str(v) for v in above[: c + 1][-2:] if v)}
    for row in rows:
        for c in dates:
            row[c] = "2025.3"
    blank = [None] * (width - 1)
    grid = Grid("台账", [[title, *blank], ["单位：万元", *blank], above, below, *rows], merges=tuple(merges))
    (ledger,) = inspect_json(recognise(Book("x.xlsx", "xlsx", [grid]), Settings()))["ledgers"]
    by_column = {field["column"]: name for name, field in ledger["fields"].items() if name != "months"}
    return [by_column.get("ABCDEFGHIJKLMNOP"[c]) for c in range(2, width)]


@pytest.mark.parametrize(
    ("parents", "fields"),
    [
        (
            [("开工时间", ["计划", "实际"]), ("竣工时间", ["计划", "实际"])],
            ["planned_start", "actual_start", "planned_finish", "actual_finish"],
        ),
        ([("开工时间", ["计划时间", "实际时间"])], ["planned_start", "actual_start"]),
        ([("计划时间", ["开工", "竣工"])], ["planned_start", "planned_finish"]),
        (
            [("计划投资", ["总计", "本年"]), ("完成投资", ["累计", "本年", "本月"])],
            ["total_investment", "annual_plan", "done_since_start", "done_this_year", "done_this_month"],
        ),
        (
            [("计划投资", ["总投资", "年度"]), ("实际完成投资", ["自开工", "年初至今", "本月"])],
            ["total_investment", "annual_plan", "done_since_start", "done_this_year", "done_this_month"],
        ),
        (
            [("计划", ["年度", "1-6月"]), ("实际", ["1-6月", "6月"])],
            ["annual_plan", "plan_to_date", "done_this_year", "done_this_month"],
        ),
        ([("投资完成", ["当月", "年累", "总累"])], ["done_this_month", "done_this_year", "done_since_start"]),
        (
            [("上年度", ["计划投资", "完成投资"]), ("本年度", ["计划投资", "完成投资"])],
            [None, "done_before_this_year", "annual_plan", "done_this_year"],
        ),
        ([("累计完成投资", ["开工以来", "今年以来"])], ["done_since_start", "done_this_year"]),
    ],
)
def test_child_and_parent_are_read_together(parents: Parents, fields: list[str | None]) -> None:
    assert fields_of(parents) == fields
