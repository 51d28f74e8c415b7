"""A workbook in memory: openpyxl holds cells, looks, notes and names; what formulas came to stands beside them."""

import io
import re
import zipfile
from collections.abc import Iterator
from copy import copy, deepcopy
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.styles.colors import COLOR_INDEX, Color
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, to_excel
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.worksheet import Worksheet

from workbooks.hosts.file import FileHost

Box = tuple[int, int, int, int]
"""Rows and columns, 1-based: top, left, bottom, right."""

_FORMATS = {"xlsb": 50, "xlsx": 51, "xlsm": 52, "xltm": 53, "xltx": 54, "xls": 56}
_FORMULA = re.compile(r'<c r="([A-Z]+\d+)"([^>]*)>(<f[^>]*>[^<]*</f>|<f[^>]*/>)(?:<v\s*/>|<v></v>)')
_LOOK = ("font", "border", "fill", "alignment", "protection")


class Sheet:
    """A worksheet: openpyxl's, with the values of its formulas by place and the cells with threaded comments."""

    def __init__(self, sheet: Worksheet, results: dict[tuple[int, int], Any]) -> None:
        self.cells = sheet
        self.results = results
        self.threads: set[str] = set()
        self.filtered = bool(sheet.auto_filter.filterColumn)
        _spread(sheet)

    def value(self, row: int, column: int) -> Any:
        """Return what the cell shows, None where there is nothing."""
        cell = self.cells._cells.get((row, column))
        if cell is None or cell.value is None:
            return None
        return self.results.get((row, column)) if is_formula(cell) else cell.value

    def formula(self, row: int, column: int) -> str:
        """Return the cell as typed."""
        cell = self.cells._cells.get((row, column))
        value = None if cell is None else cell.value
        if value is None:
            return ""
        if isinstance(value, ArrayFormula):
            return str(value.text)
        if isinstance(value, bool):
            return str(value).upper()
        if isinstance(value, (datetime, date, time, timedelta)):
            return str(to_excel(value))
        return f"{value:.15g}" if isinstance(value, (int, float)) else str(value)  # Excel says fifteen digits

    def write(self, row: int, column: int, value: Any) -> None:
        """Put a value or formula into the cell, as if it were typed."""
        self.results.pop((row, column), None)
        cell = self.cells.cell(row, column)
        if value in ("", None):
            cell.value = None
        elif isinstance(value, str) and value.startswith("'"):
            cell.value, cell.data_type, cell.quotePrefix = value[1:], "s", True
        elif isinstance(value, str) and cell.number_format != "@" and re.fullmatch(r"-?\d+(\.\d+)?%?", value):
            cell.value = float(value.rstrip("%")) / (100 if value.endswith("%") else 1)  # Excel reads what looks so
        else:
            cell.value = value

    def array_at(self, row: int, column: int) -> ArrayFormula | None:
        """Return the array formula over the cell."""
        for cell in self.cells._cells.values():
            if isinstance(cell.value, ArrayFormula):
                left, top, right, bottom = range_boundaries(cell.value.ref)
                if top <= row <= bottom and left <= column <= right:
                    return cell.value
        return None

    def write_array(self, box: Box, text: str) -> None:
        """Enter a formula over all cells of the box."""
        ref = f"{get_column_letter(box[1])}{box[0]}:{get_column_letter(box[3])}{box[2]}"
        self.cells.cell(*box[:2]).value = ArrayFormula(ref, text)

    def grow_tables(self, row: int, column: int) -> None:
        """Take a column that is written beside a table into it, as Excel does."""
        for table in self.cells.tables.values():
            left, top, right, bottom = range_boundaries(table.ref)
            if column == right + 1 and top <= row <= bottom:
                table.ref = f"{get_column_letter(left)}{top}:{get_column_letter(column)}{bottom}"

    def look(self, row: int, column: int) -> tuple[Any, ...]:
        """Return how the cell looks, number format last."""
        cell = self.cells._cells.get((row, column))
        if cell is None:
            return (None,) * len(_LOOK) + ("General",)
        return (*(copy(getattr(cell, part)) for part in _LOOK), cell.number_format)

    def dress(self, row: int, column: int, look: tuple[Any, ...]) -> None:
        """Give the cell a look."""
        if look[0] is None and (row, column) not in self.cells._cells:
            return
        cell = self.cells.cell(row, column)
        if look[0] is None:
            cell.style = "Normal"
            return
        for part, value in zip(_LOOK, look, strict=False):
            setattr(cell, part, copy(value))
        cell.number_format = look[-1]

    def used(self) -> Box:
        """Return the used area: cells that hold something or have a look of their own."""
        places = list(self.cells._cells)
        if not places:
            return 1, 1, 1, 1
        rows, columns = [row for row, _ in places], [column for _, column in places]
        return min(rows), min(columns), max(rows), max(columns)

    def merged(self) -> list[Box]:
        """Return the merged areas."""
        return [(m.min_row, m.min_col, m.max_row, m.max_col) for m in self.cells.merged_cells.ranges]

    def unmerge(self, box: Box) -> None:
        """Undo the merging of areas that touch the box."""
        for top, left, bottom, right in self.merged():
            if top <= box[2] and box[0] <= bottom and left <= box[3] and box[1] <= right:
                self.cells.unmerge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)

    def merge(self, box: Box) -> None:
        """Merge the box, keeping the looks of its cells as Excel does."""
        looks = {place: self.look(*place) for place in places(box)}
        self.cells.merge_cells(start_row=box[0], start_column=box[1], end_row=box[2], end_column=box[3])
        for place, look in looks.items():
            if look[0] is not None:
                self.dress(*place, look)

    def insert_row(self, row: int) -> None:
        """Insert a row before this one (1-based), and let names and merges move along as Excel does."""
        self.cells.insert_rows(row)
        self.results = {(r + (r >= row), c): value for (r, c), value in self.results.items()}
        for merged in self.cells.merged_cells.ranges:
            if merged.min_row >= row:
                merged.shift(row_shift=1)
        for name in self.cells.defined_names.values():
            name.attr_text = re.sub(
                r"\$(\d+)", lambda found: f"${int(found[1]) + (int(found[1]) >= row)}", name.attr_text
            )


