"""Formulas of cells, read and entered: one, blocks, filled, arrays, of other sheets; always in Excel's words."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from xlwings import Book, Sheet


def test_a_formula_comes_back_as_it_was_entered(sheet: Sheet) -> None:
    sheet["A1"].formula = "=IF(SUM($B$1:B9)>1,TRUE,IFERROR(1/0,-2.5%))"
    assert sheet["A1"].formula == "=IF(SUM($B$1:B9)>1,TRUE,IFERROR(1/0,-2.5%))"


def test_a_blank_cell_has_an_empty_formula(sheet: Sheet) -> None:
    assert sheet["A1"].formula == ""


def test_constants_are_their_own_formulas(sheet: Sheet) -> None:
    sheet["A1:E1"].value = [1.5, "甲", "001", "''x", "'=1"]
    assert sheet["A1:E1"].formula == (("1.5", "甲", "001", "'x", "=1"),)


def test_a_block_of_formulas_is_rows_of_tuples(sheet: Sheet) -> None:
    sheet["A1:B2"].formula = [["=1+1", "a"], ["=A1*2", None]]
    assert sheet["A1:B2"].formula == (("=1+1", "a"), ("=A1*2", ""))
    assert sheet["A1:A2"].formula == (("=1+1",), ("=A1*2",))
    assert sheet["A1:B2"].value == [[2.0, "a"], [4.0, None]]


def test_what_is_entered_beside_formulas_is_taken_as_typed(sheet: Sheet) -> None:
    sheet["A1:D1"].formula = ["5", "001", "'001", "x"]
    assert sheet["A1:D1"].value == [5.0, 1.0, "001", "x"]


def test_one_formula_fills_a_block_relative_to_its_first_cell(sheet: Sheet) -> None:
    sheet["B2:C3"].formula = "=A1+$A1+A$1+$A$1"
    assert sheet["B2:C3"].formula == (
        ("=A1+$A1+A$1+$A$1", "=B1+$A1+B$1+$A$1"),
        ("=A2+$A2+A$1+$A$1", "=B2+$A2+B$1+$A$1"),
    )


def test_one_word_fills_a_block(sheet: Sheet) -> None:
    sheet["A1:B2"].formula = "x"
    assert sheet["A1:B2"].value == [["x", "x"]] * 2


def test_a_formula_speaks_of_other_sheets(book: Book) -> None:
    other = book.sheets.add("重点 项目", after=book.sheets[0])
    other["A1:A2"].value = [[3], [4]]
    first = book.sheets[0]
    first["A1:A2"].formula = "=SUM('重点 项目'!A$1:A1)"
    assert first["A1:A2"].formula == (("=SUM('重点 项目'!A$1:A1)",), ("=SUM('重点 项目'!A$1:A2)",))
    assert first["A1:A2"].value == [3.0, 7.0]


def test_a_sheet_that_was_renamed_or_added_is_known_at_once(book: Book) -> None:
    first = book.sheets[0]
    first["A1"].formula = "=1"
    book.sheets.add("甲.乙", after=first)["A1"].value = 5
    first["A1"].formula = "='甲.乙'!A1"
    assert first["A1"].value == 5.0
    book.sheets["甲.乙"].name = "丙"
    assert first["A1"].formula == "=丙!A1"


def test_an_array_formula_is_shared_by_its_cells(sheet: Sheet) -> None:
    sheet["A1:A3"].value = [[1], [2], [3]]
    sheet["B1:B3"].formula_array = "=A1:A3*10"
    assert sheet["B1:B3"].value == [10.0, 20.0, 30.0]
    assert sheet["B1:B3"].formula_array == "=A1:A3*10"
    assert sheet["B1:B3"].formula == (("=A1:A3*10",),) * 3
    assert sheet["B1:B3"].has_array is True
    assert sheet["A1:A3"].has_array is False
    assert sheet["A1:A3"].formula_array is None


def test_notes_stay_when_formulas_are_entered(sheet: Sheet) -> None:
    sheet["A2"].add_note("甲")
    sheet["A1:A3"].formula = "=ROW()"
    assert [note.text for note in sheet.notes] == ["甲"]
    assert sheet["A1:A3"].value == [1.0, 2.0, 3.0]


REFERENCES = st.builds(
    lambda dollar, column, other, row: f"{'$' * dollar}{column}{'$' * other}{row}",
    st.booleans(),
    st.sampled_from(["E", "Z", "AA", "XX"]),
    st.booleans(),
    st.integers(5, 90),
)


@given(st.lists(REFERENCES, min_size=1, max_size=3), st.integers(1, 4), st.integers(1, 4))
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_filling_is_what_copying_a_cell_does(sheet: Sheet, references: list[str], height: int, width: int) -> None:
    formula = f'="A1"&SUM({",".join(references)})&LOG10(SUM(2:$3))&SUM($B:C)'
    block = sheet["M100"].resize(height, width)
    block[0, 0].formula = formula
    for row in range(height):
        for column in range(width):
            block[0, 0].copy(block[row, column])
    copied = block.formula
    block.formula = formula
    assert block.formula == copied


@pytest.mark.parametrize("formula", ["=)", "=1+"])
def test_what_is_no_formula_is_kept_as_it_was_entered(sheet: Sheet, formula: str) -> None:
    sheet["A1"].formula = formula
    assert sheet["A1"].formula == formula
    assert sheet["A1"].value is None


def test_what_is_no_formula_does_not_fill_cells(sheet: Sheet) -> None:
    with pytest.raises(ValueError, match="no formula"):
        sheet["A1:A2"].formula = "=)"
