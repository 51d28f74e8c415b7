"""A formula beside the ledger gives what the bulletin prints: both on the shipped sample ledgers, cell by cell."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import workbooks.samples
from udfs.lights import Light
from udfs.progress import time_progress
from udfs.values.cells import Value
from udfs.worksheet import MISSING, Cell, calculate
from workbooks.ledger import Ledger
from workbooks.reading import read_book
from workbooks.recognition import recognise
from workbooks.settings import Settings
from workbooks.supervision import supervise
from workbooks.supervision.figures import Project

AS_OF = date(2026, 6, 30)
SAMPLES = Path(workbooks.samples.__file__).parent
ONLY_IN_THE_LEDGER = frozenset(("register", "state"))
"""Grounds of a light that come from columns which LIGHT has no argument for: 入库, 竣工."""


def cells(ledger: Ledger, field: str) -> list[list[Value]] | object:
    """Return the field's cells as they stand in the sheet, MISSING where the ledger has no such field."""
    place = ledger.fields.get(field)
    return MISSING if place is None else [[ledger.grid.rows[row][place.column]] for row in ledger.rows]


def progress_ledgers() -> Iterator[tuple[str, Ledger, list[Project]]]:
    for name in ("county.xlsx", "city.xlsx"):
        for ledger in recognise(read_book(SAMPLES / name), Settings()).ledgers:
            if ledger.kind == "progress":
                projects = supervise([ledger], (), Settings(), AS_OF).projects
                yield f"{name}:{ledger.sheet}", ledger, list(projects)


CASES = [pytest.param(ledger, projects, id=name) for name, ledger, projects in progress_ledgers()]


def column(name: str, *given: object) -> list[Cell]:
    return [cell for [cell] in calculate(name, *given, today=AS_OF)]


def blank(figure: float | None) -> Cell:
    return "" if figure is None else figure


def test_there_are_ledgers_to_compare() -> None:
    assert sum(len(projects) for _, _, projects in progress_ledgers()) > 200


@pytest.mark.parametrize(("ledger", "projects"), CASES)
def test_rates_gaps_and_shortfalls_are_those_of_the_bulletin(ledger: Ledger, projects: list[Project]) -> None:
    done, plan = cells(ledger, "done_this_year"), cells(ledger, "annual_plan")
    rates = column("COMPLETION_RATE", done, plan)
    assert rates == [blank(project.completion_rate) for project in projects]
    assert column("PROGRESS_GAP", [[rate] for rate in rates]) == [blank(project.gap) for project in projects]
    assert ledger.fields["annual_plan"].unit == "万元", "the unit in which the bulletin has its amounts"
    shortfalls = column("SHORTFALL", done, plan, time_progress(AS_OF))
    assert shortfalls == [blank(project.shortfall) for project in projects]


@pytest.mark.parametrize(("ledger", "projects"), CASES)
def test_lights_and_reasons_are_those_of_the_bulletin(ledger: Ledger, projects: list[Project]) -> None:
    fields = ("done_this_year", "annual_plan", None, "planned_start", "actual_start", "deadline", "exemption")
    given = [cells(ledger, field) if field else "2026-6-30" for field in fields]
    lights, reasons = column("LIGHT", *given), column("LIGHT_REASON", *given)
    compared = 0
    for project, light, reason in zip(projects, lights, reasons, strict=True):
        if ONLY_IN_THE_LEDGER.isdisjoint(ground.cause for ground in project.grounds):
            expected = Light(project.light)
            assert light == f"{expected.symbol} {expected.word}", project.cell
            assert reason == "；".join(ground.text for ground in project.grounds), project.cell
            compared += 1
    assert compared > len(projects) / 2
