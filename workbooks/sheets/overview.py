"""督导总览: the headline figures, a paragraph to read out, charts, tables by group, and what the reader must know."""

from udfs.rounding import half_up
from workbooks.sheets.canvas import Canvas, open_canvas
from workbooks.sheets.charts import light_chart, rate_chart
from workbooks.sheets.context import Context
from workbooks.sheets.groups import TOTAL, Placed, amount_widths, widened, write_group_table, write_total
from workbooks.sheets.legend import legend
from workbooks.sheets.notes import notes
from workbooks.sheets.summary import summary
from workbooks.sheets.texts import light_text, text
from workbooks.supervision.figures import LIGHTS, Figures

_WIDTHS = (18, 7, 12.5, 12.5, 12.5, 12.5, 12.5, 12.5, 12.5, 12.5, 12.5, 12.5)
_CARD = 2  # columns a card; six cards fill the page's width
_CHART_ROWS, _CHART_ROW_POINTS = 15, 20.0  # with them the first page is full
_SPLIT, _BETWEEN = 7, 10  # the first column of the second chart, pixels between the two
TABLES = ("level", "nature", "region", "industry")
CHARTED = ("region", "responsible_unit", "owner", "industry", "nature", "level")


def write_overview(context: Context) -> None:
    """Write the sheet 督导总览."""
    canvas = open_canvas(context, "overview", "seal", _widths(context))
    canvas.heading(context.title("overview"), context.as_of_line(), context.unit_line(), "title")
    canvas.gap(8)
    _write_cards(context, canvas)
    canvas.gap(8)
    _write_lights(context, canvas)
    canvas.gap(8)
    canvas.line(summary(context), context.styles("summary"), points=24)
    charted = _charted(context)
    area = canvas.row + 1
    if charted:
        canvas.gap(8)
        for _ in range(_CHART_ROWS):
            canvas.gap(_CHART_ROW_POINTS)
    placed = _write_tables(context, canvas, charted)
    if charted:
        _insert_charts(context, canvas, placed[charted], area)
    _write_notes(context, canvas, len(placed))
    # The charts touch the next column, which a program may otherwise print.
    canvas.sheet.set_h_pagebreaks(canvas.breaks)
    canvas.sheet.print_area(0, 0, canvas.row - 1, canvas.last)


def _widths(context: Context) -> list[float]:
    supervision = context.supervision
    shown = (group.figures for field in {*TABLES, *CHARTED} for group in supervision.groups.get(field, ()))
    return widened(_WIDTHS, TOTAL, amount_widths(context, (supervision.totals, *shown)))


def _charted(context: Context) -> str | None:
    """Return the field that the charts show: the first with two groups or more that have a rate."""
    groups = context.supervision.groups
    for field in CHARTED:
        if sum(group.rank is not None for group in groups.get(field, ())) > 1:
            return field
    return None


def _write_tables(context: Context, canvas: Canvas, charted: str | None) -> dict[str, Placed]:
    groups = context.supervision.groups
    fields = [field for field in TABLES if len(groups.get(field, ())) > 1 and field != charted]
    if charted:
        fields.insert(0, charted)
    placed = {}
    for order, field in enumerate(fields):
        placed[field] = write_group_table(context, canvas, field, groups[field], text("sections.numbers")[order])
        if order == 0:
            write_total(context, canvas)
    return placed


def _insert_charts(context: Context, canvas: Canvas, placed: Placed, row: int) -> None:
    height = int(_CHART_ROWS * _CHART_ROW_POINTS * 4 / 3) - 8
    pixels = [int(width * 7 + 0.5) + 5 for width in canvas.widths]  # as Excel has them
    # Each chart ends exactly on a column's border, and so fits whatever width the clerk's default font gives columns.
    for chart, column, last, offset in (
        (rate_chart(context, placed), 0, _SPLIT, 0),
        (light_chart(context, placed), _SPLIT, len(_WIDTHS), _BETWEEN),
    ):
        chart.set_size({"width": sum(pixels[column:last]) - offset, "height": height})
        canvas.sheet.insert_chart(row, column, chart, {"object_position": 1, "x_offset": offset, "y_offset": 2})


