"""The form of cells: numbers kept as text, hidden rows, formulas never calculated, texts that look like formulas.

Remarks on many cells of one column become one, told at the first of them.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from workbooks.checks.case import Case
from workbooks.checks.catalogue import rule
from workbooks.checks.doubt import Doubt
from workbooks.checks.fields import MONEY, RATES
from workbooks.grid import address, column_letter

_NUMBER = re.compile(r"\s*-?[\d,，]*\d(?:\.\d*)?\s*%?\s*")
_AS_TEXT = ("text", "unit", "approximate")
_HARMLESS = re.compile(r"[-+－—–=@\s]*|\+?-?[\d\s,.()（）%-]+")
"""Placeholders, numbers and phone numbers."""


@rule("I501")
def number_as_text(case: Case) -> Iterator[Doubt]:
    """Yield amounts and rates stored as text (5,800, 4.5亿元, 约5000), in project rows and in sums."""
    ledger = case.ledger
    cells: list[tuple[int, int, str]] = []
    for (name, i), reading in ledger.readings.items():
        if reading.status in _AS_TEXT and (name in MONEY or name in RATES) and name in ledger.fields:
            row, column = case.place(name, i)
            if type(ledger.grid.rows[row][column]) is str:
                cells.append((row, column, reading.text.strip()))
    for summary in ledger.summaries:
        for name in summary.values:
            if name in ledger.fields:
                column = ledger.fields[name].column
                value = ledger.grid.rows[summary.row][column]
                if type(value) is str and _NUMBER.fullmatch(value):
                    cells.append((summary.row, column, value.strip()))
    yield from _by_column(case, cells)


@rule("I502")
def hidden_row(case: Case) -> Iterator[Doubt]:
    """Yield hidden rows that hold projects: they count, and nobody sees them."""
    hidden = [row for row in sorted(case.ledger.grid.hidden_rows) if row in case.project_at]
    column = case.ledger.fields["name"].column if case.has("name") else 0
    yield from _by_column(case, [(row, column, str(row + 1)) for row in hidden])


@rule("I503")
def uncalculated(case: Case) -> Iterator[Doubt]:
    """Yield formulas that were never calculated, so that the file holds no result."""
    first, last = case.span
    cells = [(row, column, "") for row, column in case.ledger.grid.uncalculated if first <= row <= last]
    everywhere = len(cells) >= case.limits.group_from  # a file that no spreadsheet program has opened yet
    yield from _by_column(case, cells, 2 if everywhere else None)


@rule("I504")
def like_a_formula(case: Case) -> Iterator[Doubt]:
    """Yield texts that begin with = + - @, except placeholders and numbers."""
    first, _ = case.span
    cells = []
    for column, values, types in case.columns:
        if str in types and _LIKE_A_FORMULA.search("\n".join([value for value in values if type(value) is str])):
            cells += [
                (first + offset, column, value)
                for offset, value in enumerate(values)
                if type(value) is str and value[:1] in _SIGNS and not _HARMLESS.fullmatch(value)
            ]
    yield from _by_column(case, cells)


_SIGNS = frozenset("=+-@")
_LIKE_A_FORMULA = re.compile(r"^[=+\-@]", re.MULTILINE)


def _by_column(case: Case, cells: Iterable[tuple[int, int, str]], group_from: int | None = None) -> Iterator[Doubt]:
    """Yield a doubt for each cell, or one for a column that has very many of them."""
    columns: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for row, column, text in sorted(cells):
        columns[column].append((row, text))
    for column, found in columns.items():
        many = len(found) >= (group_from or case.limits.group_from)
        for row, text in found[:1] if many else found:
            where = (
                f"{column_letter(column)}列{len(found)}处（{row + 1}—{found[-1][0] + 1}行）"
                if many
                else address(row, column)
            )
            facts: dict[str, object] = {
                "text": text,
                "where": where,
                "rows": _rows(found) if many else f"第{row + 1}行",
            }
            field = case.field_at.get(column)
            name = field.name if field and (field.row is None or field.row == row) else None
            yield Doubt(row, column, case.project_at.get(row), name, facts)


def _rows(found: list[tuple[int, str]]) -> str:
    return f"第{found[0][0] + 1}—{found[-1][0] + 1}行之间{len(found)}行"
