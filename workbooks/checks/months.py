"""The month columns of a ledger: their figures, and what they come to up to the reporting month."""

from math import fsum

from udfs.values.amounts import read_amounts
from udfs.values.units import money_factor
from workbooks.checks import rounding
from workbooks.checks.case import Case, once
from workbooks.checks.doubt import Amount

Months = dict[int, list[float | None]]
ToDate = dict[int, tuple[tuple[float, ...], float, bool]]


@once
def done_by_month(case: Case) -> Months:
    """Return what was done in each month, one figure a project, in the terms of `Ledger.values`.

    Months of which no project has a figure yet are left out. Month columns carry the unit of this year's column.
    """
    ledger = case.ledger
    found: Months = {}
    for month in ledger.months:
        if month.done is not None:
            column, _ = read_amounts([ledger.grid.rows[row][month.done] for row in ledger.rows], _unit(case))
            if any(value is not None for value in column):
                found[month.month] = column
    return found


def amount_of_month(case: Case, value: float) -> Amount:
    """Return a month's figure as an amount in the unit of its column."""
    return Amount(value, _unit(case))


def _unit(case: Case) -> str | None:
    """Return the unit of the month columns: their own header's, else this year's, else the plan's."""
    done = {month.done for month in case.ledger.months}
    own = next((f.unit for f in case.ledger.fields.values() if f.column in done and f.unit), None)
    fields = (case.ledger.fields.get(name) for name in ("done_this_year", "annual_plan"))
    return own or next((f.unit for f in fields if f and f.unit), None)


@once
def sums_to_date(case: Case) -> ToDate:
    """Return by project: its months' sums (to the header's month; of all), their slack, and whether complete.

    Left out are rows that agree with the year's figure, rows without months, and months that are cumulative themselves.
    """
    this, months = case.figures("done_this_year"), done_by_month(case)
    if this is None or not months:
        return {}
    until = case.ledger.fields["done_this_year"].month or max(months)
    order = sorted(months)
    due = [month for month in order if month <= until]
    factor = money_factor(_unit(case)) or 1.0
    shown = max(rounding.usual_decimals(column, factor) for column in months.values())
    rough = 0.5 * 10.0**-shown * factor
    found: ToDate = {}
    columns = [months[month] for month in order]
    enough = rough * len(order)
    for i, (year, *values) in enumerate(zip(this, *columns, strict=True)):
        if due == order and year is not None and None not in values and abs(year - fsum(values)) <= enough:
            continue
        figures = [value for value in values if value is not None]
        if year is None or not figures:
            continue
        sums = (fsum(v for m, v in zip(order, values, strict=True) if v is not None and m <= until), fsum(figures))
        slack = rough * len(figures) + case.slack("done_this_year", i, year)
        if any(abs(year - s) <= slack for s in sums) or _cumulative(figures, year, slack):
            continue
        complete = all(value is not None for m, value in zip(order, values, strict=True) if m in due)
        found[i] = (sums, slack, complete)
    return found


def _cumulative(figures: list[float], year: float, slack: float) -> bool:
    """Return whether each month's figure is the sum so far, and the last one the year's."""
    return len(figures) > 1 and abs(figures[-1] - year) <= slack and figures == sorted(figures)
