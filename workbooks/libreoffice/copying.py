"""Copying a sheet to another workbook, with what LibreOffice's `importSheet` leaves behind.

It takes cells, looks, rules, charts, links, names of the sheet's own and print areas along, but neither the page style
(`page_styles`) nor how the sheet is viewed (`views`), and of letters (`letters`) and drawings (`drawn`) not all.
"""

from typing import Any

from workbooks.libreoffice.drawn import mend
from workbooks.libreoffice.letters import is_excels, mend_sheet
from workbooks.libreoffice.page_styles import copy_page_style
from workbooks.libreoffice.views import copy_view


def copy_sheet(source: Any, sheet: Any, target: Any, position: int) -> None:
    """Copy a sheet of the document `source` into `target` (which may be the same), before the 0-based position.

    Where its name is taken, it gets a number as Excel gives it: `明细表 (2)`.
    """
    name = _free(sheet.Name, target.Sheets.ElementNames)
    _import(source, sheet, target, position)
    copied = target.Sheets.getByIndex(position)
    if copied.Name != name:
        copied.setName(name)
    mend(sheet, copied)
    if is_excels(source) and not copied.isProtected():
        mend_sheet(target, copied)
    if target != source:
        copied.PageStyle = copy_page_style(source, sheet.PageStyle, target, f"PageStyle_{name}")
    copy_view(source, sheet, target, copied)


def _import(source: Any, sheet: Any, target: Any, position: int) -> None:
    """Import the sheet; LibreOffice 7.4 would die of it where the target has modules of VBA, for which it makes one."""
    modules = target.BasicLibraries
    is_vba = modules.VBACompatibilityMode
    if is_vba:
        modules.VBACompatibilityMode = False
    try:
        target.Sheets.importSheet(source, sheet.Name, position)
    finally:
        if is_vba:
            modules.VBACompatibilityMode = True


def _free(name: str, taken: tuple[str, ...]) -> str:
    """Return the name, with the first free number behind it where it is taken; sheets have names of 31 characters."""
    others = {each.casefold() for each in taken}
    free, number = name, 1
    while free.casefold() in others:
        number += 1
        ending = f" ({number})"
        free = name[: 31 - len(ending)] + ending
    return free
