"""What stands in cells is read as what it is: texts, numbers, moments, truth values, errors, blanks."""

from collections.abc import Callable
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from tests.workbooks.hosts.books import made
from udfs.values.cells import CellError, Value
from workbooks.grid import Grid
from workbooks.hosts.port import Host

Opening = Callable[[Path], Host]
Read = Callable[..., Grid]


@pytest.fixture
def read(opened: Opening, tmp_path: Path) -> Read:
    """Return a function that reads the sheet 台账 of a workbook which it makes."""

    def grid(fill: Callable[[xlsxwriter.Workbook, Any], object], **options: Any) -> Grid:
        return opened(made(tmp_path / "读.xlsx", fill, **options)).book.grids[0]

    return grid


@pytest.fixture
def read_row(read: Read) -> Callable[..., list[Value]]:
    """Return a function that reads a row of texts (strings) and numbers, each with a number format where it has one."""

    def row(*cells: object, **options: Any) -> list[Value]:
        def fill(book: xlsxwriter.Workbook, sheet: Any) -> None:
            for column, cell in enumerate(cells):
                value, code = cell if isinstance(cell, tuple) else (cell, None)
                look = book.add_format({"num_format": code}) if code else None
                (sheet.write_string if isinstance(value, str) else sheet.write)(0, column, value, look)

        return read(fill, **options).rows[0]

    return row


def test_texts_numbers_and_truth_values_keep_their_kinds(read_row: Callable[..., list[Value]]) -> None:
    row = read_row("项目", 1, 2.5, -3, 0, True, False)
    assert row == ["项目", 1, 2.5, -3, 0, True, False]
    assert [type(value) for value in row] == [str, float, float, float, float, bool, bool]


def test_blank_cells_are_nothing_and_not_nought(read: Read) -> None:
    def fill(book: xlsxwriter.Workbook, sheet: Any) -> None:
        sheet.write(0, 0, "甲")
        sheet.write_blank(0, 1, None, book.add_format({"bg_color": "#FFFF00"}))
        sheet.write(1, 2, 0)

    assert read(fill).rows == [["甲", None, None], [None, None, 0]]


@pytest.mark.parametrize("number", [0.1, 1 / 3, 123456789012345.0, 1e-9, 1.5e20, 110101199003074000.0])
def test_numbers_are_read_with_all_their_digits(number: float, read_row: Callable[..., list[Value]]) -> None:
    assert read_row(number) == [number]


def test_amounts_of_money_keep_all_their_decimals(read_row: Callable[..., list[Value]]) -> None:
    assert read_row((1234.56789, '"¥"#,##0.00'), (0.125, "¥#,##0.00;¥-#,##0.00")) == [1234.56789, 0.125]


def test_percentages_are_read_as_they_are_held(read: Read) -> None:
    def fill(book: xlsxwriter.Workbook, sheet: Any) -> None:
        sheet.write(0, 0, 0.972, book.add_format({"num_format": "0.0%"}))

    sheet = read(fill)
    assert sheet.rows == [[0.972]]
    assert sheet.details.number_format(0, 0) == "0.0%"


def test_codes_that_are_texts_stay_texts(read_row: Callable[..., list[Value]]) -> None:
    texts = ["001", "110101199003074512", "1-2", "2026-07", "50%", "1.0", "TRUE", "1e5", "12:30"]
    assert read_row(*texts) == texts
    assert read_row(*((text, "@") for text in texts)) == texts


def test_texts_that_look_like_formulas_or_errors_are_texts(read: Read) -> None:
    texts = ["=1+1", "+甲", "-乙", "@丙", "#N/A", "=见附件"]

    def fill(book: xlsxwriter.Workbook, sheet: Any) -> None:
        for column, text in enumerate(texts):
            sheet.write_string(0, column, text)

    sheet = read(fill)
    assert sheet.rows == [texts]
    assert [sheet.details.formula(0, column) for column in range(len(texts))] == [None] * len(texts)


def test_an_apostrophe_that_only_says_text_is_no_part_of_it(read: Read) -> None:
    def fill(book: xlsxwriter.Workbook, sheet: Any) -> None:
        sheet.write_string(0, 0, "001", book.add_format({"quote_prefix": True}))
        sheet.write_string(0, 1, "'真有撇号")

    assert read(fill).rows == [["001", "'真有撇号"]]


def test_spaces_and_line_breaks_of_a_text_are_kept(read_row: Callable[..., list[Value]]) -> None:
    texts = ["  前后有空格  ", "第一行\n第二行", "全角　空格", " ", "a\tb"]
    assert read_row(*texts) == texts


def test_texts_in_any_script_are_kept(read_row: Callable[..., list[Value]]) -> None:
    texts = ["<甲&乙>\"'", "𠮷田", "☑ 正常", "é", "①②③", "100㎡"]
    assert read_row(*texts) == texts


def test_long_texts_are_read_whole(read_row: Callable[..., list[Value]]) -> None:
    longest = "progress " * 3640 + "%" * 7  # as long as Excel takes
    texts = [longest, "项目进展顺利" * 700]
    assert len(longest) == 32_767
    assert read_row(*texts) == texts


def test_text_of_several_looks_is_read_as_one(read: Read) -> None:
    def fill(book: xlsxwriter.Workbook, sheet: Any) -> None:
        sheet.write_rich_string(0, 0, "普通", book.add_format({"bold": True}), "粗体", "又普通")

    assert read(fill).rows == [["普通粗体又普通"]]


