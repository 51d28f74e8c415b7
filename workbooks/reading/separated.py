"""Text tables: CSV and tab-separated files in any Chinese encoding, .xls that are text among them."""

import csv
import io
import re
from collections import Counter
from pathlib import Path

from workbooks.grid import Book, Grid
from workbooks.reading import tidy
from workbooks.reading.encodings import decoded
from workbooks.reading.refusing import refusal
from workbooks.reading.typed_text import typed_rows

_SEPARATORS = "\t,;"  # a tab is rarest inside a text, so it comes first
_SAMPLE = 300
_DECLARED = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)


def read_separated(data: bytes, path: str) -> Book:
    """Return the text table as a workbook of one sheet. Raises NotAWorkbook for text without columns."""
    text = decoded(data)
    if text is None:
        raise refusal("unknown")
    separator, text = separator_of(text.lstrip("\ufeff"))
    csv.field_size_limit(1_000_000)
    try:
        rows, details = typed_rows(list(csv.reader(io.StringIO(text, newline=""), delimiter=separator)))
    except csv.Error as error:
        raise refusal("damaged") from error
    grid = Grid(name=Path(path).stem, rows=tidy.cut(rows), details=details)
    return Book(path=path, format="csv", grids=tidy.name_properly([grid]))


def separator_of(text: str) -> tuple[str, str]:
    """Return the separator that makes the most rows equally wide, and the text without a `sep=` line."""
    declared = _DECLARED.match(text)
    if declared:
        return declared[1], text[declared.end() :]
    best, most = "", 0
    for separator in _SEPARATORS:
        rows = _most_common_width(text, separator)
        if rows > most:
            best, most = separator, rows
    if not best:
        raise refusal("text")
    return best, text


def _most_common_width(text: str, separator: str) -> int:
    """Return how many of the first rows have the commonest number of columns, rows of one column left out."""
    if separator not in text:
        return 0
    widths: Counter[int] = Counter()
    reader = csv.reader(io.StringIO(text[:500_000], newline=""), delimiter=separator)
    try:
        for _, row in zip(range(_SAMPLE), reader, strict=False):
            widths[len(row)] += 1
    except csv.Error:
        return 0
    return max((count for width, count in widths.items() if width > 1), default=0)
