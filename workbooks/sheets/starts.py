"""集中开工: what began in the quarter, what should have begun and hasn't, what is to begin in the next."""

from collections import Counter

from udfs.totals import total
from workbooks.sheets.canvas import open_canvas, place_of
from workbooks.sheets.context import Context
from workbooks.sheets.remark import write_remark
from workbooks.sheets.table import Values, columns_with_values, write_rows
from workbooks.sheets.texts import chinese_date, text
from workbooks.supervision.amounts import WAN
from workbooks.supervision.starting import Starting, starting

_FIELDS = ("name", "region", "responsible_person", "leader")


def write_starts(context: Context) -> None:
    """Write the sheet; one plain line where there is no such project."""
    found = starting(context.supervision)
    if not found:
        write_remark(context, "starts", "navy", text("starts.none"))
        return
    projects = [each.project for each in found]
    values = _values(context, found)
    units = [context.money.unit_behind(project.unit) for project in projects]
    columns = columns_with_values("starts", values, context.money, units)
    canvas = open_canvas(context, "starts", "navy", [column.width for column in columns])
    canvas.heading(context.title("starts"), context.as_of_line(), context.unit_line())
    canvas.line(_summary(context, found), context.styles("summary"), points=24)
    header = canvas.header([column.title for column in columns])
    write_rows(context, canvas, columns, values, [place_of(p.sheet, p.cell) for p in projects], units)
    canvas.finish_list(header)


def _summary(context: Context, found: list[Starting]) -> str:
    counts = Counter(each.begin for each in found)
    begun = [each.project.total_investment for each in found if each.begin == "begun" and each.project.unit == WAN]
    amount = total(begun)
    whole = text("starts.amount", amount=context.money.sentence(amount)) if amount is not None else ""
    return text("starts.summary", amount=whole, **{begin: counts[begin] for begin in ("begun", "overdue", "coming")})


def _values(context: Context, found: list[Starting]) -> Values:
    projects = [each.project for each in found]
    return {
        "number": range(1, len(found) + 1),
        "begin": [text(f"starts.{each.begin}") for each in found],
        **{field: [getattr(project, field) for project in projects] for field in _FIELDS},
        "by_whom": [project.by_whom for project in projects],
        **{
            field: context.money.column(projects, field)
            for field in ("total_investment", "annual_plan", "done_this_year")
        },
        **{
            field: [chinese_date(day) if (day := getattr(project, field)) else "" for project in projects]
            for field in ("planned_start", "actual_start")
        },
        "reasons": [
            "；".join(reason.brief for reason in project.grounds if reason.cause == "start") for project in projects
        ],
    }
