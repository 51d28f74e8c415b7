"""Binary workbooks (.xlsb): values by calamine; merges, hidden rows and columns, errors and formats from the records.

A part is a chain of records ([MS-XLSB] 2.1.4): type and size in 7-bit groups, then the data.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from udfs.values.cells import CellError
from workbooks.grid import Area, Book, Grid
from workbooks.package.archive import Archive
from workbooks.reading import tidy
from workbooks.reading.calamine import CalamineValues, ValuesFailed
from workbooks.reading.number_formats import built_in
from workbooks.reading.parts import Parts, main_part
from workbooks.reading.refusing import refusal

_ROW, _CELL_ERROR, _FORMULA_ERROR, _COLUMN, _MERGE, _SHEET, _BOOK_PROPERTIES = 0, 3, 11, 60, 176, 156, 153
_FORMAT, _STYLE, _BEGIN_STYLES, _END_STYLES = 44, 47, 617, 618
_CELLS = frozenset(range(1, 12))
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A", 43: "#N/A"}
_LARGE = 16_000_000


def read_xlsb(data: bytes, path: str) -> Book:
    """Return the workbook. Raises Unsafe or Damaged; Damaged too where python-calamine is missing."""
    Archive.read(data)
    parts = Parts(data)
    workbook = main_part(parts)
    if workbook is None:
        raise refusal("damaged")
    try:
        values = CalamineValues(data)
    except ImportError as error:
        raise refusal("unknown") from error
    except ValuesFailed as error:
        raise refusal("damaged") from error
    formats = _formats(parts, workbook)
    related = parts.related(workbook)
    grids = []
    date1904 = False
    for kind, body in _records(parts.read(workbook)):
        if kind == _BOOK_PROPERTIES:
            date1904 = bool(body[0] & 1)
        elif kind == _SHEET:
            state = struct.unpack_from("<I", body)[0]
            identity, position = _string(body, 8)
            name, _ = _string(body, position)
            relation, target = related.get(identity, ("", ""))
            if relation.endswith("/worksheet") and target in parts:
                grids.append(_grid(name, state == 0, parts.read(target), values, formats))
    if not grids:
        raise refusal("no_sheets")
    return Book(
        path=path,
        format="xlsb",
        grids=grids,
        date1904=date1904,
        warnings=("原文件是 .xlsb 格式，公式只能按算好的数值读取和保存。",),
    )


@dataclass(slots=True)
class _Scan:
    """What the records of a sheet hold besides values; styles: the cell's style number."""

    merges: list[Area] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    styles: dict[tuple[int, int], int] = field(default_factory=dict)


class XlsbDetails:
    """Number formats by the cells' styles. Formulas are not read from .xlsb."""

    def __init__(self, styles: dict[tuple[int, int], int], formats: list[str]) -> None:
        self._styles = styles
        self._formats = formats

    def number_format(self, row: int, column: int) -> str:
        """Return the cell's number format code, `General` where it has none."""
        style = self._styles.get((row, column), 0)
        return self._formats[style] if style < len(self._formats) else "General"

    def formula(self, row: int, column: int) -> str | None:
        """Return None."""
        return None


def _grid(name: str, visible: bool, records: bytes, values: CalamineValues, formats: list[str]) -> Grid:
    found = _scan(records)
    places = found.styles
    height = max((row for row, _ in places), default=-1) + 1
    width = max((column for _, column in places), default=-1) + 1
    if height * width > max(_LARGE, 4 * len(places)):
        raise refusal("too_large")
    try:
        rows = values.rows(values.sheet(name))
    except ValuesFailed as error:
        raise refusal("damaged") from error
    for (row, column), code in found.errors.items():
        while len(rows) <= row:
            rows.append([])
        rows[row].extend([None] * (column + 1 - len(rows[row])))
        rows[row][column] = CellError(code)
    rows = tidy.cut(rows)
    return tidy.clip_hidden(
        Grid(
            name=name,
            rows=rows,
            merges=tidy.clipped(found.merges, rows),
            hidden_rows=frozenset(found.hidden_rows),
            hidden_columns=frozenset(found.hidden_columns),
            visible=visible,
            details=XlsbDetails({place: style for place, style in places.items() if style}, formats),
        )
    )


def _scan(records: bytes) -> _Scan:
    found = _Scan()
    row = 0
    for kind, body in _records(records):
        if kind in _CELLS:
            column, style = struct.unpack_from("<2I", body)
            found.styles[row, column] = style & 0xFFFFFF
            if kind in (_CELL_ERROR, _FORMULA_ERROR):
                found.errors[row, column] = _ERRORS.get(body[8], "#N/A")
        elif kind == _ROW:
            row = struct.unpack_from("<I", body)[0]
            if body[11] & 0x10 or struct.unpack_from("<H", body, 8)[0] == 0:
                found.hidden_rows.add(row)
        elif kind == _COLUMN:
            first, last, width = struct.unpack_from("<3I", body)
            if body[16] & 1 or width == 0:
                found.hidden_columns.update(range(first, min(last, 16_383) + 1))
        elif kind == _MERGE:
            top, bottom, left, right = struct.unpack_from("<4I", body)
            found.merges.append(Area(top, left, bottom, right))
    return found


def _formats(parts: Parts, workbook: str) -> list[str]:
    """Return the number format code of each cell style."""
    part = next((target for kind, target in parts.related(workbook).values() if kind.endswith("/styles")), None)
    if part is None or part not in parts:
        return []
    codes = dict(built_in())
    styles: list[str] = []
    inside = False
    for kind, body in _records(parts.read(part)):
        if kind == _FORMAT:
            codes[struct.unpack_from("<H", body)[0]] = _string(body, 2)[0]
        elif kind in (_BEGIN_STYLES, _END_STYLES):
            inside = kind == _BEGIN_STYLES
        elif kind == _STYLE and inside:
            styles.append(codes.get(struct.unpack_from("<H", body, 2)[0], "General"))
    return styles


def _records(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield type and data of each record."""
    position, end = 0, len(data)
    while position < end:
        kind = data[position]
        position += 1
        if kind & 0x80:
            kind = (kind & 0x7F) | (data[position] << 7)
            position += 1
        size = shift = 0
        while True:
            byte = data[position]
            position += 1
            size |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80 or shift >= 28:
                break
        yield kind, data[position : position + size]
        position += size


def _string(body: bytes, position: int) -> tuple[str, int]:
    """Return the text at the position and the position behind it; a null text is empty."""
    length = struct.unpack_from("<I", body, position)[0]
    position += 4
    if length == 0xFFFFFFFF:
        return "", position
    return body[position : position + 2 * length].decode("utf-16-le", "replace"), position + 2 * length
