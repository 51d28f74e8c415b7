"""The manual's examples of worksheet functions, through the add-in's VBA to Python and back into the cells."""

import re
from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

import pytest
from pyopenvba.interpreter import EMPTY, MISSING, VBAArray, VBADate, VBAErrorValue, VBAInt, method

import udfs.excel
from tests.addin.excel.desk import Desk, Server, array, plain
from udfs.catalogue import Example, function, functions
from udfs.columns import MISSING as LEFT_OUT
from udfs.examples import shown

EXAMPLES = [pytest.param(one, id=one.formula) for entry in functions() for one in entry.examples]
PLACE = re.compile(r'("[^"]*")|\b([A-Z]+\d+(?::[A-Z]+\d+)?)')
ERROR_BASE = -2146828288  # 0x800A0000: what COM makes of the number of CVErr


class Python(Server):
    """Not the stub: the functions themselves, with what COM and xlwings make of values on their way."""

    @method
    def CallUDF(  # noqa: N802
        self, module: str, name: str, arguments: VBAArray, book: object = MISSING, caller: object = MISSING
    ) -> object:
        if name == "hello":
            return "0.1.0"
        assert module == "udfs.excel"
        taken = function(name).arguments
        given = [
            (LEFT_OUT if argument.optional else None) if value is MISSING else received(plain(value))
            for argument, value in zip(taken, arguments.elements(), strict=True)
        ]
        rows: list[list[Any]] = getattr(udfs.excel, name)(*given)
        if len(rows) == 1:
            return (
                sent(rows[0][0])
                if len(rows[0]) == 1
                else VBAArray([(0, len(rows[0]) - 1)], items=[*map(sent, rows[0])])
            )
        return array(*([sent(cell) for cell in row] for row in rows))


def received(value: object) -> list[list[object]]:
    """Return rows of cells, which xlwings makes of every argument (ndim=2)."""
    rows = value if isinstance(value, list) else [[value]]
    return [[by_com(cell) for cell in row] for row in rows]


def by_com(cell: object) -> object:
    if cell is EMPTY:
        return None
    if isinstance(cell, VBAErrorValue):
        return ERROR_BASE + cell.number
    if isinstance(cell, VBADate):
        return cell.to_datetime()
    return float(cell) if isinstance(cell, VBAInt) else cell


def sent(cell: object) -> object:
    if isinstance(cell, date):
        moment = cell if isinstance(cell, datetime) else datetime.combine(cell, time())
        return VBADate.from_datetime(moment)
    return cell


def entered(example: Example, desk: Desk) -> object:
    """Return what the example's formula gives, with its cells on the sheet."""
    desk.fill({place: float(cell) if isinstance(cell, int) else cell for place, cell in example.cells.items()})
    by_range: Callable[[re.Match[str]], str] = lambda found: found[1] or f'Range("{found[2]}")'  # noqa: E731
    return desk.app.evaluate(PLACE.sub(by_range, example.formula.removeprefix("=")))


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_gives_in_the_cell_what_the_manual_shows(example: Example) -> None:
    result = entered(example, Desk([Python()]))
    rows = result if isinstance(result, list) else [[result]]
    rows = [row if isinstance(row, list) else [row] for row in rows]
    assert " / ".join("、".join(shown(cell) for cell in row) for row in rows) == example.result


def test_an_error_in_a_cell_comes_back_as_the_same_error() -> None:
    desk = Desk([Python()])
    desk.run_line('Range("F5").Value = CVErr(2007)')
    assert desk.run("COMPLETION_RATE", desk.range("F5"), 5.0) == VBAErrorValue(2007)


def test_a_date_cell_goes_and_comes_as_a_date() -> None:
    desk = Desk([Python()])
    desk.run_line('Range("F5").Value = DateSerial(2026, 6, 1)')
    assert desk.run("APPROVAL_DEADLINE", desk.range("F5"), 5.0) == datetime(2026, 6, 8)
