"""底线核对: what is worse in the ledger than in the baseline; first how each unit keeps to it."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from udfs.ratchet import delay_text
from workbooks.baseline import Baseline, Breach, Check, UnitCheck
from workbooks.grid import address
from workbooks.memory import cell_day, in_short
from workbooks.sheets.canvas import Canvas, open_canvas, place_of
from workbooks.sheets.columns import columns_of
from workbooks.sheets.context import Context
from workbooks.sheets.notes import not_compared
from workbooks.sheets.remark import write_remark
from workbooks.sheets.table import columns_with_values, write_rows
from workbooks.sheets.texts import chinese_date, plain_number, text
from workbooks.supervision.figures import Supervision

_DECIMALS = 4


def write_ratchet(context: Context, check: Check, baseline: Baseline) -> None:
    """Write the sheet; one plain line where nothing is worse."""
    remarks = remarks_of(check, baseline, context.supervision)
    if not check.found:
        role = "remark" if remarks else "praise"
        write_remark(context, "ratchet", "seal", "\n".join([summary(check, baseline, remarks), *remarks]), role)
        return
    values = _values(check)
    columns = columns_with_values("ratchet", values, context.money)
    canvas = open_canvas(context, "ratchet", "seal", [column.width for column in columns])
    as_of = text("lines.as_of", date=chinese_date(context.supervision.as_of))
    base = text("ratchet.base", day=day_of(baseline), count=check.before)
    canvas.heading(context.title("ratchet"), as_of, base)
    canvas.line(summary(check, baseline, remarks), context.styles("summary"), points=24)
    for remark in remarks:
        canvas.line(text("lines.beware", said=remark), context.styles("note", "warning", "text"), points=20)
    _write_units(context, canvas, check.units)
    canvas.line(text("ratchet.list") + text("ratchet.place_hint"), context.styles("cell", "band_row"), points=22)
    header = canvas.header([column.title for column in columns])
    write_rows(context, canvas, columns, values, _places(context, check, baseline))
    canvas.finish_list(header)


def summary(check: Check, baseline: Baseline, remarks: Sequence[str]) -> str:
    """Return how the ledger keeps to the baseline, as a sentence or two: praise only where there are no remarks."""
    if not check.found and not remarks:
        more = text("ratchet.kept_new", count=check.new) if check.new else ""
        return text("ratchet.kept", day=day_of(baseline), count=check.before, new=more)
    new = text("ratchet.new", count=check.new) if check.new else ""
    said = text("ratchet.summary", before=check.before, now=check.now, new=new)
    said += text("ratchet.lost", count=check.lost) if check.lost else ""
    counts = Counter(one.kind.title for one in check.breaches)
    each = "、".join(text("ratchet.one", title=title, count=count) for title, count in counts.items())
    said += text("ratchet.broken", count=len(check.breaches), said=each) if counts else text("ratchet.unbroken")
    approved, unclear = len(check.of("approved")), len(check.of("unclear"))
    said += text("ratchet.approved", count=approved) if approved else ""
    return said + (text("ratchet.unclear", count=unclear) if unclear else "")


def remarks_of(check: Check, baseline: Baseline, supervision: Supervision) -> list[str]:
    """Return what must be known beside: what was not compared, and what was done to the baseline."""
    remarks = not_compared(supervision.unsupported)
    if not check.amounts:
        remarks.append(text("ratchet.no_amounts"))
    elif not check.plan_compared and baseline.as_of:
        remarks.append(text("ratchet.other_year", year=baseline.as_of.year))
    if baseline.noticed:
        remarks.append(text("ratchet.noticed", sheet=baseline.sheet, said=in_short(baseline.noticed)))
    return remarks


def day_of(baseline: Baseline) -> str:
    """Return the day of freezing as documents write it."""
    return chinese_date(baseline.as_of) if baseline.as_of else text("baseline.some_day")


def _values(check: Check) -> dict[str, Sequence[Any]]:
    found = check.found
    return {
        "number": range(1, len(found) + 1),
        "name": [one.entry.name for one in found],
        "unit": [one.entry.unit for one in found],
        "region": [one.entry.region for one in found],
        "verdict": [one.verdict for one in found],
        "kind": [one.kind.title for one in found],
        "before": [_before(one) for one in found],
        "now": [_now(one) for one in found],
        "difference": [_difference(one) for one in found],
        "approval": [one.approval for one in found],
        "remark": [one.remark for one in found],
    }


def _before(one: Breach) -> str:
    return text("ratchet.there") if one.kind.id == "gone" else _said(one, one.before)


def _now(one: Breach) -> str:
    if one.kind.id == "gone":
        return text("ratchet.not_there")
    return text("ratchet.blank") if one.now is None else _said(one, one.now)


def _said(one: Breach, figure: float | str | None) -> str:
    return f"{plain_number(figure, _DECIMALS)}{one.entry.currency}" if isinstance(figure, float) else figure or ""


def _difference(one: Breach) -> str:
    if one.difference is None:
        return ""
    if isinstance(one.before, float):
        return text("ratchet.less", amount=_said(one, -one.difference))
    before, now = cell_day(one.before), cell_day(one.now)
    return text("ratchet.later", delay=delay_text(before, now)) if before and now else ""


def _places(context: Context, check: Check, baseline: Baseline) -> list[str]:
    """Return where each line leads: to the project's row in the ledger, or in the baseline where it is gone."""
    counted = [project for project in context.supervision.projects if project.counted]
    name = baseline.columns["name"]
    return [
        place_of(baseline.sheet, address(one.row, name))
        if one.index is None
        else place_of(counted[one.index].sheet, counted[one.index].cell)
        for one in check.found
    ]


def _write_units(context: Context, canvas: Canvas, units: Sequence[UnitCheck]) -> None:
    """Write the units that have anything to tell over the columns of the list, as far as there are enough."""
    told = [unit for unit in units if unit.breaches or unit.approved or unit.now < unit.before]
    columns = columns_of("checked_units")[: len(canvas.widths)]
    others = text("ratchet.others", count=len(units) - len(told)) if len(units) > len(told) else ""
    canvas.line(text("ratchet.units") + others, context.styles("cell", "band_row"), points=22)
    titles = [column.title for column in columns]
    canvas.set_height(canvas.header_points([*titles, *[""] * (len(canvas.widths) - len(titles))]))
    for at, column in enumerate(columns):
        canvas.put(at, column.title, context.styles("header"))
    canvas.row += 1
    for number, unit in enumerate(told, 1):
        _write_unit(context, canvas, number, unit)
    canvas.gap(8)


def _write_unit(context: Context, canvas: Canvas, number: int, unit: UnitCheck) -> None:
    shown: dict[str, str | int] = {
        "number": number, "unit": unit.unit or text("groups.rest"), "before": unit.before, "now": unit.now,
        "breaches": unit.breaches, "gone": unit.by_aspect["number"], "progress": unit.by_aspect["progress"],
        "investment": unit.by_aspect["investment"], "approved": unit.approved,
    }  # fmt: skip
    columns = columns_of("checked_units")[: len(canvas.widths)]
    canvas.fit([(str(shown[c.field]), width) for c, width in zip(columns, canvas.widths, strict=False)])
    for at, column in enumerate(columns):
        value, style = shown[column.field], context.styles("cell", column.role)
        if isinstance(value, str):
            canvas.put(at, value, style)
        elif value or column.field in ("before", "now"):
            canvas.sheet.write_number(canvas.row, at, value, style)
        else:
            canvas.put(at, "", style)
    canvas.row += 1
