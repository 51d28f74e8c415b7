"""Names, Name: the defined names of a workbook, or those local to a sheet."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from xlwings import base_classes

from workbooks.libreoffice.complete import complete
from workbooks.libreoffice.uno_words import struct

if TYPE_CHECKING:
    from workbooks.libreoffice.books import Book
    from workbooks.libreoffice.sheets import Sheet


@complete
class Names(base_classes.Names):
    """The names of a sheet; or all of a workbook, those local to its sheets after the others."""

    def __init__(self, book: "Book", sheet: "Sheet | None") -> None:
        self._book = book
        self._sheet = sheet

    @property
    def api(self) -> Any:
        return (self._sheet.api if self._sheet else self._book.document).NamedRanges

    def __iter__(self) -> "Iterator[Name]":
        places: list[Sheet | None] = [self._sheet] if self._sheet else [None, *self._book.sheets]
        for sheet in places:
            ranges = (sheet.api if sheet else self._book.document).NamedRanges
            for bare in ranges.ElementNames:
                yield Name(self._book, sheet, ranges, bare)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __call__(self, name_or_index: int | str) -> "Name":
        if isinstance(name_or_index, int):
            return list(self)[name_or_index - 1]
        for name in self:
            if name_or_index.casefold() in (name.name.casefold(), name.bare.casefold()):
                return name
        raise KeyError(name_or_index)

    def snapshot(self) -> "list[tuple[str, Name]]":
        return [(name.bare, name) for name in self]

    def contains(self, name_or_index: int | str) -> bool:
        try:
            self(name_or_index)
        except (KeyError, IndexError):
            return False
        return True

    def add(self, name: str, refers_to: str) -> "Name":
        """Add a name, or let it say something else where it is there."""
        ranges = self.api
        if ranges.hasByName(name):
            found = Name(self._book, self._sheet, ranges, name)
            found.refers_to = refers_to
            return found
        sheet = self._sheet.index - 1 if self._sheet else 0
        ranges.addNewByName(name, _content(self._book, refers_to), struct("table.CellAddress", sheet, 0, 0), 0)
        return Name(self._book, self._sheet, ranges, name)


@complete
class Name(base_classes.Name):
    """A defined name. bare: without the sheet that it is local to."""

    def __init__(self, book: "Book", sheet: "Sheet | None", ranges: Any, bare: str) -> None:
        self._book = book
        self._sheet = sheet
        self._ranges = ranges
        self.bare = bare

    @property
    def api(self) -> Any:
        return self._ranges.getByName(self.bare)

    @property
    def name(self) -> str:
        """With its sheet before it where it is local."""
        if self._sheet is None:
            return self.bare
        quoted = self._sheet.name.replace("'", "''")
        return f"'{quoted}'!{self.bare}"

    @name.setter
    def name(self, value: str) -> None:
        bare = value.rpartition("!")[2]
        self.api.setName(bare)
        self.bare = bare

    @property
    def refers_to(self) -> str:
        """With the equals sign, in Excel's words."""
        return self._book.grammar.to_excel(f"={self.api.Content}")

    @refers_to.setter
    def refers_to(self, value: str) -> None:
        self.api.setContent(_content(self._book, value))

    @property
    def refers_to_range(self) -> Any:
        """The block that it refers to. Raises ValueError where it refers to none."""
        cells = self.api.ReferredCells
        if cells is None:
            raise ValueError(f"the name {self.bare} refers to no block of cells")
        where = cells.RangeAddress
        sheet = self._book.sheets(where.Sheet + 1)
        return sheet.range((where.StartRow + 1, where.StartColumn + 1), (where.EndRow + 1, where.EndColumn + 1))

    def delete(self) -> None:
        self._ranges.removeByName(self.bare)


def _content(book: "Book", refers_to: str) -> str:
    """Return what a name refers to as LibreOffice has it: without the equals sign, which Excel takes or leaves."""
    return book.grammar.from_excel("=" + refers_to.removeprefix("=")).removeprefix("=")
