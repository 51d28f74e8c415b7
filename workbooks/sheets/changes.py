"""变化对比: what has changed since the period before, kind by kind; first the units with their ranks then and now."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from workbooks.history import Comparison, UnitChange
from workbooks.sheets.canvas import Canvas, open_canvas, place_of
from workbooks.sheets.columns import Column, columns_of
from workbooks.sheets.context import Context
from workbooks.sheets.notes import not_compared
from workbooks.sheets.remark import write_remark
from workbooks.sheets.table import columns_with_values, write_rows
from workbooks.sheets.texts import plain_number, text


def write_changes(context: Context, comparison: Comparison) -> None:
    """Write the sheet; nothing but plain lines where nothing has changed."""
    remarks = not_compared(context.supervision.unsupported)
    if not comparison.changes:
        write_remark(context, "changes", "navy", "\n".join([summary(comparison), *remarks]))
        return
    values = _values(context, comparison)
    columns = columns_with_values("changes", values, context.money)
    canvas = open_canvas(context, "changes", "navy", [column.width for column in columns])
    canvas.heading(context.title("changes"), context.as_of_line(), text("changes.base", period=comparison.base.period))
    canvas.line(summary(comparison), context.styles("summary"), points=24)
    for remark in remarks:
        canvas.line(text("lines.beware", said=remark), context.styles("note", "warning", "text"), points=20)
    _write_units(context, canvas, comparison.units)
    canvas.line(text("changes.list") + text("lists.place_hint"), context.styles("cell", "band_row"), points=22)
    header = canvas.header([column.title for column in columns])
    counted = [project for project in context.supervision.projects if project.counted]
    places = [
        "" if one.index is None else place_of(counted[one.index].sheet, counted[one.index].cell)
        for one in comparison.changes
    ]
    write_rows(context, canvas, columns, values, places)
    canvas.finish_list(header)


def summary(comparison: Comparison) -> str:
    """Return how many changes there are of each kind, and what was done since, as a sentence."""
    counts = Counter(change.kind.title for change in comparison.changes)
    nothing = text("changes.nothing" if comparison.amounts else "changes.nothing_but")
    said = "、".join(f"{title}{count}个" for title, count in counts.items()) or nothing
    done = comparison.done_this_period
    more = "" if done is None else text("changes.done", amount=plain_number(done, 1))
    return text("changes.summary", period=comparison.base.period, said=said) + more


def _values(context: Context, comparison: Comparison) -> dict[str, Sequence[Any]]:
    changes = comparison.changes
    return {
        "number": range(1, len(changes) + 1),
        "kind": [one.kind.title for one in changes],
        "name": [one.entry.name for one in changes],
        "unit": [one.entry.unit for one in changes],
        "region": [one.entry.region for one in changes],
        "before": [one.before for one in changes],
        "now": [one.now for one in changes],
        "remark": [one.remark for one in changes],
    }


def _write_units(context: Context, canvas: Canvas, units: Sequence[UnitChange]) -> None:
    """Write the units over the columns of the list, as far as there are enough."""
    columns = columns_of("changed_units")
    if not units or len(canvas.widths) < len(columns):
        return
    canvas.line(text("changes.units", count=len(units)), context.styles("cell", "band_row"), points=22)
    canvas.fit([(column.title, width) for column, width in zip(columns, canvas.widths, strict=False)])
    for at, column in enumerate(columns):
        canvas.put(at, column.title, context.styles("header"))
    canvas.row += 1
    for unit in units:
        canvas.set_height(20)
        for at, column in enumerate(columns):
            _put(context, canvas, at, column, _moved(unit) if column.field == "moved" else getattr(unit, column.field))
        canvas.row += 1
    canvas.gap(8)


def _moved(unit: UnitChange) -> str:
    """Return how a unit's rank has changed, in words."""
    if unit.rank_before is None or unit.rank_now is None:
        return text("changes.unranked")
    by = unit.rank_before - unit.rank_now
    move = text("changes.up", by=by) if by > 0 else text("changes.down", by=-by) if by < 0 else text("changes.same")
    return text("changes.rank", rank=unit.rank_before) + move


def _put(context: Context, canvas: Canvas, at: int, column: Column, value: object) -> None:
    style = context.styles("cell", column.role)
    if isinstance(value, str):
        canvas.put(at, value, style)
    elif isinstance(value, int | float):
        shown = value if column.role == "count" else context.rounded([float(value)])[0]
        canvas.sheet.write_number(canvas.row, at, shown, style)
    else:
        canvas.sheet.write_blank(canvas.row, at, None, style)
