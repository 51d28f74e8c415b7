"""Fonts of Excel's files: one for all scripts, where LibreOffice keeps one for each.

LibreOffice reads a font that isn't installed here for Western letters alone, and gives Chinese ones its default font,
which it would then save: a clerk's 仿宋 were lost by opening and saving.
"""

from collections.abc import Iterator
from typing import Any

_FEW = 100
_WESTERN, _OTHERS = "CharFontName", ("CharFontNameAsian", "CharFontNameComplex")


def mend_fonts(document: Any) -> None:
    """Let the letters of all sheets have the font that their cells name, if the file was one of Excel's.

    Those of protected sheets can't be changed.
    """
    if not is_excels(document) or document.isReadonly():
        return
    was_modified = document.isModified()
    for name in document.Sheets.ElementNames:
        sheet = document.Sheets.getByName(name)
        if not sheet.isProtected():
            mend_sheet(document, sheet)
    document.setModified(was_modified)


def mend_sheet(document: Any, sheet: Any) -> None:
    """Let the letters of a sheet have the font that their cells name."""
    cursor = sheet.createCursor()
    cursor.gotoStartOfUsedArea(False)
    cursor.gotoEndOfUsedArea(True)
    fits_heights = document.IsAdjustHeightEnabled
    document.IsAdjustHeightEnabled = False  # fitting the rows would take long, and change them
    for cells in _alike(cursor):
        font, *others = cells.getPropertyValues((_WESTERN, *_OTHERS))
        if others != [font, font]:
            cells.setPropertyValues(_OTHERS, (font, font))
    document.IsAdjustHeightEnabled = fits_heights


def _alike(cells: Any) -> Iterator[Any]:
    """Yield the parts of a block that have one font.

    They are those that look alike, where these are few; else a part of several fonts is halved, first by its rows.
    """
    looks = cells.getUniqueCellFormatRanges()
    if looks.Count <= _FEW:
        yield from (looks.getByIndex(number) for number in range(looks.Count))
        return
    waiting = [cells]
    while waiting:
        part = waiting.pop()
        where = part.RangeAddress
        last_row, last_column = where.EndRow - where.StartRow, where.EndColumn - where.StartColumn
        states = part.getPropertyStates((_WESTERN, *_OTHERS)) if last_row or last_column else ()
        if not any(state.value == "AMBIGUOUS_VALUE" for state in states):
            yield part
        elif last_row:
            middle = last_row // 2
            waiting.append(part.getCellRangeByPosition(0, 0, last_column, middle))
            waiting.append(part.getCellRangeByPosition(0, middle + 1, last_column, last_row))
        else:
            middle = last_column // 2
            waiting.append(part.getCellRangeByPosition(0, 0, middle, 0))
            waiting.append(part.getCellRangeByPosition(middle + 1, 0, last_column, 0))


def is_excels(document: Any) -> bool:
    """Return whether the document was read from a file in a format of Excel's."""
    filters = (str(one.Value) for one in document.Args if one.Name == "FilterName")
    return any("Excel" in name or "Office Open XML" in name for name in filters)
