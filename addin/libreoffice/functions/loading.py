"""The formulas of a workbook that was opened: our functions under Excel's names come alive.

A formula of which LibreOffice has left something unread, or that asks another file, stays as it is: entered anew, that
would be lost.
"""

import logging
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial
from typing import Any

from addin.libreoffice.functions.formula_text import has_unread
from addin.libreoffice.functions.own_words import linked_files, own_words
from addin.libreoffice.functions.travelling import may_arrive, names_a_link, to_libreoffice
from addin.libreoffice.functions.unnoticed import unnoticed

_LOG = logging.getLogger(__name__)
_FORMULAS = 16  # com.sun.star.sheet.CellFlags
_AT_ONCE = 500
"""Rows that are entered together. LibreOffice joins each to the like formulas above it, which takes the longer the more
there are: so the lowest are entered first."""

_Change = Callable[[], None]


def arrived(document: Any) -> int:
    """Enter anew the formulas that name our functions as Excel does; return how many times something was entered.

    The clerk notices nothing: there is nothing to undo, and the document counts as changed only if it did before. What
    can't be entered stays as it is, and is logged.
    """
    changes = [*_Arrival(document).changes()]
    if not changes:
        return 0
    with unnoticed(document):
        done = sum(map(_is_done, changes))
        if not document.isAutomaticCalculationEnabled():
            document.calculate()  # else the cells would show 0 till the clerk calculates, and be saved so
    return done


def _is_done(change: _Change) -> bool:
    try:
        change()
    except Exception:
        _LOG.exception("a formula could not be entered")
        return False
    return True


class _Arrival:
    """The formulas of a workbook that are to be entered anew."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._own: frozenset[str] | None = None
        self._links: dict[int, str] | None = None

    def changes(self) -> Iterator[_Change]:
        sheets = self._document.getSheets()
        every = [sheets.getByIndex(index) for index in range(sheets.getCount())]
        for sheet in every:
            yield from self._in_cells(sheet)
        for holder in (self._document, *every):
            names = holder.getPropertyValue("NamedRanges")
            for name in map(names.getByName, names.getElementNames()):
                new = self._new(name.getContent())
                if new is not None:
                    yield partial(name.setContent, new)

    def _in_cells(self, sheet: Any) -> Iterator[_Change]:
        noted: set[tuple[int, int]] | None = None
        for place in sheet.queryContentCells(_FORMULAS).getRangeAddresses():
            cells = sheet.getCellRangeByPosition(place.StartColumn, place.StartRow, place.EndColumn, place.EndRow)
            for column, texts in enumerate(zip(*cells.getFormulaArray(), strict=True), place.StartColumn):
                every = ((row, self._new(text)) for row, text in enumerate(texts, place.StartRow))
                new = {row: text for row, text in every if text is not None}
                if new:
                    noted = _noted(sheet) if noted is None else noted
                    alone = new.keys() if sheet.isProtected() else {row for row in new if (column, row) in noted}
                    yield from _in_column(sheet, column, new, alone)

    def _new(self, text: str) -> str | None:
        """Return a formula's new text, None where it stays as it is."""
        if not may_arrive(text):
            return None
        if self._own is None:
            self._own = own_words(self._document)
        if self._links is None and names_a_link(text):
            self._links = dict(linked_files(self._document))
        new = to_libreoffice(text, self._own, self._links)
        return None if new == text or has_unread(new) else new


def _noted(sheet: Any) -> set[tuple[int, int]]:
    """Return column and row of the cells with notes."""
    notes = sheet.getAnnotations()
    places = (notes.getByIndex(index).getPosition() for index in range(notes.getCount()))
    return {(place.Column, place.Row) for place in places}


def _in_column(sheet: Any, column: int, texts: dict[int, str], alone: Collection[int]) -> Iterator[_Change]:
    """Yield the changes of a column, from below.

    texts: formulas by row. alone: rows that are entered each by itself: a block loses notes, and protected sheets take
    none.
    """
    run: list[int] = []
    for row in sorted(texts, reverse=True):
        cell = sheet.getCellByPosition(column, row)
        is_alone = row in alone or texts[row].startswith("{")
        if run and (is_alone or row != run[-1] - 1 or len(run) == _AT_ONCE):
            yield _block(sheet, column, run[::-1], texts)
            run = []
        if texts[row].startswith("{"):
            yield partial(_enter_array, sheet, cell, texts[row].removeprefix("{").removesuffix("}"))
        elif is_alone:
            yield partial(cell.setFormula, texts[row])
        else:
            run.append(row)
    if run:
        yield _block(sheet, column, run[::-1], texts)


def _block(sheet: Any, column: int, rows: Sequence[int], texts: dict[int, str]) -> _Change:
    cells = sheet.getCellRangeByPosition(column, rows[0], column, rows[-1])
    return partial(cells.setFormulaArray, tuple((texts[row],) for row in rows))


def _enter_array(sheet: Any, cell: Any, text: str) -> None:
    """Enter an array formula at its first cell. Raises PermissionError on a protected sheet, which takes none."""
    cursor = sheet.createCursorByRange(cell)
    cursor.collapseToCurrentArray()
    place, first = cursor.getRangeAddress(), cell.getCellAddress()
    if (place.StartColumn, place.StartRow) != (first.Column, first.Row):
        return
    cells = sheet.getCellRangeByPosition(place.StartColumn, place.StartRow, place.EndColumn, place.EndRow)
    before = cells.getArrayFormula()
    cells.setArrayFormula(text)
    if cells.getArrayFormula() == before:
        raise PermissionError(f"an array formula on the protected sheet {sheet.getName()}")
