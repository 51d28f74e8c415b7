"""排名: regions and responsible units by completion rate; equal rates share a rank."""

from workbooks.sheets.canvas import Canvas, open_canvas
from workbooks.sheets.context import Context
from workbooks.sheets.groups import amount_widths, widened, write_figures
from workbooks.sheets.texts import light_text, text
from workbooks.supervision.figures import LIGHTS, Group

RANKED = ("region", "responsible_unit")
_WIDTHS = (7, 26, 8, 13, 13, 13, 10, 10, 11, 10, 10, 12, 10, 14)


def write_ranking(context: Context) -> None:
    """Write the sheet 排名."""
    ranked = [(field, context.supervision.groups[field]) for field in RANKED if context.supervision.groups.get(field)]
    shown = (group.figures for _, groups in ranked for group in groups)
    canvas = open_canvas(context, "ranking", "navy", widened(_WIDTHS, 3, amount_widths(context, shown)))
    canvas.heading(context.title("ranking"), context.as_of_line(), context.unit_line())
    if not ranked:
        canvas.line(text("ranking.empty"), context.styles("note"), points=40)
        return
    canvas.line(text("ranking.legend"), context.styles("legend"), points=22)
    header = canvas.header(_titles())
    for field, groups in ranked:
        label = text("ranking.section", field=text(f"fields.{field}"), count=len(groups))
        canvas.line(label, context.styles("cell", "band_row"), points=22)
        for group in groups:
            _write_group(context, canvas, group)
    canvas.sheet.freeze_panes(header + 1, 2)
    canvas.sheet.repeat_rows(header)


def _titles() -> list[str]:
    figures = ("projects", "total_investment", "annual_plan", "done_this_year", "completion_rate", "time_progress")
    return [
        text("ranking.rank"),
        text("ranking.unit"),
        *(text(f"groups.{name}") for name in (*figures, "gap")),
        *(light_text(light) for light in LIGHTS),
        text("ranking.note"),
    ]


def _write_group(context: Context, canvas: Canvas, group: Group) -> None:
    sheet, styles, row = canvas.sheet, canvas.styles, canvas.row
    canvas.fit([(group.name, _WIDTHS[1]), (_note(group), _WIDTHS[-1])])
    if group.rank is None:
        sheet.write_blank(row, 0, None, styles("cell"))
    else:
        sheet.write_number(row, 0, group.rank, styles("cell", "center"))
    sheet.write_string(row, 1, group.name, styles("cell", "text"))
    write_figures(context, canvas, group.figures, 2, ())
    canvas.put(canvas.last, _note(group), styles("cell", "center"))
    canvas.row += 1


def _note(group: Group) -> str:
    if group.rank is None:
        return text("ranking.unranked")
    return text("ranking.tied") if group.tied else ""
