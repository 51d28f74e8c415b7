"""The amounts that a project is judged by: plan and done of the year, whatever columns the ledger keeps them in."""

from collections.abc import Sequence
from dataclasses import dataclass

from udfs.values.amounts import read_amounts
from udfs.values.units import money_factor
from workbooks.ledger import Ledger

WAN = "万元"


@dataclass(frozen=True, slots=True)
class Amounts:
    """A ledger's amounts, one entry a project, all in `unit` (None: unknown).

    derived: the note on how the done figures were derived (`from_months`, `from_start`), empty where the ledger states
    them. comparable: whether plan and done are in one unit, so that a rate can be had.
    """

    unit: str | None
    total: Sequence[float | None]
    plan: Sequence[float | None]
    done: Sequence[float | None]
    derived: str
    comparable: bool


def has_plan_or_done(ledger: Ledger) -> bool:
    """Return whether the ledger has a column for this year's plan or for what was done."""
    return "annual_plan" in ledger.fields or _states_done(ledger)


def _states_done(ledger: Ledger) -> bool:
    fields = ledger.fields
    from_start = "done_since_start" in fields and "done_before_this_year" in fields
    return "done_this_year" in fields or from_start or any(month.done is not None for month in ledger.months)


def amounts_of(ledger: Ledger, month: int | None) -> Amounts:
    """Return the ledger's amounts for a report up to `month`."""
    done, done_unit, derived = _done(ledger, month)
    plan, plan_unit = numbers(ledger, "annual_plan"), unit_of(ledger, "annual_plan")
    total, total_unit = numbers(ledger, "total_investment"), unit_of(ledger, "total_investment")
    units = [
        unit
        for field, unit in (("annual_plan", plan_unit), ("done", done_unit), ("total_investment", total_unit))
        if field in ledger.fields or (field == "done" and _states_done(ledger))
    ]
    unit = units[0] if units else WAN
    nothing: list[float | None] = [None] * len(ledger.rows)
    comparable = plan_unit == done_unit or "annual_plan" not in ledger.fields or not _states_done(ledger)
    return Amounts(
        unit,
        total if total_unit == unit else nothing,
        plan if plan_unit == unit else nothing,
        done if done_unit == unit else nothing,
        derived,
        comparable,
    )


def since_start(ledger: Ledger, amounts: Amounts) -> list[float | None]:
    """Return what was done since each project's start: as the ledger states it, else up to last year + this year."""
    stated, before = (
        numbers(ledger, field) if unit_of(ledger, field) == amounts.unit else [None] * len(ledger.rows)
        for field in ("done_since_start", "done_before_this_year")
    )
    return [
        since if since is not None else None if last is None or done is None else last + done
        for since, last, done in zip(stated, before, amounts.done, strict=True)
    ]


def numbers(ledger: Ledger, field: str) -> list[float | None]:
    """Return a money field's amounts; None for what is blank or was not read."""
    return [
        float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
        for value in ledger.column(field)
    ]


def unit_of(ledger: Ledger, field: str) -> str | None:
    """Return the unit of the field's values: 万元 for domestic money, the column's own for others, None: unknown."""
    place = ledger.fields.get(field)
    if place is None:
        return None
    return WAN if money_factor(place.unit) is not None else place.unit


def _done(ledger: Ledger, month: int | None) -> tuple[list[float | None], str | None, str]:
    """Return what was done this year, its unit, and the note on how it was derived."""
    if "done_this_year" in ledger.fields:
        return numbers(ledger, "done_this_year"), unit_of(ledger, "done_this_year"), ""
    if month and any(entry.done is not None and entry.month <= month for entry in ledger.months):
        return *_sum_of_months(ledger, month), "from_months"
    since, before = unit_of(ledger, "done_since_start"), unit_of(ledger, "done_before_this_year")
    if "done_since_start" in ledger.fields and "done_before_this_year" in ledger.fields and since == before:
        pairs = zip(numbers(ledger, "done_since_start"), numbers(ledger, "done_before_this_year"), strict=True)
        return [None if a is None or b is None else a - b for a, b in pairs], since, "from_start"
    return [None] * len(ledger.rows), None, ""


def _sum_of_months(ledger: Ledger, month: int) -> tuple[list[float | None], str | None]:
    columns = [entry.done for entry in ledger.months if entry.done is not None and entry.month <= month]
    stated = next((f.unit for f in ledger.fields.values() if f.column in columns), None)
    unit = stated or (ledger.fields["annual_plan"].unit if "annual_plan" in ledger.fields else None)
    sums: list[float | None] = [None] * len(ledger.rows)
    doubtful: set[int] = set()
    for column in columns:
        values, readings = read_amounts([ledger.grid.rows[row][column] for row in ledger.rows], unit)
        for index, value in enumerate(values):
            if value is not None:
                sums[index] = (sums[index] or 0.0) + value
        doubtful.update(i for i, reading in readings.items() if values[i] is None and reading.status != "placeholder")
    # A month that can't be read is not 0: the sum can't be had either.
    return [None if i in doubtful else value for i, value in enumerate(sums)], (
        WAN if money_factor(unit) is not None else unit
    )
