"""资金分配建议: how a pool of funds may be shared out by score and need. A suggestion, and called one everywhere."""

from udfs.progress import completion_rate
from udfs.totals import total
from workbooks.boards.records import Allocation, Share
from workbooks.sheets.canvas import open_canvas
from workbooks.sheets.context import Context
from workbooks.sheets.groups import Record, write_record
from workbooks.sheets.remark import write_remark
from workbooks.sheets.table import columns_with_values
from workbooks.sheets.texts import text


def write_allocation(context: Context) -> None:
    """Write the sheet; one plain line where there is nothing to suggest; nothing where no funds are shared out."""
    allocation = context.supervision.boards and context.supervision.boards.allocation
    if not allocation:
        return
    if not allocation.possible:
        write_remark(context, "allocation", "navy", text(_why_not(context, allocation), name=allocation.series))
        return
    records = [_record(context, share, allocation.pool) for share in allocation.shares]
    total_record = _total(context, allocation)
    values = {field: [record[field] for record in (*records, total_record)] for field in total_record}
    columns = columns_with_values("allocation", values, context.money)
    canvas = open_canvas(context, "allocation", "navy", [column.width for column in columns])
    canvas.heading(context.title("allocation"), context.as_of_line(), text("allocation.series", name=allocation.series))
    canvas.line(text("allocation.rule", pool=f"{allocation.pool:,}"), context.styles("legend"), points=22)
    canvas.line(text(f"allocation.{context.settings['boards.need']}"), context.styles("legend"), points=20)
    header = canvas.header([column.title for column in columns])
    for record in records:
        write_record(context, canvas, columns, record, None)
    write_record(context, canvas, columns, total_record, None, "total")
    canvas.sheet.freeze_panes(header + 1, 2)
    canvas.sheet.repeat_rows(header)


def _why_not(context: Context, allocation: Allocation) -> str:
    """Return the key of what is said where there is nothing to suggest."""
    units = [share.unit for share in allocation.shares]
    if all(unit.score.total is None for unit in units):
        return "allocation.no_scores"
    if all(unit.need.amount == 0 for unit in units):
        return "allocation.nothing_left"
    return f"allocation.no_{context.settings['boards.need']}"


def _record(context: Context, share: Share, pool: int) -> Record:
    unit = share.unit
    return {
        "place": unit.place.text,
        "unit": unit.name,
        "score": unit.score.total,
        "remark": _remark(share),
        **_figures(context, share.amount, unit.need.amount, pool),
    }


def _total(context: Context, allocation: Allocation) -> Record:
    """Return the row under the units: the whole pool, and all that they still have to invest."""
    need = total(share.unit.need.amount for share in allocation.shares)
    said = {"place": "", "unit": text("allocation.total"), "score": None, "remark": ""}
    return said | _figures(context, allocation.pool, need, allocation.pool)


def _figures(context: Context, amount: int | None, need: float | None, pool: int) -> dict[str, float | None]:
    covered = completion_rate(amount, need)
    share, covers = context.rounded([completion_rate(amount, pool), covered])
    return {"need": need, "share": share, "amount": amount, "covered": covers}


def _remark(share: Share) -> str:
    need = share.unit.need
    if share.amount is None:
        return text("allocation.unknown")
    return text("allocation.partly", projects=need.projects, unknown=need.unknown) if need.unknown else ""
