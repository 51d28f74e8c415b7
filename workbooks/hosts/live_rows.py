"""Rows that are written into a sheet of ours which grows, in an open workbook; as `package.rows` does."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbooks.grid import Area
from workbooks.hosts.guards import refuse_filtered, refuse_protected
from workbooks.hosts.live_columns import sheet_named, written
from workbooks.hosts.live_names import block
from workbooks.package.cells import Cell

if TYPE_CHECKING:
    from xlwings import Book


def write_rows(book: "Book", name: str, first: int, rows: Sequence[Sequence[Cell]], like: int) -> None:
    """Write rows of values into a sheet, from column A, over what stands there, each dressed like the row `like`.

    first, like: from 0. Raises WrongArgument where there is no such sheet, NotWritable where it is protected or a
    filter hides rows.
    """
    sheet = sheet_named(book, name)
    refuse_protected([sheet])
    refuse_filtered(sheet)
    width = max(map(len, rows), default=0)
    if not width:
        return
    there = block(sheet, Area(first, 0, first + len(rows) - 1, width - 1))
    block(sheet, Area(like, 0, like, width - 1)).copy()
    there.paste("formats")
    book.app.cut_copy_mode = False
    there.value = [[written(value) for value in (*values, *[None] * (width - len(values)))] for values in rows]
