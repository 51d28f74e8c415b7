import zipfile
from datetime import datetime, time, timedelta
from io import BytesIO
from pathlib import Path

import pytest

from udfs.values.cells import CellError
from workbooks.errors import Damaged, Unsafe
from workbooks.grid import Area, Book
from workbooks.reading import read_book_data

_NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text", "style")
)
TABLES = """<table:table table:name="明细表" table:style-name="ta1">
<table:table-column/><table:table-column-group><table:table-column table:visibility="collapse"/>
</table:table-column-group>
<table:table-column table:number-columns-repeated="1000"/>
<table:table-header-rows><table:table-row><table:table-cell office:value-type="string" table:number-columns-spanned="4"
 table:number-rows-spanned="1"><text:p>一览<text:span>表</text:span></text:p></table:table-cell>
<table:covered-table-cell table:number-columns-repeated="3"/></table:table-row></table:table-header-rows>
<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="1024"/>
</table:table-row>
<table:table-row><table:table-cell office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell>
<table:table-cell office:value-type="string"><office:annotation><text:p>批注</text:p></office:annotation>
<text:p>张<text:s text:c="2"/>三</text:p><text:p>第二行</text:p></table:table-cell>
<table:table-cell office:value-type="date" office:date-value="2025-03-05"><text:p>25/3/5</text:p></table:table-cell>
<table:table-cell office:value-type="percentage" office:value="0.85"><text:p>85%</text:p></table:table-cell>
</table:table-row>
<table:table-row table:visibility="filter"><table:table-cell office:value-type="boolean" office:boolean-value="true"/>
<table:table-cell office:value-type="time" office:time-value="PT06H30M00S"/>
<table:table-cell office:value-type="time" office:time-value="PT36H00M00S"/>
<table:table-cell table:formula="of:=[.A4]/0" office:value-type="string" office:string-value=""><text:p>#DIV/0!</text:p>
</table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="string"
 table:number-columns-repeated="2"><text:p>同</text:p></table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="1024"/>
</table:table-row></table:table>
<table:table table:name="底稿" table:style-name="ta2">
<table:table-row><table:table-cell/></table:table-row></table:table>"""
STYLES = """<style:style style:name="ta1" style:family="table">
<style:table-properties table:display="true"/></style:style>
<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>"""


def ods(tables: str = TABLES, manifest: str = "<manifest/>") -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr("content.xml", flat(tables))
    return buffer.getvalue()


def flat(tables: str) -> str:
    return (
        f'<?xml version="1.0"?><office:document-content {_NAMES}><office:automatic-styles>{STYLES}'
        f"</office:automatic-styles><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )


@pytest.fixture(scope="module", params=["ods", "fods"])
def book(request: pytest.FixtureRequest) -> Book:
    data = ods() if request.param == "ods" else flat(TABLES).encode()
    return read_book_data(data, Path("台账.xls"))


def test_it_reads_values_and_spreads_repeats(book: Book) -> None:
    assert book.format == "ods"
    assert book.grids[0].rows == [
        ["一览表", None, None, None],
        [None] * 4,
        [None] * 4,
        [1, "张  三\n第二行", datetime(2025, 3, 5), 0.85],
        [True, time(6, 30), timedelta(hours=36), CellError("#DIV/0!")],
        ["同", "同", None, None],
        ["同", "同", None, None],
    ]


def test_it_tells_merges_hidden_rows_columns_and_sheets(book: Book) -> None:
    grid = book.grids[0]
    assert (grid.merges, grid.hidden_rows, grid.hidden_columns) == ((Area(0, 0, 0, 3),), {4}, {1})
    assert [(each.name, each.visible) for each in book.grids] == [("明细表", True), ("底稿", False)]


def test_it_tells_formulas_and_percentages(book: Book) -> None:
    details = book.grids[0].details
    assert (details.formula(4, 3), details.number_format(3, 3)) == ("A4/0", "0.00%")
    assert "公式" in book.warnings[0]


def test_an_encrypted_one_is_refused() -> None:
    with pytest.raises(Unsafe) as refused:
        read_book_data(ods(manifest="<manifest:encryption-data/>"), Path("台账.ods"))
    assert refused.value.code == "encrypted"


def test_one_with_broken_xml_is_refused() -> None:
    with pytest.raises(Damaged):
        read_book_data(ods(TABLES[:-20]), Path("台账.ods"))


def test_a_value_repeated_over_the_whole_sheet_is_refused() -> None:
    cell = '<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="16384"/>'
    rows = f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-row>'
    with pytest.raises(Unsafe):
        read_book_data(ods(f'<table:table table:name="a">{rows}</table:table>'), Path("台账.ods"))
