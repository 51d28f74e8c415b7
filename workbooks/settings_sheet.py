"""督导设置: the workbook's own settings, on a sheet that the clerk reads and edits. Here it is found and read.

It is known by its headings, wherever they stand and whatever the sheet is called: a copy from another workbook, or one
that another program has saved, counts as well. Of several, the one that we have put in counts.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from udfs.values.cells import CellError
from workbooks.grid import Book, Grid, address
from workbooks.settings import Settings, Written

SETTINGS = "督导设置"
TITLE, VALUE, KEY, REMARK = "设置", "取值", "名称", "备注"
_HEADINGS = frozenset((TITLE, VALUE, KEY))
_HIGHEST = 20  # rows within which the headings are looked for


@dataclass(frozen=True, slots=True)
class SettingsSheet:
    """The sheet as found. rows: settings in the order of their rows; remarks: the clerk's, by key or title."""

    name: str
    rows: tuple[Written, ...]
    remarks: dict[str, str]
    others: tuple[str, ...] = ()
    """Further sheets with settings, which don't count."""


def find_settings(book: Book) -> SettingsSheet | None:
    """Return the workbook's sheet of settings, None where there is none."""
    found = [(grid, at) for grid in book.grids if (at := _headings(grid)) is not None]
    if not found:
        return None
    found.sort(key=lambda each: each[0].name not in book.ours)
    (grid, at), *others = found
    return _read(grid, at, tuple(other.name for other, _ in others))


def settings_of(book: Book, config: Path | None = None, sets: Sequence[str] = ()) -> Settings:
    """Return the settings in force for a workbook: `--set` over the TOML file over its sheet over the defaults.

    Raises WrongArgument for what is wrong in the former two; what is wrong on the sheet stands in `problems`.
    """
    sheet = find_settings(book)
    return Settings.load(config, sets, sheet.rows if sheet else ())


def _headings(grid: Grid) -> int | None:
    """Return the row of the headings."""
    for row, values in enumerate(grid.rows[:_HIGHEST]):
        if {_text(value) for value in values} >= _HEADINGS:
            return row
    return None


def _read(grid: Grid, at: int, others: tuple[str, ...]) -> SettingsSheet:
    headings = [_text(value) for value in grid.rows[at]]
    title, value, key = (headings.index(word) for word in (TITLE, VALUE, KEY))
    remark = headings.index(REMARK) if REMARK in headings else None
    rows: list[Written] = []
    remarks: dict[str, str] = {}
    for row, cells in enumerate(grid.rows[at + 1 :], at + 1):
        named = _text(cells[key]) or _text(cells[title])
        if not named:
            continue
        if remark is not None and (said := _text(cells[remark])):
            remarks[named] = said
        given = cells[value]
        if given is not None and str(given).strip():
            rows.append(Written(named, given, grid.name, address(row, value)))
    return SettingsSheet(grid.name, tuple(rows), remarks, others)


def _text(value: object) -> str:
    return "" if value is None or isinstance(value, CellError) else str(value).strip()
