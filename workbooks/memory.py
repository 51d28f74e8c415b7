"""The sheets on which a workbook remembers: 督导设置, 督导历史. The clerk may read, sort, move and edit them.

Such a sheet is known by its headings, wherever they stand and whatever it is called: a copy from another workbook, or
one that another program has saved, counts as well. Of several, the one that we have put in counts.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from udfs.values.cells import CellError
from workbooks.grid import Book, Grid

Memory = Literal["settings", "history"]

_HEADINGS: Mapping[Memory, frozenset[str]] = {
    "settings": frozenset(("设置", "取值", "名称")),
    "history": frozenset(("期次", "截止日期", "项目名称", "校验码")),
}
_HIGHEST = 20  # rows within which the headings are looked for


@dataclass(frozen=True, slots=True)
class Remembered:
    """A sheet of this kind as found. header: the row of its headings (0-based); columns: by heading.

    others: the names of further such sheets, which don't count.
    """

    grid: Grid
    header: int
    columns: Mapping[str, int]
    others: tuple[str, ...] = ()


def remembered(book: Book, kind: Memory) -> Remembered | None:
    """Return the workbook's sheet of this kind, None where there is none."""
    found = [(grid, at) for grid in book.grids if (at := _header(grid, _HEADINGS[kind])) is not None]
    if not found:
        return None
    found.sort(key=lambda each: each[0].name not in book.ours)
    (grid, at), *others = found
    columns = {text: column for column, value in reversed([*enumerate(grid.rows[at])]) if (text := heading(value))}
    return Remembered(grid, at, columns, tuple(other.name for other, _ in others))


def is_memory(grid: Grid) -> bool:
    """Return whether a sheet is one on which the workbook remembers: no ledger, whatever it looks like."""
    return any(_header(grid, headings) is not None for headings in _HEADINGS.values())


def cell_text(value: object) -> str:
    """Return what a cell says, without spaces around it; nothing for a blank or an error."""
    return "" if value is None or isinstance(value, CellError) else str(value).strip()


def heading(value: object) -> str:
    """Return a heading as it is compared: without spaces and line breaks."""
    return "".join(cell_text(value).split())


def _header(grid: Grid, headings: frozenset[str]) -> int | None:
    for row, values in enumerate(grid.rows[:_HIGHEST]):
        if {heading(value) for value in values} >= headings:
            return row
    return None
