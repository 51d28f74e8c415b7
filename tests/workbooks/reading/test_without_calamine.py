"""openpyxl alone must read what calamine reads: computers without python-calamine get the same figures."""

import sys
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter

from tests.workbooks.reading.raw_xlsx import CLOCK, DATE, ELAPSED, PERCENT, raw_xlsx, row
from workbooks.grid import Book
from workbooks.reading import read_book_data

CORPUS = Path(__file__).parents[4] / "shared" / "corpus"


def without_calamine(monkeypatch: pytest.MonkeyPatch, data: bytes) -> Book:
    with monkeypatch.context() as patched:
        patched.setitem(sys.modules, "python_calamine", None)
        return read_book_data(data, Path("台账.xlsx"))


def ledger() -> bytes:
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        sheet = book.add_worksheet("明细表")
        date = book.add_format({"num_format": 'yyyy"年"m"月"'})
        sheet.merge_range("A1:E1", "一览表")
        sheet.write_row("A3", ["序号", " 项目 名称 ", "总投资", "", "备注"])
        sheet.write_row("A4", [1, "一期\n工程", 0.1 + 0.2])
        sheet.write_datetime("D4", datetime(2025, 3, 1), date)
        sheet.write_formula("E4", "=1/0", None, "#DIV/0!")
        sheet.write_datetime("E5", datetime(2025, 3, 1, 8, 30), date)
        sheet.write_row("A9", [True, "001", -3])
        sheet.set_row(3, None, None, {"hidden": True})
    return buffer.getvalue()


SAMPLES = {
    "ledger": ledger(),
    "dates": raw_xlsx(
        row(*(f's="{style}"|<v>1.5</v>' for style in (DATE, PERCENT, ELAPSED, CLOCK)), f's="{DATE}"|<v>-7</v>')
    ),
    "1904": raw_xlsx(row(f's="{DATE}"|<v>38915</v>'), properties='<workbookPr date1904="1"/>'),
    "strict": raw_xlsx(row(f's="{DATE}"|<v>40377</v>', "|<v>2</v>"), strict=True),
    "escapes": raw_xlsx(row('t="s"|<v>0</v>', "|<v>1</v>"), strings="<si><t>上_x000A_下</t><rPh><t>x</t></rPh></si>"),
    "nameless": raw_xlsx('<row><c><v>1</v></c><c t="e"><v>#N/A</v></c></row>'),
}


@pytest.mark.parametrize("name", SAMPLES)
def test_it_reads_equal_values_without_calamine(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    book, other = read_book_data(SAMPLES[name], Path("台账.xlsx")), without_calamine(monkeypatch, SAMPLES[name])
    for grid, twin in zip(book.grids, other.grids, strict=True):
        assert twin.rows == grid.rows
        assert (twin.merges, twin.hidden_rows, twin.uncalculated) == (grid.merges, grid.hidden_rows, grid.uncalculated)


def test_no_sheet_of_a_strict_workbook_is_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    assert without_calamine(monkeypatch, SAMPLES["strict"]).grids[0].rows == [[datetime(2010, 7, 18), 2]]


@pytest.mark.skipif(not CORPUS.is_dir(), reason="NOT TESTED: ../shared/corpus is missing")
def test_it_reads_equal_values_over_the_corpus(monkeypatch: pytest.MonkeyPatch) -> None:
    differing = []
    for path in sorted(CORPUS.glob("*.xls?")):
        data = path.read_bytes()
        book, other = read_book_data(data, path), without_calamine(monkeypatch, data)
        for grid, twin in zip(book.grids, other.grids, strict=True):
            if comparable(twin.rows) != comparable(grid.rows):
                differing.append((path.name, grid.name))
    assert differing == []


def comparable(rows: list[list[object]]) -> list[list[object]]:
    """Return the values with the documented exceptions taken out.

    calamine trims texts that don't ask for their spaces to be kept (`xml:space`), and cuts microseconds off.
    """
    return [[_comparable(value) for value in row] for row in rows]


def _comparable(value: object) -> object:
    if isinstance(value, str):
        return " ".join(value.split()) or None
    if isinstance(value, datetime):
        return (value + timedelta(milliseconds=500)).replace(microsecond=0)
    return value
