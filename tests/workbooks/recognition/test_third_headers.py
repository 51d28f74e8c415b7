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


@pytest.mark.parametrize("plan", ["2025年计划完成", "年初计划投资", "2025年安排投资"])
def test_a_plan_may_be_told_without_its_usual_word(tmp_path: Path, plan: str) -> None:
    assert said(tmp_path, plan=plan, done="1-6月完成投资")["fields"]["annual_plan"]["column"] == "D"


@pytest.mark.parametrize("done", ["1-6月投资完成额", "1-6月固定资产投资完成额", "累计完成年度投资"])
def test_what_is_done_may_be_told_the_other_way_round(tmp_path: Path, done: str) -> None:
    assert said(tmp_path, done=done)["fields"]["done_this_year"]["column"] == "E"


@pytest.mark.parametrize(
    ("field", "header", "values"),
    [
        ("done_this_month", "6月当月完成投资", (80, 150, 60)),
        ("done_this_month", "本月投资完成", (80, 150, 60)),
        ("done_before_this_year", "2024年底累计完成", (4000, 3000, 500)),
        ("done_before_this_year", "2024年底前累计完成投资", (4000, 3000, 500)),
        ("done_before_this_year", "上年末累计完成", (4000, 3000, 500)),
        ("region", "所属镇街", ("城关镇", "石岭镇", "城关镇")),
        ("leader", "双包领导", ("司徒柏", "上官岚", "司徒柏")),
        ("visible_progress", "目前进度", ("主体封顶", "桩基完成一半", "设备安装")),
        ("problem", "困难和问题", ("征地未完成", "资金缺口较大", "无")),
    ],
)
def test_a_column_is_known_by_its_everyday_header(tmp_path: Path, field: str, header: str, values: Any) -> None:
    path = tmp_path / "台账.xlsx"
    rows = [item(*one.cells, value) for one, value in zip(ITEMS, values, strict=True)]
    headers = head("序号", "项目名称", "总投资", "2025年计划投资", "1-6月完成投资", header)
    write(specimen("台账", sheet("台账", note("单位：万元"), headers, *rows)), path)
    fields = inspect_json(recognise(read_book(path), Settings()))["ledgers"][0]["fields"]
    assert [name for name, one in fields.items() if one["column"] == "F"] == [field]


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
