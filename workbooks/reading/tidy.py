"""Raw cells made into a grid: blanks None, dates `datetime`, rows rectangular and cut where nothing follows."""

import re
from collections.abc import Iterable
from datetime import date, datetime

from udfs.values.cells import Value
from workbooks.grid import Area, Grid, address

_MOST_CELLS = 16_000_000
_LONGEST_NAME = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")


def cut(rows: list[list[Value]]) -> list[list[Value]]:
    """Return the rows without blank trailing rows and columns; rows of unequal length are filled up with None."""
    while rows and all(value is None for value in rows[-1]):
        rows.pop()
    width = max(map(len, rows), default=0)
    for row in rows:
        if len(row) < width:
            row.extend([None] * (width - len(row)))
    used = width
    while used and all(row[used - 1] is None for row in rows):
        used -= 1
    return rows if used == width else [row[:used] for row in rows]


def laid_out(cells: dict[tuple[int, int], Value]) -> tuple[list[list[Value]], list[str]]:
    """Return the cells as rows, and a sentence for the clerk where cells stand too far away to be laid out."""
    filled = sorted(place for place, value in cells.items() if value is not None)
    kept, left_out = _within_reach(filled)
    height = max((row for row, _ in kept), default=-1) + 1
    width = max((column for _, column in kept), default=-1) + 1
    rows: list[list[Value]] = [[None] * width for _ in range(height)]
    for row, column in kept:
        rows[row][column] = cells[row, column]
    if not left_out:
        return rows, []
    return rows, [f"有{len(left_out)}个单元格离表格太远（如{address(*left_out[0])}），没有读入，如有用请移到表格旁边。"]


def _within_reach(filled: list[tuple[int, int]]) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Return the cells that make a table of bearable size, and those that lie beyond it."""
    for widest, highest in ((16_384, 1_048_576), (1_024, 1_048_576), (256, 60_000)):
        kept = [(row, column) for row, column in filled if column < widest and row < highest]
        area = (max((row for row, _ in kept), default=0) + 1) * (max((column for _, column in kept), default=0) + 1)
        if area <= max(_MOST_CELLS, 4 * len(kept)):
            break
    inside = set(kept)
    return kept, [place for place in filled if place not in inside]


def clipped(merges: Iterable[Area], rows: list[list[Value]]) -> tuple[Area, ...]:
    """Return the merged areas as far as they lie on the rows; those of which one cell or none is left are left out."""
    height, width = len(rows), len(rows[0]) if rows else 0
    areas = (Area(area.top, area.left, min(area.bottom, height - 1), min(area.right, width - 1)) for area in merges)
    return tuple(
        area
        for area in areas
        if area.top <= area.bottom and area.left <= area.right and (area.top, area.left) != (area.bottom, area.right)
    )


def clip_hidden(grid: Grid) -> Grid:
    """Return the grid with its hidden rows and columns beyond the last value left out."""
    grid.hidden_rows = frozenset(row for row in grid.hidden_rows if row < grid.height)
    grid.hidden_columns = frozenset(column for column in grid.hidden_columns if column < grid.width)
    return grid


def name_properly(grids: list[Grid]) -> list[Grid]:
    """Return the grids, renamed where Excel could not take a name: too long, forbidden characters, or doubled."""
    taken: set[str] = set()
    for grid in grids:
        wanted = _FORBIDDEN.sub("_", grid.name).strip("'")[:_LONGEST_NAME].strip() or "Sheet1"
        grid.name, number = wanted, 1
        while grid.name.casefold() in taken:
            number += 1
            grid.name = f"{wanted[: _LONGEST_NAME - len(str(number))]}{number}"
        taken.add(grid.name.casefold())
    return grids


def as_moment(value: Value) -> Value:
    """Return a bare date as the datetime of its midnight, anything else as it is."""
    if type(value) is date:
        return datetime(value.year, value.month, value.day)
    return value
