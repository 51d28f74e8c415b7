"""Colours and notes on the clerk's cells, and taking them away again.

A mark is a copy of the cell's format with another fill, and a classic note by 项目督导. Our fills carry a background
colour that no program ever shows in a solid fill: it tells which fill lies underneath, so our colours are found again
even after Excel has renumbered everything or the clerk has sorted the rows. `unmark` goes by the journal where the
sheet is as we left it (byte for byte); elsewhere by those colours and by the author of the notes.
"""

import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from workbooks.errors import WrongArgument
from workbooks.package import journal as journals
from workbooks.package.journal import Journal, restoration
from workbooks.package.markup import Document, with_attribute, without_attribute
from workbooks.package.notes import Note, add_notes, known_words, noted_cells, remove_notes
from workbooks.package.package import Package, Sheet, relationships_of
from workbooks.package.styles import Styles, key
from workbooks.package.worksheet import Change, Place, Worksheet, parse_address, style_of, with_style

_NO_FILL = "FFDD0DA0"  # the never-shown colour of a mark on a cell without fill: such marks need no journal
_PLAIN = b'<fill><patternFill patternType="none"/></fill>'
_COLOUR = re.compile(r"[0-9A-Fa-f]{6}")


@dataclass(frozen=True, slots=True)
class Mark:
    """What to show on a cell: a fill (RRGGBB), a note, or both."""

    sheet: str
    cell: str
    fill: str | None = None
    note: str | None = None


def mark(package: Package, marks: Iterable[Mark]) -> list[Mark]:
    """Colour and annotate cells, in place of all earlier marks; return the marks whose note found no place.

    Of several marks on a cell the first fill counts, and the notes are put together. A cell that has a note or a
    comment of the clerk's own keeps it, and is coloured only.
    """
    wanted = _by_sheet(package, marks)
    unmark(package)
    styles = Styles(package)
    journal = Journal()
    overlay = _Overlay(styles, journal)
    unplaced: list[Mark] = []
    original = {styles.part: package.get(styles.part)} if styles.part else {}
    for sheet, cells in wanted:
        unplaced += _mark_sheet(package, sheet, cells, overlay)
    edits = styles.save()
    if edits:
        journal.tables[styles.part] = restoration(original.get(styles.part), package.get(styles.part), edits)
    if journal.marks:
        journal.write(package)
    return unplaced


def _by_sheet(package: Package, marks: Iterable[Mark]) -> list[tuple[Sheet, dict[Place, Mark]]]:
    """Return the marks by sheet and cell, those on the same cell put together."""
    sheets = {sheet.name.casefold(): sheet for sheet in package.sheets()}
    found: dict[int, dict[Place, Mark]] = {}
    for one in marks:
        sheet = sheets.get(one.sheet.casefold())
        place = parse_address(one.cell)
        if sheet is None or sheet.part is None or sheet.kind != "worksheet":
            raise WrongArgument(f"没有名为“{one.sheet}”的工作表，请检查工作表名称。")
        if place is None:
            raise WrongArgument(f"“{one.cell}”不是单元格地址，请写成 H6 这样的形式。")
        if one.fill is not None and not _COLOUR.fullmatch(one.fill):
            raise WrongArgument(f"“{one.fill}”不是颜色，请写成 FFC7CE 这样的六位十六进制数。")
        cells = found.setdefault(sheet.index, {})
        before = cells.get(place)
        if before is None:
            cells[place] = replace(one, sheet=sheet.name)
        else:
            notes = [note for note in (before.note, one.note) if note]
            cells[place] = replace(before, fill=before.fill or one.fill, note="\n".join(notes) or None)
    by_index = {sheet.index: sheet for sheet in sheets.values()}
    return [(by_index[index], cells) for index, cells in sorted(found.items())]


def _mark_sheet(package: Package, sheet: Sheet, cells: dict[Place, Mark], overlay: "_Overlay") -> list[Mark]:
    part = sheet.part or ""
    related = relationships_of(part)
    touched = [part, related, *(r.part for r in package.relationships(part) if r.part)]
    before = {name: package.get(name) for name in touched if name in package}
    worksheet = Worksheet(before[part])
    noted = noted_cells(package, part)
    notes = [Note(*place, one.note) for place, one in sorted(cells.items()) if one.note and place not in noted]
    unplaced = [one for place, one in sorted(cells.items()) if one.note and place in noted]
    worksheet.change_cells(
        {place: _coloured(worksheet, place, one.fill, overlay) for place, one in cells.items() if one.fill}
    )
    changed = {part, related, *add_notes(package, part, worksheet, notes)}
    package.put(part, worksheet.to_bytes())
    overlay.journal.sheets[part] = {
        name: restoration(before.get(name), package.get(name), worksheet.edits if name == part else None)
        for name in sorted(changed)
        if name in package and before.get(name) != package.get(name)
    }
    overlay.journal.marks += [(sheet.name, one.cell, one.fill, one.note) for one in cells.values()]
    return unplaced


