from datetime import datetime, time
from io import BytesIO
from pathlib import Path

import pytest
import xlwt

from udfs.values.cells import CellError
from workbooks.errors import Damaged, Unsafe
from workbooks.grid import Area, Book
from workbooks.reading import read_book_data


def written(*, dates_1904: bool = False) -> bytes:
    book = xlwt.Workbook(encoding="utf-8")
    book.dates_1904 = dates_1904
    sheet, hidden = book.add_sheet("明细表"), book.add_sheet("底稿")
    hidden.visibility = 1
    sheet.write_merge(0, 0, 0, 4, "项目一览表")
    for column, text in enumerate(["序号", "项目名称", "总投资", "开工", "完成率"]):
        sheet.write(2, column, text)
    values = [1, "★一期", 54583.5, datetime(2010, 7, 18), 0.85]
    codes = ["General", "@", "#,##0.00", 'yyyy"年"m"月"', "0.00%"]
    for column, (value, code) in enumerate(zip(values, codes, strict=True)):
        sheet.write(3, column, value, xlwt.easyxf(num_format_str=code))
    sheet.write(4, 0, "001")
    sheet.write(4, 1, " ")
    sheet.write(4, 2, True)
    sheet.write(4, 3, time(6, 30), xlwt.easyxf(num_format_str="h:mm"))
    sheet.write(4, 4, -0.5, xlwt.easyxf(num_format_str='0.0"天"'))
    sheet.row(4).hidden = True
    sheet.row(4).height_mismatch = True
    sheet.col(2).hidden = True
    sheet.row(5).set_cell_error(0, 0x07)
    sheet.write(9, 9, style=xlwt.easyxf("borders: left thin"))
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


@pytest.fixture(scope="module")
def book() -> Book:
    return read_book_data(written(), Path("台账.et"))


def test_it_reads_values_dates_and_errors(book: Book) -> None:
    assert book.format == "xls"
    assert book.grids[0].rows == [
        ["项目一览表", None, None, None, None],
        [None] * 5,
        ["序号", "项目名称", "总投资", "开工", "完成率"],
        [1, "★一期", 54583.5, datetime(2010, 7, 18), 0.85],
        ["001", " ", True, time(6, 30), -0.5],
        [CellError("#DIV/0!"), None, None, None, None],
    ]


def test_it_tells_merges_hidden_rows_columns_and_sheets(book: Book) -> None:
    grid = book.grids[0]
    assert (grid.merges, grid.hidden_rows, grid.hidden_columns) == ((Area(0, 0, 0, 4),), {4}, {2})
    assert [(each.name, each.visible) for each in book.grids] == [("明细表", True), ("底稿", False)]


def test_it_tells_number_formats(book: Book) -> None:
    details = book.grids[0].details
    assert details.number_format(3, 3) == 'yyyy"年"m"月"'
    assert details.number_format(3, 4) == "0.00%"
    assert details.number_format(99, 99) == "General"


def test_it_says_that_formulas_become_values(book: Book) -> None:
    assert "公式" in book.warnings[0]


def test_dates_of_the_1904_system_are_right() -> None:
    data = written(dates_1904=True)
    read = read_book_data(data, Path("台账.xls"))
    assert read.date1904
    assert read.grids[0].rows[3][3] == datetime(2010, 7, 18)


def test_one_that_needs_a_password_is_refused() -> None:
    data = bytearray(written())
    start = data.find(b"\x09\x08\x10\x00\x00\x06\x05\x00")
    interface = data.find(b"\xe1\x00\x02\x00", start)  # the record behind the first one becomes FILEPASS
    data[interface : interface + 2] = b"\x2f\x00"
    with pytest.raises(Unsafe) as refused:
        read_book_data(bytes(data), Path("台账.xls"))
    assert refused.value.code == "encrypted"


@pytest.mark.parametrize("kept", [600, 2000, 4000])
def test_one_that_was_cut_off_is_refused_as_damaged(kept: int) -> None:
    with pytest.raises(Damaged):
        read_book_data(written()[:kept], Path("台账.xls"))
