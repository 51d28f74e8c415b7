"""Sheets: found, added, named, hidden, shown in front, deleted; frozen panes."""

from pathlib import Path

import pytest
import xlsxwriter
from openpyxl import load_workbook
from xlwings import App, Book, Sheet


def names(book: Book) -> list[str]:
    return [sheet.name for sheet in book.sheets]


def test_a_fresh_workbook_has_one_sheet(book: Book) -> None:
    assert names(book) == ["Sheet1"]
    assert book.sheets.active.name == "Sheet1"


def test_sheets_are_added_before_after_and_before_the_one_in_front(book: Book) -> None:
    first = book.sheets[0]
    book.sheets.add("后", after=first)
    book.sheets.add("前", before=first)
    assert names(book) == ["前", "Sheet1", "后"]
    book.sheets["后"].activate()
    assert book.sheets.add().name == "Sheet4"
    assert names(book) == ["前", "Sheet1", "Sheet4", "后"]


def test_an_added_sheet_is_in_front(book: Book) -> None:
    book.sheets.add("新", after=book.sheets[0])
    assert book.sheets.active.name == "新"


def test_sheets_are_found_by_name_whatever_its_case_and_by_place(book: Book) -> None:
    book.sheets.add("Abc", after=book.sheets[0])
    assert book.sheets["aBC"].name == "Abc"
    assert (book.sheets[1].name, book.sheets[-1].name, book.sheets(1).name) == ("Abc", "Abc", "Sheet1")
    assert ("ABC" in book.sheets, "别的" in book.sheets, len(book.sheets)) == (True, False, 2)
    assert [sheet.index for sheet in book.sheets] == [1, 2]
    with pytest.raises(KeyError):
        _ = book.sheets["别的"]
    with pytest.raises(IndexError):
        _ = book.sheets[2]


def test_a_name_twice_is_refused(book: Book) -> None:
    with pytest.raises(ValueError, match="already"):
        book.sheets.add("sheet1")


def test_a_sheet_is_renamed(sheet: Sheet) -> None:
    sheet.name = "督导总览"
    assert (sheet.name, names(sheet.book)) == ("督导总览", ["督导总览"])


def test_a_sheet_is_deleted(book: Book) -> None:
    book.sheets.add("去", after=book.sheets[0]).delete()
    assert names(book) == ["Sheet1"]


def test_a_sheet_is_hidden_and_shown(book: Book) -> None:
    other = book.sheets.add("藏", after=book.sheets[0])
    other.visible = False
    assert (other.visible, book.sheets[0].visible) == (False, True)
    other.visible = -1
    assert other.visible is True


def test_a_sheet_knows_its_workbook(book: Book) -> None:
    assert book.sheets[0].book == book


def test_a_sheet_is_emptied(sheet: Sheet) -> None:
    sheet["C3"].value = "x"
    sheet["C3"].color = "#FF0000"
    sheet.clear_contents()
    assert (sheet["C3"].value, sheet["C3"].color) == (None, (255, 0, 0))
    sheet.clear_formats()
    assert sheet["C3"].color is None
    sheet["C3"].value = "x"
    sheet.clear()
    assert sheet.used_range.address == "$A$1"


PANES = {"A1": "B2", "A1:B2": "C3", "1:3": "A4", "A:B": "C1", "C2": "D3"}


@pytest.mark.parametrize(("frozen", "first_that_moves"), PANES.items())
def test_panes_are_frozen_and_saved(book: Book, tmp_path: Path, frozen: str, first_that_moves: str) -> None:
    other = book.sheets.add("另", after=book.sheets[0])
    book.sheets[0].activate()
    other.freeze_panes.freeze_at(frozen)
    assert book.sheets.active.name == "Sheet1"
    book.save(tmp_path / "冻结.xlsx")
    saved = load_workbook(tmp_path / "冻结.xlsx")
    assert [sheet.freeze_panes for sheet in saved] == [None, first_that_moves]


@pytest.mark.parametrize("zoom", [60, 80, 135])
def test_as_many_rows_are_frozen_at_any_zoom_and_height(book: Book, tmp_path: Path, zoom: int) -> None:
    sheet = book.sheets[0]
    book.api.CurrentController.ZoomValue = zoom
    for row in range(1, 9):
        sheet[row, 0].row_height = 11.3 + row
    sheet.freeze_panes.freeze_at("A1:A7")
    book.save(tmp_path / "冻结.xlsx")
    assert load_workbook(tmp_path / "冻结.xlsx").active.freeze_panes == "B8"


def test_panes_are_let_go(office: App, tmp_path: Path, book: Book) -> None:
    with xlsxwriter.Workbook(tmp_path / "冻结.xlsx") as made:
        made.add_worksheet().freeze_panes(2, 1)
    frozen = office.books.open(tmp_path / "冻结.xlsx")
    frozen.sheets[0].freeze_panes.unfreeze()
    frozen.save()
    assert load_workbook(tmp_path / "冻结.xlsx").active.freeze_panes is None