class Book:
    """A workbook that is open in the fake. path: "" where it was never saved."""

    def __init__(self, path: str, data: bytes, name: str = "") -> None:
        self.path = path
        self.name = name or Path(path).name
        self.format = "xlsx"
        self.read_only = self.shared = self.structure_protected = self.chart_in_front = False
        host = FileHost(Path(path)) if path else None
        if host is not None:
            self.format = host.book.format
            if self.format not in ("xlsx", "xlsm", "xltx", "xltm"):
                data = host.package.to_bytes()
        macros = self.format in ("xlsm", "xltm")
        self.inner = openpyxl.load_workbook(io.BytesIO(data), keep_vba=macros, rich_text=False)
        values = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
        self.sheets = [Sheet(sheet, _results(sheet, values[sheet.title])) for sheet in self.inner.worksheets]
        self.structure_protected = bool(self.inner.security and self.inner.security.lockStructure)
        self.active = (
            self.inner.active.title if isinstance(self.inner.active, Worksheet) else self.sheets[0].cells.title
        )

    @property
    def file_format(self) -> int:
        """Return Excel's number of the file format."""
        return _FORMATS[self.format]

    @property
    def date1904(self) -> bool:
        """Return whether days are counted from 1904."""
        return bool(self.inner.epoch == CALENDAR_MAC_1904)

    def sheet(self, name: str) -> Sheet:
        """Return the sheet of this name; KeyError where there is none."""
        for sheet in self.sheets:
            if sheet.cells.title.casefold() == name.casefold():
                return sheet
        raise KeyError(name)

    def place(self, sheet: Sheet) -> int:
        """Return the position of the sheet, from 0."""
        return self.sheets.index(sheet)

    def remove(self, sheet: Sheet) -> None:
        """Delete the sheet; formulas and names that speak of it are broken."""
        title = sheet.cells.title
        self.sheets.remove(sheet)
        self.inner.remove(sheet.cells)
        said = re.compile(rf"(?:'{re.escape(title)}'|(?<![\w']){re.escape(title)})!")
        for other in self.sheets:
            for cell in other.cells._cells.values():
                if isinstance(cell.value, ArrayFormula):
                    cell.value.text = said.sub("#REF!", cell.value.text)
                elif is_formula(cell) and isinstance(cell.value, str) and said.search(cell.value):
                    cell.value = said.sub("#REF!", cell.value)
        for name in self.inner.defined_names.values():
            name.attr_text = said.sub("#REF!", name.attr_text)
        if self.active == title:
            self.active = self.sheets[0].cells.title

    def take(self, source: Sheet, position: int) -> Sheet:
        """Copy a sheet in at this position, under a free name; return it."""
        wanted = name = source.cells.title
        number = 1
        while any(name.casefold() == sheet.cells.title.casefold() for sheet in self.sheets):
            number += 1
            name = f"{wanted[:26]} ({number})"
        sheet = Sheet(self.inner.create_sheet(name), dict(source.results))
        self.inner._sheets.remove(sheet.cells)
        after = [each.cells for each in self.sheets]
        at = self.inner._sheets.index(after[position - 1]) + 1 if position else 0
        self.inner._sheets.insert(at, sheet.cells)
        self.sheets.insert(position, sheet)
        _copy(source.cells, sheet.cells, wanted, name)
        self.active = name
        return sheet

    def is_changed(self) -> bool:
        """Return whether its sheets differ from those of its file."""
        if not self.path:
            return True
        of_file = Book(self.path, Path(self.path).read_bytes())
        for book in (of_file, self):
            book.to_bytes()  # openpyxl writes some defaults only the second time
        return _sheets_of(of_file.to_bytes()) != _sheets_of(self.to_bytes())

    def to_bytes(self) -> bytes:
        """Return the workbook as a file, with what its formulas came to."""
        data = io.BytesIO()
        self.inner.active = self.inner._sheets.index(self.sheet(self.active).cells)
        for sheet in self.inner._sheets:
            for view in sheet.views.sheetView if isinstance(sheet, Worksheet) else sheet.sheetViews.sheetView:
                view.tabSelected = sheet.title == self.active
        self.inner.save(data)
        results = {f"xl/worksheets/sheet{n}.xml": s for n, s in enumerate(self._written(), 1)}
        out = io.BytesIO()
        with zipfile.ZipFile(data) as package, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as mended:
            for entry in package.infolist():
                content = package.read(entry)
                if entry.filename in results:
                    content = _with_results(content, results[entry.filename]).encode()
                mended.writestr(entry, content)
        return out.getvalue()

    def _written(self) -> Iterator[Sheet]:
        by_cells = {id(sheet.cells): sheet for sheet in self.sheets}
        for sheet in self.inner._sheets:
            if id(sheet) in by_cells:
                yield by_cells[id(sheet)]


