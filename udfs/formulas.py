"""What each worksheet function gives for one row, from values already read; None leaves the cell blank.

A value is None where its argument was left out, or where a blank cell may stand there. The figures themselves are those
of the bulletins: udfs.progress, lights, rates, deadlines, workdays.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from udfs import progress, rates
from udfs.arguments import Fault, in_wan
from udfs.deadlines import overdue_days
from udfs.lights import Facts, Judgement, LightRules, judge
from udfs.progress import Basis
from udfs.values.cells import CellError, DateSpan, Value
from udfs.values.units import Unit
from udfs.workdays import Calendar


@dataclass(frozen=True, slots=True)
class Context:
    """What holds for all rows: today, and the calendar of working days."""

    today: date
    calendar: Calendar


Result = float | int | str | date | Fault | CellError | None
RowFormula = Callable[..., Result]
"""Called with the context and the row's values in the order of the arguments."""

_RULES = LightRules()
_time_progress = lru_cache(maxsize=1024)(progress.time_progress)  # a column mostly asks for one day
_APPROVED, _DEEMED, _PENDING = "已批复", "视为同意", "办理中"


def _of_two(rate: Callable[[float | None, float | None], float | None]) -> RowFormula:
    return lambda _, part, whole: rate(part, whole)


def time_progress(context: Context, as_of: date | None, basis: Basis | None) -> float:
    """Return 序时进度 on the day, today by default."""
    return _time_progress(as_of or context.today, basis or "month")


def progress_gap(context: Context, completion: float, elapsed: float | None) -> float | None:
    """Return the gap to 序时进度, by default today's by month."""
    return progress.progress_gap(completion, _time_progress(context.today, "month") if elapsed is None else elapsed)


def shortfall(context: Context, done: float, plan: float, elapsed: float | None) -> float | None:
    """Return what is missing to 序时进度, by default to the whole plan."""
    return progress.shortfall(done, plan, 100.0 if elapsed is None else elapsed)


def light(context: Context, *facts: Any) -> str | None:
    """Return the light as the sheets print it: symbol and word."""
    judgement = _judgement(context, *facts)
    return judgement.light.label if judgement else None


def light_reason(context: Context, *facts: Any) -> str | None:
    """Return the reasons of the light, the deciding one first."""
    judgement = _judgement(context, *facts)
    return "；".join(judgement.reasons) if judgement else None


def _judgement(
    context: Context,
    done: float | None,
    plan: float | None,
    as_of: date | None,
    planned_start: date | None,
    actual_start: DateSpan | bool | None,
    deadline: date | None,
    exemption: str | None,
) -> Judgement | None:
    """Return the judgement of the row as 亮灯表 has it, None for a row in which nothing is written."""
    if (done, plan, planned_start, actual_start, deadline, exemption) == (None,) * 6:
        return None
    day = as_of or context.today
    span = actual_start if isinstance(actual_start, DateSpan) else DateSpan(None, None)
    begun = span.first or span.last
    facts = Facts(
        plan,
        done,
        _time_progress(day, "month"),
        day,
        planned_start=planned_start,
        started=actual_start is True or (begun is not None and begun <= day),
        started_on=span.last or span.first,
        spent=bool(done and done > 0),
        deadline=deadline,
        exemption=exemption or "",
    )
    return judge(facts, _RULES)


def overdue(context: Context, deadline: date, closed_on: DateSpan | bool | None, as_of: date | None) -> int | Fault:
    """Return the calendar days past the deadline; 已办结 without a date is enough only where none have passed."""
    closed = (closed_on.last or closed_on.first) if isinstance(closed_on, DateSpan) else None
    late = overdue_days(deadline, as_of or context.today, closed)
    return Fault("已办结，请填办结日期") if late and closed_on is True else late


def workdays_between(context: Context, start: date, finish: date) -> int | str:
    """Return the working days after start up to finish; with a note where a year's holidays are not known."""
    count = context.calendar.workdays_between(start, finish)
    note = _note(context.calendar, start, finish)
    return f"{count}{note}" if note else count


def approval_deadline(context: Context, accepted: date, days: int, stopped: int | None) -> Result:
    """Return the last day in time; as a text with a note where a year's holidays are not known."""
    try:
        deadline = context.calendar.add_workdays(accepted, days + (stopped or 0))
    except OverflowError:
        return Fault("办理工作日太长")
    note = _note(context.calendar, accepted, deadline)
    return f"{deadline.year}-{deadline.month}-{deadline.day}{note}" if note else deadline


def deemed_approved(
    context: Context,
    accepted: date,
    days: int,
    replied_on: DateSpan | bool | None,
    stopped: int | None,
    as_of: date | None,
) -> Result:
    """Return 视为同意, 已批复 or 办理中 as of a day; a reply past the deadline does not undo the consent."""
    day = as_of or context.today
    if accepted > day:
        return Fault("受理日期晚于截止日期")
    try:
        deadline = context.calendar.add_workdays(accepted, days + (stopped or 0))
    except OverflowError:
        return Fault("办理工作日太长")
    replied = (replied_on.last or replied_on.first) if isinstance(replied_on, DateSpan) else None
    if isinstance(replied_on, DateSpan) and replied and (replied_on.first or replied) <= min(deadline, day) < replied:
        return Fault("批复日期请写到日")
    if replied and replied < accepted:
        return Fault("批复日期早于受理日期")
    if replied_on is True and day > deadline:
        return Fault("已批复，请填批复日期")
    in_time = replied_on is True or (replied is not None and replied <= min(deadline, day))
    state = _APPROVED if in_time else _DEEMED if day > deadline else _PENDING
    decided = deadline if state == _DEEMED else min(deadline, day)
    return state + _note(context.calendar, accepted, decided)


def amount_wan(context: Context, amount: Value, unit: Unit | None) -> Result:
    """Return the amount in 万元, by its own unit or by the one given."""
    return in_wan(amount, "金额", unit)


def _note(calendar: Calendar, start: date, end: date) -> str:
    years = calendar.unknown_years(start, end)
    if not years:
        return ""
    span = f"{years[0]}" if len(years) == 1 else f"{years[0]}—{years[-1]}"
    return f"（{span}年节假日未内置，只除周末）"


ROW_FORMULAS: dict[str, RowFormula] = {
    "COMPLETION_RATE": _of_two(progress.completion_rate),
    "TIME_PROGRESS": time_progress,
    "PROGRESS_GAP": progress_gap,
    "LIGHT": light,
    "LIGHT_REASON": light_reason,
    "SHORTFALL": shortfall,
    "GROWTH_RATE": _of_two(progress.growth_rate),
    "START_RATE": _of_two(rates.start_rate),
    "FUNDING_RATE": _of_two(rates.funding_rate),
    "COMMISSION_RATE": _of_two(rates.commission_rate),
    "FULL_CAPACITY_RATE": _of_two(rates.full_capacity_rate),
    "LANDING_RATE": _of_two(rates.landing_rate),
    "CONVERSION_RATE": _of_two(rates.conversion_rate),
    "OVERDUE_DAYS": overdue,
    "WORKDAYS_BETWEEN": workdays_between,
    "APPROVAL_DEADLINE": approval_deadline,
    "DEEMED_APPROVED": deemed_approved,
    "AMOUNT_WAN": amount_wan,
    "SHARE": _of_two(rates.share),
}
"""By English name. Functions that look at a whole column (ranks, sums) are in `udfs/column_formulas.py`."""
