"""A list on a sheet: columns declared in `columns.toml`, one row a record.

Values come in columns; each row's height is found from its wrapped texts. By cell nothing happens but the write.
"""

import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

from xlsxwriter.format import Format

from workbooks.sheets.canvas import Canvas, light_styles
from workbooks.sheets.measure import bounded, height, lines
from workbooks.sheets.money import Money
from workbooks.sheets.texts import light_text, text

WRAPPED = frozenset({"text", "center"})
NUMBERS = frozenset({"count", "amount", "rate", "gap"})


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list: the field it shows, its heading, width and role."""

    field: str
    title: str
    width: int
    role: str
    optional: bool = False
    most: int = 0


@cache
def columns_of(sheet: str) -> tuple[Column, ...]:
    """Return the columns declared for a sheet."""
    table = tomllib.loads(files("workbooks.sheets").joinpath("columns.toml").read_text("utf-8"))
    return tuple(Column(**entry) for entry in table[sheet])


Values = Mapping[str, Sequence[Any]]


def columns_with_values(sheet: str, values: Values, money: Money, units: Sequence[str]) -> tuple[Column, ...]:
    """Return the sheet's columns without the optional ones that are empty throughout, wide enough for their amounts.

    units: the unit behind each record's amounts, empty for the sheet's own.
    """
    kept = (c for c in columns_of(sheet) if not c.optional or any(v not in (None, "") for v in values[c.field]))
    return tuple(_widened(c, values[c.field], money, units) if c.role == "amount" else c for c in kept)


def _widened(column: Column, amounts: Sequence[float | None], money: Money, units: Sequence[str]) -> Column:
    by_unit: dict[str, list[float | None]] = {unit: [] for unit in units}
    for amount, unit in zip(amounts, units, strict=True):
        by_unit[unit].append(amount)
    return replace(column, width=max([column.width, *(money.width(own, unit) for unit, own in by_unit.items())]))


def write_rows(
    canvas: Canvas,
    columns: Sequence[Column],
    values: Values,
    places: Sequence[str],
    units: Sequence[str] = (),
) -> None:
    """Write one row a record.

    values: by field, a sequence with a value a record. places: where each record's link leads.
    units: the unit behind each record's amounts, empty for the sheet's own.
    """
    if not places:
        return
    shown = [_shown(column, values[column.field]) for column in columns]
    writers = [_writer(canvas, column, places, units) for column in columns]
    set_row, first = canvas.sheet.set_row, canvas.row
    numbered = list(enumerate(writers))
    for index, (points, record) in enumerate(zip(_heights(columns, shown), zip(*shown, strict=True), strict=True)):
        row = first + index
        set_row(row, points)
        for column, write in numbered:
            write(row, column, record[column], index)
    canvas.row = first + len(places)


def _shown(column: Column, values: Sequence[Any]) -> Sequence[Any]:
    if not column.most:
        return values
    return [bounded(value, column.most) if value else value for value in values]


def _heights(columns: Sequence[Column], shown: Sequence[Sequence[Any]]) -> list[float]:
    wrapped = [
        [lines(value, column.width) if value else 1 for value in values]
        for column, values in zip(columns, shown, strict=True)
        if column.role in WRAPPED
    ]
    return [height(max(most)) for most in zip(*wrapped, strict=True)]


Writer = Callable[[int, int, Any, int], object]


def _writer(canvas: Canvas, column: Column, places: Sequence[str], units: Sequence[str]) -> Writer:
    sheet, styles, blank = canvas.sheet, canvas.styles, canvas.styles("cell")
    write_string, write_number, write_blank = sheet.write_string, sheet.write_number, sheet.write_blank
    if column.role == "number_link":
        linked = styles("cell", column.role)

        def write_number_link(row: int, at: int, value: Any, index: int) -> object:
            # A number: LibreOffice neither wraps nor clips well the text of a linked cell.
            canvas.link(row, at, places[index], "", linked)
            return write_number(row, at, value, linked)

        return write_number_link
    if column.role == "center_link":
        linked = styles("cell", column.role)

        def write_link(row: int, at: int, value: Any, index: int) -> object:
            if not value:
                return write_blank(row, at, None, blank)
            canvas.link(row, at, places[index], value, linked)
            return None

        return write_link
    if column.role in ("light", "severity"):
        marks = _marks(canvas, column.role)

        def write_mark(row: int, at: int, value: Any, index: int) -> object:
            word, style = marks[value]
            return write_string(row, at, word, style)

        return write_mark
    style = styles("cell", column.role)
    if column.role == "amount" and any(units):
        in_units = {unit: styles("cell", "amount", unit=unit) for unit in set(units)}

        def write_amount(row: int, at: int, value: Any, index: int) -> object:
            if value is None:
                return write_blank(row, at, None, blank)
            return write_number(row, at, value, in_units[units[index]])

        return write_amount
    if column.role in NUMBERS:

        def write_figure(row: int, at: int, value: Any, index: int) -> object:
            return write_blank(row, at, None, blank) if value is None else write_number(row, at, value, style)

        return write_figure

    def write_text(row: int, at: int, value: Any, index: int) -> object:
        return write_string(row, at, value, style) if value else write_blank(row, at, None, blank)

    return write_text


def _marks(canvas: Canvas, role: str) -> dict[str, tuple[str, Format]]:
    """Return word and format of each light, or of each severity."""
    if role == "light":
        return {light: (light_text(light), style) for light, style in light_styles(canvas.styles).items()}
    return {key: (text(f"severity.{key}"), canvas.styles("cell", key)) for key in ("error", "warning", "info")}
