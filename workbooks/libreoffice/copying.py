"""Copying a sheet to another workbook, with what LibreOffice's `importSheet` leaves behind.

It takes cells, looks, rules, charts, links, names of the sheet's own and print areas along, but neither the page style
(paper, orientation, margins, header and footer, fit to pages) nor how the sheet is viewed (frozen panes, grid, zoom).
"""

from typing import Any

from workbooks.libreoffice.drawn import mend

_HEADERS = ("RightPageHeaderContent", "RightPageFooterContent", "LeftPageHeaderContent", "LeftPageFooterContent")
_REGIONS = ("LeftText", "CenterText", "RightText")
_VIEW = ("ShowGrid", "ShowZeroValues", "ShowFormulas", "ZoomType", "ZoomValue")


def copy_sheet(source: Any, sheet: Any, target: Any, position: int) -> None:
    """Copy a sheet of the document `source` into `target` (which may be the same), before the 0-based position."""
    target.Sheets.importSheet(source, sheet.Name, position)
    copied = target.Sheets.getByIndex(position)
    if target != source:
        copied.PageStyle = _page_style(source, sheet.PageStyle, target, copied.Name)
    mend(sheet, copied)
    _copy_view(source.CurrentController, sheet, target.CurrentController, copied)


def _page_style(source: Any, name: str, target: Any, sheet: str) -> str:
    """Make a page style like the source's in the target; return its name."""
    style = source.StyleFamilies.getByName("PageStyles").getByName(name)
    styles = target.StyleFamilies.getByName("PageStyles")
    fresh = f"PageStyle_{sheet}"
    while styles.hasByName(fresh):
        fresh += "_"
    copied = target.createInstance("com.sun.star.style.PageStyle")
    styles.insertByName(fresh, copied)
    for each in style.PropertySetInfo.Properties:
        if each.Attributes & _READ_ONLY or each.Name in _HEADERS:
            continue
        value = style.getPropertyValue(each.Name)
        if value is not None:
            copied.setPropertyValue(each.Name, value)
    for header in _HEADERS:
        if style.PropertySetInfo.hasPropertyByName(header):
            _copy_header(style, copied, header, target)
    return fresh


_READ_ONLY = 16  # com.sun.star.beans.PropertyAttribute.READONLY


def _copy_header(style: Any, copied: Any, header: str, target: Any) -> None:
    content, there = style.getPropertyValue(header), copied.getPropertyValue(header)
    for region in _REGIONS:
        _copy_text(getattr(content, region), getattr(there, region), target)
    copied.setPropertyValue(header, there)


def _copy_text(text: Any, there: Any, target: Any) -> None:
    """Copy a text with its fields: page numbers, dates, the file's name."""
    there.setString("")
    cursor = there.createTextCursor()
    for number, paragraph in enumerate(_all(text)):
        if number:
            there.insertControlCharacter(cursor, 0, False)  # com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK
        for portion in _all(paragraph):
            cursor.gotoEnd(False)
            if portion.TextPortionType == "TextField":
                field = next(
                    n for n in portion.TextField.SupportedServiceNames if ".TextField." in n or ".textfield." in n
                )
                there.insertTextContent(cursor, target.createInstance(field), False)
            else:
                there.insertString(cursor, portion.String, False)


def _all(container: Any) -> list[Any]:
    elements = container.createEnumeration()
    found = []
    while elements.hasMoreElements():
        found.append(elements.nextElement())
    return found


def _copy_view(source: Any, sheet: Any, target: Any, copied: Any) -> None:
    """Let the copy be viewed as the sheet is; both workbooks show the sheet that they showed before."""
    fronts = source.ActiveSheet, target.ActiveSheet
    source.setActiveSheet(sheet)
    target.setActiveSheet(copied)
    for name in _VIEW:
        target.setPropertyValue(name, source.getPropertyValue(name))
    if source.hasFrozenPanes():
        target.freezeAtPosition(source.SplitColumn, source.SplitRow)
    source.setActiveSheet(fronts[0])
    target.setActiveSheet(fronts[1])
