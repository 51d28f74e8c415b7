"""What a host can do with the clerk's workbook: one narrow port, whatever program (or none) holds it."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Protocol

from workbooks.grid import Book
from workbooks.package import Column, Mark
from workbooks.package.cells import Cell


class Host(Protocol):
    """A workbook that can be read whole, taken sheets into, marked, given columns, and saved.

    Nothing else in it ever changes; nothing is on the disk before `save_as` or `save_in_place`.
    """

    @property
    def book(self) -> Book:
        """Return all sheets as grids."""

    def insert_sheets(self, sheets: bytes) -> list[str]:
        """Take in all sheets of a fresh .xlsx, in place of ours of an earlier run; return the names they got."""

    def mark(self, marks: Iterable[Mark]) -> list[Mark]:
        """Colour and annotate cells in place of all earlier marks; return those whose note found no place."""

    def unmark(self) -> int:
        """Take all our marks away; return how many there were."""

    def write_columns(self, sheet: str, columns: Sequence[Column]) -> list[str]:
        """Write columns of ours into a sheet, in place of earlier ones; return cells of the clerk's left alone."""

    def write_rows(
        self,
        sheet: str,
        first: int,
        columns: Sequence[int],
        rows: Sequence[Sequence[Cell]],
        like: int | None,
        heights: Sequence[float] = (),
    ) -> None:
        """Write rows into these columns of a sheet of ours from row `first` on, each dressed like the row `like`.

        like: None where each keeps its looks. Rows and columns are counted from 0; what stands there is replaced, the
        other columns stay. heights: of the rows in points; they stay as they are if empty.
        """

    def save_as(self, output: Path) -> None:
        """Write the workbook to another file, whole or not at all."""

    def save_in_place(self, what: str) -> Path:
        """Write the workbook over itself after keeping a backup; return the backup. `what` names the change."""

    def undo(self) -> str:
        """Take back the last change in place, to the very content before it; return the sentence that says so."""
