"""A project in a period, and the row of 督导历史 that holds it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from operator import attrgetter

from udfs.values.cells import figure
from udfs.values.text import name_key, printable
from workbooks.memory import cell_day, cell_text
from workbooks.package.cells import Cell
from workbooks.sheets.texts import light_text
from workbooks.supervision.figures import LIGHTS, Project

AMOUNT_PLACES, RATE_PLACES = 6, 4
_AMOUNTS = ("total_investment", "annual_plan", "done_this_year")
_RATES = ("completion_rate", "time_progress", "gap")
_DATES = ("planned_start", "actual_start", "planned_finish", "actual_finish")
SEAL = "seal"
_ALIKE = 80  # of 100: names that may be one project's


@dataclass(frozen=True, slots=True)
class Entry:
    """What was known of a project at the end of a period.

    unit: 责任单位, else its owner, else 属地. Amounts are in `currency` (万元, or the ledger's own; empty: unknown),
    rates in percent, gap in 百分点; None is what wasn't known. Dates are ISO, empty where none was given. issues: what
    the checks found, as `E201 年累计完成投资`, joined by `；`.
    """

    code: str
    name: str
    unit: str
    region: str
    level: str
    nature: str
    currency: str
    total_investment: float | None
    annual_plan: float | None
    done_this_year: float | None
    completion_rate: float | None
    time_progress: float | None
    gap: float | None
    light: str
    planned_start: str
    actual_start: str
    planned_finish: str
    actual_finish: str
    issues: str


FIELDS = tuple(field.name for field in fields(Entry))


def entry_of(project: Project, time_progress: float, issues: Sequence[str]) -> Entry:
    """Return the entry of a project as supervised."""
    amounts = {name: _rounded(getattr(project, name), AMOUNT_PLACES) for name in _AMOUNTS}
    return Entry(
        code=printable(project.code),
        name=printable(project.name),
        unit=printable(project.unit_in_charge),
        region=printable(project.region),
        level=printable(project.level),
        nature=printable(project.nature),
        currency=project.unit or "",
        **amounts,
        completion_rate=_rounded(project.completion_rate, RATE_PLACES),
        time_progress=_rounded(time_progress, RATE_PLACES),
        gap=_rounded(project.gap, RATE_PLACES),
        light=project.light,
        planned_start=_iso(project.planned_start),
        actual_start=_iso(project.actual_start),
        planned_finish=_iso(project.planned_finish),
        actual_finish=_iso(project.actual_finish),
        issues="；".join(issues),
    )


def likely_name(entry: Entry, others: Iterable[Entry]) -> str:
    """Return the name of that of the other projects of its unit which is most alike; nothing where none is alike."""
    from rapidfuzz.fuzz import ratio

    name = name_key(entry.name)
    same = [other for other in others if name_key(other.unit) == name_key(entry.unit)]
    alike = [(ratio(name, name_key(other.name)), other.name) for other in same]
    best = max(alike, default=(0.0, ""))
    return best[1] if best[0] >= _ALIKE else ""


def cells_of(entry: Entry, period: str, as_of: date, seal: str) -> Mapping[str, Cell]:
    """Return the cells, by field, of the row that holds an entry. period: as the sheet names it; seal: its code."""
    held: dict[str, Cell] = {name: getattr(entry, name) or None for name in FIELDS}
    held |= {name: getattr(entry, name) for name in (*_AMOUNTS, *_RATES)}
    return held | {"light": light_text(entry.light), "period": period, "as_of": as_of.isoformat(), SEAL: seal}


def entry_in(cells: Mapping[str, object]) -> Entry:
    """Return the entry that a row holds. cells: by field; what can't be read as a figure is None."""
    held = {name: cells.get(name) for name in FIELDS}
    figures = {name: figure(held[name]) for name in (*_AMOUNTS, *_RATES)}
    texts = {name: cell_text(value) for name, value in held.items() if name not in figures}
    texts |= {name: day_text(held[name]) for name in _DATES}
    lights = {light_text(light): light for light in LIGHTS}
    return Entry(**{**texts, **figures, "light": lights.get(texts["light"], "none")})  # type: ignore[arg-type]


def day_text(value: object) -> str:
    """Return a day as it was kept, also where the clerk's program has made a date of it; else what the cell says."""
    return _iso(cell_day(value)) or cell_text(value)


def units_of(entries: Iterable[Entry]) -> Callable[[Entry], str]:
    """Return what makes the units of these projects: 属地 where there are several, else 单位."""
    return attrgetter("region" if len({entry.region for entry in entries if entry.region}) > 1 else "unit")


def has_amounts(entries: Iterable[Entry]) -> bool:
    """Return whether any of the projects has an amount that is compared."""
    return any(getattr(entry, name) is not None for entry in entries for name in _AMOUNTS)


def _rounded(value: float | None, places: int) -> float | None:
    return None if value is None else round(value, places) + 0.0


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
