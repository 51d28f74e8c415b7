"""资金分配建议: what each unit still has to invest, and a pool of funds shared out by that and by the scores."""

from collections.abc import Sequence

from udfs.sharing import allocation
from udfs.totals import total
from workbooks.boards.records import Allocation, Need, Series, Share
from workbooks.supervision.amounts import WAN
from workbooks.supervision.figures import Project
from workbooks.supervision.notes import note

_MOST_NAMED = 3


def need_of(projects: Sequence[Project], how: str, year: int) -> Need:
    """Return what is still to be invested in a unit's projects. how, year: of `remaining`."""
    amounts = [remaining(project, how, year) for project in projects]
    return Need(total(amounts), len(amounts), amounts.count(None))


def remaining(project: Project, how: str, year: int) -> float | None:
    """Return what is still to be invested in a project, in 万元; None where that can't be told.

    [K]: total investment − what was done since the start, never below 0; by the setting `this_year` this year's plan −
    what was done of it. In what hasn't begun all is still to be invested. year: the report's.
    """
    whole = project.annual_plan if how == "this_year" else project.total_investment
    done = _done(project, how, year)
    return None if project.unit != WAN or whole is None or done is None else max(0.0, whole - done)


def _done(project: Project, how: str, year: int) -> float | None:
    if not project.begun:
        return 0.0
    if how == "this_year":
        return project.done_this_year
    begun = project.actual_start
    of_this_year = begun.year == year if begun else "新开工" in project.nature
    return project.done_this_year if of_this_year and project.done_since_start is None else project.done_since_start


def allocated(pool: int, every: Sequence[Series]) -> Allocation:
    """Return the pool shared out among the units of the first series that has several to rank.

    Of one only: another one would count the same projects again. Where the needs of most projects can't be told nobody
    has an amount [K]: it would go to whose ledger is filled in.
    """
    series = next((each for each in every if each.ranked > 1), every[0])
    units = series.by_score()
    needs = [unit.need for unit in units]
    mostly_told = sum(need.unknown for need in needs) * 2 <= sum(need.projects for need in needs)
    amounts = allocation(
        pool, [unit.score.total for unit in units], [need.amount if mostly_told else None for need in needs]
    )
    shares = tuple(Share(unit, amount) for unit, amount in zip(units, amounts, strict=True))
    return Allocation(pool, series.name, shares)


def needs_left_out(funds: Allocation) -> tuple[str, ...]:
    """Return the warning that the needs of some units are too low, because not all their projects' can be told."""
    units = [share.unit for share in funds.shares if share.unit.need.unknown and share.amount is not None]
    if not units:
        return ()
    said = "、".join(
        note("need_unknown", unit=unit.name, projects=unit.need.projects, unknown=unit.need.unknown)
        for unit in units[:_MOST_NAMED]
    )
    return (note("needs_unknown" if len(units) <= _MOST_NAMED else "more_needs_unknown", units=said, count=len(units)),)
