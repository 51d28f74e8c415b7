"""The month columns of a ledger: their figures, and what they come to up to the reporting month."""

from math import fsum

from workbooks.checks import rounding
from workbooks.checks.case import Case, once
from workbooks.grid import Value
from workbooks.ledger import money_factor

Months = dict[int, list[float | None]]
ToDate = dict[int, tuple[tuple[float, ...], float, bool]]


@once
def done_by_month(case: Case) -> Months:
    """Return what was done in each month, one figure a project, in the terms of `Ledger.values`.

    Months of which no project has a figure yet are left out. Month columns carry the unit of this year's column.
    """
    ledger = case.ledger
    this = ledger.fields.get("done_this_year") or ledger.fields.get("annual_plan")
    factor = money_factor(this.unit if this else None) or 1.0
    found: Months = {}
    for month in ledger.months:
        if month.done is None:
            continue
        column = [_figure(ledger.grid.rows[row], month.done, factor) for row in ledger.rows]
        if any(value is not None for value in column):
            found[month.month] = column
    return found


def _figure(row: list[Value], column: int, factor: float) -> float | None:
    value = row[column] if column < len(row) else None
    if isinstance(value, int | float):
        return float(value) * factor
    if isinstance(value, str):
        try:
            return float(value.replace(",", "").replace("，", "")) * factor
        except ValueError:
            return None
    return None


@once
def sums_to_date(case: Case) -> ToDate:
    """Return by project: possible sums of its months (to the header's month; of all), their slack, and whether complete.

    Left out are rows that agree with the year's figure, rows without months, and months that are cumulative themselves.
    """
    this, months = case.figures("done_this_year"), done_by_month(case)
    if this is None or not months:
        return {}
    until = case.ledger.fields["done_this_year"].month or max(months)
    order = sorted(months)
    due = [month for month in order if month <= until]
    shown = max(rounding.usual_decimals(column, case.factor("done_this_year")) for column in months.values())
    rough = 0.5 * 10.0**-shown * case.factor("done_this_year")
    found: ToDate = {}
    columns = [months[month] for month in order]
    for i, values in enumerate(zip(*columns, strict=True)):
        year = this[i]
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
