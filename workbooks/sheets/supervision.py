"""督办清单: the yellow and red projects, what must be done, by whom and by when. Red first, then by how far behind."""

from datetime import date, timedelta
from typing import Any

from workbooks.sheets.canvas import open_canvas, place_of
from workbooks.sheets.context import Context
from workbooks.sheets.lights import why
from workbooks.sheets.table import columns_with_values, write_rows
from workbooks.sheets.texts import chinese_date, text
from workbooks.supervision.figures import Project

_ORDER = {"red": 0, "yellow": 1}


def write_supervision(context: Context) -> None:
    """Write the sheet 督办清单."""
    projects = sorted((p for p in context.supervision.projects if p.light in _ORDER), key=_urgency)
    values = _values(context, projects)
    units = [context.money.unit_behind(project.unit) for project in projects]
    columns = columns_with_values("supervision", values, context.money, units)
    canvas = open_canvas(context, "supervision", "seal", [c.width for c in columns], "A3")
    canvas.heading(context.title("supervision"), context.as_of_line(), context.unit_line())
    if not projects:
        canvas.line(text("lists.none_lit"), context.styles("praise"), points=60)
        return
    canvas.line(text("demands.legend_order") + text("lists.place_hint"), context.styles("legend"), points=22)
    header = canvas.header([column.title for column in columns])
    places = [place_of(project.sheet, project.cell) for project in projects]
    write_rows(context, canvas, columns, values, places, units)
    canvas.finish_list(header)


def _urgency(project: Project) -> tuple[int, float]:
    return _ORDER[project.light], 0.0 if project.gap is None else project.gap


def deadline(context: Context, light: str) -> date:
    """Return the day by which a project of this light must have caught up."""
    return context.supervision.as_of + timedelta(days=int(context.settings[f"sheets.deadline_days.{light}"]))


def _values(context: Context, projects: list[Project]) -> dict[str, list[Any]]:
    fields = ("name", "region", "responsible_person", "leader", "light", "problem", "next_step")
    values: dict[str, list[Any]] = {field: [getattr(p, field) for p in projects] for field in fields}
    days = {light: chinese_date(deadline(context, light)) for light in _ORDER}
    values["shortfall"] = list(context.money.column(projects, "shortfall"))
    values["number"] = list(range(1, len(projects) + 1))
    values["completion_rate"] = list(context.rounded([p.completion_rate for p in projects]))
    values["gap"] = list(context.rounded([p.gap for p in projects]))
    values["reasons"] = [why(p) for p in projects]
    values["by_whom"] = [p.responsible_unit or p.owner or text("demands.nobody") for p in projects]
    values["deadline"] = [days[p.light] for p in projects]
    values["demand"] = [_demand(context, p, days[p.light]) for p in projects]
    return values


def _demand(context: Context, project: Project, day: str) -> str:
    parts = []
    if project.shortfall:
        unit = project.unit or ""
        parts.append(text("demands.shortfall", amount=context.number(project.shortfall), unit=unit))
    parts.append(text(f"demands.{project.light}", deadline=day))
    if project.problem:
        parts.append(text("demands.problem"))
    return "".join(parts)