def is_formula(cell: Any) -> bool:
    """Return whether openpyxl's cell holds a formula; a text that begins with an equals sign is none."""
    return getattr(cell, "data_type", "") == "f"


def places(box: Box) -> Iterator[tuple[int, int]]:
    """Yield the cells of a box, row by row."""
    for row in range(box[0], box[2] + 1):
        for column in range(box[1], box[3] + 1):
            yield row, column


def serial(value: Any, *, date1904: bool) -> Any:
    """Return a date, time or length of time as Excel's number; anything else as it is."""
    if isinstance(value, (datetime, date, time, timedelta)):
        return float(to_excel(value, CALENDAR_MAC_1904 if date1904 else CALENDAR_WINDOWS_1900))
    return value


def solid(rgb: str) -> PatternFill:
    """Return a solid fill."""
    return PatternFill("solid", fgColor=f"FF{rgb}", bgColor=Color(indexed=64))


def rgb_of(colour: Color) -> str:
    """Return the colour as RRGGBB; theme colours as some colour of their own."""
    if colour.type == "indexed":
        return str(COLOR_INDEX[colour.indexed])[-6:] if colour.indexed < len(COLOR_INDEX) else "000000"
    return str(colour.rgb)[-6:] if colour.type == "rgb" else f"0000{colour.theme:02X}"


