"""Marks that were made in an open workbook (`hosts.live_marks`), found and taken away in its file.

Hidden names of the sheet, `_dudao_mark_<ours>_<theirs>_<number>`, refer to the cells that were coloured; `theirs` says
what lies under our colour: `none`, `FFC7CE` (a colour), `t5p0.4` (Excel's theme colour 5, tint +0.4). Notes begin with
`FIRST_LINE`, and the names `_dudao_notes_<number>` hold the digests of what they said.
"""

import hashlib
import re
from collections.abc import Iterable

from workbooks.grid import address
from workbooks.package import book as books
from workbooks.package.book import DefinedName
from workbooks.package.cells import Place, places_of, with_style
from workbooks.package.markup import Document, Edits
from workbooks.package.notes import AUTHOR, known_words, remove_notes
from workbooks.package.package import Package, Sheet
from workbooks.package.styles import Styles
from workbooks.package.worksheet import Change, Worksheet

MARKS = "_dudao_mark_"
NOTES = "_dudao_notes_"
MARK_NAME = re.compile(MARKS + r"([0-9A-F]{6})_([0-9A-Za-z.]+?)_\d+")
FIRST_LINE = f"{AUTHOR}："
EXCEL_THEME = (2, 1, 4, 3, 5, 6, 7, 8, 9, 10, 11, 12)
"""Excel's number of a theme colour (xlThemeColor…) by the number in the file."""

_THEME = re.compile(r"t(\d+)([pm])([\d.]+)")


def digest(text: str) -> str:
    """Return what tells a note's words from others; spreadsheet programs change line breaks."""
    return hashlib.sha256("".join(known_words([text])).encode()).hexdigest()[:8]


Lifted = tuple[str, str, str | None, str | None]
"""A mark that was taken off: sheet, cell, fill, note."""


def take_off(package: Package) -> list[Lifted]:
    """Take such marks away; return them. A cell whose colour is no longer ours is left alone."""
    names = [name for _, name in books.defined_names(package.book()) if name.name.startswith((MARKS, NOTES))]
    if not names:
        return []
    styles = Styles(package)
    lifted: list[Lifted] = []
    for sheet in package.sheets():
        own = [name for name in names if name.sheet == sheet.index]
        if own and sheet.part and sheet.kind == "worksheet":
            cleared = _uncolour(package, sheet, own, styles)
            said = {one for name in own if name.name.startswith(NOTES) for one in name.text.strip('"').split()}
            notes = _unannotate(package, sheet.part, said)
            places = sorted(cleared.keys() | notes.keys())
            lifted += [(sheet.name, address(*place), cleared.get(place), notes.get(place)) for place in places]
    styles.save()
    book = package.book()
    edits = Edits()
    stale = [node for node, name in books.defined_names(book) if name.name.startswith((MARKS, NOTES))]
    books.change_names(book, edits, stale, [])
    package.put(package.workbook, edits.apply(book.data))
    return lifted


def _uncolour(package: Package, sheet: Sheet, names: Iterable[DefinedName], styles: Styles) -> dict[Place, str]:
    part = sheet.part or ""
    worksheet = Worksheet(package.get(part))
    changes: dict[Place, Change] = {}
    cleared: dict[Place, str] = {}
    for name in names:
        said = MARK_NAME.fullmatch(name.name)
        for text in books.references(name.text) if said else ():
            area = books.area_of(text)
            for place in places_of(area) if area else ():
                style = worksheet.style(*place)
                if said and worksheet.cell(*place) is not None and shown_colour(styles, style) == said[1]:
                    changes[place] = restyled(styles.with_changes(style, fill=_fill(styles, said[2])))
                    cleared[place] = said[1]
    worksheet.change_cells(changes)
    package.put(part, worksheet.to_bytes())
    return cleared


def restyled(style: int) -> Change:
    """Return the change that gives a cell another style."""
    return lambda cell, _: cell and with_style(cell, style)


def _fill(styles: Styles, under: str) -> int:
    """Return the place of the fill that lay under ours."""
    theme = _THEME.fullmatch(under)
    if theme and int(theme[1]) in EXCEL_THEME:
        tint = float(theme[3]) * (-1 if theme[2] == "m" else 1)
        colour = f'theme="{EXCEL_THEME.index(int(theme[1]))}"' + (f' tint="{tint:.6g}"' if tint else "")
        xml = f'<fill><patternFill patternType="solid"><fgColor {colour}/><bgColor indexed="64"/></patternFill></fill>'
        return styles.add("fills", styles.native(xml.encode()))
    if re.fullmatch("[0-9A-F]{6}", under):
        return styles.solid_fill(under)
    return styles.add("fills", styles.native(b'<fill><patternFill patternType="none"/></fill>'))


def shown_colour(styles: Styles, style: int) -> str:
    """Return the colour (RRGGBB) that a cell format fills its cells with, empty where it has none."""
    fills = styles.items("fills")
    number = styles.attribute(style, "fillId")
    pattern = Document(fills[number]).root.child("patternFill") if number < len(fills) else None
    shown = pattern.child("fgColor") if pattern else None
    return shown.attribute("rgb").upper()[-6:] if shown else ""


def _unannotate(package: Package, part: str, said: set[str]) -> dict[Place, str]:
    found: dict[Place, str] = {}

    def is_ours(author: str, words: str, place: Place) -> bool:
        ours = words.startswith(FIRST_LINE) and digest(words) in said
        if ours:
            found[place] = words.removeprefix(FIRST_LINE).lstrip("\r\n")
        return ours

    remove_notes(package, part, is_ours)
    return found
