"""Amounts of one project that can't all be right. Comparisons leave room for rounding (`Case.slack`) and no more."""

from collections.abc import Iterator

from workbooks.checks.case import Case
from workbooks.checks.catalogue import rule
from workbooks.checks.doubt import Doubt
from workbooks.checks.fields import CALLED, MONEY
from workbooks.checks.months import done_by_month, sums_to_date

SPENT = ("done_since_start", "done_before_this_year", "done_this_year")
_MAY_SHRINK = ("indicators", "targets")


@rule("E201")
def negative(case: Case) -> Iterator[Doubt]:
    """Yield amounts and completion rates below 0."""
    if case.ledger.kind in _MAY_SHRINK:
        return
    for name in sorted(MONEY | {"completion_rate"}):
        for i, value in enumerate(case.figures(name) or ()):
            if value is not None and value < 0:
                shown = f"{value:g}%" if name == "completion_rate" else case.amount(name, value)
                yield case.doubt(name, i, header=CALLED.get(name, case.ledger.fields[name].header), value=shown)


@rule("E205")
def plan_above_total(case: Case) -> Iterator[Doubt]:
    """Yield annual plans above the project's total investment."""
    columns = case.together("annual_plan", "total_investment")
    if columns is None:
        return
    doubts, compared = [], 0
    for i, (plan, total) in enumerate(zip(*columns, strict=True)):
        if plan is None or not total or total < 0:
            continue
        compared += 1
        if plan > total and _exceeds(case, "annual_plan", plan, "total_investment", total, i):
            doubts.append(
                case.doubt(
                    "annual_plan", i, "total_investment",
                    plan=case.amount("annual_plan", plan), total=case.amount("total_investment", total),
                )._replace(right=(0.0, total))
            )  # fmt: skip
    yield from case.unless_most(doubts, compared, "annual_plan", "total_investment")


@rule("E206")
def spent_above_total(case: Case) -> Iterator[Doubt]:
    """Yield investment above the total: since start, else its parts, before this year and this year."""
    told: set[int] = set()
    for name in SPENT:
        columns = case.together(name, "total_investment")
        if columns is None:
            continue
        doubts, compared = [], 0
        for i, (spent, total) in enumerate(zip(*columns, strict=True)):
            if spent is None or not total or total < 0:
                continue
            compared += 1
            if spent > total and i not in told and _exceeds(case, name, spent, "total_investment", total, i):
                facts = {"done": case.amount(name, spent), "total": case.amount("total_investment", total)}
                doubts.append(
                    case.doubt(name, i, "total_investment", name=CALLED[name], **facts)._replace(right=(0.0, total))
                )
        told.update(doubt.project for doubt in doubts if doubt.project is not None)
        yield from case.unless_most(doubts, compared, name, "total_investment")


@rule("E207")
def since_start_below_year(case: Case) -> Iterator[Doubt]:
    """Yield investment since start that is less than this year's or than what was done before."""
    for name in ("done_this_year", "done_before_this_year"):
        columns = case.together("done_since_start", name)
        if columns is None or (not case.same_year("done_since_start", name) and name == "done_this_year"):
            continue
        doubts, compared = [], 0
        for i, (since, part) in enumerate(zip(*columns, strict=True)):
            if since is None or part is None:
                continue
            compared += 1
            if part > since and _exceeds(case, name, part, "done_since_start", since, i):
                facts = {"since": case.amount("done_since_start", since), "part": case.amount(name, part)}
                doubts.append(
                    case.doubt("done_since_start", i, name, name=CALLED[name], **facts)._replace(
                        right=(part, float("inf"))
                    )
                )
        yield from case.unless_most(doubts, compared, "done_since_start", name)


@rule("E208")
def parts_against_since_start(case: Case) -> Iterator[Doubt]:
    """Yield investment since start that isn't before this year plus this year."""
    names = ("done_since_start", "done_before_this_year", "done_this_year")
    columns = case.together(*names)
    if columns is None or not case.same_year("done_since_start", "done_this_year"):
        return
    doubts, compared = [], 0
    for i, (since, before, this) in enumerate(zip(*columns, strict=True)):
        if since is None or before is None or this is None:
            continue
        compared += 1
        difference = since - before - this
        if difference and abs(difference) > sum(
            case.slack(name, i, v) for name, v in zip(names, (since, before, this), strict=True)
        ):
            facts = {
                "since": case.amount(names[0], since), "before": case.amount(names[1], before),
                "this": case.amount(names[2], this), "sum": case.amount(names[0], before + this),
            }  # fmt: skip
            doubts.append(
                case.doubt(names[0], i, names[1], names[2], **facts)._replace(right=(before + this, before + this))
            )
    yield from case.unless_most(doubts, compared, "done_since_start", "done_this_year")


@rule("E209")
def month_above_year(case: Case) -> Iterator[Doubt]:
    """Yield this month's investment above the year's so far, where both speak of the same month."""
    columns = case.together("done_this_month", "done_this_year")
    if columns is None:
        return
    month, year = case.ledger.fields["done_this_month"].month, case.ledger.fields["done_this_year"].month
    if month and year and month > year:
        return
    doubts, compared = [], 0
    for i, (monthly, this) in enumerate(zip(*columns, strict=True)):
        if monthly is None or this is None:
            continue
        compared += 1
        if monthly > this and _exceeds(case, "done_this_month", monthly, "done_this_year", this, i):
            facts = {"month": case.amount("done_this_month", monthly), "year": case.amount("done_this_year", this)}
            doubts.append(case.doubt("done_this_month", i, "done_this_year", **facts)._replace(right=(0.0, this)))
    yield from case.unless_most(doubts, compared, "done_this_month", "done_this_year")


@rule("E210")
def months_against_year(case: Case) -> Iterator[Doubt]:
    """Yield this year's investment that isn't the sum of its months.

    A month not filled in can only make the sum too small: such a row is doubtful only where the months exceed the year.
    """
    this = case.figures("done_this_year")
    if this is None or not done_by_month(case):
        return
    doubts = []
    found = sums_to_date(case)
    for i, (sums, slack, complete) in found.items():
        value = this[i]
        if value is None or any(abs(value - s) <= slack for s in sums) or (not complete and min(sums) < value):
            continue
        facts = {"year": case.amount("done_this_year", value), "sum": case.amount("done_this_year", round(sums[0], 6))}
        doubts.append(case.doubt("done_this_year", i, **facts)._replace(right=(sums[0], sums[0])))
    yield from case.unless_most(doubts, len(this), "done_this_year", "months")


@rule("W213")
def total_of_zero(case: Case) -> Iterator[Doubt]:
    """Yield total investments of 0 with a plan or with money spent."""
    columns = case.together("total_investment", "annual_plan")
    if columns is not None:
        for i, (total, plan) in enumerate(zip(*columns, strict=True)):
            if total == 0 and plan and plan > 0:
                yield case.doubt("total_investment", i, plan=case.amount("annual_plan", plan))


@rule("W214")
def columns_in_dispute(case: Case) -> Iterator[Doubt]:
    """Yield, once at the header, columns that disagree in most rows: meaning or unit is another than understood."""
    for dispute in case.disputes:
        other = "各月完成投资" if dispute.other == "months" else CALLED[dispute.other]
        facts = {"name": CALLED[dispute.field], "other": other, "rows": dispute.rows, "compared": dispute.compared}
        yield case.doubt_header(dispute.field, **facts)


def _exceeds(case: Case, name: str, value: float, other: str, limit: float, project: int) -> bool:
    return value - limit > case.slack(name, project, value) + case.slack(other, project, limit)
