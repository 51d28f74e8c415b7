"""How the arguments of a call are meant: which are blank cells, and which are shown as percent.

LibreOffice doesn't say which cell calls. All cells that may have made the call are looked up; mostly they agree. Where
they don't, the calling cell is found by asking: a cell that is being calculated answers with the error of a circular
reference (522), for the moment. It is asked only where nothing else can be drawn into the calculation.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import product
from time import monotonic
from typing import Any

import unohelper
from com.sun.star.util import XModifyListener

from addin.libreoffice.functions.callers import Caller, Callers, Way
from udfs.catalogue import Argument, Function

_BREATH = 0.0005  # seconds; a recalculation asks for cell after cell more quickly
_KEPT = 2.0  # seconds that the callers of a document are kept, if it isn't changed
_PAUSE = 0.02  # seconds; a longer one between two calls ends a recalculation
_LOOKS = 8  # how much longer the callers are kept than it took to look them up
_CALCULATING = 522


class Calling:
    """Knows the callers of the open documents."""

    def __init__(self) -> None:
        self._kept: list[_Document] = []

    def readings(self, entry: Function, method: str, document: Any, arguments: Sequence[Any]) -> list[tuple[Any, ...]]:
        """Return the arguments as they are meant; several where that can't be told."""
        given = tuple(arguments)
        doubts = (_doubtful(value, argument) for value, argument in zip(given, entry.arguments, strict=False))
        if not any(doubts) or not _has_cells(document):
            return [given]
        known = self._known(document)
        ways = self._ways(entry, method, known, given)
        known.answered()
        return list(dict.fromkeys(reading for each in ways for reading in _read(given, each, entry.arguments)))

    def caller(self, entry: Function, document: Any, method: str) -> Caller | None:
        """Return the cell that calls a method without arguments, None where that can't be told."""
        if not _has_cells(document):
            return None
        known = self._known(document)
        if not known.can_be_asked():
            return None
        if known.is_at_last(method):  # a column that is being filled
            known.callers().add_next(entry, method)
        found = known.calculating(method, known.callers().askable_without_arguments(method))
        if found is None:
            found = known.calculating(method, known.callers(anew=True).askable_without_arguments(method))
        known.answered()
        return found

    def unclear(self, entry: Function, readings: Sequence[tuple[Any, ...]]) -> str:
        """Return what the clerk is told where the readings give different results."""
        first = readings[0]
        for index, argument in enumerate(entry.arguments):
            values = [reading[index] for reading in readings if index < len(reading)]
            if any(value != first[index] for value in values):
                if "" in values:
                    return f"{argument.title}是空格还是0分不清，请写成F5:F5的样子"
                return f"{argument.title}是不是百分比格式分不清，请写成F5*100的样子"
        return "参数分不清"

    @staticmethod
    def _ways(entry: Function, method: str, known: "_Document", given: tuple[Any, ...]) -> list[tuple[Way, ...]]:
        paused = known.has_paused()
        found = known.callers().matching(entry, method, given)
        while not found and known.callers().add_next(entry, method):
            found = known.callers().matching(entry, method, given)
        changed = bool(found) and paused and not known.callers().still_hold(found)
        if changed or (not found and known.is_worth_a_look()):
            found = known.callers(anew=True).matching(entry, method, given)
        if len(found) > 1:
            callers = sorted((each for group in found.values() for each in group), key=lambda caller: caller.order)
            askable = known.can_be_asked() and all(map(known.callers().is_closed, callers))
            caller = known.calculating(method, callers) if askable else None
            if caller is not None:
                found = {ways: callers for ways, callers in found.items() if caller.place in _places(callers)}
        unclear: Way = "unclear"
        return [*found] or [(unclear,) * len(given)]

    def _known(self, document: Any) -> "_Document":
        for kept in self._kept:
            if kept.document == document:
                return kept
        kept = _Document(document, self._forget)
        self._kept.append(kept)
        return kept

    def _forget(self, closed: "_Document") -> None:
        self._kept = [kept for kept in self._kept if kept is not closed]


