"""督导历史 and 底线目标: the empty sheets, to which rows are added by the hosts."""

from workbooks.sheets.canvas import open_canvas
from workbooks.sheets.columns import columns_of
from workbooks.sheets.context import Context
from workbooks.sheets.texts import text


def write_kept(context: Context, key: str, how: str, in_sight: int) -> None:
    """Write the sheet with its headings and one blank row, which lends new rows their looks.

    how: what stands under the title; in_sight: how many columns stay in sight.
    """
    columns = columns_of(key)
    canvas = open_canvas(context, key, "grey", [column.width for column in columns])
    canvas.line(text(f"titles.{key}"), context.styles("list_title"), points=42)
    canvas.line(how, context.styles("legend"), points=20)
    header = canvas.header([column.title for column in columns])
    for at, column in enumerate(columns):
        canvas.put(at, "", context.styles("cell", column.role))
    canvas.sheet.freeze_panes(header + 1, in_sight)
    canvas.sheet.repeat_rows(header)
