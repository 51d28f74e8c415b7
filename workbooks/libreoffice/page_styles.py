"""Page styles: paper, orientation, margins, fit to pages, header and footer of sheets, taken to another workbook."""

from typing import Any

_READ_ONLY = 16  # com.sun.star.beans.PropertyAttribute
_PARAGRAPH_BREAK = 0  # com.sun.star.text.ControlCharacter
_REGIONS = ("LeftText", "CenterText", "RightText")
_SCRIPTS = ("", "Asian", "Complex")
_FONT = ("FontName", "Height", "Posture", "Weight")
_LETTERS = ("CharColor", *sorted(f"Char{what}{script}" for what in _FONT for script in _SCRIPTS), "CharUnderline")


def copy_page_style(source: Any, name: str, target: Any, wanted: str) -> str:
    """Make a page style like the source's in the target; return its name: the wanted one, or like it."""
    style = source.StyleFamilies.getByName("PageStyles").getByName(name)
    styles = target.StyleFamilies.getByName("PageStyles")
    while styles.hasByName(wanted):
        wanted += "_"
    copied = target.createInstance("com.sun.star.style.PageStyle")
    styles.insertByName(wanted, copied)
    names = sorted(
        each.Name
        for each in style.PropertySetInfo.Properties
        if not (each.Attributes & _READ_ONLY or each.Name.endswith("Content"))
    )
    values = dict(zip(names, style.getPropertyValues(tuple(names)), strict=True))
    known = {name: value for name, value in values.items() if value is not None}
    copied.setPropertyValues(tuple(known), tuple(known.values()))
    for part in ("Header", "Footer"):
        if known[f"{part}IsOn"]:
            has_own = {
                "Right": True,
                "Left": not known[f"{part}IsShared"],
                "First": not known.get(f"FirstPage{part}IsShared", True),
            }
            for page in (page for page, own in has_own.items() if own):
                _copy_content(style, copied, f"{page}Page{part}Content", target)
    return wanted


def _copy_content(style: Any, copied: Any, content: str, target: Any) -> None:
    said, there = style.getPropertyValue(content), copied.getPropertyValue(content)
    for region in _REGIONS:
        _copy_text(getattr(said, region), getattr(there, region), target)
    copied.setPropertyValue(content, there)


def _copy_text(text: Any, there: Any, target: Any) -> None:
    """Copy a text with its fields (page numbers, dates, the file's name) and its letters' looks."""
    there.setString("")
    if not text.String:
        return
    cursor = there.createTextCursor()
    for number, paragraph in enumerate(_all(text)):
        if number:
            there.insertControlCharacter(cursor, _PARAGRAPH_BREAK, False)
        for portion in _all(paragraph):
            cursor.gotoEnd(False)
            if portion.TextPortionType == "TextField":
                there.insertTextContent(cursor, _field_like(portion.TextField, target), False)
                length = 1
            else:
                there.insertString(cursor, portion.String, False)
                length = len(portion.String)
            _copy_letters(portion, cursor, length)


def _field_like(field: Any, target: Any) -> Any:
    service = next(name for name in field.SupportedServiceNames if ".textfield." in name.lower())
    return target.createInstance(service)


def _copy_letters(portion: Any, cursor: Any, length: int) -> None:
    """Give the last characters before the cursor the looks of the portion's letters, where it has its own."""
    states = portion.getPropertyStates(_LETTERS)
    own = tuple(name for name, state in zip(_LETTERS, states, strict=True) if state.value == "DIRECT_VALUE")
    if own:
        cursor.gotoEnd(False)
        cursor.goLeft(length, True)
        cursor.setPropertyValues(own, portion.getPropertyValues(own))


def _all(container: Any) -> list[Any]:
    elements = container.createEnumeration()
    found = []
    while elements.hasMoreElements():
        found.append(elements.nextElement())
    return found
