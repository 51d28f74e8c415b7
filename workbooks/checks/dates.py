"""Dates that can't be: start after finish, work done in the future, money spent before the start."""

from collections.abc import Iterator
from datetime import date
from statistics import median

from udfs.values.cells import DateSpan
from workbooks.checks.case import Case
from workbooks.checks.catalogue import rule
from workbooks.checks.doubt import Doubt
from workbooks.checks.fields import CALLED
from workbooks.checks.months import amount_of_month, done_by_month

_ORDERED = (
    ("planned_start", "planned_finish"),
    ("actual_start", "actual_finish"),
    ("actual_start", "commissioned"),
    ("commissioned", "full_capacity"),
    ("opened", "closed"),
    ("opened", "deadline"),
)
_MIXED = {
    ("actual_start", "planned_finish"): ("planned_start", "actual_finish"),
    ("planned_start", "actual_finish"): ("actual_start", "planned_finish"),
}
"""Compared only where neither proper counterpart has a column: a start may lie after the finish once planned."""

_ACTUAL = ("actual_start", "actual_finish", "commissioned", "closed")
_SAYS_ACTUAL = ("实际", "今年", "本年", "已", "办结", "销号")
_SAYS_PLANNED = ("拟", "计划", "预计", "约定", "承诺", "目标")
_SPENT = ("done_since_start", "done_this_year", "done_before_this_year")
_BUILDING = (
    "开工",
    "施工",
    "完成",
    "主体",
    "基础",
    "封顶",
    "安装",
    "提前",
    "在建",
    "进场",
    "投产",
    "竣工",
    "浇筑",
    "开挖",
    "%",
)


@rule("E301")
def start_after_finish(case: Case) -> Iterator[Doubt]:
    """Yield starts that lie wholly after the finish, at whichever is further from its column's usual dates."""
    period = "construction_period"
    for i, span in enumerate(_spans(case, period)):
        if span and span.first and span.last and span.first > span.last:
            yield case.doubt(period, i, start=_month(span.first), finish=_month(span.last), first="开工", second="竣工")
    pairs = [p for p in _ORDERED if case.has(*p)]
    pairs += [pair for pair, proper in _MIXED.items() if case.has(*pair) and not any(map(case.has, proper))]
    for earlier, later in pairs:
        starts, finishes = _spans(case, earlier), _spans(case, later)
        wrong = [
            (i, start, start.first, finish, finish.last)
            for i, (start, finish) in enumerate(zip(starts, finishes, strict=True))
            if start and finish and start.first and finish.last and start.first > finish.last
        ]
        usual = (_usual(starts), _usual(finishes)) if wrong else (0.0, 0.0)
        for i, start, begun, finish, ended in wrong:
            stranger = abs(begun.toordinal() - usual[0]) > abs(ended.toordinal() - usual[1])
            facts = {"start": start, "finish": finish, "first": CALLED[earlier], "second": CALLED[later]}
            yield case.doubt(earlier if stranger else later, i, later if stranger else earlier, **facts)


@rule("E302")
def actual_in_future(case: Case) -> Iterator[Doubt]:
    """Yield actual dates after the reporting date.

    A header like 开工时间 that doesn't say 实际 holds planned dates of projects not begun: it's asked only of others.
    """
    for name in _ACTUAL:
        if not case.has(name) or any(word in case.ledger.fields[name].header for word in _SAYS_PLANNED):
            continue
        surely = _surely_actual(case, name)
        for i, span in enumerate(_spans(case, name)):
            if span and span.first and span.first > case.today and (surely or _happened(case, name, i)):
                yield case.doubt(name, i, name=CALLED[name], date=span, today=DateSpan(case.today, case.today))


@rule("W304")
def spent_before_start(case: Case) -> Iterator[Doubt]:
    """Yield money spent before the start: in earlier years, in earlier months, or before a start still to come."""
    starts = _spans(case, "actual_start")
    year = case.ledger.fields["annual_plan"].year if case.has("annual_plan") else None
    year = year or case.ledger.period.year or case.today.year
    before = case.figures("done_before_this_year")
    if before is not None:
        for i, (start, spent) in enumerate(zip(starts, before, strict=True)):
            if start and start.first and spent and spent > 0 and start.first.year >= year:
                facts = {"date": start, "spent": case.amount("done_before_this_year", spent), "when": "上年底前"}
                yield case.doubt("done_before_this_year", i, "actual_start", **facts)
    columns = {month.month: month.done for month in case.ledger.months if month.done is not None}
    for month, figures in done_by_month(case).items():
        for i, (start, spent) in enumerate(zip(starts, figures, strict=True)):
            if start and start.first and spent and spent > 0 and (start.first.year, start.first.month) > (year, month):
                facts = {"date": start, "spent": amount_of_month(case, spent), "when": f"{month}月"}
                row, column = case.ledger.rows[i], columns[month]
                yield Doubt(row, column, i, None, facts, ("actual_start",))
    yield from _spent_before_plan(case, starts)


def _spent_before_plan(case: Case, starts: list[DateSpan | None]) -> Iterator[Doubt]:
    """Yield money of projects whose start is still to come, that say no actual start and don't seem to be built."""
    spent_in = next((name for name in _SPENT if case.figures(name) is not None), None)
    planned_in = next((name for name in ("planned_start", "construction_period") if case.has(name)), None)
    if spent_in is None or planned_in is None:
        return
    said = [case.texts(name) for name in ("visible_progress", "stage", "status", "actual_start")]
    for i, (planned, money, actual) in enumerate(
        zip(_spans(case, planned_in), case.figures(spent_in) or (), starts, strict=True)
    ):
        if actual or not planned or not planned.first or not money or money <= 0 or planned.first <= case.today:
            continue
        if not any(word in str(texts[i]) for texts in said for word in _BUILDING) and said[3][i] is not True:
            facts = {
                "date": DateSpan(planned.first, planned.first),
                "spent": case.amount(spent_in, money),
                "when": "目前",
            }
            yield case.doubt(spent_in, i, planned_in, **facts)


def _spans(case: Case, name: str) -> list[DateSpan | None]:
    return [value if isinstance(value, DateSpan) else None for value in case.texts(name)]


def _usual(spans: list[DateSpan | None]) -> float:
    days = [span.first.toordinal() for span in spans if span and span.first]
    return median(days) if days else 0.0


def _month(day: date) -> str:
    return f"{day.year}年{day.month}月"


def _surely_actual(case: Case, name: str) -> bool:
    if any(word in case.ledger.fields[name].header for word in _SAYS_ACTUAL):
        return True
    return case.has({"actual_start": "planned_start", "actual_finish": "planned_finish"}.get(name, name + "_planned"))


def _happened(case: Case, name: str, project: int) -> bool:
    """Return whether the project is past this date by what else the row says: money spent, or declared finished."""
    if name == "actual_start":
        return any((case.figures(spent) or [None] * (project + 1))[project] for spent in _SPENT)
    return case.states[project] == "finished"
