"""Rows put into a sheet that XlsxWriter has finished."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from xlsxwriter.workbook import Workbook

from workbooks.sheets.bulk import MOST_LINKS, Cells, Link, Rows, filled, sample


def written(columns: list[list[object]], links: list[Link] = (), which: list[int] = ()) -> Worksheet:
    """Return the sheet with these columns from row 3 on, under a heading; the first column has two formats."""
    return load_workbook(BytesIO(package(columns, links, which))).active


def package(columns: list[list[object]], links: list[Link] = (), which: list[int] = ()) -> bytes:
    """Return the workbook of that sheet."""
    output = BytesIO()
    book = Workbook(output, {"constant_memory": True})
    sheet = book.add_worksheet()
    formats = [book.add_format({"bold": True}), book.add_format({"italic": True})]
    sheet.write_string(1, 0, "标题")
    sheet.center_horizontally()
    cells = [Cells(columns[0], formats, which), *(Cells(values, formats[:1]) for values in columns[1:])]
    sample(sheet, 2, cells)
    book.close()
    rows = Rows(1, 2, [20.0] * len(columns[0]), cells, links)
    return filled(output.getvalue(), [rows])


def xml(content: bytes) -> str:
    return ZipFile(BytesIO(content)).read("xl/worksheets/sheet1.xml").decode()


def test_texts_numbers_and_blanks_stand_in_their_cells():
    sheet = written([["甲", None, ""], [1.5, 2, None]])
    assert [[cell.value for cell in row] for row in sheet["A2:B5"]] == [
        ["标题", None],
        ["甲", 1.5],
        [None, 2],
        [None, None],
    ]


def test_each_cell_has_its_format():
    sheet = written([["甲", "乙", "丙"]], which=[1, 0, 1])
    assert [sheet.cell(row, 1).font.b for row in (3, 4, 5)] == [False, True, False]
    assert [sheet.cell(row, 1).font.i for row in (3, 4, 5)] == [True, False, True]


def test_rows_have_their_heights():
    assert written([["甲"]]).row_dimensions[3].height == 20.0


@pytest.mark.parametrize("text", ["=1+1", "+86", "-5", "@某", "<r>&\"'</r>", " 前后空格 ", "一\n二"])
def test_text_stays_text(text):
    cell = written([[text]])["A3"]
    assert (cell.value, cell.data_type) in ((text, "s"), (text, "inlineStr"))


@given(st.lists(st.text(st.characters(exclude_categories=("Cs", "Cc"))), min_size=1, max_size=4))
def test_any_text_survives(values):
    sheet = written([list(values)])
    assert [sheet.cell(row, 1).value or "" for row in range(3, 3 + len(values))] == values


def test_control_characters_do_not_break_the_sheet():
    assert written([["a\x01b\x0bc\ud800"]])["A3"].value


def test_links_lead_into_the_workbook():
    sheet = written([["甲"]], [Link("A3", "'它''s & \"表\"'!B4")])
    assert sheet["A3"].hyperlink.location == "'它''s & \"表\"'!B4"


def test_links_stop_at_excels_limit():
    count = MOST_LINKS + 3
    assert xml(package([[1] * 3], [Link("A3", "'表'!A1")] * count)).count("<hyperlink ") == MOST_LINKS


def test_what_looks_like_an_escape_is_escaped_as_excel_does():
    assert "<t>_x005F_x0041_</t>" in xml(package([["_x0041_"]]))


def test_the_dimension_covers_the_rows():
    assert '<dimension ref="A2:B5"/>' in xml(package([["甲"] * 3, [1.0] * 3]))
