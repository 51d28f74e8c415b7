"""What cells hold, as xlwings hands it over: floats, texts, truth values, datetimes, errors, None.

LibreOffice hands over numbers and texts alone: what a number means, a date or a truth value, its format tells.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

from workbooks.grid import Area

MOMENTS, LOGICAL = 6, 1024
"""com.sun.star.util.NumberFormat: DATE | TIME, and LOGICAL."""

_ERROR_RESULT = 4  # com.sun.star.sheet.FormulaResult
_ERRORS = {
    521: "#NULL!", 532: "#DIV/0!", 519: "#VALUE!", 524: "#REF!", 525: "#NAME?", 503: "#NUM!", 520: "#N/A", 523: "#N/A",
    32767: "#N/A",
}  # fmt: skip
"""LibreOffice's errors by the words that it writes into Excel's files, which are not always those of Excel itself."""

_OTHER_ERROR = "#VALUE!"
_DAY = 86_400_000  # milliseconds

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


def read(document: Any, block: Any) -> Matrix:
    """Return the values of a block of cells. A date beyond all calendars stays a number; blanks are None or ""."""
    rows = [list(row) for row in block.getDataArray()]
    epoch = epoch_of(document)
    for kind, _, areas in kinds(document, block):
        if kind & MOMENTS:
            for row, column in places(areas):
                rows[row][column] = _moment(rows[row][column], epoch)
        elif kind & LOGICAL:
            for row, column in places(areas):
                if rows[row][column].__class__ is float:
                    rows[row][column] = bool(rows[row][column])
    for row, column in places(_within(block, block.queryFormulaCells(_ERROR_RESULT))):
        code = block.getCellByPosition(column, row).getError()
        rows[row][column] = ErrorValue(_ERRORS.get(code, _OTHER_ERROR))
    return rows


def epoch_of(document: Any) -> datetime:
    """Return the day from which the document counts its days."""
    null = document.NullDate
    return datetime(null.Year, null.Month, null.Day)


def _moment(value: Any, epoch: datetime) -> Any:
    if value.__class__ is not float:
        return value
    try:
        return epoch + timedelta(milliseconds=round(value * _DAY))
    except OverflowError:
        return value


def kinds(document: Any, block: Any) -> Iterator[tuple[int, Any, list[Area]]]:
    """Yield the kinds of number formats of a block that give numbers a meaning, each with its cells and their areas.

    Areas are counted from the block's first cell.
    """
    groups = block.getUniqueCellFormatRanges()
    formats = document.NumberFormats
    for number in range(groups.Count):
        group = groups.getByIndex(number)
        kind = formats.getByKey(group.NumberFormat).Type
        if kind & (MOMENTS | LOGICAL):
            yield kind, group, _within(block, group)


def _within(block: Any, ranges: Any) -> list[Area]:
    """Return the areas of ranges, counted from the block's first cell."""
    where = block.RangeAddress
    top, left = where.StartRow, where.StartColumn
    return [
        Area(one.StartRow - top, one.StartColumn - left, one.EndRow - top, one.EndColumn - left)
        for one in ranges.getRangeAddresses()
    ]


def places(areas: Sequence[Area]) -> Iterator[tuple[int, int]]:
    """Yield the cells of areas."""
    for area in areas:
        for row in range(area.top, area.bottom + 1):
            for column in range(area.left, area.right + 1):
                yield row, column
