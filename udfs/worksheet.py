"""The worksheet functions over cells, scalars and whole columns alike, for every host.

`calculate` reads each argument as `functions.toml` declares it, brings columns to one shape, and answers row by row:
blanks stay blank (""), an Excel error passes through, what can't be read is said in short Chinese.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from math import isfinite
from typing import Any

from udfs import arguments
from udfs.arguments import Fault, Measured
from udfs.catalogue import WHOLE, Argument, Function, Kind, function
from udfs.column_formulas import COLUMN_FORMULAS
from udfs.columns import MISSING, Block, UnequalSizes, block, common_shape
from udfs.formulas import ROW_FORMULAS, Context, Result, RowFormula
from udfs.units_of_rows import in_one_unit
from udfs.values.cells import CellError
from udfs.workdays import Calendar, national

__all__ = ["FAILED", "MISSING", "Cell", "calculate"]

FAILED = "没有算出，请查看日志"
"""What a cell shows where a function failed, in whatever program."""

Cell = float | int | str | date | datetime | CellError

_READERS: dict[Kind, Callable[[Any, str], Any]] = {
    "amount": arguments.amount,
    "amounts": arguments.amount,
    "money": arguments.money,
    "percent": arguments.percent,
    "ranked": arguments.ranked,
    "date": arguments.day,
    "dates": arguments.days,
    "happened": arguments.happened,
    "days": arguments.workdays,
    "exemption": arguments.exemption,
    "basis": arguments.basis,
    "unit": arguments.unit,
}
_TOO_LARGE = Fault("数太大，算不出")


def calculate(name: str, *given: object, today: date | None = None) -> list[list[Cell]]:
    """Return a function's results as rows of cells, 1 × 1 where all arguments are single cells.

    Each argument is MISSING, a cell, or rows of cells; trailing ones may be left out. today: what 今天 means.
    KeyError for a function that there is not.
    """
    entry = function(name)
    try:
        return _calculated(entry, given, today or date.today())
    except _Refused as refused:
        return [[refused.cell]]


class _Refused(Exception):
    """The whole call has one answer: what is wrong with it."""

    def __init__(self, trouble: Fault | CellError) -> None:
        super().__init__(trouble)
        self.cell: Cell = trouble.text if isinstance(trouble, Fault) else trouble


def _calculated(entry: Function, given: Sequence[object], today: date) -> list[list[Cell]]:
    if len(given) > len(entry.arguments):
        raise _Refused(Fault(f"参数太多，最多{len(entry.arguments)}个"))
    given = [*given, *[MISSING] * (len(entry.arguments) - len(given))]
    _refuse_missing(entry, given)
    read = {
        argument.name: None if value is MISSING else _read(argument, value)
        for argument, value in zip(entry.arguments, given, strict=True)
    }
    if entry.name in COLUMN_FORMULAS and (results := COLUMN_FORMULAS[entry.name](read)) is not None:
        return _shown(read[entry.arguments[0].name], results)
    calendar = _calendar(entry, read)
    by_row = [(argument, read[argument.name]) for argument in entry.arguments if argument.kind not in WHOLE]
    return _by_row(ROW_FORMULAS[entry.name], Context(today, calendar), by_row)


def _refuse_missing(entry: Function, given: Sequence[object]) -> None:
    """Refuse a call without an argument that it can't do without; own-row functions need theirs once any is given."""
    if entry.own_row and all(value is MISSING for value in given):
        raise _Refused(Fault("请填参数；不填参数只能用在台账的项目行里"))
    missing = [
        argument.title
        for argument, value in zip(entry.arguments, given, strict=True)
        if value is MISSING and (argument.with_others or not argument.optional)
    ]
    if missing:
        raise _Refused(Fault(f"缺少参数：{'、'.join(missing)}"))


def _read(argument: Argument, value: object) -> Block[Any]:
    cells = block(value)
    read, title = _READERS[argument.kind], argument.title
    return cells.with_cells([read(cell, title) for cell in cells.cells])


def _shown(shape: Block[Any] | None, results: Sequence[Result]) -> list[list[Cell]]:
    cells = [_cell(result) for result in results]
    return shape.with_cells(cells).as_rows() if shape and len(cells) == len(shape.cells) else [cells]


def _calendar(entry: Function, read: dict[str, Block[Any] | None]) -> Calendar:
    """Return the calendar of working days with the days that the arguments add."""
    added: dict[str, list[date]] = {"holidays": [], "workdays": []}
    for argument in entry.arguments:
        own = read[argument.name]
        if argument.kind == "dates" and own is not None:
            for cell in filter(None, own.cells):
                if not isinstance(cell, list):
                    raise _Refused(cell)
                added[argument.name] += cell
    return national().with_days(added["holidays"], added["workdays"])


def _by_row(
    formula: RowFormula, context: Context, columns: Sequence[tuple[Argument, Block[Any] | None]]
) -> list[list[Cell]]:
    given = [(argument, cells) for argument, cells in columns if cells is not None]
    try:
        rows, width = common_shape([cells for _, cells in given])
    except UnequalSizes as unequal:
        sizes = zip([argument.title for argument, _ in given], unequal.sizes, strict=True)
        differing = [f"{title}{size}{unequal.along}" for title, size in sizes if size > 1]
        raise _Refused(Fault(f"{unequal.along}数不同：{'，'.join(differing)}")) from unequal
    size = rows * width
    spread = [[None] * size if cells is None else cells.spread(rows, width) for _, cells in columns]
    decisive = [
        index for index, (argument, cells) in enumerate(columns) if cells is not None and not argument.may_be_blank
    ]
    amounts = [index for index, (argument, _) in enumerate(columns) if argument.kind == "amount"]
    titles = [argument.title for argument, _ in columns]
    if all(_is_plain(spread[index]) for index, (_, cells) in enumerate(columns) if cells is not None):
        results = [_cell(formula(context, *row)) for row in zip(*spread, strict=True)]
    else:
        results = [
            _cell(_of_row(formula, context, row, decisive, amounts, titles)) for row in zip(*spread, strict=True)
        ]
    return Block(rows, width, results).as_rows()


_TROUBLE = frozenset((Fault, CellError, Measured, type(None)))


def _is_plain(cells: Sequence[object]) -> bool:
    return _TROUBLE.isdisjoint(map(type, cells))


def _of_row(
    formula: RowFormula,
    context: Context,
    row: tuple[Any, ...],
    decisive: Sequence[int],
    amounts: Sequence[int],
    titles: Sequence[str],
) -> Result:
    """Return the row's result: an error of a cell first, then what can't be read, then a blank."""
    for trouble in (CellError, Fault):
        for value in row:
            if type(value) is trouble:
                return value
    for index in decisive:
        if row[index] is None:
            return None
    if any(type(row[index]) is Measured for index in amounts):
        figures = [(row[index], titles[index]) for index in amounts if row[index] is not None]
        differing = in_one_unit([figure for figure, _ in figures], [title for _, title in figures])
        if differing:
            return differing
        row = tuple(value.value if type(value) is Measured else value for value in row)
    return formula(context, *row)


def _cell(result: Result) -> Cell:
    if type(result) is float:
        return result if isfinite(result) else _TOO_LARGE.text
    if result is None:
        return ""
    return result.text if isinstance(result, Fault) else result
