"""XML spreadsheets of Excel 2002/2003, which many systems export under the name .xls."""

import re
from collections.abc import Iterator
from datetime import datetime
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, ParseError

from udfs.values.cells import CellError, Value
from workbooks.grid import Area, Book, Grid
from workbooks.reading import tidy
from workbooks.reading.encodings import decoded
from workbooks.reading.parts import flag, local
from workbooks.reading.refusing import refusal
from workbooks.reading.typed_text import GivenDetails

_NAMED_FORMATS = {
    "General Number": "General",
    "General Date": "yyyy/m/d h:mm",
    "Short Date": "yyyy/m/d",
    "Medium Date": "d-mmm-yy",
    "Long Date": 'yyyy"年"m"月"d"日"',
    "Short Time": "h:mm",
    "Medium Time": "h:mm AM/PM",
    "Long Time": "h:mm:ss",
    "Percent": "0.00%",
    "Fixed": "0.00",
    "Standard": "#,##0.00",
    "Currency": '"¥"#,##0.00',
    "Scientific": "0.00E+00",
}
_HIGHEST, _WIDEST = 1_048_576, 16_384


def read_spreadsheetml(data: bytes, path: str) -> Book:
    """Return the workbook. Raises Damaged for broken XML, and Unsafe for XML that declares entities."""
    root = _root(data)
    formats = _style_formats(root)
    sheets = [element for element in root if local(element) == "Worksheet"]
    if not sheets:
        raise refusal("no_sheets")
    return Book(
        path=path,
        format="xml",
        grids=tidy.name_properly([_Reader(sheet, formats).grid() for sheet in sheets]),
        date1904=any(local(element) == "Date1904" for element in root.iter()),
    )


def _root(data: bytes) -> Element:
    text = decoded(data)
    if text is None:
        raise refusal("damaged")
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise refusal("bomb")
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text.lstrip("\ufeff"), count=1)  # its encoding holds no longer
    try:
        return ElementTree.fromstring(text)
    except (ParseError, ValueError) as error:
        raise refusal("damaged") from error


def _style_formats(root: Element) -> dict[str, str]:
    formats: dict[str, str] = {}
    for style in root.iter():
        if local(style) == "Style":
            for part in style:
                if local(part) == "NumberFormat":
                    code = _given(part, "Format") or "General"
                    formats[_given(style, "ID") or ""] = _NAMED_FORMATS.get(code, code)
    return formats


class _Reader:
    """Reads one worksheet; rows and cells without `Index` follow the one before."""

    def __init__(self, sheet: Element, formats: dict[str, str]) -> None:
        self._sheet = sheet
        self._formats = formats
        self._values: dict[tuple[int, int], Value] = {}
        self._codes: dict[tuple[int, int], str] = {}
        self._formulas: dict[tuple[int, int], str] = {}
        self._merges: list[Area] = []
        self._hidden_rows: set[int] = set()
        self._hidden_columns: set[int] = set()

    def grid(self) -> Grid:
        """Return the sheet."""
        table = next((element for element in self._sheet if local(element) == "Table"), None)
        if table is not None:
            for column, element in _numbered(table, "Column", _WIDEST):
                if _is_hidden(element, "Width"):
                    span = min(int(_given(element, "Span") or 0), _WIDEST)
                    self._hidden_columns.update(range(column, column + span + 1))
            for row, element in _numbered(table, "Row", _HIGHEST):
                self._read_row(row, element)
        rows, _ = tidy.laid_out(self._values)
        rows = tidy.cut(rows)
        return tidy.clip_hidden(
            Grid(
                name=_given(self._sheet, "Name") or "Sheet1",
                rows=rows,
                merges=tidy.clipped(self._merges, rows),
                hidden_rows=frozenset(self._hidden_rows),
                hidden_columns=frozenset(self._hidden_columns),
                visible=not any(
                    local(each) == "Visible" and each.text != "SheetVisible" for each in self._sheet.iter()
                ),
                details=GivenDetails(self._codes, self._formulas),
            )
        )

    def _read_row(self, row: int, element: Element) -> None:
        if _is_hidden(element, "Height"):
            span = min(int(_given(element, "Span") or 0), _HIGHEST)
            self._hidden_rows.update(range(row, row + span + 1))
        for column, cell in _numbered(element, "Cell", _WIDEST):
            across, down = int(_given(cell, "MergeAcross") or 0), int(_given(cell, "MergeDown") or 0)
            if across or down:
                self._merges.append(Area(row, column, row + down, column + across))
            value = _value(next((child for child in cell if local(child) == "Data"), None))
            code = self._formats.get(_given(cell, "StyleID") or "", "General")
            formula = _given(cell, "Formula")
            if formula:
                self._formulas[row, column] = formula.removeprefix("=")
            if value is not None:
                self._values[row, column] = value
                if code != "General":
                    self._codes[row, column] = code


def _numbered(parent: Element, name: str, most: int) -> Iterator[tuple[int, Element]]:
    """Yield the children of a name with their 0-based places; a place beyond the sheet's edge is left out."""
    place = 0
    for element in parent:
        if local(element) != name:
            continue
        index = _given(element, "Index")
        place = int(index) - 1 if index else place
        if 0 <= place < most:
            yield place, element
        across = int(_given(element, "MergeAcross") or 0) if name == "Cell" else int(_given(element, "Span") or 0)
        place += 1 + across


def _value(data: Element | None) -> Value:
    if data is None:
        return None
    text = "".join(data.itertext())
    kind = _given(data, "Type") or "String"
    if kind == "Error":
        return CellError(text.strip())
    if not text.strip():
        return text or None
    if kind == "Boolean":
        return flag(text)
    try:
        if kind == "Number":
            return float(text)
        if kind == "DateTime":
            return datetime.fromisoformat(text.strip().removesuffix("Z"))
    except ValueError:
        return text
    return text


def _is_hidden(element: Element, size: str) -> bool:
    return flag(_given(element, "Hidden")) or (_given(element, size) or "1").strip() in ("0", "0.0")


def _given(element: Element, name: str) -> str | None:
    """Return the attribute whatever its namespace."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), None)
