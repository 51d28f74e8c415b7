"""How sheets are laid out is read as the clerk sees it; and reading changes nothing."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from tests.workbooks.contract.looks import changes, workbook_as_seen
from tests.workbooks.hosts.books import made
from tests.workbooks.package.making import contents
from workbooks.grid import Area, Book
from workbooks.hosts.port import Host

Opening = Callable[[Path], Host]
Read = Callable[..., Book]


@pytest.fixture
def read(opened: Opening, tmp_path: Path) -> Read:
    """Return a function that reads a workbook which it makes."""
    return lambda fill: opened(made(tmp_path / "读.xlsx", fill)).book


def test_it_reads_all_sheets_as_grids_in_the_order_of_their_tabs(opened: Opening, file: Path) -> None:
    book = opened(file).book
    assert [grid.name for grid in book.grids] == ["明细表", "备注", "隐藏"]
    ledger = book.grids[0]
    assert ledger.rows[0] == ["2025年重点项目明细表", None, None, None]
    assert ledger.rows[2] == [1, "项目1 <甲&乙>", 2000, 1000]
    assert ledger.details.formula(2, 3) == "C3*0.5"
    assert ledger.details.number_format(2, 2) == "0.00"


def test_it_knows_which_file_it_reads(opened: Opening, file: Path) -> None:
    host = opened(file)
    assert (host.book.path, host.book.format, host.book.date1904) == (str(file), "xlsx", False)
    assert host.book.ours == set()


def test_hidden_sheets_are_read_and_told_from_those_shown(read: Read) -> None:
    def fill(book: xlsxwriter.Workbook, sheet: Any) -> None:
        for name in ("藏", "深藏"):
            book.add_worksheet(name).write(0, 0, name)
        book.get_worksheet_by_name("藏").hide()
        book.get_worksheet_by_name("深藏").very_hidden()

    grids = read(fill).grids
    assert [(grid.name, grid.visible) for grid in grids] == [("台账", True), ("藏", False), ("深藏", False)]
    assert [grid.rows for grid in grids[1:]] == [[["藏"]], [["深藏"]]]


@pytest.mark.parametrize(
    "name", ["张三's 表", "2026年 第1期", "一.二", "A1", "甲!乙", "“引号”", "100%", "a-b(c)", "R1C1"]
)
def test_a_sheet_of_any_name_is_read(name: str, read: Read) -> None:
    def fill(book: xlsxwriter.Workbook, sheet: Any) -> None:
        other = book.add_worksheet(name)
        other.write_row(1, 0, ["值", 1])
        other.merge_range(2, 0, 2, 1, "合并")
        other.write_formula(3, 0, "=LEN(A2)", None, 1)

    grid = read(fill).grids[1]
    assert (grid.name, grid.merges) == (name, (Area(2, 0, 2, 1),))
    assert grid.rows == [[None, None], ["值", 1], ["合并", None], [1, None]]
    assert grid.details.formula(3, 0) == "LEN(A2)"


def test_an_empty_sheet_has_no_rows(read: Read) -> None:
    assert read(lambda book, sheet: None).grids[0].rows == []


def test_a_grid_begins_at_the_first_cell_wherever_the_used_cells_begin(read: Read) -> None:
    def fill(book: xlsxwriter.Workbook, sheet: Any) -> None:
        sheet.write(3, 2, "甲")
        sheet.write_formula(4, 3, "=1+1", None, 2)
        sheet.write(5, 2, 1, book.add_format({"num_format": "0.00"}))

    grid = read(fill).grids[0]
    assert grid.rows[:3] == [[None] * 4] * 3
    assert grid.rows[3:] == [[None, None, "甲", None], [None, None, None, 2], [None, None, 1, None]]
    assert grid.details.formula(4, 3) == "1+1"
    assert grid.details.number_format(5, 2) == "0.00"


def test_blank_cells_with_a_look_at_the_end_are_cut_off(read: Read) -> None:
    def fill(book: xlsxwriter.Workbook, sheet: Any) -> None:
        sheet.write_row(0, 0, ["甲", "乙"])
        for row in range(1, 40):
            for column in range(12):
                sheet.write_blank(row, column, None, book.add_format({"border": 1}))

    assert read(fill).grids[0].rows == [["甲", "乙"]]


def test_a_sheet_formatted_to_its_end_is_read_as_far_as_it_is_filled(read: Read) -> None:
    def fill(book: xlsxwriter.Workbook, sheet: Any) -> None:
        sheet.write_row(0, 0, ["甲", "乙"])
        sheet.write(30, 3, "末")
        sheet.write_blank(200_000, 20, None, book.add_format({"bold": True}))

    grid = read(fill).grids[0]
    assert (grid.height, grid.width) == (31, 4)
    assert grid.rows[30] == [None, None, None, "末"]


def test_merged_areas_are_told_and_their_value_stands_top_left(read: Read) -> None:
    def fill(book: xlsxwriter.Workbook, sheet: Any) -> None:
        sheet.merge_range("A1:D1", "标题")
        sheet.merge_range("A2:A3", "序号")
        sheet.merge_range("B2:C3", "投资")
        sheet.write_row(3, 0, [1, 2, 3, 4])

    grid = read(fill).grids[0]
    assert grid.merges == (Area(0, 0, 0, 3), Area(1, 0, 2, 0), Area(1, 1, 2, 2))
    assert grid.rows[:3] == [["标题", None, None, None], ["序号", "投资", None, None], [None] * 4]


def test_a_ledger_merged_in_every_row_is_read_whole(read: Read) -> None:
    def fill(book: xlsxwriter.Workbook, sheet: Any) -> None:
        for row in range(300):
            sheet.write_row(row, 0, [row, "甲"])
            sheet.merge_range(row, 2, row, 3, "主体施工")
            sheet.write(row, 4, row)

    grid = read(fill).grids[0]
    assert set(grid.merges) == {Area(row, 2, row, 3) for row in range(300)}
    assert grid.rows[299] == [299, "甲", "主体施工", None, 299]


def test_hidden_rows_and_columns_are_told(read: Read) -> None:
    def fill(book: xlsxwriter.Workbook, sheet: Any) -> None:
        for row in range(60):
            sheet.write_row(row, 0, [row, 1, 2, 3, 4, 5])
        for row in (5, 6, 40):
            sheet.set_row(row, None, None, {"hidden": True})
        sheet.set_column("D:E", 9, None, {"hidden": True})

    grid = read(fill).grids[0]
    assert (grid.hidden_rows, grid.hidden_columns) == ({5, 6, 40}, {3, 4})


def test_rows_that_a_filter_hides_are_told_and_read(read: Read) -> None:
    def fill(book: xlsxwriter.Workbook, sheet: Any) -> None:
        sheet.write_row(0, 0, ["县", "数"])
        sheet.autofilter(0, 0, 40, 1)
        sheet.filter_column_list(0, ["甲"])
        for row in range(1, 41):
            sheet.write_row(row, 0, ["甲乙"[row % 2], row])
            if row % 2:
                sheet.set_row(row, None, None, {"hidden": True})

    grid = read(fill).grids[0]
    assert grid.hidden_rows == set(range(1, 41, 2))
    assert [row[1] for row in grid.rows[1:]] == list(range(1, 41))


def test_notes_pictures_and_charts_are_no_values(read: Read) -> None:
    def fill(book: xlsxwriter.Workbook, sheet: Any) -> None:
        sheet.write_row(0, 0, [1, 2])
        sheet.write_comment(8, 8, "批注")
        chart = book.add_chart({"type": "line"})
        chart.add_series({"values": ["台账", 0, 0, 0, 1]})
        sheet.insert_chart("F20", chart)

    assert read(fill).grids[0].rows == [[1, 2]]


def test_the_cells_of_a_table_are_read_as_cells(read: Read) -> None:
    def fill(book: xlsxwriter.Workbook, sheet: Any) -> None:
        columns = [{"header": "项目"}, {"header": "投资"}, {"header": "一半", "formula": "=[投资]/2"}]
        sheet.add_table(1, 0, 3, 2, {"columns": columns, "data": [["甲", 2], ["乙", 4]]})
        sheet.write_formula(2, 2, "=[投资]/2", None, 1)

    rows = read(fill).grids[0].rows
    assert [row[:2] for row in rows] == [[None, None], ["项目", "投资"], ["甲", 2], ["乙", 4]]


def test_number_formats_are_told_cell_by_cell(read: Read) -> None:
    codes = ["General", "0.00", "0.0%", "yyyy-mm-dd", "@", "#,##0", '0.00"万元"', "[Red]0.00"]

    def fill(book: xlsxwriter.Workbook, sheet: Any) -> None:
        for row, code in enumerate(codes):
            sheet.write(row, 0, row + 1, book.add_format({"num_format": code}))

    details = read(fill).grids[0].details
    told = [details.number_format(row, 0) for row in range(len(codes))]
    assert [code.casefold() for code in told] == [code.casefold() for code in codes]  # letters may be small or capital
    assert details.number_format(500, 500) == "General"
    assert details.formula(500, 500) is None


def test_formulas_that_were_copied_down_read_as_in_their_own_rows(opened: Opening, file: Path) -> None:
    details = opened(file).book.grids[0].details
    assert [details.formula(row, 3) for row in range(2, 12)] == [f"C{row + 1}*0.5" for row in range(2, 12)]


def test_reading_again_gives_the_same(opened: Opening, file: Path) -> None:
    def told(host: Host) -> list[object]:
        return [(grid.name, grid.rows, grid.merges, grid.hidden_rows) for grid in host.book.grids]

    host = opened(file)
    once = told(host)
    assert told(host) == once
    assert told(opened(file)) == once


def test_reading_changes_nothing(saved: Callable[..., Path], file: Path) -> None:
    def everything_asked(host: Host) -> None:
        for grid in host.book.grids:
            for row in range(grid.height):
                for column in range(grid.width):
                    grid.details.formula(row, column)
                    grid.details.number_format(row, column)

    before = file.read_bytes()
    read, unread = saved(everything_asked), saved()
    assert changes(workbook_as_seen(unread), workbook_as_seen(read)) == []
    assert contents(read.read_bytes()).keys() == contents(unread.read_bytes()).keys()
    assert file.read_bytes() == before
