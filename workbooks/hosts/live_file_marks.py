"""Marks that the file host made, met in an open workbook.

They stand in the journal inside the saved file (`package.journal`), which is read from the disk: xlwings doesn't see
it. A mark whose row has moved since is found by its note.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workbooks.errors import Refusal
from workbooks.grid import Area
from workbooks.hosts.live_names import block
from workbooks.hosts.natives import NO_FILL, native, theme_fill
from workbooks.package import Package
from workbooks.package.cells import Place, parse_address
from workbooks.package.journal import Journal
from workbooks.package.live_traces import EXCEL_THEME
from workbooks.package.markup import Document
from workbooks.package.notes import known_words

if TYPE_CHECKING:
    from xlwings import Sheet


class FileMarks:
    """The marks in a saved workbook's journal; none where there is no journal, or none that can be read.

    left: how many cells still bear a colour of ours because what lay under it can't be given back here.
    """

    def __init__(self, journal: Journal | None) -> None:
        self._journal = journal or Journal()
        self._is_known = journal is not None
        self._words = known_words([note for *_, note, _ in self._journal.marks if note])
        self.left = 0

    @classmethod
    def of(cls, path: Path) -> "FileMarks":
        """Return the marks of the workbook as saved last."""
        try:
            return cls(Journal.read(Package.read(path.read_bytes())))
        except (OSError, Refusal):  # never saved, locked, or of another format
            return cls(None)

    def on(self, sheet: str) -> bool:
        """Return whether the sheet had such marks."""
        return any(name == sheet for name, *_ in self._journal.marks)

    def wrote(self, note: str) -> bool:
        """Return whether the file host wrote this note; without a journal, every note that it signed."""
        return not self._is_known or known_words([note]) <= self._words

    def knows(self, note: str) -> bool:
        """Return whether the journal has all words of this note."""
        words = known_words([note])
        return bool(words) and words <= self._words

    def uncolour(self, sheet: "Sheet", notes: Mapping[Place, str]) -> set[Place]:
        """Take the colours of the sheet's marks off; return the cells that had one.

        notes: the sheet's notes of ours where they are now.
        """
        asked = native(sheet.book.app)
        cleared: set[Place] = set()
        for mark, place in self._places(sheet.name, notes):
            there = block(sheet, Area(*place, *place))
            if not mark.fill or asked.fill(there) != mark.fill.upper():
                continue
            under = _fill(self._journal.fills.get(mark.under or "", ""))
            if under is None:
                self.left += 1
            else:
                asked.set_fill(there, under)
                cleared.add(place)
        return cleared

    def _places(self, sheet: str, notes: Mapping[Place, str]) -> Iterator[tuple["_Mark", Place]]:
        """Yield the sheet's marks with the cells where they are now: those of the same words keep their order."""
        alike: dict[str, list[_Mark]] = {}
        for name, cell, fill, note, under in self._journal.marks:
            place = parse_address(cell)
            if name == sheet and place is not None:
                alike.setdefault("".join(known_words([note])) if note else "", []).append(_Mark(place, fill, under))
        where: dict[str, list[Place]] = {}
        for place, note in notes.items():
            where.setdefault("".join(known_words([note])), []).append(place)
        for words, marks in alike.items():
            marks.sort(key=lambda mark: _by_column(mark.place))
            now = sorted(where.get(words, ()), key=_by_column)
            moved = now if words and len(now) == len(marks) else [mark.place for mark in marks]
            yield from zip(marks, moved, strict=True)


@dataclass(frozen=True, slots=True)
class _Mark:
    """A mark of the journal. under: the never-shown colour that tells the fill under ours."""

    place: Place
    fill: str | None
    under: str | None


def _by_column(place: Place) -> tuple[int, ...]:
    return place[::-1]


def _fill(xml: str) -> str | None:
    """Return the fill of a style table as `native` writes it, None for what can't be given back so."""
    if not xml:
        return None
    pattern = Document(xml.encode()).root.child("patternFill")
    kind = pattern.attribute("patternType") if pattern else ""
    if not pattern or kind not in ("none", "solid"):
        return None
    shown = pattern.child("fgColor")
    if kind == "none" or not shown:
        return NO_FILL
    colour, theme = shown.attribute("rgb"), shown.attribute("theme")
    if re.fullmatch(r"[0-9A-Fa-f]{8}", colour):
        return colour[2:].upper()
    if theme.isdigit() and int(theme) < len(EXCEL_THEME):
        return theme_fill(EXCEL_THEME[int(theme)], float(shown.attribute("tint") or 0))
    return None
