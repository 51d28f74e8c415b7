"""Scores: marks for parts, a bonus for what is above the target, deductions, each with its cap; it all adds up.

Sources (domain.md b4): 延安 2017 进度分 = 60 × 完成投资 ÷ 年度计划; the weekly pattern "full marks if ≥ target else
proportional; over-performance capped"; 某市 2020 综合奖 over-performance +0.2 a percent, cap ±10.

- What is shown adds up: the marks of parts, the bonus and the deductions are each rounded half up first, and the total
  is the sum of these. So equal totals as shown are equal scores.
- A part whose figure can't be had is not 0: it isn't scored, and its full marks go to the other parts in proportion (by
  largest remainders, so that full marks stay the same sum). Where the parts that can be had are worth less than half,
  there is no score at all: it would say too little.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import fsum

from udfs.rounding import half_up, without_noise
from udfs.sharing import shared_out

_LEAST_SCORED = 0.5
"""The share of full marks below which there is no score [K]."""


@dataclass(frozen=True, slots=True)
class Part:
    """What a part is scored by. weight: its full marks; share: of the target reached in percent, None: can't be had.

    bonus: marks for each percent above 100; most_bonus: its cap.
    """

    key: str
    weight: float
    share: float | None
    bonus: float = 0.0
    most_bonus: float = 0.0


@dataclass(frozen=True, slots=True)
class Marks:
    """A part's marks out of `of`. Both None: the part isn't scored."""

    key: str
    points: float | None
    of: float | None


@dataclass(frozen=True, slots=True)
class Deduction:
    """Marks taken away."""

    key: str
    points: float


@dataclass(frozen=True, slots=True)
class Score:
    """A score as it is shown: the parts' points + bonus − the deductions' points is the total, to the last digit.

    total: None where there is no score; then no part has points.
    """

    parts: tuple[Marks, ...]
    bonus: float
    deductions: tuple[Deduction, ...]
    total: float | None


def score(parts: Sequence[Part], deductions: Sequence[Deduction], most_deducted: float, places: int) -> Score:
    """Return the score of these parts and deductions, each figure with `places` decimals; never below 0.

    deductions: before the cap `most_deducted`, which the first use up first. ValueError where all weights are 0.
    """
    full = fsum(part.weight for part in parts)
    if not full > 0:
        raise ValueError("weights: not all 0")
    if fsum(part.weight for part in parts if part.share is not None) < full * _LEAST_SCORED:
        return Score(tuple(Marks(part.key, None, None) for part in parts), 0.0, (), None)
    of = _full_marks(parts, full, places)
    marks = tuple(Marks(part.key, _points(part, most, places), most) for part, most in zip(parts, of, strict=True))
    bonus = _rounded(fsum(_bonus(part) for part in parts), places)
    earned = half_up(fsum([bonus, *(mark.points or 0.0 for mark in marks)]), places)
    taken = _taken(deductions, min(most_deducted, earned), places)
    return Score(marks, bonus, taken, half_up(earned - fsum(each.points for each in taken), places))


def _rounded(marks: float, places: int) -> float:
    """Return the marks half up; noise of binary floats doesn't decide a half: 0.2 × 0.175 is 0.035, so 0.04."""
    return half_up(without_noise(marks), places)


def per_tenth(count: float, whole: float, each: float) -> float:
    """Return the marks to deduct where each tenth (10 %) of the whole costs `each`; 0 of nothing."""
    return each * 10 * count / whole if whole else 0.0


def _full_marks(parts: Sequence[Part], full: float, places: int) -> list[float | None]:
    """Return the full marks of each part, those of parts not scored shared out among the others."""
    unit = 10**places
    scored = [Fraction(str(part.weight)) if part.share is not None else Fraction(0) for part in parts]
    shares = shared_out(round(full * unit), scored)
    return [None if part.share is None else share / unit for part, share in zip(parts, shares, strict=True)]


def _points(part: Part, of: float | None, places: int) -> float | None:
    if part.share is None or of is None:
        return None
    return _rounded(of * min(max(part.share, 0.0), 100.0) / 100, places)


def _bonus(part: Part) -> float:
    above = max(0.0, (part.share or 0.0) - 100)
    return min(part.most_bonus, above * part.bonus)


def _taken(deductions: Sequence[Deduction], most: float, places: int) -> tuple[Deduction, ...]:
    taken: list[Deduction] = []
    for deduction in deductions:
        left = most - fsum(each.points for each in taken)
        taken.append(Deduction(deduction.key, _rounded(min(deduction.points, left), places)))
    return tuple(taken)
