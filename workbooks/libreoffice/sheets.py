"""Sheets, Sheet: the worksheets of a workbook."""

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any

from xlwings import base_classes

from workbooks.grid import Area
from workbooks.libreoffice.addresses import areas_of
from workbooks.libreoffice.complete import complete
from workbooks.libreoffice.copying import copy_sheet
from workbooks.libreoffice.names import Names
from workbooks.libreoffice.notes import Note
from workbooks.libreoffice.ranges import Range
from workbooks.libreoffice.views import freeze

if TYPE_CHECKING:
    from workbooks.libreoffice.books import Book


@complete
class Sheets(base_classes.Sheets):
    """The sheets, in the order of their tabs."""

    def __init__(self, book: "Book") -> None:
        self._book = book

    @cached_property
    def api(self) -> Any:
        return self._book.document.Sheets

    @property
    def active(self) -> "Sheet":
        return Sheet(self._book, self._book.document.CurrentController.ActiveSheet)

    def __call__(self, name_or_index: int | str) -> "Sheet":
        if isinstance(name_or_index, int):
            return Sheet(self._book, self.api.getByIndex(name_or_index - 1))
        for number, name in enumerate(self.api.ElementNames):
            if name.casefold() == name_or_index.casefold():
                return Sheet(self._book, self.api.getByIndex(number))
        raise KeyError(name_or_index)

    def __len__(self) -> int:
        return int(self.api.Count)

    def __iter__(self) -> Iterator["Sheet"]:
        sheets = self.api
        for number in range(sheets.Count):
            yield Sheet(self._book, sheets.getByIndex(number))

    def __contains__(self, name: str) -> bool:
        return name.casefold() in (each.casefold() for each in self.api.ElementNames)

    def add(self, before: "Sheet | None" = None, after: "Sheet | None" = None, name: str | None = None) -> "Sheet":
        """Add a sheet before another or after it, before the active one without either; it becomes the active one."""
        sheets = self.api
        at = after.index if after else (before or self.active).index - 1
        number = sheets.Count + 1
        while sheets.hasByName(f"Sheet{number}"):
            number += 1
        title = name or f"Sheet{number}"
        sheets.insertNewByName(title, at)
        sheet = Sheet(self._book, sheets.getByName(title))
        sheet.activate()
        return sheet


@complete
class Sheet(base_classes.Sheet):
    """A worksheet."""

    def __init__(self, book: "Book", sheet: Any) -> None:
        self._book = book
        self._sheet = sheet

    @property
    def api(self) -> Any:
        return self._sheet

    @property
    def book(self) -> "Book":
        return self._book

    @property
    def name(self) -> str:
        return str(self.api.Name)

    @name.setter
    def name(self, value: str) -> None:
        self.api.setName(value)

    @property
    def names(self) -> Names:
        return Names(self.book, self)

    @property
    def index(self) -> int:
        return int(self.api.RangeAddress.Sheet) + 1

    @property
    def visible(self) -> bool:
        """Whether its tab is seen. Of sheets that no list shows LibreOffice knows nothing: they are hidden."""
        return bool(self.api.IsVisible)

    @visible.setter
    def visible(self, value: Any) -> None:
        self.api.IsVisible = value in (True, -1)

    @property
    def cells(self) -> Range:
        where = self.api.RangeAddress
        return Range(self, [Area(0, 0, where.EndRow, where.EndColumn)])

    @property
    def used_range(self) -> Range:
        """What is filled or has a look of its own."""
        cursor = self.api.createCursor()
        cursor.gotoStartOfUsedArea(False)
        cursor.gotoEndOfUsedArea(True)
        where = cursor.RangeAddress
        return Range(self, [Area(where.StartRow, where.StartColumn, where.EndRow, where.EndColumn)])

    def range(self, arg1: Any, arg2: Any = None) -> Range:
        """Return cells by an address, by (row, column), by two corners, or by a defined name.

        A name local to this sheet goes before one of the workbook. Raises ValueError for what is none of these.
        """
        try:
            return Range(self, areas_of(arg1, arg2))
        except ValueError:
            for names in (self.names, self.book.names):
                if arg2 is None and names.contains(arg1):
                    named: Range = names(arg1).refers_to_range
                    return named
            raise

    @property
    def notes(self) -> list[Note]:
        places = ((each, each.Position) for each in self.api.Annotations)
        return [Note(self, place.Row, place.Column, each) for each, place in places]

    @property
    def comments(self) -> list[Any]:
        """None: LibreOffice turns threaded comments into notes."""
        return []

    @property
    def freeze_panes(self) -> "FreezePanes":
        return FreezePanes(self)

    def activate(self) -> None:
        self.book.document.CurrentController.setActiveSheet(self.api)

    def select(self) -> None:
        self.activate()

    def clear_contents(self) -> None:
        self.cells.clear_contents()

    def clear_formats(self) -> None:
        self.cells.clear_formats()

    def clear(self) -> None:
        self.cells.clear()

    def autofit(self, axis: str | None = None) -> None:
        self.used_range.autofit(axis)

    def delete(self) -> None:
        self.book.document.Sheets.removeByName(self.name)

    def copy(self, before: "Sheet | None", after: "Sheet | None") -> None:
        """Copy it before or after a sheet of this or another workbook, with charts, page set-up and frozen panes."""
        place = before or after
        if place is None:
            raise NotImplementedError("LibreOffice: Sheet.copy to a new workbook")
        copy_sheet(self.book.document, self.api, place.book.document, place.index - (1 if before else 0))


@complete
class FreezePanes(base_classes.FreezePanes):
    """The rows and columns of a sheet that stay when it is scrolled."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet

    def freeze_at(self, frozen_range: str) -> None:
        """Freeze all rows and columns up to the end of the range: "A1", "A:A", "1:2"."""
        (area,) = areas_of(frozen_range)
        whole = self._sheet.cells.area
        columns = 0 if area.right >= whole.right else area.right + 1
        rows = 0 if area.bottom >= whole.bottom else area.bottom + 1
        self._freeze(columns, rows)

    def unfreeze(self) -> None:
        self._freeze(0, 0)

    def _freeze(self, columns: int, rows: int) -> None:
        freeze(self._sheet.book.document, self._sheet.api, columns, rows)
