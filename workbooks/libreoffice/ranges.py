"""Range: what it holds and how it looks, and merging, copying, links, names and notes of its cells."""

from typing import Any, Self

from workbooks.libreoffice.complete import complete
from workbooks.libreoffice.contents import Contents
from workbooks.libreoffice.links import add_link, link_of
from workbooks.libreoffice.looks import Looks
from workbooks.libreoffice.notes import Note, add_note, note_of
from workbooks.libreoffice.pasting import copy_looks
from workbooks.libreoffice.uno_words import struct


@complete
class Range(Contents, Looks):
    """Blocks of cells of one sheet."""

    @property
    def merge_area(self) -> Self:
        return self._merged(self._first_cell)

    def _merged(self, cells: Any) -> Self:
        """Return the cells with the merged areas that they touch."""
        cursor = self.sheet.api.createCursorByRange(cells)
        cursor.collapseToMergedArea()
        return self._of(cursor.RangeAddress)

    @property
    def merge_cells(self) -> bool | None:
        """Whether its cells lie in one merged area, None where only some of them are merged."""
        block, first = self._block, self.merge_area
        if len(first) > 1:
            return True if first.holds(self) else None
        return None if block.IsMerged or self._merged(block).areas != self.areas else False

    def merge(self, across: bool = False) -> None:
        if across:
            raise NotImplementedError("LibreOffice: Range.merge across")
        self._block.merge(True)

    def unmerge(self) -> None:
        self._block.merge(False)

    def copy(self, destination: Any = None) -> None:
        """Copy to another place, a range of xlwings itself, or remember it for `paste`.

        The system's clipboard is left alone.
        """
        if destination is None:
            self.sheet.book.app.office.copied = self
            return
        place = destination.impl
        if place.sheet.book.document != self._document:
            raise NotImplementedError("LibreOffice: Range.copy to another workbook")
        at = struct("table.CellAddress", place.sheet.index - 1, place.area.left, place.area.top)
        place.sheet.api.copyRange(at, self._block.RangeAddress)

    def paste(
        self, paste: Any = None, operation: Any = None, skip_blanks: bool = False, transpose: bool = False
    ) -> None:
        """Paste the formats of the range that was copied, repeated where this one is larger; merging is left out."""
        if paste != "formats" or operation or skip_blanks or transpose:
            raise NotImplementedError(f"LibreOffice: Range.paste {paste}")
        source = self.sheet.book.app.office.copied
        if source is None:
            raise ValueError("nothing was copied")
        copy_looks(source, self)

    @property
    def hyperlink(self) -> str:
        """The address that the cell's link leads to. Raises ValueError where it has none."""
        return link_of(self._first_cell)

    def add_hyperlink(self, address: str, text_to_display: str | None = None, screen_tip: str | None = None) -> None:
        """Put a link into the cell; LibreOffice has no tip of its own for it."""
        add_link(self._document, self._first_cell, address, text_to_display)

    @property
    def name(self) -> Any:
        """The first defined name that refers to exactly these cells, None without one."""
        here = self._block.RangeAddress
        for name in self.sheet.book.names:
            cells = name.api.ReferredCells
            if cells is not None and cells.RangeAddress == here:
                return name
        return None

    @name.setter
    def name(self, value: str) -> None:
        quoted = self.sheet.name.replace("'", "''")
        self.sheet.book.names.add(value, f"='{quoted}'!{self.address}")

    @property
    def note(self) -> Note | None:
        return note_of(self.sheet, self.area.top, self.area.left)

    def add_note(self, text: str) -> Note:
        return add_note(self.sheet, self.area.top, self.area.left, text)
