"""What cells hold, read and written: numbers, texts, dates, truth values, errors, blanks; one cell, lines, blocks."""

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import xlsxwriter
import xlwings
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from xlwings import Book, Sheet

NOON = datetime(2026, 6, 30, 12)


# one cell


@pytest.mark.parametrize("value", [0.0, -1.5, 1e300, 5e-324, 0.1 + 0.2, 123456789012345.0])
def test_a_number_is_a_float(sheet: Sheet, value: float) -> None:
    sheet["A1"].value = value
    assert sheet["A1"].value == value
    assert isinstance(sheet["A1"].value, float)


def test_an_integer_comes_back_as_a_float(sheet: Sheet) -> None:
    sheet["A1"].value = 3
    assert sheet["A1"].value == 3.0
    assert isinstance(sheet["A1"].value, float)


@pytest.mark.parametrize(
    "text",
    [
        "项目督导",
        "two\nlines",
        "  blanks  ",
        "😀𠮷",
        "x" * 32_767,
        "TRUE",
        "#N/A",
        "1e5",
        "50%",
        "2026-6-30",
        "12:00",
        "1/2",
    ],
)
def test_a_text_stays_a_text_whatever_it_looks_like(sheet: Sheet, text: str) -> None:
    sheet["A1"].value = text
    assert sheet["A1"].value == text


def test_leading_zeros_stay(sheet: Sheet) -> None:
    sheet["A1"].value = "001"
    assert sheet["A1"].value == "001"


def test_what_follows_an_apostrophe_is_a_text_as_it_stands(sheet: Sheet) -> None:
    sheet["A1:A4"].value = [["'001"], ["'=1+1"], ["''quoted"], ["'"]]
    assert sheet["A1:A4"].value == ["001", "=1+1", "'quoted", None]
    assert sheet["A2"].formula == "=1+1"


def test_a_text_that_begins_as_a_formula_is_one(sheet: Sheet) -> None:
    sheet["A1"].value = "=1+1"
    assert sheet["A1"].value == 2.0


def test_signs_alone_are_texts(sheet: Sheet) -> None:
    sheet["A1:C1"].value = ["=", "+", "@"]
    assert sheet["A1:C1"].value == ["=", "+", "@"]


@pytest.mark.parametrize("blank", [None, "", float("nan"), np.nan, pd.NaT, pd.NA])
def test_what_is_no_value_leaves_the_cell_blank(sheet: Sheet, blank: object) -> None:
    sheet["A1"].value = 1
    sheet["A1"].value = blank
    assert sheet["A1"].value is None
    assert sheet["A1"].formula == ""
    assert sheet.used_range.address == "$A$1"


def test_a_blank_is_what_the_options_say(sheet: Sheet) -> None:
    assert sheet["A1"].options(empty="无").value == "无"
    assert sheet["A1"].options(numbers=int).value is None


def test_a_formula_that_gives_no_text_reads_as_a_blank(sheet: Sheet) -> None:
    sheet["A1"].value = '=""'
    assert sheet["A1"].value is None


# dates


@pytest.mark.parametrize(
    "moment", [datetime(2026, 6, 30), NOON, datetime(1900, 3, 1), datetime(9999, 12, 31), datetime(2026, 1, 2, 3, 4, 5)]
)
def test_a_date_is_a_datetime(sheet: Sheet, moment: datetime) -> None:
    sheet["A1"].value = moment
    assert sheet["A1"].value == moment


def test_a_day_is_a_datetime_at_midnight(sheet: Sheet) -> None:
    sheet["A1"].value = date(2026, 6, 30)
    assert sheet["A1"].value == datetime(2026, 6, 30)
    assert sheet["A1"].options(dates=date).value == date(2026, 6, 30)


def test_milliseconds_of_a_moment_stay(sheet: Sheet) -> None:
    sheet["A1"].value = datetime(2026, 6, 30, 1, 2, 3, 456_000)
    assert sheet["A1"].value == datetime(2026, 6, 30, 1, 2, 3, 456_000)


def test_a_date_is_shown_by_the_format_that_the_cell_has(sheet: Sheet) -> None:
    sheet["A1"].number_format = 'yyyy"年"m"月"'
    sheet["A1:A2"].value = [[NOON], [NOON]]
    assert sheet["A1"].number_format == 'yyyy"年"m"月"'
    assert sheet["A2"].number_format != "General"


