"""What calamine does not tell of a sheet, by a scan of its XML's bytes: a parser would take longer than calamine.

Only an ordinarily written sheet is scanned: rows and cells carry `r="…"`, no comments, no CDATA. Others are left to
`sheet_stream`, which parses.
"""

import re
from dataclasses import dataclass, field
from html import unescape

from workbooks.grid import Area, column_index
from workbooks.reading.shared import unescaped

_SHEET_DATA = re.compile(rb"<((?:[\w.-]+:)?)sheetData\b[^>]*>")
_REFERENCE = re.compile(rb'\sr="([A-Za-z]{1,3})([0-9]{1,7})"')
_ROW_NUMBER = re.compile(rb'\sr="([0-9]{1,7})"')
_VALUE = re.compile(rb"<(?:[\w.-]+:)?v\b[^>]*>([^<]*)<")
_COLUMNS = 16_384
_LARGE = 16_000_000
_ATTRIBUTE = re.compile(rb'([\w:.-]+)\s*=\s*["\']([^"\']*)["\']')


@dataclass(slots=True)
class Marks:
    """What a sheet holds besides its values. All 0-based; errors: the code that a cell shows;
    negatives: whether any number is negative."""

    merges: tuple[Area, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    uncalculated: frozenset[tuple[int, int]] = frozenset()
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    negatives: bool = False


class NotPlain(Exception):  # no error: another way of reading is taken
    """The sheet's XML is written in a way that only a parser reads."""


class SheetXml:
    """A sheet's XML, cut at `sheetData`."""

    def __init__(self, xml: bytes) -> None:
        opening = _SHEET_DATA.search(xml)
        if not opening or (b"!" in xml and b"<!" in xml):  # one byte is sought ten times as fast as two
            raise NotPlain
        self.xml = xml
        self.prefix = opening[1]
        self.start = opening.end()
        closing = xml.rfind(b"</" + self.prefix + b"sheetData>")
        self.end = closing if closing >= 0 else self.start
        self.has_cells = False
        first_row = xml.find(self.opening(b"row"), self.start, self.end)
        if first_row >= 0:
            self._require(_ROW_NUMBER, first_row)
            first_cell = xml.find(self.opening(b"c"), first_row, self.end)
            if first_cell >= 0:
                self._require(_REFERENCE, first_cell)
                self.has_cells = True

    def opening(self, name: bytes) -> bytes:
        """Return the beginning of an element that has attributes."""
        return b"<" + self.prefix + name + b" "

    def pattern(self, rest: bytes) -> "re.Pattern[bytes]":
        """Return a pattern of an opening tag: the name and what follows it."""
        return re.compile(rb"<%s%s" % (re.escape(self.prefix), rest))

    def _require(self, attribute: "re.Pattern[bytes]", position: int) -> None:
        if not attribute.search(self.xml, position, self.xml.find(b">", position) + 1):
            raise NotPlain


def marks(sheet: SheetXml) -> Marks:
    """Return the sheet's merges, hidden rows and columns, error cells and formulas without a stored result."""
    head, tail = sheet.xml[: sheet.start], sheet.xml[sheet.end :]
    return Marks(
        merges=merged_areas(tail),
        hidden_rows=_hidden_rows(sheet),
        hidden_columns=hidden_columns(head),
        uncalculated=_uncalculated(sheet),
        errors=_errors(sheet),
        negatives=b"v>-" in sheet.xml,
    )


def merged_areas(tail: bytes) -> tuple[Area, ...]:
    """Return the merged areas listed behind the sheet's data."""
    areas = []
    for left, top, right, bottom in re.findall(
        rb'mergeCell\s[^>]*?ref="\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})"', tail
    ):
        area = Area(int(top) - 1, column_index(left.decode()), int(bottom) - 1, column_index(right.decode()))
        if area.top <= area.bottom and area.left <= area.right:
            areas.append(area)
    return tuple(areas)


def hidden_columns(head: bytes) -> frozenset[int]:
    """Return the columns hidden by flag or by zero width, from the `cols` before the sheet's data."""
    hidden: set[int] = set()
    for tag in re.findall(rb"<(?:[\w.-]+:)?col\s[^>]*>", head):
        given = dict(_ATTRIBUTE.findall(tag))
        if given.get(b"hidden") in (b"1", b"true") or _is_zero(given.get(b"width")):
            hidden.update(range(int(given.get(b"min", b"1")) - 1, min(int(given.get(b"max", b"0")), 16384)))
    return frozenset(hidden)


def is_sparse(sheet: SheetXml) -> bool:
    """Tell whether the cells lie so far apart that the area they span must not be laid out as a table.

    calamine lays out the whole area: one cell in XFD1048576 would take hundreds of gigabytes.
    """
    height = _last_row(sheet)
    if height * _COLUMNS <= _LARGE:
        return False
    if height * 702 <= _LARGE and not re.compile(rb' r="[A-Z]{3}').search(sheet.xml, sheet.start, sheet.end):
        return False
    area = height * _width(sheet)
    return area > _LARGE and area > 4 * sheet.xml.count(sheet.opening(b"c"), sheet.start, sheet.end)


def _last_row(sheet: SheetXml) -> int:
    """Return the highest row number: rows stand in order, but a number of six digits is looked for anywhere."""
    last = sheet.xml.rfind(sheet.opening(b"row"), sheet.start, sheet.end)
    number = _ROW_NUMBER.search(sheet.xml, last, sheet.end) if last >= 0 else None
    if not sheet.pattern(rb'row r="[0-9]{6}').search(sheet.xml, sheet.start, sheet.end):
        return int(number[1]) if number else 0
    rows = sheet.pattern(rb'row\s[^>]*?\br="([0-9]{1,7})"').findall(sheet.xml, sheet.start, sheet.end)
    return max(map(int, rows), default=0)


def _width(sheet: SheetXml) -> int:
    """Return the number of columns: each search looks, from where it is, for a cell beyond the widest so far."""
    widest, position = "", sheet.start
    while True:
        further = re.compile(rb' r="(%s)\d' % _beyond(widest).encode()).search(sheet.xml, position, sheet.end)
        if further is None:
            return column_index(widest) + 1 if widest else 0
        widest, position = further[1].decode(), further.end()


def _beyond(letters: str) -> str:
    """Return a pattern of the columns right of the given one: AN → A[O-Z]|[B-Z][A-Z]|[A-Z]{3}."""
    later = [f"[A-Z]{{{len(letters) + 1},3}}"] if len(letters) < 3 else []
    for place, letter in enumerate(letters):
        if letter != "Z":
            later.append(f"{letters[:place]}[{chr(ord(letter) + 1)}-Z][A-Z]{{{len(letters) - place - 1}}}")
    return "|".join(later) or "(?!)"


def _hidden_rows(sheet: SheetXml) -> frozenset[int]:
    flagged = sheet.pattern(rb'row\s(?:[^>]*\s)?(?:hidden="(?:1|true)"|ht="0(?:\.0*)?")[^>]*>')
    hidden = set()
    for tag in flagged.finditer(sheet.xml, sheet.start, sheet.end):
        number = _ROW_NUMBER.search(b" " + tag[0])
        if number is None:
            raise NotPlain
        hidden.add(int(number[1]) - 1)
    return frozenset(hidden)


def _uncalculated(sheet: SheetXml) -> frozenset[tuple[int, int]]:
    xml, prefix = sheet.xml, re.escape(sheet.prefix)
    if xml.find(b"<" + sheet.prefix + b"f", sheet.start, sheet.end) < 0:
        return frozenset()
    nothing = rb"\s*(<%sv[^>]*/>|<%sv[^>]*></%sv>)?\s*</%sc>" % ((prefix,) * 4)
    found = set()
    for formula in (
        rb"</%sf>" % prefix,
        rb"<%sf(?:\s[^>]*)?/>" % prefix,
    ):  # one by one: a fixed beginning is found fast
        for match in re.compile(formula + nothing).finditer(xml, sheet.start, sheet.end):
            tag = _cell_tag(sheet, match.start())
            if not (match[1] and b' t="str"' in tag):  # calculated, and the result is an empty text
                found.add(_place(tag))
    return frozenset(found)


def _errors(sheet: SheetXml) -> dict[tuple[int, int], str]:
    xml = sheet.xml
    found: dict[tuple[int, int], str] = {}
    position = xml.find(b' t="e"', sheet.start, sheet.end)
    while position >= 0:
        tag = _enclosing_tag(xml, position)
        if tag.startswith(sheet.opening(b"c")) and not tag.endswith(b"/>"):
            close = xml.find(b"</" + sheet.prefix + b"c>", position)
            value = _VALUE.search(xml, position, close)
            if value:
                found[_place(tag)] = unescaped(unescape(value[1].decode("utf-8", "replace"))).strip()
        position = xml.find(b' t="e"', position + 1, sheet.end)
    return found


def _cell_tag(sheet: SheetXml, position: int) -> bytes:
    begin = sheet.xml.rfind(sheet.opening(b"c"), sheet.start, position)
    if begin < 0:
        raise NotPlain
    return sheet.xml[begin : sheet.xml.find(b">", begin) + 1]


def _enclosing_tag(xml: bytes, position: int) -> bytes:
    begin = xml.rfind(b"<", 0, position)
    end = xml.find(b">", begin)
    return xml[begin : end + 1] if end > position else b""


def _place(tag: bytes) -> tuple[int, int]:
    reference = _REFERENCE.search(tag)
    if reference is None:
        raise NotPlain
    return int(reference[2]) - 1, column_index(reference[1].decode())


def _is_zero(text: bytes | None) -> bool:
    try:
        return text is not None and float(text) == 0
    except ValueError:
        return False
