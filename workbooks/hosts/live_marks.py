"""Colours and notes on the cells of an open workbook, and taking them away again.

What lies under our colours is remembered in hidden names of the sheet, `_dudao_mark_<ours>_<theirs>_<number>`, which
refer to the coloured cells: they follow the cells when rows are inserted. A cell whose colour is no longer ours is left
alone. Our notes begin with a line of ours (Excel signs every note with its user's name); `_dudao_notes_<number>` keeps
what they said, so that a note in which the clerk has written stays.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbooks.grid import Area
from workbooks.hosts.guards import has_stopped, refuse_protected
from workbooks.hosts.live_file_marks import FileMarks
from workbooks.hosts.live_names import (
    add_hidden,
    areas_of,
    block,
    forget,
    halves,
    is_one_cell,
    local_names,
    remember,
    text_of,
    unions,
)
from workbooks.hosts.native import PATTERN, native
from workbooks.package import Mark
from workbooks.package.cells import Place, parse_address, places_of
from workbooks.package.columns import rectangles
from workbooks.package.live_traces import FIRST_LINE, MARK_NAME, MARKS, NOTES, digest
from workbooks.package.marks import by_sheet
from workbooks.package.notes import AUTHOR

if TYPE_CHECKING:
    from xlwings import Book, Note, Range, Sheet

_LONGEST_NOTE = 32_000
_DIGESTS_IN_A_NAME = 25
_NOTE_WIDTH, _LINE_HEIGHT, _LETTERS_IN_A_LINE = 172.0, 13.5, 18  # points; as large as the file host's notes


@dataclass(frozen=True, slots=True)
class _Colour:
    """Cells that we have coloured: our fill, what lies under it (see `native.PATTERN`), and where they are now."""

    ours: str
    under: str
    areas: tuple[Area, ...]


def mark(book: "Book", marks: Iterable[Mark], file_marks: FileMarks) -> list[Mark]:
    """Colour and annotate cells, in place of all earlier marks; return the marks whose note found no place.

    As `package.mark` does. A cell with a hatched or gradient fill is annotated only.
    """
    sheets = {sheet.name: sheet for sheet in book.sheets}
    wanted = by_sheet(sheets, marks)
    refuse_protected(sheets[name] for name in wanted)
    unmark(book, file_marks)
    unplaced: list[Mark] = []
    for name, cells in wanted.items():
        _colour(sheets[name], {place: one.fill.upper() for place, one in cells.items() if one.fill})
        unplaced += _annotate(sheets[name], cells)
    return unplaced


def unmark(book: "Book", file_marks: FileMarks) -> int:
    """Take all our marks away; return how many cells had one."""
    touched = [sheet for sheet in book.sheets if _is_marked(sheet, file_marks)]
    refuse_protected(touched)
    return sum(len(_uncoloured(sheet) | _unannotated(sheet, file_marks)) for sheet in touched)


@contextmanager
def lifted(sheet: "Sheet") -> Iterator[None]:
    """Take our colours off a sheet for a while, so that looks can be copied from beneath them."""
    colours = [_Colour(c.ours, c.under, tuple(_still(sheet, c))) for c in _colours(sheet)]
    for colour in colours:
        _fill(sheet, colour.areas, colour.under)
    try:
        yield
    finally:
        for colour in colours:
            _fill(sheet, colour.areas, colour.ours)


def _is_marked(sheet: "Sheet", file_marks: FileMarks) -> bool:
    if file_marks.on(sheet.name) or local_names(sheet, MARKS) or local_names(sheet, NOTES):
        return True
    return any(_is_ours(note) for note in sheet.notes)


# -- colours


def _colour(sheet: "Sheet", fills: dict[Place, str]) -> None:
    """Colour the cells, after keeping what lies under the colours."""
    asked = native(sheet.book.app)
    groups: dict[tuple[str, str], set[Place]] = {}
    for ours in sorted(set(fills.values())):
        for area in rectangles({place for place, fill in fills.items() if fill == ours}):
            for part, under in _alike(sheet, area):
                if under != PATTERN:
                    groups.setdefault((ours, under), set()).update(places_of(part))
    number = 1
    for (ours, under), places in sorted(groups.items()):
        number = remember(sheet, f"{MARKS}{ours}_{under}_", places, number)
    for (ours, _), places in groups.items():
        for cells in unions(sheet, places):
            asked.set_fill(cells, ours)


def _alike(sheet: "Sheet", area: Area) -> Iterator[tuple[Area, str]]:
    """Yield the parts of an area that have one fill, with it; a part of unlike cells is halved."""
    asked = native(sheet.book.app)
    waiting = [area]
    while waiting:
        part = waiting.pop()
        fill = asked.fill(block(sheet, part))
        if fill is not None:
            yield part, fill
        elif is_one_cell(part):
            yield part, PATTERN
        else:
            waiting += halves(part)


def _colours(sheet: "Sheet") -> list[_Colour]:
    found = []
    for bare, name in local_names(sheet, MARKS):
        said = MARK_NAME.fullmatch(bare)
        if said:
            found.append(_Colour(said[1], said[2], tuple(areas_of(name))))
    return found


def _still(sheet: "Sheet", colour: _Colour) -> Iterator[Area]:
    """Yield the parts that still bear our colour."""
    for area in colour.areas:
        for part, fill in _alike(sheet, area):
            if fill == colour.ours:
                yield part


def _fill(sheet: "Sheet", areas: Iterable[Area], fill: str) -> None:
    asked = native(sheet.book.app)
    for cells in unions(sheet, (place for area in areas for place in places_of(area))):
        asked.set_fill(cells, fill)


def _uncoloured(sheet: "Sheet") -> set[Place]:
    """Take our colours off the sheet; return the cells that had one."""
    cleared: set[Place] = set()
    for colour in _colours(sheet):
        areas = tuple(_still(sheet, colour))
        _fill(sheet, areas, colour.under)
        cleared.update(place for area in areas for place in places_of(area))
    forget(sheet, MARKS)
    return cleared


# -- notes


def _annotate(sheet: "Sheet", cells: dict[Place, Mark]) -> list[Mark]:
    """Put the notes on their cells; return those whose cell has a note or comment of the clerk's."""
    asked = native(sheet.book.app)
    wanted = {place: one for place, one in sorted(cells.items()) if one.note}
    threaded = _threaded(sheet) if wanted else set()
    unplaced = []
    said = set()
    for place, one in wanted.items():
        cell = sheet.range((place[0] + 1, place[1] + 1))
        if place in threaded or cell.note is not None:
            unplaced.append(one)
            continue
        text = f"{FIRST_LINE}\n{(one.note or '').replace(chr(13), '')}"[:_LONGEST_NOTE]
        try:
            note = cell.add_note(text)
        except Exception as error:  # Excel takes none in the covered cells of a merged area
            if has_stopped(error):
                raise
            unplaced.append(one)
            continue
        said.add(digest(text))
        lines = sum(1 + len(line) // _LETTERS_IN_A_LINE for line in text.split("\n"))
        asked.size_note(note, _NOTE_WIDTH, _LINE_HEIGHT * (min(lines, 25) + 1))
    digests = sorted(said)
    for number, at in enumerate(range(0, len(digests), _DIGESTS_IN_A_NAME), 1):
        add_hidden(sheet, f"{NOTES}{number}", f'"{" ".join(digests[at : at + _DIGESTS_IN_A_NAME])}"')
    return unplaced


def _threaded(sheet: "Sheet") -> set[Place]:
    """Return the cells with a threaded comment."""
    try:
        return {_place(comment.location) for comment in sheet.comments}
    except Exception:  # versions before 2019 have none, and no word for them
        return set()


def _unannotated(sheet: "Sheet", file_marks: FileMarks) -> set[Place]:
    """Take our notes off the sheet, and the colours that the file host put; return the cells that had one."""
    said = {digest for _, name in local_names(sheet, NOTES) for digest in text_of(name).strip('"').split()}
    ours: dict[Place, Note] = {}
    for note in list(sheet.notes):
        if _is_ours(note):
            ours[_place(note.location)] = note
    cleared = file_marks.uncolour(sheet, {place: note.text for place, note in ours.items()})
    for place, note in ours.items():
        text = note.text
        if digest(text) in said or (note.author == AUTHOR and file_marks.wrote(text)):
            note.delete()
            cleared.add(place)
    forget(sheet, NOTES)
    return cleared


def _is_ours(note: "Note") -> bool:
    return note.text.startswith(FIRST_LINE) or note.author == AUTHOR


def _place(cell: "Range") -> Place:
    place = parse_address(cell.address)
    assert place is not None  # a note lies on one cell
    return place
