"""Blocks of cells: where they are, and the blocks and cells around them."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Self

from xlwings import base_classes

from workbooks.grid import Area
from workbooks.libreoffice.addresses import said, size_of
from workbooks.libreoffice.uno_words import range_address

if TYPE_CHECKING:
    from workbooks.libreoffice.sheets import Sheet

FILLED = 1 | 2 | 4 | 16
"""Cells that are not blank: com.sun.star.sheet.CellFlags VALUE, DATETIME, STRING, FORMULA."""


class Blocks(base_classes.Range):
    """Blocks of cells of one sheet, one or more. What is asked of several is the first's."""

    options: Any

    def __init__(self, sheet: "Sheet", areas: Sequence[Area]) -> None:
        self.sheet = sheet
        self.areas = tuple(areas)

    @property
    def area(self) -> Area:
        """The first block, 0-based."""
        return self.areas[0]

    @property
    def api(self) -> Any:
        """LibreOffice's own object: a cell range, or several; None for an empty block, as xlwings has it."""
        if not len(self):
            return None
        if len(self.areas) == 1:
            return self._cells(self.area)
        several = self._document.createInstance("com.sun.star.sheet.SheetCellRanges")
        sheet = self.sheet.index - 1
        addresses = tuple(range_address(sheet, a.top, a.left, a.bottom, a.right) for a in self.areas)
        several.addRangeAddresses(addresses, False)
        return several

    @property
    def _block(self) -> Any:
        """LibreOffice's cell range, of what can't be read or written in several."""
        if len(self.areas) > 1:
            raise NotImplementedError("LibreOffice: Range of several blocks, read or written")
        return self._cells(self.area)

    def _cells(self, area: Area) -> Any:
        return self.sheet.api.getCellRangeByPosition(area.left, area.top, area.right, area.bottom)

    @property
    def _first_cell(self) -> Any:
        return self.sheet.api.getCellByPosition(self.area.left, self.area.top)

    @property
    def _document(self) -> Any:
        return self.sheet.book.document

    def _of(self, where: Any) -> Self:
        """Return the block of this sheet that LibreOffice tells the address of."""
        return type(self)(self.sheet, [Area(where.StartRow, where.StartColumn, where.EndRow, where.EndColumn)])

    @property
    def coords(self) -> tuple[str, int, int, int, int]:
        return self.sheet.name, self.row, self.column, *self.shape

    @property
    def row(self) -> int:
        return self.area.top + 1

    @property
    def column(self) -> int:
        return self.area.left + 1

    @property
    def shape(self) -> tuple[int, int]:
        return size_of(self.area)

    def __len__(self) -> int:
        return sum(height * width for height, width in map(size_of, self.areas))

    def __bool__(self) -> bool:
        """True, as of any object: xlwings asks a range whether it is there, not whether it is empty."""
        return True

    def __call__(self, row: int, column: int | None = None) -> Self:
        """Return the cell at this place of the block, or the cell of this number, row by row; from 1."""
        if column is None:
            down, across = divmod(row - 1, self.shape[1])
        else:
            down, across = row - 1, column - 1
        return self._cell((self.area.top + down, self.area.left + across))

    def _cell(self, place: tuple[int, int]) -> Self:
        return type(self)(self.sheet, [Area(*place, *place)])

    @property
    def address(self) -> str:
        return said(self.areas)

    def get_address(self, row_absolute: bool, col_absolute: bool, external: bool) -> str:
        address = said(self.areas, row_absolute=row_absolute, column_absolute=col_absolute)
        if not external:
            return address
        book, sheet = self.sheet.book.name, self.sheet.name.replace("'", "''")
        return f"'[{book}]{sheet}'!{address}"

    @property
    def current_region(self) -> Self:
        """The block up to blank rows and columns around it. A cell that nothing touches is its own."""
        cursor = self.sheet.api.createCursorByRange(self._block)
        cursor.collapseToCurrentRegion()
        region = self._of(cursor.RangeAddress)
        return region if region.holds(self) else self  # outside the used area LibreOffice tells of other cells

    def holds(self, other: "Blocks") -> bool:
        """Return whether the first block lies within this one's first."""
        outer, inner = self.area, other.area
        return (
            outer.top <= inner.top and outer.left <= inner.left
            and inner.bottom <= outer.bottom and inner.right <= outer.right
        )  # fmt: skip

    def end(self, direction: str) -> Self:
        """Return the last filled cell before a blank one, the first filled one after blanks, else the sheet's edge."""
        row, column = self.area.top, self.area.left
        sheet, used = self.sheet.cells.area, self.sheet.used_range.area
        across = Area(row, min(column, used.left), row, max(column, used.right))
        along = Area(min(row, used.top), column, max(row, used.bottom), column)
        line, edge = {
            "down": (replace(along, top=row), (sheet.bottom, column)),
            "up": (replace(along, bottom=row), (0, column)),
            "right": (replace(across, left=column), (row, sheet.right)),
            "left": (replace(across, right=column), (row, 0)),
        }[direction]

        def distance(cell: tuple[int, int]) -> int:
            return abs(cell[0] - row) + abs(cell[1] - column)

        stops = []
        for filled in self._cells(line).queryContentCells(FILLED).getRangeAddresses():
            ends = (filled.StartRow, filled.StartColumn), (filled.EndRow, filled.EndColumn)
            nearest, last = sorted(ends, key=distance)
            if last != (row, column):  # else this cell stands alone
                stops.append(last if nearest == (row, column) else nearest)
        return self._cell(min(stops, key=distance, default=edge))

    def select(self) -> None:
        self.sheet.activate()
        self._document.CurrentController.select(self._block)
