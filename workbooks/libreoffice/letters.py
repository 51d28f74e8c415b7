"""Fonts of Excel's files: one for all scripts, where LibreOffice keeps one for each.

LibreOffice reads a font that isn't installed here for Western letters alone, and gives Chinese ones its default font,
which it would then save: a clerk's 仿宋 were lost by opening and saving.
"""

from collections import defaultdict
from typing import Any

_WESTERN, _OTHERS = "CharFontName", ("CharFontNameAsian", "CharFontNameComplex")


def mend_fonts(document: Any) -> None:
    """Let the letters of all sheets have the font that their cells name, if the file was one of Excel's."""
    if not is_excels(document) or document.isReadonly():
        return
    was_modified = document.isModified()
    for name in document.Sheets.ElementNames:
        mend_sheet(document, document.Sheets.getByName(name))
    document.setModified(was_modified)


def mend_sheet(document: Any, sheet: Any) -> None:
    """Let the letters of a sheet have the font that their cells name."""
    cursor = sheet.createCursor()
    cursor.gotoStartOfUsedArea(False)
    cursor.gotoEndOfUsedArea(True)
    alike = cursor.getUniqueCellFormatRanges()
    areas = defaultdict[str, list[Any]](list)
    for number in range(alike.Count):
        cells = alike.getByIndex(number)
        font, asian = cells.getPropertyValues((_WESTERN, _OTHERS[0]))
        if asian != font:
            areas[font] += cells.getRangeAddresses()
    fits_heights = document.IsAdjustHeightEnabled
    document.IsAdjustHeightEnabled = False  # fitting the rows would take long, and change them
    for font, addresses in areas.items():
        cells = document.createInstance("com.sun.star.sheet.SheetCellRanges")
        cells.addRangeAddresses(tuple(addresses), False)
        cells.setPropertyValues(_OTHERS, (font, font))
    document.IsAdjustHeightEnabled = fits_heights


def is_excels(document: Any) -> bool:
    """Return whether the document was read from a file in a format of Excel's."""
    filters = (str(one.Value) for one in document.Args if one.Name == "FilterName")
    return any("Excel" in name or "Office Open XML" in name for name in filters)
