"""Rows that are written into a sheet of ours which grows: each with the look of a row that is there already."""

from collections.abc import Sequence

from workbooks.package.cells import Cell, Place
from workbooks.package.columns import sheet_named
from workbooks.package.markup import with_attribute
from workbooks.package.package import Package
from workbooks.package.worksheet import Change, Worksheet


def write_rows(
    package: Package,
    sheet: str,
    first: int,
    columns: Sequence[int],
    rows: Sequence[Sequence[Cell]],
    like: int,
    heights: Sequence[float] = (),
) -> None:
    """Write rows of values into these columns of a sheet, over what stands there; the other columns stay.

    first: the first row's number; like: that of the row whose cells lend their looks, column by column (all from 0).
    heights: of the rows in points, empty to leave them. Raises WrongArgument where there is no such sheet.
    """
    part = sheet_named(package, sheet).part or ""
    worksheet = Worksheet(package.get(part))
    styles = [worksheet.style(like, column) for column in columns]
    changes: dict[Place, Change] = {
        (row, column): worksheet.holding((row, column), value, style)
        for row, values in enumerate(rows, first)
        for column, value, style in zip(columns, values, styles, strict=True)
    }
    worksheet.change_cells(changes)
    package.put(part, _with_heights(worksheet.to_bytes(), first, heights))


def _with_heights(sheet: bytes, first: int, heights: Sequence[float]) -> bytes:
    worksheet = Worksheet(sheet)
    for number, points in enumerate(heights, first):
        if row := worksheet.row(number):
            tag = worksheet.data[row.start : row.inner]
            tag = with_attribute(with_attribute(tag, b"ht", b"%g" % points), b"customHeight", b"1")
            worksheet.edits.replace(row.start, row.inner, tag)
    return worksheet.to_bytes()
