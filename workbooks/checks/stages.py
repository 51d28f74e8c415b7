"""The state in words against money and dates."""

from collections.abc import Iterator

from udfs.rounding import half_up
from udfs.values.cells import DateSpan
from workbooks.checks.case import Case
from workbooks.checks.catalogue import rule
from workbooks.checks.doubt import Doubt, number, worded
from workbooks.checks.fields import CALLED

_SPENT = ("done_this_year", "done_since_start", "done_this_month")


@rule("W303")
def finished_without_date(case: Case) -> Iterator[Doubt]:
    """Yield finished projects without date, where there is a column for it and no other date says it."""
    dated = [name for name in ("actual_finish", "commissioned") if case.has(name)]
    if not dated:
        return
    for i, state in enumerate(case.states):
        if state != "finished" or any(case.texts(name)[i] is not None for name in dated):
            continue
        shown = case.merged | case.ledger.grid.uncalculated
        if not any((name, i) in case.ledger.readings or case.place(name, i) in shown for name in dated):
            yield case.doubt(dated[0], i, name=CALLED[dated[0]])


@rule("W311")
def spent_without_start(case: Case) -> Iterator[Doubt]:
    """Yield investment of projects that say they haven't begun."""
    for name in _SPENT:
        for i, (state, spent) in enumerate(zip(case.states, case.figures(name) or (), strict=False)):
            if state == "not_started" and spent and spent > 0:
                yield case.doubt(name, i, name=CALLED[name], spent=case.amount(name, spent))
        if case.figures(name) is not None:
            return


@rule("W312")
def finished_below_plan(case: Case) -> Iterator[Doubt]:
    """Yield finished projects that did less than the year's plan, or than most of the total where there is no plan.

    A project that has spent its total, or came out a little cheaper than estimated, is finished all the same.
    """
    if "finished" not in case.states:
        return
    size = len(case.states)
    total = case.figures("total_investment") or [None] * size
    since = case.figures("done_since_start") or _since_start(case) or [None] * size
    plan, done = case.figures("annual_plan") or [None] * size, case.figures("done_this_year") or [None] * size
    for i, state in enumerate(case.states):
        t, s, p, d = total[i], since[i], plan[i], done[i]
        if state != "finished" or (t and s and s >= t - case.slack("total_investment", i, t)):
            continue
        if p and p > 0:
            if d is not None and p - d > case.slack("annual_plan", i, p) + case.slack("done_this_year", i, d):
                facts = {
                    "done": case.amount("done_this_year", d),
                    "of": "年度计划投资",
                    "whole": case.amount("annual_plan", p),
                }
                rate = f"{number(half_up(d / p * 100, 1))}%"
                yield case.doubt("done_this_year", i, "annual_plan", **facts, rate=rate)
        elif t and s is not None and s / t * 100 < case.limits.finished_share:
            name = "done_since_start" if case.has("done_since_start") else "done_this_year"
            facts = {"done": case.amount(name, s), "of": "总投资", "whole": case.amount("total_investment", t)}
            yield case.doubt(name, i, "total_investment", **facts, rate=f"{number(half_up(s / t * 100, 1))}%")


@rule("W313")
def complete_but_not_finished(case: Case) -> Iterator[Doubt]:
    """Yield projects whose investment is complete, or that have a finish date, and that say they are not finished."""
    since, total = case.figures("done_since_start") or _since_start(case), case.figures("total_investment")
    name = "done_since_start" if case.has("done_since_start") else "done_this_year"
    open_states = ("under_way", "not_started")
    if since is not None and total is not None and case.comparable(name, "total_investment"):
        for i, (state, s, t) in enumerate(zip(case.states, since, total, strict=True)):
            if state in open_states and s and t and t > 0 and s >= t:
                what = f"开工累计完成投资{_said(case, name, s)}已达总投资{_said(case, 'total_investment', t)}"
                yield case.doubt(name, i, "total_investment", what=what)
    if case.has("actual_finish") and case.has("planned_finish"):
        for i, (state, finish) in enumerate(zip(case.states, case.texts("actual_finish"), strict=True)):
            if state in open_states and isinstance(finish, DateSpan) and finish.last and finish.last <= case.today:
                what = f"竣工时间已填{finish.last.year}年{finish.last.month}月"
                yield case.doubt("actual_finish", i, what=what)


def _since_start(case: Case) -> list[float | None] | None:
    """Return before this year plus this year, where the ledger has both columns and no sum of them."""
    columns = case.together("done_before_this_year", "done_this_year")
    if columns is None:
        return None
    return [None if d is None else (b or 0) + d for b, d in zip(*columns, strict=True)]


def _said(case: Case, name: str, value: float) -> str:
    return worded(case.amount(name, value))
