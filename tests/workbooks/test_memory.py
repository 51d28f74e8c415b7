"""What a cell of a sheet that remembers says, and how what was noticed there is told."""

from datetime import date, datetime

import pytest

from udfs.values.cells import CellError, Value
from workbooks.memory import Noticed, cell_day, cell_text, in_short


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (26010001.0, "26010001"),
        (3.5, "3.5"),
        (datetime(2026, 3, 31), "2026-03-31"),
        (" 县水利局 ", "县水利局"),
        (CellError("#REF!"), ""),
        (None, ""),
    ],
)
def test_a_cell_says_what_a_clerk_reads_in_it(value: Value, said: str) -> None:
    assert cell_text(value) == said


@pytest.mark.parametrize(
    "value",
    [datetime(2026, 7, 10), 46213, 46213.0, "2026-07-10", "2026.7.10", "2026年7月10日", "2026/7/10", " 2026-7-10 "],
)
def test_a_day_is_read_however_it_stands_there(value: Value) -> None:
    assert cell_day(value) == date(2026, 7, 10)


@pytest.mark.parametrize("value", ["2026年7月", "下周", "", None, True, 7, CellError("#REF!")])
def test_what_is_no_day_is_none(value: Value) -> None:
    assert cell_day(value) is None


def test_of_much_that_was_noticed_the_first_few_are_told() -> None:
    noticed = [Noticed(row, f"第{row + 1}行改过") for row in range(6)]
    assert in_short(noticed[:2]) == "第1行改过；第2行改过"
    assert in_short(noticed) == "第1行改过；第2行改过；第3行改过；第4行改过；第5行改过等6处"


def test_rows_are_counted_from_1_in_json() -> None:
    assert Noticed(4, "改过").as_json() == {"row": 5, "message": "改过"}
    assert Noticed(None, "不见了").as_json() == {"row": None, "message": "不见了"}
