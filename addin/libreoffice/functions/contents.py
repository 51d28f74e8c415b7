"""What the cells of a document hold and how they are formatted, without making LibreOffice calculate.

A function that is being calculated must not make other formulas calculate: one that depends on its own cell would be
left in error.
"""

from typing import Any, Final

import uno

from addin.libreoffice.functions.references import LAST_ROW, Area

_CONSTANTS, _FORMULAS = 1 | 2 | 4, 16  # com.sun.star.sheet.CellFlags: numbers, dates, texts; formulas
_DIFFER = uno.Enum("com.sun.star.beans.PropertyState", "AMBIGUOUS_VALUE")
_EMPTY = uno.Enum("com.sun.star.table.CellContentType", "EMPTY")
_PERCENT = 128  # com.sun.star.util.NumberFormat


class _Unknown:
    """What a formula's result is, while it is not calculated."""


UNKNOWN: Final = _Unknown()


class Contents:
    """The cells of a document at one moment; each column is read once."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._columns: dict[tuple[str, int], dict[int, object]] = {}
        self._percents: dict[tuple[str, int], list[bool]] = {}
        self._percent: dict[int, bool] = {}
        self._last_rows: dict[str, int] = {}

    def value(self, sheet: str, column: int, row: int) -> object:
        """Return what a cell holds: a number, a text, None for a blank, UNKNOWN for a formula."""
        key = (sheet, column)
        if key not in self._columns:
            self._columns[key] = self._column(sheet, column)
        return self._columns[key].get(row)

    def is_blank(self, area: Area, sheet: str) -> bool:
        """Return whether a cell is blank now."""
        return bool(self._sheet(sheet).getCellByPosition(area.left, area.top).getType() == _EMPTY)

    def forget(self, place: tuple[str, int, int]) -> None:
        """A cell was filled since: its column, where it was read, holds a formula there."""
        sheet, column, row = place
        if (sheet, column) in self._columns:
            self._columns[sheet, column][row] = UNKNOWN

    def percent(self, area: Area, sheet: str) -> bool | tuple[tuple[bool, ...], ...]:
        """Return whether an area is formatted as percent: for all its cells, or row by row where they differ."""
        bottom = min(area.bottom, max(self._last_row(sheet), area.top))
        columns = [self._shown(sheet, column)[area.top : bottom + 1] for column in range(area.left, area.right + 1)]
        alike = {cell for column in columns for cell in column} or {False}
        return alike.pop() if len(alike) == 1 else tuple(zip(*columns, strict=True))

    def _shown(self, sheet: str, column: int) -> list[bool]:
        """Return which cells of a column are formatted as percent, down to the last row that is used."""
        if (sheet, column) not in self._percents:
            self._percents[sheet, column] = self._cells(sheet, column, 0, self._last_row(sheet))
        return self._percents[sheet, column]

    def _cells(self, sheet: str, column: int, top: int, bottom: int) -> list[bool]:
        """Return a part of a column; halves that are alike are asked once."""
        cells = self._sheet(sheet).getCellRangeByPosition(column, top, column, bottom)
        if top == bottom or cells.getPropertyState("NumberFormat") != _DIFFER:
            return [self._is_percent(cells.getPropertyValue("NumberFormat"))] * (bottom - top + 1)
        middle = (top + bottom) // 2
        return [*self._cells(sheet, column, top, middle), *self._cells(sheet, column, middle + 1, bottom)]

    def _is_percent(self, number_format: int) -> bool:
        if number_format not in self._percent:
            kind = self._document.getNumberFormats().getByKey(number_format).getPropertyValue("Type")
            self._percent[number_format] = bool(kind & _PERCENT)
        return self._percent[number_format]

    def formulas(self, area: Area, sheet: str) -> list[tuple[int, int, str]]:
        """Return the formulas in an area as (column, row, text)."""
        bottom = min(area.bottom, LAST_ROW)
        cells = self._sheet(sheet).getCellRangeByPosition(area.left, area.top, area.right, bottom)
        found = []
        for place in cells.queryContentCells(_FORMULAS).getRangeAddresses():
            texts = self._block(sheet, place).getFormulaArray()
            found += [
                (place.StartColumn + column, place.StartRow + row, text)
                for row, line in enumerate(texts)
                for column, text in enumerate(line)
            ]
        return found

    def _column(self, sheet: str, column: int) -> dict[int, object]:
        cells = self._sheet(sheet).getCellRangeByPosition(column, 0, column, self._last_row(sheet))
        formulas = cells.queryContentCells(_FORMULAS).getRangeAddresses()
        if not formulas:
            return {row: line[0] for row, line in enumerate(cells.getDataArray()) if line[0] != ""}
        values: dict[int, object] = {}
        for place in cells.queryContentCells(_CONSTANTS).getRangeAddresses():
            data = self._block(sheet, place).getDataArray()
            values.update((place.StartRow + row, line[0]) for row, line in enumerate(data))
        for place in formulas:
            values.update(dict.fromkeys(range(place.StartRow, place.EndRow + 1), UNKNOWN))
        return values

    def _last_row(self, sheet: str) -> int:
        if sheet not in self._last_rows:
            cursor = self._sheet(sheet).createCursor()
            cursor.gotoEndOfUsedArea(False)
            self._last_rows[sheet] = int(cursor.getRangeAddress().EndRow)
        return self._last_rows[sheet]

    def _block(self, sheet: str, place: Any) -> Any:
        return self._sheet(sheet).getCellRangeByPosition(
            place.StartColumn, place.StartRow, place.EndColumn, place.EndRow
        )

    def _sheet(self, name: str) -> Any:
        return self._document.getSheets().getByName(name)
