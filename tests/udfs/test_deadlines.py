"""Days and months between dates."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from udfs.deadlines import add_months, days_left, months_between, overdue_days

DAYS = st.dates(date(1990, 1, 1), date(2080, 12, 31))


def test_it_counts_overdue_days_from_the_day_after() -> None:
    assert overdue_days(date(2025, 3, 31), date(2025, 3, 31)) == 0
    assert overdue_days(date(2025, 3, 31), date(2025, 4, 2)) == 2
    assert days_left(date(2025, 3, 31), date(2025, 3, 28)) == 3


def test_it_stops_counting_when_the_item_was_closed() -> None:
    assert overdue_days(date(2025, 3, 31), date(2025, 6, 30), closed_on=date(2025, 4, 5)) == 5
    assert overdue_days(date(2025, 3, 31), date(2025, 6, 30), closed_on=date(2025, 3, 5)) == 0


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        (date(2010, 4, 30), date(2010, 7, 31), 3),
        (date(2010, 3, 31), date(2010, 6, 30), 3),
        (date(2010, 1, 31), date(2010, 2, 28), 1),
        (date(2010, 4, 30), date(2010, 7, 15), 2),
        (date(2009, 12, 31), date(2010, 12, 31), 12),
        (date(2010, 7, 31), date(2010, 4, 30), -3),
    ],
)
def test_it_counts_whole_months(start: date, end: date, months: int) -> None:
    assert months_between(start, end) == months


@given(DAYS, st.integers(0, 240))
def test_months_added_are_months_between(day: date, months: int) -> None:
    assert months_between(day, add_months(day, months)) == months


@given(DAYS, DAYS)
def test_it_counts_alike_in_both_directions(one: date, other: date) -> None:
    assert months_between(one, other) == -months_between(other, one)
    assert overdue_days(one, other) == max(0, -days_left(one, other))
