"""Columns of ours in an open ledger: written by the look of their neighbour, replaced in place the next time.

As `package.columns` does, and remembered under the same hidden names.
"""

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from workbooks.errors import WrongArgument
from workbooks.grid import Area, address
from workbooks.hosts.guards import refuse_filtered, refuse_protected
from workbooks.hosts.live_colours import lifted
from workbooks.hosts.live_details import as_rows
from workbooks.hosts.live_names import block, forget, remember, unions
from workbooks.hosts.live_reading import our_areas
from workbooks.hosts.live_structure import merges
from workbooks.hosts.natives import native
from workbooks.package.cells import Cell, Place, places_of
from workbooks.package.columns import OUR_COLUMNS, Column, rectangles

if TYPE_CHECKING:
    from xlwings import Book, Sheet

_TYPED = re.compile(r"[=+\-@'(.#\s]|true$|false$|.*\d", re.IGNORECASE | re.DOTALL)
"""A text that Excel could take for a formula, number, date, error or truth value when it is written into a cell."""


def write_columns(book: "Book", name: str, columns: Sequence[Column]) -> list[str]:
    """Write columns into the sheet, in place of all that earlier runs wrote there; no columns: take them out.

    Return the addresses of cells that hold something of the clerk's; they are left alone. Marks are kept.
    """
    sheet = sheet_named(book, name)
    refuse_protected([sheet])
    refuse_filtered(sheet)
    ours = {place for area in our_areas(sheet) for place in places_of(area)}
    left_alone = [place for column in columns for place in _taken(sheet, column) if place not in ours]
    values = {
        (row, column.index): value
        for column in columns
        for row, value in column.cells.items()
        if (row, column.index) not in left_alone
    }
    with lifted(sheet), native(book.app).tables_kept(sheet):
        _clear(sheet, ours, ours - set(values))
        forget(sheet, OUR_COLUMNS)
        remember(sheet, OUR_COLUMNS, values)
        for column in columns:
            _dress(sheet, column, {place for place in values if place[1] == column.index})
        for area in rectangles(set(values)):
            block(sheet, area).value = [
                [written(values[row, column]) for column in range(area.left, area.right + 1)]
                for row in range(area.top, area.bottom + 1)
            ]
        for column in columns:
            _frame(sheet, column, left_alone)
    return [address(*place) for place in left_alone]


def sheet_named(book: "Book", name: str) -> "Sheet":
    """Return the sheet of this name, in whatever case. Raises WrongArgument where there is none."""
    for sheet in book.sheets:
        if sheet.name.casefold() == name.casefold():
            return sheet
    raise WrongArgument(f"没有名为“{name}”的工作表，请检查工作表名称。")


def _taken(sheet: "Sheet", column: Column) -> list[Place]:
    """Return the cells of a column to write that hold a value or a formula."""
    if not column.cells:
        return []
    top, bottom = min(column.cells), max(column.cells)
    present = as_rows(block(sheet, Area(top, column.index, bottom, column.index)).formula)
    return [(row, column.index) for row in column.cells if present[row - top][0] not in ("", None)]


def _clear(sheet: "Sheet", ours: set[Place], gone: set[Place]) -> None:
    """Undo the merging of earlier headers, and take out the cells that are not written again; notes stay."""
    for area in rectangles(ours):
        for merged in merges(sheet, area):
            if all(place in ours for place in places_of(merged)):
                block(sheet, merged).unmerge()
    for cells in unions(sheet, gone):
        cells.clear_contents()
        cells.clear_formats()


def _dress(sheet: "Sheet", column: Column, places: set[Place]) -> None:
    """Give the cells of a column their looks: the neighbour's, and below the header our number format and fills."""
    for area in rectangles(places):
        block(sheet, Area(area.top, column.like, area.bottom, column.like)).copy()
        there = block(sheet, area)
        there.paste("formats")
        if there.merge_cells is not False:
            there.unmerge()
    sheet.book.app.cut_copy_mode = False
    body = {place for place in places if place[0] not in column.header_rows}
    if column.number_format is not None:
        for cells in unions(sheet, body):
            cells.number_format = column.number_format
    asked = native(sheet.book.app)
    for fill in sorted({fill for fill in column.fills.values() if fill}):
        for cells in unions(sheet, (place for place in body if column.fills.get(place[0]) == fill)):
            asked.set_fill(cells, fill.upper())


def _frame(sheet: "Sheet", column: Column, left_alone: Iterable[Place]) -> None:
    """Merge the header and set the width."""
    if column.merge:
        header = Area(column.merge[0], column.index, column.merge[1], column.index)
        if not set(places_of(header)) & set(left_alone):
            block(sheet, header).merge()
    if column.width is not None:
        sheet.range((1, column.index + 1)).column_width = column.width


def written(value: Cell) -> Cell:
    """Return the value as it is handed over: blank for no number, a text in a way that Excel takes as it stands."""
    if value is None or value != value:  # not a number
        return None
    if isinstance(value, str):
        return f"'{value}" if _TYPED.match(value) else value
    return float(value)  # also what NumPy calls a number; Excel takes no integers of 64 bits
