"""Entries that a ledger of projects can't do without: asked for only where their column exists."""

from collections.abc import Iterator

from workbooks.checks.case import Case
from workbooks.checks.catalogue import rule
from workbooks.checks.doubt import Doubt
from workbooks.checks.fields import CALLED

_LISTS_OF_PROJECTS = ("progress", "reserve", "funding", "investment_promotion", "approvals")
_PLANNED = ("progress", "funding")
_SIGNED = ("签名", "签字", "签章", "盖章")
"""What is signed on paper stays blank in the file."""
_SEVERAL = 3


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


@rule("I105")
def empty_column(case: Case) -> Iterator[Doubt]:
    """Yield required columns in which nobody has filled in anything: told once, at the header."""
    if case.ledger.kind in _LISTS_OF_PROJECTS and case.ledger.layout == "table":
        planned = case.ledger.kind in _PLANNED and not all(case.preparatory)
        for name in ("annual_plan", "responsible_unit", "leader") if planned else ("responsible_unit", "leader"):
            if case.has(name) and _is_empty(case, name):
                yield case.doubt_header(name, called=CALLED[name])


def _is_empty(case: Case, name: str) -> bool:
    """Return whether the column is blank in every one of at least three projects, and not by merging."""
    column = case.ledger.fields[name].column
    blank = len(case.ledger.rows) >= _SEVERAL and all(value in (None, "") for value in case.texts(name))
    return (
        blank
        and not any(field == name for field, _ in case.ledger.readings)
        and not any(at == column and row in case.project_at for row, at in case.merged)
    )


def _blank(case: Case, name: str, silent_dash: bool = True) -> Iterator[Doubt]:
    if not case.has(name) or any(word in case.ledger.fields[name].header for word in _SIGNED) or _is_empty(case, name):
        return
    for project, value in enumerate(case.texts(name)):
        if value is not None and value != "":
            continue
        reading = case.ledger.readings.get((name, project))
        if reading and (silent_dash or reading.status != "placeholder"):
            continue  # something stands there; if it can't be read, another rule says so
        place = case.place(name, project)
        if place not in case.merged and place not in case.ledger.grid.uncalculated:
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
