"""Items that red projects give rise to: 拟办, until somebody hands them out. Never two for one project at a time."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from udfs.closing import CLOSED, DROPPED, Colour, Event, Life
from udfs.lights import Light
from udfs.periods import ReportPeriod
from udfs.values.text import name_key
from workbooks.items.records import Item
from workbooks.sheets.texts import text
from workbooks.supervision.figures import Project, Supervision

PROJECT_KIND = "项目滞后"
_COLOUR: Colour = "黄"  # domain.md b7, 宿迁 2025: 未达序时 is 黄, 逾期 is 红
_Key = tuple[str, str]
_ANY = "*"  # instead of a unit


def proposals(supervision: Supervision, items: Sequence[Item], renamed: Mapping[str, str], day: date) -> list[Item]:
    """Return the items, without numbers yet, that the red projects give rise to on a day. renamed: old → new name.

    None for a project that has one that isn't done with, or was done with in this period; nor, within the year, for one
    that somebody has decided to leave alone.
    """
    taken: set[_Key] = {key for item in items if _stands(item.life, supervision.period) for key in _keys(item, renamed)}
    names = Counter(name_key(project.name) for project in supervision.projects if project.counted)
    found: list[Item] = []
    for project in supervision.projects:
        keys = _keys_of(project, names[name_key(project.name)] == 1)
        if project.light == Light.RED and project.counted and not taken.intersection(keys):
            taken.update(keys)
            found.append(_item(project, supervision.period, day))
    return found


def _stands(life: Life, period: ReportPeriod) -> bool:
    """Return whether an item keeps another one for its project away."""
    if life.last is None or life.state not in (CLOSED, DROPPED):
        return True
    begin = period.begin or date(period.year, 1, 1)
    return life.last.year == period.year if life.state == DROPPED else life.last >= begin


def _keys(item: Item, renamed: Mapping[str, str]) -> Iterable[_Key]:
    """Yield what an item's project is known by: its code, and its name, the old and the new one, with its unit."""
    unit, name = name_key(item.unit), name_key(item.project)
    if item.code:
        yield item.code, ""
    for each in (item.project, renamed.get(name, "")):
        if each:
            yield name_key(each), unit
            yield name_key(each), _ANY


def _keys_of(project: Project, alone: bool) -> set[_Key]:
    """Return what a project is known by. alone: no other has its name, so that its unit doesn't matter."""
    name = name_key(project.name)
    keys = {(name, name_key(project.unit_in_charge))}
    if alone:
        keys.add((name, _ANY))
    if project.code:
        keys.add((project.code, ""))
    return keys


def _item(project: Project, period: ReportPeriod, day: date) -> Item:
    reasons = "；".join(reason.brief for reason in project.grounds if reason.light == Light.RED)
    return Item(
        0,
        text("items.red", name=project.name, reasons=reasons),
        text("items.source", period=period.title),
        PROJECT_KIND,
        project.name,
        project.code,
        project.unit_in_charge,
        project.responsible_person,
        (Event("propose", day, colour=_COLOUR),),
    )
