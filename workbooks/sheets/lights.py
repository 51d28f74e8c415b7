"""亮灯表: every project in the ledgers' order, its light and why."""

from collections.abc import Sequence
from typing import Any

from workbooks.sheets.canvas import open_canvas, place_of
from workbooks.sheets.context import Context
from workbooks.sheets.legend import legend
from workbooks.sheets.remark import write_remark
from workbooks.sheets.scope import why_not_judged
from workbooks.sheets.table import columns_with_values, write_rows
from workbooks.sheets.texts import text
from workbooks.supervision.figures import AMOUNTS, Project

_FIELDS = ("name", "region", "responsible_unit", "leader", "level", "nature", "manual_light", "problem")


def write_lights(context: Context) -> None:
    """Write the sheet 亮灯表."""
    projects = context.supervision.projects
    if not projects:
        write_remark(context, "lights", "navy", why_not_judged(context.supervision))
        return
    values = _values(context, projects)
    units = [context.money.unit_behind(project.unit) for project in projects]
    columns = columns_with_values("lights", values, context.money, units)
    canvas = open_canvas(context, "lights", "navy", [c.width for c in columns])
    canvas.heading(context.title("lights"), context.as_of_line(), context.unit_line())
    about = legend(context.rules) if context.judged else why_not_judged(context.supervision)
    canvas.line(about + text("lists.place_hint"), context.styles("legend"), points=22)
    header = canvas.header([column.title for column in columns])
    places = [place_of(project.sheet, project.cell) for project in projects]
    write_rows(context, canvas, columns, values, places, units)
    canvas.finish_list(header)


def _values(context: Context, projects: tuple[Project, ...]) -> dict[str, Sequence[Any]]:
    several = len({project.sheet for project in projects}) > 1
    values: dict[str, Sequence[Any]] = {field: [getattr(p, field) for p in projects] for field in _FIELDS}
    for field in AMOUNTS:
        values[field] = context.money.column(projects, field)
    nothing = [None] * len(projects)
    values["number"] = range(1, len(projects) + 1)
    values["completion_rate"] = context.rounded([p.completion_rate for p in projects])
    month_over = context.supervision.period.month is not None
    values["gap"] = context.rounded([p.gap for p in projects]) if month_over else nothing
    values["light"] = [p.light for p in projects] if context.judged else nothing
    values["reasons"] = [why(p) for p in projects] if context.judged else nothing
    # Where there are no lights at all, the sheet says once why; each row says what else is to be known.
    values["hints"] = nothing if context.judged else [hints(p) for p in projects]
    values["sheet"] = [p.sheet for p in projects] if several else nothing
    return values


def why(project: Project) -> str:
    """Return the reasons of the light as one text."""
    return "；".join([reason.brief for reason in project.grounds])


def hints(project: Project) -> str:
    """Return what is to be known of a project without light, but for why it has none."""
    return "；".join([reason.brief for reason in project.grounds if reason.cause != "missing"])
