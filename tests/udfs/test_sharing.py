"""Sharing out a whole; the allocation of funds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from udfs.sharing import allocation, shared_out


def test_what_rounding_leaves_goes_to_the_largest_remainders() -> None:
    """100 by 1 : 2 : 4 is 14.29, 28.57, 57.14; the one that is left over goes to .57."""
    assert shared_out(100, [1, 2, 4]) == [14, 29, 57]


def test_equal_remainders_are_served_in_order() -> None:
    assert shared_out(2, [1, 1, 1]) == [1, 1, 0]


@pytest.mark.parametrize(("whole", "weights"), [(10, [0, 0]), (10, [-1, 2]), (-1, [1]), (1, [])])
def test_it_refuses_what_cannot_be_shared(whole: int, weights: list[float]) -> None:
    with pytest.raises(ValueError, match="at least 0"):
        shared_out(whole, weights)


def test_funds_go_by_score_and_need() -> None:
    """1,000 by 90 × 200, 60 × 300 and 45 × 400: three times 18,000 (S4 asks for the score, b4 [K] for the product)."""
    assert allocation(1000, [90.0, 60.0, 45.0], [200.0, 300.0, 400.0]) == [334, 333, 333]


def test_who_has_no_score_or_no_known_need_has_no_amount() -> None:
    assert allocation(1000, [90.0, None, 80.0, 70.0], [10.0, 10.0, None, 0.0]) == [1000, None, None, 0]
    assert allocation(1000, [90.0, 0.0], [0.0, 5.0]) == [None, None]


AMOUNTS = st.none() | st.floats(0, 1e7)


@given(st.integers(0, 10**7), st.lists(st.tuples(AMOUNTS, AMOUNTS), max_size=12))
def test_the_amounts_are_exactly_the_pool(pool: int, units: list[tuple[float | None, float | None]]) -> None:
    amounts = allocation(pool, [score for score, _ in units], [need for _, need in units])
    given_out = [amount for amount in amounts if amount is not None]
    assert not given_out or sum(given_out) == pool
    assert all(amount >= 0 for amount in given_out)


@given(st.integers(0, 10**6), st.lists(st.floats(0, 1e6), min_size=1, max_size=10))
def test_each_part_is_within_one_of_its_due(whole: int, weights: list[float]) -> None:
    if not sum(weights):
        return
    for part, weight in zip(shared_out(whole, weights), weights, strict=True):
        assert abs(part - whole * weight / sum(weights)) < 1 + 1e-6