class _Document(unohelper.Base, XModifyListener):  # type: ignore[misc]
    """An open document and its callers, until it is changed."""

    def __init__(self, document: Any, forget: Any) -> None:
        self.document = document
        self._forget = forget
        self._callers: Callers | None = None
        self._made = self._answered = self._looked = self._took = 0.0
        self._new = False
        self._last: dict[str, int] = {}
        document.addModifyListener(self)

    def callers(self, *, anew: bool = False) -> Callers:
        """Return the callers; looked up anew after a change, after a while, or where one was missed."""
        now = monotonic()
        rested = now - self._answered > max(_PAUSE, self._took)
        if self._callers is None or anew or rested or now - self._made > max(_KEPT, _LOOKS * self._took):
            self._callers = Callers(self.document)
            self._made = self._answered = monotonic()
            self._looked, self._new = now, True
            self._last.clear()
        return self._callers

    def is_worth_a_look(self) -> bool:
        """Return whether the callers may be looked up anew: not for each call, where a look takes long."""
        return monotonic() - self._made > _LOOKS * self._took

    def has_paused(self) -> bool:
        """Return whether the last call was answered so long ago that a cell may have been changed since."""
        return monotonic() - self._answered > _BREATH

    def answered(self) -> None:
        """A call was answered: what comes soon after belongs to the same recalculation."""
        self._answered = monotonic()
        if self._new:
            self._took, self._new = self._answered - self._looked, False

    def calculating(self, method: str, callers: Sequence[Caller]) -> Caller | None:
        """Return which of these callers of a method, in the document's order, is being calculated.

        They are asked from the one that was found last, and round: one that is calculated by being asked, and asks in
        turn, finds itself before those that wait for it; and a column that is calculated downwards is asked once.
        """
        begin = bisect_left(callers, self._last.get(method, 0), key=lambda caller: caller.order)
        for index in range(len(callers)):
            caller = callers[(begin + index) % len(callers)]
            sheet, column, row = caller.place
            if self._error(sheet, column, row) == _CALCULATING:
                self._last[method] = caller.order
                return caller
        return None

    def is_at_last(self, method: str) -> bool:
        """Return whether the caller without arguments that was found last is the last there is."""
        callers = self.callers().askable_without_arguments(method)
        return bool(callers) and callers[-1].order == self._last.get(method)

    def can_be_asked(self) -> bool:
        """Return whether a cell that is calculated says so: not where circular references are calculated."""
        return not self.document.getPropertyValue("IsIterationEnabled")

    def _error(self, sheet: str, column: int, row: int) -> int:
        return int(self.document.getSheets().getByName(sheet).getCellByPosition(column, row).getError())

    def modified(self, event: Any) -> None:
        """The document was changed."""
        self._callers = None

    def disposing(self, event: Any) -> None:
        """The document is closed."""
        self._callers = self.document = None
        self._forget(self)


def _has_cells(document: Any) -> bool:
    """Return whether the call can come from a cell: a program may call with bare values (FunctionAccess)."""
    return document.getSheets() is not None


def _places(callers: Sequence[Caller]) -> set[tuple[str, int, int]]:
    return {caller.place for caller in callers}


def _doubtful(value: Any, argument: Argument) -> bool:
    if type(value) is float:
        return value == 0.0 or argument.kind == "percent"
    return argument.kind == "percent" and isinstance(value, tuple)


def _read(given: tuple[Any, ...], ways: Sequence[Way], arguments: Sequence[Argument]) -> Iterator[tuple[Any, ...]]:
    """Yield the arguments in each way that they may be meant."""
    meant = [*ways, *["plain"] * (len(given) - len(ways))]
    return product(
        *(_meanings(value, way, argument) for value, way, argument in zip(given, meant, arguments, strict=False))
    )


def _meanings(value: Any, way: Any, argument: Argument) -> list[Any]:
    if not _doubtful(value, argument) or way == "plain":
        return [value]
    if way == "blank":
        return [""]
    if way == "unclear":
        if value == 0.0:
            return [value, ""]
        return [value, _hundredfold(value, None)]
    return [_hundredfold(value, None if way == "percent" else way)]


def _hundredfold(value: Any, shown: Sequence[Sequence[bool]] | None) -> Any:
    """Return numbers as percent; shown: which cells, None for all. Rows beyond `shown` are blank cells."""
    if not isinstance(value, tuple):
        return value * 100 if isinstance(value, float) and (shown is None or shown[0][0]) else value
    return tuple(
        tuple(
            cell * 100
            if isinstance(cell, float) and (shown is None or (row < len(shown) and shown[row][column]))
            else cell
            for column, cell in enumerate(line)
        )
        for row, line in enumerate(value)
    )
