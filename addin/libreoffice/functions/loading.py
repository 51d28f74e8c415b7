"""The formulas of a workbook that was opened: our functions under Excel's names come alive."""

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Any

from addin.libreoffice.functions.travelling import may_arrive, to_libreoffice
from addin.libreoffice.functions.unnoticed import unnoticed

_FORMULAS = 16  # com.sun.star.sheet.CellFlags


def arrived(document: Any) -> int:
    """Enter anew the formulas that name our functions as Excel does; return how many cells and names changed.

    The clerk notices nothing: there is nothing to undo, and the document counts as changed only if it did before.
    """
    changes = [*_in_cells(document), *_in_names(document)]
    if not changes:
        return 0
    with unnoticed(document):
        for change in changes:
            change()
    return len(changes)


def _in_cells(document: Any) -> Iterator[Callable[[], None]]:
    sheets = document.getSheets()
    for index in range(sheets.getCount()):
        sheet = sheets.getByIndex(index)
        for place in sheet.queryContentCells(_FORMULAS).getRangeAddresses():
            cells = sheet.getCellRangeByPosition(place.StartColumn, place.StartRow, place.EndColumn, place.EndRow)
            for offset, texts in enumerate(zip(*cells.getFormulaArray(), strict=True)):
                yield from _in_column(sheet, place.StartColumn + offset, place.StartRow, texts)


def _in_column(sheet: Any, column: int, top: int, texts: tuple[str, ...]) -> Iterator[Callable[[], None]]:
    new = [_new(text) for text in texts]
    rows = [row for row, text in enumerate(new) if text is not None]
    for row in rows:
        if texts[row].startswith("{"):
            yield from _array(sheet, column, top + row, str(new[row]))
    plain = [row for row in rows if not texts[row].startswith("{")]
    for _, run in groupby(enumerate(plain), key=lambda pair: pair[1] - pair[0]):
        part = [row for _, row in run]
        cells = sheet.getCellRangeByPosition(column, top + part[0], column, top + part[-1])
        yield _entering(cells, tuple((new[row],) for row in part))


def _array(sheet: Any, column: int, row: int, text: str) -> Iterator[Callable[[], None]]:
    """Yield the change of an array formula, at its first cell."""
    cursor = sheet.createCursorByRange(sheet.getCellByPosition(column, row))
    cursor.collapseToCurrentArray()
    place = cursor.getRangeAddress()
    if (place.StartColumn, place.StartRow) == (column, row):
        cells = sheet.getCellRangeByPosition(place.StartColumn, place.StartRow, place.EndColumn, place.EndRow)
        yield lambda: cells.setArrayFormula(text.strip("{}"))


def _in_names(document: Any) -> Iterator[Callable[[], None]]:
    sheets = document.getSheets()
    for holder in (document, *(sheets.getByIndex(index) for index in range(sheets.getCount()))):
        names = holder.getPropertyValue("NamedRanges")
        for name in map(names.getByName, names.getElementNames()):
            new = _new(name.getContent())
            if new is not None:
                yield _naming(name, new)


def _entering(cells: Any, texts: tuple[tuple[str | None], ...]) -> Callable[[], None]:
    return lambda: cells.setFormulaArray(texts)


def _naming(name: Any, content: str) -> Callable[[], None]:
    return lambda: name.setContent(content)


def _new(text: str) -> str | None:
    """Return a formula's new text, None where it stays as it is."""
    if not may_arrive(text):
        return None
    new = to_libreoffice(text)
    return None if new == text else new
