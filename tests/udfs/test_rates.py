"""The rates, by the figures of published bulletins (domain.md b5)."""

import pytest

from udfs.rates import (
    commission_rate,
    conversion_rate,
    full_capacity_rate,
    funding_rate,
    landing_rate,
    share,
    start_rate,
)
from udfs.rounding import half_up


@pytest.mark.parametrize(
    ("begun", "projects", "published"),
    [(33, 50, 66.0), (264, 341, 77.4), (131, 160, 81.9), (206, 255, 80.8), (106, 177, 59.9), (198, 292, 67.8)],
    ids=["连南", "濮阳", "衢江", "江门", "汕头", "渭南"],
)
def test_start_rates_are_those_published(begun: int, projects: int, published: float) -> None:
    rate = start_rate(begun, projects)
    assert rate is not None and half_up(rate, 1) == published


def test_funds_may_come_in_beyond_the_plan() -> None:
    assert funding_rate(2300.0, 2000.0) == 115.0


def test_seven_of_ten_commissioned_are_70_percent() -> None:
    assert commission_rate(7, 10) == 70.0
    assert full_capacity_rate(5, 8) == 62.5
    assert landing_rate(51, 100) == 51.0
    assert conversion_rate(18, 40) == 45.0


@pytest.mark.parametrize("part_and_whole", [(1.0, 0.0), (1.0, -2.0), (None, 5.0), (5.0, None)])
def test_without_a_whole_there_is_no_share(part_and_whole: tuple[float | None, float | None]) -> None:
    assert share(*part_and_whole) is None
