"""Projects summed: totals of all, of each currency, and of each group, ranked."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from operator import attrgetter

from udfs.progress import progress_gap
from udfs.ranking import ranking
from udfs.totals import total, total_rate
from workbooks.supervision.amounts import WAN
from workbooks.supervision.figures import LIGHTS, Figures, Group, Project, Supervision

GROUPED_BY = ("region", "responsible_unit", "owner", "level", "nature", "industry", "leader")


def main_unit(projects: Sequence[Project]) -> str | None:
    """Return the unit that sums are in: 万元 where any project has it, else the one that all have, else 万元."""
    units = {project.unit for project in projects}
    return units.pop() if len(units) == 1 else WAN


def summed(projects: Sequence[Project], unit: str | None, time_progress: float) -> Figures:
    """Return the sums over the projects counted; amounts of another unit than `unit` are left out, never converted."""
    counted = [project for project in projects if project.counted]
    alike = [project for project in counted if project.unit == unit]
    both = [project for project in alike if project.completion_rate is not None]
    rate = total_rate([p.done_this_year for p in both], [p.annual_plan for p in both])
    lights = Counter(project.light for project in counted)
    return Figures(
        projects=len(counted),
        unit=unit,
        total_investment=total(project.total_investment for project in alike),
        annual_plan=total(project.annual_plan for project in alike),
        done_this_year=total(project.done_this_year for project in alike),
        completion_rate=rate,
        gap=progress_gap(rate, time_progress),
        lights={light: lights[light] for light in LIGHTS},
    )


def without_done(supervision: Supervision) -> list[Project]:
    """Return the projects whose plan the rate leaves out, because they have no done figure (contract.md, "Totals")."""
    if supervision.totals.completion_rate is None:
        return []
    alike = [p for p in supervision.projects if p.counted and p.unit == supervision.totals.unit]
    return [project for project in alike if project.annual_plan and project.done_this_year is None]


def foreign(projects: Sequence[Project], unit: str | None, time_progress: float) -> tuple[Figures, ...]:
    """Return the sums of the projects whose amounts are in other units than the report's, one for each."""
    others: defaultdict[str | None, list[Project]] = defaultdict(list)
    for project in projects:
        if project.unit != unit and _has_amount(project):
            others[project.unit].append(project)
    return tuple(summed(members, other, time_progress) for other, members in others.items())


def _has_amount(project: Project) -> bool:
    amounts = (project.total_investment, project.annual_plan, project.done_this_year)
    return any(amount is not None for amount in amounts)


def groups(projects: Sequence[Project], time_progress: float) -> dict[str, tuple[Group, ...]]:
    """Return the groups of each field that any project has, in order of rank; projects without a value are in none."""
    return {
        field: ranked for field in GROUPED_BY if (ranked := _ranked(projects, field, attrgetter(field), time_progress))
    }


def _ranked(
    projects: Sequence[Project], field: str, key: Callable[[Project], str], time_progress: float
) -> tuple[Group, ...]:
    members: defaultdict[str, list[Project]] = defaultdict(list)
    for project in projects:
        if project.counted and (name := key(project)):
            members[name].append(project)
    names = list(members)
    figures = [summed(members[name], main_unit(members[name]), time_progress) for name in names]
    places = ranking([f.completion_rate for f in figures], [f.done_this_year for f in figures], names)
    return tuple(Group(field, place.rank, place.tied, names[place.index], figures[place.index]) for place in places)
