"""督办情况: how the 督办 items stand: each unit's figures, then what isn't struck off, the longest overdue first."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from udfs.closing import CLOSED, Tally
from workbooks.items.records import due_text
from workbooks.items.standing import Standing, Standings
from workbooks.items.wording import figures
from workbooks.sheets.canvas import Canvas, open_canvas, place_of
from workbooks.sheets.columns import columns_of
from workbooks.sheets.context import Context
from workbooks.sheets.table import write_rows
from workbooks.sheets.texts import chinese_date, text


def write_standing(context: Context) -> None:
    """Write the sheet; nothing where no item was handed out."""
    standings = context.supervision.items
    if standings is None:
        return
    left = sorted((item for item in standings.items if item.state != CLOSED), key=_urgency)
    values = _values(context, left)
    columns = columns_of("standing")
    canvas = open_canvas(context, "standing", "seal", [column.width for column in columns])
    as_of = text("lines.as_of", date=chinese_date(context.supervision.as_of))
    canvas.heading(context.title("standing"), as_of, "")
    canvas.line(figures(standings.tally), context.styles("summary"), points=24)
    _write_units(context, canvas, standings)
    if not left:
        canvas.line(text("standing.all_closed"), context.styles("praise"), points=40)
        return
    said = text("standing.list", count=len(left)) + text("lists.place_hint")
    canvas.line(said, context.styles("cell", "band_row"), points=22)
    header = canvas.header([column.title for column in columns])
    write_rows(context, canvas, columns, values, [place_of(item.sheet, item.cell) for item in left])
    canvas.finish_list(header)


def _urgency(item: Standing) -> tuple[Any, ...]:
    return -item.late, item.deadline or date.max, item.unit


def _values(context: Context, items: Sequence[Standing]) -> dict[str, Sequence[Any]]:
    return {
        "number": range(1, len(items) + 1),
        **{name: [getattr(item, name) for item in items] for name in ("what", "unit", "person", "state", "light")},
        "deadline": [chinese_date(item.deadline) if item.deadline else text("lines.blank") for item in items],
        "due": [due_text(item.life, context.supervision.as_of) or text("lines.blank") for item in items],
    }


def _write_units(context: Context, canvas: Canvas, standings: Standings) -> None:
    """Write the units' figures over the columns of the list."""
    columns = columns_of("standing_units")
    canvas.line(text("standing.units", count=len(standings.units)), context.styles("cell", "band_row"), points=22)
    canvas.header([column.title for column in columns])
    for rank, (unit, tally) in enumerate(standings.units, 1):
        canvas.set_height(20)
        values = _unit_values(context, rank, unit, tally)
        for at, column in enumerate(columns):
            canvas.put(at, values[column.field], context.styles("cell", column.role))
        canvas.row += 1
    canvas.gap(8)


def _unit_values(context: Context, rank: int, unit: str, tally: Tally) -> dict[str, str | float | None]:
    return {
        "rank": rank,
        "unit": unit or text("standing.nobody"),
        "due": tally.due,
        "closed": tally.closed,
        "rate": context.rounded([tally.rate])[0],
        "unreceived": tally.unreceived,
        "going": tally.handling + tally.answered,
        "overdue": tally.overdue,
    }
