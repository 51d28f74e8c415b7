"""Assemble 红黑榜 from a report's figures: each series' units with figures, scores, places; and the allocation."""

from collections.abc import Mapping, Sequence

from udfs.boards import BoardRules, Entry, boards
from udfs.progress import progress_gap
from udfs.ranking import ranking
from udfs.sharing import allocation
from udfs.totals import total
from udfs.values.text import name_key
from workbooks.boards.formula import Measure, measures, score_of
from workbooks.boards.records import Allocation, Boards, Series, Share, Unit
from workbooks.boards.units import SERIES, SeriesKey, Units, title_of, units_of
from workbooks.settings import Settings
from workbooks.sheets.scope import why_not_judged
from workbooks.supervision.amounts import WAN
from workbooks.supervision.figures import Figures, Project, Supervision
from workbooks.supervision.notes import note
from workbooks.supervision.summing import main_unit, summed

EXEMPT = "boards.exempt."


def boards_of(supervision: Supervision, settings: Settings) -> Boards:
    """Return the boards, scores and suggested allocation for a report's period."""
    target = _target(supervision, settings)
    units = units_of(supervision.projects, settings["boards.regions.endings"])
    series = tuple(
        _series(key, units[key], supervision, settings, target) for key in SERIES if target is not None and units[key]
    )
    pool = settings["boards.pool"]
    funds = _allocation(pool, series) if pool and series else None
    return Boards(target, series, _remark(series, supervision), funds, _unknown(units, settings))


def _remark(series: Sequence[Series], supervision: Supervision) -> str:
    """Return why nobody can be on a board; nothing where somebody can."""
    if any(each.ranked > 1 for each in series):
        return ""
    if supervision.period.month is None or not supervision.projects:
        return why_not_judged(supervision)
    if not series:
        return note("no_units")
    return note("one_unit" if any(each.ranked for each in series) else "no_ranks")


def _target(supervision: Supervision, settings: Settings) -> float | None:
    if supervision.period.month is None:
        return None
    fixed: float = settings["boards.target_rate"]
    return fixed if settings["boards.target"] == "fixed" else supervision.time_progress


def _series(key: SeriesKey, units: Units, supervision: Supervision, settings: Settings, target: float | None) -> Series:
    left_out = {name_key(name) for name in settings["boards.left_out"]}
    members = {name: projects for name, projects in units.items() if name_key(name) not in left_out}
    by_score = settings["boards.basis"] == "score"
    rules = BoardRules(
        settings[f"boards.{key}.red"],
        settings[f"boards.{key}.black"],
        settings["boards.exceeds"],
        "得分" if by_score else "完成率",
    )
    names = list(members)
    figures = [summed(members[n], main_unit(members[n]), supervision.time_progress) for n in names]
    measured = _measured(members, figures, supervision)
    scores = [score_of(own, sums, settings) for own, sums in zip(measured, figures, strict=True)]
    gaps = [progress_gap(sums.completion_rate, target) for sums in figures]
    done = [sums.done_this_year for sums in figures]
    totals = [score.total for score in scores]
    ranked = totals if by_score else [sums.completion_rate for sums in figures]
    excuses = [settings.excuses.get(name_key(name), "") for name in names]
    places = {place.index: place for place in ranking(totals, done, names)}
    lines = boards([Entry(*each) for each in zip(names, ranked, gaps, done, excuses, strict=True)], rules)
    found = (
        Unit(
            names[at], figures[at], gaps[at], measured[at], scores[at], line, places[at],
            _need(members[names[at]], settings["boards.need"], supervision.as_of.year),
        )
        for line in lines
        for at in (line.place.index,)
    )  # fmt: skip
    others = tuple(name for name in units if name not in members)
    return Series(title_of(key, names or others), rules.red, rules.black, tuple(found), others)


def _measured(members: Units, figures: Sequence[Figures], supervision: Supervision) -> list[Mapping[str, Measure]]:
    in_error = {(found.sheet, found.row - 1) for found in supervision.findings if found.severity == "error"}
    return [
        measures(projects, sums.completion_rate, supervision.time_progress, supervision.as_of, in_error)
        for projects, sums in zip(members.values(), figures, strict=True)
    ]


def _need(projects: Sequence[Project], how: str, year: int) -> float | None:
    """Return what a unit still has to invest, in 万元, over the projects of which that is known; None of none.

    [K]: total investment − what was done since the start; by the setting, this year's plan − what was done of it.
    """
    return total(
        max(0.0, whole - done)
        for project in projects
        if project.unit == WAN
        for whole, done in [_whole_and_done(project, how, year)]
        if whole is not None and done is not None
    )


def _whole_and_done(project: Project, how: str, year: int) -> tuple[float | None, float | None]:
    if how == "this_year":
        return project.annual_plan, project.done_this_year
    done = project.done_since_start
    if done is None and project.actual_start is not None and project.actual_start.year == year:
        done = project.done_this_year
    return project.total_investment, done


def _allocation(pool: int, every: Sequence[Series]) -> Allocation:
    """Return the pool shared out among the units of the first series that has several to rank.

    Of one only: another one would count the same projects again.
    """
    series = next((each for each in every if each.ranked > 1), every[0])
    units = sorted(series.units, key=lambda unit: (unit.by_score.rank is None, unit.by_score.rank or 0))
    amounts = allocation(pool, [unit.score.total for unit in units], [unit.need for unit in units])
    shares = (Share(unit, amount) for unit, amount in zip(units, amounts, strict=True))
    return Allocation(pool, series.name, tuple(shares))


def _unknown(units: Mapping[SeriesKey, Units], settings: Settings) -> tuple[str, ...]:
    """Return a warning for each exemption that names no unit."""
    known = {name_key(name) for own in units.values() for name in own}
    written = [key.removeprefix(EXEMPT) for key in settings.given if key.startswith(EXEMPT)]
    strangers = [name for name in written if name_key(name) not in known]
    return tuple(note("no_such_unit", setting=f"{EXEMPT}{name}", name=name) for name in strangers)
