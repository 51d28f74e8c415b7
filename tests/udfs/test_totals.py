"""Sums over projects."""

import pytest

from udfs.totals import total, total_rate


def test_it_sums_exactly_what_is_there() -> None:
    assert total([0.1] * 10) == 1.0
    assert total([None, 5.0, None]) == 5.0
    assert total([None, None]) is None
    assert total([]) is None


def test_its_rate_takes_only_projects_with_both_figures() -> None:
    done = [50.0, None, 30.0, 10.0, 7.0]
    plan = [100.0, 400.0, None, 100.0, 0.0]
    assert total_rate(done, plan) == 30.0
    assert total_rate([None], [5.0]) is None


def test_it_refuses_columns_of_different_length() -> None:
    with pytest.raises(ValueError, match="zip"):
        total_rate([1.0], [1.0, 2.0])
