"""The workbook of the supervision sheets as a whole."""

from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from tests.workbooks.sheets import examples
from tests.workbooks.sheets.reading import FINDINGS, city, header_row, rendered, texts
from workbooks.settings import Settings

SCHEMAS = Path(__file__).parents[4] / "shared" / "schema" / "ooxml"
OURS = ["督导总览", "亮灯表", "排名", "督办清单", "数据问题"]
LEDGERS = {
    "county": examples.county,
    "city": examples.city,
    "promotion": examples.promotion,
    "supervision": examples.supervision_items,
    "funding": examples.funding,
    "indicators": examples.indicators,
    "empty": examples.empty,
    "one": examples.one,
    "by_month": examples.by_month,
}


@cache
def loaded(schema: str):
    from lxml import etree

    return etree.XMLSchema(file=str(SCHEMAS / schema))


def schema_of(part: str) -> str | None:
    if part.startswith(("xl/worksheets/sheet", "xl/styles", "xl/workbook.xml", "xl/sharedStrings")):
        return "sml.xsd"
    if part.startswith("xl/charts/chart"):
        return "dml-chart.xsd"
    return "dml-spreadsheetDrawing.xsd" if part.startswith("xl/drawings/drawing") else None


@pytest.mark.parametrize("name", LEDGERS)
def test_every_part_holds_to_the_schema(name):
    if not SCHEMAS.is_dir():
        pytest.skip("NOT TESTED: ../shared/schema is missing")
    from lxml import etree

    checked = 0
    with ZipFile(BytesIO(rendered(*LEDGERS[name](), findings=FINDINGS))) as package:
        for part in package.namelist():
            schema = schema_of(part)
            if schema:
                # Excel itself writes xml:space, which the published schema forgot.
                xml = package.read(part).replace(b' xml:space="preserve"', b"")
                loaded(schema).assertValid(etree.fromstring(xml))
                checked += 1
    assert checked >= 7


@pytest.mark.parametrize("name", LEDGERS)
def test_no_sheet_says_none_or_shows_an_error(name):
    book = load_workbook(BytesIO(rendered(*LEDGERS[name]())))
    assert [sheet for sheet in book.sheetnames if sheet != "督办情况"] == OURS
    for sheet in book:
        said = texts(sheet)
        assert "None" not in said and "nan" not in said and "{" not in said


def test_there_are_no_formulas():
    for sheet in city():
        assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


def test_all_strings_are_inline():
    with ZipFile(BytesIO(rendered(*examples.county()))) as package:
        assert not any("sharedStrings" in part for part in package.namelist())


def test_each_sheet_prints_landscape_one_page_wide_with_page_numbers():
    for sheet in city():
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.oddFooter.center.text == "第 &P 页 共 &N 页"


def test_the_lists_are_for_a3_and_the_rest_for_a4():
    assert [sheet.page_setup.paperSize for sheet in city()] == [9, 8, 9, 8, 9]


def test_the_paper_is_a_setting():
    book = load_workbook(BytesIO(rendered(*examples.county(), settings=Settings({"sheets.paper": "A4"}))))
    assert {sheet.page_setup.paperSize for sheet in book} == {9}


@pytest.mark.parametrize("name", ["亮灯表", "督办清单", "数据问题"])
def test_lists_keep_their_headings_in_sight_and_on_each_page_and_can_be_filtered(name):
    sheet = city()[name]
    row = header_row(sheet)
    assert sheet.freeze_panes == f"C{row + 1}"
    assert sheet.print_title_rows == f"${row}:${row}"
    assert sheet.auto_filter.ref.startswith(f"A{row}:") and sheet.auto_filter.ref.endswith(str(sheet.max_row))


def test_the_ranking_keeps_its_headings_too():
    sheet = city()["排名"]
    row = header_row(sheet, "名次")
    assert (sheet.freeze_panes, sheet.print_title_rows) == (f"C{row + 1}", f"${row}:${row}")


def test_every_row_of_a_list_has_a_height():
    sheet = city()["亮灯表"]
    assert all(sheet.row_dimensions[row].height for row in range(header_row(sheet), sheet.max_row + 1))


def test_every_sheet_has_room_for_its_title():
    for name in ("one", "promotion", "empty"):
        for sheet in load_workbook(BytesIO(rendered(*LEDGERS[name]()))):
            columns = sheet.column_dimensions.values()
            assert sum(column.width * (column.max - column.min + 1) for column in columns) >= 119


def test_no_row_is_higher_than_excel_lets_it_be():
    many = examples.projects(3, examples.TOWNS)
    many["problem"], many["region"] = ["征地拆迁进度慢。" * 4_000] * 3, ["很长的地名" * 8_000, "东镇", "西镇"]
    book = load_workbook(BytesIO(rendered(examples.ledger(many))))
    for sheet in book:
        assert all(0 < row.height <= 409 for row in sheet.row_dimensions.values() if row.height)
        assert all(len(str(cell.value or "")) <= 2_000 for row in sheet.iter_rows() for cell in row)
