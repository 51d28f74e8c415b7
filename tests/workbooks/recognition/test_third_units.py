"""Where a unit stands and how it is written: one reading, and never another unit by mistake."""

from pathlib import Path
from typing import Any

import pytest

from tests.ledgers import write
from tests.ledgers.specimen import Row, head, item, note, sheet, specimen
from workbooks.reading import read_book
from workbooks.recognition import inspect_json, recognise
from workbooks.settings import Settings

MONEY = ("total_investment", "annual_plan", "done_this_year")
ITEMS = (item(1, "柏川水厂", 3.2, 1.1, 0.6), item(2, "青栎大桥", 9.5, 2, 1), item(3, "泠水粮库", 1.8, 0.9, 0.4))


def units(folder: Path, *above: Row, after: str = "") -> list[Any]:
    """Return the units said of total, plan and done, under the lines above and with the text after their headers."""
    headers = [f"{word}{after}" for word in ("总投资", "年度计划投资", "年度完成投资")]
    path = folder / "台账.xlsx"
    write(specimen("台账", sheet("台账", *above, head("序号", "项目名称", *headers), *ITEMS)), path)
    fields = inspect_json(recognise(read_book(path), Settings()))["ledgers"][0]["fields"]
    return [fields.get(name, {}).get("unit") for name in MONEY]


@pytest.mark.parametrize("unit", ["万元", "亿元", "千元", "元"])
@pytest.mark.parametrize(
    "line",
    [
        "单位：{}（人民币）",
        "单位:{}(人民币)",
        "单位：{} 币种：人民币",
        "币种：人民币　单位：{}",
        "单位：{}（保留两位小数）",
        "（以下金额单位均为{}）",
    ],
)
def test_the_name_of_the_currency_is_no_unit(tmp_path: Path, unit: str, line: str) -> None:
    assert units(tmp_path, note(line.format(unit))) == [unit] * 3
    assert units(tmp_path, note(None, None, None, line.format(unit))) == [unit] * 3


@pytest.mark.parametrize(("short", "unit"), [("亿", "亿元"), ("万", "万元")])
def test_a_unit_may_be_shortened(tmp_path: Path, short: str, unit: str) -> None:
    assert units(tmp_path, note(f"单位：{short}")) == [unit] * 3
    assert units(tmp_path, after=f"（{short}）") == [unit] * 3


@pytest.mark.parametrize("after", ["（万元）※", "（万元）注1", "（万元）合计", "合计（万元）"])
def test_a_mark_or_a_word_after_the_unit_hides_no_header(tmp_path: Path, after: str) -> None:
    assert units(tmp_path, after=after) == ["万元"] * 3
