"""督导总览: the headline figures, a paragraph to read out, charts, tables by group, and what the reader must know."""

from collections.abc import Sequence
from dataclasses import dataclass

from xlsxwriter.chart import Chart

from workbooks.sheets.canvas import Canvas, open_canvas
from workbooks.sheets.cards import cards_of, write_cards, write_lights_bar
from workbooks.sheets.charts import light_chart, rate_chart
from workbooks.sheets.columns import Column
from workbooks.sheets.context import Context
from workbooks.sheets.groups import Placed, all_of, columns_for, record_of, write_group_table, write_total
from workbooks.sheets.measure import height, lines, pixels
from workbooks.sheets.notes import notes
from workbooks.sheets.summary import summary
from workbooks.sheets.table import at_least
from workbooks.sheets.texts import text

_LEAST_WIDTH = 150.0  # of the sheet: cards and charts must have room
_CHART_ROWS, _LEAST_ROW_POINTS, _MOST_ROW_POINTS = 15, 12.0, 20.0
_SECTION_POINTS = 26.0
_RATES_SHARE, _BETWEEN = 0.58, 10  # of the width for the first chart, pixels between the two
TABLES = ("level", "nature", "region", "industry")
CHARTED = ("region", "responsible_unit", "owner", "industry", "nature", "level")


@dataclass(frozen=True, slots=True)
class _ChartArea:
    """Where the charts stand: from which row on, and how high."""

    row: int
    points: float


def write_overview(context: Context) -> None:
    """Write the sheet 督导总览."""
    charted = _charted(context)
    fields = _fields(context, charted)
    columns = _columns(context, fields)
    canvas = open_canvas(context, "overview", "seal", [column.width for column in columns])
    canvas.heading(context.title("overview"), context.as_of_line(), context.unit_line(), "title")
    _write_headlines(context, canvas)
    if charted:
        area = _ChartArea(canvas.row + 1, _room_for_charts(canvas))
        placed = _write_tables(context, canvas, columns, fields)
        _insert_charts(context, canvas, placed[0], area)
        _write_notes(context, canvas, len(placed))
    else:
        # Without rates what matters most is what the report can't say.
        _write_notes(context, canvas, 0)
        _write_tables(context, canvas, columns, fields, 1)
    # The charts touch the next column, which a program may otherwise print.
    canvas.sheet.set_h_pagebreaks(canvas.breaks)
    canvas.sheet.print_area(0, 0, canvas.row - 1, canvas.last)


def _write_headlines(context: Context, canvas: Canvas) -> None:
    canvas.gap(8)
    cards = cards_of(context)
    if len(cards) > 1:
        write_cards(canvas, cards)
        canvas.gap(8)
    if context.judged:
        write_lights_bar(context, canvas)
        canvas.gap(8)
    canvas.line(summary(context), context.styles("summary"), points=24)


def _charted(context: Context) -> str | None:
    """Return the field that the charts show: the first with two groups or more that have a rate."""
    groups = context.supervision.groups
    for field in CHARTED:
        if sum(group.rank is not None for group in groups.get(field, ())) > 1:
            return field
    return None


def _fields(context: Context, charted: str | None) -> list[str]:
    """Return the fields that have a table, the charted one first; groups of one say nothing.

    Where the usual fields say nothing, the first field that does has one.
    """
    several = [field for field, groups in context.supervision.groups.items() if len(groups) > 1]
    fields = [field for field in TABLES if field in several and field != charted]
    if charted:
        return [charted, *fields]
    return fields or [field for field in CHARTED if field in several][:1]


def _columns(context: Context, fields: Sequence[str]) -> tuple[Column, ...]:
    supervision = context.supervision
    groups = [group for field in fields for group in all_of(context, field)]
    records = [record_of(context, text("groups.total"), supervision.totals)]
    records += [record_of(context, group.name, group.figures) for group in groups]
    shown = [supervision.totals, *(group.figures for group in groups)]
    columns = columns_for(context, "overview", records, shown)
    return at_least(_LEAST_WIDTH, columns)


def _write_tables(
    context: Context, canvas: Canvas, columns: Sequence[Column], fields: Sequence[str], sections: int = 0
) -> list[Placed]:
    """Write the tables under the sections that there are already."""
    placed = []
    for order, field in enumerate(fields):
        groups, number = all_of(context, field), text("sections.numbers")[sections + order]
        placed.append(write_group_table(context, canvas, columns, field, groups, number))
        if order == 0:
            write_total(context, canvas, columns)
    return placed


def _room_for_charts(canvas: Canvas) -> float:
    """Leave the rest of the first page for the charts; return its height in points."""
    canvas.gap(8)
    rest = (canvas.page_points - canvas.points) / _CHART_ROWS
    points = min(max(rest, _LEAST_ROW_POINTS), _MOST_ROW_POINTS)
    for _ in range(_CHART_ROWS):
        canvas.gap(points)
    return points * _CHART_ROWS


def _insert_charts(context: Context, canvas: Canvas, placed: Placed, area: _ChartArea) -> None:
    charts = [rate_chart(context, placed)]
    if context.judged:
        charts.append(light_chart(context, placed))
    edges = _chart_edges(canvas.widths, len(charts))
    for order, chart in enumerate(charts):
        _insert(canvas, chart, area, edges[order], edges[order + 1], _BETWEEN * order)


def _chart_edges(widths: Sequence[float], charts: int) -> list[int]:
    """Return the columns at which the charts begin, and the one after the last."""
    if charts == 1:
        return [0, len(widths)]
    goal = sum(widths) * _RATES_SHARE
    middle = min(range(1, len(widths)), key=lambda edge: abs(sum(widths[:edge]) - goal))
    return [0, middle, len(widths)]


def _insert(canvas: Canvas, chart: Chart, area: _ChartArea, first: int, after: int, offset: int) -> None:
    """Insert a chart that ends on a column's border, and so fits whatever width the clerk's font gives columns."""
    width = sum(map(pixels, canvas.widths[first:after]))
    chart.set_size({"width": width - offset, "height": int(area.points * 4 / 3) - 8})
    canvas.sheet.insert_chart(area.row, first, chart, {"object_position": 1, "x_offset": offset, "y_offset": 2})


def _write_notes(context: Context, canvas: Canvas, sections: int) -> None:
    said = [f"{order}. {note}" for order, note in enumerate(notes(context), 1)]
    width = int(sum(canvas.widths))
    canvas.keep_together(_SECTION_POINTS + sum(height(lines(note, width)) for note in said))
    number = text("sections.numbers")[sections]
    canvas.line(text("sections.notes", number=number), context.styles("section"), points=_SECTION_POINTS)
    for note in said:
        canvas.line(note, context.styles("note"))
