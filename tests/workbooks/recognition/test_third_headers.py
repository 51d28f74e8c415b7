"""Headers and titles in other everyday words: what is planned, what is done until when."""

from pathlib import Path
from typing import Any

import pytest

from tests.ledgers import write
from tests.ledgers.specimen import head, item, note, sheet, specimen, title
from workbooks.reading import read_book
from workbooks.recognition import inspect_json, recognise
from workbooks.settings import Settings

ITEMS = (
    item(1, "柏川水厂", 9000, 1100, 600),
    item(2, "青栎大桥", 9500, 2000, 1000),
    item(3, "泠水粮库", 1800, 900, 400),
)


def said(folder: Path, *, plan: str = "年度计划投资", done: str = "年度累计完成投资", above: str = "重点项目") -> Any:
    """Return what `inspect` says of three projects under such a title and such headers."""
    path = folder / "台账.xlsx"
    headers = head("序号", "项目名称", "总投资", plan, done)
    write(specimen("台账", sheet("台账", title(above), note("单位：万元"), headers, *ITEMS)), path)
    return inspect_json(recognise(read_book(path), Settings()))["ledgers"][0]


@pytest.mark.parametrize(
    "done",
    [
        "截至2025年6月30日完成投资",
        "截至2025年6月30日累计完成投资",
        "6月底累计完成",
        "1-6月累计",
    ],
)
def test_what_is_done_until_a_day_or_month_is_done_this_year(tmp_path: Path, done: str) -> None:
    ledger = said(tmp_path, plan="2025年计划投资", done=done)
    assert ledger["fields"]["done_this_year"]["column"] == "E"
    assert ledger["period"] == {"year": 2025, "month": 6}


@pytest.mark.parametrize("plan", ["全年目标任务", "全年目标任务数", "全年投资目标任务"])
def test_what_the_whole_year_is_to_bring_is_the_plan(tmp_path: Path, plan: str) -> None:
    assert said(tmp_path, plan=plan, done="1-6月完成投资")["fields"]["annual_plan"]["column"] == "D"


@pytest.mark.parametrize(
    "above",
    [
        "重点项目进展表（截止2025.6.30）",
        "重点项目进展表(2025-06)",
        "2025.1-6重点项目进展表",
        "重点项目进展表（2025.1-6）",
    ],
)
def test_a_title_may_tell_the_month_with_dots_and_dashes(tmp_path: Path, above: str) -> None:
    assert said(tmp_path, above=above)["period"] == {"year": 2025, "month": 6}
