"""Number formats and formulas of an open workbook's cells, asked for when they are wanted."""

from functools import cached_property
from typing import TYPE_CHECKING, Any

from workbooks.grid import Area
from workbooks.hosts.live_names import block
from workbooks.hosts.natives import native

if TYPE_CHECKING:
    from xlwings import Sheet


class LiveDetails:
    """Details of one sheet's used area: all formulas come in one call; formats of a column in one where they agree."""

    def __init__(self, sheet: "Sheet", area: Area) -> None:
        self._sheet = sheet
        self._area = area
        self._formats: dict[int, list[tuple[int, int, str]]] = {}

    def number_format(self, row: int, column: int) -> str:
        """Return the cell's number format code, `General` where it has none."""
        known = self._formats.setdefault(column, [])
        for top, bottom, code in known:
            if top <= row <= bottom:
                return code
        top, bottom = (0, self._area.bottom) if row <= self._area.bottom else (row, row)
        for first, last, _ in known:
            top = max(top, last + 1) if last < row else top
            bottom = min(bottom, first - 1) if first > row else bottom
        while True:
            code = block(self._sheet, Area(top, column, bottom, column)).number_format
            if code is not None or top == bottom:
                break
            middle = (top + bottom) // 2
            top, bottom = (top, middle) if row <= middle else (middle + 1, bottom)
        known.append((top, bottom, code or "General"))
        return code or "General"

    def formula(self, row: int, column: int) -> str | None:
        """Return the cell's formula without `=`, or None where it holds none."""
        if row > self._area.bottom or column > self._area.right:
            return None
        text = self._formulas[row][column]
        if not isinstance(text, str) or not text.startswith("=") or len(text) < 2:
            return None
        # a text that begins with an equals sign reads like a formula here, but is its own value
        return None if self._value(row, column) == text else text[1:]

    @cached_property
    def _formulas(self) -> list[list[Any]]:
        return as_rows(block(self._sheet, self._area).formula)

    def _value(self, row: int, column: int) -> object:
        return self._values.get((row, column))

    @cached_property
    def _values(self) -> dict[tuple[int, int], object]:
        """Return the values of the cells whose formula may be a text."""
        values = as_rows(native(self._sheet.book.app).exact_values(block(self._sheet, self._area)))
        return {
            (row, column): value
            for row, cells in enumerate(values)
            for column, value in enumerate(cells)
            if isinstance(value, str) and value.startswith("=")
        }


def as_rows(answer: Any) -> list[list[Any]]:
    """Return what a program says of a block as rows: it says a single cell's word bare, and a single row flat."""
    if not isinstance(answer, (list, tuple)):
        return [[answer]]
    if answer and not isinstance(answer[0], (list, tuple)):
        return [list(answer)]
    return [list(row) for row in answer]
