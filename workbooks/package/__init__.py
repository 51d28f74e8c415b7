"""Lossless editing of Excel packages: bytes in, bytes out; what nobody asked to change stays byte for byte."""

from workbooks.package.book import our_sheets
from workbooks.package.columns import Column, our_columns, write_columns
from workbooks.package.marks import Mark, mark, unmark
from workbooks.package.package import Package
from workbooks.package.rows import write_rows
from workbooks.package.splice import drop, splice

__all__ = [
    "Column",
    "Mark",
    "Package",
    "drop",
    "mark",
    "our_columns",
    "our_sheets",
    "splice",
    "unmark",
    "write_columns",
    "write_rows",
]
