"""Blocks of cells ↔ how they are asked for: "A1", "$B$2:C9,E1", "A:C", "3:3", (row, column), two corners."""

import re
from collections.abc import Iterable
from typing import Any

from workbooks.grid import Area, address, column_index

ROWS, COLUMNS = 1_048_576, 16_384
"""How far a sheet goes, in Excel and in LibreOffice from 7.4 on."""

_PART = re.compile(r"\$?([A-Za-z]{0,3})\$?([0-9]*)$")


def areas_of(first: Any, second: Any = None) -> list[Area]:
    """Return the blocks that `Sheet.range` is asked for.

    An address of blocks parted by commas; a cell (row, column) from 1; two corners, which may be ranges; or, as xlwings
    itself asks for slices, (row, column, height, width), which may be empty. Raises ValueError for a text that is no
    address, IndexError for a row or column that is none.
    """
    if isinstance(first, tuple) and len(first) == 4:
        row, column, height, width = first
        return [Area(row - 1, column - 1, row + height - 2, column + width - 2)]
    if second is not None:
        return [_between(_corner(first), _corner(second))]
    if isinstance(first, str):
        return [_area(part) for part in first.split(",")]
    return [_corner(first)]


def size_of(area: Area) -> tuple[int, int]:
    """Return how many rows and columns it has."""
    return area.bottom - area.top + 1, area.right - area.left + 1


def said(areas: Iterable[Area], *, row_absolute: bool = True, column_absolute: bool = True) -> str:
    """Return the address of blocks as Excel says it: "$A$1:$B$2,$D$4", "$A:$C" for whole columns, "$3:$3" for rows.

    Of an empty block, as xlwings: "$A$1{0x3}".
    """
    rows, columns = "$" if row_absolute else "", "$" if column_absolute else ""

    def one(area: Area) -> str:
        letters = [columns + address(0, column)[:-1] for column in (area.left, area.right)]
        numbers = [f"{rows}{row + 1}" for row in (area.top, area.bottom)]
        if (area.top, area.bottom) == (0, ROWS - 1) and (area.left, area.right) != (0, COLUMNS - 1):
            return ":".join(letters)
        if (area.left, area.right) == (0, COLUMNS - 1):
            return ":".join(numbers)
        if 0 in size_of(area):
            return "{}{}{{{}x{}}}".format(letters[0], numbers[0], *size_of(area))
        corners = [letter + number for letter, number in zip(letters, numbers, strict=True)]
        return ":".join(dict.fromkeys(corners))

    return ",".join(one(area) for area in areas)


def _corner(corner: Any) -> Area:
    if isinstance(corner, str):
        return _area(corner)
    if not isinstance(corner, tuple):
        area: Area = getattr(corner, "impl", corner).area
        return area
    row, column = corner
    if not (1 <= row <= ROWS and 1 <= column <= COLUMNS):
        raise IndexError(f"no cell ({row}, {column}): rows and columns are counted from 1")
    return Area(row - 1, column - 1, row - 1, column - 1)


def _between(one: Area, other: Area) -> Area:
    return Area(
        min(one.top, other.top), min(one.left, other.left), max(one.bottom, other.bottom), max(one.right, other.right)
    )


def _area(text: str) -> Area:
    corners = [_PART.match(part.strip()) for part in text.split(":")]
    if not 1 <= len(corners) <= 2 or not all(found and (found[1] or found[2]) for found in corners):
        raise ValueError(f"no address of cells: {text}")
    kinds = {(bool(found[1]), bool(found[2])) for found in corners if found}
    if len(kinds) > 1 or (len(corners) == 1 and kinds != {(True, True)}):
        raise ValueError(f"no address of cells: {text}")
    ends = []
    for last, found in ((False, corners[0]), (True, corners[-1])):
        assert found
        row = int(found[2]) - 1 if found[2] else (ROWS - 1 if last else 0)
        column = column_index(found[1]) if found[1] else (COLUMNS - 1 if last else 0)
        if not (0 <= row < ROWS and column < COLUMNS):
            raise ValueError(f"no address of cells: {text}")
        ends.append(Area(row, column, row, column))
    return _between(*ends)
