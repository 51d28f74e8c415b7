"""A sheet as an office makes it: styles by role, columns as data, sums that are formulas with their result."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from math import ceil
from pathlib import Path
from typing import Any
from unicodedata import east_asian_width

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from workbooks.grid import column_letter
from workbooks.samples.make.projects import Project
from workbooks.samples.make.tables import table

MADE = datetime(2026, 7, 2, 9, 0, tzinfo=UTC)
"""When all samples say that they were made."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula and the result that Excel would have stored with it."""

    text: str
    result: float | str


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a ledger.

    value: what a project shows in it, given its 1-based row; `{key}` in a formula stands for the column of that key.
    headers: from the topmost header row down; the last one is repeated downwards by merging.
    """

    key: str
    headers: tuple[str, ...]
    width: float
    role: str
    value: Callable[[Project, int], object]
    summed: bool = False


class Paper:
    """A workbook being written, with the same bytes on every run."""

    def __init__(self, path: Path, title: str) -> None:
        self.book = xlsxwriter.Workbook(path, {"in_memory": True})
        self.book.set_properties(
            {"title": title, "author": "云岭市重点项目工作专班", "created": MADE.replace(tzinfo=None)}
        )
        self._formats: dict[tuple[str, str], Format] = {}

    def style(self, role: str, **changes: object) -> Format:
        """Return the format of a role, with properties changed."""
        key = (role, repr(sorted(changes.items())))
        if key not in self._formats:
            styles = table("styles")
            self._formats[key] = self.book.add_format(styles["base"] | styles[role] | changes)
        return self._formats[key]

    def sheet(self, name: str, paper: int = 8) -> Worksheet:
        """Return a new sheet, landscape on A3 (8) or A4 (9), one page wide, with page numbers."""
        sheet = self.book.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(paper)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
        sheet.set_footer('&C&"宋体,Regular"&10第 &P 页 共 &N 页')
        sheet.center_horizontally()
        return sheet

    def title(self, sheet: Worksheet, row: int, text: str, width: int) -> None:
        """Write the title across all columns."""
        sheet.set_row(row, 36)
        sheet.merge_range(row, 0, row, width - 1, text, self.style("title"))

    def put(self, sheet: Worksheet, row: int, column: int, value: object, style: Format) -> None:
        """Write a value in its own kind; a text is never taken for a formula."""
        match value:
            case Formula(text, result):
                sheet.write_formula(row, column, text, style, result)
            case None:
                sheet.write_blank(row, column, None, style)
            case str():
                sheet.write_string(row, column, value, style)
            case date():
                sheet.write_datetime(row, column, datetime(value.year, value.month, value.day), style)
            case int() | float():
                sheet.write_number(row, column, value, style)
            case _:
                raise TypeError(f"no way to write {value!r}")

    def save(self) -> None:
        """Write the file."""
        self.book.close()


class Table:
    """A ledger's columns on a sheet: headers, project rows, rows with sums."""

    def __init__(self, paper: Paper, sheet: Worksheet, columns: Sequence[Column]) -> None:
        self.paper, self.sheet, self.columns = paper, sheet, columns
        self.at = {column.key: place for place, column in enumerate(columns)}
        self.letters = {key: column_letter(place) for key, place in self.at.items()}

    def headers(self, top: int, heights: Sequence[float]) -> int:
        """Write the header rows from `top` (0-based), parents merged across, and return the row below them."""
        depth = len(heights)
        for place, column in enumerate(self.columns):
            self.sheet.set_column(place, place, column.width)
        for row, height in enumerate(heights):
            self.sheet.set_row(top + row, height)
        done: set[tuple[int, int]] = set()
        style = self.paper.style("header")
        for place, column in enumerate(self.columns):
            for level, text in enumerate(column.headers):
                if (level, place) in done:
                    continue
                last = place
                while level < len(column.headers) - 1 and self._same(last + 1, column.headers[: level + 1]):
                    last += 1
                bottom = depth - 1 if level == len(column.headers) - 1 else level
                done |= {(level, other) for other in range(place, last + 1)}
                if (bottom, last) == (level, place):
                    self.sheet.write_string(top + level, place, text, style)
                else:
                    self.sheet.merge_range(top + level, place, top + bottom, last, text, style)
        return top + depth

    def _same(self, place: int, headers: tuple[str, ...]) -> bool:
        if place >= len(self.columns):
            return False
        other = self.columns[place].headers
        return len(other) > len(headers) and other[: len(headers)] == headers

    def project(self, row: int, project: Project, **look: object) -> None:
        """Write a project into a 0-based row, high enough for its texts."""
        values = [column.value(project, row + 1) for column in self.columns]
        self.sheet.set_row(row, self.height(values))
        for place, (column, value) in enumerate(zip(self.columns, values, strict=True)):
            if isinstance(value, Formula):
                value = Formula(value.text.format(r=row + 1, **self.letters), value.result)
            self.paper.put(self.sheet, row, place, value, self.paper.style(column.role, **look))

    def height(self, values: Iterable[object]) -> float:
        """Return the height that the longest text of the row needs."""
        lines = [
            ceil(text_width(value) / (column.width - 1.5))
            for column, value in zip(self.columns, values, strict=True)
            if isinstance(value, str)
        ]
        return max(24.0, 13.5 * max(lines, default=1) + 5)

    def sums(self, row: int, cells: dict[str, object], **look: object) -> None:
        """Write a row with sums: `cells` by column key, all others blank."""
        self.sheet.set_row(row, 24)
        for place, column in enumerate(self.columns):
            style = self.paper.style(
                column.role if column.summed or "rate" in column.key else "middle", bold=True, **look
            )
            self.paper.put(self.sheet, row, place, cells.get(column.key), style)

    def sum_of(self, projects: Sequence[Project], area: Callable[[str], str]) -> dict[str, object]:
        """Return the sums of all summed columns; `area` gives the formula's arguments for a column letter."""
        cells: dict[str, object] = {}
        for column in self.columns:
            if column.summed:
                amounts = [plain(column.value(project, 1)) for project in projects]
                cells[column.key] = Formula(f"=SUM({area(self.letters[column.key])})", round(sum(amounts), 2))
        return cells

    def rate_of(self, cells: dict[str, object], row: int) -> Formula:
        """Return Σ done ÷ Σ plan of a 1-based row with sums."""
        done, plan = plain(cells["done"]), plain(cells["plan"])
        return (
            Formula(f"={self.letters['done']}{row}/{self.letters['plan']}{row}", done / plan)
            if plan
            else Formula('=""', "")
        )


def rows_between(first: int, last: int) -> Callable[[str], str]:
    """Return how a sum names its cells: from one 1-based row to another of a column."""
    return lambda letter: f"{letter}{first}:{letter}{last}"


def plain(value: object) -> Any:
    """Return the number that a cell shows: a formula's result, 0 where blank."""
    return (value.result if isinstance(value, Formula) else value) or 0


def text_width(text: str) -> int:
    """Return the width of a text where a Chinese character counts 2."""
    return sum(2 if east_asian_width(sign) in "WFA" else 1 for sign in text)
