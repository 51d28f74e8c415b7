"""The charts of 督导总览, over its own tables: completion by unit against the 序时进度, and the lights."""

from dataclasses import replace
from math import ceil, floor
from typing import Any

from xlsxwriter.chart import Chart

from workbooks.sheets.context import Context
from workbooks.sheets.groups import Placed
from workbooks.sheets.texts import light_text, text
from workbooks.sheets.theme import color, theme
from workbooks.supervision.figures import LIGHTS

MOST_BARS = 16
_LETTERS = 48  # how many Chinese characters have room beside each other under the columns
_UPRIGHT = 10  # characters of an upright name under its column for which a chart makes room by itself
# Longer names would leave the columns no height: with them the columns keep theirs, and the legend goes to the top.
_KEPT = {"x": 0.07, "y": 0.22, "width": 0.91, "height": 0.4}
_LOW = 0.15  # share of the chart's height below which the line meets labels at the columns' feet
_HIGHEST = 200  # where the axis ends at the latest: one rate far beyond it would flatten all others
# Black-and-white print tells the lights apart: green is pale, yellow and none have patterns, red is dark.
_LABELS = {"red": {"color": "#FFFFFF"}}
_PATTERNS = {"yellow": "wide_upward_diagonal", "none": "percent_20"}


def font(role: str) -> dict[str, Any]:
    """Return the font of a chart's title or other texts, as XlsxWriter takes it."""
    properties: dict[str, Any] = dict(theme()["charts"][role])
    return properties


def _bars(placed: Placed) -> Placed:
    """Return the part of the table that has room in a chart: to the last group with a rate, who is behind."""
    rated = [index for index, group in enumerate(placed.groups) if group.rank is not None]
    last = rated[-1]
    first = max(rated[0], last + 1 - MOST_BARS)
    groups = placed.groups[first : last + 1]
    return replace(placed, first=placed.first + first, last=placed.first + last, groups=groups)


def _rows(context: Context, placed: Placed, field: str) -> list[Any]:
    """Return the chart's reference to a column of the table."""
    return [context.names["overview"], placed.first, placed.column(field), placed.last, placed.column(field)]


def rate_chart(context: Context, placed: Placed) -> Chart:
    """Return columns of the completion rate, one a group, under the line of the 序时进度."""
    bars = _bars(placed)
    names = [group.name for group in bars.groups]
    rates = context.rounded([group.figures.completion_rate for group in bars.groups])
    known = [rate for rate in rates if rate is not None]
    month_over = context.supervision.period.month is not None
    time = context.rounded([context.supervision.time_progress])[0] or 0.0
    bottom, top = _ends([*known, time])
    # At the foot of its column no label meets the line, but for one that lies low itself.
    position = "outside_end" if time < top * _LOW and max(known) <= top else "inside_base"
    chart = context.book.add_chart({"type": "column"})
    chart.add_series(
        {
            "name": text("sections.rate_series"),
            "categories": _rows(context, bars, "name"),
            "values": _rows(context, bars, "completion_rate"),
            "categories_data": names,
            "values_data": rates,
            "fill": {"color": color("plan")},
            "border": {"color": color("navy"), "width": 0.75},
            "gap": 60,
            "data_labels": {"value": True, "position": position, "font": font("text"), "num_format": "0.0"},
        }
    )
    if month_over:
        line = context.book.add_chart({"type": "line"})
        line.add_series(
            {
                "name": text("sections.time_series"),
                "categories": _rows(context, bars, "name"),
                "values": _rows(context, bars, "time_progress"),
                "categories_data": names,
                "values_data": [None if rate is None else time for rate in rates],
                "line": {"color": color("seal"), "width": 2, "dash_type": "dash"},
            }
        )
        chart.combine(line)
    title = "lowest" if len(bars.groups) < placed.rated else "against_time" if month_over else "alone"
    dress(chart, text(f"rate_chart.{title}", field=text(f"fields.{placed.field}"), count=len(bars.groups)))
    upright = {"rotation": 271} if len("".join(names)) > _LETTERS else {}
    if upright and max(map(len, names)) > _UPRIGHT:
        chart.set_plotarea({"layout": _KEPT})
        chart.set_legend({"position": "top", "font": font("text")})
    chart.set_x_axis(
        {
            "num_font": font("text") | upright,
            "line": {"color": color("line")},
            "major_tick_mark": "none",
            "label_position": "low",
        }
    )
    chart.set_y_axis(
        {
            "num_font": font("text"),
            "num_format": "0",
            "min": bottom,
            "max": top,
            "line": {"none": True},
            "major_gridlines": {"visible": True, "line": {"color": color("hair"), "width": 0.5}},
        }
    )
    return chart


def light_chart(context: Context, placed: Placed) -> Chart:
    """Return bars of each group's lights, stacked, in the groups' order."""
    bars = _bars(placed)
    chart = context.book.add_chart({"type": "bar", "subtype": "stacked"})
    for light in LIGHTS:
        counts = [group.figures.lights[light] or None for group in bars.groups]
        if not any(counts):
            continue
        options = {
            "name": light_text(light),
            "categories": _rows(context, bars, "name"),
            "values": _rows(context, bars, light),
            "categories_data": [group.name for group in bars.groups],
            "values_data": counts,
            "border": {"color": color("ink"), "width": 0.5},
            "gap": 45,
            "data_labels": {"value": True, "font": font("text") | _LABELS.get(light, {})},
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
    dress(chart, text("sections.light_chart", field=text(f"fields.{placed.field}")))
    chart.set_y_axis({"num_font": font("text"), "reverse": True, "interval_unit": 1, "line": {"color": color("line")}})
    chart.set_x_axis({"visible": False, "min": 0, "major_gridlines": {"visible": False}})
    return chart


def _ends(rates: list[float]) -> tuple[int, int]:
    """Return where the axis begins and ends: round numbers, with room for the label of the highest column."""
    step = 20 if max(rates) > 60 else 10
    top = max(step, ceil(max(rates) * 1.12 / step) * step)
    return min(0, floor(min(rates) / step) * step), min(top, _HIGHEST)


def dress(chart: Chart, title: str) -> None:
    """Give a chart its title, its legend under it, and no frame."""
    chart.set_title({"name": title, "name_font": font("title"), "overlay": False})
    chart.set_legend({"position": "bottom", "font": font("text")})
    chart.set_chartarea({"border": {"none": True}})
