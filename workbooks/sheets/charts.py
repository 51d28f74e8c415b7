"""The charts of 督导总览, over its own tables: completion by unit against the 序时进度, and the lights."""

from math import ceil
from typing import Any

from xlsxwriter.chart import Chart

from workbooks.sheets.context import Context
from workbooks.sheets.groups import GREEN, NAME, RATE, TIME, Placed
from workbooks.sheets.texts import light_text, text
from workbooks.sheets.theme import color, theme

MOST_BARS = 16
_LETTERS = 48  # how many Chinese characters have room beside each other under the columns
_SERIES_LIGHTS = ("green", "yellow", "red", "none")
# Black-and-white print tells the lights apart by pattern.
_PATTERNS = {"yellow": "wide_upward_diagonal", "none": "percent_20"}


def _font(role: str) -> dict[str, Any]:
    font: dict[str, Any] = dict(theme()["charts"][role])
    return font


def _range(sheet: str, placed: Placed, column: int, first: int) -> list[Any]:
    return [sheet, first, column, placed.last, column]


def _bars(placed: Placed) -> int:
    """Return the first row of the groups that have room in a chart: those at the table's end, who are behind."""
    rated = [index for index, group in enumerate(placed.groups) if group.rank is not None]
    return placed.first + max(0, len(rated) - MOST_BARS)


def rate_chart(context: Context, placed: Placed) -> Chart:
    """Return columns of the completion rate, one a group, under the line of the 序时进度."""
    rated = tuple(group for group in placed.groups if group.rank is not None)
    first = _bars(placed)
    table = Placed(placed.field, placed.first, placed.first + len(rated) - 1, rated)
    groups = rated[first - placed.first :]
    sheet = context.names["overview"]
    names = [group.name for group in groups]
    rates = context.rounded([group.figures.completion_rate for group in groups])
    chart = context.book.add_chart({"type": "column"})
    chart.add_series(
        {
            "name": text("sections.rate_series"),
            "categories": _range(sheet, table, NAME, first),
            "values": _range(sheet, table, RATE, first),
            "categories_data": names,
            "values_data": rates,
            "fill": {"color": color("plan")},
            "border": {"color": color("navy"), "width": 0.75},
            "gap": 60,
            # At the foot of its column no label meets the line.
            "data_labels": {"value": True, "position": "inside_base", "font": _font("text"), "num_format": "0.0"},
        }
    )
    if context.supervision.period.month is not None:
        line = context.book.add_chart({"type": "line"})
        line.add_series(
            {
                "name": text("sections.time_series"),
                "categories": _range(sheet, table, NAME, first),
                "values": _range(sheet, table, TIME, first),
                "categories_data": names,
                "values_data": context.rounded([context.supervision.time_progress]) * len(groups),
                "line": {"color": color("seal"), "width": 2, "dash_type": "dash"},
            }
        )
        chart.combine(line)
    field = text(f"fields.{placed.field}")
    lowest = len(groups) < len(rated)
    title = text("sections.rate_chart_lowest" if lowest else "sections.rate_chart", field=field, count=len(groups))
    _dress(chart, title)
    crowded = len("".join(names)) > _LETTERS
    upright = {"rotation": 271} if crowded else {}
    chart.set_x_axis({"num_font": _font("text") | upright, "line": {"color": color("line")}, "major_tick_mark": "none"})
    chart.set_y_axis(
        {
            "num_font": _font("text"),
            "num_format": "0",
            "min": 0,
            "max": _top([rate or 0.0 for rate in rates] + [context.supervision.time_progress]),
            "line": {"none": True},
            "major_gridlines": {"visible": True, "line": {"color": color("hair"), "width": 0.5}},
        }
    )
    return chart


def light_chart(context: Context, placed: Placed) -> Chart:
    """Return bars of each group's lights, stacked, in the groups' order."""
    first = max(placed.first, placed.last + 1 - MOST_BARS)
    groups = placed.groups[first - placed.first :]
    sheet = context.names["overview"]
    chart = context.book.add_chart({"type": "bar", "subtype": "stacked"})
    for offset, light in enumerate(_SERIES_LIGHTS):
        counts = [group.figures.lights[light] or None for group in groups]
        if not any(counts):
            continue
        options = {
            "name": light_text(light),
            "categories": _range(sheet, placed, NAME, first),
            "values": _range(sheet, placed, GREEN + offset, first),
            "categories_data": [group.name for group in groups],
            "values_data": counts,
            "border": {"color": color("ink"), "width": 0.5},
            "gap": 45,
            "data_labels": {"value": True, "font": _font("text")},
        }
        if light in _PATTERNS:
            options["pattern"] = {
                "pattern": _PATTERNS[light],
                "fg_color": color(f"{light}_line"),
                "bg_color": color(f"{light}_fill"),
            }
        else:
            options["fill"] = {"color": color(f"{light}_bar")}
        chart.add_series(options)
    _dress(chart, text("sections.light_chart", field=text(f"fields.{placed.field}")))
    chart.set_y_axis({"num_font": _font("text"), "reverse": True, "interval_unit": 1, "line": {"color": color("line")}})
    chart.set_x_axis({"visible": False, "min": 0, "major_gridlines": {"visible": False}})
    return chart


def _top(rates: list[float]) -> int:
    """Return where the axis ends: a round number with room for the label of the highest column."""
    step = 20 if max(rates) > 60 else 10
    return max(step, ceil(max(rates) * 1.12 / step) * step)


def _dress(chart: Chart, title: str) -> None:
    chart.set_title({"name": title, "name_font": _font("title"), "overlay": False})
    chart.set_legend({"position": "bottom", "font": _font("text")})
    chart.set_chartarea({"border": {"none": True}})
