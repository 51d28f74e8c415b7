"""A ledger read the plain way, for checks that share no code with what made it or with what reads it in the product."""

from pathlib import Path
from typing import Any

import openpyxl

Row = dict[str, Any]


def rows_of(
    path: Path, sheet: str, headers: tuple[int, int], name: str = "项目名称"
) -> tuple[list[Row], list[list[Any]]]:
    """Return the project rows by header (the lowest filled header cell), with `row`, and all rows as plain lists."""
    cells = openpyxl.load_workbook(path, data_only=True)[sheet]
    lines = [list(line) for line in cells.iter_rows(values_only=True)]
    first, last = headers
    names = []
    for column in range(len(lines[0])):
        filled = [lines[row][column] for row in range(first - 1, last) if lines[row][column]]
        names.append(str(filled[-1]) if filled else f"column {column}")
    at_name = names.index(name)
    at_number = names.index("序号")
    rows = []
    for number, line in enumerate(lines[last:], last + 1):
        if isinstance(line[at_number], int):
            rows.append({"row": number, "filled": line[at_name]} | dict(zip(names, line, strict=True)))
    return rows, lines


def half_up(value: float) -> float:
    """Round to one decimal as an office does."""
    return int(value * 10 + 0.5 + 1e-9) / 10
