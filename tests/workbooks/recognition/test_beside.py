"""Ledgers beside each other on a sheet are as many entries: no project is lost."""

from pathlib import Path

import xlsxwriter

from workbooks.reading import read_book
from workbooks.recognition import recognise
from workbooks.settings import Settings

HEADER = ["序号", "项目名称", "年度计划投资（万元）", "年度完成投资（万元）"]


def test_it_finds_two_ledgers_side_by_side(tmp_path: Path) -> None:
    path = tmp_path / "beside.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        paper = book.add_worksheet("左右两表")
        for number, row in enumerate(
            [
                [*HEADER, None, *HEADER],
                [1, "柏川县粮库", 10000, 6000, None, 3, "柏川县水厂", 5000, 2000],
                [2, "柏川县冷库", 20000, 9000, None, 4, "柏川县隧道", 7000, 3000],
            ]
        ):
            paper.write_row(number, 0, row)
    ledgers = recognise(read_book(path), Settings()).ledgers
    assert [ledger.column("name") for ledger in ledgers] == [["柏川县粮库", "柏川县冷库"], ["柏川县水厂", "柏川县隧道"]]
    assert [ledger.column("annual_plan") for ledger in ledgers] == [[10000, 20000], [5000, 7000]]
