"""完成率走势: the units' rates over the periods that were kept, as lines and as a table."""

from collections.abc import Sequence
from typing import Any

from workbooks.history import Trend
from workbooks.sheets.canvas import Canvas, open_canvas
from workbooks.sheets.charts import dress, font
from workbooks.sheets.context import Context
from workbooks.sheets.measure import pixels
from workbooks.sheets.texts import text
from workbooks.sheets.theme import color

_BEST, _WORST = 4, 4  # lines of a chart with more units than that: more can't be told apart
_CHART_POINTS = 225.0
_NAME, _PERIOD, _LEAST = 26.0, 12.0, 96.0  # widths: of the units' names, of a period, of all periods together
# Each line tells itself apart by its marker too: a black and white print has no colours.
_MARKERS = ("circle", "square", "diamond", "triangle", "x", "star", "plus", "long_dash")
_COLOURS = ("navy", "green", "yellow", "red", "grey", "plan", "green_bar", "ink")


def write_trend(context: Context, trend: Trend) -> None:
    """Write the sheet: the chart, and under it the table that it shows."""
    count = len(trend.periods)
    canvas = open_canvas(context, "trend", "navy", [_NAME, *[max(_PERIOD, _LEAST / count)] * count])
    canvas.heading(context.title("trend"), context.as_of_line(), "")
    canvas.line(text("trend.how"), context.styles("legend"), points=20)
    at = canvas.row
    canvas.gap(_CHART_POINTS)
    header = canvas.header([text("trend.units"), *trend.periods])
    lines = [(text("trend.overall"), trend.overall), (text("sections.time_series"), trend.time), *trend.units]
    for number, (name, rates) in enumerate(lines):
        _row(context, canvas, name, rates, ["total"] if number < 2 else [])
    chart = _chart(context, trend, header, lines)
    chart.set_size({"width": sum(map(pixels, canvas.widths)) - 8, "height": int(_CHART_POINTS / 0.75) - 8})
    canvas.sheet.insert_chart(at, 0, chart, {"x_offset": 4, "y_offset": 4})
    canvas.sheet.freeze_panes(0, 1)
    canvas.sheet.repeat_rows(header)
    canvas.sheet.print_area(0, 0, canvas.row - 1, canvas.last)


def _row(context: Context, canvas: Canvas, name: str, rates: Sequence[float | None], look: list[str]) -> None:
    canvas.set_height(20)
    canvas.put(0, name, context.styles("cell", "text", *look))
    for at, rate in enumerate(context.rounded(list(rates)), 1):
        canvas.put(at, rate, context.styles("cell", "rate", *look))
    canvas.row += 1


def _chart(context: Context, trend: Trend, header: int, lines: Sequence[tuple[str, Sequence[float | None]]]) -> Any:
    """Return the lines of all, of 序时进度, and of the units: of many only those at both ends."""
    chart = context.book.add_chart({"type": "line"})
    sheet, last = context.names["trend"], len(trend.periods)
    units = range(2, len(lines))
    shown = [0, 1, *(units if len(units) <= _BEST + _WORST else [*units[:_BEST], *units[-_WORST:]])]
    for number in shown:
        name, rates = lines[number]
        row = header + 1 + number
        at = (number - 2) if number < _BEST + 2 else _BEST + _WORST - (len(lines) - number)
        chart.add_series(
            {
                "name": [sheet, row, 0],
                "name_data": name,
                "categories": [sheet, header, 1, header, last],
                "categories_data": list(trend.periods),
                "values": [sheet, row, 1, row, last],
                "values_data": context.rounded(list(rates)),
                **_look(number, at),
            }
        )
    few = len(shown) < len(lines)
    dress(chart, text("trend.most", best=_BEST, worst=_WORST) if few else text("trend.chart"))
    chart.set_legend({"position": "right", "font": font("text")})
    chart.set_x_axis({"num_font": font("text"), "line": {"color": color("line")}})
    grid = {"visible": True, "line": {"color": color("hair"), "width": 0.5}}
    chart.set_y_axis({"num_font": font("text"), "num_format": "0", "line": {"none": True}, "major_gridlines": grid})
    chart.show_blanks_as("gap")
    return chart


def _look(number: int, at: int) -> dict[str, Any]:
    if number == 0:
        return {"line": {"color": color("seal"), "width": 3}}
    if number == 1:
        return {"line": {"color": color("seal"), "width": 1.5, "dash_type": "dash"}}
    hue = color(_COLOURS[at])
    marker = {"type": _MARKERS[at], "size": 6, "border": {"color": hue}, "fill": {"color": hue}}
    return {"line": {"color": hue, "width": 1.5}, "marker": marker}
