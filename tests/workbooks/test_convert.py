from datetime import datetime, time
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
import xlwt
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from tests.workbooks.reading import test_ods, test_web_page, test_xls, test_xlsb
from tests.workbooks.reading.raw_xlsb import xlsb
from tests.workbooks.reading.raw_xlsx import raw_xlsx
from udfs.values.cells import CellError
from workbooks.convert import is_editable, to_xlsx
from workbooks.grid import Area, Book, Grid
from workbooks.reading import read_book_data
from workbooks.reading.typed_text import typed_rows

HERE = Path("台账.xlsx")

SOURCES = {
    "xls": test_xls.written(),
    "xls in the 1904 system": test_xls.written(dates_1904=True),
    "xlsb": xlsb(test_xlsb.ROWS, columns=test_xlsb.HIDDEN_COLUMN, behind=test_xlsb.MERGE),
    "ods": test_ods.ods(),
    "csv": '序号,项目名称,代码,比率,总投资\n1,=甲,001,97.2%,"54,583.00"\n2,+乙,350102199001011234,#N/A,-\n'.encode(
        "gb18030"
    ),
    "web page": test_web_page.PAGE.format(charset="utf-8").encode(),
}


@pytest.mark.parametrize("name", SOURCES)
def test_everything_that_was_read_stands_at_the_same_address(name: str) -> None:
    book = read_book_data(SOURCES[name], HERE)
    again = read_book_data(to_xlsx(book, SOURCES[name]), HERE)
    assert (again.format, again.date1904) == ("xlsx", book.date1904)
    for grid, twin in zip(book.grids, again.grids, strict=True):
        assert (twin.name, twin.visible) == (grid.name, grid.visible)
        assert twin.rows == grid.rows
        assert (set(twin.merges), twin.hidden_rows, twin.hidden_columns) == (
            set(grid.merges),
            grid.hidden_rows,
            grid.hidden_columns,
        )
        for row, values in enumerate(grid.rows):
            for column, value in enumerate(values):
                code = grid.details.number_format(row, column)
                if value is not None and code != "General":
                    assert twin.details.number_format(row, column) == code


def test_only_the_xlsx_family_is_edited_as_it_is() -> None:
    assert is_editable(read_book_data(raw_xlsx(), HERE))
    assert not any(is_editable(read_book_data(data, HERE)) for data in SOURCES.values())


class TestLooksOfXls:
    @pytest.fixture
    def sheet(self) -> Worksheet:
        book = xlwt.Workbook(encoding="utf-8")
        sheet = book.add_sheet("明细表")
        look = xlwt.easyxf(
            "font: name 黑体, height 360, bold on, italic on, underline single, colour red;"
            "align: horiz center, vert center, wrap on; pattern: pattern solid, fore_colour yellow;"
            "borders: left thin, right medium, top double, bottom dashed"
        )
        sheet.write_merge(0, 0, 0, 3, "一览表", look)
        sheet.write(2, 0, 1.5, xlwt.easyxf(num_format_str="#,##0.00"))
        sheet.write(3, 1, style=look)
        sheet.row(0).height_mismatch, sheet.row(0).height = True, 800
        sheet.col(1).width = 256 * 30
        sheet.set_panes_frozen(True)
        sheet.set_horz_split_pos(2)
        sheet.portrait = False
        sheet.paper_size_code = 8
        sheet.fit_num_pages = 1
        sheet.fit_width_to_pages, sheet.fit_height_to_pages = 1, 0
        buffer = BytesIO()
        book.save(buffer)
        source = buffer.getvalue()
        return openpyxl.load_workbook(BytesIO(to_xlsx(read_book_data(source, HERE), source)))["明细表"]

    def test_fonts_fills_borders_and_alignment_come_along(self, sheet: Worksheet) -> None:
        cell = sheet["A1"]
        assert (cell.font.name, cell.font.sz, cell.font.b, cell.font.i, cell.font.u) == (
            "黑体",
            18,
            True,
            True,
            "single",
        )
        assert (cell.font.color.rgb, cell.fill.patternType, cell.fill.fgColor.rgb) == ("FFFF0000", "solid", "FFFFFF00")
        assert (cell.alignment.horizontal, cell.alignment.vertical, cell.alignment.wrap_text) == (
            "center",
            "center",
            True,
        )
        assert (cell.border.left.style, cell.border.top.style, cell.border.bottom.style) == ("thin", "double", "dashed")

    def test_blank_cells_keep_their_borders(self, sheet: Worksheet) -> None:
        assert sheet["B4"].border.right.style == "medium"

    def test_sizes_merges_and_panes_come_along(self, sheet: Worksheet) -> None:
        assert sheet.row_dimensions[1].height == pytest.approx(40, abs=0.3)  # whole pixels
        assert sheet.column_dimensions["B"].width == pytest.approx(30, abs=0.5)
        assert [str(area) for area in sheet.merged_cells.ranges] == ["A1:D1"]
        assert sheet.freeze_panes == "A3"

    def test_paper_and_orientation_come_along(self, sheet: Worksheet) -> None:
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 8)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) in ((None, 0), (1, 0))


def test_values_that_excel_has_no_number_for_become_text() -> None:
    rows: list[list[object]] = [[float("nan"), float("inf"), datetime(1899, 12, 25), "长" * 40_000]]
    book = Book("a", "csv", [Grid("表", rows)])  # type: ignore[arg-type]
    assert read_book_data(to_xlsx(book, b""), HERE).grids[0].rows == [
        ["nan", "inf", "1899-12-25 00:00:00", "长" * 32_767]
    ]


def test_merges_that_overlap_do_not_spoil_the_workbook() -> None:
    grid = Grid("表", [["甲", None], [None, "乙"]], merges=(Area(0, 0, 1, 1), Area(0, 1, 1, 1)))
    assert read_book_data(to_xlsx(Book("a", "ods", [grid]), b""), HERE).grids[0].merges == (Area(0, 0, 1, 1),)


def test_a_workbook_whose_sheets_are_all_hidden_shows_its_first() -> None:
    book = Book("a", "ods", [Grid("甲", [["1"]], visible=False), Grid("乙", [["2"]], visible=False)])
    assert [grid.visible for grid in read_book_data(to_xlsx(book, b""), HERE).grids] == [True, False]


texts = st.text(alphabet="0123456789=+-@.,%/#'甲 \n", min_size=1, max_size=10)


@given(st.lists(st.lists(texts, min_size=2, max_size=2), min_size=1, max_size=8))
def test_no_text_turns_into_a_number_a_date_or_a_formula(table: list[list[str]]) -> None:
    rows, details = typed_rows(table)
    book = Book("a", "csv", [Grid("表", rows, details=details)])
    [twin] = read_book_data(to_xlsx(book, b""), HERE).grids
    assert twin.rows == [list(row) for row in rows]
    assert [type(value) for row in twin.rows for value in row] == [type(value) for row in rows for value in row]


def test_errors_and_times_keep_their_kind() -> None:
    rows = [[CellError("#N/A"), time(6, 30), True]]
    book = Book("a", "ods", [Grid("表", rows)])  # type: ignore[arg-type]
    assert read_book_data(to_xlsx(book, b""), HERE).grids[0].rows == rows
