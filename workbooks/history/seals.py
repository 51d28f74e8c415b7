"""Check codes of 督导历史: a row's over what it says, a period's over its rows' and the period's before it.

So a cell that was changed, a row that was taken out or put in, and a period that is missing are noticed; sorting,
moving and columns of the clerk's own are not. It is no signature: whoever wants to deceive can write the codes anew.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import astuple

from workbooks.history.entries import Entry

_SIGNS = 8
_BETWEEN = "\x1f"


def seal_of(entry: Entry, as_of: str) -> str:
    """Return the check code of a row. as_of: the period's last day, ISO."""
    return _code([as_of, *(_said(value) for value in astuple(entry))])


def seal_of_period(as_of: str, rows: Iterable[str], before: str) -> str:
    """Return the check code of a period. rows: those of its rows, in any order; before: that of the period before."""
    return _code([as_of, *sorted(rows), before])


def _said(value: object) -> str:
    return f"{value:.4f}" if isinstance(value, float) else "" if value is None else str(value)


def _code(parts: Iterable[str]) -> str:
    return hashlib.sha256(_BETWEEN.join(parts).encode()).hexdigest()[:_SIGNS].upper()
