"""The one figure to blame where several comparisons fail: told instead of them all.

Each figure of a row can be derived from others in one or more ways (since start − before = this year; rate × plan;
the months; what a sum over the rows lacks). Where two ways agree on another figure than the one that stands there, it
is the one that's wrong.
"""

from collections.abc import Iterator

from workbooks.checks.case import Case, Place, once
from workbooks.checks.catalogue import rule
from workbooks.checks.doubt import Doubt
from workbooks.checks.fields import CALLED
from workbooks.checks.months import sums_to_date
from workbooks.checks.sums import mismatches

Ways = list[tuple[float, float]]
"""What a figure should be by each way of deriving it, and how inexact that is."""

_SINCE, _BEFORE, _THIS, _PLAN = "done_since_start", "done_before_this_year", "done_this_year", "annual_plan"
_PARTS = {_SINCE: (1, _BEFORE, 1, _THIS), _THIS: (1, _SINCE, -1, _BEFORE), _BEFORE: (1, _SINCE, -1, _THIS)}
"""Each as the signed sum of the other two."""


@rule("E203")
def total_too_small(case: Case) -> Iterator[Doubt]:
    """Yield total investments that both the annual plan and what was done exceed: the total is wrong, not those."""
    spent_in = next((name for name in (_SINCE, _BEFORE, _THIS) if case.together(name, "total_investment")), None)
    columns = case.together(_PLAN, spent_in, "total_investment") if spent_in and case.has(_PLAN) else None
    if columns is None or spent_in is None:
        return
    doubts, compared = [], 0
    for i, (plan, spent, total) in enumerate(zip(*columns, strict=True)):
        if plan is None or spent is None or not total or total < 0:
            continue
        compared += 1
        slack = case.slack("total_investment", i, total) if plan > total and spent > total else 0.0
        if (
            plan - total > slack
            and spent - total > slack
            and plan - total > slack + case.slack(_PLAN, i, plan)
            and spent - total > slack + case.slack(spent_in, i, spent)
        ):
            facts = {"total": case.amount("total_investment", total), "plan": case.amount(_PLAN, plan)}
            done = {"name": CALLED[spent_in], "done": case.amount(spent_in, spent)}
            doubt = case.doubt("total_investment", i, _PLAN, spent_in, **facts, **done)
            doubts.append(doubt._replace(right=(max(plan, spent), float("inf"))))
    yield from case.unless_most(doubts, compared, "total_investment", _PLAN)


@rule("E204")
def out_of_line(case: Case) -> Iterator[Doubt]:
    """Yield figures that two ways of deriving them contradict alike, and of which no other rule has more to say."""
    yield from culprits(case).values()


@once
def culprits(case: Case) -> dict[Place, Doubt]:
    """Return the figures to blame by their cell; what rests on one of them isn't judged."""
    found: dict[Place, Doubt] = {}
    for name in (_THIS, _PLAN, _BEFORE, _SINCE):
        figures = case.figures(name)
        if figures is None:
            continue
        for i, ways in _ways(case, name).items():
            value = figures[i]
            if value is None or len(ways) < 2:
                continue
            low, high = max(meant - slack for meant, slack in ways), min(meant + slack for meant, slack in ways)
            own = case.slack(name, i, value)
            if low <= high and not any(abs(value - meant) <= slack + own for meant, slack in ways):
                meant = min(ways, key=lambda way: way[1])[0]
                facts = {"value": case.amount(name, value), "meant": case.amount(name, round(meant, 4))}
                doubt = case.doubt(name, i, name=CALLED[name], **facts)
                found[case.place(name, i)] = doubt._replace(right=(low, high))
    return found


def _ways(case: Case, name: str) -> dict[int, Ways]:
    """Return the ways to derive the field's figure, by project, only of rows in which something disagrees."""
    found: dict[int, Ways] = {}
    for i, way in (*_by_parts(case, name), *_by_rate(case, name), *_by_months(case, name)):
        found.setdefault(i, []).append(way)
    for first, last, difference, slack in mismatches(case, name) if found else ():
        for i, ways in found.items():
            value = (case.figures(name) or ())[i] if first <= i <= last else None
            if value is not None:
                ways.append((value + difference, slack))
    return found


def _by_parts(case: Case, name: str) -> Iterator[tuple[int, tuple[float, float]]]:
    if name not in _PARTS:
        return
    plus, one, minus, other = _PARTS[name]
    columns = case.together(name, one, other)
    if columns is None or not case.same_year(_SINCE, _THIS):
        return
    for i, (value, a, b) in enumerate(zip(*columns, strict=True)):
        if value is not None and a is not None and b is not None and plus * a + minus * b != value:
            yield i, (plus * a + minus * b, case.slack(one, i, a) + case.slack(other, i, b))


def _by_rate(case: Case, name: str) -> Iterator[tuple[int, tuple[float, float]]]:
    columns, rates = case.together(_PLAN, _THIS), case.figures("completion_rate")
    if name not in (_PLAN, _THIS) or columns is None or rates is None or not case.same_year(_PLAN, _THIS):
        return
    for i, (plan, done, rate) in enumerate(zip(*columns, rates, strict=True)):
        if plan and done is not None and rate is not None and plan > 0 and abs(done / plan * 100 - rate) > 0.5:
            if name == _THIS:
                yield i, (rate * plan / 100, plan * 0.005 + case.slack(_PLAN, i, plan))
            elif rate > 1 and done > 0:
                meant = done / rate * 100
                yield i, (meant, meant * 0.5 / rate + case.slack(_THIS, i, done) / rate * 100)


def _by_months(case: Case, name: str) -> Iterator[tuple[int, tuple[float, float]]]:
    if name == _THIS:
        for i, (sums, slack, complete) in sums_to_date(case).items():
            if complete:
                yield i, (sums[0], slack)
