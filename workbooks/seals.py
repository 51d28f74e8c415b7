"""Check codes on what a workbook remembers: a row's over what it says, one for many rows over theirs.

So a cell that was changed, and a row that was taken out or put in, are noticed; sorting, moving and columns of the
clerk's own are not. It is no signature: whoever wants to deceive can write the codes anew.
"""

import hashlib
from collections.abc import Iterable

_SIGNS = 8
_BETWEEN = "\x1f"


def seal_of(values: Iterable[object]) -> str:
    """Return the check code of a row, over all that it says in this order."""
    return _code(_said(value) for value in values)


def seal_of_rows(before: Iterable[object], rows: Iterable[str], after: str = "") -> str:
    """Return the check code over rows' codes, in whatever order these stand, and over what is said before and after."""
    return _code([*map(_said, before), *sorted(rows), after])


def _said(value: object) -> str:
    return f"{value:.4f}" if isinstance(value, float) else "" if value is None else str(value)


def _code(parts: Iterable[str]) -> str:
    return hashlib.sha256(_BETWEEN.join(parts).encode()).hexdigest()[:_SIGNS].upper()
