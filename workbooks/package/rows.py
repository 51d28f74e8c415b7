"""Rows that are written into a sheet of ours which grows: each with the look of a row that is there already."""

from collections.abc import Sequence

from workbooks.package.cells import Cell, Place
from workbooks.package.columns import sheet_named
from workbooks.package.package import Package
from workbooks.package.worksheet import Change, Worksheet


def write_rows(
    package: Package,
    sheet: str,
    first: int,
    columns: Sequence[int],
    rows: Sequence[Sequence[Cell]],
    like: int | None,
    heights: Sequence[float] = (),
) -> None:
    """Write rows of values into these columns of a sheet, over what stands there; the other columns stay.

    first: the first row's number; like: that of the row whose cells lend their looks, column by column (all from 0),
    None where each row keeps its own; heights: of the rows in points, empty to leave them. Raises WrongArgument where
    there is no such sheet.
    """
    part = sheet_named(package, sheet).part or ""
    worksheet = Worksheet(package.get(part))
    dress = None if like is None else [worksheet.style(like, column) for column in columns]
    changes: dict[Place, Change] = {}
    for row, values in enumerate(rows, first):
        looks = dress or [worksheet.style(row, column) for column in columns]
        for column, value, style in zip(columns, values, looks, strict=True):
            changes[row, column] = worksheet.holding((row, column), value, style)
    worksheet.change_cells(changes, dict(enumerate(heights, first)))
    package.put(part, worksheet.to_bytes())
