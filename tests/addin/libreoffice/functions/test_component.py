"""The component: it loads in an old Python, says what is to be done there, and never lets an exception out."""

import ast
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from addin.libreoffice import functions as room
from addin.libreoffice import identity as office
from addin.libreoffice.functions import identity
from workbooks.libreoffice.uno_words import NoUno, uno

SOURCE = Path(room.__file__).with_name("component.py").read_text(encoding="utf-8")


@pytest.fixture
def component(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return the component, with the interface that LibreOffice makes of our signatures."""
    try:
        uno()
    except NoUno as missing:
        pytest.skip(f"NOT TESTED: {missing}")
    signatures = ModuleType("dudao")
    signatures.XFunctions = type("XFunctions", (), {})  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "dudao", signatures)
    monkeypatch.setattr(sys, "path", [*sys.path])
    module = ModuleType("uno_component")
    module.__file__ = "dudao_functions.py"
    exec(compile(SOURCE, "dudao_functions.py", "exec"), module.__dict__)
    return module


def test_it_is_written_as_python_3_6_reads_it() -> None:
    ast.parse(SOURCE, feature_version=(3, 6))


def test_it_writes_the_same_names_as_the_rest_of_us() -> None:
    said = {
        line.targets[0].id: ast.literal_eval(line.value)
        for line in ast.parse(SOURCE).body
        if isinstance(line, ast.Assign) and isinstance(line.targets[0], ast.Name) and line.targets[0].id.isupper()
    }
    assert (said["SERVICE"], said["TRAVEL"], said["OLDEST"]) == (
        identity.SERVICE,
        identity.TRAVEL,
        office.OLDEST_PYTHON,
    )


def test_an_old_python_is_told_so_in_the_cell(component: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 8, 20))
    ((told,),) = component.Functions(None).COMPLETION_RATE(None, 1.0, 2.0)
    assert told == "LibreOffice的Python是3.8版，要3.11以上，请升级LibreOffice"
    assert component.Travel(None).execute(()) == ()


def test_what_cannot_be_loaded_is_a_short_text(component: Any) -> None:
    assert component.Functions(None).COMPLETION_RATE(None, 1.0, 2.0) == ((component.FAILED,),)


def test_what_is_no_function_is_no_method(component: Any) -> None:
    with pytest.raises(AttributeError):
        _ = component.Functions(None).getTypesOfAll
