"""Ranking with ties: 1, 2, 2, 4, printed 并列.

Source: domain.md b4 (no rule was found in any source, so: competition ranking, ties ordered by 完成投资 and then name).
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from udfs.rounding import without_noise


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a ranking. index: of the entry ranked; rank: from 1, None without a figure; tied: others share it."""

    index: int
    rank: int | None
    tied: bool

    @property
    def text(self) -> str:
        """Return the rank as a sheet prints it: `1`, `并列2`, or nothing without a figure."""
        if self.rank is None:
            return ""
        return f"并列{self.rank}" if self.tied else str(self.rank)

    @property
    def ordinal(self) -> str:
        """Return the rank as a sentence says it: 第1名, 并列第2名; nothing without a figure."""
        return "" if self.rank is None else f"{'并列' if self.tied else ''}第{self.rank}名"


def rank_ties(figures: Sequence[float | None]) -> list[int | None]:
    """Return each figure's rank, the largest first, equal figures alike: 1, 2, 2, 4. None has no rank.

    Figures that differ by float noise only are equal.
    """
    return ranks_among(figures, figures)


def ranks_among(figures: Sequence[float | None], among: Sequence[float | None]) -> list[int | None]:
    """Return the rank that each figure has among others: one more than how many of them are larger.

    None has no rank, and is none to be ranked among. Figures that differ by float noise only are equal.
    """
    known = sorted(without_noise(figure) for figure in among if figure is not None)
    larger = len(known) + 1
    return [None if figure is None else larger - bisect_right(known, without_noise(figure)) for figure in figures]


def ranking(figures: Sequence[float | None], done: Sequence[float | None], names: Sequence[str]) -> list[Place]:
    """Return the places in printing order: by rank, ties by the larger done amount and then by name; no figure last.

    ValueError where the columns differ in length.
    """
    ranks = rank_ties(figures)
    shared = Counter(rank for rank in ranks if rank is not None)
    entries = zip(range(len(ranks)), ranks, done, names, strict=True)
    ordered = sorted(
        entries,
        key=lambda entry: (
            entry[1] is None,
            entry[1] or 0,
            entry[2] is None,
            -(entry[2] or 0.0),
            entry[3],
        ),
    )
    return [Place(index, rank, rank is not None and shared[rank] > 1) for index, rank, _, _ in ordered]