def test_a_number_under_a_date_format_is_a_date_as_in_excel(sheet: Sheet) -> None:
    sheet["A1"].value = 46203.5
    sheet["A1"].number_format = "yyyy-mm-dd"
    assert sheet["A1"].value == NOON


def test_a_time_is_a_moment_of_the_day_on_which_counting_begins(sheet: Sheet) -> None:
    sheet["A1"].value = 0.75
    sheet["A1"].number_format = "hh:mm"
    assert sheet["A1"].value == datetime(1899, 12, 30, 18)


def test_a_length_of_time_is_counted_on_from_that_day(sheet: Sheet) -> None:
    sheet["A1"].value = 1.25
    sheet["A1"].number_format = "[h]:mm"
    assert sheet["A1"].value == datetime(1899, 12, 31, 6)


def test_a_number_beyond_all_dates_stays_a_number(sheet: Sheet) -> None:
    sheet["A1"].value = 1e9
    sheet["A1"].number_format = "yyyy-mm-dd"
    assert sheet["A1"].value == 1e9


def test_dates_of_a_workbook_that_counts_from_1904(office: xlwings.App, book: Book, tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "1904.xlsx", {"date_1904": True}) as made:
        made.add_worksheet().write_datetime("A1", NOON, made.add_format({"num_format": "yyyy-mm-dd"}))
    cells = office.books.open(tmp_path / "1904.xlsx").sheets[0]
    assert cells["A1"].value == NOON
    cells["A2"].value = NOON
    assert cells["A2"].value == NOON
    assert float(cells["A2"].formula) == 46203.5 - 1462


def test_the_hour_of_a_zone_is_written_as_it_stands(sheet: Sheet) -> None:
    sheet["A1"].value = pd.Timestamp("2026-06-30 12:00", tz="Asia/Shanghai")
    assert sheet["A1"].value == NOON


# truth values and errors


def test_truth_values_are_truth_values(sheet: Sheet) -> None:
    sheet["A1:B1"].value = [True, False]
    assert sheet["A1:B1"].value == [True, False]
    assert all(isinstance(value, bool) for value in sheet["A1:B1"].value)


def test_a_truth_value_over_a_date_is_still_one(sheet: Sheet) -> None:
    sheet["A1"].value = NOON
    sheet["A1"].value = True
    assert sheet["A1"].value is True


def test_a_number_over_a_truth_value_is_a_number(sheet: Sheet) -> None:
    sheet["A1:A3"].value = True
    sheet["A1:B3"].value = [[True, "x"], [1, 2], [None, 0]]
    assert [repr(value) for value in sheet["A1:A3"].value] == ["True", "1.0", "None"]


def test_what_a_formula_compares_is_a_truth_value(sheet: Sheet) -> None:
    sheet["A1:C1"].value = ["=1=1", "=AND(TRUE,1>2)", '=IF(1>2,1,"x"="x")']
    assert sheet["A1:C1"].value == [True, False, True]


def test_what_a_formula_does_with_dates_is_a_date(sheet: Sheet) -> None:
    sheet["A1"].value = NOON
    sheet["B1"].value = "=A1+1"
    assert sheet["B1"].value == datetime(2026, 7, 1, 12)


ERRORS = {
    "=1/0": "#DIV/0!",
    "=NA()": "#N/A",
    "=nothing_named_so": "#NAME?",
    '="x"*1': "#VALUE!",
    "=10^400": "#NUM!",
    '=INDIRECT("nowhere")': "#REF!",
}


@pytest.mark.parametrize(("formula", "error"), ERRORS.items())
def test_an_error_is_nothing_or_its_word(sheet: Sheet, formula: str, error: str) -> None:
    sheet["A1"].value = formula
    assert sheet["A1"].value is None
    assert sheet["A1"].options(err_to_str=True).value == error


def test_errors_are_those_that_libreoffice_writes_into_a_file_of_excel_s(book: Book, tmp_path: Path) -> None:
    formulas = [*ERRORS, "=SQRT(-1)", "=INDEX(B1:B2,5)", "=A9", "=RATE(1,2,3,4,5)", "=MATCH(1,B1:B2,0)", "=FACT(-1)"]
    cells = book.sheets[0]["A1"].resize(len(formulas))
    cells.options(transpose=True).value = formulas
    book.save(tmp_path / "错误.xlsx")
    written = load_workbook(tmp_path / "错误.xlsx", data_only=True).active
    assert cells.options(err_to_str=True).value == [row[0].value for row in written.iter_rows(max_row=len(formulas))]


