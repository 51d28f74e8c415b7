"""Rates out of columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from udfs.values.cells import CellError, Value
from udfs.values.rates import read_rates


@pytest.mark.parametrize(
    ("text", "percent", "status"),
    [
        ("85%", 85.0, "text"),
        ("８５％", 85.0, "text"),
        ("1,200%", 1200.0, "text"),
        ("-5%", -5.0, "text"),
        ("百分之八十五", 85.0, "text"),
        ("百分之百", 100.0, "text"),
        ("八成", 80.0, "text"),
        ("八成五", 85.0, "text"),
        ("约85%", 85.0, "approximate"),
        ("85%左右", 85.0, "approximate"),
        ("100%（已竣工）", 100.0, "words"),
        ("—", None, "placeholder"),
        ("已完成", None, "unreadable"),
        ("85% 90%", None, "unreadable"),
        ("85 90", None, "unreadable"),
        ("#DIV/0!", None, "error"),
    ],
)
def test_it_reads_typed_percentages(text: str, percent: float | None, status: str) -> None:
    rates, readings = read_rates([text])
    assert (rates[0], readings[0].status) == (percent, status)


@pytest.mark.parametrize(
    ("column", "percents"),
    [
        ([0.3, 1.0, 0.97], [30.0, 100.0, 97.0]),
        ([45, 97.2, 0.5], [45.0, 97.2, 0.5]),
        (["0.85", 0.9], [85.0, 90.0]),
        ([0.07, 0.57, 1.15], [7.0, 57.0, 115.0]),
        ([0, 0], [0.0, 0.0]),
        ([None, "  ", 88.0], [None, None, 88.0]),
    ],
)
def test_it_tells_fractions_from_percent_by_the_column(column: list[Value], percents: list[float | None]) -> None:
    assert read_rates(column)[0] == percents


def test_it_trusts_the_number_format_first() -> None:
    assert read_rates([0.85, 85], is_percent=lambda index: index == 0)[0] == [85.0, 85.0]


def test_it_decides_by_the_computed_rates_where_the_spread_misleads() -> None:
    assert read_rates([0.5, 1.2], computed=[0.5, 1.2])[0] == [0.5, 1.2]
    assert read_rates([0.5, 1.2], computed=[50.0, 120.0])[0] == [50.0, 120.0]


def test_it_reads_a_stray_number_in_its_own_sense_and_says_so() -> None:
    rates, readings = read_rates([0.85, 0.9, 85])
    assert rates == [85.0, 90.0, 85.0]
    assert readings[2].status == "unit"
    rates, readings = read_rates([0.85, 90.1, 85], computed=[85.0, 90.1, 85.0])
    assert rates == [85.0, 90.1, 85.0]
    assert set(readings) == {0}


def test_it_reports_errors_booleans_and_bad_numbers() -> None:
    rates, readings = read_rates([CellError("#N/A"), True, float("nan"), 1e300])
    assert rates == [None] * 4
    assert [readings[index].status for index in range(4)] == ["error", "unreadable", "unreadable", "unreadable"]


@given(st.lists(st.none() | st.text(max_size=12) | st.floats() | st.integers() | st.booleans(), max_size=8))
def test_it_never_raises_and_keeps_the_length(column: list[Value]) -> None:
    rates, _ = read_rates(column)
    assert len(rates) == len(column)
    assert all(rate is None or rate - rate == 0 for rate in rates)


@given(st.integers(0, 99_999))
def test_it_reads_back_formatted_percentages(hundredths: int) -> None:
    rate = hundredths / 100
    assert read_rates([f"{rate}%"])[0] == [rate]
    assert read_rates([f" {rate} ％"])[0] == [rate]
