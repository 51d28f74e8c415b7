from datetime import datetime, time, timedelta
from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter

from tests.workbooks.reading.raw_xlsx import CLOCK, DATE, DAYS, ELAPSED, MONTH, PERCENT, raw_xlsx, row
from udfs.values.cells import CellError
from workbooks.grid import Area, Book, Grid
from workbooks.reading import read_book, read_book_data

HERE = Path("台账.xlsx")


def grid_of(data: bytes) -> Grid:
    return read_book_data(data, HERE).grids[0]


def rows_of(*args: str, **kwargs: object) -> list[list[object]]:
    return grid_of(raw_xlsx(*args, **kwargs)).rows  # type: ignore[arg-type,return-value]


@pytest.fixture
def written() -> Book:
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        sheet, hidden, buried = (book.add_worksheet(name) for name in ("明细表", "底稿", "深藏"))
        book.add_chartsheet("图")
        hidden.hide()
        buried.very_hidden()
        date, text = book.add_format({"num_format": "yyyy-mm-dd"}), book.add_format({"num_format": "@"})
        sheet.merge_range("A1:F1", "项目一览表")
        sheet.write_row("A3", ["序号", "项目名称", "总投资", "开工", "完成率", "代码"])
        sheet.write_row("A4", [1, "★项目\n一期", 54583.5])
        sheet.write_datetime("D4", datetime(2025, 3, 5), date)
        sheet.write("E4", 0.85, book.add_format({"num_format": "0.00%"}))
        sheet.write_string("F4", "001", text)
        sheet.write_row("A5", [2, " ", True])
        sheet.write_formula("C6", "=1/0", None, "#DIV/0!")
        sheet.write_formula("E6", "=E4*2", None, 1.7)
        sheet.write_string("F6", "=SUM(A1)")
        sheet.write_blank("H99", None, date)
        sheet.set_row(4, None, None, {"hidden": True})
        sheet.set_column("C:C", None, None, {"hidden": True})
        sheet.set_column("J:XFD", None, None, {"hidden": True})
    return read_book_data(buffer.getvalue(), HERE)


class TestAnOrdinaryWorkbook:
    def test_it_reads_values_from_a1_and_cuts_blank_rows_and_columns(self, written: Book) -> None:
        assert written.grids[0].rows == [
            ["项目一览表", None, None, None, None, None],
            [None] * 6,
            ["序号", "项目名称", "总投资", "开工", "完成率", "代码"],
            [1, "★项目\n一期", 54583.5, datetime(2025, 3, 5), 0.85, "001"],
            [2, " ", True, None, None, None],
            [None, None, CellError("#DIV/0!"), None, 1.7, "=SUM(A1)"],
        ]

    def test_dates_are_datetimes_even_at_midnight(self, written: Book) -> None:
        assert type(written.grids[0].rows[3][3]) is datetime

    def test_it_keeps_hidden_sheets_in_order_and_leaves_out_chart_sheets(self, written: Book) -> None:
        assert [(grid.name, grid.visible) for grid in written.grids] == [
            ("明细表", True),
            ("底稿", False),
            ("深藏", False),
        ]

    def test_it_tells_merges_and_hidden_rows_and_columns(self, written: Book) -> None:
        grid = written.grids[0]
        assert grid.merges == (Area(0, 0, 0, 5),)
        assert (grid.hidden_rows, grid.hidden_columns) == ({4}, {2})

    def test_it_looks_up_number_formats_and_formulas(self, written: Book) -> None:
        details = written.grids[0].details
        assert [details.number_format(3, column) for column in range(6)] == [
            "General",
            "General",
            "General",
            "yyyy-mm-dd",
            "0.00%",
            "@",
        ]
        assert (details.formula(5, 4), details.formula(3, 4)) == ("E4*2", None)
        assert details.number_format(500, 500) == "General"

    def test_the_format_is_told_by_content(self) -> None:
        kinds = {
            "sheet.main": "xlsx",
            "template.main": "xltx",
            "sheet.macroEnabled.main": "xlsm",
            "template.macroEnabled.main": "xltm",
        }
        assert {read_book_data(raw_xlsx(kind=kind), Path("x.xls")).format for kind in kinds} == set(kinds.values())

    def test_an_empty_sheet_has_no_rows(self) -> None:
        assert rows_of("") == []


