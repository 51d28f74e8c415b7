"""Sums over projects. Amounts stay in the unit they come in; a sum without a single figure is None, never 0."""

from collections.abc import Iterable
from math import fsum

from udfs.progress import completion_rate
from udfs.rounding import settled


def total(amounts: Iterable[float | None]) -> float | None:
    """Return the exact sum of the figures that are there, None where there is none."""
    known = [amount for amount in amounts if amount is not None]
    return settled(fsum(known)) if known else None


def total_rate(done: Iterable[float | None], plan: Iterable[float | None]) -> float | None:
    """Return Σ done ÷ Σ plan in percent over the projects that have both; None where no project has.

    Source: contract.md "Totals". A plan of 0 is no plan (domain.md b2: 未定计划). ValueError for different lengths.
    """
    pairs = [(a, b) for a, b in zip(done, plan, strict=True) if a is not None and b is not None and b > 0]
    return completion_rate(fsum(a for a, _ in pairs), fsum(b for _, b in pairs)) if pairs else None
