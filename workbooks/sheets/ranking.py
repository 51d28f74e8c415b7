"""排名: regions and responsible units by completion rate; equal rates share a rank."""

from collections.abc import Sequence

from workbooks.sheets.canvas import Canvas, open_canvas
from workbooks.sheets.context import Context
from workbooks.sheets.groups import Record, columns_for, record_of, write_record
from workbooks.sheets.remark import write_remark
from workbooks.sheets.scope import why_not_judged
from workbooks.sheets.texts import text
from workbooks.supervision.figures import Group

RANKED = ("region", "responsible_unit")


def write_ranking(context: Context) -> None:
    """Write the sheet 排名; one plain line where nothing can be ranked."""
    ranked = [groups for field in RANKED if (groups := context.supervision.groups.get(field))]
    if any(group.rank is not None for groups in ranked for group in groups):
        _write_ranks(context, ranked)
        return
    write_remark(context, "ranking", "navy", _why_not_ranked(context, bool(ranked)))


def _why_not_ranked(context: Context, grouped: bool) -> str:
    if not context.supervision.projects:
        return why_not_judged(context.supervision)
    if not grouped:
        return text("ranking.no_units")
    return text("ranking.no_rates")


def _write_ranks(context: Context, ranked: Sequence[Sequence[Group]]) -> None:
    shown = [group.figures for groups in ranked for group in groups]
    records = [[_record(context, group) for group in groups] for groups in ranked]
    columns = columns_for(context, "ranking", [record for own in records for record in own], shown)
    canvas = open_canvas(context, "ranking", "navy", [column.width for column in columns])
    canvas.heading(context.title("ranking"), context.as_of_line(), context.unit_line())
    canvas.line(text("ranking.legend"), context.styles("legend"), points=22)
    header = canvas.header([column.title for column in columns])
    for groups, own in zip(ranked, records, strict=True):
        _write_band(context, canvas, groups)
        for group, record in zip(groups, own, strict=True):
            write_record(context, canvas, columns, record, group.figures.unit)
    canvas.sheet.freeze_panes(header + 1, 2)
    canvas.sheet.repeat_rows(header)


def _write_band(context: Context, canvas: Canvas, groups: Sequence[Group]) -> None:
    label = text("ranking.section", field=text(f"fields.{groups[0].by}"), count=len(groups))
    canvas.line(label, context.styles("cell", "band_row"), points=22)


def _record(context: Context, group: Group) -> Record:
    figures = record_of(context, group.name, group.figures)
    return {**figures, "rank": group.rank, "note": _note(group)}


def _note(group: Group) -> str:
    if group.rank is None:
        return text("ranking.unranked")
    return text("ranking.tied") if group.tied else ""
