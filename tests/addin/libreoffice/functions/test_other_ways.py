"""The functions where no cell calls them: LibreOffice's list of functions, other programs, conditional formats."""

from typing import Any

import pytest

from tests.addin.libreoffice.functions.conftest import Page
from udfs.catalogue import functions
from workbooks.libreoffice.office import Office


def test_the_wizard_lists_every_function_with_its_help_and_arguments(installed: Office) -> None:
    listed = installed.service("sheet.FunctionDescriptions")
    described: dict[str, dict[str, Any]] = {}
    for index in range(listed.getCount()):
        each = {value.Name: value.Value for value in listed.getByIndex(index)}
        described[each["Name"]] = each
    for function in functions():
        for name in (function.name, function.alias):
            told = described[name]
            assert told["Description"][:8] == function.help[:8] and "Ctrl+Alt+F9" not in told["Description"]
            assert [argument.Name for argument in told["Arguments"]] == [each.title for each in function.arguments]
            assert all(argument.IsOptional for argument in told["Arguments"])


@pytest.mark.parametrize("name", ["COMPLETION_RATE", "完成率", "DUDAO.FUNCTIONS.COMPLETION_RATE"])
def test_another_program_can_call_a_function_with_bare_values(installed: Office, name: str) -> None:
    access = installed.service("sheet.FunctionAccess")
    assert access.callFunction(name, (50.0, 200.0)) == ((25.0,),)
    assert access.callFunction(name, (0.0, 200.0)) == ((0.0,),)
    assert access.callFunction("PROGRESS_GAP", (0.5, 0.25)) == ((0.25,),)


def test_without_cells_there_is_no_own_row(installed: Office) -> None:
    ((told,),) = installed.service("sheet.FunctionAccess").callFunction("完成率", ())
    assert told == "看不出是哪一行，请填参数，如 完成率(F5;E5)"


def test_more_arguments_than_there_are_make_libreoffices_own_error(page: Page) -> None:
    assert page.result("=完成率(1,2,3)") == "Err:504"


def test_nothing_that_was_opened_is_held_when_it_is_closed(installed: Office, page: Page) -> None:
    page.put(E1=1000)
    assert page.result("=完成率(F1,E1)") == ""
    count = len(installed.documents())
    for _ in range(3):
        other = installed.desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, ())
        cell = other.getSheets().getByIndex(0).getCellRangeByName("A1").getCellByPosition(0, 0)
        cell.setFormula("=完成率(F1;1000)")
        assert cell.getString() == ""
        other.close(True)
    assert len(installed.documents()) == count
    page.put(F1=500)
    assert page.shown("Z99") == 50
