"""Workbooks that cannot be edited without loss (.xls, .xlsb, .ods, .csv, web pages) made into a new .xlsx.

Every value stands at the same address on a sheet of the same name. From .xls the looks come along too (`convert_xls`);
the other readers give values, merges, hidden rows and columns, and number formats.
"""

from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import TYPE_CHECKING, Protocol

from udfs.values.cells import CellError, Value
from workbooks.grid import Area, Book, Grid

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

EDITABLE = frozenset({"xlsx", "xlsm", "xltx", "xltm"})
_LONGEST_TEXT = 32_767
_NARROWEST, _WIDEST = 6.0, 40.0


class Look(Protocol):
    """How a sheet looks besides its values: what differs from format to format."""

    def prepare(self, worksheet: "Worksheet") -> None:
        """Set what belongs to the sheet: widths, heights, hidden rows and columns, panes."""

    def format_of(self, row: int, column: int, value: Value) -> "Format | None":
        """Return the format of a cell."""

    def merges(self) -> tuple[Area, ...]:
        """Return the merged areas."""

    def blanks(self) -> "list[tuple[int, int]]":
        """Return the blank cells that have a format of their own."""


def is_editable(book: Book) -> bool:
    """Tell whether the book's format can be edited without loss."""
    return book.format in EDITABLE


def to_xlsx(book: Book, source: bytes) -> bytes:
    """Return the book as a new .xlsx. source: the bytes that the book was read from."""
    from xlsxwriter import Workbook

    buffer = BytesIO()
    workbook = Workbook(buffer, {"in_memory": True, "date_1904": book.date1904, **_base_font(book, source)})
    looks = _looks(book, source, workbook)
    worksheets = [workbook.add_worksheet(grid.name) for grid in book.grids]
    for grid, worksheet, look in zip(book.grids, worksheets, looks, strict=True):
        look.prepare(worksheet)
        _write(grid, worksheet, look)
        if not grid.visible:
            worksheet.hide()
    _show_first(book, worksheets)
    workbook.close()
    return buffer.getvalue()


def _looks(book: Book, source: bytes, workbook: "Workbook") -> list[Look]:
    if book.format == "xls":
        from workbooks.convert.xls_look import xls_looks

        return list(xls_looks(source, workbook))
    return [PlainLook(grid, workbook) for grid in book.grids]


def _base_font(book: Book, source: bytes) -> dict[str, object]:
    """Return the option that sets the font of cells without a format of their own."""
    if book.format == "xls":
        from workbooks.convert.xls_look import base_font

        return {"default_format_properties": base_font(source)}
    return {"default_format_properties": {"font_name": "宋体", "font_size": 11}}


def _write(grid: Grid, worksheet: "Worksheet", look: Look) -> None:
    from xlsxwriter.exceptions import OverlappingRange

    for area in look.merges():
        try:
            first = look.format_of(area.top, area.left, None)
            worksheet.merge_range(area.top, area.left, area.bottom, area.right, "", first)
        except OverlappingRange:
            continue  # Excel would not open a sheet with both; the one read first stays
    for row, column in look.blanks():
        worksheet.write_blank(row, column, None, look.format_of(row, column, None))
    for row, values in enumerate(grid.rows):
        for column, value in enumerate(values):
            if value is not None:
                _write_value(worksheet, row, column, value, look.format_of(row, column, value))


def _write_value(worksheet: "Worksheet", row: int, column: int, value: Value, look: "Format | None") -> None:
    """Write the value as what it is: a text never turns into a number or a formula."""
    if isinstance(value, CellError):
        worksheet.write_formula(row, column, f"={value.code}", look, value.code)
    elif isinstance(value, str):
        worksheet.write_string(row, column, value[:_LONGEST_TEXT], look)
    elif isinstance(value, bool):
        worksheet.write_boolean(row, column, value, look)
    elif isinstance(value, int | float):
        if value != value or value in (float("inf"), float("-inf")):
            worksheet.write_string(row, column, str(value), look)
        else:
            worksheet.write_number(row, column, value, look)
    elif isinstance(value, datetime | date) and value.year < 1900:
        worksheet.write_string(row, column, str(value), look)
    elif isinstance(value, date | time | timedelta):
        worksheet.write_datetime(row, column, value, look)


def _show_first(book: Book, worksheets: "list[Worksheet]") -> None:
    """Open the workbook on its first visible sheet; a workbook must have one."""
    first = next((number for number, grid in enumerate(book.grids) if grid.visible), 0)
    worksheets[first].hidden = 0
    worksheets[first].activate()
    worksheets[first].set_first_sheet()


class PlainLook:
    """The look of a sheet of which only number formats are known: columns as wide as what stands in them."""

    def __init__(self, grid: Grid, workbook: "Workbook") -> None:
        self._grid = grid
        self._workbook = workbook
        self._formats: dict[tuple[str, bool], Format] = {}

    def prepare(self, worksheet: "Worksheet") -> None:
        """Set widths by content, and hide what is hidden."""
        for column in range(self._grid.width):
            options = {"hidden": True} if column in self._grid.hidden_columns else {}
            worksheet.set_column(column, column, self._width(column), None, options)
        for row in self._grid.hidden_rows:
            worksheet.set_row(row, None, None, {"hidden": True})

    def format_of(self, row: int, column: int, value: Value) -> "Format | None":
        """Return a format with the cell's number format; text that reads as a number is marked as text."""
        code = self._grid.details.number_format(row, column)
        if code == "General":
            code = _fitting_code(value)
        wrapped = isinstance(value, str) and "\n" in value
        if code == "General" and not wrapped:
            return None
        if (code, wrapped) not in self._formats:
            properties: dict[str, object] = {"num_format": code, "text_wrap": wrapped}
            self._formats[code, wrapped] = self._workbook.add_format(properties)
        return self._formats[code, wrapped]

    def merges(self) -> tuple[Area, ...]:
        """Return the merged areas."""
        return self._grid.merges

    def blanks(self) -> list[tuple[int, int]]:
        """Return none: formats of blank cells are not known."""
        return []

    def _width(self, column: int) -> float:
        """Return a width for the longest text among the first rows, a Chinese character counted as two."""
        widest = max((_length(row[column]) for row in self._grid.rows[:200]), default=0)
        return min(max(widest + 2.0, _NARROWEST), _WIDEST)


def _fitting_code(value: Value) -> str:
    """Return a number format for a value that came without one."""
    if isinstance(value, datetime) and (value.hour or value.minute or value.second):
        return "yyyy-mm-dd h:mm"
    if isinstance(value, date):
        return "yyyy-mm-dd"
    if isinstance(value, time):
        return "h:mm"
    if isinstance(value, timedelta):
        return "[h]:mm"
    return "@" if isinstance(value, str) and value.strip().isdigit() else "General"


def _length(value: Value) -> int:
    if isinstance(value, date):
        return 10
    lines = str("" if value is None else value).split("\n")
    return max(sum(2 if ord(character) > 0x2E7F else 1 for character in line) for line in lines)
