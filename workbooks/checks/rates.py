"""Completion rates: as typed against as computed, and far above the plan."""

from collections.abc import Iterator

from udfs.progress import completion_rate
from udfs.rounding import half_up
from workbooks.checks import rounding
from workbooks.checks.case import Case
from workbooks.checks.catalogue import rule
from workbooks.checks.doubt import Doubt, number
from workbooks.checks.fields import CALLED

_SHARES = (
    ("completion_rate", "done_this_year", "annual_plan"),
    ("completion_rate", "achieved", "targeted"),
    ("rate_of_total", "done_since_start", "total_investment"),
    ("month_rate", "done_this_month", "month_plan"),
)
"""Each rate, its numerator and its denominator."""


@rule("E211")
def typed_rate(case: Case) -> Iterator[Doubt]:
    """Yield typed rates that aren't what was done ÷ what was planned.

    Bulletins round and truncate (domain.md b5): 0.1 百分点 and the figures' own rounding pass.
    """
    for share in _SHARES:
        yield from _of_share(case, *share)


def _of_share(case: Case, name: str, part: str, whole: str) -> Iterator[Doubt]:
    columns, rates = case.together(whole, part), case.figures(name)
    if columns is None or rates is None or not case.same_year(whole, part):
        return
    usual = rounding.usual_decimals(rates, 1.0)
    doubts, compared = [], 0
    for i, (plan, done, typed) in enumerate(zip(*columns, rates, strict=True)):
        if typed is None or done is None or plan is None or plan <= 0:
            continue
        compared += 1
        rate = completion_rate(done, plan)
        if rate is None or abs(rate - typed) <= 0.1:
            continue
        own = max(0.1, 10.0 ** -max(rounding.decimals(typed), usual))
        slack = case.slack(part, i, done) + rate / 100 * case.slack(whole, i, plan)
        if abs(rate - typed) > own + slack / plan * 100 + 1e-9:
            facts = {
                "name": CALLED[name], "typed": f"{number(half_up(typed, 2))}%",
                "computed": f"{number(half_up(rate, 2))}%",
                "part": CALLED[part], "done": case.amount(part, done),
                "whole": CALLED[whole], "plan": case.amount(whole, plan),
            }  # fmt: skip
            doubts.append(case.doubt(name, i, part, whole, **facts))
    yield from case.unless_most(doubts, compared, name, whole)


@rule("W212")
def far_above_plan(case: Case) -> Iterator[Doubt]:
    """Yield this year's investment far above the plan, by the share that is set (150 %)."""
    columns = case.together("annual_plan", "done_this_year")
    if columns is None:
        return
    limit = case.limits.far_above_plan / 100
    for i, (plan, done) in enumerate(zip(*columns, strict=True)):
        if plan and done and plan > 0 and done > plan * limit:
            slack = case.slack("done_this_year", i, done) + case.slack("annual_plan", i, plan) * limit
            if done - plan * limit > slack:
                rate = f"{number(half_up(done / plan * 100, 1))}%"
                facts = {"done": case.amount("done_this_year", done), "plan": case.amount("annual_plan", plan)}
                doubt = case.doubt("done_this_year", i, "annual_plan", **facts, rate=rate)
                yield doubt._replace(right=(0.0, plan * limit))
