"""资金分配建议: how a pool of funds may be shared out by score and need. A suggestion, and called one everywhere."""

from workbooks.boards.records import Allocation, Share
from workbooks.sheets.canvas import open_canvas
from workbooks.sheets.context import Context
from workbooks.sheets.groups import Record, write_record
from workbooks.sheets.remark import write_remark
from workbooks.sheets.table import columns_with_values
from workbooks.sheets.texts import text


def write_allocation(context: Context, allocation: Allocation) -> None:
    """Write the sheet; one plain line where there is nothing to suggest."""
    if not allocation.possible:
        scored = any(share.unit.score.total is not None for share in allocation.shares)
        why = text("allocation.no_need" if scored else "allocation.no_scores", name=allocation.series)
        write_remark(context, "allocation", "navy", why)
        return
    records = [_record(context, share, allocation.pool) for share in allocation.shares]
    values = {field: [record[field] for record in records] for field in records[0]}
    columns = columns_with_values("allocation", values, context.money)
    canvas = open_canvas(context, "allocation", "navy", [column.width for column in columns])
    canvas.heading(context.title("allocation"), context.as_of_line(), text("allocation.series", name=allocation.series))
    canvas.line(text("allocation.rule", pool=f"{allocation.pool:,}"), context.styles("legend"), points=22)
    canvas.line(text(f"allocation.{context.settings['boards.need']}"), context.styles("legend"), points=20)
    header = canvas.header([column.title for column in columns])
    for record in records:
        write_record(context, canvas, columns, record, None)
    write_record(context, canvas, columns, _total(allocation), None, "total")
    canvas.sheet.freeze_panes(header + 1, 2)
    canvas.sheet.repeat_rows(header)


def _record(context: Context, share: Share, pool: int) -> Record:
    unit, amount = share.unit, share.amount
    part = None if amount is None else amount * 100 / pool
    covered = amount * 100 / unit.need if amount is not None and unit.need else None
    shown, covers = context.rounded([part, covered])
    return {
        "place": unit.by_score.text,
        "unit": unit.name,
        "score": unit.score.total,
        "need": unit.need,
        "share": shown,
        "amount": amount,
        "covered": covers,
        "remark": text("allocation.unknown") if amount is None else "",
    }


def _total(allocation: Allocation) -> Record:
    blank = dict.fromkeys(("place", "score", "need", "share", "covered", "remark"))
    return {**blank, "unit": text("allocation.total"), "amount": allocation.pool}
