"""How the sheets of an .xls are printed: paper, orientation, fit, margins, header and footer, repeated rows.

xlrd passes over these records, so they are read here ([MS-XLS] 2.4: Setup, WsBool, margins, HCenter, Header, Footer).
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_BOF, _EOF, _SHEET = 0x0809, 0x000A, 0x0085
_SETUP, _OPTIONS, _CENTRED, _HEADER, _FOOTER = 0x00A1, 0x0081, 0x0083, 0x0014, 0x0015
_MARGINS = {0x26: "left", 0x27: "right", 0x28: "top", 0x29: "bottom"}
_AREAS = (0x3B, 0x5B, 0x7B)
_LAST_ROW, _LAST_COLUMN = 0xFFFF, 0xFF


@dataclass(slots=True)
class PagePrint:
    """The print set-up of one sheet; None where the file says nothing. scale, fit: XlsxWriter's own numbers."""

    paper: int | None = None
    landscape: bool = False
    scale: int | None = None
    fit: tuple[int, int] | None = None
    centred: bool = False
    margins: dict[str, float] = field(default_factory=dict)
    header: str = ""
    footer: str = ""
    header_margin: float = 0.3
    footer_margin: float = 0.3

    def apply(self, worksheet: "Worksheet") -> None:
        """Set the worksheet up alike."""
        if self.paper:
            worksheet.set_paper(self.paper)
        if self.landscape:
            worksheet.set_landscape()
        if self.fit:
            worksheet.fit_to_pages(*self.fit)
        elif self.scale:
            worksheet.set_print_scale(self.scale)
        if self.centred:
            worksheet.center_horizontally()
        if self.margins:
            worksheet.set_margins(**self.margins)
        if self.header.strip("&LCR"):  # "&C" alone is an empty header
            worksheet.set_header(self.header, {"margin": self.header_margin})
        if self.footer.strip("&LCR"):
            worksheet.set_footer(self.footer, {"margin": self.footer_margin})


def page_prints(source: bytes) -> list[PagePrint]:
    """Return the print set-up of each worksheet in order; an empty list where the records cannot be read."""
    from xlrd.compdoc import CompDoc

    try:
        stream = CompDoc(source).get_named_stream("Workbook") if source.startswith(b"\xd0\xcf") else source
        return [_page_print(stream, position) for position in _positions(stream)] if stream else []
    except Exception:  # the set-up is an extra: without it the sheets print as Excel prints new ones
        return []


def repeat_titles(book: Any, sheet: Any, worksheet: "Worksheet") -> None:
    """Repeat the rows and columns, and print the area, that the sheet's built-in names say."""
    for name in book.name_obj_list:
        if not name.builtin or name.scope != sheet.number or name.raw_formula is None:
            continue
        areas = list(_areas(name.raw_formula))
        if name.name == "Print_Area" and len(areas) == 1:
            worksheet.print_area(*areas[0])
        elif name.name == "Print_Titles":
            for top, left, bottom, right in areas:
                if right >= _LAST_COLUMN and bottom < _LAST_ROW:
                    worksheet.repeat_rows(top, bottom)
                elif bottom >= _LAST_ROW and right < _LAST_COLUMN:
                    worksheet.repeat_columns(left, right)


def _positions(stream: bytes) -> Iterator[int]:
    for kind, body in _records(stream, 0):
        if kind == _SHEET and body[5] == 0:
            yield struct.unpack_from("<I", body)[0]


def _page_print(stream: bytes, position: int) -> PagePrint:
    page = PagePrint()
    fits = False
    setup = b""
    for kind, body in _records(stream, position):
        if kind == _SETUP:
            setup = body
        elif kind == _OPTIONS:
            fits = bool(body[1] & 1)
        elif kind == _CENTRED:
            page.centred = body[0] == 1
        elif kind in _MARGINS:
            page.margins[_MARGINS[kind]] = struct.unpack("<d", body)[0]
        elif kind == _HEADER:
            page.header = _text(body)
        elif kind == _FOOTER:
            page.footer = _text(body)
    if len(setup) >= 12:
        paper, scale, _, wide, high, flags = struct.unpack_from("<6H", setup)
        page.fit = (wide, high) if fits else None
        if not flags & 0x04:  # else paper, scale and orientation were never set
            page.paper, page.landscape = paper, not flags & 0x02
            page.scale = scale if 10 <= scale <= 400 else None
        if len(setup) >= 32:
            page.header_margin, page.footer_margin = struct.unpack_from("<2d", setup, 16)
    return page


def _records(stream: bytes, position: int) -> Iterator[tuple[int, bytes]]:
    """Yield the records of one substream, those of charts within it left out."""
    depth = 0
    while position + 4 <= len(stream):
        kind, size = struct.unpack_from("<2H", stream, position)
        if kind == _BOF:
            depth += 1
        elif kind == _EOF:
            depth -= 1
            if depth <= 0:
                return
        elif depth == 1:
            yield kind, stream[position + 4 : position + 4 + size]
        position += 4 + size


def _text(body: bytes) -> str:
    if len(body) < 3:
        return ""
    length, wide = struct.unpack_from("<HB", body)
    text = body[3:].decode("utf-16-le" if wide & 1 else "latin-1")[:length]
    return text if text.startswith(("&L", "&C", "&R")) else f"&C{text}"


def _areas(formula: bytes) -> Iterator[tuple[int, int, int, int]]:
    """Yield the areas of a reference formula: top, left, bottom, right."""
    position = 0
    while position < len(formula):
        token = formula[position]
        if token in _AREAS:
            top, bottom, left, right = struct.unpack_from("<4H", formula, position + 3)
            yield top, left & 0xFF, bottom, right & 0xFF
            position += 11
        elif token in (0x29, 0x49, 0x69):  # the length of the references that follow
            position += 3
        elif token in (0x10, 0x15):  # union, brackets
            position += 1
        else:
            return
