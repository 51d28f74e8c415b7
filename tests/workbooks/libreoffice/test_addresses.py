"""How blocks of cells are asked for, and said again. No LibreOffice is needed for that."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter, range_boundaries

from workbooks.grid import Area
from workbooks.libreoffice.addresses import COLUMNS, ROWS, areas_of, said

FORMS = {
    "A1": Area(0, 0, 0, 0),
    "$B$2": Area(1, 1, 1, 1),
    "b$2": Area(1, 1, 1, 1),
    "A1:C3": Area(0, 0, 2, 2),
    "$A$1:C3": Area(0, 0, 2, 2),
    "C3:A1": Area(0, 0, 2, 2),
    "C1:A3": Area(0, 0, 2, 2),
    "A1 : C3": Area(0, 0, 2, 2),
    "XFD1048576": Area(ROWS - 1, COLUMNS - 1, ROWS - 1, COLUMNS - 1),
    "B:D": Area(0, 1, ROWS - 1, 3),
    "$D:$B": Area(0, 1, ROWS - 1, 3),
    "A:A": Area(0, 0, ROWS - 1, 0),
    "2:4": Area(1, 0, 3, COLUMNS - 1),
    "$3:$3": Area(2, 0, 2, COLUMNS - 1),
}


@pytest.mark.parametrize(("text", "area"), FORMS.items())
def test_an_address_is_a_block(text: str, area: Area) -> None:
    assert areas_of(text) == [area]


def test_commas_part_blocks() -> None:
    assert areas_of("A1,$B$2:C3, E:E") == [Area(0, 0, 0, 0), Area(1, 1, 2, 2), Area(0, 4, ROWS - 1, 4)]


def test_a_cell_is_counted_from_one() -> None:
    assert areas_of((1, 1)) == [Area(0, 0, 0, 0)]
    assert areas_of((3, 2)) == [Area(2, 1, 2, 1)]


@pytest.mark.parametrize("cell", [(0, 1), (1, 0), (-1, 5), (ROWS + 1, 1), (1, COLUMNS + 1)])
def test_a_cell_off_the_sheet_is_refused(cell: tuple[int, int]) -> None:
    with pytest.raises(IndexError):
        areas_of(cell)


def test_two_corners_span_a_block() -> None:
    assert areas_of((3, 2), (1, 4)) == [Area(0, 1, 2, 3)]
    assert areas_of("B3", "D1") == [Area(0, 1, 2, 3)]
    assert areas_of("B3", (1, 4)) == [Area(0, 1, 2, 3)]


def test_a_slice_is_asked_for_by_its_size() -> None:
    assert areas_of((2, 3, 4, 5)) == [Area(1, 2, 4, 6)]
    assert said(areas_of((2, 3, 0, 5))) == "$C$2{0x5}"


@pytest.mark.parametrize(
    "text",
    ["", "1", "A", "A0", "ABCD1", "A1:B", "A:1", "A1:B2:C3", "甲1", "A1;B2", "XFE1", "A1048577", "A1,", "$A$", ":"],
)
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no address"):
        areas_of(text)


def test_addresses_are_said_as_excel_says_them() -> None:
    assert said([Area(0, 0, 0, 0)]) == "$A$1"
    assert said([Area(0, 0, 1, 1), Area(4, 2, 4, 2)]) == "$A$1:$B$2,$C$5"
    assert said([Area(0, 0, 1, 1)], row_absolute=False) == "$A1:$B2"
    assert said([Area(0, 0, 1, 1)], column_absolute=False) == "A$1:B$2"
    assert said(areas_of("B:D")) == "$B:$D"
    assert said(areas_of("3:3")) == "$3:$3"
    assert said([Area(0, 0, ROWS - 1, COLUMNS - 1)]) == "$1:$1048576"


Cell = tuple[int, int]
CELLS = st.tuples(st.integers(1, ROWS), st.integers(1, COLUMNS))


@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=4), st.booleans(), st.booleans())
def test_what_is_said_is_understood(
    blocks: list[tuple[tuple[int, int], tuple[int, int]]], row: bool, column: bool
) -> None:
    areas = [areas_of(one, other)[0] for one, other in blocks]
    assert areas_of(said(areas, row_absolute=row, column_absolute=column)) == areas


@given(CELLS, CELLS)
def test_a_library_reads_addresses_alike(one: tuple[int, int], other: tuple[int, int]) -> None:
    text = ":".join(f"{get_column_letter(column)}{row}" for row, column in (one, other))
    left, top, right, bottom = range_boundaries(said(areas_of(text)))
    (area,) = areas_of(text)
    assert (area.top + 1, area.left + 1, area.bottom + 1, area.right + 1) in {
        (top, left, bottom, right),
        (1 if top is None else top, left, ROWS if bottom is None else bottom, right),
        (top, 1 if left is None else left, bottom, COLUMNS if right is None else right),
    }
