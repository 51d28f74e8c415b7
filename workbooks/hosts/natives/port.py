"""What the hosts need of a spreadsheet program beyond xlwings, whichever program it is."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from workbooks.grid import Area

if TYPE_CHECKING:
    from xlwings import App, Book, Name, Note, Range, Sheet

VISIBLE = (True, -1)
"""What `Sheet.visible` is for a sheet that is shown; Excel also knows 0, hidden, and 2, which no list shows."""

NO_FILL = "none"
PATTERN = "pattern"
"""A cell's fill as a text fit for a name: `none`, `FFC7CE` (its colour), `t5p0.4` (theme colour 5, tint +0.4), or
`pattern` for hatched and gradient fills, which we can't lay over and give back."""


class Native(Protocol):
    """What the hosts need of a program beyond xlwings. Ranges are single blocks; `None` says that its cells differ."""

    workable: frozenset[str]
    """The formats whose workbooks can hold our sheets; those of others have fewer rows, or keep no colours."""

    most_questions: int
    """How many questions about the layout of a sheet take about as long as saving and reading a copy of it."""

    protecting: str
    """Where the clerk protects sheets and workbooks, and takes the protection away."""

    def full_name(self, book: "Book") -> str:
        """Return the workbook's path, its address where it lies in a cloud, its bare name where it was never saved."""

    def file_format(self, book: "Book") -> str:
        """Return the format as in `Book.format`: xlsx, xlsm, xls …"""

    def is_read_only(self, book: "Book") -> bool:
        """Return whether the workbook was opened read-only."""

    def is_shared(self, book: "Book") -> bool:
        """Return whether the workbook is shared in the old way (共享工作簿), where sheets can't be copied in."""

    def is_structure_protected(self, book: "Book") -> bool:
        """Return whether sheets can't be added or removed."""

    def is_protected(self, sheet: "Sheet") -> bool:
        """Return whether the sheet's cells can't be changed."""

    def is_filtered(self, sheet: "Sheet") -> bool:
        """Return whether a filter hides rows of the sheet: copied blocks would leave them out."""

    def is_date1904(self, book: "Book") -> bool:
        """Return whether the workbook counts its days from 1904."""

    def is_worksheet_in_front(self, book: "Book") -> bool:
        """Return whether the sheet in front is a worksheet, no chart sheet or dialog."""

    def is_ready(self, app: "App") -> bool:
        """Return whether the program takes orders: no cell is being edited, no dialog is open."""

    def copy_ending(self, book: "Book") -> str:
        """Return the ending of the file that a copy of the workbook is to be written to: `.xlsx`."""

    def save_copy(self, book: "Book", path: Path) -> None:
        """Write the workbook as it is now, unsaved edits included, to another file of the same format."""

    def is_changed(self, book: "Book") -> bool:
        """Return whether the workbook was changed since it was opened or saved."""

    def unrecorded(self, book: "Book") -> AbstractContextManager[None]:
        """Leave the program nothing of its own to undo: part of what we do could be undone there, and the rest not."""

    def bring_to_front(self, sheet: "Sheet") -> None:
        """Show this sheet of its workbook, without moving windows about; a hidden one stays hidden."""

    def tables_kept(self, sheet: "Sheet") -> AbstractContextManager[None]:
        """Keep tables as large as they are while cells beside them are written."""

    def entered(self, cell: "Range") -> Callable[[], None] | None:
        """Return what enters the cell's formula as it stands now once more, an array formula over all its cells.

        None where the cell shows but a part of what another cell's formula gives.
        """

    def hide(self, name: "Name") -> None:
        """Hide a defined name from the clerk's list of names."""

    def exact_values(self, block: "Range") -> Any:
        """Return the values as numbers alone: dates as serial numbers, amounts of money with all their decimals."""

    def filled(self, block: "Range") -> int:
        """Return how many of its cells are not blank."""

    def merges(self, block: "Range") -> set[Area] | None:
        """Return the merged areas whose top left cell is in the block, None where that can't be asked at once."""

    def are_rows_hidden(self, block: "Range") -> bool | None:
        """Return whether the rows of the block are hidden."""

    def are_columns_hidden(self, block: "Range") -> bool | None:
        """Return whether the columns of the block are hidden."""

    def fill(self, block: "Range") -> str | None:
        """Return the fill of its cells (see `PATTERN`)."""

    def set_fill(self, block: "Range", fill: str) -> None:
        """Give cells a fill back; `block` may be a union of blocks. Does nothing for `pattern`."""

    def size_note(self, note: "Note", width: float, height: float) -> None:
        """Make the note's frame as large as this, in points."""


def theme_fill(theme: int, tint: float) -> str:
    """Return a fill of a theme colour as the text of it: `t5p0.4`, without a sign or exponent that no name may hold."""
    size = f"{abs(tint):.6f}".rstrip("0").rstrip(".")
    return f"t{theme}{'m' if tint < 0 else 'p'}{size}"
