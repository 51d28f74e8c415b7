"""A worksheet part: cells found by their place without parsing them all, so that huge sheets are edited in no time."""

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from workbooks.grid import address
from workbooks.package.cells import ROWS, Cell, Place, parse_address, style_of
from workbooks.package.markup import (
    Document,
    Edits,
    Node,
    attribute_place,
    check_well_formed,
    prefixed,
    text_element,
    utf8,
    with_attribute,
)
from workbooks.package.refusals import refusal

CHILDREN = (
    "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection",
    "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells",
    "phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup",
    "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags",
    "drawing", "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems",
    "tableParts", "extLst",
)  # fmt: skip
_HIDING = re.compile(rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>", re.DOTALL)

Tags = tuple[re.Pattern[bytes], re.Pattern[bytes]]
Change = Callable[[bytes | None, int], bytes | None]
"""Gets a cell as it is written (None where there is none) and the style that holds there; returns the cell as it
shall be written, None for no cell at all."""


@dataclass(frozen=True, slots=True)
class Span:
    """A row or a cell as it lies in the sheet; `number` is its 0-based place."""

    number: int
    start: int
    inner: int
    inner_end: int
    end: int


class Worksheet:
    """A worksheet's XML, with edits kept aside until `to_bytes`."""

    def __init__(self, data: bytes) -> None:
        self.data = utf8(data)
        check_well_formed(self.data)
        # what comments and CDATA hold must not be taken for cells
        self._seen = _HIDING.sub(lambda m: b" " * len(m[0]), self.data) if b"<!" in self.data else self.data
        found = re.search(rb"<((?:[\w.-]+:)?)sheetData(?=[\s/>])[^>]*>", self._seen)
        if not found:
            raise refusal("damaged")
        self.prefix = found[1]
        self._open, self._inner = found.span()
        self._closed = found[0].endswith(b"/>")
        self._inner_end = self._inner if self._closed else self._seen.rfind(b"</" + self.prefix + b"sheetData")
        if self._inner_end < self._inner:
            raise refusal("damaged")
        self.frame = Document(self.data[: self._inner] + self.data[self._inner_end :])
        self.edits = Edits()
        self._cell = b"<" + self.prefix + b"c "
        self._cells = _tags(self.prefix + b"c")
        self._rows: list[Span] | None = None
        self._by_number: dict[int, Span] | None = None
        self._every: bool | None = None

    # What surrounds the cells

    def place(self, position: int) -> int:
        """Return where a place in `frame` lies in the sheet."""
        return position if position <= self._inner else position + self._inner_end - self._inner

    def child(self, name: str) -> Node | None:
        """Return a part of the sheet other than its cells: `cols`, `mergeCells`, `legacyDrawing` …"""
        return self.frame.root.child(name)

    def replace(self, node: Node, content: bytes) -> None:
        """Put content in place of a part of the sheet."""
        self.edits.replace(self.place(node.start), self.place(node.end), content)

    def replace_tag(self, node: Node, tag: bytes) -> None:
        """Put another opening tag in place of the part's own."""
        self.edits.replace(self.place(node.start), self.place(node.inner), tag)

    def tag(self, node: Node) -> bytes:
        """Return the part's opening tag."""
        return self.frame.data[node.start : node.inner]

    def insert(self, name: str, content: bytes) -> None:
        """Put in a new part of the sheet where the schema wants it."""
        later = CHILDREN[CHILDREN.index(name) + 1 :]
        earlier = CHILDREN[: CHILDREN.index(name) + 1]
        place = self.frame.root.inner
        for node in self.frame.root.children:
            if node.local in later and node.namespace == self.frame.root.namespace:
                break
            if node.local in earlier:
                place = node.end
        self.edits.insert(self.place(place), content)

    # Cells

    def rows(self) -> list[Span]:
        """Return the rows in the order they are written."""
        if self._rows is None:
            self._rows = self._spans(_tags(self.prefix + b"row"), self._inner, self._inner_end, _row_number)
        return self._rows

    def row(self, number: int) -> Span | None:
        """Return the row of this number, None where it is not written."""
        if self._by_number is None:
            self._by_number = {}
            for span in self.rows():
                self._by_number.setdefault(span.number, span)
        return self._by_number.get(number)

    def cells(self, row: Span) -> list[Span]:
        """Return the cells of a row."""
        return self._spans(self._cells, row.inner, row.inner_end, _column_number)

    def find(self, row: Span, column: int) -> Span | None:
        """Return the cell of a row in this column, None where it is not written."""
        if not self._addressed():
            return next((cell for cell in self.cells(row) if cell.number == column), None)
        wanted = b' r="%b"' % address(row.number, column).encode()
        at = row.inner
        while (at := self._seen.find(wanted, at, row.inner_end)) >= 0:
            start = self._seen.rfind(b"<", row.inner, at)
            if self._seen.startswith(self._cell, start):  # and not a text that looks alike
                return self._spans(self._cells, start, row.inner_end, lambda _: column, most=1)[0]
            at += len(wanted)
        return None

    def _addressed(self) -> bool:
        """Say whether every cell says where it stands (the rule; some writers leave it to be counted)."""
        if self._every is None:
            unsaid = re.compile(b"<" + self.prefix + rb"c(?=[\s/>])(?![^>]*\sr=\"\$?[A-Z]+\$?[0-9]+\")")
            numbered = all(f'r="{s.number + 1}"'.encode() in self._seen[s.start : s.inner] for s in self.rows())
            self._every = numbered and not unsaid.search(self._seen, self._inner, self._inner_end)
        return self._every

    def cell(self, row: int, column: int) -> bytes | None:
        """Return the cell as it is written, None where it is not."""
        span = self.row(row)
        found = self.find(span, column) if span else None
        return self.data[found.start : found.end] if found else None

    def style(self, row: int, column: int) -> int:
        """Return the style that holds in a cell, written or not."""
        span = self.row(row)
        found = self.find(span, column) if span else None
        if found:
            return style_of(self.data[found.start : found.inner]) or 0
        row_style = style_of(self.data[span.start : span.inner]) if span else None
        return self.column_style(column) if row_style is None else row_style

    def _spans(
        self, tags: Tags, start: int, stop: int, number_of: Callable[[bytes], int | None], most: int = ROWS
    ) -> list[Span]:
        opening, closing = tags
        spans: list[Span] = []
        number = -1
        position = start
        while len(spans) < most and (found := opening.search(self._seen, position, stop)):
            given = number_of(found[0])
            number = number + 1 if given is None else given
            inner = inner_end = end = found.end()
            if not found[0].endswith(b"/>"):
                closed = closing.search(self._seen, inner, stop)
                if not closed:
                    raise refusal("damaged")
                inner_end, end = closed.span()
            spans.append(Span(number, found.start(), inner, inner_end, end))
            position = end
        return spans

    def change_cells(self, changes: Mapping[Place, Change], heights: Mapping[int, float] | None = None) -> None:
        """Change the cells at these places; rows and cells that are missing are made.

        heights: in points, of rows with changes, by number; None for what stays as it is.
        """
        if not changes:
            return
        by_row: dict[int, dict[int, Change]] = {}
        for (row, column), change in sorted(changes.items()):
            by_row.setdefault(row, {})[column] = change
        made: list[tuple[int, bytes]] = []
        grown: list[Place] = []
        for row, wanted in by_row.items():
            span, points = self.row(row), (heights or {}).get(row)
            if span:
                grown += self._change_row(span, wanted, points)
                continue
            content = b""
            for column, change in wanted.items():
                cell = change(None, self.column_style(column))
                if cell is not None:
                    content += cell
                    grown.append((row, column))
            if content:
                tag = self.prefix + b"row"
                opened = _as_high(b'<%b r="%d">' % (tag, row + 1), points)
                made.append((row, b"%b%b</%b>" % (opened, content, tag)))
        self._insert_rows(made)
        self._grow_dimension(grown)

    def holding(self, place: Place, value: Cell, style: int) -> Change:
        """Return the change that lets a cell hold a value in this style; a blank for None and for no number."""
        at = b'<c r="%b" s="%d"' % (address(*place).encode(), style)
        if value is None or value != value:
            xml = at + b"/>"
        elif isinstance(value, str):
            xml = at + b' t="inlineStr"><is>' + text_element(value) + b"</is></c>"
        else:
            number = repr(value) if type(value) is int else repr(float(value))  # also what NumPy calls a number
            xml = at + b"><v>" + number.encode() + b"</v></c>"
        native = prefixed(xml, self.prefix)
        return lambda cell, look: native

    def blank_cell(self, place: Place, style: int) -> bytes:
        """Return a cell without content as this sheet writes it."""
        return b'<%bc r="%b" s="%d"/>' % (self.prefix, address(*place).encode(), style)

    def _change_row(self, row: Span, wanted: dict[int, Change], points: float | None) -> list[Place]:
        tag = self.data[row.start : row.inner]
        row_style = style_of(tag)
        made: list[tuple[int, bytes]] = []
        for column, change in wanted.items():
            old = self.find(row, column)
            if old:
                before = self.data[old.start : old.end]
                after = change(before, style_of(before) or 0)
                if after != before:
                    self.edits.replace(old.start, old.end, after or b"")
            else:
                style = self.column_style(column) if row_style is None else row_style
                after = change(None, style)
                if after is not None:
                    made.append((column, after))
        opened = _as_high(self._widened(tag, made[0][0], made[-1][0]) if made else tag, points)
        if made and row.inner == row.end and tag.endswith(b"/>"):
            content = b"".join(cell for _, cell in made)
            opened = opened[:-2].rstrip() + b">"
            self.edits.replace(row.start, row.end, opened + content + b"</" + self.prefix + b"row>")
        else:
            if opened != tag:
                self.edits.replace(row.start, row.inner, opened)
            for column, cell_xml in made:
                self.edits.insert(self._place_in(row, column), cell_xml)
        return [(row.number, column) for column, _ in made]

    def _place_in(self, row: Span, column: int) -> int:
        """Return where in the row a cell for this column must be put."""
        last = self._seen.rfind(self._cell, row.inner, row.inner_end)
        if last >= 0 and self._addressed():
            cell = self._spans(self._cells, last, row.inner_end, _column_number, most=1)[0]
            if cell.number < column:
                return cell.end  # appending at the right is the rule: no need to look at the others
        cells = self.cells(row)
        following = next((cell.start for cell in cells if cell.number > column), None)
        return following if following is not None else cells[-1].end if cells else row.inner

    @staticmethod
    def _widened(tag: bytes, first: int, last: int) -> bytes:
        """Return a row's tag whose `spans`, where it has them, hold the columns too."""
        found = attribute_place(tag, b"spans")
        if not found:
            return tag
        runs = re.fullmatch(rb"(\d+):(\d+)", tag[found[0] : found[1]])
        if not runs:
            return tag
        low, high = min(int(runs[1]), first + 1), max(int(runs[2]), last + 1)
        return with_attribute(tag, b"spans", b"%d:%d" % (low, high))

    def _insert_rows(self, made: list[tuple[int, bytes]]) -> None:
        if not made:
            return
        rows = self.rows()
        numbers = [span.number for span in rows]
        if self._closed:
            tag = self.data[self._open : self._inner]
            content = b"".join(xml for _, xml in made)
            opened = tag[:-2].rstrip() + b">"
            self.edits.replace(self._open, self._inner, opened + content + b"</" + self.prefix + b"sheetData>")
            return
        ascending = numbers == sorted(numbers)
        for row, xml in made:
            at = bisect_left(numbers, row) if ascending else sum(number < row for number in numbers)
            if at < len(rows):
                self.edits.insert(rows[at].start, xml)
            else:
                self.edits.insert(rows[-1].end if rows else self._inner, xml)

    def _grow_dimension(self, places: list[Place]) -> None:
        node = self.child("dimension")
        if not node or not places:
            return
        corners = [parsed for text in node.attribute("ref").split(":") if (parsed := parse_address(text))]
        if not corners:
            return
        everything = corners + places
        top, left = min(r for r, _ in everything), min(c for _, c in everything)
        bottom, right = max(r for r, _ in everything), max(c for _, c in everything)
        if (top, left) == corners[0] and (bottom, right) == corners[-1]:
            return
        ref = f"{address(top, left)}:{address(bottom, right)}"
        self.replace_tag(node, with_attribute(self.tag(node), b"ref", ref.encode()))

    def column_style(self, column: int) -> int:
        """Return the style of cells that are not written, by the sheet's columns."""
        return next((style for first, last, style in self._column_styles if first <= column + 1 <= last), 0)

    @cached_property
    def _column_styles(self) -> list[tuple[int, int, int]]:
        """First and last column (1-based) and style of each run of columns; asked for with every new cell."""
        cols = self.child("cols")
        nodes = cols.all("col") if cols else ()
        return [(node.number("min"), node.number("max"), node.number("style")) for node in nodes]

    def to_bytes(self) -> bytes:
        """Return the sheet with all edits made."""
        return self.edits.apply(self.data)


def _tags(name: bytes) -> Tags:
    tag = re.escape(name)
    return re.compile(b"<" + tag + rb"(?=[\s/>])[^>]*>"), re.compile(b"</" + tag + rb"\s*>")


def _as_high(tag: bytes, points: float | None) -> bytes:
    """Return a row's tag with a height in points, None to leave it as it is."""
    if points is None:
        return tag
    return with_attribute(with_attribute(tag, b"ht", b"%g" % points), b"customHeight", b"1")


def _row_number(tag: bytes) -> int | None:
    found = attribute_place(tag, b"r")
    text = tag[found[0] : found[1]] if found else b""
    return int(text) - 1 if text.isdigit() and len(text) < 10 else None


def _column_number(tag: bytes) -> int | None:
    found = attribute_place(tag, b"r")
    place = parse_address(tag[found[0] : found[1]].decode("utf-8", "replace")) if found else None
    return place[1] if place else None
