"""弄虚作假: figures that are copied, that jump, or that statistics don't bear out. Hints for an inspector only."""

from collections.abc import Iterator

from udfs.rounding import half_up
from workbooks.checks.case import Case, Figures
from workbooks.checks.catalogue import rule
from workbooks.checks.doubt import Doubt, number
from workbooks.checks.months import done_by_month

_COMPARED = (
    "total_investment",
    "annual_plan",
    "done_this_year",
    "done_this_month",
    "done_before_this_year",
    "done_since_start",
)
_DONE = ("done_this_year", "done_since_start", "done_this_month")
_RUN = 3
STATISTICS = "done_in_statistics"


@rule("I404")
def copied_figures(case: Case) -> Iterator[Doubt]:
    """Yield runs of three and more adjacent rows with the same figures, money spent among them; once a run."""
    names = [name for name in _COMPARED if case.figures(name) is not None]
    done = next((name for name in _DONE if name in names), None)
    if done is None or len(names) < 2:
        return
    rows, start = list(zip(*(case.figures(name) or () for name in names), strict=True)), 0
    spent = names.index(done)
    for i in range(1, len(rows) + 1):
        if i < len(rows) and rows[i] == rows[i - 1] and case.ledger.rows[i] == case.ledger.rows[i - 1] + 1:
            continue
        if i - start >= _RUN and rows[start][spent] and sum(bool(value) for value in rows[start]) >= 2:
            first, last = case.ledger.rows[start] + 1, case.ledger.rows[i - 1] + 1
            yield case.doubt(done, start, first=first, last=last, done=case.amount(done, rows[start][spent] or 0))
        start = i


@rule("I405")
def jump(case: Case) -> Iterator[Doubt]:
    """Yield a month that did most of the year's plan after months that did next to nothing."""
    plan = case.figures("annual_plan")
    if plan is None:
        return
    months = done_by_month(case)
    columns: tuple[Figures, Figures]
    if len(months) >= 3:
        last = max(months)
        columns = months[last], _sum_before(months, last)
        name = "done_this_year"
    else:
        both = case.together("done_this_month", "done_this_year")
        month = case.ledger.fields["done_this_year"].month if both else None
        if both is None or (month or 12) < 3:
            return
        columns = both[0], [None if m is None or y is None else y - m for m, y in zip(*both, strict=True)]
        name = "done_this_month"
    if not case.has(name):
        return
    for i, (p, m, earlier) in enumerate(zip(plan, *columns, strict=True)):
        if not p or p <= 0 or not m or earlier is None or earlier <= 0:
            continue
        if m / p * 100 >= case.limits.jump_share and earlier / p * 100 <= case.limits.quiet_share:
            facts = {"month": case.amount(name, m), "earlier": case.amount(name, earlier)}
            yield case.doubt(name, i, "annual_plan", **facts, share=f"{number(half_up(m / p * 100, 1))}%")


@rule("I408")
def statistics(case: Case) -> Iterator[Doubt]:
    """Yield reported investment that the statistics (入统数) miss by more than the set share."""
    columns = case.together("done_this_year", STATISTICS)
    if columns is None:
        return
    for i, (done, counted) in enumerate(zip(*columns, strict=True)):
        if done and counted and done > 0 and abs(done - counted) / done * 100 > case.limits.statistics_gap:
            facts = {"done": case.amount("done_this_year", done), "counted": case.amount(STATISTICS, counted)}
            gap = f"{number(half_up(abs(done - counted) / done * 100, 1))}%"
            yield case.doubt(STATISTICS, i, "done_this_year", **facts, gap=gap)


def _sum_before(months: dict[int, list[float | None]], last: int) -> list[float | None]:
    earlier = [column for month, column in months.items() if month < last]
    return [
        None if None in values else sum(v for v in values if v is not None) for values in zip(*earlier, strict=True)
    ]
