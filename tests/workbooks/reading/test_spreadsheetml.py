from datetime import datetime
from pathlib import Path

import pytest

from udfs.values.cells import CellError
from workbooks.errors import Damaged, Unsafe
from workbooks.grid import Area, Grid
from workbooks.reading import read_book_data

BOOK = """<?xml version="1.0" encoding="{encoding}"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Styles><Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style>
<Style ss:ID="p"><NumberFormat ss:Format="0.0%"/></Style></Styles>
<Worksheet ss:Name="明细表"><Table><Column ss:Width="60"/><Column ss:Index="3" ss:Hidden="1"/>
<Row><Cell ss:MergeAcross="3"><Data ss:Type="String">一览表</Data></Cell></Row>
<Row ss:Index="3"><Cell ss:Index="2"><Data ss:Type="String">甲 乙</Data></Cell>
<Cell ss:StyleID="d"><Data ss:Type="DateTime">2025-03-05T00:00:00.000</Data></Cell>
<Cell ss:StyleID="p" ss:Formula="=R[-1]C"><Data ss:Type="Number">0.85</Data></Cell></Row>
<Row ss:Hidden="1"><Cell><Data ss:Type="Error">#DIV/0!</Data></Cell><Cell><Data ss:Type="Boolean">1</Data></Cell></Row>
</Table></Worksheet>
<Worksheet ss:Name="底稿"><Table/>
<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions></Worksheet>
</Workbook>"""


def grids(text: str, encoding: str = "utf-8") -> list[Grid]:
    return read_book_data(text.encode(encoding), Path("导出.xls")).grids


@pytest.mark.parametrize("encoding", ["utf-8", "gb2312"])
def test_an_xml_spreadsheet_saved_as_xls_is_read(encoding: str) -> None:
    grid, hidden = grids(BOOK.format(encoding=encoding), encoding)
    assert grid.rows == [
        ["一览表", None, None, None],
        [None] * 4,
        [None, "甲 乙", datetime(2025, 3, 5), 0.85],
        [CellError("#DIV/0!"), True, None, None],
    ]
    assert (grid.merges, grid.hidden_rows, grid.hidden_columns) == ((Area(0, 0, 0, 3),), {3}, {2})
    assert (grid.details.number_format(2, 3), grid.details.formula(2, 3)) == ("0.0%", "R[-1]C")
    assert (hidden.name, hidden.visible, hidden.rows) == ("底稿", False, [])


def test_broken_xml_is_refused_as_damaged() -> None:
    with pytest.raises(Damaged):
        grids(BOOK.format(encoding="utf-8")[:-40])


def test_declared_entities_are_refused() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa">]>'
    with pytest.raises(Unsafe):
        grids(BOOK.format(encoding="utf-8").replace("<Workbook", bomb + "<Workbook", 1))
