"""Copying a sheet to another workbook, with what LibreOffice's `importSheet` leaves behind.

It takes cells, looks, rules, charts, links, names of the sheet's own and print areas along, but neither the page style
(`page_styles`) nor how the sheet is viewed (frozen panes, grid, zoom), and of drawings not all (`drawn`).
"""

from typing import Any

from workbooks.libreoffice.drawn import mend
from workbooks.libreoffice.letters import is_excels, mend_sheet
from workbooks.libreoffice.page_styles import copy_page_style

_VIEW = ("ShowGrid", "ShowZeroValues", "ShowFormulas", "ZoomType", "ZoomValue")


def copy_sheet(source: Any, sheet: Any, target: Any, position: int) -> None:
    """Copy a sheet of the document `source` into `target` (which may be the same), before the 0-based position.

    Where its name is taken, it gets a number as Excel gives it: `明细表 (2)`.
    """
    name = _free(sheet.Name, target.Sheets.ElementNames)
    target.Sheets.importSheet(source, sheet.Name, position)
    copied = target.Sheets.getByIndex(position)
    if copied.Name != name:
        copied.setName(name)
    mend(sheet, copied)
    if is_excels(source):
        mend_sheet(target, copied)
    if target != source:
        copied.PageStyle = copy_page_style(source, sheet.PageStyle, target, f"PageStyle_{name}")
    _copy_view(source.CurrentController, sheet, target.CurrentController, copied)


def _free(name: str, taken: tuple[str, ...]) -> str:
    """Return the name, with the first free number behind it where it is taken; sheets have names of 31 characters."""
    others = {each.casefold() for each in taken}
    free, number = name, 1
    while free.casefold() in others:
        number += 1
        ending = f" ({number})"
        free = name[: 31 - len(ending)] + ending
    return free


def _copy_view(source: Any, sheet: Any, target: Any, copied: Any) -> None:
    """Let the copy be viewed as the sheet is; both workbooks show the sheet that they showed before."""
    fronts = source.ActiveSheet, target.ActiveSheet
    source.setActiveSheet(sheet)
    target.setActiveSheet(copied)
    for name in _VIEW:
        value = source.getPropertyValue(name)
        if target.getPropertyValue(name) != value:
            target.setPropertyValue(name, value)
    if source.hasFrozenPanes():
        target.freezeAtPosition(source.SplitColumn, source.SplitRow)
    source.setActiveSheet(fronts[0])
    target.setActiveSheet(fronts[1])
