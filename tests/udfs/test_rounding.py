"""Rounding half up."""

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from udfs.rounding import half_up, settled, without_noise


@pytest.mark.parametrize(
    ("value", "places", "expected"),
    [
        (2.675, 2, 2.68),
        (1.005, 2, 1.01),
        (0.5, 0, 1.0),
        (-0.05, 1, -0.1),
        (13.824, 1, 13.8),
        (81.875, 2, 81.88),
        (1e300, 2, 1e300),
    ],
)
def test_it_rounds_half_up_by_the_shown_decimal(value: float, places: int, expected: float) -> None:
    assert half_up(value, places) == expected


def test_it_never_gives_minus_zero() -> None:
    assert str(half_up(-0.001, 1)) == "0.0"
    assert str(without_noise(-1e-15)) == "0.0"


def test_it_lets_nan_and_infinities_pass() -> None:
    assert half_up(float("inf"), 1) == float("inf")
    assert half_up(float("nan"), 1) != half_up(float("nan"), 1)


def test_it_removes_only_the_noise_of_floats() -> None:
    assert settled(0.07 * 100) == 7.0
    assert settled(100 / 3) == 100 / 3
    assert without_noise(-10.000000000000002) == -10.0


@given(st.decimals(-(10**9), 10**9, places=3), st.integers(0, 2))
def test_it_agrees_with_exact_decimals(number: Decimal, places: int) -> None:
    assert half_up(float(number), places) == float(number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))


@given(st.floats(-1e12, 1e12), st.integers(0, 4))
def test_it_stays_within_half_a_step_and_is_settled_after_once(value: float, places: int) -> None:
    rounded = half_up(value, places)
    assert abs(rounded - value) <= 0.5 * 10**-places * (1 + 1e-9) + abs(value) * 1e-15
    assert half_up(rounded, places) == rounded
