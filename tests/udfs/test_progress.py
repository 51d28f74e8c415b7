"""Completion rate, 序时进度, gap: reproduced from printed bulletins (domain.md b1, b5)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from udfs.periods import PeriodKind, report_period
from udfs.progress import (
    Basis,
    completion_rate,
    growth_rate,
    progress_gap,
    shortfall,
    time_progress,
    time_progress_by_weights,
    time_progress_of,
    time_progress_of_day,
    time_progress_of_half_month,
    time_progress_of_month,
    time_progress_of_ten_days,
)
from udfs.rounding import half_up


@pytest.mark.parametrize(
    ("bulletin", "rate", "months", "printed", "places"),
    [
        ("江门 1-10月", completion_rate(629.0, 647.4), 10, 13.8, 1),
        ("江门 2021 1-3月", 30.90, 3, 5.90, 2),
        ("江门 2013 1-4月", 26.7, 4, -6.6, 1),
        ("资阳 1-5月", 44.0, 5, 2.3, 1),
        ("三明三元 1-8月", 74.0, 8, 7.33, 2),
        ("陆丰 一季度", 37.11, 3, 12.11, 2),
        ("陆丰 一季度", 40.5, 3, 15.5, 1),
        ("常州 1-9月", 93.3, 9, 18.3, 1),
        ("达州 1-10月", 75.0, 10, -8.3, 1),
        ("某市 2016 1-10月", 85.1, 10, 1.8, 1),
        ("某区 截至6月30日", 51.55, 6, 1.55, 2),
        ("某区 截至6月30日", 47.47, 6, -2.53, 2),
        ("imanhei 1-4月", 43.2, 4, 9.9, 1),
        ("imanhei 1-4月", 37.8, 4, 4.5, 1),
    ],
)
def test_it_reproduces_the_gaps_of_eleven_bulletins(
    bulletin: str, rate: float, months: int, printed: float, places: int
) -> None:
    gap = progress_gap(rate, time_progress_of_month(months))
    assert gap is not None
    assert half_up(gap, places) == printed, bulletin


def test_it_takes_the_gap_from_unrounded_rates() -> None:
    rate = completion_rate(629.0, 647.4)
    assert rate is not None
    assert half_up(rate, 3) == 97.158
    gap = progress_gap(rate, time_progress_of_month(10))
    assert gap is not None
    assert 13.824 < gap < 13.825
    assert half_up(gap, 1) == 13.8


@pytest.mark.parametrize(
    ("part", "whole", "printed", "places"),
    [
        (33, 50, 66.0, 1),
        (264, 341, 77.4, 1),
        (131, 160, 81.88, 2),
        (206, 255, 80.8, 1),
        (106, 177, 59.9, 1),
        (18 + 180, 292, 67.8, 1),
        (458, 904, 50.7, 1),
        (7, 10, 70.0, 1),
        (32, 45, 71.1, 1),
        (4.28, 17.68, 24.21, 2),
    ],
)
def test_it_reproduces_the_shares_of_bulletins(part: float, whole: float, printed: float, places: int) -> None:
    rate = completion_rate(part, whole)
    assert rate is not None
    assert half_up(rate, places) == printed


@pytest.mark.parametrize(
    ("done", "plan"), [(None, 100.0), (5.0, None), (5.0, 0.0), (5.0, -1.0), (float("nan"), 1.0), (1.0, float("nan"))]
)
def test_it_has_no_rate_without_plan_or_done(done: float | None, plan: float | None) -> None:
    assert completion_rate(done, plan) is None
    assert shortfall(done, plan, 50.0) is None


def test_it_makes_exactly_ten_behind_exactly_ten() -> None:
    for months in range(2, 13):
        time = time_progress_of_month(months)
        plan = 1200.0
        done = months * 100 - 120.0
        assert progress_gap(completion_rate(done, plan), time) == -10.0
    assert progress_gap(None, 50.0) is None
    assert progress_gap(50.0, None) is None


def test_it_counts_the_shortfall_in_the_plans_unit() -> None:
    assert shortfall(300.0, 1200.0, time_progress_of_month(7)) == 400.0
    assert shortfall(900.0, 1200.0, time_progress_of_month(7)) == 0.0


def test_it_counts_growth_on_last_year() -> None:
    assert growth_rate(118.0, 100.0) == 18.0
    assert growth_rate(107.0, 100.0) == 7.0
    assert growth_rate(100.0, 0.0) is None
    assert growth_rate(None, 100.0) is None
    assert growth_rate(5.0, -3.0) is None


def test_it_counts_time_by_months_halves_and_thirds_of_months_and_days() -> None:
    assert half_up(time_progress_of_month(7), 2) == 58.33
    assert time_progress_of_month(0) == 0.0
    assert half_up(time_progress_of_half_month(7, 1), 2) == 54.17
    assert half_up(time_progress_of_ten_days(7, 2), 2) == 55.56
    assert time_progress_of_day(date(2024, 12, 31)) == 100.0
    assert half_up(time_progress_of_day(date(2025, 7, 2)), 2) == 50.14


def test_it_counts_time_by_the_offices_own_weights() -> None:
    quarters = [20, 25, 30, 25]
    assert [time_progress_by_weights(month, quarters) for month in (3, 6, 9, 12)] == [20.0, 45.0, 75.0, 100.0]
    assert half_up(time_progress_by_weights(1, quarters), 2) == 6.67
    assert time_progress_by_weights(1, [2, *[1] * 10, 0]) == pytest.approx(200 / 12)


@pytest.mark.parametrize("weights", [[], [1, 2, 3], [0] * 12, [-1, 1, 1, 1], [float("nan")] * 4])
def test_it_refuses_weights_that_make_no_sense(weights: list[float]) -> None:
    with pytest.raises(ValueError, match="weights"):
        time_progress_by_weights(3, weights)


@pytest.mark.parametrize("month", [-1, 13])
def test_it_refuses_months_that_are_none(month: int) -> None:
    with pytest.raises(ValueError, match="month"):
        time_progress_of_month(month)
    with pytest.raises(ValueError, match="month"):
        time_progress_by_weights(month, [1, 1, 1, 1])


@pytest.mark.parametrize(
    ("as_of", "basis", "expected"),
    [
        (date(2010, 7, 31), "month", 58.33),
        (date(2010, 8, 30), "month", 58.33),
        (date(2010, 1, 30), "month", 0.0),
        (date(2010, 2, 28), "month", 16.67),
        (date(2010, 12, 31), "month", 100.0),
        (date(2010, 1, 14), "half_month", 0.0),
        (date(2010, 1, 15), "half_month", 4.17),
        (date(2010, 2, 3), "half_month", 8.33),
        (date(2010, 7, 20), "ten_days", 55.56),
        (date(2010, 1, 1), "day", 0.27),
        (date(2010, 3, 31), "weights", 10.0),
    ],
)
def test_it_counts_time_up_to_the_last_period_ended(as_of: date, basis: str, expected: float) -> None:
    assert half_up(time_progress(as_of, basis, [10, 30, 30, 30]), 2) == expected  # type: ignore[arg-type]


@given(st.floats(0, 1e9), st.floats(1e-3, 1e9))
def test_its_rate_times_the_plan_is_what_was_done(done: float, plan: float) -> None:
    rate = completion_rate(done, plan)
    assert rate is not None
    assert rate * plan / 100 == pytest.approx(done, rel=1e-9, abs=1e-6)


@given(st.dates(date(2000, 1, 1), date(2059, 12, 31)), st.sampled_from(["month", "half_month", "ten_days", "day"]))
def test_time_runs_from_0_to_100_and_never_back(day: date, basis: str) -> None:
    now = time_progress(day, basis)  # type: ignore[arg-type]
    end_of_year = time_progress(date(day.year, 12, 31), basis)  # type: ignore[arg-type]
    assert 0 <= now <= end_of_year == 100.0
    if day.day > 1:
        assert time_progress(day.replace(day=day.day - 1), basis) <= now  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "basis", "as_of", "expected"),
    [
        ("month", "month", "2026-07-20", 50.0),
        ("half_month", "month", "2026-07-20", 6.5 * 100 / 12),
        ("half_month", "weights", "2026-07-20", 45 + 10 / 2),
        ("half_month", "weights", "2026-07-31", 55.0),
        ("ten_days", "month", "2026-01-10", 100 / 36),
        ("ten_days", "weights", "2026-07-20", 45 + 10 * 2 / 3),
        ("ten_days", "month", "2026-01-09", 0.0),
        ("quarter", "month", "2026-08-20", 50.0),
        ("quarter", "weights", "2026-08-20", 45.0),
        ("quarter", "day", "2026-08-20", 232 * 100 / 365),
        ("quarter", "month", "2026-02-20", 0.0),
        ("half_year", "half_month", "2026-11-20", 50.0),
        ("year", "month", "2026-12-31", 100.0),
    ],
)
def test_a_report_is_judged_at_the_end_of_its_period(
    kind: PeriodKind, basis: Basis, as_of: str, expected: float
) -> None:
    weights = [5, 5, 5, 10, 10, 10, 10, 10, 10, 10, 5, 10]
    day = date.fromisoformat(as_of)
    assert time_progress_of(report_period(day, kind), day, basis, weights) == pytest.approx(expected)
