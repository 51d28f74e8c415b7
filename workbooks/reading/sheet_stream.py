"""A sheet read by an XML parser: slower than calamine, but it takes whatever is well-formed.

For sheets written unusually (no `r=`, comments in the XML), cells far apart, and values that calamine gives up on.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, ParseError

from udfs.values.cells import CellError, Value
from workbooks.grid import Area, column_index
from workbooks.reading import serials
from workbooks.reading.number_formats import shows_date, shows_elapsed_time
from workbooks.reading.parts import flag, local
from workbooks.reading.refusing import refusal
from workbooks.reading.shared import plain_text, unescaped
from workbooks.reading.sheet_scan import Marks


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the XML: its value, number format and formula text (empty for the followers of a shared formula)."""

    value: Value
    number_format: str
    formula: str | None
    shared: str | None


@dataclass(slots=True)
class StreamedSheet:
    """The cells by (row, column), and what the sheet holds besides."""

    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    marks: Marks = field(default_factory=Marks)


@dataclass(frozen=True, slots=True)
class Shared:
    """What a sheet's cells refer to: shared strings, number formats by style, and the date system."""

    strings: list[str]
    formats: list[str]
    date1904: bool


def read_sheet(xml: bytes, shared: Shared) -> StreamedSheet:
    """Return the sheet's cells and marks. Raises Damaged for XML that is not well-formed."""
    sheet = StreamedSheet()
    hidden_rows: set[int] = set()
    hidden_columns: set[int] = set()
    merges: list[Area] = []
    uncalculated: set[tuple[int, int]] = set()
    next_row = 0
    for element in _elements(xml):
        name = local(element)
        if name == "row":
            row = _index(element.get("r"), next_row)
            next_row = row + 1
            if _is_hidden(element, "ht"):
                hidden_rows.add(row)
            for place, cell, unfinished in _cells(element, row, shared):
                if cell.value is not None or cell.formula is not None:
                    sheet.cells[place] = cell
                if unfinished:
                    uncalculated.add(place)
            element.clear()
        elif name == "col" and _is_hidden(element, "width"):
            last = min(_index(element.get("max"), 0), 16383)
            hidden_columns.update(range(_index(element.get("min"), 0), last + 1))
        elif name == "mergeCell":
            area = _area(element.get("ref", ""))
            if area:
                merges.append(area)
    sheet.marks = Marks(tuple(merges), frozenset(hidden_rows), frozenset(hidden_columns), frozenset(uncalculated))
    return sheet


def _elements(xml: bytes) -> Iterator[Element]:
    try:
        for _, element in ElementTree.iterparse(BytesIO(xml), events=("end",)):
            yield element
    except (ParseError, ValueError, LookupError) as error:
        raise refusal("damaged") from error


def _cells(row_element: Element, row: int, shared: Shared) -> Iterator[tuple[tuple[int, int], Cell, bool]]:
    next_column = 0
    for element in row_element:
        if local(element) != "c":
            continue
        reference = element.get("r", "").rstrip("0123456789")
        column = column_index(reference) if reference.isascii() and reference.isalpha() else next_column
        next_column = column + 1
        children = {local(child): child for child in element}
        formula, stored = children.get("f"), children.get("v")
        code = _format(element.get("s"), shared.formats)
        text = None if stored is None else stored.text or ""
        unfinished = formula is not None and not text and not (text == "" and element.get("t") == "str")
        yield (
            (row, column),
            Cell(
                value=_value(element.get("t", "n"), text, children.get("is"), code, shared),
                number_format=code,
                formula=None if formula is None else formula.text or "",
                shared=None if formula is None else formula.get("si"),
            ),
            unfinished,
        )


def _value(kind: str, text: str | None, inline: Element | None, code: str, shared: Shared) -> Value:
    if inline is not None:
        return plain_text(inline) or None
    if not text:
        return None
    if kind == "s":
        position = int(text) if text.strip().isdecimal() else -1
        return (shared.strings[position] or None) if 0 <= position < len(shared.strings) else None
    if kind == "e":
        return CellError(text.strip())
    if kind == "b":
        return flag(text)
    if kind == "d":
        return _iso(text)
    if kind in ("str", "inlineStr"):
        return unescaped(text)
    return _number(text, code, shared.date1904)


def _number(text: str, code: str, date1904: bool) -> Value:
    try:
        number = float(text)
    except ValueError:
        return text
    if shows_elapsed_time(code):
        return serials.duration(number)
    return serials.moment(number, date1904) if shows_date(code) else number


def _iso(text: str) -> Value:
    try:
        return datetime.fromisoformat(text.strip())
    except ValueError:
        return text


def _format(style: str | None, formats: list[str]) -> str:
    number = int(style) if style and style.isdecimal() else 0
    return formats[number] if number < len(formats) else "General"


def _is_hidden(element: Element, size: str) -> bool:
    try:
        return flag(element.get("hidden")) or float(element.get(size, "1")) == 0
    except ValueError:
        return False


def _index(number: str | None, otherwise: int) -> int:
    return int(number) - 1 if number and number.isdecimal() and 0 < int(number) <= 1_048_576 else otherwise


def _area(reference: str) -> Area | None:
    corners = [corner.replace("$", "") for corner in reference.upper().split(":")]
    if len(corners) != 2:
        return None
    places = []
    for corner in corners:
        letters = corner.rstrip("0123456789")
        digits = corner[len(letters) :]
        if not (letters.isascii() and letters.isalpha() and digits):
            return None
        places.append((int(digits) - 1, column_index(letters)))
    (top, left), (bottom, right) = places
    return Area(top, left, bottom, right) if top <= bottom and left <= right else None
