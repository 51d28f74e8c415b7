"""Reads the sheets of an open workbook as grids, with few questions to the spreadsheet program.

All values of a sheet come in one call; what a cell's neighbours mostly share (merging, hiding, number formats) is asked
of whole blocks, which are halved where their cells differ (`live_structure`). The result equals what the file host
reads from the same workbook once it is saved.
"""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from udfs.values.cells import CellError, Value
from udfs.values.error_numbers import ERROR_CODES, error_of_number
from workbooks.grid import Area, Book, Grid
from workbooks.hosts.guards import has_stopped
from workbooks.hosts.live_details import LiveDetails, as_rows
from workbooks.hosts.live_names import areas_of, block, local_names, own_sheet
from workbooks.hosts.live_saved import SavedCopy
from workbooks.hosts.live_structure import structure
from workbooks.hosts.natives import VISIBLE, Native, native
from workbooks.package.columns import OUR_COLUMNS
from workbooks.reading import tidy
from workbooks.reading.number_formats import shows_date, shows_elapsed_time
from workbooks.reading.serials import duration, moment
from workbooks.settings_sheet import SETTINGS

if TYPE_CHECKING:
    import xlwings

_LARGE = 400_000  # cells; a used area beyond has been formatted far down, and is cut before its values are read
_SMALL_DAYS = 61  # serial numbers below are times, or days before March 1900, which Excel counts in its own way
_LONG_DAYS = 10_000  # no length of time in a ledger is longer, and no date (May 1927) is earlier


def read(book: "xlwings.Book", copy: SavedCopy | None = None) -> Book:
    """Return all worksheets as grids, in the order of their tabs.

    copy: tells how a sheet is laid out where asking the program would take too long.
    """
    return _book(book, list(book.sheets), copy)


def read_sheet(book: "xlwings.Book", name: str) -> Book:
    """Return one worksheet and the sheet of settings: for a row's figure the others needn't be asked."""
    settings = [sheet for sheet in book.sheets if sheet.name.startswith(SETTINGS) and sheet.name != name]
    return _book(book, [book.sheets[name], *settings], None)


def _book(book: "xlwings.Book", sheets: "Sequence[xlwings.Sheet]", copy: SavedCopy | None) -> Book:
    asked = native(book.app)
    date1904 = asked.is_date1904(book)
    return Book(
        path=asked.full_name(book),
        format=asked.file_format(book),
        grids=[_grid(sheet, asked, date1904, copy) for sheet in sheets],
        date1904=date1904,
        ours=frozenset(sheet.name for sheet in sheets if own_sheet(sheet)),
    )


def our_areas(sheet: "xlwings.Sheet") -> list[Area]:
    """Return the blocks of cells that earlier runs of 计算进度 wrote into the sheet, where they lie now."""
    return [area for _, name in local_names(sheet, OUR_COLUMNS) for area in areas_of(name)]


def _grid(sheet: "xlwings.Sheet", asked: Native, date1904: bool, copy: SavedCopy | None) -> Grid:
    area = used_area(sheet)
    details = LiveDetails(sheet, area)
    rows = tidy.cut(_Values(sheet, area, asked, details, date1904).rows())
    laid_out = structure(sheet, len(rows), len(rows[0]) if rows else 0, copy)
    return tidy.clip_hidden(
        Grid(
            name=sheet.name,
            rows=rows,
            merges=tidy.clipped(laid_out.merges, rows),
            hidden_rows=laid_out.hidden_rows,
            hidden_columns=laid_out.hidden_columns,
            visible=sheet.visible in VISIBLE,
            details=details,
            ours=tuple(our_areas(sheet)),
        )
    )


def used_area(sheet: "xlwings.Sheet") -> Area:
    """Return the used area, from A1 on, cut to the filled cells where it is out of all proportion."""
    asked = native(sheet.book.app)
    used = sheet.used_range
    height, width = used.shape
    area = Area(0, 0, used.row + height - 2, used.column + width - 2)
    if height * width <= _LARGE:
        return area
    bottom = _last(area.bottom, lambda top, end: bool(asked.filled(block(sheet, Area(top, 0, end, area.right)))))
    right = _last(area.right, lambda left, end: bool(asked.filled(block(sheet, Area(0, left, bottom, end)))))
    return Area(0, 0, bottom, right)


def _last(last: int, is_filled: Callable[[int, int], bool]) -> int:
    """Return the last filled row or column, 0 where there is none, by halving."""
    first = 0
    while first < last:
        middle = (first + last + 1) // 2
        if is_filled(middle, last):
            first = middle
        else:
            last = middle - 1
    return first


class _Values:
    """The values of one sheet as the program hands them over, made into those of `Value`."""

    def __init__(self, sheet: "xlwings.Sheet", area: Area, asked: Native, details: LiveDetails, date1904: bool) -> None:
        self._range = block(sheet, area)
        self._asked = asked
        self._details = details
        self._date1904 = date1904
        self._epoch = datetime(1904, 1, 1) if date1904 else datetime(1899, 12, 30)

    def rows(self) -> list[list[Value]]:
        """Return the rows from A1; blanks are None."""
        try:
            rows: list[list[Any]] = self._range.options(ndim=2, err_to_str=True).value
        except Exception as error:
            if has_stopped(error):
                raise
            return self._by_numbers()  # one date below or beyond all calendars, and pywin32 hands nothing over
        money, errors = [], []
        for row, values in enumerate(rows):
            for column, value in enumerate(values):
                if value is None or (kind := value.__class__) is float:
                    continue
                if kind is str:
                    if value in ERROR_CODES:
                        errors.append((row, column))
                elif isinstance(value, datetime):
                    values[column] = self._moment(value, row, column)
                elif isinstance(value, Decimal):  # a cell with a currency format, rounded to four decimals
                    money.append((row, column))
                elif kind is int:
                    values[column] = _number(value)
        if errors or money:
            exact = self._exact()
            for row, column in money:
                rows[row][column] = exact[row][column]
            for row, column in errors:  # told from texts that read like one: an error is a number here
                if not isinstance(exact[row][column], str):
                    rows[row][column] = CellError(rows[row][column])
        return rows

    def _exact(self) -> list[list[Any]]:
        return as_rows(self._asked.exact_values(self._range))

    def _by_numbers(self) -> list[list[Value]]:
        """Return the rows from bare numbers, dates told by their formats; a number that is no date stays a number."""
        return [
            [self._by_number(value, row, column) for column, value in enumerate(values)]
            for row, values in enumerate(self._exact())
        ]

    def _by_number(self, value: Any, row: int, column: int) -> Value:
        if value.__class__ is int:
            return _number(value)
        if value.__class__ is not float:
            return None if value == "" else value
        code = self._details.number_format(row, column)
        if shows_elapsed_time(code):
            return duration(value)
        return moment(value, self._date1904) if shows_date(code) else float(value)

    def _moment(self, value: datetime, row: int, column: int) -> Value:
        """Return what the file host reads from a cell with a date format: a time or length of time where it is one."""
        bare = value.replace(tzinfo=None)
        serial = (bare - self._epoch) / timedelta(days=1)
        if serial < _LONG_DAYS and shows_elapsed_time(self._details.number_format(row, column)):
            return duration(serial)
        return bare if serial >= _SMALL_DAYS else moment(serial, self._date1904)


def _number(value: int) -> Value:
    """Return what an integer stands for: an error that is new to xlwings, or itself."""
    return error_of_number(value) or float(value)
