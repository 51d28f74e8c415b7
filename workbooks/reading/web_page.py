"""Tables of web pages: what many government systems export under the name .xls, and Excel's own .mht.

The page is laid out on one sheet as Excel does it: text before a table in rows of its own, tables below one another.
"""

import re
from dataclasses import dataclass, field
from email import message_from_bytes
from html.parser import HTMLParser
from pathlib import Path

from udfs.values.cells import Value
from workbooks.grid import Area, Book, Grid
from workbooks.reading import tidy
from workbooks.reading.encodings import decoded
from workbooks.reading.refusing import refusal
from workbooks.reading.typed_text import GivenDetails, typed

_BLOCKS = frozenset({"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "caption", "center"})
_UNSEEN = frozenset({"script", "style", "head", "title", "xml", "select", "template"})
_SPACE = re.compile(r"[ \t\r\n\f]+")
_SHEET_NAME = re.compile(r"<x:Name>([^<]+)</x:Name>", re.IGNORECASE)
_TEXT_CLASS = re.compile(r"""\.([\w-]+)\s*\{[^}]*mso-number-format\s*:\s*["']?\\?@""", re.IGNORECASE)
_TEXT_STYLE = re.compile(r"""mso-number-format\s*:\s*["']?\\?@""", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)


def read_html(data: bytes, path: str) -> Book:
    """Return the page's tables as a workbook of one sheet. Raises NotAWorkbook for a page without a table."""
    grid = _grid(page_text(data), Path(path).stem)
    if grid is None:
        raise refusal("web_page")
    return Book(path=path, format="html", grids=tidy.name_properly([grid]))


def read_mhtml(data: bytes, path: str) -> Book:
    """Return the tables of a single-file web page (.mht), a sheet for each page inside."""
    pages = [
        page_text(content)
        for part in message_from_bytes(data).walk()
        if part.get_content_type() == "text/html" and isinstance(content := part.get_payload(decode=True), bytes)
    ]
    names = [name for page in pages for name in _SHEET_NAME.findall(page)]
    grids = [grid for page in pages if (grid := _grid(page, "Sheet1"))]
    if not grids:
        raise refusal("web_page")
    for number, grid in enumerate(grids, 1):
        grid.name = names[number - 1] if len(names) == len(grids) else f"Sheet{number}"
    return Book(path=path, format="html", grids=tidy.name_properly(grids))


def page_text(data: bytes) -> str:
    """Return the page's text: in the encoding that fits the bytes, else in the one that the page names."""
    text = decoded(data)
    if text is not None:
        return text
    named = _CHARSET.search(data[:4000])
    try:
        return data.decode(named[1].decode() if named else "gb18030", "replace")
    except LookupError:
        return data.decode("gb18030", "replace")


def _grid(page: str, name: str) -> Grid | None:
    parser = _TableParser(frozenset(_TEXT_CLASS.findall(page)))
    parser.feed(page)
    parser.close()
    if not parser.tables:
        return None
    named = _SHEET_NAME.search(page)
    return parser.sheet.grid(named[1] if named else name)


@dataclass(slots=True)
class _Cell:
    across: int
    down: int
    is_text: bool
    pieces: list[str] = field(default_factory=list)

    def text(self) -> str:
        lines = "".join(self.pieces).split("\n")
        return "\n".join(_SPACE.sub(" ", line.replace("\xa0", " ")).strip() for line in lines).strip()


@dataclass(slots=True)
class _Sheet:
    """The sheet that grows while the page is read."""

    values: dict[tuple[int, int], Value] = field(default_factory=dict)
    formats: dict[tuple[int, int], str] = field(default_factory=dict)
    merges: list[Area] = field(default_factory=list)
    hidden: set[int] = field(default_factory=set)
    taken: set[tuple[int, int]] = field(default_factory=set)
    next_row: int = 0

    def put(self, row: int, column: int, cell: _Cell) -> int:
        """Put a cell in the first free column from `column` on; return the column after it."""
        while (row, column) in self.taken:
            column += 1
        text = cell.text()
        value, code = (text or None, "@") if cell.is_text else typed(text)
        if value is not None:
            self.values[row, column] = value
            self.formats[row, column] = code
        if cell.across > 1 or cell.down > 1:
            self.merges.append(Area(row, column, row + cell.down - 1, column + cell.across - 1))
            for below in range(row + 1, row + cell.down):
                self.taken.update((below, column + beside) for beside in range(cell.across))
        return column + cell.across

    def grid(self, name: str) -> Grid:
        rows, _ = tidy.laid_out(self.values)
        rows = tidy.cut(rows)
        details = GivenDetails({place: code for place, code in self.formats.items() if code != "General"})
        grid = Grid(name, rows, tidy.clipped(self.merges, rows), frozenset(self.hidden), details=details)
        return tidy.clip_hidden(grid)


class _TableParser(HTMLParser):
    """Reads all tables of a page; a table inside a cell stands below what came before it, as in Excel."""

    def __init__(self, text_classes: frozenset[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.sheet = _Sheet()
        self.tables = 0
        self._text_classes = text_classes
        self._unseen = 0
        self._row: int | None = None
        self._row_is_used = False
        self._column = 0
        self._cell: _Cell | None = None
        self._loose = _Cell(1, 1, False)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "table":
            self._end_cell()
            if not self._row_is_used:
                self._row = None  # a layout table's row that only holds this table takes no row
            self._end_row()
            self._flush_loose()
            self.tables += 1
        elif tag == "tr":
            self._end_row()
            self._flush_loose()
            self._row, self._column = self.sheet.next_row, 0
            if _HIDDEN.search(given.get("style", "")):
                self.sheet.hidden.add(self._row)
        elif tag in ("td", "th"):
            self._begin_cell(given)
        elif tag == "br":
            self._text("\n")
        elif tag in _BLOCKS:
            self._break()

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(self._unseen - 1, 0)
        elif tag in ("td", "th"):
            self._end_cell()
        elif tag in ("tr", "table"):
            self._end_row()
        elif tag in _BLOCKS:
            self._break()

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self._text(data.replace("\r", " ").replace("\n", " "))

    def close(self) -> None:
        super().close()
        self._end_row()
        self._flush_loose()

    def _text(self, text: str) -> None:
        (self._cell or self._loose).pieces.append(text)

    def _break(self) -> None:
        if self._cell:
            if self._cell.text():
                self._cell.pieces.append("\n")
        else:
            self._flush_loose()

    def _begin_cell(self, given: dict[str, str]) -> None:
        self._end_cell()
        if self._row is None:
            self._row, self._column = self.sheet.next_row, 0
        style = given.get("style", "")
        is_text = (
            "x:str" in given
            or bool(_TEXT_STYLE.search(style))
            or not self._text_classes.isdisjoint(given.get("class", "").split())
        )
        self._cell = _Cell(_span(given.get("colspan"), 1_000), _span(given.get("rowspan"), 5_000), is_text)

    def _end_cell(self) -> None:
        if self._cell is not None and self._row is not None:
            self._row_is_used = self._row_is_used or bool(self._cell.text())
            self._column = self.sheet.put(self._row, self._column, self._cell)
        self._cell = None

    def _end_row(self) -> None:
        self._end_cell()
        if self._row is not None:
            self.sheet.next_row = self._row + 1
        self._row, self._row_is_used = None, False

    def _flush_loose(self) -> None:
        """Put the text that stands outside of tables in a row of its own."""
        if self._row is None and self._loose.text():
            self.sheet.put(self.sheet.next_row, 0, self._loose)
            self.sheet.next_row += 1
        self._loose = _Cell(1, 1, False)


def _span(text: str | None, most: int) -> int:
    return min(max(int(text), 1), most) if text and text.strip().isdecimal() else 1
