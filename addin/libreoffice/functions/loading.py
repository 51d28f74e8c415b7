"""The formulas of a workbook that was opened: our functions under Excel's names come alive."""

import logging
from collections.abc import Callable, Iterator
from typing import Any

from addin.libreoffice.functions.travelling import may_arrive, to_libreoffice
from addin.libreoffice.functions.unnoticed import unnoticed

_LOG = logging.getLogger(__name__)
_FORMULAS = 16  # com.sun.star.sheet.CellFlags


def arrived(document: Any) -> int:
    """Enter anew the formulas that name our functions as Excel does; return how many cells and names changed.

    The clerk notices nothing: there is nothing to undo, and the document counts as changed only if it did before. What
    can't be entered stays as it is, and is logged.
    """
    changes = [*_in_cells(document), *_in_names(document)]
    if not changes:
        return 0
    with unnoticed(document):
        done = sum(map(_is_done, changes))
        if not document.isAutomaticCalculationEnabled():
            document.calculate()  # else the cells would show 0 till the clerk calculates, and be saved so
    return done


def _is_done(change: Callable[[], None]) -> bool:
    try:
        change()
    except Exception:
        _LOG.exception("a formula could not be entered")
        return False
    return True


def _in_cells(document: Any) -> Iterator[Callable[[], None]]:
    sheets = document.getSheets()
    for index in range(sheets.getCount()):
        sheet = sheets.getByIndex(index)
        for place in sheet.queryContentCells(_FORMULAS).getRangeAddresses():
            cells = sheet.getCellRangeByPosition(place.StartColumn, place.StartRow, place.EndColumn, place.EndRow)
            for row, texts in enumerate(cells.getFormulaArray(), place.StartRow):
                for column, text in enumerate(texts, place.StartColumn):
                    if (new := _new(text)) is not None:
                        yield _entering(sheet, column, row, new)


def _entering(sheet: Any, column: int, row: int, text: str) -> Callable[[], None]:
    """Return the change of a cell's formula, which leaves its note; an array formula changes at its first cell."""
    cell = sheet.getCellByPosition(column, row)
    if not text.startswith("{"):
        return lambda: cell.setFormula(text)
    cursor = sheet.createCursorByRange(cell)
    cursor.collapseToCurrentArray()
    place = cursor.getRangeAddress()
    if (place.StartColumn, place.StartRow) != (column, row):
        return lambda: None
    cells = sheet.getCellRangeByPosition(place.StartColumn, place.StartRow, place.EndColumn, place.EndRow)
    return lambda: cells.setArrayFormula(text.removeprefix("{").removesuffix("}"))


def _in_names(document: Any) -> Iterator[Callable[[], None]]:
    sheets = document.getSheets()
    for holder in (document, *(sheets.getByIndex(index) for index in range(sheets.getCount()))):
        names = holder.getPropertyValue("NamedRanges")
        for name in map(names.getByName, names.getElementNames()):
            new = _new(name.getContent())
            if new is not None:
                yield _naming(name, new)


def _naming(name: Any, content: str) -> Callable[[], None]:
    return lambda: name.setContent(content)


def _new(text: str) -> str | None:
    """Return a formula's new text, None where it stays as it is."""
    if not may_arrive(text):
        return None
    new = to_libreoffice(text)
    return None if new == text else new
