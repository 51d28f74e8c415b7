"""The tables of 督导总览: projects summed by level, nature, region, industry."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workbooks.sheets.canvas import Canvas
from workbooks.sheets.context import Context
from workbooks.sheets.texts import light_text, text
from workbooks.supervision.figures import LIGHTS, Figures, Group

MOST_ROWS = 40
AMOUNTS = ("total_investment", "annual_plan", "done_this_year")
_HEAD_POINTS, _ROW_POINTS = 90.0, 21.5  # section heading, column headings and total; one row
_FIGURES = ("projects", "total_investment", "annual_plan", "done_this_year", "completion_rate", "time_progress", "gap")

NAME, PROJECTS, TOTAL, PLAN, DONE, RATE, TIME, GAP, GREEN, YELLOW, RED, NONE = range(12)


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a table of groups stands, for the charts: its first and last row (0-based), and the groups shown."""

    field: str
    first: int
    last: int
    groups: tuple[Group, ...]


def write_figures(context: Context, canvas: Canvas, figures: Figures, first: int, roles: tuple[str, ...]) -> None:
    """Write the figures of a group into the present row, from the column `first` on: 11 cells."""
    sheet, styles, row = canvas.sheet, canvas.styles, canvas.row
    month_over = context.supervision.period.month is not None
    rate, gap = context.rounded([figures.completion_rate, figures.gap])
    time_progress = context.rounded([context.supervision.time_progress])[0] if month_over else None
    cells: list[tuple[str, float | None]] = [
        ("count", figures.projects),
        *(("amount", context.money.shown(getattr(figures, field), figures.unit)) for field in AMOUNTS),
        ("rate", rate),
        ("rate", time_progress),
        ("gap", gap),
        # No light of a colour is an empty cell: what is there is seen at once.
        *(("count", figures.lights[light] or None) for light in LIGHTS),
    ]
    for column, (role, value) in enumerate(cells, first):
        unit = context.money.unit_behind(figures.unit) if role == "amount" else ""
        style = styles("cell", role, *roles, unit=unit)
        if value is None:
            sheet.write_blank(row, column, None, style)
        else:
            sheet.write_number(row, column, value, style)


def amount_widths(context: Context, shown: Iterable[Figures]) -> list[int]:
    """Return how wide the three columns of amounts must be for these figures."""
    money, widths = context.money, [0, 0, 0]
    for figures in shown:
        for order, field in enumerate(AMOUNTS):
            value = money.shown(getattr(figures, field), figures.unit)
            widths[order] = max(widths[order], money.width([value], money.unit_behind(figures.unit)))
    return widths


def widened(widths: Sequence[float], first: int, needed: Sequence[int]) -> list[float]:
    """Return the widths, from the column `first` on at least what is needed."""
    wide = list(widths)
    for column, width in enumerate(needed, first):
        wide[column] = max(wide[column], width)
    return wide


def write_group_table(context: Context, canvas: Canvas, field: str, groups: tuple[Group, ...], number: str) -> Placed:
    """Write the table of one field with its section heading and total."""
    label = text("sections.groups", number=number, field=text(f"fields.{field}"))
    shown = groups[:MOST_ROWS]
    if len(shown) < len(groups):
        label += text("sections.cut", total=len(groups), shown=len(shown))
    canvas.keep_together(_HEAD_POINTS + _ROW_POINTS * len(shown))
    canvas.line(label, context.styles("section"), points=26)
    canvas.header(
        [
            text(f"fields.{field}"),
            *(text(f"groups.{name}") for name in _FIGURES),
            *(light_text(light) for light in LIGHTS),
        ]
    )
    first = canvas.row
    for group in shown:
        canvas.fit([(group.name, canvas.widths[0])])
        canvas.sheet.write_string(canvas.row, 0, group.name, context.styles("cell", "text"))
        write_figures(context, canvas, group.figures, 1, ())
        canvas.row += 1
    return Placed(field, first, canvas.row - 1, shown)


def write_total(context: Context, canvas: Canvas) -> None:
    """Write the total of all projects under the tables."""
    canvas.fit([])
    canvas.sheet.write_string(canvas.row, 0, text("groups.total"), context.styles("cell", "center", "total"))
    write_figures(context, canvas, context.supervision.totals, 1, ("total",))
    canvas.row += 1
