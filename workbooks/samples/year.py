"""A year in the life of a city's ledger: `year.xlsx` through 24 half-months, with what happens as `year.toml` says.

`Year().write(path, 7)` brings a copy of the ledger to the seventh half-month, as if its units had filled it in.
"""

import tomllib
from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from workbooks.hosts.file import FileHost
from workbooks.package.cells import Cell
from workbooks.samples import FOLDER

LEDGER = FOLDER / "year.xlsx"
HALF_MONTHS = 24
_FIRST_ROW, _NUMBER, _CODE, _NAME = 3, 0, 1, 2
_EPOCH = date(1899, 12, 30)
_BLANK, _ORIGINAL = "空", "原"


def end_of(half_month: int) -> date:
    """Return the last day of a half-month of 2026, from 1 to 24."""
    month, second = (half_month + 1) // 2, half_month % 2 == 0
    return date(2026, month, monthrange(2026, month)[1] if second else 15)


@dataclass(frozen=True)
class Event:
    """What happens to some projects, as declared in `year.toml`."""

    what: str
    projects: list[int]
    expect: list[str]
    steps: list[dict[str, Any]] = field(default_factory=list)
    shares: list[list[float]] = field(default_factory=list)
    pace: float | None = None
    confirmed: bool = False
    like: int | None = None
    name: str = ""
    at: int = 1
    gone: int = HALF_MONTHS + 1
    approved: Mapping[str, Any] | None = None


class Year:
    """The year: the ledger's rows at each half-month, and what must be found."""

    def __init__(self) -> None:
        told = tomllib.loads(LEDGER.with_suffix(".toml").read_text("utf-8"))
        self._columns: dict[str, int] = told["columns"]
        self.events = [Event(**event) for event in told["event"]]
        self.orders: list[dict[str, Any]] = told["order"]
        self.standings: list[dict[str, int]] = told["standing"]
        self.boards: list[dict[str, Any]] = told["board"]

    @cached_property
    def _base(self) -> tuple[str, dict[int, list[Cell]]]:
        """The sheet's name, and each project's row on 15 January, by its number."""
        grid = FileHost(LEDGER).book.grids[0]
        rows = [[_written(value) for value in row] for row in grid.rows[_FIRST_ROW:]]
        found = {int(_number(row[_NUMBER])): row for row in rows if row[_NUMBER] is not None}
        for event in self.events:
            if event.like:
                number = event.projects[0]
                found[number] = [*found[event.like]]
                found[number][_NUMBER], found[number][_CODE], found[number][_NAME] = number, None, event.name
        return grid.name, found

    @property
    def sheet(self) -> str:
        """Return the name of the ledger's sheet."""
        return self._base[0]

    def rows(self, half_month: int) -> dict[int, list[Cell]]:
        """Return each project's row at the end of a half-month, by its number."""
        found = {}
        for number, base in self._base[1].items():
            own = [event for event in self.events if number in event.projects]
            if all(event.at <= half_month < event.gone for event in own):
                found[number] = self._row(base, own, half_month)
        return found

    def write(self, path: Path, half_month: int) -> None:
        """Bring the ledger in a workbook to the end of a half-month; all else in it stays."""
        host = FileHost(path)
        rows = [*self.rows(half_month).values()]
        width = len(rows[0])
        blank: list[Cell] = [None] * width
        rows += [blank] * (len(self._base[1]) - len(rows))
        host.write_rows(self.sheet, _FIRST_ROW, range(width), rows, _FIRST_ROW)
        host.save_as(new := path.with_name(f"{path.stem}_新{path.suffix}"))
        new.replace(path)

    def confirmed(self) -> dict[str, str]:
        """Return the renames that the settings confirm: old name → new name."""
        return {
            str(self._base[1][number][_NAME]): event.steps[0]["name"]
            for event in self.events
            if event.confirmed
            for number in event.projects
        }

    def expected(self, command: str) -> set[tuple[int, str, int]]:
        """Return what a command must find: half-month, what, and the project's number."""
        return {
            (half_month, what, number)
            for event in self.events
            for half_months, whose, what in map(_expectation, event.expect)
            if whose == command
            for half_month in half_months
            for number in event.projects
        }

    def _row(self, base: list[Cell], events: list[Event], half_month: int) -> list[Cell]:
        row = [*base]
        done, plan = self._columns["done"], self._columns["plan"]
        original = {**dict(enumerate(base)), done: self._done(base, events, half_month)}
        row[done] = original[done]
        steps = [step for event in events for step in event.steps if step["at"] <= half_month]
        for step in sorted(steps, key=lambda step: step["at"]):
            for name, value in step.items():
                if name != "at":
                    at = self._columns[name]
                    row[at] = _stepped(original[at], value)
        if isinstance(row[done], float):
            row[done] = min(_number(row[done]), _number(row[plan]))
        return row

    def _done(self, base: list[Cell], events: list[Event], half_month: int) -> float:
        plan = _number(base[self._columns["plan"]])
        shares = [share for event in events for share in event.shares if share[0] <= half_month <= share[-2]]
        pace = next((event.pace for event in events if event.pace), 1.01 + _number(base[_NUMBER]) % 6 / 100)
        return round(plan * (shares[0][-1] if shares else min(1.0, half_month / HALF_MONTHS * pace)), 1)


def _expectation(line: str) -> tuple[range, str, str]:
    when, command, what = line.split(" ", 2)
    first, _, last = when.partition("-")
    return range(int(first), int(last or first) + 1), command, what


def _stepped(original: Cell, value: object) -> Cell:
    """Return a step's value: 空 is a blank, 原 what was there at first, a share below 1 one of the original amount."""
    if value in (_BLANK, _ORIGINAL):
        return None if value == _BLANK else original
    if isinstance(value, float) and value < 1:
        return round(_number(original) * value, 2)
    return _written(value)


def _written(value: object) -> Cell:
    """Return a value as a cell is written: days as Excel counts them."""
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return (value - _EPOCH).days
    return value if isinstance(value, str | int | float) or value is None else str(value)


def _number(value: Cell) -> float:
    return float(value) if isinstance(value, int | float) else 0.0


def orders_of(year: Year, half_month: int) -> Iterator[dict[str, Any]]:
    """Yield what the supervision office does within a half-month, in order."""
    before = end_of(half_month - 1) if half_month > 1 else date(2025, 12, 31)
    yield from (order for order in year.orders if before < order["on"] <= end_of(half_month))
