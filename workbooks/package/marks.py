"""Colours and notes on the clerk's cells, and taking them away again.

A mark is a copy of the cell's format with another fill, and a classic note by 项目督导. Our fills carry a background
colour that no program ever shows in a solid fill: it tells which fill lies underneath, so our colours are found again
even after Excel has renumbered everything or the clerk has sorted the rows. `unmark` goes by the journal where the
sheet is as we left it (byte for byte); elsewhere by those colours and by the author of the notes.
"""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from workbooks.errors import WrongArgument
from workbooks.grid import address
from workbooks.package import journal as journals
from workbooks.package import live_traces
from workbooks.package.cells import Place, parse_address, with_style
from workbooks.package.journal import Journal, restoration
from workbooks.package.notes import Note, add_notes, noted_cells
from workbooks.package.package import Package, Sheet, relationships_of
from workbooks.package.styles import Styles, key
from workbooks.package.traces import NO_FILL, PLAIN, marked_sheets, sweep
from workbooks.package.worksheet import Change, Worksheet

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
    """Return the marks by sheet and cell, in the order of the sheets."""
    sheets = {s.name: s for s in package.sheets() if s.part is not None and s.kind == "worksheet"}
    return [(sheets[name], cells) for name, cells in by_sheet(sheets, marks).items()]


def by_sheet(sheets: Iterable[str], marks: Iterable[Mark]) -> dict[str, dict[Place, Mark]]:
    """Return the marks by sheet (in the order of `sheets`) and cell, those on the same cell put together.

    Raises WrongArgument for a mark on no sheet, on no cell, or with no colour.
    """
    names = {name.casefold(): name for name in sheets}
    found: dict[str, dict[Place, Mark]] = {}
    for one in marks:
        name = names.get(one.sheet.casefold())
        place = parse_address(one.cell)
        if name is None:
            raise WrongArgument(f"没有名为“{one.sheet}”的工作表，请检查工作表名称。")
        if place is None:
            raise WrongArgument(f"“{one.cell}”不是单元格地址，请写成 H6 这样的形式。")
        if one.fill is not None and not _COLOUR.fullmatch(one.fill):
            raise WrongArgument(f"“{one.fill}”不是颜色，请写成 FFC7CE 这样的六位十六进制数。")
        cells = found.setdefault(name, {})
        before = cells.get(place)
        if before is None:
            cells[place] = replace(one, sheet=name)
        else:
            notes = [note for note in (before.note, one.note) if note]
            cells[place] = replace(before, fill=before.fill or one.fill, note="\n".join(notes) or None)
    return {name: found[name] for name in names.values() if name in found}


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
        {
            place: _coloured(worksheet, (sheet.index, place), one.fill, overlay)
            for place, one in cells.items()
            if one.fill
        }
    )
    changed = {part, related, *add_notes(package, part, worksheet, notes)}
    package.put(part, worksheet.to_bytes())
    overlay.journal.sheets[part] = {
        name: restoration(before.get(name), package.get(name), worksheet.edits if name == part else None)
        for name in sorted(changed)
        if name in package and before.get(name) != package.get(name)
    }
    overlay.journal.marks += [
        (sheet.name, address(*place), one.fill, one.note, overlay.laid.get((sheet.index, place)))
        for place, one in cells.items()
    ]
    return unplaced


def _coloured(worksheet: Worksheet, at: tuple[int, Place], fill: str, overlay: "_Overlay") -> Change:
    """Return the change that gives a cell our fill and nothing else."""

    def change(cell: bytes | None, style: int) -> bytes:
        ours, overlay.laid[at] = overlay.style(style, fill)
        return worksheet.blank_cell(at[1], ours) if cell is None else with_style(cell, ours)

    return change


class _Overlay:
    """Lays our fills over the clerk's formats, and keeps in the journal what lies under them."""

    def __init__(self, styles: Styles, journal: Journal) -> None:
        self.journal = journal
        self._styles = styles
        self._known: dict[tuple[int, str], tuple[int, str]] = {}
        self.laid: dict[tuple[int, Place], str] = {}

    def style(self, style: int, fill: str) -> tuple[int, str]:
        """Return the style that equals this one but for the fill, and the never-shown colour of that fill."""
        if (style, fill) not in self._known:
            fills = self._styles.items("fills")
            number = self._styles.attribute(style, "fillId")
            under = fills[number] if number < len(fills) else self._styles.native(PLAIN)
            colour = NO_FILL if key(under) == key(PLAIN) else "FF" + hashlib.sha256(under).hexdigest()[:6].upper()
            self.journal.fills[colour] = under.decode("utf-8", "replace")
            place = self._styles.solid_fill(fill, b'rgb="%b"' % colour.encode())
            ours = self._styles.with_changes(style, fill=place)
            self.journal.styles.append((ours, style))
            self._known[style, fill] = ours, colour
        return self._known[style, fill]


def unmark(package: Package) -> int:
    """Take all our marks away; return how many cells had one.

    Sheets that nobody saved since are byte for byte as before the marking, and so is the style table where nothing was
    added to it since. In other sheets what can still be told as ours goes: our fills give way to what lay under them,
    our notes go unless the clerk has written into them.
    """
    journal = Journal.read(package)
    removed = 0
    restored: set[str] = set()
    if journal:
        part_of = {sheet.name: sheet.part for sheet in package.sheets()}
        for part, parts in journal.sheets.items():
            if journals.is_untouched(package, parts.items()):
                journals.restore(package, parts)
                restored.add(part)
                removed += sum(part_of.get(sheet) == part for sheet, *_ in journal.marks)
        unused = not marked_sheets(package, Styles(package), journal)
        if unused and journals.is_untouched(package, journal.tables.items()):
            _restore_styles(package, journal)
    removed += sweep(package, journal, restored) + len(live_traces.take_off(package))
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
    live = [Mark(*one) for one in live_traces.take_off(package)]
    journal = Journal.read(package)
    if not journal or not all(journals.is_untouched(package, parts.items()) for parts in journal.sheets.values()):
        return live
    unmark(package)
    return [*live, *(Mark(*one[:4]) for one in journal.marks)]
