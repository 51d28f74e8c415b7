"""Sheets' names and workbooks' addresses as LibreOffice and Excel write them in formulas."""

from collections.abc import Iterator
from unicodedata import category

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.workbooks.libreoffice.formula_cases import SHEETS
from tests.workbooks.libreoffice.formula_judge import Calc, running
from workbooks.libreoffice.notation import file_for_excel, file_for_libreoffice, sheet_for_excel, sheet_for_libreoffice


@pytest.fixture(scope="module")
def calc() -> Iterator[Calc]:
    with running() as office:
        one = Calc(office)
        yield one
        one.close()


@given(
    st.sampled_from(["/", "C:\\", "\\\\server\\share\\", "https://example.com/"]),
    st.lists(st.text("甲ab 1.'#%?;&+=(){}", min_size=1), min_size=1, max_size=4),
)
def test_the_address_of_a_workbook_comes_back(root: str, parts: list[str]) -> None:
    stroke = "\\" if "\\" in root else "/"
    path = root + stroke.join(parts)
    address = file_for_libreoffice(path)
    assert address is not None
    assert "".join(file_for_excel(address) or ()) == path


def test_libreoffice_quotes_the_sheets_that_we_quote(calc: Calc) -> None:
    sheet = calc.document.Sheets.getByName("S3")
    calc.own("=$S3.A1")
    tried = 0
    ranges = (
        range(0x21, 0x600),
        range(0x1E00, 0x2600),
        range(0x3000, 0x3400),
        range(0x9FA0, 0x9FB0),
        range(0xFE30, 0xFFEF),
    )
    wrong = []
    for character in (chr(code) for codes in ranges for code in codes):
        if category(character) == "Cn" or character in "'*/:?[\\]":
            continue  # Python's Unicode and LibreOffice's are of different years; and what no sheet may be called
        sheet.Name = f"a{character}b"
        if calc.cell.getFormula() != f"=${sheet_for_libreoffice(sheet.Name)}.A1":
            wrong.append(character)
        tried += 1
    sheet.Name = "S3"
    assert wrong == []
    assert tried > 4000


def is_free(name: str) -> bool:
    ends_well = name[0] != "'" and name[-1] != "'" and name.strip() != ""
    return ends_well and name.casefold() not in {sheet.casefold() for sheet in SHEETS}


@given(st.text("Aa1._R C$é项'（-", min_size=1, max_size=5).filter(is_free))
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_quoted_sheet_is_read_by_libreoffice_as_the_same_sheet(calc: Calc, name: str) -> None:
    sheet = calc.document.Sheets.getByName("S3")
    sheet.Name = name
    try:
        own = calc.own(calc.grammar.from_excel(f"={sheet_for_excel(name)}!A1"))
        assert own == f"=${sheet_for_libreoffice(name)}.A1"
        assert calc.grammar.to_excel(own) == f"={sheet_for_excel(name)}!A1"
    finally:
        sheet.Name = "S3"