def test_a_text_that_reads_like_an_error_is_none(sheet: Sheet) -> None:
    sheet["A1"].value = "#N/A"
    assert sheet["A1"].value == "#N/A"


# blocks


def test_a_sheet_without_anything_has_a_blank_a1(sheet: Sheet) -> None:
    assert sheet.used_range.address == "$A$1"
    assert sheet.used_range.value is None


def test_a_row_and_a_column_are_flat_and_a_block_is_rows(sheet: Sheet) -> None:
    sheet["A1"].value = [[1, "a"], [2, "b"]]
    assert sheet["A1:B1"].value == [1.0, "a"]
    assert sheet["A1:A2"].value == [1.0, 2.0]
    assert sheet["A1:B2"].value == [[1.0, "a"], [2.0, "b"]]
    assert sheet["A1"].options(ndim=2).value == [[1.0]]
    assert sheet["A1:A2"].options(ndim=2).value == [[1.0], [2.0]]


def test_one_value_fills_a_block(sheet: Sheet) -> None:
    sheet["A1:B3"].value = "x"
    assert sheet["A1:C3"].value == [["x", "x", None]] * 3
    sheet["A1:B3"].value = NOON
    assert sheet["A1:B3"].value == [[NOON, NOON]] * 3


def test_one_formula_fills_a_block_relative_to_its_first_cell(sheet: Sheet) -> None:
    sheet["A1:A3"].value = [[1], [2], [3]]
    sheet["B1:C3"].value = "=A1*10"
    assert sheet["B1:C3"].value == [[10.0, 100.0], [20.0, 200.0], [30.0, 300.0]]


def test_formulas_stand_among_values(sheet: Sheet) -> None:
    sheet["A1"].value = [[1, "=A1+1", "x"], ["=A1+2", NOON, True], [None, "=B1+A2", "'=no"]]
    assert sheet["A1:C3"].value == [[1.0, 2.0, "x"], [3.0, NOON, True], [None, 5.0, "=no"]]


def test_a_block_of_another_shape_is_refused(sheet: Sheet) -> None:
    with pytest.raises(ValueError, match="2 × 2"):
        sheet["A1:B2"].impl.raw_value = [[1, 2, 3]]


def test_slices_are_read_and_written(sheet: Sheet) -> None:
    sheet["B2"].value = [[row * 10 + column for column in range(4)] for row in range(4)]
    block = sheet["B2:E5"]
    assert block[1:3, 2:].value == [[12.0, 13.0], [22.0, 23.0]]
    assert block[-1, 0].value == 30.0
    assert block[:, 1].value == [1.0, 11.0, 21.0, 31.0]
    assert block[5].value == 11.0
    block[1:3, 2:].value = 0
    assert sheet["D3:E4"].value == [[0.0, 0.0]] * 2
    assert sheet[1, 1].address == "$B$2"
    assert [row.address for row in block.rows] == ["$B$2:$E$2", "$B$3:$E$3", "$B$4:$E$4", "$B$5:$E$5"]
    assert block.columns[1].address == "$C$2:$C$5"


def test_an_empty_slice_holds_nothing_and_takes_nothing(sheet: Sheet) -> None:
    sheet["A1:B2"].value = 1
    empty = sheet["A1:B2"][0:0, :]
    assert (empty.shape, len(empty.impl), empty.value) == ((0, 2), 0, None)
    empty.value = 5
    assert sheet["A1:B2"].value == [[1.0, 1.0]] * 2


@pytest.mark.parametrize("chunk", [1, 2, 3, 7, 100])
def test_reading_and_writing_by_chunks_changes_nothing(sheet: Sheet, chunk: int) -> None:
    rows = [[float(row), f"第{row}行", NOON, None] for row in range(7)]
    sheet["C3"].options(chunksize=chunk).value = rows
    assert sheet["C3:F9"].value == rows
    assert sheet["C3:F9"].options(chunksize=chunk).value == rows


def test_columns_and_transposed_rows(sheet: Sheet) -> None:
    sheet["A1"].options(transpose=True).value = [1, 2, 3]
    assert sheet["A1:A3"].value == [1.0, 2.0, 3.0]
    assert sheet["A1:A3"].options(transpose=True, ndim=2).value == [[1.0, 2.0, 3.0]]


