"""The columns under a header, seen together: their texts, their cells, their year."""

import re
from functools import cached_property

from udfs.values.cells import Value, figure
from workbooks.grid import Grid
from workbooks.recognition.dictionary import matches
from workbooks.recognition.headers import HeaderBlock
from workbooks.recognition.profile import Profile, profile
from workbooks.recognition.wording import abstract

_MOST_ROWS = 400
_PLAIN_NUMBER = re.compile(r"\s*-?\d[\d,]*(?:\.\d+)?\s*%?\s*", re.ASCII)


class View:
    """A header block and the cells under it, rows `first` to `last`. year: the ledger's by its title, if any."""

    def __init__(self, grid: Grid, block: HeaderBlock, first: int, last: int, year: int | None) -> None:
        self.grid, self.block, self.first, self.last = grid, block, first, last
        self._year = year

    @cached_property
    def profiles(self) -> dict[int, Profile]:
        """Return what the cells of each column are like."""
        return {column: profile(self.grid, column, self.first, self.last) for column in self.block.paths}

    @cached_property
    def year(self) -> int | None:
        """Return the ledger's year: the title's, else that of plan or done, else the latest that a header names."""
        if self._year:
            return self._year
        years: dict[str, list[int]] = {}
        for path in self.block.paths.values():
            for text in path:
                year = abstract(text).period.year
                if year:
                    found = matches(text)
                    before = bool(found) and found[0].field == "done_before_this_year"
                    years.setdefault(found[0].field if found else "", []).append(year + before)
        for name in ("annual_plan", "done_this_year", "done_this_month"):
            if name in years:
                return max(years[name])
        return max((year for found in years.values() for year in found), default=None)

    def numbers(self, *columns: int) -> list[tuple[float, ...]]:
        """Return the rows in which all the columns are numbers, be they typed as text."""
        found: list[tuple[float, ...]] = []
        for row in self.grid.rows[self.first : min(self.last, self.first + _MOST_ROWS) + 1]:
            cells = [number for column in columns if (number := _number(row[column])) is not None]
            if len(cells) == len(columns):
                found.append(tuple(cells))
        return found


def _number(value: Value) -> float | None:
    if isinstance(value, str):
        return float(value.replace(",", "").rstrip("% ")) if _PLAIN_NUMBER.fullmatch(value) else None
    return figure(value)
