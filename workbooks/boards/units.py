"""Which projects make up which unit: counties, towns and zones in one series, departments and companies in another.

Two series as in domain.md b3 (绵阳: 县市区园区; 市直部门+市属国企). A project counts in both: for the place that it
lies in, and for the department that is responsible. What only names tell stands in settings and `series.toml`.
"""

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, Literal, get_args

from workbooks.supervision.figures import Project

SeriesKey = Literal["regions", "departments"]
SERIES: tuple[SeriesKey, ...] = get_args(SeriesKey)

_LEVELS = "县市区旗镇乡"
_SEAT = re.compile("(?:人民政府|政府|管理委员会|管委会|办事处)$")

_ZONE = "园区"

Units = Mapping[str, Sequence[Project]]


def units_of(projects: Sequence[Project], endings: Sequence[str]) -> dict[SeriesKey, Units]:
    """Return the projects of each unit of each series; a project without a unit is in none.

    endings: of responsible units that are themselves a region. What one of these is responsible for is its own, not
    that of the place where it lies: 县工业园区管委会 has projects in several towns.
    """
    local = _named_after_regions(projects)
    own = _own_regions(projects, endings, local)
    found: dict[SeriesKey, defaultdict[str, list[Project]]] = {key: defaultdict(list) for key in SERIES}
    for project in projects:
        unit = project.responsible_unit
        is_region = unit.endswith(tuple(endings))
        if region := own.get(unit) or project.region or (unit if is_region else ""):
            found["regions"][region].append(project)
        if unit and not is_region and unit not in local:
            found["departments"][unit].append(project)
    return {key: dict(units) for key, units in found.items()}


def title_of(series: SeriesKey, names: Iterable[str]) -> str:
    """Return what a series with these units is called: 县（市、区）、园区."""
    found = {_kind(series, name) for name in names}
    return "、".join(title for title, _ in _kinds(series) if title in found) or str(_titles()[series]["others"])


def _kind(series: SeriesKey, name: str) -> str:
    return next((title for title, pattern in _kinds(series) if pattern.search(name)), "")


@cache
def _kinds(series: SeriesKey) -> list[tuple[str, re.Pattern[str]]]:
    return [(kind["title"], re.compile(kind["names"])) for kind in _titles()[series]["kinds"]]


def _own_regions(projects: Sequence[Project], endings: Sequence[str], local: Collection[str]) -> dict[str, str]:
    """Return which region each responsible unit is that counts for itself.

    By the name without 管委会 and the like where that is a region of the ledger. Else it is one of its own if it ranks
    with the regions: a zone does everywhere, a town only among towns. But a zone whose projects all lie in one zone,
    and a unit that has just the projects of one region, is that region: 云岭经济技术开发区, 云岭经开区管委会.
    """
    lying: defaultdict[str, list[Project]] = defaultdict(list)
    of_unit: defaultdict[str, list[Project]] = defaultdict(list)
    for project in projects:
        lying[project.region].append(project)
        of_unit[project.responsible_unit].append(project)
    among = {_ZONE, *(_kind("regions", region) for region in lying)}
    found = {}
    for unit, own in of_unit.items():
        seat, kind = _SEAT.sub("", unit), _kind("regions", unit)
        if seat and seat in lying:
            found[unit] = seat
        elif unit.endswith(tuple(endings)) and unit not in local and kind in among:
            places = {project.region for project in own if project.region}
            place = places.pop() if len(places) == 1 else ""
            alike = kind == _ZONE == _kind("regions", place)
            same = place and (alike or all(project.responsible_unit == unit for project in lying[place]))
            found[unit] = place if same else unit
    return found


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