def _write_cards(context: Context, canvas: Canvas) -> None:
    cards = _cards(context)
    for part, points in (("label", 24), ("figure", 36), ("note", 22)):
        canvas.set_height(points)
        for order, card in enumerate(cards):
            first = order * _CARD
            behind = part == "figure" and order >= 4 and _is_behind(context.supervision.totals)
            role = "card_behind" if behind else f"card_{part}"
            canvas.span(card[part], canvas.styles(role), first, first + _CARD - 1)
        canvas.row += 1


def _is_behind(totals: Figures) -> bool:
    return totals.gap is not None and totals.gap < 0


def _cards(context: Context) -> list[dict[str, str]]:
    totals = context.supervision.totals
    blank = text("lines.blank")
    unit, scale, decimals = context.money.headline(totals)

    def amount(value: float | None) -> str:
        return blank if value is None else f"{half_up(value / scale, decimals):,.{decimals}f}"

    def rate(value: float | None, sign: str = "") -> str:
        return blank if value is None else f"{context.rounded([value])[0]:{sign}.{context.decimals}f}"

    def card(name: str, figure: str, note: str) -> dict[str, str]:
        return {"label": text(f"cards.{name}", unit=unit), "figure": figure, "note": note}

    month_over = context.supervision.period.month is not None
    judged = totals.projects - totals.lights["none"]
    return [
        card("projects", f"{totals.projects:,}", text("cards.judged", count=judged)),
        card("total_investment", amount(totals.total_investment), text("cards.blank")),
        card("annual_plan", amount(totals.annual_plan), _plan_share(context)),
        card("done_this_year", amount(totals.done_this_year), _still_to_do(context)),
        card("completion_rate", rate(totals.completion_rate), context.time_progress_line() if month_over else " "),
        card("gap", rate(totals.gap, "+") if month_over else blank, _direction(totals) if month_over else " "),
    ]


def _plan_share(context: Context) -> str:
    totals = context.supervision.totals
    if not totals.total_investment or totals.annual_plan is None:
        return " "
    return text("cards.plan_share", share=context.number(totals.annual_plan / totals.total_investment * 100))


def _still_to_do(context: Context) -> str:
    totals = context.supervision.totals
    if totals.done_this_year is None or totals.annual_plan is None:
        return " "
    rest = totals.annual_plan - totals.done_this_year
    key = "cards.shortfall" if rest >= 0 else "cards.surplus"
    return text(key, amount=context.money.sentence(abs(rest)))


def _direction(totals: Figures) -> str:
    if totals.gap is None:
        return " "
    return text("cards.even" if totals.gap == 0 else "cards.ahead" if totals.gap > 0 else "cards.behind")


def _write_lights(context: Context, canvas: Canvas) -> None:
    totals = context.supervision.totals
    canvas.set_height(30)
    each = len(_WIDTHS) // len(LIGHTS)
    for order, light in enumerate(LIGHTS):
        count = totals.lights[light]
        words = {"light": light_text(light), "count": f"{count:,}"}
        value = text("cards.light_empty", **words)
        if totals.projects:
            value = text("cards.light", share=context.number(count / totals.projects * 100), **words)
        canvas.span(value, canvas.styles(light, "light_card"), order * each, order * each + each - 1)
    canvas.row += 1


def _write_notes(context: Context, canvas: Canvas, sections: int) -> None:
    number = text("sections.numbers")[sections]
    canvas.line(text("sections.notes", number=number), context.styles("section"), points=26)
    for order, note in enumerate((legend(context.rules), *notes(context)), 1):
        canvas.line(f"{order}. {note}", context.styles("note"))