def test_numpy_s_numbers_and_arrays(sheet: Sheet) -> None:
    sheet["A1"].value = np.array([[1, 2], [3, 4]], dtype=np.int32)
    assert sheet["A1:B2"].options(np.array).value.tolist() == [[1.0, 2.0], [3.0, 4.0]]
    sheet["A1:D1"].value = [np.float32(0.5), np.bool_(True), np.int64(7), np.datetime64("2026-06-30T12:00:00")]
    assert sheet["A1:D1"].value == [0.5, True, 7.0, NOON]


def test_a_data_frame_goes_in_and_comes_back(sheet: Sheet) -> None:
    frame = pd.DataFrame({"项目": ["甲", None], "投资": [1.5, np.nan], "开工": [NOON, pd.NaT], "竣": [True, False]})
    sheet["A1"].options(index=False).value = frame
    assert sheet["A1:D3"].value == [
        ["项目", "投资", "开工", "竣"],
        ["甲", 1.5, NOON, True],
        [None, None, None, False],
    ]
    back = sheet["A1"].expand("right").resize(3).options(pd.DataFrame, index=False).value
    assert back["投资"].tolist()[0] == 1.5
    assert pd.isna(back["投资"].tolist()[1])
    assert back["竣"].tolist() == [True, False]


def test_a_decimal_and_a_fraction_are_numbers(sheet: Sheet) -> None:
    sheet["A1:B1"].value = [Decimal("1.25"), Fraction(1, 4)]
    assert sheet["A1:B1"].value == [1.25, 0.25]


def test_what_no_cell_can_hold_is_refused_by_its_kind(sheet: Sheet) -> None:
    with pytest.raises(TypeError, match="object"):
        sheet["A1"].value = object()


def test_several_blocks_can_t_be_read_at_once(sheet: Sheet) -> None:
    with pytest.raises(NotImplementedError, match="Range of several blocks"):
        _ = sheet["A1,C1"].value


def test_a_note_stays_when_its_cell_is_written(sheet: Sheet) -> None:
    sheet["A1:B4"].value = 1
    sheet["A2"].add_note("甲")
    sheet["B4"].add_note("乙")
    sheet["A1:B4"].value = [[5, "x"], ["=A1", None], [NOON, "'=y"], [True, "=B1"]]
    assert [(note.text, note.location.address) for note in sheet.notes] == [("甲", "$A$2"), ("乙", "$B$4")]
    assert sheet["A1:B4"].value == [[5.0, "x"], [5.0, None], [NOON, "=y"], [True, "x"]]


def test_what_was_written_keeps_its_looks(sheet: Sheet) -> None:
    sheet["A1"].color = "#FF0000"
    sheet["A1"].number_format = "0.00"
    sheet["A1:A2"].value = [[1], [2]]
    assert (sheet["A1"].color, sheet["A1"].number_format) == ((255, 0, 0), "0.00")


def test_clearing_contents_leaves_looks_and_clearing_formats_leaves_contents(sheet: Sheet) -> None:
    sheet["A1:B1"].value = [1, NOON]
    sheet["A1:B1"].color = "#FF0000"
    sheet["A1"].clear_contents()
    assert (sheet["A1"].value, sheet["A1"].color) == (None, (255, 0, 0))
    sheet["B1"].clear_formats()
    assert (sheet["B1"].value, sheet["B1"].color) == (46203.5, None)
    sheet["A1:B1"].clear()
    assert (sheet["A1:B1"].value, sheet["A1:B1"].color) == ([None, None], None)


# whatever is written comes back

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30).filter(
    lambda text: not text.startswith(("=", "'"))
)
MOMENTS = st.datetimes(datetime(1900, 3, 1), datetime(9999, 1, 1)).map(lambda moment: moment.replace(microsecond=0))
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.floats(allow_nan=False, allow_infinity=False),
    TEXTS,
    MOMENTS,
    st.integers(-(2**53), 2**53),
)
BLOCKS = st.tuples(st.integers(1, 6), st.integers(1, 6)).flatmap(
    lambda shape: st.lists(st.lists(VALUES, min_size=shape[1], max_size=shape[1]), min_size=shape[0], max_size=shape[0])
)


@given(BLOCKS)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_written_is_read(sheet: Sheet, rows: list[list[object]]) -> None:
    sheet.clear()
    block = sheet["B2"].resize(len(rows), len(rows[0]))
    block.value = rows
    read = block.options(ndim=2).value
    assert read == rows
    assert [[type(value) for value in row] for row in read] == [
        [float if type(value) is int else type(value) for value in row] for row in rows
    ]
