"""督办清单: the yellow and red projects, what must be done, by whom and by when. Red first, then by how far behind."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from workbooks.sheets.canvas import open_canvas, place_of
from workbooks.sheets.context import Context
from workbooks.sheets.lights import why
from workbooks.sheets.remark import write_remark
from workbooks.sheets.scope import why_not_judged
from workbooks.sheets.table import columns_with_values, write_rows
from workbooks.sheets.texts import chinese_date, spoken_date, text
from workbooks.supervision.figures import Project

_ORDER = {"red": 0, "yellow": 1}
_DEMANDED = ("start", "register", "money", "deadline")  # causes of a light, in the order in which they are mended


def write_supervision(context: Context) -> None:
    """Write the sheet 督办清单."""
    projects = sorted((p for p in context.supervision.projects if p.light in _ORDER), key=_urgency)
    if not projects:
        _write_nothing_behind(context)
        return
    values = _values(context, projects)
    units = [context.money.unit_behind(project.unit) for project in projects]
    columns = columns_with_values("supervision", values, context.money, units)
    canvas = open_canvas(context, "supervision", "seal", [c.width for c in columns])
    canvas.heading(context.title("supervision"), context.as_of_line(), context.unit_line())
    canvas.line(text("demands.legend_order") + text("lists.place_hint"), context.styles("legend"), points=22)
    header = canvas.header([column.title for column in columns])
    places = [place_of(project.sheet, project.cell) for project in projects]
    write_rows(context, canvas, columns, values, places, units)
    canvas.finish_list(header)


def _write_nothing_behind(context: Context) -> None:
    if context.judged:
        write_remark(context, "supervision", "seal", text("lists.none_lit"), "praise")
    else:
        write_remark(context, "supervision", "seal", why_not_judged(context.supervision))


def _urgency(project: Project) -> tuple[int, float]:
    return _ORDER[project.light], 0.0 if project.gap is None else project.gap


def deadline(context: Context, light: str) -> date:
    """Return the day by which a project of this light must have caught up."""
    return context.supervision.as_of + timedelta(days=int(context.settings[f"sheets.deadline_days.{light}"]))


def _values(context: Context, projects: list[Project]) -> dict[str, Sequence[Any]]:
    fields = ("name", "region", "responsible_person", "leader", "light", "problem", "next_step")
    values: dict[str, Sequence[Any]] = {field: [getattr(p, field) for p in projects] for field in fields}
    days = {light: deadline(context, light) for light in _ORDER}
    values["shortfall"] = context.money.column(projects, "shortfall")
    values["number"] = range(1, len(projects) + 1)
    values["completion_rate"] = context.rounded([p.completion_rate for p in projects])
    values["gap"] = context.rounded([p.gap for p in projects])
    values["reasons"] = [why(p) for p in projects]
    values["by_whom"] = [p.by_whom or text("demands.nobody") for p in projects]
    values["deadline"] = [chinese_date(days[p.light]) for p in projects]
    values["demand"] = [_demand(context, p, days[p.light]) for p in projects]
    return values


def _demand(context: Context, project: Project, day: date) -> str:
    """Return what must be done by the day: what the reasons of the light are about, and how it is to be followed up."""
    causes = {reason.cause for reason in project.grounds if reason.light.value in _ORDER}
    amount = context.money.in_table(project.shortfall or 0.0, project.unit)
    what = "，".join(text(f"demands.{cause}", amount=amount) for cause in _DEMANDED if cause in causes)
    by_when = spoken_date(day, context.supervision.as_of.year)
    asked = text("demands.ask", day=by_when, what=what, how=text(f"demands.{project.light}"))
    return asked + text("demands.problem") if project.problem else asked
