import struct
from datetime import datetime
from pathlib import Path

import pytest

from tests.workbooks.reading.raw_xlsb import cell, record, row, text, xlsb
from udfs.values.cells import CellError
from workbooks.errors import Damaged, Unsafe
from workbooks.grid import Area, Book
from workbooks.reading import read_book_data

STRING, REAL, BOOLEAN, ERROR = 6, 5, 4, 3
ROWS = (
    row(0, cell(STRING, 0, 0, text("一览表")))
    + row(
        2,
        cell(REAL, 0, 0, struct.pack("<d", 1)),
        cell(STRING, 1, 0, text("★一期")),
        cell(REAL, 2, 1, struct.pack("<d", 40377)),
        cell(REAL, 3, 2, struct.pack("<d", 0.85)),
    )
    + row(3, cell(BOOLEAN, 0, 0, b"\1"), cell(ERROR, 4, 0, b"\7"), hidden=True)
)
MERGE = record(177, struct.pack("<I", 1)) + record(176, struct.pack("<4I", 0, 0, 0, 3)) + record(178)
HIDDEN_COLUMN = record(390) + record(60, struct.pack("<4IH", 1, 1, 2000, 0, 1)) + record(391)


@pytest.fixture(scope="module")
def book() -> Book:
    return read_book_data(xlsb(ROWS, columns=HIDDEN_COLUMN, behind=MERGE), Path("台账.xlsx"))


def test_it_reads_values_dates_and_errors(book: Book) -> None:
    assert book.format == "xlsb"
    assert book.grids[0].rows == [
        ["一览表", None, None, None, None],
        [None] * 5,
        [1, "★一期", datetime(2010, 7, 18), 0.85, None],
        [True, None, None, None, CellError("#DIV/0!")],
    ]


def test_it_tells_merges_hidden_rows_columns_and_sheets(book: Book) -> None:
    grid = book.grids[0]
    assert (grid.merges, grid.hidden_rows, grid.hidden_columns) == ((Area(0, 0, 0, 3),), {3}, {1})
    assert [(each.name, each.visible) for each in book.grids] == [("明细表", True), ("底稿", False)]


def test_it_tells_number_formats(book: Book) -> None:
    details = book.grids[0].details
    assert [details.number_format(2, column) for column in (0, 2, 3)] == ["General", 'yyyy"年"m"月"', "0.00%"]


def test_dates_of_the_1904_system_are_right() -> None:
    rows = row(0, cell(REAL, 0, 1, struct.pack("<d", 38915)))
    assert read_book_data(xlsb(rows, date1904=True), Path("a.xlsb")).grids[0].rows == [[datetime(2010, 7, 18)]]


def test_a_cell_in_the_last_corner_is_refused_before_it_fills_the_memory() -> None:
    rows = row(0, cell(REAL, 0, 0, bytes(8))) + row(1_048_575, cell(REAL, 16_383, 0, bytes(8)))
    with pytest.raises(Unsafe):
        read_book_data(xlsb(rows), Path("a.xlsb"))


def test_one_cut_off_within_a_record_is_refused() -> None:
    with pytest.raises(Damaged):
        read_book_data(xlsb(ROWS)[:900], Path("a.xlsb"))
