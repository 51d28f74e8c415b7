"""Entries that a ledger of projects can't do without: asked for only where their column exists."""

from collections.abc import Iterator

from workbooks.checks.case import Case
from workbooks.checks.catalogue import rule
from workbooks.checks.doubt import Doubt

_LISTS_OF_PROJECTS = ("progress", "reserve", "funding", "investment_promotion", "approvals")
_PLANNED = ("progress", "funding")


@rule("E101")
def missing_name(case: Case) -> Iterator[Doubt]:
    """Yield rows with a sequence number and no name."""
    if case.ledger.kind in (*_LISTS_OF_PROJECTS, "supervision"):
        yield from _blank(case, "name", silent_dash=False)


@rule("E102")
def missing_plan(case: Case) -> Iterator[Doubt]:
    """Yield projects without annual plan, except 前期, 储备, given up, and those completed in earlier years."""
    if case.ledger.kind in _PLANNED:
        completed = _completed_before(case)
        for doubt in _blank(case, "annual_plan"):
            if doubt.project is not None and not (case.preparatory[doubt.project] or completed[doubt.project]):
                yield doubt


@rule("E103")
def missing_unit(case: Case) -> Iterator[Doubt]:
    """Yield projects for which no unit answers."""
    if case.ledger.kind in (*_LISTS_OF_PROJECTS, "supervision"):
        yield from _blank(case, "responsible_unit")


@rule("E104")
def missing_leader(case: Case) -> Iterator[Doubt]:
    """Yield projects without leader."""
    if case.ledger.kind in _LISTS_OF_PROJECTS:
        yield from _blank(case, "leader")


def _blank(case: Case, name: str, silent_dash: bool = True) -> Iterator[Doubt]:
    if not case.has(name):
        return
    for project, value in enumerate(case.texts(name)):
        if value is not None and value != "":
            continue
        reading = case.ledger.readings.get((name, project))
        if reading and (silent_dash or reading.status != "placeholder"):
            continue  # something stands there; if it can't be read, another rule says so
        if case.place(name, project) not in case.merged:
            yield case.doubt(name, project)


def _completed_before(case: Case) -> list[bool]:
    """Return which projects were completed before this year: everything was spent, or they say so and spend nothing."""
    size = len(case.ledger.rows)
    before = case.figures("done_before_this_year") or [None] * size
    total = case.figures("total_investment") or [None] * size
    this_year = case.figures("done_this_year") or [None] * size
    return [
        bool(b and t and b >= t) or (state == "finished" and not y)
        for b, t, y, state in zip(before, total, this_year, case.states, strict=True)
    ]
