"""Our notes on the cells of an open workbook, put and taken away.

They begin with a line of ours (Excel signs every note with its user's name); the sheet's hidden names
`_dudao_notes_<number>` keep what they said, so that a note in which the clerk has written stays.
"""

from typing import TYPE_CHECKING

from workbooks.hosts.guards import has_stopped
from workbooks.hosts.live_file_marks import FileMarks
from workbooks.hosts.live_names import add_hidden, forget, local_names, text_of
from workbooks.hosts.natives import native
from workbooks.package import Mark
from workbooks.package.cells import Place, parse_address
from workbooks.package.live_traces import FIRST_LINE, NOTES, digest
from workbooks.package.notes import AUTHOR

if TYPE_CHECKING:
    from xlwings import Note, Range, Sheet

_LONGEST_NOTE = 32_000
_DIGESTS_IN_A_NAME = 25
_NOTE_WIDTH, _LINE_HEIGHT, _LETTERS_IN_A_LINE = 172.0, 13.5, 18  # points; as large as the file host's notes


def put_notes(sheet: "Sheet", cells: dict[Place, Mark]) -> list[Mark]:
    """Put the notes on their cells; return those whose cell has a note or comment of the clerk's."""
    asked = native(sheet.book.app)
    wanted = {place: one for place, one in sorted(cells.items()) if one.note}
    taken = _threaded(sheet) | {_place(note.location) for note in sheet.notes} if wanted else set()
    unplaced = []
    said = set()
    for place, one in wanted.items():
        if place in taken:
            unplaced.append(one)
            continue
        cell = sheet.range((place[0] + 1, place[1] + 1))
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


def take_notes_off(sheet: "Sheet", file_marks: FileMarks) -> set[Place]:
    """Take our notes off the sheet, and the colours that the file host put; return the cells that had one."""
    said = {digest for _, name in local_names(sheet, NOTES) for digest in text_of(name).strip('"').split()}
    ours: dict[Place, tuple[Note, str]] = {}
    for note in list(sheet.notes):
        text = note.text
        if text.startswith(FIRST_LINE) or _is_of_file_host(note, text, file_marks):
            ours[_place(note.location)] = note, text
    cleared = file_marks.uncolour(sheet, {place: text for place, (_, text) in ours.items()})
    for place, (note, text) in ours.items():
        if digest(text) in said or (_is_of_file_host(note, text, file_marks) and file_marks.wrote(text)):
            note.delete()
            cleared.add(place)
    forget(sheet, NOTES)
    return cleared


def is_ours(note: "Note") -> bool:
    """Return whether we wrote the note, by its first line or its author."""
    return note.text.startswith(FIRST_LINE) or note.author == AUTHOR


def _is_of_file_host(note: "Note", text: str, file_marks: FileMarks) -> bool:
    """Return whether the file host put the note: by its author, or by its words where LibreOffice lost the author."""
    author = note.author
    return author == AUTHOR or (not author and file_marks.knows(text))


def _threaded(sheet: "Sheet") -> set[Place]:
    """Return the cells with a threaded comment."""
    try:
        return {_place(comment.location) for comment in sheet.comments}
    except Exception as error:  # versions before 2019 have none, and no word for them
        if has_stopped(error):
            raise
        return set()


def _place(cell: "Range") -> Place:
    place = parse_address(cell.address)
    assert place is not None  # a note lies on one cell
    return place
