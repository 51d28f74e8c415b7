"""目标完成: every unit's rate and light at one glance, then target by target who is behind by how much, and why."""

from collections.abc import Sequence

from udfs.lights import Light
from workbooks.sheets.bands import Band, bands_of, matrix_of
from workbooks.sheets.canvas import Canvas, open_canvas, place_of
from workbooks.sheets.columns import columns_of
from workbooks.sheets.context import Context
from workbooks.sheets.legend import legend_of_targets
from workbooks.sheets.measure import height, lines
from workbooks.sheets.target_words import targets_summary
from workbooks.sheets.texts import light_text, text
from workbooks.targets.records import JudgedTarget

_SLOTS, _SLOT = 10, 11.5  # right of the names: so many columns of one width, for the glance and for the list
_SECTION_POINTS, _BAND_POINTS, _ROW_POINTS = 26.0, 22.0, 21.5
_HEADER_POINTS = height(2, "header_line") + 4
_MOST_EMPTY = 1 / 6  # of a page, left below for a band to be in one piece


def write_targets(context: Context) -> None:
    """Write the sheet 目标完成."""
    targets = context.supervision.targets
    first, second = (column.width for column in columns_of("targets")[:2])
    canvas = open_canvas(context, "targets", "navy", [first, second, *[_SLOT] * _SLOTS])
    canvas.heading(context.title("targets"), context.as_of_line(), "")
    canvas.line(targets_summary(targets), context.styles("summary"), points=26)
    canvas.line(text("targets.legend") + legend_of_targets(context.rules), context.styles("legend"), points=22)
    bands = bands_of(targets, context.supervision.target_moment)
    for shared in matrix_of(bands, _SLOTS):
        _write_matrix(context, canvas, shared)
    canvas.keep_together(_SECTION_POINTS + _HEADER_POINTS + _beginning(canvas, bands[0]))
    canvas.line(text("targets.details"), context.styles("section"), points=_SECTION_POINTS)
    _write_header(context, canvas)
    for band in bands:
        _write_band(context, canvas, band)
    canvas.sheet.set_h_pagebreaks(canvas.breaks)
    canvas.sheet.print_area(0, 0, canvas.row - 1, canvas.last)


def _write_matrix(context: Context, canvas: Canvas, bands: Sequence[Band]) -> None:
    """Write units down, the whole last, targets across; in each field light and rate, if the unit has the target."""
    units = list(dict.fromkeys(row.target.unit for band in bands for row in band.units))
    wholes = list(dict.fromkeys(band.whole.target.unit for band in bands if band.whole))
    canvas.line(text("targets.matrix"), context.styles("section"), points=_SECTION_POINTS)
    slots = _SLOTS // len(bands)
    spans = [(2 + slots * at, 1 + slots * (at + 1)) for at in range(len(bands))]
    tallest = max(lines(band.title, int(_SLOT * slots)) for band in bands)
    canvas.set_height(height(tallest, "header_line") + 4)
    canvas.span(text("targets.unit"), context.styles("header"), 0, 1)
    for band, (left, right) in zip(bands, spans, strict=True):
        canvas.span(band.title, context.styles("header"), left, right)
    canvas.row += 1
    for unit in (*units, *wholes):
        canvas.set_height(_ROW_POINTS)
        canvas.span(unit, context.styles("cell", "text", *(["total"] if unit in wholes else [])), 0, 1)
        for band, (left, right) in zip(bands, spans, strict=True):
            row = next((row for row in band.rows if row.target.unit == unit), None)
            style = context.styles("cell", row.light if row else "none")
            canvas.span(_glance(context, row), style, left, right)
        canvas.row += 1
    canvas.gap(8)


def _glance(context: Context, row: JudgedTarget | None) -> str:
    if row is None:
        return ""
    symbol = Light(row.light).symbol
    figure = row.rate if row.rate is not None else row.target.done if row.target.measure == "%" else None
    return symbol if figure is None else text("targets.cell", symbol=symbol, rate=context.number(figure))


def _write_header(context: Context, canvas: Canvas) -> None:
    columns = columns_of("targets")
    canvas.set_height(_HEADER_POINTS)
    style = context.styles("header")
    for at, column in enumerate(columns[:-1]):
        canvas.put(at, column.title, style)
    canvas.span(columns[-1].title, style, len(columns) - 1, canvas.last)
    canvas.row += 1


def _write_band(context: Context, canvas: Canvas, band: Band) -> None:
    """Write a band with its rows, in one piece where that leaves little empty; else it goes on under the headings."""
    _keep_together(context, canvas, _beginning(canvas, band))
    canvas.line(band.title, context.styles("cell", "band_row"), points=_BAND_POINTS)
    for left, (place, row) in zip(range(len(band.rows), 0, -1), band.ranked, strict=True):
        if _keep_together(context, canvas, _ROW_POINTS * (2 if left == 2 else 1)):  # the last never goes on alone
            canvas.line(text("targets.goes_on", title=band.title), context.styles("cell", "band_row"))
        _write_row(context, canvas, band, place, row)


def _beginning(canvas: Canvas, band: Band) -> float:
    """Return how much of a band must fit on the page on which it begins."""
    return min(_BAND_POINTS + _ROW_POINTS * len(band.rows), canvas.page_points * _MOST_EMPTY)


def _keep_together(context: Context, canvas: Canvas, points: float) -> bool:
    """Begin a new page under the headings where so many points don't fit any more; return whether one was begun."""
    pages = len(canvas.breaks)
    canvas.keep_together(points)
    if len(canvas.breaks) == pages:
        return False
    _write_header(context, canvas)
    return True


def _write_row(context: Context, canvas: Canvas, band: Band, place: str, row: JudgedTarget) -> None:
    target, roles = row.target, ("total",) if row.target.whole else ()
    style = context.styles
    reason = row.judgement.brief
    name = band.name_of(row)
    canvas.fit([(name, canvas.widths[1]), (reason, _SLOT * (canvas.last - 7))])
    figure = f"figure{band.places_of(row)}"
    canvas.put(0, place, style("cell", "center", *roles))
    _put_name(context, canvas, name, row, roles)
    for at, value in ((2, target.target), (3, target.done), (6, row.shortfall)):
        canvas.put(at, value, style("cell", figure, *roles))
    for at, value in enumerate(context.rounded([row.rate, row.progress]), 4):
        canvas.put(at, value, style("cell", "rate", *roles))
    canvas.put(7, light_text(row.light), style("cell", row.light))
    canvas.span(reason, style("cell", "text", *roles), 8, canvas.last)
    canvas.row += 1


def _put_name(context: Context, canvas: Canvas, name: str, row: JudgedTarget, roles: Sequence[str]) -> None:
    """Write the unit's or the target's name, which leads to its row; a sum that no row says leads nowhere."""
    if row.target.cell:
        link = f"internal:{place_of(row.target.sheet, row.target.cell)}"
        canvas.sheet.write_url(canvas.row, 1, link, context.styles("cell", "text", "link", *roles), name)
    else:
        canvas.put(1, name, context.styles("cell", "text", *roles))
