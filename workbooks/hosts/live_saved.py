"""A copy of the open workbook as it would be saved now: for keeping, and for what would take too many questions."""

import logging
import tempfile
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from workbooks.grid import Grid
from workbooks.hosts.guards import has_stopped, plainly
from workbooks.hosts.natives import native

if TYPE_CHECKING:
    from xlwings import Book

_log = logging.getLogger(__name__)


def content(book: "Book") -> bytes:
    """Return the workbook as it would be saved now, unsaved edits included."""
    with plainly(), tempfile.TemporaryDirectory(prefix="dudao-", ignore_cleanup_errors=True) as folder:
        copy = Path(folder) / f"copy{native(book.app).copy_ending(book)}"
        native(book.app).save_copy(book, copy)
        return copy.read_bytes()


class SavedCopy:
    """The sheets of an open workbook as its file would have them. It is saved and read at most once, when asked."""

    def __init__(self, book: "Book") -> None:
        self._book = book

    def grid(self, sheet: str) -> Grid | None:
        """Return a sheet, None where the copy can't be read: encrypted, or of a format that nobody reads."""
        return self._grids.get(sheet)

    @cached_property
    def _grids(self) -> dict[str, Grid]:
        from workbooks.reading import read_book_data

        try:
            book = read_book_data(content(self._book), Path(self._book.name))
        except Exception as error:
            if has_stopped(error):
                raise
            _log.warning("a copy that can't be read", exc_info=True)
            return {}
        return {grid.name: grid for grid in book.grids}
