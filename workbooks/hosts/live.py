"""The workbook open in a spreadsheet program, driven through xlwings by the few members that `subset.toml` lists.

live_reading, live_details   all sheets as grids
live_structure, live_saved   merged and hidden cells; a copy as saved
live_sheets                  finished sheets copied in
live_marks                   colours and notes (live_colours, live_notes; live_file_marks: the file host's)
live_columns, live_rows      columns of ours in a ledger; rows of a sheet of ours
live_names                   hidden names: our memory in the workbook
natives                      what xlwings has no word for
guards, working, keeping     what refuses, what is restored, what can be taken back
"""

from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from workbooks.files import keep_before, refuse_if_open, refuse_same_file, remember_change
from workbooks.grid import Book
from workbooks.hosts import keeping, live_columns, live_marks, live_reading, live_rows, live_sheets
from workbooks.hosts.guards import plainly, refuse_unusable
from workbooks.hosts.live_file_marks import FileMarks
from workbooks.hosts.live_saved import SavedCopy, content
from workbooks.hosts.natives import native
from workbooks.package import Column, Mark
from workbooks.package.cells import Cell
from workbooks.whole import refuse_unwritable, write_whole

if TYPE_CHECKING:
    import xlwings


class LiveHost:
    """A workbook open in a spreadsheet program as a host (see `port.Host`).

    Changes are seen at once; the file on the disk changes only when it is saved. Raises a Refusal for what the program
    doesn't let us do. After `undo` the host goes on with the workbook opened anew.
    """

    def __init__(self, book: "xlwings.Book") -> None:
        refuse_unusable(book)
        self._workbook = book
        self.path = Path(native(book.app).full_name(book))
        self.notices: list[str] = []
        """Chinese sentences on what could not be done, for the clerk to read."""

    @property
    def workbook(self) -> "xlwings.Book":
        """Return the open workbook."""
        return self._workbook

    @cached_property
    def book(self) -> Book:
        """Return all sheets as grids, as they were when first asked for."""
        with plainly():
            return live_reading.read(self._workbook, SavedCopy(self._workbook))

    @property
    def warnings(self) -> tuple[str, ...]:
        """Return what is to be said of the workbook as it was read; nothing where nobody has read it."""
        book: Book | None = self.__dict__.get("book")
        return book.warnings if book else ()

    def insert_sheets(self, sheets: bytes) -> list[str]:
        """Take in all sheets of a fresh .xlsx, in place of ours of an earlier run; return the names they got."""
        with plainly():
            return live_sheets.insert(self._workbook, sheets)

    def mark(self, marks: Iterable[Mark]) -> list[Mark]:
        """Colour and annotate cells in place of all earlier marks; return those whose note found no place."""
        with plainly():
            file_marks = FileMarks.of(self.path)
            unplaced = live_marks.mark(self._workbook, marks, file_marks)
            self._notice(file_marks)
            return unplaced

    def unmark(self) -> int:
        """Take all our marks away; return how many there were. What could not be is said in `notices`."""
        with plainly():
            file_marks = FileMarks.of(self.path)
            count = live_marks.unmark(self._workbook, file_marks)
            self._notice(file_marks)
            return count

    def write_columns(self, sheet: str, columns: Sequence[Column]) -> list[str]:
        """Write columns of ours into a sheet, in place of earlier ones; return cells of the clerk's left alone."""
        with plainly():
            return live_columns.write_columns(self._workbook, sheet, columns)

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
        with plainly():
            live_rows.write_rows(self._workbook, sheet, first, columns, rows, like, heights)

    def save_as(self, output: Path) -> None:
        """Write a copy of the workbook as it is now, whole or not at all; the open one stays what it is."""
        refuse_same_file(self.path, output)
        refuse_if_open(output)
        refuse_unwritable(output)
        write_whole(output, content(self._workbook))

    def save_in_place(self, what: str) -> Path:
        """Save the open workbook after keeping a backup of its file; return the backup. `what` names the change.

        `files.undo` takes the change back once the workbook is closed.
        """
        kept = keep_before(self.path, what)
        with plainly():
            self._workbook.save()
        remember_change(self.path, kept)
        return self.path.with_name(kept.backup)

    def undo(self) -> str:
        """Take back the last change that was made under `keeping.kept`; return the sentence for the clerk."""
        self._workbook, undone = keeping.undo(self._workbook, self.path)
        self.__dict__.pop("book", None)
        return undone.message

    def _notice(self, file_marks: FileMarks) -> None:
        if file_marks.left:
            self.notices.append(
                f"还有{file_marks.left}处以前标的颜色在这里清除不了，请保存并关闭工作簿，再用“清除标记”处理文件。"
            )
