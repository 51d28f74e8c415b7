"""The worksheet functions as xlwings serves them to Excel: one for each in the catalogue, under its English name.

Each argument comes as rows of cells, or as MISSING. A function never raises: what goes wrong is one short text. Blanks
go out as "", an Excel error as its text (`#DIV/0!`), which the VBA wire turns into the error itself.
"""

import logging
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from inspect import Parameter, Signature
from typing import Any

import xlwings as xw

from udfs.catalogue import Function, functions
from udfs.columns import MISSING
from udfs.values.cells import CellError, Value
from udfs.values.error_numbers import error_of_number
from udfs.worksheet import FAILED, Cell, calculate

__all__ = ["FAILED", "received", "sent"]

_log = logging.getLogger(__name__)


def received(argument: object) -> object:
    """Return an argument as `calculate` takes it: rows of cells, or one cell; MISSING stays."""
    if argument is MISSING:
        return MISSING
    if not isinstance(argument, list | tuple):
        return _received(argument)
    return [_row(row) if isinstance(row, list | tuple) else _received(row) for row in argument]


def _row(cells: list[Any] | tuple[Any, ...]) -> list[Value]:
    return [cell if type(cell) is float else _received(cell) for cell in cells]


def _received(cell: object) -> Value:
    """Return what the cell holds. Excel's numbers are floats; an int is an error's code, or was written in VBA."""
    if isinstance(cell, datetime):
        return cell.replace(tzinfo=None)
    if cell is None or isinstance(cell, str | float | bool | date | time | timedelta | CellError):
        return cell
    if isinstance(cell, int):
        return error_of_number(cell) or float(cell)
    return float(cell) if isinstance(cell, Decimal) else str(cell)  # cells formatted as currency come as Decimal


def sent(cell: Cell) -> Cell:
    """Return a result as it goes to VBA."""
    return cell.code if isinstance(cell, CellError) else cell


def _served(entry: Function) -> Callable[..., list[list[Cell]]]:
    """Return the worksheet function of a catalogue's entry, with the signature and help that xlwings reads."""

    def answer(*arguments: object) -> list[list[Cell]]:
        try:
            return [[sent(cell) for cell in row] for row in calculate(entry.name, *map(received, arguments))]
        except Exception:
            _log.exception("%s failed", entry.name)
            return [[FAILED]]

    answer.__name__ = answer.__qualname__ = entry.name
    answer.__doc__ = entry.help
    answer.__annotations__ = {}  # xlwings would convert by them
    answer.__signature__ = Signature(  # type: ignore[attr-defined]
        [
            Parameter(each.name, Parameter.POSITIONAL_OR_KEYWORD, default=MISSING if each.optional else Parameter.empty)
            for each in entry.arguments
        ]
    )
    for each in entry.arguments:
        answer = xw.arg(each.name, ndim=2, err_to_str=True, doc=each.help)(answer)
    return xw.func(category=entry.category)(answer)  # last: each `arg` puts the category back to xlwings' own


globals().update((entry.name, _served(entry)) for entry in functions())
