"""LibreOffice, which has a VBA compiler of its own, compiles and runs what we write: a canary from each module."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.addin.excel.vba.examples import MODULES, PROJECT, macro_workbook
from tests.libreoffice_vba import MacroError, call, run_functions

CANARIES = {
    "D1": "=FIRST_CANARY()",
    "D2": "=BOOK_CANARY()",
    "D3": "=SHEET_CANARY()",
    "D4": "=CLASS_CANARY()",
    "D5": "=完成率(A1,B1)",
    "D6": "=亮灯()",
}


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return macro_workbook(PROJECT, tmp_path_factory.mktemp("vba") / "台账.xlsm")


def test_formulas_run_each_module_by_english_and_chinese_names(workbook: Path) -> None:
    results = run_functions(workbook, {"A1": 97, "B1": 200, **CANARIES, "D7": "=NO_SUCH_FUNCTION()", "E1:F2": "=A1:B2"})
    assert results == {
        "D1": 11,
        "D2": 12,
        "D3": 13,
        "D4": 14,
        "D5": 48.5,
        "D6": "■ 严重滞后",
        "D7": "#NAME?",
        "E1:F2": [[97, 200], [0, 0]],
    }


def test_functions_are_called_by_module_and_name(workbook: Path) -> None:
    assert call(workbook, "Aliases.完成率", 1.0, 4.0) == 25
    assert call(workbook, "ThisWorkbook.Canary") == 12
    with pytest.raises(MacroError, match="could not be found"):
        call(workbook, "Aliases.NoSuch")


def test_the_canaries_are_silent_when_any_module_has_a_syntax_error(workbook: Path, tmp_path: Path) -> None:
    """So that they are known to tell: the fault is in a module that none of them is in."""
    wrong = replace(MODULES[3], source=MODULES[3].source + "Function 坏(\nEnd Function\n")
    broken = macro_workbook(replace(PROJECT, modules=(*MODULES[:3], wrong, MODULES[4])), tmp_path / "broken.xlsm")
    assert run_functions(broken, CANARIES)["D1"] == 0
