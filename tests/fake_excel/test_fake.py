"""The fake Excel: strict about what it doesn't have, and like Excel in what bites."""

from collections.abc import Callable
from pathlib import Path

import pytest
import xlwings
from openpyxl import load_workbook

from tests.fake_excel import ComError, opened
from tests.workbooks.hosts.books import ledger_file
from workbooks.hosts.file import FileHost


@pytest.fixture
def book(tmp_path: Path) -> xlwings.Book:
    return opened(ledger_file(tmp_path))


@pytest.mark.parametrize(
    ("ask", "member"),
    [
        (lambda b: b.sheets[0].used_range.font, "FakeRange.font"),
        (lambda b: b.sheets[0].used_range.end("down"), "FakeRange.end"),
        (lambda b: b.sheets[0].used_range.color, "FakeRange.color"),
        (lambda b: b.sheets[0].autofit(), "FakeSheet.autofit"),
        (lambda b: b.sheets.add("新"), "FakeSheets.add"),
        (lambda b: b.app.quit(), "FakeApp.quit"),
        (lambda b: b.sheets[0].api.UsedRange, "Worksheet.UsedRange"),
        (lambda b: setattr(b.app.api, "Ready", True), "Application.Ready"),
        (lambda b: setattr(b.sheets[0].range("A1"), "wrap_text", True), "FakeRange.wrap_text"),
    ],
)
def test_a_member_that_it_does_not_have_is_named(
    book: xlwings.Book, ask: Callable[[xlwings.Book], object], member: str
) -> None:
    with pytest.raises(NotImplementedError, match=member):
        ask(book)


def test_numbers_are_floats_and_blocks_are_tuples(book: xlwings.Book) -> None:
    assert book.sheets[0].range("A3:C3").raw_value == ((1.0, "项目1 <甲&乙>", 2000.0),)
    assert type(book.sheets[0].range("A3").raw_value) is float


def test_what_looks_like_a_number_becomes_one(book: xlwings.Book) -> None:
    cell = book.sheets[0].range("F1")
    cell.value = "001"
    assert cell.value == 1.0
    cell.value = "'001"
    assert cell.value == "001"


def test_addresses_and_names_that_are_too_long_are_refused(book: xlwings.Book) -> None:
    sheet = book.sheets[0]
    sheet.range(",".join(["A1"] * 85))
    with pytest.raises(ComError):
        sheet.range(",".join(["A1"] * 86))
    sheet.names.add("短", "=" + "A" * 254)
    with pytest.raises(ComError):
        sheet.names.add("长", "=" + "A" * 255)


def test_deleting_a_sheet_breaks_what_speaks_of_it(book: xlwings.Book) -> None:
    book.sheets["备注"].range("F1").formula = "='明细表'!A1"
    book.sheets["明细表"].delete()
    assert book.sheets["备注"].range("F1").formula == "=#REF!A1"


def test_a_saved_workbook_has_what_its_formulas_came_to(book: xlwings.Book, tmp_path: Path) -> None:
    book.save()
    assert FileHost(tmp_path / "台账.xlsx").book.grids[0].rows[2] == [1.0, "项目1 <甲&乙>", 2000.0, 1000.0]
    assert load_workbook(tmp_path / "台账.xlsx")["明细表"]["D3"].value == "=C3*0.5"
