"""The year's completion rate: as typed against as computed, and far above the plan."""

from collections.abc import Iterator

from udfs.progress import completion_rate
from udfs.rounding import half_up
from workbooks.checks import rounding
from workbooks.checks.case import Case
from workbooks.checks.catalogue import rule
from workbooks.checks.doubt import Doubt, number


@rule("E211")
def typed_rate(case: Case) -> Iterator[Doubt]:
    """Yield typed rates that aren't this year's investment ÷ annual plan.

    Bulletins round and truncate (domain.md b5): 0.1 百分点 and the figures' own rounding pass.
    """
    columns, rates = case.together("annual_plan", "done_this_year"), case.figures("completion_rate")
    if columns is None or rates is None or not case.same_year("annual_plan", "done_this_year"):
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
        slack = case.slack("done_this_year", i, done) + rate / 100 * case.slack("annual_plan", i, plan)
        if abs(rate - typed) > own + slack / plan * 100 + 1e-9:
            facts = {
                "typed": f"{number(half_up(typed, 2))}%", "computed": f"{number(half_up(rate, 2))}%",
                "done": case.amount("done_this_year", done), "plan": case.amount("annual_plan", plan),
            }  # fmt: skip
            doubts.append(case.doubt("completion_rate", i, "annual_plan", "done_this_year", **facts))
    yield from case.unless_most(doubts, compared, "completion_rate", "annual_plan")


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
                facts = {
                    "done": case.amount("done_this_year", done), "plan": case.amount("annual_plan", plan),
                    "rate": f"{number(half_up(done / plan * 100, 1))}%",
                }  # fmt: skip
                yield case.doubt("done_this_year", i, "annual_plan", **facts)._replace(right=(0.0, plan * limit))
