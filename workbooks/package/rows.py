"""Rows that are written into a sheet of ours which grows: each with the look of a row that is there already."""

from collections.abc import Sequence

from workbooks.package.cells import Cell, Place
from workbooks.package.columns import sheet_named
from workbooks.package.package import Package
from workbooks.package.worksheet import Change, Worksheet


def write_rows(package: Package, sheet: str, first: int, rows: Sequence[Sequence[Cell]], like: int) -> None:
    """Write rows of values into a sheet, from column A, over what stands there.

    first: the first row's number; like: that of the row whose cells lend their looks, column by column (both from 0).
    Raises WrongArgument where there is no such sheet.
    """
    part = sheet_named(package, sheet).part or ""
    worksheet = Worksheet(package.get(part))
    width = max(map(len, rows), default=0)
    styles = [worksheet.style(like, column) for column in range(width)]
    changes: dict[Place, Change] = {
        (row, column): worksheet.holding((row, column), value, styles[column])
        for row, values in enumerate(rows, first)
        for column, value in enumerate(values)
    }
    worksheet.change_cells(changes)
    package.put(part, worksheet.to_bytes())
