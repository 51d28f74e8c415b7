"""集中开工: which projects began in the quarter, which should have begun, which are to begin in the next.

Source: S2, 每季度一次集中开工 (domain.md 0).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from udfs.deadlines import add_months
from workbooks.supervision.figures import Project, Supervision

Begin = Literal["begun", "overdue", "coming"]
_MONTHS = 3


@dataclass(frozen=True, slots=True)
class Starting:
    """A project and how it stands: begun in the quarter, overdue (应开未开), or coming in the next quarter."""

    project: Project
    begin: Begin


def starting(supervision: Supervision) -> list[Starting]:
    """Return the projects that a quarter's list of beginnings names, by how they stand, then as the ledgers do."""
    order: tuple[Begin, ...] = ("begun", "overdue", "coming")
    found = list(_found(supervision))
    return sorted(found, key=lambda each: order.index(each.begin))


def _found(supervision: Supervision) -> Iterator[Starting]:
    first, last = supervision.period.begin, supervision.period.end
    if first is None or last is None:
        return
    next_last = add_months(last + timedelta(1), _MONTHS) - timedelta(1)
    for project in supervision.projects:
        if not project.counted:
            continue
        if project.actual_start and first <= project.actual_start <= last:
            yield Starting(project, "begun")
        elif _is_due(project, last) and any(reason.cause == "start" for reason in project.grounds):
            yield Starting(project, "overdue")
        elif project.planned_start and last < project.planned_start <= next_last and not project.begun:
            yield Starting(project, "coming")


def _is_due(project: Project, last: date) -> bool:
    """Return whether it was to begin by the quarter's end: the report's day may be later."""
    return project.planned_start is not None and project.planned_start <= last
