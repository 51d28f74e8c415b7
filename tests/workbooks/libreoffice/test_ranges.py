"""Where blocks of cells are: addresses, neighbours, used range, ends, regions; as Excel goes with Ctrl and an arrow."""

import pytest
from xlwings import App, Book, Sheet

TABLE = [
    ["序号", "项目", None, "x"],
    [1, "甲", None, None],
    [2, "乙", None, None],
    [None, None, None, None],
    [3, None, 5, None],
]


@pytest.fixture
def filled(sheet: Sheet) -> Sheet:
    """Return a sheet with two blocks of cells and one alone, from B2 on."""
    sheet["B2"].value = TABLE
    return sheet


def test_a_range_tells_where_it_is(sheet: Sheet) -> None:
    block = sheet["C2:E5"]
    assert (block.row, block.column, block.shape, block.size, block.count) == (2, 3, (4, 3), 12, 12)
    assert block.address == "$C$2:$E$5"
    assert (block.last_cell.address, block(2, 3).address, block(4).address) == ("$E$5", "$E$3", "$C$3")
    assert block.sheet == sheet


def test_a_range_of_several_blocks_tells_of_the_first(sheet: Sheet) -> None:
    several = sheet["C2:D3,F7"]
    assert (several.address, several.row, several.shape) == ("$C$2:$D$3,$F$7", 2, (2, 2))
    assert len(several.impl) == 5


def test_addresses_are_absolute_or_not_and_name_the_sheet_and_the_workbook(book: Book) -> None:
    book.sheets[0].name = "明细 '26"
    cells = book.sheets[0]["A1:B2"]
    assert cells.get_address(False, False) == "A1:B2"
    assert cells.get_address(True, False) == "A$1:B$2"
    assert cells.get_address(False, True) == "$A1:$B2"
    assert cells.get_address(include_sheetname=True) == "'明细 ''26'!$A$1:$B$2"
    assert cells.get_address(external=True) == f"'[{book.name}]明细 ''26'!$A$1:$B$2"


def test_blocks_are_moved_and_sized(sheet: Sheet) -> None:
    assert sheet["B2"].offset(1, 2).address == "$D$3"
    assert sheet["B2:C3"].resize(3, 1).address == "$B$2:$B$4"
    assert sheet.range("B2", "D4").address == "$B$2:$D$4"
    assert sheet.range((2, 2), (4, 4)).address == "$B$2:$D$4"
    assert sheet.range(sheet["B2"], sheet["D4"]).address == "$B$2:$D$4"


def test_the_cells_of_a_sheet_are_all_of_it(sheet: Sheet) -> None:
    assert sheet.cells.shape == (1_048_576, 16_384)
    assert sheet.cells.address == "$1:$1048576"
    assert sheet.cells.last_cell.address == "$XFD$1048576"


def test_a_defined_name_is_a_range_too(filled: Sheet) -> None:
    filled["B2:C4"].name = "项目表"
    assert filled["项目表"].address == "$B$2:$C$4"
    assert filled.range("项目表").value[0] == ["序号", "项目"]


def test_what_is_neither_address_nor_name_is_refused(sheet: Sheet) -> None:
    with pytest.raises(ValueError, match="没有的名字"):
        sheet.range("没有的名字")


def test_the_used_range_spans_all_that_is_filled(filled: Sheet) -> None:
    assert filled.used_range.address == "$B$2:$E$6"
    filled["G9"].color = "#FF0000"
    assert filled.used_range.address == "$B$2:$G$9"


ENDS = {
    ("B2", "down"): "$B$4",  # the last before a blank
    ("B4", "down"): "$B$6",  # the first after blanks
    ("B6", "down"): "$B$1048576",  # the edge
    ("B6", "up"): "$B$4",
    ("B4", "up"): "$B$2",
    ("B2", "up"): "$B$1",
    ("B2", "right"): "$C$2",
    ("C2", "right"): "$E$2",
    ("E2", "right"): "$XFD$2",
    ("E2", "left"): "$C$2",
    ("C2", "left"): "$B$2",
    ("B2", "left"): "$A$2",
    ("A1", "down"): "$A$1048576",
    ("D2", "down"): "$D$6",
    ("XFD2", "left"): "$E$2",
    ("C1048576", "up"): "$C$4",
}


@pytest.mark.parametrize(("start", "end"), ENDS.items())
def test_the_end_is_where_ctrl_and_an_arrow_lead(filled: Sheet, start: tuple[str, str], end: str) -> None:
    cell, direction = start
    assert filled[cell].end(direction).address == end


def test_a_formula_that_gives_nothing_is_no_blank(sheet: Sheet) -> None:
    sheet["A1:A3"].value = [[1], ['=""'], [3]]
    assert sheet["A1"].end("down").address == "$A$3"


def test_a_region_goes_to_the_blanks_around_it(filled: Sheet) -> None:
    assert filled["C3"].current_region.address == "$B$2:$C$4"
    assert filled["H20"].current_region.address == "$H$20"


def test_a_table_grows_down_and_right(filled: Sheet) -> None:
    assert filled["B2"].expand().address == "$B$2:$C$4"
    assert filled["B2"].expand("down").address == "$B$2:$B$4"
    assert filled["B2"].expand("right").address == "$B$2:$C$2"
    assert filled["B6"].expand().address == "$B$6"


def test_what_is_selected_is_told(office: App, filled: Sheet) -> None:
    filled["C3:D4"].select()
    assert filled.book.selection.address == "$C$3:$D$4"
    assert office.selection.address == "$C$3:$D$4"
