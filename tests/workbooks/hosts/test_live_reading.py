"""What Excel hands over, made into the values that a file gives."""

from datetime import datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from tests.fake_excel import FakeApp, opened
from tests.workbooks.hosts.books import live, made, sheet_of
from udfs.values.cells import CellError
from workbooks.grid import Area, Grid
from workbooks.hosts.file import FileHost


def grid(path: Path) -> Grid:
    return live(path).book.grids[0]


def same_as_file(path: Path) -> Grid:
    """Return the sheet as read from the open workbook, which is what the file host reads."""
    one, other = grid(path), FileHost(path).book.grids[0]
    assert one.rows == other.rows
    assert set(one.merges) == set(other.merges)
    assert (one.hidden_rows, one.hidden_columns) == (other.hidden_rows, other.hidden_columns)
    return one


def values(book: xlsxwriter.Workbook, sheet: Any) -> None:
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    clock = book.add_format({"num_format": "h:mm"})
    hours = book.add_format({"num_format": "[h]:mm"})
    sheet.write_row(2, 1, ["文字", 1, 2.5, True, False])
    sheet.write_datetime(3, 1, datetime(2026, 7, 31, 8, 30), day)
    sheet.write_number(3, 2, 0.25, clock)
    sheet.write_number(3, 3, 1.5, hours)
    sheet.write_number(3, 4, 100.25, hours)
    sheet.write_formula(4, 1, "=1/0", None, "#DIV/0!")
    sheet.write_formula(4, 2, "=NA()", None, "#N/A")
    sheet.write_string(4, 3, "#N/A")


def test_values_keep_their_kinds_wherever_the_used_area_begins(tmp_path: Path) -> None:
    rows = same_as_file(made(tmp_path / "值.xlsx", values)).rows
    assert rows[:2] == [[None] * 6] * 2
    assert rows[2][1:] == ["文字", 1.0, 2.5, True, False]
    assert rows[2][4] is True
    assert rows[3][1:5] == [datetime(2026, 7, 31, 8, 30), time(6), timedelta(hours=36), timedelta(days=100.25)]


def test_errors_are_told_from_texts_that_read_like_them(tmp_path: Path) -> None:
    assert grid(made(tmp_path / "值.xlsx", values)).rows[4][1:4] == [CellError("#DIV/0!"), CellError("#N/A"), "#N/A"]


def test_errors_that_xlwings_does_not_know_are_errors_too(tmp_path: Path) -> None:
    path = made(tmp_path / "新.xlsx", lambda book, sheet: sheet.write_formula(0, 0, "=SORT(B1)", None, "#SPILL!"))
    assert grid(path).rows == [[CellError("#SPILL!")]]


def test_dates_count_from_1904_where_the_workbook_does(tmp_path: Path) -> None:
    path = made(tmp_path / "1904.xlsx", values, date_1904=True)
    assert live(path).book.date1904
    assert same_as_file(path).rows[3][1] == datetime(2026, 7, 31, 8, 30)


def test_amounts_of_money_keep_all_their_decimals(tmp_path: Path) -> None:
    def money(book: xlsxwriter.Workbook, sheet: Any) -> None:
        sheet.write_number(0, 0, 1234.56789, book.add_format({"num_format": '"¥"#,##0.00'}))

    path = made(tmp_path / "钱.xlsx", money)
    assert opened(path).sheets[0].range("A1").value == Decimal("1234.5679")  # what Excel hands over
    assert grid(path).rows == [[1234.56789]]


def test_an_empty_sheet_has_no_rows(tmp_path: Path) -> None:
    assert grid(made(tmp_path / "空.xlsx", lambda book, sheet: None)).rows == []


def test_a_text_that_begins_with_an_equals_sign_is_no_formula(tmp_path: Path) -> None:
    def texts(book: xlsxwriter.Workbook, sheet: Any) -> None:
        sheet.write_string(0, 0, "=见附件")
        sheet.write_formula(0, 1, "=A2+1", None, 1)

    details = grid(made(tmp_path / "文.xlsx", texts)).details
    assert details.formula(0, 0) is None
    assert details.formula(0, 1) == "A2+1"
    assert details.formula(99, 99) is None
    assert details.number_format(99, 99) == "General"


