"""Working days, held against the package chinesecalendar (by hand where the law or a notice says it)."""

from datetime import date, timedelta

import chinese_calendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from udfs.workdays import Calendar, known_years, national

KNOWN = st.dates(date(2004, 1, 1), date(2026, 12, 31))
ANY = st.dates(date(1990, 1, 1), date(2060, 12, 31))


def test_its_table_is_chinesecalendar_s_day_by_day() -> None:
    first, last = date(known_years()[0], 1, 1), date(known_years()[-1], 12, 31)
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    assert [day for day in days if national().is_workday(day) != chinese_calendar.is_workday(day)] == []


def test_the_years_of_the_table_have_no_gap() -> None:
    assert known_years() == tuple(range(2004, 2027))


def test_the_days_of_the_notice_for_2026() -> None:
    """国庆 10月1日至7日放假，9月20日（周日）、10月10日（周六）上班."""
    calendar = national()
    assert not any(calendar.is_workday(date(2026, 10, day)) for day in range(1, 8))
    assert calendar.is_workday(date(2026, 9, 20)) and calendar.is_workday(date(2026, 10, 10))
    assert not calendar.is_workday(date(2026, 10, 11))


def test_the_first_day_does_not_count_and_the_last_does() -> None:
    """民法典第201条. 2026-09-21 to 10-12: 22 23 24, 28 29 30 September, 8 9 10 12 October."""
    assert national().workdays_between(date(2026, 9, 21), date(2026, 10, 12)) == 10
    assert national().workdays_between(date(2026, 9, 21), date(2026, 9, 21)) == 0
    assert national().workdays_between(date(2026, 10, 12), date(2026, 9, 21)) == -10


def test_the_tenth_working_day_after_acceptance() -> None:
    assert national().add_workdays(date(2026, 9, 21), 10) == date(2026, 10, 12)
    assert national().add_workdays(date(2026, 10, 1), 1) == date(2026, 10, 8)
    assert national().add_workdays(date(2026, 10, 1), 0) == date(2026, 10, 1)


def test_it_has_no_working_days_in_the_past_or_past_the_last_year() -> None:
    with pytest.raises(ValueError, match="-1 working days"):
        national().add_workdays(date(2026, 1, 5), -1)
    with pytest.raises(OverflowError, match="30 working days"):
        national().add_workdays(date(9999, 12, 20), 30)
    with pytest.raises(OverflowError, match="5000 working days"):
        national().add_workdays(date(9999, 12, 20), 5000)


@given(KNOWN, KNOWN)
def test_the_count_is_that_of_the_days_one_by_one(start: date, end: date) -> None:
    start, end = sorted((start, end))
    end = min(end, start + timedelta(days=400))
    one_by_one = sum(chinese_calendar.is_workday(start + timedelta(days=n)) for n in range(1, (end - start).days + 1))
    assert national().workdays_between(start, end) == one_by_one


@given(ANY, st.integers(1, 600))
def test_the_deadline_is_a_working_day_and_as_many_after_the_start_as_were_asked_for(start: date, days: int) -> None:
    deadline = national().add_workdays(start, days)
    assert national().is_workday(deadline)
    assert national().workdays_between(start, deadline) == days


def test_a_year_outside_the_table_is_told() -> None:
    calendar = national()
    assert calendar.unknown_years(date(2026, 12, 28), date(2027, 1, 8)) == (2027,)
    assert calendar.unknown_years(date(2027, 1, 8), date(2026, 12, 28)) == (2027,)
    assert calendar.unknown_years(date(2002, 5, 1), date(2004, 5, 1)) == (2002, 2003)
    assert calendar.unknown_years(date(2004, 1, 1), date(2026, 12, 31)) == ()


def test_the_first_day_does_not_make_its_year_count() -> None:
    assert national().unknown_years(date(2003, 12, 31), date(2004, 1, 9)) == ()
    assert national().unknown_years(date(9999, 12, 31), date(9999, 12, 31)) == ()


def test_outside_the_table_weekends_alone_decide() -> None:
    assert national().workdays_between(date(2026, 12, 31), date(2027, 1, 8)) == 6  # 1 January, a Friday, too


def test_own_days_win_and_make_their_year_known() -> None:
    own = national().with_days([date(2027, 1, 1)], [date(2027, 1, 3), date(2026, 10, 11)])
    assert own.workdays_between(date(2026, 12, 31), date(2027, 1, 8)) == 6
    assert own.is_workday(date(2026, 10, 11)) and not own.is_workday(date(2027, 1, 1))
    assert own.unknown_years(date(2026, 12, 31), date(2027, 1, 8)) == ()
    assert not national().with_days([date(2026, 10, 10)], []).is_workday(date(2026, 10, 10))


def test_a_calendar_without_days_has_weekends_only() -> None:
    assert Calendar().workdays_between(date(2026, 9, 30), date(2026, 10, 7)) == 5
    assert national().with_days([], []) is national()
