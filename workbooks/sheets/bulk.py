"""Many like rows, put into a worksheet that XlsxWriter has finished.

XlsxWriter takes about 8 µs a cell, most of a report's time at 20,000 projects; rows written as text take a tenth. So
XlsxWriter writes everything else and, in place of the rows, sample rows with an empty cell of each format; the formats'
numbers are read from its output, and the samples are replaced.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_STORED, ZipFile

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from workbooks.grid import column_letter
from workbooks.sheets.explicit import explicit

MOST_LINKS = 65_530  # Excel's limit of hyperlinks a sheet
_SAMPLE = re.compile(r'<c r="([A-Z]+)(\d+)" s="(\d+)"/>')
# What XML can't hold, or Excel would read as such an escape, stands as _xHHHH_ (as Excel itself writes it).
_ESCAPED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")


@dataclass(frozen=True, slots=True)
class Cells:
    """A column's cells. values: text, number or None (an empty cell). formats: those that its cells have.

    which: the format of each cell, as an index into `formats`; the first of all cells if empty.
    """

    values: Sequence[str | float | None]
    formats: Sequence[Format]
    which: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink within the workbook: cell (A1), and the place it leads to ('Sheet'!B4)."""

    cell: str
    place: str


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of one sheet. sheet: its number, from 1; first: the row of the first (0-based); heights in points."""

    sheet: int
    first: int
    heights: Sequence[float]
    columns: Sequence[Cells]
    links: Sequence[Link]


def sample(sheet: Worksheet, first: int, columns: Sequence[Cells]) -> None:
    """Write the sample rows of these columns: one row for each format that the column with most of them has."""
    for index in range(max(len(cells.formats) for cells in columns)):
        for at, cells in enumerate(columns):
            if index < len(cells.formats):
                sheet.write_blank(first + index, at, None, cells.formats[index])


def filled(package: bytes, bulk: Iterable[Rows]) -> bytes:
    """Return the workbook with the sample rows replaced by the rows.

    Its parts are stored unpacked: whoever takes the sheets in packs them once, into the clerk's workbook.
    """
    by_part = {f"xl/worksheets/sheet{rows.sheet}.xml": rows for rows in bulk}
    output = BytesIO()
    with ZipFile(BytesIO(package)) as source, ZipFile(output, "w") as target:
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename.startswith("xl/charts/"):
                content = explicit(content)
            if entry.filename in by_part:
                content = _sheet(content.decode("utf-8"), by_part[entry.filename]).encode("utf-8")
            target.writestr(entry, content, ZIP_STORED)
    return output.getvalue()


def _sheet(xml: str, rows: Rows) -> str:
    start = xml.index(f'<row r="{rows.first + 1}"')
    end = xml.index("</sheetData>")
    styles = _styles(xml[start:end], rows)
    last = f"{column_letter(len(rows.columns) - 1)}{rows.first + len(rows.heights)}"
    head = re.sub(
        r'<dimension ref="([A-Z]+\d+)(?::[A-Z]+\d+)?"/>', rf'<dimension ref="\1:{last}"/>', xml[:start], count=1
    )
    tail = xml[end:].replace("<printOptions", f"{_hyperlinks(rows.links)}<printOptions", 1)
    return "".join((head, *_rows(rows, styles), tail))


def _styles(samples: str, rows: Rows) -> list[list[str]]:
    """Return the style number of each column's formats."""
    found = {(letters, int(row) - rows.first - 1): style for letters, row, style in _SAMPLE.findall(samples)}
    return [
        [found[column_letter(at), index] for index in range(len(cells.formats))]
        for at, cells in enumerate(rows.columns)
    ]


def _rows(rows: Rows, styles: list[list[str]]) -> Iterable[str]:
    begin = rows.first + 1
    columns = [
        _column(column_letter(at), begin, cells, own)
        for at, (cells, own) in enumerate(zip(rows.columns, styles, strict=True))
    ]
    for number, (points, cells) in enumerate(zip(rows.heights, zip(*columns, strict=True), strict=True), begin):
        yield f'<row r="{number}" ht="{points:g}" customHeight="1">{"".join(cells)}</row>'


def _column(letters: str, begin: int, cells: Cells, styles: list[str]) -> list[str]:
    which: Iterable[str] = (styles[index] for index in cells.which) if cells.which else styles[:1] * len(cells.values)
    return [
        f'<c r="{letters}{row}" s="{style}"/>'
        if value is None or value == ""
        else f'<c r="{letters}{row}" s="{style}"{_string(value)}'
        if isinstance(value, str)
        else f'<c r="{letters}{row}" s="{style}"><v>{value!r}</v></c>'
        for row, value, style in zip(range(begin, begin + len(cells.values)), cells.values, which, strict=True)
    ]


@lru_cache(maxsize=65536)
def _string(value: str) -> str:
    """Return an inline string from its type on. Text is text whatever it begins with: = + - @."""
    safe = escape(_ESCAPED.sub(lambda found: f"_x{ord(found[0]):04X}_", value)).replace("\r", "_x000D_")
    space = ' xml:space="preserve"' if value != value.strip() or "\n" in value else ""
    return f' t="inlineStr"><is><t{space}>{safe}</t></is></c>'


def _hyperlinks(links: Sequence[Link]) -> str:
    if not links:
        return ""
    entries = (f'<hyperlink ref="{link.cell}" location={quoteattr(link.place)}/>' for link in links[:MOST_LINKS])
    return f"<hyperlinks>{''.join(entries)}</hyperlinks>"
