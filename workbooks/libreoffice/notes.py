"""Note: what is noted on a cell."""

from typing import TYPE_CHECKING, Any

from xlwings import base_classes

from workbooks.grid import Area
from workbooks.libreoffice.complete import complete
from workbooks.libreoffice.uno_words import struct

if TYPE_CHECKING:
    from workbooks.libreoffice.ranges import Range
    from workbooks.libreoffice.sheets import Sheet


def add_note(sheet: "Sheet", row: int, column: int, text: str) -> "Note":
    """Put a note on a cell, 0-based; LibreOffice signs it with the user's name in its settings."""
    where = struct("table.CellAddress", sheet.api.RangeAddress.Sheet, column, row)
    sheet.api.Annotations.insertNew(where, text)
    return Note(sheet, row, column, sheet.api.getCellByPosition(column, row).Annotation)


def note_of(sheet: "Sheet", row: int, column: int) -> "Note | None":
    """Return the note on a cell, None where it has none: LibreOffice hands over an empty one then."""
    annotation = sheet.api.getCellByPosition(column, row).Annotation
    return Note(sheet, row, column, annotation) if annotation.String else None


@complete
class Note(base_classes.Note):
    """The note on a cell."""

    def __init__(self, sheet: "Sheet", row: int, column: int, annotation: Any) -> None:
        self._sheet = sheet
        self._place = row, column
        self._annotation = annotation

    @property
    def api(self) -> Any:
        return self._annotation

    @property
    def text(self) -> str:
        return str(self.api.String)

    @text.setter
    def text(self, value: str) -> None:
        self.api.setString(value)

    @property
    def author(self) -> str:
        return str(self.api.Author)

    @property
    def location(self) -> "Range":
        from workbooks.libreoffice.ranges import Range

        return Range(self._sheet, [Area(*self._place, *self._place)])

    def delete(self) -> None:
        annotations = self._sheet.api.Annotations
        for number in range(annotations.Count):
            where = annotations.getByIndex(number).Position
            if (where.Row, where.Column) == self._place:
                annotations.removeByIndex(number)
                return
