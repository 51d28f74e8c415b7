"""Scores: parts, bonus, deductions; what is shown adds up."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from udfs.scores import Deduction, Marks, Part, Score, per_tenth, score

NO_DEDUCTIONS: list[Deduction] = []


def sum_of(found: Score) -> Decimal:
    """Return what a reader gets who adds up the figures of the row."""
    added = [found.bonus, *(marks.points or 0.0 for marks in found.parts)]
    taken = [each.points for each in found.deductions]
    return sum(map(_shown, added), Decimal()) - sum(map(_shown, taken), Decimal())


def _shown(figure: float) -> Decimal:
    return Decimal(repr(figure))


def test_yanan_counts_sixty_by_the_share_of_the_years_plan() -> None:
    """延安 2017 (domain.md b4): 进度分 = 60 × 完成投资 ÷ 年度计划; here 2.1 of 2.8."""
    assert score([Part("投资进度", 60, 75.0)], NO_DEDUCTIONS, 0, 2).total == 45.0


def test_a_part_has_full_marks_from_the_target_on_and_a_bonus_up_to_its_cap() -> None:
    """某市 2020 (b4): each percent above 100 brings 0.2, 10 at most."""
    totals = [score([Part("计划完成", 40, share, 0.2, 10)], NO_DEDUCTIONS, 0, 1).total for share in (90, 100, 120, 190)]
    assert totals == [36.0, 40.0, 44.0, 50.0]


@pytest.mark.parametrize(
    ("part", "points", "bonus"),
    [
        (Part("投资进度", 60, 1.025), 0.62, 0.0),  # 0.615
        (Part("投资进度", 60, 100.175, 0.2, 10), 60.0, 0.04),  # 0.175 × 0.2 = 0.035
        (Part("投资进度", 60, 107.025, 0.2, 10), 60.0, 1.41),  # 7.025 × 0.2 = 1.405
    ],
)
def test_a_half_is_rounded_up_whatever_floats_make_of_it(part: Part, points: float, bonus: float) -> None:
    found = score([part], NO_DEDUCTIONS, 0, 2)
    assert (found.parts[0].points, found.bonus) == (points, bonus)


def test_each_half_of_a_bonus_is_rounded_up() -> None:
    """Shares of 100 to 150 in steps of 0.001 at 0.2 a percent: against the same in whole thousandths."""
    found = [
        score([Part("投资进度", 60, 100 + step / 1000, 0.2, 10)], NO_DEDUCTIONS, 0, 2).bonus for step in range(50_001)
    ]
    assert found == [(step * 2 + 50) // 100 / 100 for step in range(50_001)]


def test_half_a_hundredth_taken_is_rounded_up() -> None:
    """11 lights at 0.015 are 0.165."""
    found = score([Part("投资进度", 60, 100.0)], [Deduction("yellow", 11 * 0.015)], 10, 2)
    assert found.deductions == (Deduction("yellow", 0.17),)


def test_deductions_are_taken_up_to_their_cap_the_first_ones_first() -> None:
    """广元 (b7): a red light costs 2, two yellow ones 1; here 4 red and 3 yellow, 9 at most."""
    found = score([Part("投资进度", 60, 100.0)], [Deduction("red", 4 * 2), Deduction("yellow", 3 * 0.5)], 9, 2)
    assert found.deductions == (Deduction("red", 8.0), Deduction("yellow", 1.0))
    assert found.total == 51.0


def test_a_score_is_never_below_nothing_and_still_adds_up() -> None:
    found = score([Part("投资进度", 60, 5.0)], [Deduction("red", 8)], 10, 2)
    assert (found.total, found.deductions) == (0.0, (Deduction("red", 3.0),))


def test_each_tenth_costs_the_same_whatever_the_size() -> None:
    assert [per_tenth(1, 5, 2), per_tenth(8, 40, 2), per_tenth(0, 0, 2)] == [4.0, 4.0, 0.0]


def test_a_part_that_cannot_be_had_is_not_scored_and_its_marks_go_to_the_others() -> None:
    parts = [Part("投资进度", 60, 100.0), Part("开工", 20, 50.0), Part("竣工", 10, None), Part("数据质量", 10, 100.0)]
    found = score(parts, NO_DEDUCTIONS, 0, 2)
    assert found.parts == (
        Marks("投资进度", 66.67, 66.67), Marks("开工", 11.11, 22.22), Marks("竣工", None, None),
        Marks("数据质量", 11.11, 11.11),
    )  # fmt: skip
    assert found.total == 88.89


def test_where_less_than_half_can_be_had_there_is_no_score() -> None:
    parts = [Part("投资进度", 60, None), Part("开工", 40, 100.0)]
    found = score(parts, [Deduction("red", 2)], 10, 2)
    assert (found.total, found.bonus, found.deductions) == (None, 0.0, ())
    assert all(marks.points is None for marks in found.parts)


def test_weights_of_nothing_are_refused() -> None:
    with pytest.raises(ValueError, match="weights"):
        score([Part("投资进度", 0, 100.0)], NO_DEDUCTIONS, 0, 2)


SHARES = st.none() | st.floats(-50, 400)
PARTS = st.lists(
    st.builds(Part, st.just("分项"), st.integers(1, 60).map(float), SHARES, st.floats(0, 1), st.floats(0, 20)),
    min_size=1,
    max_size=5,
)
DEDUCTIONS = st.lists(st.builds(Deduction, st.just("灯"), st.floats(0, 30)), max_size=3)


@given(PARTS, DEDUCTIONS, st.floats(0, 20), st.integers(0, 4))
def test_what_is_shown_adds_up_to_the_total(parts, deductions, cap: float, places: int) -> None:
    found = score(parts, deductions, cap, places)
    if found.total is None:
        return
    assert sum_of(found) == _shown(found.total) >= 0
    whole = sum(int(part.weight) for part in parts)
    assert sum((_shown(marks.of) for marks in found.parts if marks.of is not None), Decimal()) == whole
    assert all(0 <= (marks.points or 0.0) <= (marks.of or 0.0) for marks in found.parts)


@given(st.lists(st.floats(0, 100), min_size=1, max_size=4), st.data())
def test_more_reached_is_never_a_lower_score(shares: list[float], data) -> None:
    at = data.draw(st.integers(0, len(shares) - 1))
    better = [*shares[:at], data.draw(st.floats(shares[at], 150)), *shares[at + 1 :]]
    low, high = (score([Part("分项", 25, one) for one in own], NO_DEDUCTIONS, 0, 2).total for own in (shares, better))
    assert low is not None and high is not None and low <= high
