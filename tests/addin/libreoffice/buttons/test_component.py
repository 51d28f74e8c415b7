"""The component in an old Python, as older LibreOffices bring it: it loads, and says what is to be done."""

import ast
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from addin.libreoffice import buttons, identity
from workbooks.libreoffice.uno_words import NoUno, uno

SOURCE = Path(buttons.__file__).with_name("component.py").read_text(encoding="utf-8")


@pytest.fixture
def old(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return the component as Python 3.8 sees it, without our packages."""
    try:
        uno()
    except NoUno as missing:
        pytest.skip(f"NOT TESTED: {missing}")
    monkeypatch.setattr(sys, "version_info", (3, 8, 20))
    monkeypatch.setattr(sys, "path", [path for path in sys.path if Path(path, "uno.py").is_file()])
    module = ModuleType("uno_component")
    module.__file__ = "dudao_buttons.py"
    exec(compile(SOURCE, "dudao_buttons.py", "exec"), module.__dict__)
    return module


class Window:
    """A window whose toolkit shows message boxes by keeping their words."""

    def __init__(self) -> None:
        self.shown: list[str] = []

    def getToolkit(self) -> "Window":  # noqa: N802
        return self

    def createMessageBox(self, parent: object, kind: object, keys: int, title: str, text: str) -> Any:  # noqa: N802
        assert (parent, title) == (self, identity.TITLE)
        return SimpleNamespace(execute=lambda: self.shown.append(text), dispose=lambda: None)


class Listener:
    def __init__(self) -> None:
        self.results: list[Any] = []

    def dispatchFinished(self, result: Any) -> None:  # noqa: N802
        self.results.append(result)


def test_it_is_written_as_python_3_6_reads_it() -> None:
    ast.parse(SOURCE, feature_version=(3, 6))


def test_it_writes_the_same_names_as_the_rest_of_us() -> None:
    said = {
        target.id: ast.literal_eval(line.value)
        for line in ast.parse(SOURCE).body
        if isinstance(line, ast.Assign) and isinstance(target := line.targets[0], ast.Name) and target.id.isupper()
    }
    assert said["IMPLEMENTATION"] == identity.BUTTONS
    assert said["PROTOCOL"] == identity.PROTOCOL
    assert said["OLDEST"] == identity.OLDEST_PYTHON


def test_in_an_old_python_a_click_is_answered_with_what_to_do(old: Any) -> None:
    window = Window()
    handler = old.Buttons(None, SimpleNamespace(getContainerWindow=lambda: window))
    handler.dispatch(SimpleNamespace(Path="report"), ())
    (text,) = window.shown
    assert "Python是3.8版" in text
    assert "升级" in text


def test_in_an_old_python_a_program_is_told_the_same(old: Any) -> None:
    listener = Listener()
    old.Buttons(None, None).dispatchWithNotification(SimpleNamespace(Path="report"), (), listener)
    (result,) = listener.results
    assert result.State == 0
    assert result.Result[0] == "refused"
    assert "3.8" in result.Result[1]


def test_in_an_old_python_menus_and_toolbars_are_drawn_without_us(old: Any) -> None:
    handler = old.Buttons(None, None)
    handler.addStatusListener(None, SimpleNamespace(Path="report"))
    handler.removeStatusListener(None, SimpleNamespace(Path="report"))
    assert not [name for name in sys.path if "pythonpath" in name]


def test_it_answers_commands_of_our_protocol_alone(old: Any) -> None:
    handler = old.Buttons(None, None)
    assert handler.queryDispatch(SimpleNamespace(Complete="dudao:report"), "", 0) is handler
    assert handler.queryDispatch(SimpleNamespace(Complete=".uno:Save"), "", 0) is None
