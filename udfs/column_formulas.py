"""The worksheet functions that look at whole columns: ranks, shares of a sum, the rate of a total."""

from collections.abc import Callable, Mapping, Sequence

from udfs.arguments import Fault, Measured
from udfs.columns import Block
from udfs.progress import completion_rate
from udfs.ranking import ranks_among
from udfs.totals import total, total_rate
from udfs.units_of_rows import in_one_unit
from udfs.values.cells import CellError

Read = float | Measured | CellError | Fault | None
Figures = Block[Read]
Results = list[float | int | Fault | CellError | None]
"""One for each cell of the first argument, or one for all: what is wrong, or the total."""


def ranks(figures: Figures, among: Figures | None) -> Results:
    """Return each figure's rank among the others that can be read, or what is wrong with it."""
    others = figures if among is None else among
    known = [*_known(others), *_known(figures)]
    if differing := in_one_unit(known, "数值"):
        return [differing]
    values = ranks_among([_number(cell) for cell in figures.cells], [_number(cell) for cell in others.cells])
    return [_unreadable(cell) or rank for cell, rank in zip(figures.cells, values, strict=True)]


def shares_of_sum(parts: Figures) -> Results:
    """Return each part's share of the sum of all, in percent; a cell that can't be read leaves the sum unknown."""
    if len(parts.cells) == 1:
        return [Fault("请填总量，或选整列")]
    if found := _first_unreadable(parts.cells) or in_one_unit(_known(parts), "部分"):
        return [found]
    values = [_number(cell) for cell in parts.cells]
    whole = total(values)
    return [completion_rate(value, whole) for value in values]


def rate_of_total(done: Figures, plan: Figures) -> Results:
    """Return Σ done ÷ Σ plan in percent over the rows that have both."""
    if (done.rows, done.columns) != (plan.rows, plan.columns):
        sizes = [f"{title}{each.rows}行{each.columns}列" for title, each in (("完成投资", done), ("年度计划", plan))]
        return [Fault(f"大小不同：{'，'.join(sizes)}")]
    if found := _first_unreadable([*done.cells, *plan.cells]):
        return [found]
    if found := in_one_unit([*_known(done), *_known(plan)], "投资"):
        return [found]
    return [total_rate([_number(cell) for cell in done.cells], [_number(cell) for cell in plan.cells])]


def _known(figures: Figures) -> list[float | Measured]:
    return [cell for cell in figures.cells if isinstance(cell, float | Measured)]


def _number(cell: Read) -> float | None:
    return cell.value if isinstance(cell, Measured) else cell if isinstance(cell, float) else None


def _unreadable(cell: Read) -> Fault | CellError | None:
    return cell if isinstance(cell, Fault | CellError) else None


def _first_unreadable(cells: Sequence[Read]) -> Fault | CellError | None:
    return next((cell for cell in cells if isinstance(cell, Fault | CellError)), None)


def _ranks(read: Mapping[str, Figures | None]) -> Results | None:
    return ranks(figures, read["among"]) if (figures := read["figures"]) else None


def _shares(read: Mapping[str, Figures | None]) -> Results | None:
    return shares_of_sum(parts) if (parts := read["part"]) and read["whole"] is None else None


def _rate_of_total(read: Mapping[str, Figures | None]) -> Results | None:
    return rate_of_total(done, plan) if (done := read["done"]) and (plan := read["plan"]) else None


COLUMN_FORMULAS: dict[str, Callable[[Mapping[str, Figures | None]], Results | None]] = {
    "RANK_TIES": _ranks,
    "SHARE": _shares,
    "TOTAL_RATE": _rate_of_total,
}
"""By English name, called with the arguments by name; None where the function goes row by row this time."""
