"""A call of a worksheet function in LibreOffice, answered: its values in, rows of its values out."""

import logging
from collections.abc import Sequence
from datetime import date
from typing import Any

from addin.libreoffice.buttons import log
from addin.libreoffice.functions.calling import Calling
from addin.libreoffice.functions.cells import received, sent
from addin.libreoffice.functions.identity import ALIAS
from addin.libreoffice.functions.own_row import OwnRows
from udfs.catalogue import Function, function
from udfs.columns import MISSING
from udfs.worksheet import FAILED, Cell, calculate

_TALL = 20_000  # rows
_LOG = logging.getLogger(__name__)


class Answering:
    """Answers the calls of all functions. context: LibreOffice's component context."""

    def __init__(self, context: Any) -> None:
        log.start(context)
        self._calling = Calling()
        self._own_rows = OwnRows(context, self._calling)

    def __call__(self, method: str, document: Any, arguments: Sequence[Any]) -> Any:
        """Return the result as UNO takes it: rows of cells; never raise."""
        try:
            entry = function(method.removesuffix(ALIAS))
            if entry.own_row and all(value is None for value in arguments):
                return self._own_rows.answer(entry, method, document)
            epoch = _epoch(document)
            return _sent(self._calculated(entry, method, document, arguments, epoch), epoch)
        except Exception:
            _LOG.exception("%s failed", method)
            return ((FAILED,),)

    def _calculated(
        self, entry: Function, method: str, document: Any, arguments: Sequence[Any], epoch: date
    ) -> list[list[Cell]]:
        readings = self._calling.readings(entry, method, document, arguments)
        results = [self._of(entry, reading, epoch) for reading in readings]
        if all(result == results[0] for result in results[1:]):
            return results[0]
        return [[self._calling.unclear(entry, readings)]]

    def _of(self, entry: Function, arguments: Sequence[Any], epoch: date) -> list[list[Cell]]:
        used = _used(arguments)
        given = [received(value, argument, epoch) for value, argument in zip(used, entry.arguments, strict=False)]
        while given and given[-1] is MISSING:
            given.pop()
        rows = calculate(entry.name, *given)
        asked, answered = _height(arguments), _height(used)
        return rows + [[""] for _ in range(asked - answered)] if len(rows) == answered > 1 else rows


def _height(arguments: Sequence[Any]) -> int:
    return max((len(value) for value in arguments if isinstance(value, tuple)), default=0)


def _used(arguments: Sequence[Any]) -> Sequence[Any]:
    """Return the arguments without the blank rows at the end of whole columns: a million of them takes seconds."""
    if _height(arguments) <= _TALL:
        return arguments
    last = max(_last_row(value) for value in arguments if isinstance(value, tuple))
    return [value[: max(last, 1)] if isinstance(value, tuple) and len(value) > 1 else value for value in arguments]


def _last_row(rows: tuple[tuple[Any, ...], ...]) -> int:
    """Return how many rows there are up to the last that holds anything."""
    blank = ("",) * len(rows[0])
    return next((number for number in range(len(rows), 0, -1) if rows[number - 1] != blank), 0)


def _sent(rows: list[list[Cell]], epoch: date) -> tuple[tuple[float | str, ...], ...]:
    return tuple(tuple(sent(cell, epoch) for cell in row) for row in rows)


def _epoch(document: Any) -> date:
    """Return the day that the document counts from: 1899-12-30, or 1904-01-01."""
    null = document.getPropertyValue("NullDate")
    return date(null.Year, null.Month, null.Day)