def merged_and_hidden(book: xlsxwriter.Workbook, sheet: Any) -> None:
    sheet.merge_range("A1:F1", "标题")
    sheet.merge_range("A2:A3", "序号")
    sheet.merge_range("B2:C2", "投资")
    for row in range(3, 60):
        sheet.write_row(row, 0, [row, 1, 2, 3, 4, 5])
    for row in range(10, 50, 2):
        sheet.merge_range(row, 6, row + 1, 6, "组")
    for row in (5, 6, 40):
        sheet.set_row(row, None, None, {"hidden": True})
    sheet.set_column("D:E", 9, None, {"hidden": True})


def test_merged_areas_hidden_rows_and_columns_are_found_by_halving(tmp_path: Path) -> None:
    read = same_as_file(made(tmp_path / "合并.xlsx", merged_and_hidden))
    assert Area(0, 0, 0, 5) in read.merges
    assert len(read.merges) == 23
    assert read.hidden_rows == {5, 6, 40}
    assert read.hidden_columns == {3, 4}


def plain(book: xlsxwriter.Workbook, sheet: Any) -> None:
    for row in range(2000):
        sheet.write_row(row, 0, range(20))


def test_a_plain_sheet_takes_few_questions(tmp_path: Path) -> None:
    app = FakeApp()
    host = live(made(tmp_path / "大.xlsx", plain), app)
    before = app.faults.calls
    assert len(host.book.grids[0].rows) == 2000
    assert app.faults.calls - before < 80


def test_number_formats_of_a_uniform_column_are_one_question(tmp_path: Path) -> None:
    app = FakeApp()
    details = live(made(tmp_path / "大.xlsx", plain), app).book.grids[0].details
    details.number_format(0, 3)
    before = app.faults.calls
    assert {details.number_format(row, 3) for row in range(2000)} == {"General"}
    assert app.faults.calls == before


def test_a_sheet_formatted_to_its_end_is_read_as_far_as_it_is_filled(tmp_path: Path) -> None:
    def far(book: xlsxwriter.Workbook, sheet: Any) -> None:
        sheet.write_row(0, 0, ["甲", "乙"])
        sheet.write(30, 3, "末")
        sheet.write_blank(200_000, 20, None, book.add_format({"bold": True}))

    app = FakeApp()
    read = live(made(tmp_path / "远.xlsx", far), app).book.grids[0]
    assert app.faults.cells_read == 31 * 4
    assert (read.height, read.width) == (31, 4)
    assert read.rows[30] == [None, None, None, "末"]


def test_sheets_hidden_in_either_way_are_not_visible(tmp_path: Path) -> None:
    def three(book: xlsxwriter.Workbook, sheet: Any) -> None:
        book.add_worksheet("藏").hide()
        book.add_worksheet("深藏").very_hidden()

    assert [each.visible for each in live(made(tmp_path / "藏.xlsx", three)).book.grids] == [True, False, False]


@pytest.mark.parametrize("number", [20260630.0, -693555.0])
def test_a_number_that_is_no_date_in_a_date_column_stops_nothing(tmp_path: Path, number: float) -> None:
    """xlwings issue 2003: pywin32 hands over nothing of a block with one date that no calendar has."""
    host = live(made(tmp_path / "值.xlsx", values))
    cell = sheet_of(host, "台账").cells["B10"]
    cell.value, cell.number_format = number, "yyyy-mm-dd"
    with pytest.raises(ValueError, match="year"):
        host.workbook.sheets[0].range("A1:F10").value  # noqa: B018
    rows = host.book.grids[0].rows
    assert rows[9][1] == number
    assert rows[:9] == FileHost(tmp_path / "值.xlsx").book.grids[0].rows + [[None] * 6] * 4