class TestTexts:
    def test_it_joins_runs_and_leaves_out_phonetic_readings(self) -> None:
        strings = (
            "<si><r><t>重点</t></r><r><rPr><b/></rPr><t>项目</t></r></si>"
            "<si><t>東京</t><rPh sb='0' eb='2'><t>トウキョウ</t></rPh></si>"
        )
        assert rows_of(row('t="s"|<v>0</v>', 't="s"|<v>1</v>'), strings=strings) == [["重点项目", "東京"]]

    def test_it_reads_inline_texts_and_escapes(self) -> None:
        cells = row(
            't="inlineStr"|<is><r><t>一</t></r><r><t>期</t></r></is>',
            't="str"|<f>A1</f><v>&lt;甲&amp;乙&gt;</v>',
            't="inlineStr"|<is><t>上_x000A_下</t></is>',
        )
        assert rows_of(cells) == [["一期", "<甲&乙>", "上\n下"]]

    def test_preserved_spaces_stay_a_text_and_an_empty_text_is_blank(self) -> None:
        strings = '<si><t xml:space="preserve">  张 三 </t></si><si><t xml:space="preserve"> </t></si><si><t/></si>'
        cells = row(*(f't="s"|<v>{number}</v>' for number in range(3)), "|<v>1</v>")
        assert rows_of(cells, strings=strings) == [["  张 三 ", " ", None, 1]]

    def test_a_leading_apostrophe_of_the_style_is_not_part_of_the_text(self) -> None:
        buffer = BytesIO()
        with xlsxwriter.Workbook(buffer) as book:
            book.add_worksheet().write_string("A1", "001", book.add_format({"quote_prefix": True}))
        assert grid_of(buffer.getvalue()).rows == [["001"]]


class TestNumbersAndDates:
    def test_formats_decide_what_a_number_is(self) -> None:
        cells = row(
            f's="{DATE}"|<v>40377</v>',
            f's="{MONTH}"|<v>45717</v>',
            f's="{PERCENT}"|<v>0.85</v>',
            f's="{ELAPSED}"|<v>1.5</v>',
            f's="{CLOCK}"|<v>0.25</v>',
            f's="{DAYS}"|<v>30</v>',
        )
        expected = [datetime(2010, 7, 18), datetime(2025, 3, 1), 0.85, timedelta(hours=36), time(6), 30]
        assert rows_of(cells) == [expected]

    def test_dates_of_the_1904_system_are_right(self) -> None:
        data = raw_xlsx(row(f's="{DATE}"|<v>38915</v>'), properties='<workbookPr date1904="1"/>')
        book = read_book_data(data, HERE)
        assert book.date1904
        assert book.grids[0].rows == [[datetime(2010, 7, 18)]]

    def test_iso_dates_are_dates(self) -> None:
        assert rows_of(row('t="d"|<v>2025-03-05</v>')) == [[datetime(2025, 3, 5)]]

    def test_a_negative_number_in_a_date_format_stays_a_number(self) -> None:
        assert rows_of(row(f's="{DATE}"|<v>-1250.5</v>', f's="{DATE}"|<v>0</v>')) == [[-1250.5, time(0)]]

    def test_a_number_beyond_all_dates_stays_a_number(self) -> None:
        assert rows_of(row(f's="{DATE}"|<v>13784000</v>')) == [[13784000]]


class TestErrorsAndFormulas:
    def test_an_error_is_told_from_its_text(self) -> None:
        cells = row('t="e"|<v>#N/A</v>', 't="inlineStr"|<is><t>#N/A</t></is>', 't="e"|<f>1/0</f><v>#DIV/0!</v>')
        assert rows_of(cells) == [[CellError("#N/A"), "#N/A", CellError("#DIV/0!")]]

    def test_an_error_in_the_last_column_is_not_cut_off(self) -> None:
        assert rows_of(row("|<v>1</v>", number=1) + '<row r="3"><c r="D3" t="e"><v>#REF!</v></c></row>') == [
            [1, None, None, None],
            [None] * 4,
            [None, None, None, CellError("#REF!")],
        ]

    def test_an_error_that_calamine_does_not_know_is_read_all_the_same(self) -> None:
        assert rows_of(row('t="e"|<v>#SPILL!</v>', "|<v>7</v>")) == [[CellError("#SPILL!"), 7]]

    def test_formulas_never_calculated_are_told(self) -> None:
        cells = row(
            "|<f>1+1</f>",
            "|<f>1+1</f><v></v>",
            "|<f>1+1</f><v/>",
            '|<f t="shared" si="0"/>',
            't="str"|<f>""</f><v></v>',
            "|<f>1+1</f><v>2</v>",
        )
        grid = grid_of(raw_xlsx(cells))
        assert grid.uncalculated == {(0, 0), (0, 1), (0, 2), (0, 3)}
        assert grid.rows == [[None, None, None, None, None, 2]]

    def test_a_shared_formula_reads_as_it_does_in_its_own_cell(self) -> None:
        cells = row(
            '|<f t="shared" ref="A1:C1" si="3">A5+$B$5&amp;""</f><v>1</v>',
            "|<v>1</v>",
            '|<f t="shared" si="3"/><v>1</v>',
        )
        details = grid_of(raw_xlsx(cells)).details
        assert [details.formula(0, column) for column in range(3)] == ['A5+$B$5&""', None, 'C5+$B$5&""']


