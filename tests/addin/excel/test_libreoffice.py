"""LibreOffice, with a VBA compiler of its own, compiles every module of the add-in's twin and runs its functions."""

from pathlib import Path

import pytest

from addin.excel.build import twin
from addin.excel.modules import modules
from addin.ribbon import tab
from tests.libreoffice_vba import call, run_functions
from udfs.catalogue import functions

NO_PYTHON = "督导未启动"


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("twin") / "dudao.xlsm"
    path.write_bytes(twin())
    return path


@pytest.mark.parametrize("module", [module.name for module in modules(tab())])
def test_every_module_is_compiled_and_runs(workbook: Path, module: str) -> None:
    assert call(workbook, f"{module}.Canary") == module


def test_every_function_under_both_names_says_in_its_cell_that_there_is_no_python(workbook: Path) -> None:
    calls = [
        f"={name}({','.join('A1' for _ in function.arguments)})"  # its VBA can't pass on an argument left out
        for function in functions()
        for name in (function.name, function.alias)
    ]
    formulas = {f"D{row}": formula for row, formula in enumerate(calls, start=1)}
    assert set(run_functions(workbook, {"A1": 629.0, **formulas}).values()) == {NO_PYTHON}


def test_ranges_and_whole_columns_are_taken(workbook: Path) -> None:
    cells = {
        "A1": 629.0,
        "B1": 647.4,
        "D1": "=COMPLETION_RATE(A1:A2,B1:B2)",
        "D2": "=COMPLETION_RATE(A:A,B:B)",
        "D3": "=COMPLETION_RATE({629;630},647.4)",
    }
    assert set(run_functions(workbook, cells).values()) == {NO_PYTHON}


def test_without_arguments_a_function_asks_which_cell_calls_which_libreoffice_does_not_tell(workbook: Path) -> None:
    assert run_functions(workbook, {"D1": "=COMPLETION_RATE()"}) == {"D1": "Error 2015"}
