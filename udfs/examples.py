"""The examples of the functions, run: a formula over a few named cells, its result as a sheet shows it."""

import re
from datetime import date

from udfs.catalogue import Example
from udfs.rounding import half_up
from udfs.worksheet import MISSING, Cell, calculate

_FORMULA = re.compile(r"=(?P<name>\w+)\((?P<arguments>.*)\)")
_ARGUMENT = re.compile(
    r'\s*(?:"(?P<text>[^"]*)"|(?P<first>[A-Z]+\d+)(?::(?P<last>[A-Z]+\d+))?|(?P<number>-?\d+(?:\.\d+)?))?\s*(?:,|$)'
)
_ADDRESS = re.compile(r"([A-Z]+)(\d+)")
BLANK = "（空）"


def run(example: Example) -> str:
    """Return the result of an example's formula, rows parted by ` / `. ValueError for a formula of another kind."""
    found = _FORMULA.fullmatch(example.formula)
    if not found:
        raise ValueError(example.formula)
    rows = calculate(found["name"], *_arguments(found["arguments"], example))
    return " / ".join("、".join(map(shown, row)) for row in rows)


def shown(cell: Cell) -> str:
    """Return the cell as a column with two decimals shows it."""
    if isinstance(cell, float):
        return f"{half_up(cell, 2):.2f}".rstrip("0").rstrip(".")
    if isinstance(cell, date):
        return f"{cell.year}-{cell.month}-{cell.day}"
    return str(cell) or BLANK


def _arguments(words: str, example: Example) -> list[object]:
    arguments: list[object] = []
    position = 0
    while position < len(words):
        found = _ARGUMENT.match(words, position)
        if not found:
            raise ValueError(example.formula)
        arguments.append(_argument(found, example))
        position = found.end()
    return arguments


def _argument(found: re.Match[str], example: Example) -> object:
    if found["text"] is not None:
        return found["text"]
    if found["number"]:
        return float(found["number"])
    if not found["first"]:
        return MISSING
    if not found["last"]:
        return _cell(found["first"], example)
    column, first = _split(found["first"])
    to_column, last = _split(found["last"])
    if column != to_column:
        raise ValueError(example.formula)
    return [[_cell(f"{column}{row}", example)] for row in range(first, last + 1)]


def _cell(address: str, example: Example) -> float | str | None:
    value = example.cells.get(address)
    return float(value) if isinstance(value, int) else value


def _split(address: str) -> tuple[str, int]:
    found = _ADDRESS.fullmatch(address)
    assert found
    return found[1], int(found[2])
