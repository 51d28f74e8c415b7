"""Sharing out a whole by weights so that nothing is lost to rounding: largest remainders; and funds by score and need.

No source has a binding formula (domain.md b4): S4 only says 不搞平均分配，必须跟工作成效挂钩. So pool × (score × need)
÷ Σ is [K], and what comes of it is a suggestion.
"""

from collections.abc import Sequence
from fractions import Fraction


def shared_out(whole: int, weights: Sequence[float | Fraction]) -> list[int]:
    """Return the whole in whole parts as the weights are to each other; together they are exactly the whole.

    What rounding down leaves goes one by one to the largest remainders, equal ones in the order given. ValueError for a
    negative whole or weight, and for weights that are all 0.
    """
    exact = [Fraction(weight) for weight in weights]
    if whole < 0 or any(weight < 0 for weight in exact) or not sum(exact):
        raise ValueError("a whole of at least 0 and weights of at least 0, not all 0")
    due = [whole * weight / sum(exact) for weight in exact]
    parts = [int(each) for each in due]
    by_remainder = sorted(range(len(due)), key=lambda at: parts[at] - due[at])
    for at in by_remainder[: whole - sum(parts)]:
        parts[at] += 1
    return parts


def allocation(pool: int, scores: Sequence[float | None], needs: Sequence[float | None]) -> list[int | None]:
    """Return each unit's amount of the pool by score × need; None for all where no unit has both above 0.

    A unit whose score or need can't be had has no amount (None). ValueError for columns of different length.
    """
    weights = [
        None if score is None or need is None else Fraction(score) * Fraction(need)
        for score, need in zip(scores, needs, strict=True)
    ]
    if not any(weights):
        return [None] * len(weights)
    parts = shared_out(pool, [weight or Fraction(0) for weight in weights])
    return [None if weight is None else part for weight, part in zip(weights, parts, strict=True)]
