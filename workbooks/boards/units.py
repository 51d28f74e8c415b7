"""Which projects make up which unit: counties, towns and zones in one series, departments and companies in another.

Two series as in domain.md b3 (绵阳: 县市区园区; 市直部门+市属国企). A project counts in both: for the place that it
lies in, and for the department that is responsible. What only names tell stands in settings and `series.toml`.
"""

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, Literal, get_args

from workbooks.supervision.figures import Project

SeriesKey = Literal["regions", "departments"]
SERIES: tuple[SeriesKey, ...] = get_args(SeriesKey)

_LEVELS = "县市区旗镇乡"
_SEAT = re.compile("(?:人民政府|政府|管理委员会|管委会|办事处)$")

Units = Mapping[str, Sequence[Project]]


def units_of(projects: Iterable[Project], endings: Sequence[str]) -> dict[SeriesKey, Units]:
    """Return the projects of each unit of each series; a project without a unit is in none.

    Items of 督办 are no projects. endings: of responsible units that are themselves a region (云岭经开区管委会).
    """
    counted = [project for project in projects if project.counted and project.kind != "supervision"]
    local = _named_after_regions(counted)
    regions = {project.region for project in counted}
    found: dict[SeriesKey, defaultdict[str, list[Project]]] = {key: defaultdict(list) for key in SERIES}
    for project in counted:
        unit = project.responsible_unit
        is_region = unit.endswith(tuple(endings))
        seat = _SEAT.sub("", unit)
        if region := project.region or (seat if seat in regions else unit if is_region else ""):
            found["regions"][region].append(project)
        if unit and not is_region and unit not in local:
            found["departments"][unit].append(project)
    return {key: dict(units) for key, units in found.items()}


def title_of(series: SeriesKey, names: Iterable[str]) -> str:
    """Return what a series with these units is called: 县（市、区）、园区."""
    table = _titles()[series]
    kinds = [(kind["title"], re.compile(kind["names"])) for kind in table["kinds"]]
    found = {next((title for title, pattern in kinds if pattern.search(name)), "") for name in names}
    return "、".join(title for title, _ in kinds if title in found) or str(table["others"])


def _named_after_regions(projects: Sequence[Project]) -> set[str]:
    """Return the responsible units that belong to a region: 江渚区教育局, most of whose projects lie in 江渚区.

    They aren't ranked beside the departments of the level above. Where there is but one region, none is.
    """
    if len({project.region for project in projects if project.region}) < 2:
        return set()
    of = Counter(project.responsible_unit for project in projects)
    own = Counter(
        project.responsible_unit
        for project in projects
        if project.region and project.responsible_unit.startswith(_stem(project.region))
    )
    return {unit for unit, count in own.items() if count * 2 > of[unit]}


def _stem(region: str) -> str:
    return region[:-1] if len(region) > 2 and region[-1] in _LEVELS else region


@cache
def _titles() -> dict[str, Any]:
    return tomllib.loads(files("workbooks.boards").joinpath("series.toml").read_text("utf-8"))