def _coloured(worksheet: Worksheet, place: Place, fill: str, overlay: "_Overlay") -> Change:
    """Return the change that gives a cell our fill and nothing else."""

    def change(cell: bytes | None, style: int) -> bytes:
        ours = overlay.style(style, fill)
        return worksheet.blank_cell(place, ours) if cell is None else with_style(cell, ours)

    return change


class _Overlay:
    """Lays our fills over the clerk's formats, and keeps in the journal what lies under them."""

    def __init__(self, styles: Styles, journal: Journal) -> None:
        self.journal = journal
        self._styles = styles
        self._known: dict[tuple[int, str], int] = {}

    def style(self, style: int, fill: str) -> int:
        """Return the style that equals this one but for the fill, whose background colour names the fill under it."""
        if (style, fill) not in self._known:
            fills = self._styles.items("fills")
            number = self._styles.attribute(style, "fillId")
            under = fills[number] if number < len(fills) else self._styles.native(_PLAIN)
            colour = _NO_FILL if key(under) == key(_PLAIN) else "FF" + hashlib.sha256(under).hexdigest()[:6].upper()
            self.journal.fills[colour] = under.decode("utf-8", "replace")
            place = self._styles.solid_fill(fill, b'rgb="%b"' % colour.encode())
            ours = self._styles.with_changes(style, fill=place)
            self.journal.styles.append((ours, style))
            self._known[style, fill] = ours
        return self._known[style, fill]


def unmark(package: Package) -> int:
    """Take all our marks away; return how many cells had one.

    Sheets that nobody saved since are byte for byte as before the marking, and so is the style table where nothing was
    added to it since. In other sheets what can still be told as ours goes: our fills give way to what lay under them,
    our notes go unless the clerk has written into them.
    """
    journal = Journal.read(package)
    removed = 0
    if journal:
        part_of = {sheet.name: sheet.part for sheet in package.sheets()}
        for part, parts in journal.sheets.items():
            if journals.is_untouched(package, parts.items()):
                journals.restore(package, parts)
                removed += sum(part_of.get(sheet) == part for sheet, *_ in journal.marks)
        unused = not _marked_sheets(package, Styles(package), journal)
        if unused and journals.is_untouched(package, journal.tables.items()):
            _restore_styles(package, journal)
    removed += _sweep(package, journal)
    journals.forget(package)
    return removed


def _restore_styles(package: Package, journal: Journal) -> None:
    for part, how in journal.tables.items():
        if how.back is None:
            for relationship in package.relationships(package.workbook):
                if relationship.part == part:
                    package.unrelate(package.workbook, relationship.id)
    journals.restore(package, journal.tables)


def lifted(package: Package) -> list[Mark]:
    """Take our marks off for a while where that leaves every sheet as it was; return them for marking again."""
    journal = Journal.read(package)
    if not journal or not all(journals.is_untouched(package, parts.items()) for parts in journal.sheets.values()):
        return []
    unmark(package)
    return [Mark(*one) for one in journal.marks]


# Marks in sheets that were saved since: by what can be seen


def _our_fills(styles: Styles, journal: Journal | None) -> dict[int, bytes]:
    """Return the fill under each fill of ours, by its place."""
    under = {_NO_FILL: styles.native(_PLAIN)}
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


def _marked_sheets(package: Package, styles: Styles, journal: Journal | None) -> list[str]:
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


def _sweep(package: Package, journal: Journal | None) -> int:
    """Take away the marks that the journal can't; return how many cells had one."""
    styles = Styles(package)
    ours = _our_styles(styles, journal)
    fills = _our_fills(styles, journal)
    known = dict(journal.styles) if journal else {}
    cleared: dict[str, set[bytes]] = {}
    for part in _marked_sheets(package, styles, journal):
        back = _restyling(styles, ours, fills, known)
        cells: set[bytes] = set()

        def restyled(found: re.Match[bytes], back: Callable[[int], int] = back, cells: set[bytes] = cells) -> bytes:
            cells.add(found[0])
            return with_style(found[0], back(style_of(found[0]) or 0))

        package.put(part, _uses(ours).sub(restyled, package.get(part)))
        cleared[part] = cells
    styles.save()
    texts = known_words([note for *_, note in journal.marks if note]) if journal else None
    noted = [
        remove_notes(package, sheet.part, texts)
        for sheet in package.sheets()
        if sheet.part and sheet.kind == "worksheet"
    ]
    return max(sum(map(len, cleared.values())), sum(noted))


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
