"""督办单: what each unit has to do and by when, a page for each unit, to be printed, signed and sent."""

from collections.abc import Mapping, Sequence

from udfs.closing import ANSWERED
from workbooks.items.records import Item, Judging, cells_of
from workbooks.package.cells import Cell
from workbooks.sheets.canvas import Canvas, open_canvas
from workbooks.sheets.columns import columns_of
from workbooks.sheets.context import Context
from workbooks.sheets.measure import height, lines
from workbooks.sheets.remark import write_remark
from workbooks.sheets.texts import chinese_date, text

_ROOM = 48.0  # points for what the unit writes


def write_slips(context: Context, items: Sequence[Item], judging: Judging) -> None:
    """Write the sheet. items: of 督办台账, of which those are taken that wait for the unit to do something."""
    by_unit: dict[str, list[Item]] = {}
    for item in sorted((item for item in items if waits_for_its_unit(item)), key=lambda item: item.unit):
        by_unit.setdefault(item.unit or text("standing.nobody"), []).append(item)
    if not by_unit:
        write_remark(context, "slips", "seal", text("slips.none"))
        return
    columns = columns_of("slips")
    canvas = open_canvas(context, "slips", "seal", [column.width for column in columns])
    for number, (unit, own) in enumerate(by_unit.items()):
        if number:
            canvas.new_page()
        _write(context, canvas, unit, [cells_of(item, judging) for item in own])
    canvas.sheet.set_h_pagebreaks(canvas.breaks)


def waits_for_its_unit(item: Item) -> bool:
    """Return whether the unit has something to do: not where the supervising office is to look at its answer."""
    return item.life.is_open and item.life.state != ANSWERED


def _write(context: Context, canvas: Canvas, unit: str, rows: Sequence[Mapping[str, Cell]]) -> None:
    columns = columns_of("slips")
    on = chinese_date(context.supervision.as_of)
    canvas.heading(context.title("slips"), text("slips.unit", unit=unit), text("slips.count", count=len(rows), date=on))
    canvas.line(text("slips.ask"), context.styles("summary"), points=34)
    canvas.header([column.title for column in columns])
    for cells in rows:
        texts = ((str(cells.get(column.field) or ""), int(column.width)) for column in columns)
        canvas.set_height(max(_ROOM, height(max(lines(value, width) for value, width in texts))))
        for at, column in enumerate(columns):
            canvas.put(at, cells.get(column.field), context.styles("cell", column.role))
        canvas.row += 1
    canvas.line(text("slips.sign"), context.styles("summary"), points=48)
    canvas.gap(18)
