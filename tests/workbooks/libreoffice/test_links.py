"""Links in cells: to other places, and within the workbook."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from xlwings import Book, Sheet


def test_a_link_has_an_address_and_a_text(sheet: Sheet) -> None:
    sheet["A1"].add_hyperlink("https://example.org/a?b=1&c=%20", "看")
    assert sheet["A1"].value == "看"
    assert sheet["A1"].hyperlink == "https://example.org/a?b=1&c=%20"


def test_a_link_without_a_text_shows_its_address(sheet: Sheet) -> None:
    sheet["A1"].add_hyperlink("https://example.org/")
    assert sheet["A1"].value == "https://example.org/"


def test_a_link_takes_the_place_of_what_was_there(sheet: Sheet) -> None:
    sheet["A1"].value = "旧"
    sheet["A1"].add_hyperlink("https://example.org/", "新")
    assert sheet["A1"].value == "新"
    sheet["A1"].add_hyperlink("https://example.com/", "更新")
    assert (sheet["A1"].value, sheet["A1"].hyperlink) == ("更新", "https://example.com/")


def test_a_link_leads_into_the_workbook_and_is_saved(book: Book, tmp_path: Path) -> None:
    book.sheets.add("重点 项目", after=book.sheets[0])
    cell = book.sheets[0]["A1"]
    cell.add_hyperlink("#'重点 项目'!B5", "去看")
    assert cell.hyperlink == "#'重点 项目'!B5"
    book.save(tmp_path / "链接.xlsx")
    saved = load_workbook(tmp_path / "链接.xlsx").worksheets[0]["A1"]
    assert saved.value == "去看"
    assert (saved.hyperlink.location or saved.hyperlink.target).lstrip("#") == "'重点 项目'!B5"


@pytest.mark.parametrize("value", [None, 5, "https://example.org/"])
def test_a_cell_without_a_link_says_so(sheet: Sheet, value: object) -> None:
    sheet["A1"].value = value
    with pytest.raises(ValueError, match="no link"):
        _ = sheet["A1"].hyperlink
