"""OpenDocument spreadsheets (.ods), parsed in one pass: calamine gives neither merges nor hidden rows nor formulas."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from io import BytesIO
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, ParseError

from udfs.values.cells import CellError, Value
from workbooks.grid import Area, Book, Grid
from workbooks.package.archive import Archive
from workbooks.reading import tidy
from workbooks.reading.parts import Parts, local
from workbooks.reading.refusing import refusal
from workbooks.reading.typed_text import GivenDetails

_HIGHEST, _WIDEST = 1_048_576, 16_384
_MOST_REPEATS = 2_000_000
_DURATION = re.compile(r"(-?)P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?")
_ERROR = re.compile(r"#(?:DIV/0!|N/A|NAME\?|NULL!|NUM!|REF!|VALUE!)|(?:Err|错误)[:：]\s*\d{3}", re.IGNORECASE)
_FORMATS = {"percentage": "0.00%", "date": "yyyy-mm-dd", "time": "h:mm:ss", "currency": "#,##0.00"}


def read_ods(data: bytes, path: str) -> Book:
    """Return the workbook. Raises Unsafe for an encrypted one, Damaged for broken XML."""
    Archive.read(data)
    parts = Parts(data)
    if "META-INF/manifest.xml" in parts and b"encryption-data" in parts.read("META-INF/manifest.xml"):
        raise refusal("encrypted")
    return read_flat_ods(parts.read("content.xml"), path)


def read_flat_ods(content: bytes, path: str) -> Book:
    """Return the workbook whose content stands in one XML file (.fods)."""
    if b"<!DOCTYPE" in content[:2000] or b"<!ENTITY" in content[:2000]:
        raise refusal("bomb")
    unseen_styles: set[str] = set()
    grids: list[Grid] = []
    warnings: list[str] = []
    has_formulas = False
    for element in _tables_and_styles(content):
        if local(element) == "style":
            if any(_given(each, "display") == "false" for each in element.iter()):
                unseen_styles.add(_given(element, "name") or "")
        else:
            reader = _Reader(element)
            grid, said = reader.grid(visible=_given(element, "style-name") not in unseen_styles)
            grids.append(grid)
            warnings += [f"工作表“{grid.name}”{sentence}" for sentence in said]
            has_formulas = has_formulas or bool(reader.formulas)
    if not grids:
        raise refusal("no_sheets")
    if has_formulas:
        warnings.insert(0, "原文件是 .ods 格式，公式只能按算好的数值保存。")
    return Book(path=path, format="ods", grids=tidy.name_properly(grids), warnings=tuple(warnings))


def _tables_and_styles(content: bytes) -> Iterator[Element]:
    """Yield table styles and whole sheets, each taken out of memory once it has been read."""
    depth = 0
    try:
        for event, element in ElementTree.iterparse(BytesIO(content), events=("start", "end")):
            name = local(element)
            if name == "table":
                depth += 1 if event == "start" else -1
                if event == "end" and depth == 0:
                    yield element
                    element.clear()
            elif event == "end" and name == "style" and _given(element, "family") == "table":
                yield element
    except (ParseError, ValueError, LookupError) as error:
        raise refusal("damaged") from error


@dataclass(slots=True)
class _Reader:
    """Reads one sheet; repeated rows and cells are spread out as far as they hold something."""

    table: Element
    values: dict[tuple[int, int], Value] = field(default_factory=dict)
    codes: dict[tuple[int, int], str] = field(default_factory=dict)
    formulas: dict[tuple[int, int], str] = field(default_factory=dict)
    uncalculated: set[tuple[int, int]] = field(default_factory=set)
    merges: list[Area] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    spread: int = 0

    def grid(self, *, visible: bool) -> tuple[Grid, list[str]]:
        """Return the sheet, and sentences on what was not read."""
        column = 0
        for element in _inside(self.table, "table-column"):
            repeats = _count(element, "number-columns-repeated", _WIDEST - column)
            if _given(element, "visibility") in ("collapse", "filter"):
                self.hidden_columns.update(range(column, column + repeats))
            column += repeats
        row = 0
        for element in _inside(self.table, "table-row"):
            row += self._read_rows(row, element)
        rows, warnings = tidy.laid_out(self.values)
        rows = tidy.cut(rows)
        grid = Grid(
            name=_given(self.table, "name") or "Sheet1",
            rows=rows,
            merges=tidy.clipped(self.merges, rows),
            hidden_rows=frozenset(self.hidden_rows),
            hidden_columns=frozenset(self.hidden_columns),
            visible=visible,
            uncalculated=frozenset(self.uncalculated),
            details=GivenDetails(self.codes, self.formulas),
        )
        return tidy.clip_hidden(grid), warnings

    def _read_rows(self, row: int, element: Element) -> int:
        repeats = _count(element, "number-rows-repeated", _HIGHEST - row)
        if _given(element, "visibility") in ("collapse", "filter"):
            self.hidden_rows.update(range(row, row + min(repeats, 100_000)))
        column = 0
        for cell in element:
            if local(cell) in ("table-cell", "covered-table-cell"):
                across = _count(cell, "number-columns-repeated", _WIDEST - column)
                if local(cell) == "table-cell":
                    self._read_cell(cell, range(row, row + repeats), range(column, column + across))
                column += across
        return repeats

    def _read_cell(self, cell: Element, rows: range, columns: range) -> None:
        across, down = _count(cell, "number-columns-spanned", _WIDEST), _count(cell, "number-rows-spanned", _HIGHEST)
        if (across > 1 or down > 1) and rows and columns:
            self.merges.append(Area(rows[0], columns[0], rows[0] + down - 1, columns[0] + across - 1))
        value, code, formula = _value(cell), _FORMATS.get(_given(cell, "value-type") or ""), _given(cell, "formula")
        if value is None and formula is None:
            return
        self.spread += len(rows) * len(columns)
        if self.spread > _MOST_REPEATS and len(rows) * len(columns) > 1:
            raise refusal("bomb")  # one cell that claims to fill millions
        for row in rows:
            for column in columns:
                if value is not None:
                    self.values[row, column] = value
                if code:
                    self.codes[row, column] = "[h]:mm:ss" if isinstance(value, timedelta) else code
                if formula is not None:
                    self.formulas[row, column] = _excel_formula(formula)
                    if value is None and _given(cell, "value-type") is None:
                        self.uncalculated.add((row, column))


def _excel_formula(formula: str) -> str:
    """Return an OpenFormula as Excel writes it, as far as references go: of:=SUM([.C4:.C5]) → SUM(C4:C5)."""
    body = formula.partition("=")[2]
    return re.sub(r"\[([^\]]*)\]", lambda found: re.sub(r"(^|:)\.", r"\1", found[1]).replace(".", "!"), body)


def _inside(table: Element, name: str) -> Iterator[Element]:
    """Yield rows or columns of the table, those in groups and headers too, but not those of a table within."""
    for child in table:
        if local(child) == name:
            yield child
        elif local(child).startswith((name + "s", name + "-group", "table-header-" + name.removeprefix("table-"))):
            yield from _inside(child, name)


def _value(cell: Element) -> Value:
    kind = _given(cell, "value-type")
    text = _text(cell)
    if kind is None:
        return None
    if _ERROR.fullmatch(text.strip()) and (kind != "string" or _given(cell, "formula")):
        return CellError(text.strip())
    stored = _given(cell, {"date": "date-value", "time": "time-value", "boolean": "boolean-value"}.get(kind, "value"))
    try:
        if kind in ("float", "percentage", "currency"):
            return float(stored or "")
        if kind == "boolean":
            return stored == "true"
        if kind == "date":
            return datetime.fromisoformat(stored or "").replace(tzinfo=None)
        if kind == "time":
            return _time(stored or "")
    except ValueError:
        return text or None
    given = _given(cell, "string-value")
    return (text if given is None else given) or None


def _time(text: str) -> Value:
    match = _DURATION.fullmatch(text)
    if not match:
        raise ValueError(text)
    sign, days, hours, minutes, seconds = match.groups()
    length = timedelta(
        days=int(days or 0), hours=int(hours or 0), minutes=int(minutes or 0), seconds=float(seconds or 0)
    )
    if sign or length >= timedelta(days=1):
        return -length if sign else length
    return (datetime.min + length).time() if length else time(0)


def _text(cell: Element) -> str:
    return "\n".join("".join(_pieces(child)) for child in cell if local(child) == "p")


def _pieces(element: Element) -> Iterator[str]:
    """Yield the text of a paragraph: `text:s` is a run of spaces, notes and phonetic readings are left out."""
    yield element.text or ""
    for child in element:
        name = local(child)
        if name == "s":
            yield " " * _count(child, "c", 1000)
        elif name == "tab":
            yield "\t"
        elif name == "line-break":
            yield "\n"
        elif name not in ("annotation", "ruby-text", "note"):
            yield from _pieces(child)
        yield child.tail or ""


def _count(element: Element, name: str, most: int) -> int:
    text = _given(element, name)
    return max(min(int(text), most), 0) if text and text.isdecimal() else 1


def _given(element: Element, name: str) -> str | None:
    """Return the attribute whatever its namespace; LibreOffice's own (calcext) never stands before the standard's."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), None)
