"""观摩建议: the projects of each unit that are worth a visit, with a column for the points that are given there."""

from workbooks.sheets.canvas import open_canvas, place_of
from workbooks.sheets.context import Context
from workbooks.sheets.remark import write_remark
from workbooks.sheets.table import Values, columns_with_values, write_rows
from workbooks.sheets.texts import text
from workbooks.supervision.figures import Project
from workbooks.supervision.visiting import visits

_FIELDS = ("name", "region", "industry", "leader", "visible_progress", "light")
_BLANK = " "  # the column is there though nothing stands in it yet


def write_visits(context: Context) -> None:
    """Write the sheet; one plain line where no project is worth a visit."""
    most = int(context.settings["periods.visits"])
    projects = visits(context.supervision, most)
    if not projects:
        write_remark(context, "visits", "navy", text("visits.none"))
        return
    values = _values(context, projects)
    units = [context.money.unit_behind(project.unit) for project in projects]
    columns = columns_with_values("visits", values, context.money, units)
    canvas = open_canvas(context, "visits", "navy", [column.width for column in columns])
    canvas.heading(context.title("visits"), context.as_of_line(), context.unit_line())
    canvas.line(text("visits.how", most=most) + text("lists.place_hint"), context.styles("legend"), points=22)
    header = canvas.header([column.title for column in columns])
    write_rows(context, canvas, columns, values, [place_of(p.sheet, p.cell) for p in projects], units)
    canvas.finish_list(header)


def _values(context: Context, projects: list[Project]) -> Values:
    return {
        "number": range(1, len(projects) + 1),
        **{field: [getattr(project, field) for project in projects] for field in _FIELDS},
        "by_whom": [project.by_whom for project in projects],
        **{field: context.money.column(projects, field) for field in ("total_investment", "done_this_year")},
        "completion_rate": context.rounded([project.completion_rate for project in projects]),
        "points": [_BLANK] * len(projects),
    }
