"""What only the cells tell: which done this is, and what stands under a blank or colloquial header."""

from collections.abc import Mapping, Sequence
from statistics import median

from udfs.values.units import find_unit, money_factor
from workbooks.ledger import Field
from workbooks.recognition.dictionary import matches
from workbooks.recognition.months import month_columns
from workbooks.recognition.view import View
from workbooks.recognition.wording import abstract

Fields = Mapping[str, Field]
_THIS_YEAR = ("年度", "今年", "本年", "当年")
_SCALES = (1e-4, 1e-2, 1.0, 1e2, 1e4, 1e6)


def since_when(view: View, done: Field, fields: Fields) -> str | None:
    """Return `done_this_year` or `done_since_start` for a done column whose header doesn't say, None where both can be.

    Asked in turn: the other done columns, the parents, the ledger's own rate, the sizes against the plan.
    """
    this_year, since_start = "done_this_year" in fields, "done_since_start" in fields
    if this_year or since_start:
        return None if this_year and since_start else "done_since_start" if this_year else "done_this_year"
    parents = "".join(view.block.paths[done.column][:-1])
    of_this_year = view.year is not None and abstract(parents).period.year == view.year
    if of_this_year or any(word in parents for word in _THIS_YEAR):
        return "done_this_year"
    by_cells = _by_typed_rate(view, done, fields) or _by_size(view, done, fields)
    if by_cells:
        return by_cells
    plan = fields.get("annual_plan")
    if plan and 0 < done.column - plan.column <= 3 and not view.numbers(plan.column, done.column):
        return "done_this_year"  # a blank template: 年度计划 | 累计完成
    return None


def _by_typed_rate(view: View, done: Field, fields: Fields) -> str | None:
    """Return what the ledger's own rate was computed from: plan, or total investment."""
    rate = fields.get("completion_rate") or fields.get("rate_of_total")
    for base, name in (("annual_plan", "done_this_year"), ("total_investment", "done_since_start")):
        against = fields.get(base)
        if rate and against and is_ratio(view, done.column, against.column, rate.column):
            return name
    return None


def _by_size(view: View, done: Field, fields: Fields) -> str | None:
    """Return what the sizes against the annual plan say: many times over it is no figure of one year."""
    plan = fields.get("annual_plan")
    if not plan:
        return None
    scale = _factor(done) / _factor(plan)
    ratios = [d * scale / p for p, d in view.numbers(plan.column, done.column) if p > 0]
    if len(ratios) < 2:
        return None
    if sum(r > 1.5 for r in ratios) >= 0.25 * len(ratios) and median(ratios) < 1000:
        return "done_since_start"
    between = range(plan.column + 1, done.column)
    apart = len(between) - sum(
        column in between for month in month_columns(view.block) for column in (month.plan, month.done)
    )
    within = sum(r <= 1.1 for r in ratios) >= 0.9 * len(ratios) and median(ratios) > 0.001
    return "done_this_year" if within and plan.column < done.column and apart <= 1 else None


def _factor(field: Field) -> float:
    return money_factor(find_unit(field.header)) or 1.0


def is_ratio(view: View, part: int, whole: int, rate: int) -> bool:
    """Return whether part ÷ whole is the rate in nearly every row, up to a power of ten (units may differ)."""
    rows = [row for row in view.numbers(part, whole, rate) if min(row) > 0]
    if len(rows) < 2:
        return False
    scale = median(r / (d / p) for d, p, r in rows)
    near = min(_SCALES, key=lambda s: abs(scale / s - 1))
    fitting = sum(abs(d / p * near / r - 1) < 0.03 for d, p, r in rows)
    return abs(scale / near - 1) < 0.02 and fitting >= 0.8 * len(rows)


def column_of_names(view: View, free: Sequence[int]) -> int | None:
    """Return the column of project names under a blank or unknown header: long texts, each once, near the left."""
    for column in free:
        cells = view.profiles[column]
        if (
            cells.like_names > 0.8
            and cells.distinct > 0.85
            and cells.places < 0.4
            and not matches(view.block.header(column))
            and len(cells.values) >= 2
        ):
            return column if column - view.block.left <= 2 else None
    return None


def plan_and_done(view: View, fields: Fields, free: Sequence[int]) -> tuple[int, int] | None:
    """Return the columns of plan and done whose ratio is the ledger's own rate, None unless there is one such pair."""
    rate, plan, done = (fields.get(name) for name in ("completion_rate", "annual_plan", "done_this_year"))
    if not rate or (plan and done):
        return None
    figures = [column for column in free if view.profiles[column].figures > 0.8]
    plans, dones = [plan.column] if plan else figures, [done.column] if done else figures
    fits = [(p, d) for p in plans for d in dones if p != d and is_ratio(view, d, p, rate.column)]
    return fits[0] if len(fits) == 1 else None
