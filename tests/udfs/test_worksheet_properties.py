"""What holds for every worksheet function, whatever the cells."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from math import isfinite
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from udfs.catalogue import WHOLE, Function, functions
from udfs.values.cells import CellError
from udfs.worksheet import MISSING, calculate

TODAY = date(2026, 7, 15)
OVER_COLUMNS = ("RANK_TIES", "TOTAL_RATE")
BY_ROW = [entry for entry in functions() if entry.name not in OVER_COLUMNS]

NUMBERS = st.floats(-1e6, 1e6) | st.sampled_from([0.0, 20.0, 100.0, 46203.0])
TEXTS = st.sampled_from(
    [
        *("3亿元", "约300", "1,234.5", "1.5-2亿", "300万美元", "5公顷", "33个", "97.16%", "暂定", "—", " ", ""),
        *(
            "2026-6-30",
            "2026年3月",
            "6月底",
            "36个月",
            "已开工",
            "未开工",
            "20个工作日",
            "20天",
            "半月",
            "万元",
            "#N/A",
        ),
    ]
)
ERRORS = st.sampled_from([CellError("#DIV/0!"), CellError("#N/A")])
DATES = st.datetimes(datetime(1990, 1, 1), datetime(2040, 12, 31))
CELLS = st.none() | NUMBERS | TEXTS | ERRORS | DATES
GARBAGE = (
    CELLS
    | st.text(max_size=30)
    | st.floats()
    | st.integers()
    | st.booleans()
    | st.datetimes()
    | st.builds(time)
    | st.builds(timedelta, seconds=st.integers(-(10**9), 10**9))
)


def calls(cells: st.SearchStrategy[Any], entries: list[Function]) -> st.SearchStrategy[tuple[Function, list[Any]]]:
    """Return calls of functions: each argument a cell, a column of four, or left out where it may be."""

    def arguments(entry: Function) -> st.SearchStrategy[tuple[Function, list[Any]]]:
        column = st.lists(cells, min_size=4, max_size=4)
        each = [
            cells | column | (st.just(MISSING) if argument.optional and not argument.with_others else st.nothing())
            for argument in entry.arguments
        ]
        return st.tuples(st.just(entry), st.tuples(*each).map(list))

    return st.sampled_from(entries).flatmap(arguments)


def row_of(entry: Function, given: list[Any], row: int) -> list[Any]:
    """Return the arguments with which one row of a column is calculated alone."""
    return [
        value if argument.kind in WHOLE or not isinstance(value, list) else value[row]
        for argument, value in zip(entry.arguments, given, strict=True)
    ]


def is_column_share(entry: Function, given: list[Any]) -> bool:
    """Return whether it is a share of its own column's sum, in which a row is nothing by itself."""
    return entry.name == "SHARE" and given[1] is MISSING


@given(calls(CELLS, BY_ROW))
def test_a_column_is_its_cells_one_by_one(call: tuple[Function, list[Any]]) -> None:
    entry, given = call
    results = calculate(entry.name, *given, today=TODAY)
    if is_column_share(entry, given):
        return
    for row, [result] in enumerate(results):
        [[alone]] = calculate(entry.name, *row_of(entry, given, row), today=TODAY)
        assert result == alone and type(result) is type(alone)


@given(st.lists(CELLS, min_size=2, max_size=8))
def test_a_column_of_ranks_is_each_figure_ranked_among_all(figures: list[Any]) -> None:
    ranks = calculate("RANK_TIES", figures)
    for figure, [rank] in zip(figures, ranks * (len(figures) if len(ranks) == 1 else 1), strict=True):
        assert [[rank]] == calculate("RANK_TIES", figure, figures)


@given(calls(GARBAGE, list(functions())))
def test_whatever_is_in_the_cells_the_answer_is_a_cell(call: tuple[Function, list[Any]]) -> None:
    entry, given = call
    for row in calculate(entry.name, *given, today=TODAY):
        for cell in row:
            assert isinstance(cell, float | int | str | date | CellError)
            assert not isinstance(cell, float) or isfinite(cell)
            assert not isinstance(cell, str) or (len(cell) < 300 and "\n" not in cell and "Traceback" not in cell)


@given(calls(CELLS, BY_ROW), st.data())
def test_an_error_in_any_row_argument_is_that_row_s_result(
    call: tuple[Function, list[Any]], data: st.DataObject
) -> None:
    entry, given = call
    broken = data.draw(st.integers(0, len(given) - 1))
    if entry.arguments[broken].kind in WHOLE or is_column_share(entry, given):
        return
    alone = [CellError("#N/A") if index == broken else value for index, value in enumerate(row_of(entry, given, 0))]
    [[result]] = calculate(entry.name, *alone, today=TODAY)
    whole = [value for argument, value in zip(entry.arguments, alone, strict=True) if argument.kind in WHOLE]
    assert isinstance(result, CellError) or any(value is not MISSING for value in whole)


@given(calls(CELLS, BY_ROW))
def test_a_blank_that_decides_leaves_a_blank_or_says_what_else_is_wrong(call: tuple[Function, list[Any]]) -> None:
    entry, given = call
    decisive = [index for index, each in enumerate(entry.arguments) if not each.may_be_blank]
    alone = row_of(entry, given, 0)
    for index in decisive:
        blanked = [None if at == index else value for at, value in enumerate(alone)]
        if is_column_share(entry, blanked):
            continue
        [[result]] = calculate(entry.name, *blanked, today=TODAY)
        assert isinstance(result, str | CellError), "no figure comes of a blank"


def _scaled(factor: float) -> Callable[[float], float]:
    return lambda value: value * factor


@given(st.lists(st.floats(0.01, 1e6), min_size=1, max_size=6), st.floats(0.01, 1e6), st.sampled_from([2.0, 1024.0]))
def test_rates_do_not_hang_on_the_unit(done: list[float], plan: float, factor: float) -> None:
    scale = _scaled(factor)
    assert calculate("完成率", list(map(scale, done)), scale(plan)) == calculate("完成率", done, plan)


@given(st.lists(st.floats(0, 1e6), min_size=2, max_size=20).filter(any))
def test_shares_of_a_column_come_to_a_hundred(parts: list[float]) -> None:
    shares = [cell for [cell] in calculate("占比", parts)]
    assert abs(sum(share for share in shares if isinstance(share, float)) - 100) < 1e-6
