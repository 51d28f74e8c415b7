"""A doubt: the raw facts of a finding. Nothing is worded before it is known that the clerk will read it."""

from typing import NamedTuple

from udfs.values.cells import DateSpan
from udfs.values.units import money_factor

UNBOUNDED = (0.0, float("inf"))


class Amount(NamedTuple):
    """An amount of money as `Ledger.values` holds it, and the unit in which the sheet shows it."""

    value: float
    unit: str | None


class Doubt(NamedTuple):
    """One doubtful cell, 0-based, and what the message will quote.

    project: index into `Ledger.rows`, None for a header or a row of sums. involves: the fields of the same project that
    the judgement rests on; it is dropped when one of them turned out to be wrong itself. right: the bounds between
    which the cell's value would be free of this doubt, as in `Ledger.values`. label: of a row of sums.
    """

    row: int
    column: int
    project: int | None
    field: str | None
    facts: dict[str, object]
    involves: tuple[str, ...] = ()
    right: tuple[float, float] = UNBOUNDED
    label: str = ""


def worded(fact: object) -> str:
    """Return a fact as the clerk writes it: amounts in the sheet's unit with thousands separators, dates in Chinese."""
    if isinstance(fact, Amount):
        shown = fact.value / (money_factor(fact.unit) or 1.0)
        return f"{number(shown)}{fact.unit or ''}"
    if isinstance(fact, DateSpan):
        return _span(fact)
    if isinstance(fact, float):
        return number(fact)
    return str(fact)


def number(value: float) -> str:
    """Return a figure with thousands separators and no more decimals than it needs, at most 4."""
    text = f"{value:,.4f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _span(span: DateSpan) -> str:
    first, last = span.first, span.last
    if first and last and first == last:
        return f"{first.year}年{first.month}月{first.day}日"
    if first and last and (first.year, first.month) == (last.year, last.month):
        return f"{first.year}年{first.month}月"
    if first and last and first.year == last.year and (first.month, last.month) == (1, 12):
        return f"{first.year}年"
    return "至".join(f"{day.year}年{day.month}月" if day else "" for day in (first, last))
