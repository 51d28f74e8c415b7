"""督导历史: the empty sheet, to which each period's rows are added."""

from workbooks.sheets.canvas import open_canvas
from workbooks.sheets.columns import columns_of
from workbooks.sheets.context import Context
from workbooks.sheets.texts import text


def write_history(context: Context) -> None:
    """Write the sheet with its headings and one blank row, which lends new rows their looks."""
    columns = columns_of("history")
    canvas = open_canvas(context, "history", "grey", [column.width for column in columns])
    canvas.line(text("titles.history"), context.styles("list_title"), points=42)
    canvas.line(text("history.how"), context.styles("legend"), points=20)
    header = canvas.header([column.title for column in columns])
    for at, column in enumerate(columns):
        canvas.put(at, "", context.styles("cell", column.role))
    canvas.sheet.freeze_panes(header + 1, 4)
    canvas.sheet.repeat_rows(header)
