"""A unit's score: which parts it has, and what they are measured by. Weights, caps and deductions are settings.

- 投资进度 60: 完成率 ÷ 序时进度, at the year's end 延安's 60 × 完成投资 ÷ 年度计划 (domain.md b4); for each percent
  above it 0.2 more, 10 at most (b4: 某市 2020).
- 开工 20: begun ÷ due to begin by now (b5: 江门's denominator); 竣工 10: finished ÷ due to be finished by now. 某市 has
  开工 25, 玉林 开竣工率 20 (b4); that it is 20 and 10 is [K].
- 数据质量 10: projects without an entry in error ÷ all; [K], in place of 某市's 管理服务 15 and what 弄虚作假 costs.
- Lights: red −2, yellow −0.5 (b7: 广元 红 −2, 黄 two −1), 10 at most. Not for each project but for each tenth of them
  [K], because units have from 1 to 60; for each by the setting 亮灯扣分的算法.

Due is what was planned for this year, or for an earlier one and hadn't happened when this year began. A project with a
stated 正当理由 isn't due.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from udfs.progress import completion_rate
from udfs.rates import share
from udfs.scores import Deduction, Part, Score, per_tenth, score
from workbooks.settings import Settings
from workbooks.supervision.figures import Figures, Project

PARTS = ("investment", "start", "finish", "quality")
LIGHTS = ("red", "yellow")


@dataclass(frozen=True, slots=True)
class Measure:
    """What a part of a score is measured by. share: in percent, None: can't be had; count, of: projects if counted."""

    share: float | None
    count: int | None = None
    of: int | None = None


def measures(
    projects: Sequence[Project], rate: float | None, time_progress: float, as_of: date, in_error: set[tuple[str, int]]
) -> dict[str, Measure]:
    """Return the measure of each part. in_error: sheet and row (0-based) of the projects with an entry in error."""
    due = [project for project in projects if not project.exemption]
    clean = sum((project.sheet, project.row) not in in_error for project in projects)
    return {
        "investment": Measure(completion_rate(rate, time_progress)),
        "start": _reached(due, "planned_start", "actual_start", _begun, as_of),
        "finish": _reached(due, "planned_finish", "actual_finish", _finished(as_of), as_of),
        "quality": _counted(clean, len(projects)),
    }


def score_of(measured: Mapping[str, Measure], figures: Figures, settings: Settings) -> Score:
    """Return the unit's score by the settings. A part without weight is none."""
    weights = {key: settings[f"scores.weights.{key}"] for key in PARTS}
    parts = [
        Part(
            key,
            weight,
            measured[key].share,
            settings["scores.bonus"] if key == "investment" else 0.0,
            settings["scores.bonus_cap"] if key == "investment" else 0.0,
        )
        for key, weight in weights.items()
        if weight
    ]
    lit = sum(figures.lights[light] for light in (*LIGHTS, "green"))
    deductions = []
    for light in LIGHTS:
        each, count = settings[f"scores.deduct_{light}"], figures.lights[light]
        by_share = settings["scores.deduct_by"] == "share"
        deductions.append(Deduction(light, per_tenth(count, lit, each) if by_share else count * each))
    return score(parts, deductions, settings["scores.deduct_cap"], settings["scores.decimals"])


def _reached(
    projects: Sequence[Project], planned: str, actual: str, happened: Callable[[Project], bool], as_of: date
) -> Measure:
    """Return how many of the projects due by now, of this year's, have got there."""
    due = [project for project in projects if _is_due(getattr(project, planned), as_of)]
    this_year = [
        project
        for project in due
        if getattr(project, planned).year == as_of.year
        or not happened(project)
        or (getattr(project, actual) is not None and getattr(project, actual).year == as_of.year)
    ]
    return _counted(sum(map(happened, this_year)), len(this_year))


def _is_due(planned: date | None, as_of: date) -> bool:
    return planned is not None and planned <= as_of


def _begun(project: Project) -> bool:
    """Return whether a project that is due to begin has begun: it has no 应开未开 among the reasons of its light."""
    return all(reason.cause != "start" for reason in project.grounds)


def _finished(as_of: date) -> Callable[[Project], bool]:
    def finished(project: Project) -> bool:
        has_date = project.actual_finish is not None and project.actual_finish <= as_of
        return has_date or any(reason.key == "finished" for reason in project.grounds)

    return finished


def _counted(count: int, of: int) -> Measure:
    return Measure(share(count, of), count, of) if of else Measure(None)
