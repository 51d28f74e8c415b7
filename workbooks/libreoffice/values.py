"""What cells hold, as xlwings hands it over and takes it: floats, texts, truth values, datetimes, errors, None.

LibreOffice hands over numbers and texts alone: what a number means, a date or a truth value, its format tells. It never
reads meaning into a text that is written, as Excel does: "001" and "2026-1-1" stay texts, only formulas are formulas.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from workbooks.grid import Area
from workbooks.libreoffice.formulas import grammar_of
from workbooks.libreoffice.uno_words import struct

_DATE, _DATETIME, _MOMENTS, _LOGICAL = 2, 6, 6, 1024  # com.sun.star.util.NumberFormat; times are among the moments
_ERROR_RESULT = 4  # com.sun.star.sheet.FormulaResult
_ERRORS = {521: "#NULL!", 532: "#DIV/0!", 519: "#VALUE!", 524: "#REF!", 525: "#NAME?", 503: "#NUM!", 32767: "#N/A"}
_OTHER_ERROR = "#VALUE!"
_DAY = 86_400_000  # milliseconds
_BLANK = ""  # LibreOffice would take None for the error #N/A

Matrix = list[list[Any]]


class ErrorValue(str):
    """An error in a cell, by the word that Excel has for it."""

    __slots__ = ()


def cleaned(data: Matrix, dates: Callable[..., Any], empty: Any, numbers: Any, errors_as_text: bool) -> Matrix:
    """Return values that were read as xlwings' options ask for them."""

    def one(value: Any) -> Any:
        kind = value.__class__
        if kind is float:
            return numbers(value) if numbers else value
        if value is None or value == "":
            return empty
        if kind is ErrorValue:
            return str(value) if errors_as_text else None
        if kind is datetime and dates is not datetime:
            day = value
            return dates(
                year=day.year, month=day.month, day=day.day, hour=day.hour, minute=day.minute, second=day.second,
                microsecond=day.microsecond, tzinfo=None,
            )  # fmt: skip
        return value

    return [[one(value) for value in row] for row in data]


def prepared(value: Any, date_format: str | None) -> Any:
    """Return a value to write as a range takes it. A number that is none (NaN, NaT) is a blank."""
    if hasattr(value, "item") and not isinstance(value, (str, bytes)):  # of NumPy
        value = value.item()
    if value is None or value != value:
        return None
    if isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, datetime):
        return value.replace(tzinfo=None)
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day)
    raise TypeError(f"LibreOffice: no cell holds a {type(value).__name__}")


def read(document: Any, block: Any) -> Matrix:
    """Return the values of a block of cells. A date beyond all calendars stays a number; blanks are None or ""."""
    rows = [list(row) for row in block.getDataArray()]
    epoch = _epoch(document)
    for kind, areas in _kinds(document, block):
        if kind & _MOMENTS:
            for row, column in _places(areas):
                rows[row][column] = _moment(rows[row][column], epoch)
        elif kind & _LOGICAL:
            for row, column in _places(areas):
                if rows[row][column].__class__ is float:
                    rows[row][column] = bool(rows[row][column])
    for row, column in _places(_within(block, block.queryFormulaCells(_ERROR_RESULT))):
        code = block.getCellByPosition(column, row).getError()
        rows[row][column] = ErrorValue(_ERRORS.get(code, _OTHER_ERROR))
    return rows


def write(document: Any, block: Any, data: Any, shape: tuple[int, int]) -> None:
    """Write a matrix of the block's shape, or one value into all of its cells. A text after ' is taken as it stands."""
    if not isinstance(data, (list, tuple)):
        if _is_formula(data):
            fill_formula(document, block, data, shape)
            return
        data = [[data] * shape[1]] * shape[0]
    if (len(data), len(data[0])) != shape:
        raise ValueError(f"a block of {shape[0]} × {shape[1]} cells does not take {len(data)} × {len(data[0])} values")
    epoch = _epoch(document)
    block.setDataArray(tuple(tuple(_cell(value, epoch) for value in row) for row in data))
    for at, texts in _runs(data, _is_formula):
        grammar = grammar_of(document)
        _part(block, at, len(texts)).setFormulaArray(tuple((grammar.from_excel(text),) for text in texts))
    for kind, standard in ((datetime, _DATE), (bool, _LOGICAL)):
        for at, values in _runs(data, lambda value, kind=kind: isinstance(value, kind)):  # type: ignore[misc]
            form = _DATETIME if any(isinstance(v, datetime) and v.time() != v.min.time() for v in values) else standard
            _show_as(document, _part(block, at, len(values)), form)


def fill_formula(document: Any, block: Any, formula: str, shape: tuple[int, int]) -> None:
    """Enter a formula of Excel's into all cells of a block; relative references go by the first cell."""
    parser = document.createInstance("com.sun.star.sheet.FormulaParser")
    parser.CompileEnglish, parser.FormulaConvention = True, 1  # com.sun.star.sheet.AddressConvention.XL_A1
    where = block.RangeAddress
    at = struct("table.CellAddress", where.Sheet, where.StartColumn, where.StartRow)
    tokens = parser.parseFormula(formula.removeprefix("="), at)
    for row in range(shape[0]):
        for column in range(shape[1]):
            block.getCellByPosition(column, row).setTokens(tokens)


def _epoch(document: Any) -> datetime:
    null = document.NullDate
    return datetime(null.Year, null.Month, null.Day)


def _moment(value: Any, epoch: datetime) -> Any:
    if value.__class__ is not float:
        return value
    try:
        return epoch + timedelta(milliseconds=round(value * _DAY))
    except OverflowError:
        return value


def _kinds(document: Any, block: Any) -> Iterator[tuple[int, list[Area]]]:
    """Yield the kinds of number formats in a block, each with the areas that have it."""
    groups = block.getUniqueCellFormatRanges()
    formats = document.NumberFormats
    for number in range(groups.Count):
        group = groups.getByIndex(number)
        kind = formats.getByKey(group.NumberFormat).Type
        if kind & (_MOMENTS | _LOGICAL):
            yield kind, _within(block, group)


def _within(block: Any, ranges: Any) -> list[Area]:
    """Return the areas of ranges, counted from the block's first cell."""
    where = block.RangeAddress
    top, left = where.StartRow, where.StartColumn
    return [
        Area(one.StartRow - top, one.StartColumn - left, one.EndRow - top, one.EndColumn - left)
        for one in ranges.getRangeAddresses()
    ]


def _places(areas: Sequence[Area]) -> Iterator[tuple[int, int]]:
    for area in areas:
        for row in range(area.top, area.bottom + 1):
            for column in range(area.left, area.right + 1):
                yield row, column


def _is_formula(value: Any) -> bool:
    return isinstance(value, str) and len(value) > 1 and value.startswith("=")


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
        if not formats.getByKey(group.NumberFormat).Type & (standard & _MOMENTS or _LOGICAL):
            group.NumberFormat = key
