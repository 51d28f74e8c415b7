"""What a cell holds, and how its text was read."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal


@dataclass(frozen=True, slots=True)
class CellError:
    """A cell that shows an Excel error, such as `#DIV/0!`."""

    code: str

    def __str__(self) -> str:
        return self.code


Value = None | str | float | int | bool | date | datetime | time | timedelta | CellError
"""What a cell holds. Blank cells are None; a text of spaces only stays a text. Dates are `datetime` (never a bare
serial number where the cell's number format says that it is a date)."""


def figure(value: object) -> float | None:
    """Return the number that a cell holds, None for what is none; a text isn't, whatever it says."""
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date as exact as it was written: `2025.3` is 1 to 31 March 2025. None at a side that is open (`2010-`)."""

    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Reading:
    """A cell that is not simply blank, a number or a date: how its text was read.

    value: as in `Ledger.values` (None where it could not be read).
    status: `unreadable`, or what made it readable all the same: `text` (a number typed as text), `approximate`
    (约, 余, 近), `unit` (a unit of its own in the cell), `range`, `placeholder` (— / 无), `words` (年底前, 已开工),
    `error` (the cell shows an Excel error), `uncalculated` (a formula that was never calculated).
    text: what the cell shows.
    """

    value: object
    status: Literal[
        "unreadable", "text", "approximate", "unit", "range", "placeholder", "words", "error", "uncalculated"
    ]
    text: str
