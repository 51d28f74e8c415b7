"""Writing cells: values as xlwings hands them over, formulas into blocks.

LibreOffice never reads meaning into a text that is written, as Excel does: "001" and "2026-1-1" stay texts, only
formulas are formulas. That a number is a date or a truth value its format tells, which is set where it doesn't.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from typing import TYPE_CHECKING, Any

from workbooks.grid import address
from workbooks.libreoffice.uno_words import struct
from workbooks.libreoffice.values import LOGICAL, MOMENTS, epoch_of, kinds, places

if TYPE_CHECKING:
    from workbooks.libreoffice.books import Book

_DATE, _DATETIME = 2, 6  # com.sun.star.util.NumberFormat
_GENERAL = 0  # the key of the standard format
_NOTES = 8  # com.sun.star.sheet.CellFlags.ANNOTATION
_BLANK = ""  # LibreOffice would take None for the error #N/A

Rows = tuple[tuple[Any, ...], ...]


def prepared(value: Any) -> Any:
    """Return a value to write as a range takes it. A number that is none (NaN, NaT) is a blank."""
    if hasattr(value, "item") and not isinstance(value, (str, bytes)):  # of NumPy
        value = value.item()
    if value is None or (value == value) is not True:  # pandas' NA is not even comparable
        return None
    if isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, (Decimal, Fraction)):
        return float(value)
    if isinstance(value, datetime):
        return value.replace(tzinfo=None)
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day)
    raise TypeError(f"LibreOffice: no cell holds a {type(value).__name__}")


def write(book: "Book", block: Any, data: Any, shape: tuple[int, int]) -> None:
    """Write a matrix of the block's shape, or one value into all of its cells. A text after ' is taken as it stands."""
    if not isinstance(data, (list, tuple)):
        if _is_formula(data):
            fill_formula(book, block, data, shape)
            return
        data = [[data] * shape[1]] * shape[0]
    if (len(data), len(data[0])) != shape:
        raise ValueError(f"a block of {shape[0]} × {shape[1]} cells does not take {len(data)} × {len(data[0])} values")
    document = book.document
    epoch = epoch_of(document)
    _enter_values(block, tuple(tuple([_cell(value, epoch) for value in row]) for row in data))
    _let_numbers_be_numbers(document, block, data)
    grammar = None
    for at, texts in _runs(data, _is_formula):
        grammar = grammar or book.grammar
        enter_formulas(_part(block, at, len(texts)), tuple((grammar.from_excel(text),) for text in texts))
    for kind, standard in ((datetime, _DATE), (bool, LOGICAL)):
        for at, values in _runs(data, lambda value, kind=kind: isinstance(value, kind)):  # type: ignore[misc]
            form = _DATETIME if any(isinstance(v, datetime) and v.time() != v.min.time() for v in values) else standard
            _show_as(document, _part(block, at, len(values)), form)


def fill_formula(book: "Book", block: Any, formula: str, shape: tuple[int, int]) -> None:
    """Enter a formula of Excel's into all cells of a block; relative references go by the first cell.

    Raises ValueError for several cells where it is no formula.
    """
    from openpyxl.formula.translate import Translator  # late: only few fill formulas

    grammar, where = book.grammar, block.RangeAddress
    if shape == (1, 1):
        enter_formulas(block, ((grammar.from_excel(formula),),))
        return
    try:
        of_first = Translator(formula, address(where.StartRow, where.StartColumn))
    except Exception as error:  # of many kinds
        raise ValueError(f"no formula: {formula}") from error

    def entered(down: int, across: int) -> str:
        return grammar.from_excel(of_first.translate_formula(row_delta=down, col_delta=across))

    enter_formulas(block, tuple(tuple(entered(row, column) for column in range(shape[1])) for row in range(shape[0])))


def _let_numbers_be_numbers(document: Any, block: Any, data: Sequence[Sequence[Any]]) -> None:
    """Take the format of truth values from cells that hold a number now."""
    if not any(_is_number(value) for row in data for value in row):
        return
    for kind, cells, areas in kinds(document, block):
        if kind & LOGICAL and any(_is_number(data[row][column]) for row, column in places(areas)):
            cells.NumberFormat = _GENERAL


def enter_formulas(block: Any, rows: Rows) -> None:
    """Enter LibreOffice's formulas, or what is taken as if it were typed, into a block of cells; their notes stay."""

    def whole(part: Any, some: Rows) -> None:
        part.setFormulaArray(some)

    def one(cell: Any, text: str) -> None:
        cell.setFormula(text)

    _enter(block, rows, whole, one)


def _enter_values(block: Any, rows: Rows) -> None:
    """Enter numbers and texts as they are into a block of cells; their notes stay."""

    def whole(part: Any, some: Rows) -> None:
        part.setDataArray(some)

    def one(cell: Any, value: str | float) -> None:
        if isinstance(value, str):
            cell.setString(value)
        else:
            cell.setValue(value)

    _enter(block, rows, whole, one)


def _enter(block: Any, rows: Rows, whole: Callable[[Any, Rows], None], one: Callable[[Any, Any], None]) -> None:
    """Enter rows at once by `whole`, which deletes notes; rows that have some cell by cell, by `one`."""
    top = block.RangeAddress.StartRow
    areas = block.queryContentCells(_NOTES).getRangeAddresses()
    noted = {row - top for area in areas for row in range(area.StartRow, area.EndRow + 1)}
    for has_notes, group in groupby(range(len(rows)), noted.__contains__):
        numbers = list(group)
        if not has_notes:
            part = block.getCellRangeByPosition(0, numbers[0], len(rows[0]) - 1, numbers[-1])
            whole(part, rows[numbers[0] : numbers[-1] + 1])
            continue
        for row in numbers:
            for column, value in enumerate(rows[row]):
                one(block.getCellByPosition(column, row), value)


def _is_formula(value: Any) -> bool:
    return isinstance(value, str) and len(value) > 1 and value.startswith("=")


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _cell(value: Any, epoch: datetime) -> Any:
    if isinstance(value, str):
        return _BLANK if _is_formula(value) else value.removeprefix("'")
    if isinstance(value, datetime):
        return (value - epoch) / timedelta(days=1)
    return _BLANK if value is None else float(value)


def _runs(data: Sequence[Sequence[Any]], wanted: Callable[[Any], bool]) -> Iterator[tuple[tuple[int, int], list[Any]]]:
    """Yield the wanted values that stand below one another, with the place of the first."""
    for column in range(len(data[0])):
        run: list[Any] = []
        for row in range(len(data) + 1):
            if row < len(data) and wanted(data[row][column]):
                run.append(data[row][column])
            elif run:
                yield (row - len(run), column), run
                run = []


def _part(block: Any, at: tuple[int, int], height: int) -> Any:
    row, column = at
    return block.getCellRangeByPosition(column, row, column, row + height - 1)


def _show_as(document: Any, block: Any, standard: int) -> None:
    """Give the cells whose format doesn't show such a value the standard format for it."""
    formats = document.NumberFormats
    key = formats.getStandardFormat(standard, struct("lang.Locale"))
    groups = block.getUniqueCellFormatRanges()
    for number in range(groups.Count):
        group = groups.getByIndex(number)
        if not formats.getByKey(group.NumberFormat).Type & (standard & MOMENTS or LOGICAL):
            group.NumberFormat = key
