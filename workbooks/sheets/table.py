"""A list on a sheet: columns declared in `columns.toml`, one row a record.

Values come in columns; each row's height is found from its wrapped texts. The rows are put in at the end (`bulk`).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from workbooks.baseline import VERDICTS
from workbooks.grid import column_letter
from workbooks.sheets.bulk import Cells, Link, Rows, sample
from workbooks.sheets.canvas import Canvas
from workbooks.sheets.columns import Column, columns_of
from workbooks.sheets.context import Context
from workbooks.sheets.measure import bounded, height, lines, text_width
from workbooks.sheets.money import Money
from workbooks.sheets.texts import light_text, text
from workbooks.sheets.theme import Styles
from workbooks.supervision.figures import LIGHTS

_LEAST_WIDTH = 120.0  # of a sheet: its title must have room
WRAPPED = frozenset({"text", "center"})
LINKS = frozenset({"number_link", "center_link"})


Values = Mapping[str, Sequence[Any]]


def columns_with_values(sheet: str, values: Values, money: Money, units: Sequence[str] = ()) -> tuple[Column, ...]:
    """Return the sheet's columns that any record fills, wide enough for their amounts and, within bounds, texts.

    units: the unit behind each record's amounts, empty for the sheet's own.
    """
    kept = (c for c in columns_of(sheet) if any(v is not None and v != "" for v in values[c.field]))
    return at_least(_LEAST_WIDTH, [_fitted(column, values[column.field], money, units) for column in kept])


def at_least(width: float, columns: Sequence[Column]) -> tuple[Column, ...]:
    """Return the columns, each wider by the same share where all together are narrower than `width`."""
    wider = max(1.0, width / sum(column.width for column in columns))
    return tuple(replace(column, width=column.width * wider) for column in columns)


def _fitted(column: Column, values: Sequence[Any], money: Money, units: Sequence[str]) -> Column:
    if column.role == "amount":
        by_unit: dict[str, list[float | None]] = {unit: [] for unit in units}
        for amount, unit in zip(values, units, strict=True):
            by_unit[unit].append(amount)
        return replace(column, width=max([column.width, *(money.width(own, unit) for unit, own in by_unit.items())]))
    if column.widest:
        longest = max(text_width(line) for value in set(values) if value for line in value.splitlines())
        return replace(column, width=min(max(column.width, longest), column.widest))
    return column


def write_rows(
    context: Context,
    canvas: Canvas,
    columns: Sequence[Column],
    values: Values,
    places: Sequence[str],
    units: Sequence[str] = (),
) -> None:
    """Write one row a record, as the last rows of the sheet.

    values: by field, a sequence with a value a record. places: where each record's link leads, empty
    where nowhere. units: the unit behind each record's amounts, empty for the sheet's own.
    """
    shown = [_shown(column, values[column.field]) for column in columns]
    cells = [_cells(canvas.styles, column, own, places, units) for column, own in zip(columns, shown, strict=True)]
    links = [
        Link(f"{column_letter(at)}{canvas.row + 1 + index}", places[index])
        for at, (column, own) in enumerate(zip(columns, shown, strict=True))
        if column.role in LINKS
        for index, value in enumerate(own)
        if value and places[index]
    ]
    sample(canvas.sheet, canvas.row, cells)
    context.bulk.append(Rows(canvas.sheet.index + 1, canvas.row, _heights(columns, shown), cells, links))
    canvas.row += len(places)


def _shown(column: Column, values: Sequence[Any]) -> Sequence[Any]:
    if column.role not in WRAPPED:
        return values
    return [bounded(_in_one_line(value), column.most) if value else value for value in values]


def _in_one_line(value: str) -> str:
    """Return the text without its line breaks, which would make rows as high as pages."""
    return " ".join(value.split()) if "\n" in value or "\r" in value else value


def _heights(columns: Sequence[Column], shown: Sequence[Sequence[Any]]) -> list[float]:
    wrapped = [
        [lines(value, int(column.width)) if value else 1 for value in values]
        for column, values in zip(columns, shown, strict=True)
        if column.role in WRAPPED
    ]
    return [height(max(most)) for most in zip(*wrapped, strict=True)]


def _cells(styles: Styles, column: Column, values: Sequence[Any], places: Sequence[str], units: Sequence[str]) -> Cells:
    """Return the column's cells; lights and severities become words, each in its own format."""
    if column.role in MARKS:
        marks = MARKS[column.role]()
        order = {key: index for index, key in enumerate(marks)}
        formats = [styles("cell", key) for key in marks]
        return Cells([marks[value] for value in values], formats, [order[value] for value in values])
    if column.role == "amount" and any(units):
        behind = {unit: index for index, unit in enumerate(dict.fromkeys(units))}
        formats = [styles("cell", "amount", unit=unit) for unit in behind]
        return Cells(values, formats, [behind[unit] for unit in units])
    if column.role in LINKS and not all(places):
        formats = [styles("cell", column.role), styles("cell", column.role, "no_link")]
        return Cells(values, formats, [int(not place) for place in places])
    return Cells(values, [styles("cell", column.role)])


def _lights() -> dict[str, str]:
    return {light: light_text(light) for light in LIGHTS}


def _severities() -> dict[str, str]:
    return {severity: text(f"severity.{severity}") for severity in ("error", "warning", "info")}


def _item_lights() -> dict[str, str]:
    return {light: text(f"item_lights.{light}") for light in LIGHTS}


def _verdicts() -> dict[str, str]:
    return {verdict: text(f"verdicts.{verdict}") for verdict in VERDICTS}


MARKS: Mapping[str, Callable[[], Mapping[str, str]]] = {
    "light": _lights,
    "item_light": _item_lights,
    "severity": _severities,
    "verdict": _verdicts,
}
