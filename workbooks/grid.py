"""A sheet as a grid of values: what every reader returns and recognition reads."""

from dataclasses import dataclass, field
from typing import Protocol

from udfs.values.cells import Value


@dataclass(frozen=True, slots=True)
class Area:
    """A block of cells, 0-based, all four sides included."""

    top: int
    left: int
    bottom: int
    right: int


class Details(Protocol):
    """What few cells are asked for: looked up on demand, not read for the whole sheet."""

    def number_format(self, row: int, column: int) -> str:
        """Return the cell's number format code, `General` where it has none."""

    def formula(self, row: int, column: int) -> str | None:
        """Return the cell's formula without `=`, or None where it holds none."""


class NoDetails:
    """Details of formats that have none (CSV) or whose reader gives none."""

    def number_format(self, row: int, column: int) -> str:
        """Return `General`."""
        return "General"

    def formula(self, row: int, column: int) -> str | None:
        """Return None."""
        return None


@dataclass(slots=True)
class Grid:
    """One worksheet. Rows and columns are 0-based and begin at A1, blank trailing ones are cut off.

    rows: rectangular, values of `Value`; in a merged area only the top left cell holds the value.
    uncalculated: cells whose formula has no stored result (value None).
    ours: the cells that an earlier `progress` wrote; recognition passes them by.
    """

    name: str
    rows: list[list[Value]]
    merges: tuple[Area, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    visible: bool = True
    uncalculated: frozenset[tuple[int, int]] = frozenset()
    details: Details = field(default_factory=NoDetails)
    ours: tuple[Area, ...] = ()

    @property
    def width(self) -> int:
        """Return the number of columns."""
        return len(self.rows[0]) if self.rows else 0

    @property
    def height(self) -> int:
        """Return the number of rows."""
        return len(self.rows)


@dataclass(slots=True)
class Book:
    """A workbook as read: its sheets in order (chart sheets and the like are left out).

    format: the type told by content: xlsx, xlsm, xltx, xltm, xls, xlsb, ods, csv, html (a web page), xml (Excel 2003).
    ours: names of the sheets that earlier runs of 生成通报 put in; recognition passes them by.
    warnings: Chinese sentences on what the reader could not carry over.
    """

    path: str
    format: str
    grids: list[Grid]
    date1904: bool = False
    ours: frozenset[str] = frozenset()
    warnings: tuple[str, ...] = ()


def column_letter(column: int) -> str:
    """Return the letters of a 0-based column: 0 → A, 26 → AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_index(letters: str) -> int:
    """Return the 0-based column of its letters: A → 0, AA → 26."""
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - 64
    return column - 1


def address(row: int, column: int) -> str:
    """Return the A1 address of a 0-based cell."""
    return f"{column_letter(column)}{row + 1}"
