"""Assemble 红黑榜 from a report's figures: each series' units with figures, scores, places; and the allocation."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from udfs.boards import BoardRules, Entry, boards
from udfs.periods import PeriodKind
from udfs.progress import progress_gap
from udfs.ranking import ranking
from udfs.values.text import name_key
from workbooks.boards.formula import measures, score_of
from workbooks.boards.funds import allocated, need_of
from workbooks.boards.records import Boards, Candidate, Series, Unit
from workbooks.boards.units import SERIES, SeriesKey, Units, title_of, units_of
from workbooks.settings import Settings
from workbooks.supervision.figures import Project, Supervision
from workbooks.supervision.notes import note
from workbooks.supervision.summing import main_unit, summed

EXEMPT = "boards.exempt."
IN_REPORTS_OF: tuple[PeriodKind, ...] = ("quarter", "year")
"""The periods whose reports have boards. Source: S3, 一季一通报、一年一总评."""


def with_boards(supervision: Supervision, settings: Settings) -> Supervision:
    """Return the figures with the boards of their period, which must have ended, and what those warn of."""
    found = boards_of(supervision, settings)
    return replace(supervision, boards=found, warnings=(*supervision.warnings, *found.warnings))


def counted_projects(supervision: Supervision) -> list[Project]:
    """Return the projects that boards are about: items of 督办 are none."""
    return [project for project in supervision.projects if project.counted and project.kind != "supervision"]


def boards_of(supervision: Supervision, settings: Settings) -> Boards:
    """Return the boards, scores and suggested allocation for a report's period, which must have ended."""
    target = settings["boards.target_rate"] if settings["boards.target"] == "fixed" else supervision.time_progress
    units = units_of(counted_projects(supervision), settings["boards.regions.endings"])
    series = tuple(_series(key, units[key], supervision, settings, target) for key in SERIES if units[key])
    pool = settings["boards.pool"]
    funds = allocated(pool, series) if pool and series else None
    return Boards(target, series, _remark(series), funds, _unknown(units, settings))


def _remark(series: Sequence[Series]) -> str:
    """Return why nobody can be on a board; nothing where somebody can."""
    if any(each.ranked > 1 for each in series):
        return ""
    if not series:
        return note("no_units")
    return note("one_unit" if any(each.ranked for each in series) else "no_ranks")


def _series(key: SeriesKey, units: Units, supervision: Supervision, settings: Settings, target: float) -> Series:
    no_units = {name_key(name) for name in settings["boards.left_out"]}
    others = tuple(name for name in units if name_key(name) in no_units)
    candidates = [
        _candidate(name, projects, supervision, settings, target)
        for name, projects in units.items()
        if name not in others
    ]
    rules = BoardRules(
        settings[f"boards.{key}.red"],
        settings[f"boards.{key}.black"],
        settings["boards.exceeds"],
        "得分" if settings["boards.basis"] == "score" else "完成率",
    )
    names = [candidate.name for candidate in candidates]
    return Series(title_of(key, names or others), rules.red, rules.black, _placed(candidates, rules, settings), others)


def _candidate(
    name: str, projects: Sequence[Project], supervision: Supervision, settings: Settings, target: float
) -> Candidate:
    in_error = {(found.sheet, found.row - 1) for found in supervision.findings if found.severity == "error"}
    time_progress, as_of = supervision.time_progress, supervision.as_of
    figures = summed(projects, main_unit(projects), time_progress)
    measured = measures(projects, figures.completion_rate, time_progress, as_of, in_error)
    return Candidate(
        name,
        figures,
        progress_gap(figures.completion_rate, target),
        measured,
        score_of(measured, figures, settings),
        need_of(projects, settings["boards.need"], as_of.year),
    )


def _placed(candidates: Sequence[Candidate], rules: BoardRules, settings: Settings) -> tuple[Unit, ...]:
    """Return the units in the order of the boards."""
    scores = [each.score.total for each in candidates]
    done = [each.figures.done_this_year for each in candidates]
    places = {place.index: place for place in ranking(scores, done, [each.name for each in candidates])}
    rates = [each.figures.completion_rate for each in candidates]
    ranked_by = scores if settings["boards.basis"] == "score" else rates
    entries = [
        Entry(each.name, figure, each.gap, each.figures.done_this_year, settings.excuses.get(name_key(each.name), ""))
        for each, figure in zip(candidates, ranked_by, strict=True)
    ]
    return tuple(
        Unit(**_fields(candidates[line.place.index]), line=line, place=places[line.place.index])
        for line in boards(entries, rules)
    )


def _fields(candidate: Candidate) -> dict[str, Any]:
    return {each.name: getattr(candidate, each.name) for each in fields(candidate)}


def _unknown(units: Mapping[SeriesKey, Units], settings: Settings) -> tuple[str, ...]:
    """Return a warning for each exemption that names no unit."""
    known = {name_key(name) for own in units.values() for name in own}
    written = [key.removeprefix(EXEMPT) for key in settings.given if key.startswith(EXEMPT)]
    strangers = [name for name in written if name_key(name) not in known]
    return tuple(note("no_such_unit", setting=f"{EXEMPT}{name}", name=name) for name in strangers)
