"""Marks in sheets that somebody has saved since: found by what can still be seen, and taken away.

Our fills are known by their background colour, which a solid fill never shows; notes by their author. LibreOffice drops
both: there, the journal's places and words must do.
"""

import re
from collections.abc import Callable, Iterable

from workbooks.package.cells import Place, parse_address, style_of, with_style
from workbooks.package.journal import Journal
from workbooks.package.live_traces import restyled, shown_colour
from workbooks.package.markup import Document, with_attribute, without_attribute
from workbooks.package.notes import known_words, remove_notes, signed
from workbooks.package.package import Package
from workbooks.package.styles import Styles, key
from workbooks.package.worksheet import Change, Worksheet

NO_FILL = "FFDD0DA0"  # the never-shown colour of a mark on a cell without fill: such marks need no journal
PLAIN = b'<fill><patternFill patternType="none"/></fill>'


def _our_fills(styles: Styles, journal: Journal | None) -> dict[int, bytes]:
    """Return the fill under each fill of ours, by its place."""
    under = {NO_FILL: styles.native(PLAIN)}
    if journal:
        under |= {colour: fill.encode() for colour, fill in journal.fills.items()}
    found = {}
    for place, item in enumerate(styles.items("fills")):
        pattern = Document(item).root.child("patternFill")
        background = pattern.child("bgColor") if pattern else None
        if pattern and background and pattern.attribute("patternType") == "solid":
            colour = background.attribute("rgb").upper()
            if colour in under:
                found[place] = under[colour]
    return found


def _our_styles(styles: Styles, journal: Journal | None) -> dict[int, int]:
    """Return the place of the fill under ours, by cell format."""
    fills = _our_fills(styles, journal)
    found = {}
    for style in range(len(styles.items("cellXfs")) if fills else 0):
        fill = styles.attribute(style, "fillId")
        if fill in fills:
            found[style] = fill
    return found


def marked_sheets(package: Package, styles: Styles, journal: Journal | None) -> list[str]:
    """Return the parts of the sheets in which a cell has a fill of ours."""
    ours = _our_styles(styles, journal)
    if not ours:
        return []
    pattern = _uses(ours)
    parts = [sheet.part for sheet in package.sheets() if sheet.part and sheet.kind == "worksheet"]
    return [part for part in parts if pattern.search(package.get(part))]


def _uses(styles: Iterable[int]) -> re.Pattern[bytes]:
    numbers = b"|".join(b"%d" % style for style in styles)
    return re.compile(rb"<(?:[\w.-]+:)?(?:c|row)\s(?:[^>]*?\s)?s\s*=\s*[\"'](?:" + numbers + rb")[\"'][^>]*>")


def sweep(package: Package, journal: Journal | None, restored: set[str]) -> int:
    """Take away the marks that the journal can't; return how many cells had one."""
    styles = Styles(package)
    ours = _our_styles(styles, journal)
    fills = _our_fills(styles, journal)
    known = dict(journal.styles) if journal else {}
    cleared: dict[str, set[bytes]] = {}
    recoloured = _clear_by_place(package, journal, styles, restored) if journal and not fills else 0
    for part in marked_sheets(package, styles, journal):
        back = _restyling(styles, ours, fills, known)
        cells: set[bytes] = set()

        def restyled(found: re.Match[bytes], back: Callable[[int], int] = back, cells: set[bytes] = cells) -> bytes:
            cells.add(found[0])
            return with_style(found[0], back(style_of(found[0]) or 0))

        package.put(part, _uses(ours).sub(restyled, package.get(part)))
        cleared[part] = cells
    styles.save()
    texts = known_words([note for _, _, _, note, _ in journal.marks if note]) if journal else None
    places: dict[str, set[Place]] = {}
    for name, cell, *_ in journal.marks if journal else ():
        if place := parse_address(cell):
            places.setdefault(name, set()).add(place)
    noted = [
        len(remove_notes(package, sheet.part, signed(texts, places.get(sheet.name, ()))))
        for sheet in package.sheets()
        if sheet.part and sheet.kind == "worksheet"
    ]
    return max(sum(map(len, cleared.values())) + recoloured, sum(noted))


def _clear_by_place(package: Package, journal: Journal, styles: Styles, restored: set[str]) -> int:
    """Take our colours away where they were put: LibreOffice drops what a solid fill doesn't show."""
    cleared = 0
    for sheet in package.sheets():
        wanted = {
            place: (fill, under)
            for name, cell, fill, _, under in journal.marks
            if name == sheet.name and fill and under in journal.fills and (place := parse_address(cell))
        }
        if not wanted or not sheet.part or sheet.part in restored or sheet.kind != "worksheet":
            continue
        worksheet = Worksheet(package.get(sheet.part))
        changes: dict[Place, Change] = {}
        for place, (fill, under) in wanted.items():
            style = worksheet.style(*place)
            if worksheet.cell(*place) is not None and shown_colour(styles, style) == fill.upper():
                back = styles.with_changes(style, fill=styles.add("fills", journal.fills[under].encode()))
                changes[place] = restyled(back)
        worksheet.change_cells(changes)
        package.put(sheet.part, worksheet.to_bytes())
        cleared += len(changes)
    return cleared


def _restyling(
    styles: Styles, ours: dict[int, int], fills: dict[int, bytes], known: dict[int, int]
) -> Callable[[int], int]:
    """Return what gives the format without our fill for a format with it."""

    def back(style: int) -> int:
        before = known.get(style)
        if before is not None and _bare(styles.format(before)) == _bare(styles.format(style)):
            number = styles.attribute(before, "fillId")
            items = styles.items("fills")
            if number < len(items) and key(items[number]) == key(fills[ours[style]]):
                return before
        return styles.with_changes(style, fill=styles.add("fills", fills[ours[style]]))

    return back


def _bare(xml: bytes) -> object:
    """Return what a cell format says apart from its fill."""
    tag_end = xml.index(b">") + 1
    tag = without_attribute(with_attribute(xml[:tag_end], b"fillId", b"0"), b"applyFill")
    return key(tag + xml[tag_end:])
