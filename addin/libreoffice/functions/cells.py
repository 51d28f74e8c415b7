"""LibreOffice's values ↔ ours.

LibreOffice hands over numbers, texts, and rows of them; a blank in a range is "" there. An error is a number that is
none (NaN) and carries LibreOffice's code, both ways: so `#DIV/0!` comes back as itself.
"""

import struct
from datetime import date, timedelta
from math import isnan

from udfs.catalogue import Argument, Kind
from udfs.columns import MISSING
from udfs.values.cells import CellError, Value
from udfs.worksheet import Cell

_NAN = 0x7FF8_0000_0000_0000
_CODES = {
    "#NULL!": 521,
    "#DIV/0!": 532,
    "#VALUE!": 519,
    "#REF!": 524,
    "#NAME?": 525,
    "#NUM!": 503,
    "#N/A": 32767,
}
"""LibreOffice's codes of the errors that it shows as Excel does (tried)."""
_ERRORS = {code: CellError(text) for text, code in _CODES.items()}
_OTHER = CellError("#VALUE!")
_NUMBERED: frozenset[Kind] = frozenset(("date", "dates", "happened"))
_FIRST_DAY, _LAST_DAY = date(1990, 1, 1), date(2060, 12, 31)
"""Dates come as plain numbers. Those between are days; earlier numbers may be a year and month (20261)."""


def received(value: object, argument: Argument, epoch: date) -> object:
    """Return an argument as `calculate` takes it: rows of cells, one cell, or MISSING. epoch: the document's day 0."""
    if value is None:
        return MISSING
    dated = argument.kind in _NUMBERED
    if isinstance(value, tuple):
        return [[_cell(cell, dated, epoch) for cell in row] for row in value]
    return _cell(value, dated, epoch)


def sent(cell: Cell, epoch: date) -> float | str:
    """Return a result as LibreOffice takes it: a date as the document counts days, an error as its number."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, CellError):
        return error_number(cell)
    if isinstance(cell, date):
        return float(cell.toordinal() - epoch.toordinal())
    return float(cell)


def error_number(error: CellError) -> float:
    """Return the number that LibreOffice shows as this error; `#VALUE!` for one that it doesn't know."""
    code = _CODES.get(error.code, _CODES[_OTHER.code])
    number: float = struct.unpack("<d", struct.pack("<Q", _NAN | code))[0]
    return number


def _cell(value: object, dated: bool, epoch: date) -> Value:
    if type(value) is float:
        if isnan(value):
            return _error(value)
        return _day(value, epoch) if dated else value
    if value is None or value == "":
        return None
    return float(value) if isinstance(value, int) else str(value)


def _error(number: float) -> CellError:
    code = struct.unpack("<Q", struct.pack("<d", number))[0] & 0xFFFF
    return _ERRORS.get(code, _OTHER)


def _day(number: float, epoch: date) -> Value:
    first, last = _FIRST_DAY - epoch, _LAST_DAY - epoch
    return epoch + timedelta(days=int(number)) if first.days <= number < last.days + 1 else number
