"""Put a specimen on paper: merges where `LEFT` and `UP` say so, hidden rows and columns, dates, number formats."""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from tests.ledgers.specimen import LEFT, UP, Sheet, Specimen


def write(one: Specimen, path: Path | str) -> None:
    """Write the specimen as an .xlsx workbook."""
    with xlsxwriter.Workbook(str(path)) as book:
        for part_ in one.sheets:
            _write_sheet(book, part_)


def _write_sheet(book: Any, one: Sheet) -> None:
    paper = book.add_worksheet(one.name)
    rows = one.rows
    width = max([1, *(len(row.cells) for row in rows)])
    grid = [
        [row.cells[0], *[LEFT] * (width - 1)]
        if row.role == "title"
        else [*row.cells, *[None] * (width - len(row.cells))]
        for row in rows
    ]
    formats = {index: book.add_format({"num_format": form}) for index, form in _by_index(one.formats)}
    day = book.add_format({"num_format": "yyyy/m/d"})
    for r, cells in enumerate(grid):
        for c, cell in enumerate(cells):
            if cell in (LEFT, UP):
                continue
            bottom, right = r, c
            while right + 1 < width and cells[right + 1] == LEFT:
                right += 1
            while bottom + 1 < len(grid) and grid[bottom + 1][c] == UP:
                bottom += 1
            form = (
                day if isinstance(cell, date) else formats.get(c) if rows[r].role in ("item", "more", "total") else None
            )
            if (bottom, right) != (r, c):
                paper.merge_range(r, c, bottom, right, None, form or book.add_format())
            if cell is not None:
                _write_cell(paper, r, c, cell, form)
        if rows[r].hidden:
            paper.set_row(r, None, None, {"hidden": True})
    for column in one.hidden_columns:
        paper.set_column(f"{column}:{column}", None, None, {"hidden": True})
    if not one.visible:
        paper.hide()
    if one.chart:
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": [one.name, 0, 0, 3, 0]})
        paper.insert_chart("B2", chart)


def _by_index(formats: Mapping[str, str]) -> list[tuple[int, str]]:
    return [(sum((ord(x) - 64) * 26**i for i, x in enumerate(reversed(k))) - 1, v) for k, v in formats.items()]


def _write_cell(paper: Any, r: int, c: int, cell: Any, form: Any) -> None:
    if isinstance(cell, str):
        paper.write_string(r, c, cell, form)
    elif isinstance(cell, datetime | date):
        paper.write_datetime(r, c, cell, form)
    else:
        paper.write_number(r, c, cell, form)
