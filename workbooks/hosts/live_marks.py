"""Marks on the cells of an open workbook, colours and notes together, and taking them away again."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from workbooks.hosts.guards import refuse_protected
from workbooks.hosts.live_colours import lay_colours, take_colours_off
from workbooks.hosts.live_file_marks import FileMarks
from workbooks.hosts.live_names import local_names
from workbooks.hosts.live_notes import is_ours, put_notes, take_notes_off
from workbooks.package import Mark
from workbooks.package.live_traces import MARKS, NOTES
from workbooks.package.marks import by_sheet

if TYPE_CHECKING:
    from xlwings import Book, Sheet


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
        lay_colours(sheets[name], {place: one.fill.upper() for place, one in cells.items() if one.fill})
        unplaced += put_notes(sheets[name], cells)
    return unplaced


def unmark(book: "Book", file_marks: FileMarks) -> int:
    """Take all our marks away; return how many cells had one."""
    touched = [sheet for sheet in book.sheets if _is_marked(sheet, file_marks)]
    refuse_protected(touched)
    return sum(len(take_colours_off(sheet) | take_notes_off(sheet, file_marks)) for sheet in touched)


def _is_marked(sheet: "Sheet", file_marks: FileMarks) -> bool:
    if file_marks.on(sheet.name) or local_names(sheet, MARKS) or local_names(sheet, NOTES):
        return True
    return any(is_ours(note) for note in sheet.notes)
