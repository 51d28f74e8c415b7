"""督办台账: the empty sheet, to which items are added, and in which the clerk says what is to be done with them."""

from collections.abc import Mapping, Sequence

from xlsxwriter.worksheet import Worksheet

from udfs.closing import COLOURS, actions
from udfs.lights import Light
from workbooks.items.handling import kinds
from workbooks.sheets.canvas import open_canvas
from workbooks.sheets.columns import columns_of
from workbooks.sheets.context import Context
from workbooks.sheets.texts import text

_MOST_ROWS = 5_000  # for which the choices and colours are set up


def write_items(context: Context) -> None:
    """Write the sheet with its headings and one blank row, which lends new rows their looks."""
    columns = columns_of("items")
    canvas = open_canvas(context, "items", "seal", [column.width for column in columns])
    canvas.line(text("titles.items"), context.styles("list_title"), points=42)
    canvas.line(text("items.how"), context.styles("legend"), points=20)
    canvas.line("", context.styles("summary"), points=24)
    header = canvas.header([column.title for column in columns])
    for number, column in enumerate(columns):
        canvas.put(number, "", context.styles("cell", column.role))
    at = {column.field: number for number, column in enumerate(columns)}
    _choices(canvas.sheet, header + 1, at)
    _colours(context, canvas.sheet, header + 1, at)
    canvas.sheet.freeze_panes(header + 1, 2)
    canvas.sheet.repeat_rows(header)


def _choices(sheet: Worksheet, first: int, at: Mapping[str, int]) -> None:
    choices: Mapping[str, Sequence[str]] = {
        "kind": [*kinds()],
        "colour": COLOURS,
        "action": [action.label for action in actions().values() if action.id not in ("propose", "grade")],
    }
    for name, source in choices.items():
        rule = {"validate": "list", "source": [*source], "error_type": "warning", "ignore_blank": True}
        if name == "action":
            rule |= {"input_title": text("names.items"), "input_message": text("items.actions")}
        sheet.data_validation(first, at[name], first + _MOST_ROWS, at[name], rule)


def _colours(context: Context, sheet: Worksheet, first: int, at: Mapping[str, int]) -> None:
    """Colour lights and levels by what the cells say, so that a row that the clerk moves takes them along."""
    words = {text(f"item_lights.{light.value}"): light.value for light in Light if light is not Light.NONE}
    for name, looks in (("light", words), ("colour", {"红": "red", "黄": "yellow", "蓝": "blue"})):
        for word, role in looks.items():
            rule = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": context.styles(role)}
            sheet.conditional_format(first, at[name], first + _MOST_ROWS, at[name], rule)
