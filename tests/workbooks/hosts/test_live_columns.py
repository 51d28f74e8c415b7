"""Columns of ours in an open ledger."""

from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from openpyxl.worksheet.filters import FilterColumn

from tests.workbooks.hosts.books import inside, ledger_file, live, made, sheet_of
from workbooks.errors import NotWritable, WrongArgument
from workbooks.hosts.file import FileHost
from workbooks.hosts.live import LiveHost
from workbooks.package import Column

RATES = Column(
    4, {0: "进度", 1: None, **dict.fromkeys(range(2, 12), 0.5)}, 3, (0, 1), "0.0%", {2: "C6EFCE"}, 12.0, (0, 1)
)


@pytest.fixture
def host(tmp_path: Path) -> LiveHost:
    return live(ledger_file(tmp_path))


def cells(host: LiveHost) -> object:
    return sheet_of(host, "明细表").cells


def test_texts_stay_texts_whatever_they_look_like(host: LiveHost) -> None:
    texts = dict(enumerate(["001", "=1+1", "-甲", "2026-07", "50%", "true", "'引", "● 正常"], 2))
    host.write_columns("明细表", [Column(4, texts, 3)])
    assert [host.workbook.sheets["明细表"].range((row + 1, 5)).value for row in texts] == list(texts.values())
    assert all(host.book.grids[0].details.formula(row, 4) is None for row in texts)


def test_header_cells_are_merged_and_the_merging_is_undone_with_them(host: LiveHost) -> None:
    host.write_columns("明细表", [RATES])
    assert (1, 5, 2, 5) in sheet_of(host, "明细表").merged()
    host.write_columns("明细表", [])
    assert sheet_of(host, "明细表").merged() == [(1, 1, 1, 4)]
    assert sheet_of(host, "明细表").cells["E3"].value is None


def test_the_neighbours_merging_is_not_taken_over(host: LiveHost) -> None:
    sheet = sheet_of(host, "明细表")
    sheet.merge((2, 4, 3, 4))
    host.write_columns("明细表", [Column(4, {1: "完成率", 2: "（%）", 3: 0.5}, 3, (1, 2))])
    assert (2, 5, 3, 5) not in sheet.merged()
    assert sheet.cells["E3"].value == "（%）"


def test_a_column_written_into_itself_keeps_its_look_at_every_run(host: LiveHost) -> None:
    sheet = sheet_of(host, "明细表").cells
    for row in range(3, 13):
        sheet.cell(row, 1).value = None
    look = repr(sheet["A3"].border)
    for value in (0.1, 0.2):
        host.write_columns("明细表", [Column(0, dict.fromkeys(range(2, 12), value), 0, (), "0.0%")])
        assert (repr(sheet["A3"].border), sheet["A3"].number_format, sheet["A3"].value) == (look, "0.0%", value)


def test_columns_follow_inserted_rows(host: LiveHost) -> None:
    host.write_columns("明细表", [Column(4, {5: 0.5}, 3)])
    sheet_of(host, "明细表").insert_row(3)
    host.write_columns("明细表", [])
    assert sheet_of(host, "明细表").cells["E7"].value is None


def test_both_hosts_know_each_others_columns(host: LiveHost, tmp_path: Path) -> None:
    host.write_columns("明细表", [RATES])
    host.save_as(tmp_path / "打开.xlsx")
    file = FileHost(tmp_path / "打开.xlsx")
    assert file.book.grids[0].ours
    assert file.write_columns("明细表", [RATES]) == []
    file.save_as(tmp_path / "文件.xlsx")
    again = live(tmp_path / "文件.xlsx")
    assert again.write_columns("明细表", []) == []
    assert again.book.grids[0].width == 4


def test_the_clipboard_is_left_empty(host: LiveHost) -> None:
    host.write_columns("明细表", [RATES])
    assert inside(host)._app._clipboard is None


@pytest.mark.parametrize("fault", ["protected", "filtered"])
def test_a_protected_or_filtered_sheet_is_refused_before_anything_changes(host: LiveHost, fault: str) -> None:
    sheet = sheet_of(host, "明细表")
    if fault == "protected":
        sheet.cells.protection.sheet = True
    else:
        sheet.filtered = True
    before = inside(host).faults.changes
    with pytest.raises(NotWritable) as told:
        host.write_columns("明细表", [RATES])
    assert told.value.code == f"sheet_{fault}"
    assert inside(host).faults.changes == before


def test_a_sheet_that_is_not_there_is_refused(host: LiveHost) -> None:
    with pytest.raises(WrongArgument):
        host.write_columns("没有的表", [RATES])


def test_a_text_that_reads_like_an_error_is_written_as_a_text(host: LiveHost) -> None:
    host.write_columns("明细表", [Column(4, {2: "#N/A"}, 3)])
    assert sheet_of(host, "明细表").cells["E3"].quotePrefix
    assert host.book.grids[0].rows[2][4] == "#N/A"


def test_whole_numbers_are_handed_over_as_excel_takes_them(host: LiveHost) -> None:
    host.write_columns("明细表", [Column(4, {2: 3_000_000_000}, 3)])
    assert type(sheet_of(host, "明细表").cells["E3"].value) is float


def test_a_table_beside_the_columns_is_not_made_larger(tmp_path: Path) -> None:
    def table(book: xlsxwriter.Workbook, sheet: Any) -> None:
        sheet.add_table(0, 0, 3, 2, {"columns": [{"header": name} for name in ("项目", "计划", "完成")]})

    host = live(made(tmp_path / "表.xlsx", table))
    app = inside(host)._app
    host.write_columns("台账", [Column(3, {0: "完成率", 1: 0.5}, 2)])
    assert [one.ref for one in sheet_of(host, "台账").cells.tables.values()] == ["A1:C4"]
    assert app._state["tables_grow"] is True
    host.workbook.sheets[0].range("D2").value = 1  # as a clerk's typing would
    assert [one.ref for one in sheet_of(host, "台账").cells.tables.values()] == ["A1:D4"]


@pytest.mark.parametrize("is_filtered", [True, False])
@pytest.mark.parametrize("has_filter", [True, False])
def test_a_filter_of_a_table_counts_as_one_of_the_sheet(tmp_path: Path, is_filtered: bool, has_filter: bool) -> None:
    """Worksheet.FilterMode need not tell of it."""

    def table(book: xlsxwriter.Workbook, sheet: Any) -> None:
        sheet.add_table(0, 0, 3, 2, {"autofilter": has_filter})

    host = live(made(tmp_path / "表.xlsx", table))
    for each in sheet_of(host, "台账").cells.tables.values():
        if has_filter and is_filtered:
            each.autoFilter.filterColumn = [FilterColumn(colId=0)]
    if has_filter and is_filtered:
        with pytest.raises(NotWritable, match="筛选"):
            host.write_columns("台账", [Column(4, {0: "完成率"}, 2)])
    else:
        assert host.write_columns("台账", [Column(4, {0: "完成率"}, 2)]) == []
