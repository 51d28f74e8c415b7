"""Rows that are written into a sheet of ours which grows, in an open workbook; as `package.rows` does."""

from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from workbooks.grid import Area
from workbooks.hosts.guards import refuse_filtered, refuse_protected
from workbooks.hosts.live_columns import sheet_named, written
from workbooks.hosts.live_names import block
from workbooks.package.cells import Cell
from workbooks.package.columns import rectangles

if TYPE_CHECKING:
    from xlwings import Book


def write_rows(
    book: "Book",
    name: str,
    first: int,
    columns: Sequence[int],
    rows: Sequence[Sequence[Cell]],
    like: int | None,
    heights: Sequence[float],
) -> None:
    """Write rows of values into these columns of a sheet, over what stands there, each dressed like the row `like`.

    first, columns, like: from 0; like: None where each keeps its looks; heights: in points, empty to leave them. Raises
    WrongArgument where there is no such sheet, NotWritable where it is protected or a filter hides rows.
    """
    sheet = sheet_named(book, name)
    refuse_protected([sheet])
    refuse_filtered(sheet)
    if not rows:
        return
    at = {column: number for number, column in enumerate(columns)}
    for area in rectangles({(first, column) for column in columns}):
        wanted = [at[column] for column in range(area.left, area.right + 1)]
        there = block(sheet, Area(first, area.left, first + len(rows) - 1, area.right))
        if like is not None:
            block(sheet, Area(like, area.left, like, area.right)).copy()
            there.paste("formats")
        there.value = [[written(values[number]) for number in wanted] for values in rows]
    for points, alike in groupby(enumerate(heights, first), key=itemgetter(1)):
        numbers = [number for number, _ in alike]
        block(sheet, Area(numbers[0], columns[0], numbers[-1], columns[0])).row_height = points
    book.app.cut_copy_mode = False