def test_dates_are_moments_even_at_midnight(read_row: Callable[..., list[Value]]) -> None:
    codes = ["yyyy-mm-dd", "yyyy/m/d", "m月d日", 'yyyy"年"m"月"', "mm-dd-yy", "yyyy-mm-dd h:mm"]
    row = read_row(*((datetime(2026, 7, 31), code) for code in codes))
    assert row == [datetime(2026, 7, 31)] * len(codes)
    assert {type(value) for value in row} == {datetime}


def test_a_date_keeps_its_time_of_day(read_row: Callable[..., list[Value]]) -> None:
    assert read_row((datetime(2026, 7, 31, 8, 30), "yyyy-mm-dd")) == [datetime(2026, 7, 31, 8, 30)]


def test_times_of_day_and_lengths_of_time_are_told_apart(read_row: Callable[..., list[Value]]) -> None:
    row = read_row((0.25, "h:mm"), (1.5, "[h]:mm"), (100.25, "[h]:mm"))
    assert row == [time(6), timedelta(hours=36), timedelta(days=100.25)]


def test_dates_count_from_1904_where_the_workbook_does(opened: Opening, tmp_path: Path) -> None:
    def fill(book: xlsxwriter.Workbook, sheet: Any) -> None:
        sheet.write_datetime(0, 0, datetime(2026, 7, 31), book.add_format({"num_format": "yyyy-mm-dd"}))

    book = opened(made(tmp_path / "读.xlsx", fill, date_1904=True)).book
    assert book.date1904
    assert book.grids[0].rows == [[datetime(2026, 7, 31)]]


def in_a_column_of_dates(number: float, read: Read) -> Value:
    def fill(book: xlsxwriter.Workbook, sheet: Any) -> None:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_datetime(0, 0, datetime(2026, 7, 31), day)
        sheet.write_number(1, 0, number, day)

    rows = read(fill).rows
    assert rows[0] == [datetime(2026, 7, 31)]
    return rows[1][0]


def test_a_day_written_as_a_number_in_a_date_column_stays_that_number(read: Read) -> None:
    assert in_a_column_of_dates(20260630.0, read) == 20260630.0


def test_a_negative_number_in_a_date_column_stays_that_number(read: Read) -> None:
    assert in_a_column_of_dates(-5.0, read) == -5.0


def test_errors_are_errors(read: Read) -> None:
    formulas = {
        "=1/0": "#DIV/0!",
        "=NA()": "#N/A",
        '=VALUE("甲")': "#VALUE!",
        "=10^400": "#NUM!",
        "=没有这个名称": "#NAME?",
        "=#REF!": "#REF!",
    }

    def fill(book: xlsxwriter.Workbook, sheet: Any) -> None:
        for column, (formula, error) in enumerate(formulas.items()):
            sheet.write_formula(0, column, formula, None, error)

    assert read(fill).rows == [[CellError(error) for error in formulas.values()]]


def test_formulas_are_read_as_what_they_come_to_with_their_text_beside(read: Read) -> None:
    formulas = {
        "B2*2": 4,
        "SUM(B2:B3)": 5,
        'IF(B2>1,"滞后","正常")': "滞后",
        "B2>1": True,
        "ROUND(B2/B3,4)": 0.6667,
        "'备 注'!A1&\"县\"": "某县",
    }

    def fill(book: xlsxwriter.Workbook, sheet: Any) -> None:
        book.add_worksheet("备 注").write(0, 0, "某")
        sheet.write_column(1, 1, [2, 3])
        for column, (formula, result) in enumerate(formulas.items(), 2):
            sheet.write_formula(0, column, f"={formula}", None, result)

    sheet = read(fill)
    assert sheet.rows[0][2:] == list(formulas.values())
    assert type(sheet.rows[0][5]) is bool
    assert [sheet.details.formula(0, column) for column in range(2, 8)] == list(formulas)
    assert sheet.details.formula(1, 1) is None


def test_a_formula_that_gives_a_date_is_a_date(read: Read) -> None:
    def fill(book: xlsxwriter.Workbook, sheet: Any) -> None:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_formula(0, 0, "=DATE(2026,7,31)", day, 46234)

    assert read(fill).rows == [[datetime(2026, 7, 31)]]


def test_a_formula_that_gives_an_empty_text_is_blank(read: Read) -> None:
    def fill(book: xlsxwriter.Workbook, sheet: Any) -> None:
        sheet.write_formula(0, 0, '=IF(1>2,"有","")', None, "")
        sheet.write(0, 1, "甲")

    assert read(fill).rows == [[None, "甲"]]


def test_an_array_formula_is_read_in_each_of_its_cells(read: Read) -> None:
    def fill(book: xlsxwriter.Workbook, sheet: Any) -> None:
        sheet.write_column(0, 0, [1, 2])
        sheet.write_array_formula(0, 1, 1, 1, "{=A1:A2*10}", None, 10)
        sheet.write_number(1, 1, 20)

    assert read(fill).rows == [[1, 10], [2, 20]]


def test_a_formula_is_calculated_or_said_not_to_be(read: Read) -> None:
    """A file made by a program that doesn't calculate: nought would be a lie."""

    def fill(book: xlsxwriter.Workbook, sheet: Any) -> None:
        sheet.write(0, 0, 2)
        sheet.write_formula(0, 1, "=A1*2", None, "")

    sheet = read(fill)
    value = sheet.rows[0][1] if sheet.width > 1 else None
    assert value == 4 or (value is None and (0, 1) in sheet.uncalculated)
