"""The same project in two sheets: listed twice, counted once."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from udfs.values.text import name_key
from workbooks.supervision.figures import Project


def counted_once(
    projects: Sequence[Project], periods: Mapping[str, tuple[int, int]]
) -> tuple[list[Project], list[tuple[Project, Project]]]:
    """Return the projects, those not to be counted marked, and each of these with the one counted in its place.

    Of several entries the one that says most (plan and done, then plan) is counted, among equals that of the latest
    period (a sheet for each month), then the first. periods: year and month that each sheet names, 0 for none.
    """
    if len({project.sheet for project in projects}) < 2:
        return list(projects), []
    by_name: defaultdict[str, list[int]] = defaultdict(list)
    for index, project in enumerate(projects):
        if project.name:
            by_name[name_key(project.name)].append(index)
    marked = list(projects)
    pairs = []
    for indexes in by_name.values():
        if len({projects[index].sheet for index in indexes}) < 2:
            continue
        for group in _groups(projects, indexes):
            kept = max(group, key=lambda index: (_says(projects[index]), periods[projects[index].sheet], -index))
            for index in group:
                if projects[index].sheet != projects[kept].sheet:
                    marked[index] = replace(projects[index], counted=False)
                    pairs.append((marked[index], projects[kept]))
    return marked, pairs


def _groups(projects: Sequence[Project], indexes: Sequence[int]) -> list[list[int]]:
    """Return the indexes of one name, put together where they are one project."""
    groups: list[list[int]] = []
    for index in indexes:
        home = next((group for group in groups if is_same(projects[group[0]], projects[index])), None)
        if home is None:
            groups.append([index])
        else:
            home.append(index)
    return groups


def is_same(one: Project, other: Project) -> bool:
    """Return whether two entries of one name are one project: by their unit, else their owner, else their region."""
    for field in ("responsible_unit", "owner", "region"):
        left, right = getattr(one, field), getattr(other, field)
        if left and right:
            return name_key(left) == name_key(right)
    return True


def _says(project: Project) -> int:
    return 2 * (project.annual_plan is not None) + (project.done_this_year is not None)
