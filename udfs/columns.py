"""Arguments as blocks of cells, brought to one shape: a single cell goes with every row, one row with many.

A block is a rectangle of cells, row by row. Nothing here looks into a cell.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final, Generic, TypeVar

_Cell = TypeVar("_Cell")
_Other = TypeVar("_Other")


class Missing(Enum):
    """What stands for an argument that was not given; a blank cell is None."""

    MISSING = "missing"


MISSING: Final = Missing.MISSING


class UnequalSizes(ValueError):
    """Blocks that can't be brought to one shape. along: `行` or `列`; sizes: the rows or columns of each block."""

    def __init__(self, along: str, sizes: Sequence[int]) -> None:
        super().__init__(f"{along}: {sizes}")
        self.along = along
        self.sizes = sizes


@dataclass(frozen=True, slots=True)
class Block(Generic[_Cell]):
    """A rectangle of cells. cells: row by row, rows × columns of them."""

    rows: int
    columns: int
    cells: list[_Cell]

    def with_cells(self, cells: list[_Other]) -> "Block[_Other]":
        """Return a block of the same shape with other cells."""
        return Block(self.rows, self.columns, cells)

    def as_rows(self) -> list[list[_Cell]]:
        """Return the cells as a list of rows."""
        return [self.cells[start : start + self.columns] for start in range(0, len(self.cells), self.columns)]

    def spread(self, rows: int, columns: int) -> list[_Cell]:
        """Return the cells of the block as it goes with every row or column of a larger shape."""
        if (self.rows, self.columns) == (rows, columns):
            return self.cells
        if len(self.cells) == 1:
            return self.cells * (rows * columns)
        wide = [cell for row in self.as_rows() for cell in (row if self.columns == columns else row * columns)]
        return wide if self.rows == rows else wide * rows


def block(argument: object) -> Block[object]:
    """Return an argument, a scalar or rows of cells, as a block; short rows are filled with blanks.

    A flat list is a column; a list without a cell is one blank.
    """
    if not isinstance(argument, list | tuple):
        return Block(1, 1, [argument])
    rows = [row if isinstance(row, list | tuple) else (row,) for row in argument]
    width = max(map(len, rows), default=0)
    if not width:
        return Block(1, 1, [None])
    if width == 1 and all(rows):
        return Block(len(rows), 1, [row[0] for row in rows])
    return Block(len(rows), width, [cell for row in rows for cell in (*row, *[None] * (width - len(row)))])


def common_shape(blocks: Iterable[Block[_Cell]]) -> tuple[int, int]:
    """Return the rows and columns to which all blocks can be spread. UnequalSizes where there are none."""
    blocks = list(blocks)
    rows, columns = [each.rows for each in blocks], [each.columns for each in blocks]
    for along, sizes in (("行", rows), ("列", columns)):
        if len(set(sizes) - {1}) > 1:
            raise UnequalSizes(along, sizes)
    return max(rows, default=1), max(columns, default=1)
