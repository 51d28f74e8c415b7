"""Range: blocks of cells, one or more; what they hold and how they look."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from xlwings import base_classes

from workbooks.grid import Area, address, column_index
from workbooks.libreoffice import values
from workbooks.libreoffice.complete import complete
from workbooks.libreoffice.formulas import grammar_of
from workbooks.libreoffice.links import add_link, link_of
from workbooks.libreoffice.looks import Font, colour_number, copy_looks, format_code, format_key, rgb
from workbooks.libreoffice.notes import Note, add_note
from workbooks.libreoffice.uno_words import range_address, struct

if TYPE_CHECKING:
    from workbooks.libreoffice.sheets import Sheet

ROWS, COLUMNS = 1_048_576, 16_384
"""How far addresses go; beyond the columns that LibreOffice has (1,024 before 7.4) it raises an error."""

_CONTENTS = 1 | 2 | 4 | 16  # com.sun.star.sheet.CellFlags: VALUE, DATETIME, STRING, FORMULA
_LOOKS = 32 | 64 | 256  # HARDATTR, STYLES, EDITATTR
_NO_FILL = -1
_PART = re.compile(r"\$?([A-Za-z]{0,3})\$?([0-9]*)$")
_UNIT = 2540 / 96  # 1/100 mm in a pixel
_DIGIT, _PADDING = 7, 5  # pixels of a digit of the default font, and beside a cell's text: what widths are counted in
_POINT = 2540 / 72


def areas_of(first: Any, second: Any = None) -> list[Area]:
    """Return the blocks that `Sheet.range` is asked for.

    An address of blocks parted by commas; a cell (row, column) from 1; two corners, which may be ranges; or, as xlwings
    itself asks for slices, (row, column, height, width).
    """
    if isinstance(first, str):
        areas = [_area(part) for part in first.split(",")]
        return areas if second is None else [_between(areas[0], areas_of(second)[0])]
    if isinstance(first, tuple) and len(first) == 4:
        row, column, height, width = first
        return [Area(row - 1, column - 1, row + height - 2, column + width - 2)]
    top = _corner(first)
    return [top if second is None else _between(top, _corner(second))]


def _corner(corner: Any) -> Area:
    if isinstance(corner, tuple):
        row, column = corner
        if min(row, column) < 1:
            raise IndexError("rows and columns are counted from 1")
        return Area(row - 1, column - 1, row - 1, column - 1)
    if isinstance(corner, str):
        return _area(corner)
    area: Area = getattr(corner, "impl", corner).area
    return area


def _between(one: Area, other: Area) -> Area:
    return Area(
        min(one.top, other.top), min(one.left, other.left), max(one.bottom, other.bottom), max(one.right, other.right)
    )


def _area(text: str) -> Area:
    corners = [_PART.match(part.strip()) for part in text.split(":")]
    if not 1 <= len(corners) <= 2 or not all(found and (found[1] or found[2]) for found in corners):
        raise ValueError(f"no address of cells: {text}")
    ends = []
    for last, found in ((False, corners[0]), (True, corners[-1])):
        assert found
        row = int(found[2]) - 1 if found[2] else (ROWS - 1 if last else 0)
        column = column_index(found[1]) if found[1] else (COLUMNS - 1 if last else 0)
        ends.append(Area(row, column, row, column))
    return _between(*ends)


@complete
class Range(base_classes.Range):
    """Blocks of cells of one sheet. What is asked of several is the first's; looks are given to all of them."""

    options: Any

    def __init__(self, sheet: "Sheet", areas: Sequence[Area]) -> None:
        self.sheet = sheet
        self.areas = tuple(areas)

    @property
    def area(self) -> Area:
        """The first block, 0-based."""
        return self.areas[0]

    @property
    def api(self) -> Any:
        """LibreOffice's own object: a cell range, or several."""
        return self._cells(self.area) if len(self.areas) == 1 else self._union

    def _cells(self, area: Area) -> Any:
        return self.sheet.api.getCellRangeByPosition(area.left, area.top, area.right, area.bottom)

    @property
    def _block(self) -> Any:
        if len(self.areas) > 1:
            raise NotImplementedError("LibreOffice: Range of several blocks, read or written")
        return self._cells(self.area)

    @property
    def _union(self) -> Any:
        several = self._document.createInstance("com.sun.star.sheet.SheetCellRanges")
        number = self.sheet.index - 1
        several.addRangeAddresses(
            tuple(range_address(number, a.top, a.left, a.bottom, a.right) for a in self.areas), False
        )
        return several

    @property
    def _document(self) -> Any:
        return self.sheet.book.document

    # -- where it is

    @property
    def coords(self) -> tuple[str, int, int, int, int]:
        height, width = self.shape
        return self.sheet.name, self.row, self.column, height, width

    @property
    def row(self) -> int:
        return self.area.top + 1

    @property
    def column(self) -> int:
        return self.area.left + 1

    @property
    def shape(self) -> tuple[int, int]:
        return self.area.bottom - self.area.top + 1, self.area.right - self.area.left + 1

    def __len__(self) -> int:
        return sum((a.bottom - a.top + 1) * (a.right - a.left + 1) for a in self.areas)

    def __call__(self, row: int, column: int | None = None) -> "Range":
        if column is None:
            row, column = (row - 1) // self.shape[1] + 1, (row - 1) % self.shape[1] + 1
        top, left = self.area.top + row - 1, self.area.left + column - 1
        return Range(self.sheet, [Area(top, left, top, left)])

    @property
    def address(self) -> str:
        return self.get_address(True, True, False)

    def get_address(self, row_absolute: bool, col_absolute: bool, external: bool) -> str:
        rows, columns = "$" if row_absolute else "", "$" if col_absolute else ""

        def cell(row: int, column: int) -> str:
            return columns + address(row, column).rstrip("0123456789") + rows + str(row + 1)

        said = ",".join(
            cell(a.top, a.left) + ("" if (a.top, a.left) == (a.bottom, a.right) else f":{cell(a.bottom, a.right)}")
            for a in self.areas
        )
        if not external:
            return said
        quoted = self.sheet.name.replace("'", "''")
        return f"'[{self.sheet.book.name}]{quoted}'!{said}"

    @property
    def current_region(self) -> "Range":
        cursor = self.sheet.api.createCursorByRange(self._block)
        cursor.collapseToCurrentRegion()
        return self._of(cursor.RangeAddress)

    def _of(self, where: Any) -> "Range":
        return Range(self.sheet, [Area(where.StartRow, where.StartColumn, where.EndRow, where.EndColumn)])

    def end(self, direction: str) -> "Range":
        """Return the last filled cell before a blank one, or the first filled one after blanks."""
        down = {"down": 1, "up": -1}.get(direction, 0)
        across = {"right": 1, "left": -1}.get(direction, 0)
        used = self.sheet.used_range.area
        row, column = self.area.top, self.area.left

        def is_inside(row: int, column: int) -> bool:
            return 0 <= row <= used.bottom and 0 <= column <= used.right

        def is_filled(row: int, column: int) -> bool:
            return is_inside(row, column) and self.sheet.api.getCellByPosition(column, row).Type.value != "EMPTY"

        ahead = is_filled(row, column) and is_filled(row + down, column + across)
        while is_inside(row + down, column + across) and (not ahead or is_filled(row + down, column + across)):
            row, column = row + down, column + across
            if not ahead and is_filled(row, column):
                break
        return Range(self.sheet, [Area(row, column, row, column)])

    def select(self) -> None:
        self.sheet.activate()
        self._document.CurrentController.select(self._block)

    # -- what it holds

    @property
    def raw_value(self) -> Any:
        rows = values.read(self._document, self._block)
        return rows if self.shape != (1, 1) else rows[0][0]

    @raw_value.setter
    def raw_value(self, data: Any) -> None:
        if isinstance(data, (list, tuple)) and data and not isinstance(data[0], (list, tuple)):
            data = [data]
        values.write(self._document, self._block, data, self.shape)

    @property
    def formula(self) -> Any:
        """As typed: constants as they are, formulas with their equals sign, in English, by Excel's grammar."""
        grammar = grammar_of(self._document)

        def said(text: str) -> str:
            if text[:1] in ("=", "{"):
                return grammar.to_excel(text)
            return text.removeprefix("'")  # before a text that would be read as something else

        rows = tuple(tuple(map(said, row)) for row in self._block.getFormulaArray())
        return rows if self.shape != (1, 1) else rows[0][0]

    @formula.setter
    def formula(self, value: Any) -> None:
        """Formulas by Excel's grammar; numbers and texts beside them are taken as if they were typed."""
        if isinstance(value, str):
            if value.startswith("="):
                values.fill_formula(self._document, self._block, value, self.shape)
                return
            value = [[value] * self.shape[1]] * self.shape[0]
        grammar = grammar_of(self._document)

        def entered(text: Any) -> str:
            return grammar.from_excel(text) if isinstance(text, str) else "" if text is None else str(text)

        rows = value if isinstance(value[0], (list, tuple)) else [value]
        self._block.setFormulaArray(tuple(tuple(map(entered, row)) for row in rows))

    formula2 = formula

    @property
    def formula_array(self) -> str | None:
        text = str(self._block.getArrayFormula())
        return grammar_of(self._document).to_excel(text.removeprefix("{").removesuffix("}")) if text else None

    @formula_array.setter
    def formula_array(self, value: str) -> None:
        self._block.setArrayFormula(grammar_of(self._document).from_excel(value))

    @property
    def has_array(self) -> bool:
        return bool(self._block.getArrayFormula())

    def clear_contents(self) -> None:
        self.api.clearContents(_CONTENTS)

    def clear_formats(self) -> None:
        self.api.clearContents(_LOOKS)

    def clear(self) -> None:
        self.api.clearContents(_CONTENTS | _LOOKS)

    # -- how it looks; None where cells differ

    def _alike(self, name: str) -> Any:
        """Return a property that all cells share, None where they differ."""
        cells = self.api
        if len(self) > 1 and cells.getPropertyState(name).value == "AMBIGUOUS_VALUE":
            return None
        return cells.getPropertyValue(name)

    @property
    def color(self) -> tuple[int, int, int] | None:
        number = self._alike("CellBackColor")
        return None if number in (None, _NO_FILL) else rgb(number)

    @color.setter
    def color(self, value: Any) -> None:
        self.api.CellBackColor = _NO_FILL if value is None else colour_number(value)

    @property
    def font(self) -> Font:
        return Font(self)

    @property
    def number_format(self) -> str | None:
        key = self._alike("NumberFormat")
        return None if key is None else format_code(self._document, key)

    @number_format.setter
    def number_format(self, value: str) -> None:
        self.api.NumberFormat = format_key(self._document, value)

    @property
    def wrap_text(self) -> bool | None:
        wraps: bool | None = self._alike("IsTextWrapped")
        return wraps

    @wrap_text.setter
    def wrap_text(self, value: bool) -> None:
        self.api.IsTextWrapped = bool(value)

    @property
    def column_width(self) -> float | None:
        """In characters of the default font, counted as seven pixels each; None where columns differ."""
        widths = {self.sheet.api.Columns.getByIndex(c).Width for c in self._columns()}
        return round((widths.pop() / _UNIT - _PADDING) / _DIGIT, 2) if len(widths) == 1 else None

    @column_width.setter
    def column_width(self, value: float) -> None:
        self._block.Columns.Width = round((value * _DIGIT + _PADDING) * _UNIT)

    def _columns(self) -> Iterable[int]:
        return range(self.area.left, self.area.right + 1)

    @property
    def row_height(self) -> float | None:
        """In points; None where rows differ."""
        rows = self._block.Rows
        heights = {rows.getByIndex(number).Height for number in range(self.shape[0])}
        return round(heights.pop() / _POINT, 2) if len(heights) == 1 else None

    @row_height.setter
    def row_height(self, value: float) -> None:
        self._block.Rows.Height = round(value * _POINT)

    @property
    def row_hidden(self) -> bool | None:
        """Whether its rows are hidden, by hand or by a filter."""
        where = self.sheet.api.RangeAddress
        seen = self._seen(Area(self.area.top, 0, self.area.bottom, where.EndColumn))
        return _none_or_all({r for a in seen for r in range(a.StartRow, a.EndRow + 1)}, self.shape[0])

    @row_hidden.setter
    def row_hidden(self, value: bool) -> None:
        self._block.Rows.IsVisible = not value

    @property
    def column_hidden(self) -> bool | None:
        """Whether its columns are hidden."""
        where = self.sheet.api.RangeAddress
        seen = self._seen(Area(0, self.area.left, where.EndRow, self.area.right))
        return _none_or_all({c for a in seen for c in range(a.StartColumn, a.EndColumn + 1)}, self.shape[1])

    @column_hidden.setter
    def column_hidden(self, value: bool) -> None:
        self._block.Columns.IsVisible = not value

    def _seen(self, area: Area) -> Iterator[Any]:
        yield from self._cells(area).queryVisibleCells().getRangeAddresses()

    def autofit(self, axis: str | None = None) -> None:
        """Fit columns, rows, or both, to what they hold: axis "c", "r", None."""
        if axis in (None, "c", "columns"):
            self._block.Columns.OptimalWidth = True
        if axis in (None, "r", "rows"):
            self._block.Rows.OptimalHeight = True

    # -- merging

    @property
    def merge_area(self) -> "Range":
        cell = self.sheet.api.getCellByPosition(self.area.left, self.area.top)
        cursor = self.sheet.api.createCursorByRange(cell)
        cursor.collapseToMergedArea()
        return self._of(cursor.RangeAddress)

    @property
    def merge_cells(self) -> bool | None:
        """Whether its cells are merged, None where some are."""
        block = self._block
        first = self.merge_area.area
        if first != Area(first.top, first.left, first.top, first.left):
            whole = _between(first, self.area) == first
            return True if whole else None
        if len(self) == 1:
            return False
        cursor = self.sheet.api.createCursorByRange(block)
        cursor.collapseToMergedArea()
        return None if block.IsMerged or self._of(cursor.RangeAddress).area != self.area else False

    def merge(self, across: bool = False) -> None:
        if across:
            raise NotImplementedError("LibreOffice: Range.merge across")
        self._block.merge(True)

    def unmerge(self) -> None:
        self._block.merge(False)

    # -- copying

    def copy(self, destination: "Range | None" = None) -> None:
        """Copy to another place, or remember it for `paste`; the system's clipboard is left alone."""
        if destination is None:
            self.sheet.book.app.office.copied = self
            return
        there, where = destination.sheet, self._block.RangeAddress
        if there.book.document != self._document:
            raise NotImplementedError("LibreOffice: Range.copy to another workbook")
        at = struct("table.CellAddress", there.index - 1, destination.area.left, destination.area.top)
        there.api.copyRange(at, where)

    def paste(
        self, paste: Any = None, operation: Any = None, skip_blanks: bool = False, transpose: bool = False
    ) -> None:
        """Paste the formats of the range that was copied, repeated where this one is larger; merging is left out."""
        if paste != "formats" or operation or skip_blanks or transpose:
            raise NotImplementedError(f"LibreOffice: Range.paste {paste}")
        source = self.sheet.book.app.office.copied
        if source is None:
            raise ValueError("nothing was copied")
        copy_looks(source, self)

    # -- links, names, notes

    @property
    def hyperlink(self) -> str:
        """The address that the cell's link leads to. Raises ValueError where it has none."""
        return link_of(self._first_cell)

    def add_hyperlink(self, address: str, text_to_display: str | None = None, screen_tip: str | None = None) -> None:
        """Put a link into the cell; LibreOffice has no tip of its own for it."""
        add_link(self._document, self._first_cell, address, text_to_display)

    @property
    def _first_cell(self) -> Any:
        return self.sheet.api.getCellByPosition(self.area.left, self.area.top)

    @property
    def name(self) -> Any:
        """The first defined name that refers to exactly these cells, None without one."""
        for name in self.sheet.book.names._all():
            cells = name.api.ReferredCells
            if cells is not None and cells.RangeAddress == self._block.RangeAddress:
                return name
        return None

    @name.setter
    def name(self, value: str) -> None:
        quoted = self.sheet.name.replace("'", "''")
        self.sheet.book.names.add(value, f"='{quoted}'!{self.address}")

    @property
    def note(self) -> Note | None:
        note = Note(self.sheet, self.area.top, self.area.left)
        return note if note.text else None  # LibreOffice hands over an empty one where there is none

    def add_note(self, text: str) -> Note:
        return add_note(self.sheet, self.area.top, self.area.left, text)


def _none_or_all(seen: set[int], count: int) -> bool | None:
    return not seen if len(seen) in (0, count) else None
