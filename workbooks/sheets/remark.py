"""A sheet that has nothing to list: its title and one plain line."""

from workbooks.sheets.canvas import open_canvas
from workbooks.sheets.context import Context

_WIDTHS = (14.0,) * 10  # as wide as a page


def write_remark(context: Context, key: str, tab: str, remark: str, role: str = "remark") -> None:
    """Write one of our sheets with nothing but a line. role: how it looks, `remark` or `praise`."""
    canvas = open_canvas(context, key, tab, _WIDTHS)
    canvas.heading(context.title(key), context.as_of_line(), "")
    canvas.line(remark, context.styles(role), points=60)
