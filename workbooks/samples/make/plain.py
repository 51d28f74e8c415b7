"""A short table of plain rows: title, unit line, headers with parents, cells by role. For the small ledgers."""

from collections.abc import Sequence
from dataclasses import dataclass

from xlsxwriter.worksheet import Worksheet

from workbooks.samples.make.paper import Column, Paper, Table


@dataclass(frozen=True, slots=True)
class Head:
    """A column of a plain table: its headers from parent to child, width and role."""

    headers: tuple[str, ...]
    width: float
    role: str


def heads(lines: Sequence[str]) -> list[Head]:
    """Return the columns of a table's lines `parent/child|width|role`."""
    parts = [line.split("|") for line in lines]
    return [Head(tuple(header.split("/")), float(width), role) for header, width, role in parts]


def sheet_of(
    paper: Paper,
    name: str,
    title: str,
    unit_lines: tuple[str, str],
    heads: Sequence[Head],
    rows: Sequence[Sequence[object]],
) -> Worksheet:
    """Write a sheet with one plain table and return it; `unit_lines` stand left and right above the headers."""
    sheet = paper.sheet(name, paper=8 if sum(head.width for head in heads) > 150 else 9)
    columns = [Column(str(place), head.headers, head.width, head.role, _blank) for place, head in enumerate(heads)]
    grid = Table(paper, sheet, columns)
    width = len(heads)
    paper.title(sheet, 0, title, width)
    sheet.set_row(1, 20)
    half = max(2, width // 2)
    sheet.merge_range(1, 0, 1, half - 1, unit_lines[0], paper.style("unit_line"))
    if unit_lines[1]:
        sheet.merge_range(1, width - 2, 1, width - 1, unit_lines[1], paper.style("unit_line_right"))
    depth = max(len(head.headers) for head in heads)
    top = grid.headers(2, [22] * (depth - 1) + [34])
    for offset, values in enumerate(rows):
        sheet.set_row(top + offset, grid.height(values))
        for place, (head, value) in enumerate(zip(heads, values, strict=True)):
            paper.put(sheet, top + offset, place, value, paper.style(head.role))
    sheet.freeze_panes(top, 2)
    sheet.repeat_rows(0, top - 1)
    sheet.print_area(0, 0, top + len(rows) - 1, width - 1)
    return sheet


def _blank(project: object, row: int) -> object:
    return None
