"""How cells look: colours, fonts, number formats, wrapping; widths, heights and hiding of their columns and rows."""

from collections.abc import Iterable
from typing import Any

from workbooks.grid import Area
from workbooks.libreoffice.blocks import Blocks
from workbooks.libreoffice.colours import NO_FILL, colour_number, rgb
from workbooks.libreoffice.fonts import Font
from workbooks.libreoffice.number_formats import format_code, format_key

_PIXEL, _POINT = 2540 / 96, 2540 / 72  # in 1/100 mm, LibreOffice's unit
_PADDING = 5 / 7  # in digits: what Excel leaves beside a cell's text, and doesn't count


class Looks(Blocks):
    """Blocks of cells that are looked at; None where the cells differ. Looks are given to all blocks."""

    def shared(self, name: str) -> Any:
        """Return a property of LibreOffice's that all cells share, None where they differ."""
        cells = self.api
        if len(self) > 1 and cells.getPropertyState(name).value == "AMBIGUOUS_VALUE":
            return None
        return cells.getPropertyValue(name)

    @property
    def color(self) -> tuple[int, int, int] | None:
        number = self.shared("CellBackColor")
        return None if number in (None, NO_FILL) else rgb(number)

    @color.setter
    def color(self, value: Any) -> None:
        self.api.CellBackColor = NO_FILL if value is None else colour_number(value)

    @property
    def font(self) -> Font:
        return Font(self)

    @property
    def number_format(self) -> str | None:
        key = self.shared("NumberFormat")
        return None if key is None else format_code(self._document, key)

    @number_format.setter
    def number_format(self, value: str) -> None:
        self.api.NumberFormat = format_key(self._document, value)

    @property
    def wrap_text(self) -> bool | None:
        wraps: bool | None = self.shared("IsTextWrapped")
        return wraps

    @wrap_text.setter
    def wrap_text(self, value: bool) -> None:
        self.api.IsTextWrapped = bool(value)

    @property
    def column_width(self) -> float | None:
        """In digits of the workbook's default font; None where columns differ."""
        columns = self._block.Columns
        width = _alike(columns.getByIndex(number).Width for number in range(self.shape[1]))
        return None if width is None else round(width / _PIXEL / self.sheet.book.digit - _PADDING, 2)

    @column_width.setter
    def column_width(self, value: float) -> None:
        self._block.Columns.Width = round((value + _PADDING) * self.sheet.book.digit * _PIXEL)

    @property
    def row_height(self) -> float | None:
        """In points; None where rows differ."""
        rows = self._block.Rows
        height = _alike(rows.getByIndex(number).Height for number in range(self.shape[0]))
        return None if height is None else round(height / _POINT, 2)

    @row_height.setter
    def row_height(self, value: float) -> None:
        self._block.Rows.Height = round(value * _POINT)

    @property
    def row_hidden(self) -> bool | None:
        """Whether its rows are hidden, by hand or by a filter."""
        where = self.sheet.api.RangeAddress
        seen = self._seen(Area(self.area.top, 0, self.area.bottom, where.EndColumn))
        return _none_or_all({r for a in seen for r in range(a.StartRow, a.EndRow + 1)}, self.shape[0])

    @row_hidden.setter
    def row_hidden(self, value: bool) -> None:
        self._block.Rows.IsVisible = not value

    @property
    def column_hidden(self) -> bool | None:
        """Whether its columns are hidden."""
        where = self.sheet.api.RangeAddress
        seen = self._seen(Area(0, self.area.left, where.EndRow, self.area.right))
        return _none_or_all({c for a in seen for c in range(a.StartColumn, a.EndColumn + 1)}, self.shape[1])

    @column_hidden.setter
    def column_hidden(self, value: bool) -> None:
        self._block.Columns.IsVisible = not value

    def _seen(self, area: Area) -> Iterable[Any]:
        addresses: Iterable[Any] = self._cells(area).queryVisibleCells().getRangeAddresses()
        return addresses

    def autofit(self, axis: str | None = None) -> None:
        """Fit columns, rows, or both, to what they hold: axis "c", "r", None."""
        if axis in (None, "c", "columns"):
            self._block.Columns.OptimalWidth = True
        if axis in (None, "r", "rows"):
            self._block.Rows.OptimalHeight = True


def _none_or_all(seen: set[int], count: int) -> bool | None:
    return not seen if len(seen) in (0, count) else None


def _alike(sizes: Iterable[int]) -> int | None:
    """Return the size that all have, None at the first that differs."""
    first = None
    for size in sizes:
        if first not in (None, size):
            return None
        first = size
    return first
