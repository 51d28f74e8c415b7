"""Classic notes: the comment with its text, and the yellow shape that shows it (VML, which is never parsed as XML)."""

import re
from collections.abc import Callable, Container
from dataclasses import dataclass

from workbooks.grid import address
from workbooks.package.cells import COLUMNS, ROWS, Place, parse_address
from workbooks.package.markup import Edits, escape, prefixed, text_element, with_attribute
from workbooks.package.package import STRICT, TRANSITIONAL, Package
from workbooks.package.refusals import refusal
from workbooks.package.styles import SPREADSHEET, STRICT_SPREADSHEET
from workbooks.package.worksheet import Worksheet

AUTHOR = "项目督导"
IsOurs = Callable[[str, str, Place], bool]
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_LONGEST = 32_000  # Excel's limit for a note is 32,767 characters
_NAMESPACES = {
    b"v": b"urn:schemas-microsoft-com:vml",
    b"o": b"urn:schemas-microsoft-com:office:office",
    b"x": b"urn:schemas-microsoft-com:office:excel",
}
_SHAPE = re.compile(rb"<v:shape\s(?:(?!</v:shape>).)*</v:shape>\s*", re.DOTALL)
_SHAPE_TYPE = (
    b'<v:shapetype%b id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    b'<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_NOTE_SHAPE = (
    b'<v:shape%b id="_x0000_s%d" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1"'
    b' o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>'
    b'<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div>'
    b'</v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>%b</x:Anchor>'
    b"<x:AutoFill>False</x:AutoFill><x:Row>%d</x:Row><x:Column>%d</x:Column></x:ClientData></v:shape>"
)
_TEXT = (
    b'<comment ref="%b" authorId="%d"><text><r><rPr><sz val="9"/><color indexed="81"/>'
    b'<rFont val="%b"/><charset val="134"/></rPr>%b</r></text></comment>'
)


@dataclass(frozen=True, slots=True)
class Note:
    """A note to put on a cell; row and column are 0-based."""

    row: int
    column: int
    text: str


def noted_cells(package: Package, sheet: str) -> set[Place]:
    """Return the cells of a sheet (its part) that have a note or a threaded comment."""
    found: set[Place] = set()
    for relationship in package.relationships(sheet):
        if relationship.kind in ("comments", "threadedComment") and relationship.part:
            for node in package.document(relationship.part).root.descendants():
                if node.local in ("comment", "threadedComment"):
                    place = parse_address(node.attribute("ref"))
                    if place:
                        found.add(place)
    return found


def add_notes(package: Package, part: str, sheet: Worksheet, notes: list[Note]) -> set[str]:
    """Put notes on cells of the sheet `part`, whose XML is being edited as `sheet`; return the parts that changed."""
    if not notes:
        return set()
    return {_add_comments(package, part, notes), _add_shapes(package, part, sheet, notes)}


def _add_comments(package: Package, part: str, notes: list[Note]) -> str:
    comments = package.related(part, "comments")
    if not comments:
        comments = package.free_name("xl/comments{}.xml")
        main = (STRICT_SPREADSHEET if package.strict else SPREADSHEET).encode()
        fresh = b'<comments xmlns="%b"><authors></authors><commentList></commentList></comments>' % main
        package.put(comments, b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + fresh)
        package.declare(comments, _COMMENTS_TYPE)
        package.relate(part, "comments", comments)
    document = package.document(comments)
    root = document.root
    edits = Edits()
    authors, listing = root.child("authors"), root.child("commentList")
    number = len(authors.children) if authors else 0
    author = prefixed(b"<author>%b</author>" % escape(AUTHOR), root.prefix)
    texts = [
        _TEXT % (address(n.row, n.column).encode(), number, escape("宋体"), text_element(_tidy(n.text))) for n in notes
    ]
    content = prefixed(b"".join(texts), root.prefix)
    if authors:
        edits.append(document, authors, author)
    else:
        edits.insert(root.inner, prefixed(b"<authors>", root.prefix) + author + prefixed(b"</authors>", root.prefix))
    if listing:
        edits.append(document, listing, content)
    else:
        wrapped = prefixed(b"<commentList>", root.prefix) + content + prefixed(b"</commentList>", root.prefix)
        edits.insert(authors.end if authors else root.inner, wrapped)
    package.put(comments, edits.apply(document.data))
    return comments


def _tidy(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")[:_LONGEST]


def _add_shapes(package: Package, part: str, sheet: Worksheet, notes: list[Note]) -> str:
    vml, data = _vml_of(package, part, sheet)
    data = re.sub(rb"<((?:[\w.-]+:)?xml)(\s[^>]*?)?/>", rb"<\1\2></\1>", data, count=1)
    closing = [found.start() for found in re.finditer(rb"(?i)</(?:[\w.-]+:)?xml\s*>", data)]
    if not closing:
        raise refusal("damaged")
    end = closing[-1]
    opening = re.search(rb"<(?:[\w.-]+:)?xml(?=[\s>])[^>]*>", data)
    root = opening[0] if opening else b""
    declared = b"".join(b' xmlns:%b="%b"' % item for item in _NAMESPACES.items() if b"xmlns:" + item[0] not in root)
    number = max([1024, *(int(n) for n in re.findall(rb"_x0000_s(\d{1,9})", data))])
    content = b"" if b'"_x0000_t202"' in data else _SHAPE_TYPE % declared
    columns, rows = _Sizes.of_columns(sheet), _Sizes.of_rows(sheet)
    for note in notes:
        number += 1
        content += _NOTE_SHAPE % (declared, number, _anchor(note, columns, rows), note.row, note.column)
    package.put(vml, data[:end] + content + data[end:])
    return vml


def _vml_of(package: Package, part: str, sheet: Worksheet) -> tuple[str, bytes]:
    """Return the sheet's VML drawing with its content, made where there is none."""
    legacy = sheet.child("legacyDrawing")
    wanted = legacy.attribute("id") if legacy else ""
    present = next((r.part for r in package.relationships(part) if r.id == wanted and r.part), None)
    if present:
        return present, package.get(present)
    vml = package.free_name("xl/drawings/vmlDrawing{}.vml")
    root = b"<xml%b>" % b"".join(b' xmlns:%b="%b"' % item for item in _NAMESPACES.items())
    layout = b'<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>'
    data = root + layout + b"</xml>"
    package.put(vml, data)
    package.declare(vml, _VML_TYPE)
    id_ = package.relate(part, "vmlDrawing", vml).encode()
    if legacy:
        name = next(name for name in legacy.attributes if name.rpartition(":")[2] == "id")
        sheet.replace_tag(legacy, with_attribute(sheet.tag(legacy), name.encode(), id_))
        return vml, data
    namespaces = (TRANSITIONAL, STRICT)
    prefix = sheet.frame.root.prefix_for(*namespaces)
    declared = b"" if prefix else b' xmlns:r="%b"' % namespaces[package.strict].encode()
    element = b'<%blegacyDrawing%b %bid="%b"/>' % (sheet.prefix, declared, prefix or b"r:", id_)
    sheet.insert("legacyDrawing", element)
    return vml, data


class _Sizes:
    """Widths of columns or heights of rows in pixels."""

    def __init__(self, usual: float, special: dict[int, float], limit: int) -> None:
        self._usual = usual
        self._special = special
        self._limit = limit

    @classmethod
    def of_columns(cls, sheet: Worksheet) -> "_Sizes":
        special: dict[int, float] = {}
        cols = sheet.child("cols")
        for node in cols.all("col") if cols else ():
            width = 0.0 if node.attribute("hidden") in ("1", "true") else _float(node.attribute("width"), 9) * 7 + 5
            for column in range(node.number("min") - 1, min(node.number("max"), node.number("min") + 300)):
                special[column] = width
        return cls(64, special, COLUMNS)

    @classmethod
    def of_rows(cls, sheet: Worksheet) -> "_Sizes":
        special = {}
        for row in sheet.rows():
            tag = sheet.data[row.start : row.inner]
            height = re.search(rb'\sht="([\d.]+)"', tag)
            if height or b'hidden="1"' in tag:
                special[row.number] = 0.0 if b'hidden="1"' in tag else _float(height[1].decode(), 15) * 4 / 3  # type: ignore[index]
        return cls(20, special, ROWS)

    def walk(self, start: int, pixels: float) -> tuple[int, int]:
        """Return the column or row, and the place in it, that lies so many pixels after the start of `start`."""
        place = start
        while place < self._limit - 1 and pixels >= (size := self._special.get(place, self._usual)):
            pixels -= size
            place += 1
        return place, int(pixels)


def _float(text: str, default: float) -> float:
    try:
        return float(text)
    except ValueError:
        return default


def _anchor(note: Note, columns: _Sizes, rows: _Sizes) -> bytes:
    """Return where the shape stands: right of its cell, as large as its text asks for."""
    lines = sum(1 + len(line) // 18 for line in note.text.split("\n"))
    left = min(note.column + 1, COLUMNS - 4)
    top = max(0, min(note.row - 1, ROWS - 40))
    right, right_offset = columns.walk(left, 15 + 230)
    bottom, bottom_offset = rows.walk(top, 10 + 18 * min(lines, 25) + 12)
    return b"%d, 15, %d, 10, %d, %d, %d, %d" % (left, top, right, right_offset, bottom, bottom_offset)


def signed(texts: set[str] | None, places: Container[Place] = ()) -> IsOurs:
    """Return what tells a note that the file host wrote: by its author.

    texts: what we wrote; a note with other words has been edited by the clerk and stays. None: not known any more.
    places: where we wrote; a note of no author there, with our words, is ours too (LibreOffice forgets authors).
    """

    def is_ours(author: str, words: str, place: Place) -> bool:
        return (author == AUTHOR or (author == "" and place in places)) and (texts is None or _words(words) in texts)

    return is_ours


def remove_notes(package: Package, part: str, is_ours: IsOurs) -> set[Place]:
    """Take notes of ours off the sheet `part`; return where they were. `is_ours` is told author, words and place."""
    comments = package.related(part, "comments")
    if not comments:
        return set()
    document = package.document(comments)
    authors, listing = document.root.child("authors"), document.root.child("commentList")
    if not authors or not listing:
        return set()
    by_number = {n: document.text(node).strip() for n, node in enumerate(authors.children)}
    edits = Edits()
    removed: set[Place] = set()
    for node in listing.all("comment"):
        words = "".join(document.text(n) for n in node.descendants() if n.local == "t")
        place = parse_address(node.attribute("ref"))
        author = by_number.get(node.number("authorId", -1), "?")
        if place and is_ours(author, words, place):
            edits.remove(node)
            removed.add(place)
    if not removed:
        return removed
    empty = len(removed) == len(listing.children)
    package.put(comments, edits.apply(document.data))
    if empty:
        _remove_related(package, part, comments)
    _remove_shapes(package, part, removed, last=empty)
    return removed


def _words(text: str) -> str:
    return "".join(text.split())


def known_words(texts: list[str]) -> set[str]:
    """Return texts as `remove_notes` compares them: spreadsheet programs change line breaks."""
    return {_words(_tidy(text)) for text in texts}


def _remove_shapes(package: Package, part: str, places: set[Place], *, last: bool) -> None:
    sheet = Worksheet(package.get(part))
    legacy = sheet.child("legacyDrawing")
    id_ = legacy.attribute("id") if legacy else ""
    vml = next((r.part for r in package.relationships(part) if r.id == id_ and r.part), None)
    if not vml or not legacy:
        return

    def without(found: re.Match[bytes]) -> bytes:
        row, column = re.search(rb"<x:Row>(\d+)</x:Row>", found[0]), re.search(rb"<x:Column>(\d+)</x:Column>", found[0])
        is_note = b'ObjectType="Note"' in found[0] and row and column
        return b"" if is_note and (int(row[1]), int(column[1])) in places else found[0]  # type: ignore[index]

    data = _SHAPE.sub(without, package.get(vml))
    package.put(vml, data)
    if last and not re.search(rb"<v:(?:shape|group|rect|roundrect|oval|line|polyline|arc|curve|image)[\s>]", data):
        _remove_related(package, part, vml)
        sheet.replace(legacy, b"")
        package.put(part, sheet.to_bytes())


def _remove_related(package: Package, part: str, target: str) -> None:
    for relationship in package.relationships(part):
        if relationship.part == target:
            package.unrelate(part, relationship.id)
    package.remove(target)