class TestHiddenRowsAndColumns:
    def test_zero_height_and_zero_width_are_hidden(self) -> None:
        rows = (
            '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>1</v></c></row>'
            '<row r="2" ht="0" customHeight="1"><c r="A2"><v>1</v></c></row>'
            '<row r="3" spans="1:2" outlineLevel="1" hidden="1"><c r="A3"><v>1</v></c></row>'
            '<row r="4" ht="15" hidden="0"><c r="A4"><v>1</v></c></row>'
        )
        grid = grid_of(raw_xlsx(rows, before='<cols><col min="2" max="3" width="0" customWidth="1"/></cols>'))
        assert (grid.hidden_rows, grid.hidden_columns) == ({1, 2}, {1})

    def test_rows_filtered_away_are_hidden(self) -> None:
        buffer = BytesIO()
        with xlsxwriter.Workbook(buffer) as book:
            sheet = book.add_worksheet()
            sheet.write_column("A1", ["状态", "在建", "停工"])
            sheet.autofilter("A1:A3")
            sheet.filter_column(0, "x == 在建")
            sheet.set_row(2, None, None, {"hidden": True})
        assert grid_of(buffer.getvalue()).hidden_rows == {2}


class TestOddlyWrittenWorkbooks:
    rows = (
        '<x:row r="1"><x:c r="A1" t="e"><x:v>#N/A</x:v></x:c><x:c r="B1"><x:f>1</x:f></x:c>'
        '<x:c r="C1"><x:v>3</x:v></x:c></x:row>'
    )

    def test_it_reads_prefixed_xml(self) -> None:
        grid = grid_of(
            raw_xlsx(self.rows, prefix="x", behind='<x:mergeCells><x:mergeCell ref="A1:B1"/></x:mergeCells>')
        )
        assert grid.rows == [[CellError("#N/A"), None, 3]]
        assert (grid.uncalculated, grid.merges, grid.details.formula(0, 1)) == ({(0, 1)}, (Area(0, 0, 0, 1),), "1")

    def test_it_reads_strict_workbooks(self) -> None:
        grid = grid_of(raw_xlsx(row(f's="{DATE}"|<v>40377</v>', "|<v>2</v>"), strict=True))
        assert grid.rows == [[datetime(2010, 7, 18), 2]]

    def test_it_reads_rows_and_cells_without_addresses(self) -> None:
        rows = (
            f'<row><c><v>1</v></c><c t="e"><v>#N/A</v></c><c s="{DATE}"><v>40377</v></c></row>'
            '<row hidden="1"><c t="inlineStr"><is><t>甲</t></is></c><c><f>A1</f></c></row>'
        )
        grid = grid_of(raw_xlsx(rows))
        assert grid.rows == [[1, CellError("#N/A"), datetime(2010, 7, 18)], ["甲", None, None]]
        assert (grid.hidden_rows, grid.uncalculated, grid.details.formula(1, 1)) == ({1}, {(1, 1)}, "A1")
        assert grid.details.number_format(0, 2) == "yyyy/m/d"

    def test_it_reads_what_stands_among_comments_and_cdata(self) -> None:
        rows = '<!-- <row r="9"/> --><row r="1"><c r="A1" t="str"><v><![CDATA[甲<乙]]></v></c></row>'
        assert rows_of(rows) == [["甲<乙"]]

    def test_a_reference_to_a_missing_shared_string_leaves_that_cell_blank(self) -> None:
        assert rows_of(row('t="s"|<v>9</v>', "|<v>3</v>")) == [[None, 3]]

    def test_a_cell_in_the_last_corner_does_not_fill_the_memory(self) -> None:
        rows = row("|<v>1</v>", "|<v>2</v>") + '<row r="1048576"><c r="XFD1048576"><v>9</v></c></row>'
        book = read_book_data(raw_xlsx(rows), HERE)
        assert book.grids[0].rows == [[1, 2]]
        assert "XFD1048576" in book.warnings[0]

    @pytest.mark.parametrize("corner", ["XFD300", "A1048576"])
    def test_a_far_cell_of_bearable_distance_is_read(self, corner: str) -> None:
        number = corner.lstrip("ADFX")
        grid = grid_of(raw_xlsx(row("|<v>1</v>") + f'<row r="{number}"><c r="{corner}"><v>9</v></c></row>'))
        assert (grid.rows[0][0], grid.rows[-1][-1]) == (1, 9)


def test_our_own_sheets_are_known_again(tmp_path: Path) -> None:
    from workbooks.package import Package, splice

    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        book.add_worksheet("督导总览").write("A1", "总览")
    package = Package.read(raw_xlsx(row("|<v>1</v>")))
    splice(package, buffer.getvalue())
    path = tmp_path / "台账.xlsx"
    path.write_bytes(package.to_bytes())
    assert read_book(path).ours == {"督导总览"}


def test_a_signed_workbook_may_be_read() -> None:
    data = raw_xlsx(row("|<v>1</v>"), extra={"_xmlsignatures/origin.sigs": b"", "_xmlsignatures/sig1.xml": b"<a/>"})
    assert grid_of(data).rows == [[1]]
