"""Ranking with ties."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from udfs.ranking import rank_ties, ranking, ranks_among

FIGURES = st.lists(st.none() | st.floats(-1e6, 1e6), max_size=30)


def test_it_ranks_ties_alike_and_skips_after_them() -> None:
    assert rank_ties([80.0, 97.0, 80.0, 12.5, None]) == [2, 1, 2, 4, None]


def test_it_takes_float_noise_for_a_tie() -> None:
    assert rank_ties([7.000000000000001, 7.0]) == [1, 1]


def test_it_orders_ties_by_done_then_name_and_puts_the_unranked_last() -> None:
    places = ranking([80.0, 97.0, 80.0, 80.0, None], [5.0, 1.0, 9.0, 5.0, 100.0], ["乙", "甲", "丙", "丁", "戊"])
    assert [place.index for place in places] == [1, 2, 3, 0, 4]
    assert [place.rank for place in places] == [1, 2, 2, 2, None]
    assert [place.text for place in places] == ["1", "并列2", "并列2", "并列2", ""]


def test_it_refuses_columns_of_different_length() -> None:
    with pytest.raises(ValueError, match="zip"):
        ranking([1.0], [1.0, 2.0], ["甲"])


@given(FIGURES)
def test_each_rank_is_one_more_than_the_number_of_better_ones(figures: list[float | None]) -> None:
    known = [round(figure, 9) for figure in figures if figure is not None]
    for figure, rank in zip(figures, rank_ties(figures), strict=True):
        assert rank == (None if figure is None else 1 + sum(other > round(figure, 9) for other in known))


@given(FIGURES)
def test_every_entry_has_its_place_once(figures: list[float | None]) -> None:
    places = ranking(figures, [None] * len(figures), [str(index) for index in range(len(figures))])
    assert sorted(place.index for place in places) == list(range(len(figures)))
    ranks = [place.rank for place in places if place.rank is not None]
    assert ranks == sorted(ranks)
    assert all(place.tied == (ranks.count(place.rank) > 1) for place in places if place.rank is not None)


def test_a_figure_is_ranked_among_others() -> None:
    assert ranks_among([60.0, None, 97.0, 99.0], [97.0, 85.0, None, 85.0, 60.0]) == [4, None, 1, 1]


@given(FIGURES)
def test_among_themselves_figures_rank_as_one_by_one_among_all(figures: list[float | None]) -> None:
    assert rank_ties(figures) == [ranks_among([figure], figures)[0] for figure in figures]
