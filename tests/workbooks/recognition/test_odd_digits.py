"""A digit that `int` doesn't read, under a parent that speaks of months, stops nothing."""

from pathlib import Path

import pytest
import xlsxwriter

from workbooks.reading import read_book
from workbooks.recognition import recognise
from workbooks.settings import Settings


@pytest.mark.parametrize("digit", ["②", "³", "❸", "Ⅷ", "٣"])
def test_it_reads_on_where_a_month_is_written_as(digit: str, tmp_path: Path) -> None:
    path = tmp_path / "months.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        paper = book.add_worksheet("按月")
        paper.write_row(0, 0, ["项目名称", "年度计划投资（万元）", "年度完成投资（万元）"])
        paper.merge_range("D1:E1", "各月完成投资（月份）")
        paper.write_row(1, 3, [digit, digit])
        paper.write_row(2, 0, ["柏川县粮库", 10000, 6000, 3000, 3000])
        paper.write_row(3, 0, ["柏川县冷库", 20000, 9000, 4000, 5000])
    [ledger] = recognise(read_book(path), Settings()).ledgers
    assert ledger.column("name") == ["柏川县粮库", "柏川县冷库"]
    assert ledger.column("done_this_year") == [6000, 9000]
