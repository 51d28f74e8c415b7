"""The sheets on which a workbook remembers: 督导设置, 督导历史, 底线目标, 督办台账.

The clerk may read, sort, move and edit them. Such a sheet is known by its headings, wherever they stand and whatever it
is called: a copy from another workbook, or one that another program has saved, counts as well. Of several, the one that
we have put in counts.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from udfs.values.cells import CellError, DateSpan, Value
from udfs.values.dates import read_date
from udfs.values.text import display
from workbooks.errors import WrongArgument
from workbooks.grid import Book, Grid
from workbooks.sheets.columns import columns_of
from workbooks.sheets.texts import sheet_names, text

Memory = Literal["settings", "history", "baseline", "items"]

_HEADINGS: Mapping[Memory, frozenset[str]] = {
    "settings": frozenset(("设置", "取值", "名称")),
    "history": frozenset(("期次", "截止日期", "项目名称", "校验码")),
    "baseline": frozenset(("冻结日期", "项目名称", "批准文号", "校验码")),
    "items": frozenset(("编号", "督办事项", "本次办理", "办理经过")),
}
_HIGHEST = 200  # rows within which the headings are looked for
_MOST_NOTICED = 5
_SERIALS = range(20_000, 80_000)  # days from 1954 to 2119, as Excel counts them


@dataclass(frozen=True, slots=True)
class Remembered:
    """A sheet of this kind as found. header: the row of its headings (0-based); columns: by heading.

    others: the names of further such sheets, which don't count.
    """

    grid: Grid
    header: int
    columns: Mapping[str, int]
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Noticed:
    """What was noticed on such a sheet. row: where (0-based), None where that can't be told; message: in Chinese."""

    row: int | None
    message: str

    def as_json(self) -> dict[str, object]:
        """Return it as a command's JSON shows it: rows counted from 1."""
        return {"row": None if self.row is None else self.row + 1, "message": self.message}


def in_short(noticed: Sequence[Noticed]) -> str:
    """Return what was noticed as part of a sentence: the first few of many, and how many there are."""
    said = "；".join(one.message for one in noticed[:_MOST_NOTICED])
    return said + (text("memory.more", count=len(noticed)) if len(noticed) > _MOST_NOTICED else "")


def remembered(book: Book, kind: Memory) -> Remembered | None:
    """Return the workbook's sheet of this kind, None where there is none.

    Raises WrongArgument where there is one of ours whose headings are no longer complete: taken for missing, it would
    be replaced by a new one, and what it remembers would be lost.
    """
    name = sheet_names()[kind]
    found = [(grid, at) for grid in book.grids if (at := _header(grid, _HEADINGS[kind])) is not None]
    if not found:
        for grid in book.grids:
            if grid.name == name and name in book.ours:
                raise WrongArgument(_incomplete(grid, _HEADINGS[kind]), "incomplete_headings")
        return None
    found.sort(key=lambda each: (each[0].name not in book.ours, each[0].name != name))
    (grid, at), *others = found
    columns = {said: column for column, value in reversed([*enumerate(grid.rows[at])]) if (said := heading(value))}
    return Remembered(grid, at, columns, tuple(other.name for other, _ in others))


def others_noticed(found: Remembered) -> list[Noticed]:
    """Return that there are further sheets of this kind, which don't count."""
    return [Noticed(None, text("memory.other", sheet=found.grid.name, other=other)) for other in found.others]


def _incomplete(grid: Grid, headings: frozenset[str]) -> str:
    """Return which headings are missing in the row that has most of them."""
    rows = [headings & {heading(value) for value in values} for values in grid.rows[:_HIGHEST]]
    missing = headings - max(rows, key=len, default=frozenset())
    named = "、".join(f"“{each}”" for each in sorted(missing))
    return text("memory.incomplete", sheet=grid.name, headings=named)


def fields_of(found: Remembered, sheet: str) -> dict[str, int]:
    """Return where each field stands that `columns.toml` declares for the sheet, as far as its heading is there."""
    titles = {heading(column.title): column.field for column in columns_of(sheet)}
    return {titles[title]: at for title, at in found.columns.items() if title in titles}


def rows_of(found: Remembered, columns: Mapping[str, int]) -> dict[int, dict[str, Value]]:
    """Return what each row below the headings says, by field, as far as it says anything. columns: of the fields."""
    below = enumerate(found.grid.rows[found.header + 1 :], found.header + 1)
    rows = {row: {field: cells[at] for field, at in columns.items()} for row, cells in below}
    return {row: held for row, held in rows.items() if any(map(cell_text, held.values()))}


def next_row(found: Remembered, rows: Mapping[int, object]) -> int:
    """Return the first row below all that stands under the headings. rows: those, by their numbers."""
    return max(rows, default=found.header) + 1


def is_memory(grid: Grid) -> bool:
    """Return whether a sheet is one on which the workbook remembers: no ledger, whatever it looks like."""
    return any(_header(grid, headings) is not None for headings in _HEADINGS.values())


def cell_text(value: object) -> str:
    """Return what a cell says as a clerk reads it, without spaces around it; nothing for a blank or an error.

    So a code or a day that was typed anew, of which the program makes a number or a date, says what it said.
    """
    return "" if isinstance(value, CellError) else display(value).strip()  # type: ignore[arg-type]


def cell_day(value: object) -> date | None:
    """Return the day that a cell holds, as a date, a number or a text, ours or a clerk's; None where it holds none."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, int | float) and not isinstance(value, bool):
        return date(1899, 12, 30) + timedelta(int(value)) if int(value) in _SERIALS else None
    try:
        return date.fromisoformat(cell_text(value))
    except ValueError:
        read = read_date(cell_text(value)).value
    return read.first if isinstance(read, DateSpan) and read.first == read.last else None


def heading(value: object) -> str:
    """Return a heading as it is compared: without spaces and line breaks."""
    return "".join(cell_text(value).split())


def _header(grid: Grid, headings: frozenset[str]) -> int | None:
    for row, values in enumerate(grid.rows[:_HIGHEST]):
        if {heading(value) for value in values} >= headings:
            return row
    return None
