"""Report periods."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from udfs.periods import PERIOD_KINDS, PeriodKind, report_period


@pytest.mark.parametrize(
    ("as_of", "kind", "month", "part", "title"),
    [
        (date(2010, 7, 31), "month", 7, 0, "2010年1—7月"),
        (date(2010, 7, 30), "month", 6, 0, "2010年1—6月"),
        (date(2010, 1, 31), "month", 1, 0, "2010年1月"),
        (date(2010, 1, 30), "month", None, 0, "2010年"),
        (date(2010, 12, 31), "month", 12, 0, "2010年全年"),
        (date(2024, 2, 29), "month", 2, 0, "2024年1—2月"),
        (date(2024, 1, 15), "half_month", 1, 1, "2024年1月上半月"),
        (date(2024, 1, 31), "ten_days", 1, 3, "2024年1月"),
        (date(2024, 12, 31), "half_month", 12, 2, "2024年全年"),
        (date(2010, 7, 15), "half_month", 7, 1, "2010年1月至7月上半月"),
        (date(2010, 8, 1), "half_month", 7, 2, "2010年1—7月"),
        (date(2010, 7, 20), "ten_days", 7, 2, "2010年1月至7月中旬"),
        (date(2010, 1, 9), "ten_days", None, 0, "2010年"),
        (date(2010, 3, 31), "quarter", 3, 0, "2010年一季度"),
        (date(2010, 8, 31), "quarter", 6, 0, "2010年上半年"),
        (date(2010, 9, 30), "quarter", 9, 0, "2010年前三季度"),
        (date(2010, 8, 31), "half_year", 6, 0, "2010年上半年"),
        (date(2010, 8, 31), "year", None, 0, "2010年"),
        (date(2010, 12, 31), "year", 12, 0, "2010年全年"),
    ],
)
def test_it_finds_the_last_period_ended(
    as_of: date, kind: PeriodKind, month: int | None, part: int, title: str
) -> None:
    period = report_period(as_of, kind)
    assert (period.year, period.month, period.part, period.title) == (
        2010 if as_of.year == 2010 else 2024,
        month,
        part,
        title,
    )


@pytest.mark.parametrize(
    ("kind", "first"),
    [
        ("ten_days", date(2024, 1, 10)), ("half_month", date(2024, 1, 15)), ("month", date(2024, 1, 31)),
        ("quarter", date(2024, 3, 31)), ("half_year", date(2024, 6, 30)), ("year", date(2024, 12, 31)),
    ],
)  # fmt: skip
def test_the_years_first_period_ends_when_one_is_first_found(kind: PeriodKind, first: date) -> None:
    assert report_period(first, kind).end == first == report_period(first, kind).first_end
    assert report_period(first - timedelta(1), kind).end is None


def test_it_says_itself_as_the_contract_asks() -> None:
    assert report_period(date(2010, 7, 31)).as_json() == {"kind": "month", "year": 2010, "month": 7}
    assert report_period(date(2010, 1, 5)).as_json() == {"kind": "month", "year": 2010, "month": None}


@given(st.dates(date(2000, 1, 1), date(2059, 12, 31)), st.sampled_from(PERIOD_KINDS))
def test_the_period_has_ended_and_no_later_one_has(as_of: date, kind: PeriodKind) -> None:
    period = report_period(as_of, kind)
    if period.end is None:
        assert report_period(date(as_of.year, 1, 1), kind).end is None
        return
    assert period.end <= as_of
    assert report_period(period.end, kind) == period
    assert report_period(period.end - timedelta(days=1), kind) != period


@pytest.mark.parametrize(
    ("kind", "day", "begin", "previous"),
    [
        ("month", "2026-07-31", "2026-07-01", "2026-06-30"),
        ("month", "2026-01-31", "2026-01-01", "2025-12-31"),
        ("half_month", "2026-07-15", "2026-07-01", "2026-06-30"),
        ("half_month", "2026-07-31", "2026-07-16", "2026-07-15"),
        ("ten_days", "2026-02-28", "2026-02-21", "2026-02-20"),
        ("ten_days", "2026-02-10", "2026-02-01", "2026-01-31"),
        ("quarter", "2026-06-30", "2026-04-01", "2026-03-31"),
        ("half_year", "2026-06-30", "2026-01-01", "2025-12-31"),
        ("year", "2026-12-31", "2026-01-01", "2025-12-31"),
        ("quarter", "2026-02-10", None, "2025-12-31"),
    ],
)
def test_where_a_period_begins_and_which_one_is_before(
    kind: PeriodKind, day: str, begin: str | None, previous: str
) -> None:
    period = report_period(date.fromisoformat(day), kind)
    assert period.begin == (date.fromisoformat(begin) if begin else None)
    assert (period.previous.end, period.previous.kind) == (date.fromisoformat(previous), kind)


@pytest.mark.parametrize(
    ("kind", "end"),
    [
        ("ten_days", "01-10"),
        ("half_month", "01-15"),
        ("month", "01-31"),
        ("quarter", "03-31"),
        ("half_year", "06-30"),
        ("year", "12-31"),
    ],
)
def test_when_the_years_first_period_ends(kind: PeriodKind, end: str) -> None:
    assert report_period(date(2026, 1, 1), kind).first_end == date.fromisoformat(f"2026-{end}")
