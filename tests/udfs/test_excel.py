"""The functions as xlwings serves them to Excel."""

import ast
import inspect
import logging
import subprocess
import sys
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import udfs
from udfs import excel
from udfs.catalogue import functions
from udfs.columns import MISSING
from udfs.values.cells import CellError

ERRORS = {
    -2146826281: "#DIV/0!",
    -2146826246: "#N/A",
    -2146826259: "#NAME?",
    -2146826288: "#NULL!",
    -2146826252: "#NUM!",
    -2146826265: "#REF!",
    -2146826273: "#VALUE!",
    -2146826243: "#SPILL!",
    -2146826238: "#CALC!",
}
"""The codes as xlwings 0.37.8 lists them (_xlwindows.cell_errors), and two that came with dynamic arrays."""


def served(name: str) -> Any:
    """Return the function that VBA calls."""
    return getattr(excel, name)


def test_every_function_of_the_catalogue_is_served() -> None:
    for entry in functions():
        function = served(entry.name)
        parameters = inspect.signature(function).parameters
        assert function.__name__ == entry.name and function.__doc__ == entry.help
        assert list(parameters) == [argument.name for argument in entry.arguments]
        assert [parameter.default is MISSING for parameter in parameters.values()] == [
            argument.optional for argument in entry.arguments
        ]


def test_a_column_comes_and_goes_as_rows() -> None:
    assert excel.__dict__["COMPLETION_RATE"]([[50.0], [None]], [[200.0], [5.0]]) == [[25.0], [""]]
    assert served("COMPLETION_RATE")(((50.0,), ("",)), ((200.0,), (5.0,))) == [[25.0], [""]]


def test_arguments_left_out_are_left_out() -> None:
    assert served("SHORTFALL")([[350.0]], [[1000.0]], MISSING) == [[650.0]]
    assert served("COMPLETION_RATE")() == [["请填参数；不填参数只能用在台账的项目行里"]]
    assert served("START_RATE")() == [["缺少参数：已开工、项目数"]]


@pytest.mark.parametrize(("number", "code"), ERRORS.items())
def test_an_error_comes_as_a_whole_number_and_goes_as_its_text(number: int, code: str) -> None:
    assert served("COMPLETION_RATE")([[number]], [[200.0]]) == [[code]]


def test_the_same_number_as_a_figure_is_a_figure() -> None:
    assert served("COMPLETION_RATE")([[-2146826281.0]], [[100.0]]) == [[-2146826281.0]]
    assert served("COMPLETION_RATE")([[50]], [[200]]) == [[25.0]]


def test_cells_formatted_as_currency_and_dates_of_com_are_read() -> None:
    assert served("COMPLETION_RATE")([[Decimal("50.5")]], [[Decimal(202)]]) == [[25.0]]
    moment = datetime(2026, 6, 20, tzinfo=UTC)
    assert served("OVERDUE_DAYS")([[moment]], MISSING, [[datetime(2026, 6, 30)]]) == [[10]]


def test_a_deadline_goes_as_a_date() -> None:
    assert served("APPROVAL_DEADLINE")([["2026-9-21"]], [[10.0]]) == [[date(2026, 10, 12)]]


def test_a_failure_of_ours_is_one_short_text_and_stands_in_the_log(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def failing(*_: object) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr(excel, "calculate", failing)
    with caplog.at_level(logging.ERROR):
        assert served("LIGHT")([[1.0]], [[2.0]]) == [["没有算出，请查看日志"]]
    assert "LIGHT failed" in caplog.text and "broken" in caplog.text


@given(st.recursive(st.none() | st.integers() | st.floats() | st.text() | st.builds(object), st.lists, max_leaves=9))
def test_it_never_raises(argument: object) -> None:
    for entry in functions():
        for row in served(entry.name)(*[argument] * len(entry.arguments)):
            for cell in row:
                assert isinstance(cell, float | int | str | date) and not isinstance(cell, CellError)


def test_xlwings_is_imported_by_this_module_alone() -> None:
    package = Path(udfs.__file__).parent
    importing = [
        path.name
        for path in package.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if (isinstance(node, ast.Import) and any(name.name.startswith("xlwings") for name in node.names))
        or (isinstance(node, ast.ImportFrom) and (node.module or "").startswith("xlwings"))
    ]
    assert importing == ["excel.py"]


_ON_WINDOWS = """
import sys, types
for name in ("pythoncom", "pywintypes", "win32com", "win32com.client"):
    sys.modules[name] = types.ModuleType(name)  # what xlwings' decorators import and don't use
sys.modules["pythoncom"].CoInitialize = lambda: None
sys.modules["win32com.client"].Dispatch = None
import xlwings, xlwings.udfs
xlwings.func, xlwings.arg = xlwings.udfs.xlfunc, xlwings.udfs.xlarg
from udfs import excel
from udfs.catalogue import functions
from udfs.columns import MISSING
for entry in functions():
    served = getattr(excel, entry.name).__xlfunc__
    assert (served["name"], served["category"], served["ret"]["doc"]) == (entry.name, entry.category, entry.help)
    assert served["volatile"] is False and served["async_mode"] is None and served["ret"]["options"] == {}
    for argument, given in zip(entry.arguments, served["args"], strict=True):
        assert (given["name"], given["doc"], given["vararg"]) == (argument.name, argument.help, False)
        assert given["options"] == {"ndim": 2, "err_to_str": True}
        assert argument.optional == ("optional" in given) and given.get("optional", MISSING) is MISSING
print(len(functions()))
"""


def test_xlwings_own_decorators_for_windows_take_every_function() -> None:
    ran = subprocess.run([sys.executable, "-c", _ON_WINDOWS], capture_output=True, text=True, check=False)
    assert (ran.stdout.strip(), ran.stderr) == (str(len(functions())), "")
