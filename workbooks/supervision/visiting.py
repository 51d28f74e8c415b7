"""观摩: which projects of each unit are worth a visit at half-year. A suggestion: the office chooses.

Sources: S2 半年一次集中拉练, S3 半年一观摩; domain.md b4: each 镇街 shows three, of different industries. That they are
under construction, have a green light or none, and are those on which most was done this year is our own rule [K].
"""

from collections import defaultdict
from collections.abc import Sequence

from udfs.lights import Light
from workbooks.supervision.figures import Project, Supervision


def visits(supervision: Supervision, most: int) -> list[Project]:
    """Return up to `most` projects of each unit (属地, or 责任单位 where there is but one of these), unit by unit."""
    by_unit: dict[str, list[Project]] = defaultdict(list)
    regions = {project.region for project in supervision.projects if project.region}
    for project in supervision.projects:
        unit = project.region if len(regions) > 1 else project.by_whom
        if unit and _worth_a_visit(project):
            by_unit[unit].append(project)
    return [project for own in by_unit.values() for project in _chosen(own, most)]


def _worth_a_visit(project: Project) -> bool:
    finished = any(reason.key == "finished" for reason in project.grounds)
    is_well = project.light == Light.GREEN or (project.light == Light.NONE and not project.exemption)
    return project.counted and bool(project.done_this_year) and not finished and is_well


def _chosen(projects: Sequence[Project], most: int) -> list[Project]:
    """Return the projects on which most was done, first one of each industry, then others."""
    best = sorted(projects, key=lambda project: (-(project.done_this_year or 0.0), project.name))
    firsts = {id(project) for project in _first_of_each_industry(best)}
    return sorted(best, key=lambda project: id(project) not in firsts)[:most]


def _first_of_each_industry(projects: Sequence[Project]) -> Sequence[Project]:
    found: dict[str, Project] = {}
    for project in projects:
        found.setdefault(project.industry, project)
    return [*found.values()]
