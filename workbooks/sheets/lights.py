"""亮灯表: every project in the ledgers' order, its light and why."""

from workbooks.sheets.canvas import open_canvas, place_of
from workbooks.sheets.context import Context
from workbooks.sheets.groups import AMOUNTS
from workbooks.sheets.legend import legend
from workbooks.sheets.table import columns_with_values, write_rows
from workbooks.sheets.texts import text
from workbooks.supervision.figures import Project

_FIELDS = (
    *("name", "region", "responsible_unit", "leader", "level", "nature"),
    *("light", "manual_light", "problem"),
)


def write_lights(context: Context) -> None:
    """Write the sheet 亮灯表."""
    projects = context.supervision.projects
    values = _values(context, projects)
    units = [context.money.unit_behind(project.unit) for project in projects]
    columns = columns_with_values("lights", values, context.money, units)
    canvas = open_canvas(context, "lights", "navy", [c.width for c in columns], "A3")
    canvas.heading(context.title("lights"), context.as_of_line(), context.unit_line())
    canvas.line(legend(context.rules) + text("lists.place_hint"), context.styles("legend"), points=22)
    header = canvas.header([column.title for column in columns])
    if not projects:
        canvas.line(text("lists.no_projects"), context.styles("cell", "center"))
        return
    places = [place_of(project.sheet, project.cell) for project in projects]
    write_rows(context, canvas, columns, values, places, units)
    canvas.finish_list(header)


def _values(context: Context, projects: tuple[Project, ...]) -> dict[str, list[object]]:
    several = len({project.sheet for project in projects}) > 1
    values: dict[str, list[object]] = {field: [getattr(p, field) for p in projects] for field in _FIELDS}
    for field in AMOUNTS:
        values[field] = list(context.money.column(projects, field))
    values["number"] = list(range(1, len(projects) + 1))
    values["completion_rate"] = list(context.rounded([p.completion_rate for p in projects]))
    values["gap"] = list(context.rounded([p.gap for p in projects]))
    values["reasons"] = [why(p) for p in projects]
    values["sheet"] = [p.sheet if several else None for p in projects]
    return values


def why(project: Project) -> str:
    """Return the reasons of the light as one text."""
    return "；".join(project.reasons)