def note(text: str, author: str) -> Comment:
    """Return a note."""
    return Comment(text, author)


def name(title: str, text: str) -> DefinedName:
    """Return a defined name."""
    return DefinedName(title, attr_text=text)


def _results(formulas: Worksheet, values: Worksheet) -> dict[tuple[int, int], Any]:
    return {place: values._cells[place].value for place, cell in formulas._cells.items() if is_formula(cell)}


def _spread(sheet: Worksheet) -> None:
    """Let each column have its own settings; openpyxl keeps runs of columns under the first."""
    for letter, run in list(sheet.column_dimensions.items()):
        first, last = run.min or 0, run.max or 0
        for column in range(first + 1, min(last, first + 300) + 1):
            own = copy(run)
            own.index = get_column_letter(column)
            own.min = own.max = column
            sheet.column_dimensions[own.index] = own
        if first and letter == get_column_letter(first):
            run.max = run.min


def _copy(source: Worksheet, target: Worksheet, old: str, new: str) -> None:
    for (row, column), cell in source._cells.items():
        copied = target.cell(row, column)
        if cell.__class__.__name__ != "MergedCell":
            copied.value = cell.value
            copied.data_type = cell.data_type
            if cell.hyperlink:
                copied.hyperlink = copy(cell.hyperlink)
            if cell.comment:
                copied.comment = copy(cell.comment)
        for part in _LOOK:
            setattr(copied, part, copy(getattr(cell, part)))
        copied.number_format = cell.number_format
    for merged in source.merged_cells.ranges:
        target.merged_cells.add(copy(merged))
    for kind in ("row_dimensions", "column_dimensions"):
        for key, dimension in getattr(source, kind).items():
            copied = getattr(target, kind)[key]
            for attribute in ("height", "width", "hidden", "min", "max"):
                if getattr(dimension, attribute, None) is not None and hasattr(copied, attribute):
                    with_none = getattr(dimension, attribute)
                    setattr(copied, attribute, with_none)
    for attribute in (
        "page_setup",
        "page_margins",
        "print_options",
        "sheet_format",
        "sheet_properties",
        "HeaderFooter",
    ):
        setattr(target, attribute, copy(getattr(source, attribute)))
    target.freeze_panes = source.freeze_panes
    target.sheet_state = source.sheet_state
    target.auto_filter.ref = source.auto_filter.ref
    target.print_title_rows = source.print_title_rows
    target.print_area = source.print_area.rpartition("!")[2] or None
    target._charts = deepcopy(source._charts)
    target._images = copy(source._images)
    target.conditional_formatting = copy(source.conditional_formatting)
    target.data_validations = copy(source.data_validations)
    for title, one in source.defined_names.items():
        text = one.attr_text.replace(f"'{old}'!", f"'{new}'!").replace(f"{old}!", f"'{new}'!")
        target.defined_names[title] = DefinedName(title, attr_text=text, hidden=one.hidden)


def _with_results(xml: bytes, sheet: Sheet) -> str:
    def told(found: re.Match[str]) -> str:
        address, attributes, formula = found[1], found[2], found[3]
        cell = sheet.cells[address]
        value = sheet.results.get((cell.row, cell.column))
        if value is None:
            return f'<c r="{address}"{attributes}>{formula}'
        if isinstance(value, bool):
            kind, text = "b", str(int(value))
        elif isinstance(value, str):
            kind, text = ("e" if re.fullmatch(r"#[A-Z0-9/]+[!?]?", value) else "str"), value
        else:
            kind, text = "n", repr(float(serial(value, date1904=False)))
        attributes = re.sub(r'\st="\w+"', "", attributes)
        return f'<c r="{address}"{attributes} t="{kind}">{formula}<v>{escape(text)}</v>'

    return _FORMULA.sub(told, xml.decode())


def _sheets_of(workbook: bytes) -> dict[str, bytes]:
    """Return the parts that hold cells, and the names."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as package:
        held = [name for name in package.namelist() if name.startswith(("xl/worksheets/", "xl/workbook", "xl/shared"))]
        return {name: package.read(name) for name in held}
