"""The unit of each column by domain.md a: its header, its parents, the unit line, its neighbours, else a question."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from statistics import median

from udfs.values.amounts import every_cell_names_its_unit
from udfs.values.cells import figure
from udfs.values.units import find_units, money_factor, unit_named
from workbooks.grid import Grid, column_letter
from workbooks.ledger import Field, Question
from workbooks.recognition.dictionary import entries
from workbooks.recognition.unit_lines import UnitLine, money_unit

_CANDIDATES = ("万元", "亿元", "元")


def is_money(name: str) -> bool:
    """Return whether the field holds money (month columns do)."""
    return name.startswith("month.") or entries()[name].type == "money"


def with_units(
    fields: dict[str, Field],
    paths: Mapping[int, tuple[str, ...]],
    lines: Sequence[UnitLine],
    grid: Grid,
    rows: Sequence[int],
    answers: dict[str, str],
    header_row: int,
) -> tuple[dict[str, Field], list[Question]]:
    """Return the fields with their units, and one question where no unit of money is to be found."""
    counts = next((line.unit for line in lines if not line.is_money and line.unit != "%"), None)
    found: dict[str, Field] = {}
    for name, place in fields.items():
        kind = "money" if name.startswith("month.") else entries()[name].type
        unit = answers.get(f"{column_letter(place.column)}{header_row + 1}")
        if not unit and kind in ("money", "number", "rate"):
            stated = [u for text in reversed(paths.get(place.column, ())) for u in find_units(text)]
            unit = _fitting(stated, kind)
        if not unit and kind == "money":
            unit = answers.get("") or money_unit(place.header, lines)
        if not unit and kind == "number" and name in ("target", "actual", "last_year", "shortfall"):
            counted = re.search(r"项目|个数|家数|企业|数量", place.header)
            unit = (counts if counted else None) or money_unit(place.header, lines) or counts
        if not unit and kind == "money" and rows:
            cells = [grid.rows[r][place.column] for r in rows]
            if every_cell_names_its_unit(cells[:200]):
                unit = "万元"
        found[name] = replace(place, unit=unit)
    _ask_neighbours(found, grid, rows)
    missing = [f for n, f in found.items() if is_money(n) and not f.unit]
    questions = []
    if missing:
        headers = "、".join(f.header or column_letter(f.column) for f in missing[:3])
        text = f"没有写明金额单位（{headers}），是万元、亿元还是元？"
        cell = f"{column_letter(missing[0].column)}{header_row + 1}"
        some = len(missing) < sum(is_money(n) for n in found)
        questions.append(Question(f"units.{grid.name}" + (f".{cell}" if some else ""), text, _CANDIDATES, cell))
    return found, questions


def _is_money_unit(unit: str) -> bool:
    known = unit_named(unit)
    return bool(known and known.is_money)


def _fitting(stated: Sequence[str], kind: str) -> str | None:
    for unit in stated:
        if kind == "money" and _is_money_unit(unit):
            return unit
        if kind == "rate" and unit == "%":
            return unit
        if kind == "number" and unit != "%":
            return unit
    return None


def _ask_neighbours(fields: dict[str, Field], grid: Grid, rows: Sequence[int]) -> None:
    """Give a column without unit its neighbours' unit where they all agree and the sizes are of one order."""
    money = {n: f for n, f in fields.items() if is_money(n)}
    units = {f.unit for f in money.values() if f.unit}
    if len(units) != 1 or all(f.unit for f in money.values()):
        return
    unit = next(iter(units))
    known = _size([f for f in money.values() if f.unit], grid, rows)
    for name, place in money.items():
        if not place.unit:
            own = _size([place], grid, rows)
            low, high = _likely(name, money)
            if known is None or own is None or (low <= own / known <= high and money_factor(unit) is not None):
                fields[name] = replace(place, unit=unit)


def _likely(name: str, money: Mapping[str, Field]) -> tuple[float, float]:
    """Return how many times the neighbours' figures this one may be in one unit: no part exceeds the whole."""
    if name == "total_investment":
        return 0.5, 3000.0
    return 1 / 3000, 2.0 if "total_investment" in money and money["total_investment"].unit else 300.0


def _size(places: Sequence[Field], grid: Grid, rows: Sequence[int]) -> float | None:
    numbers = [abs(v) for f in places for r in rows[:300] if (v := figure(grid.rows[r][f.column]))]
    return median(numbers) if numbers else None
