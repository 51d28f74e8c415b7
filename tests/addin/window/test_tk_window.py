"""The window in tkinter, on a screen in memory."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from addin.ribbon import tab
from tests.screen import screen
from workbooks.errors import Refusal

tkinter = pytest.importorskip("tkinter", reason="NOT TESTED: this Python has no tkinter")


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    with screen() as name:
        yield name


@pytest.fixture
def window(display: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    from addin.window.tk.window import TkWindow

    monkeypatch.setenv("DISPLAY", display)
    made = TkWindow()
    made.root.update()
    yield made
    made.root.destroy()


def widgets(window: Any, kind: str) -> list[Any]:
    """Return the window's widgets of a Tk class, in the order in which they were made."""
    found, waiting = [], [window.root]
    while waiting:
        widget = waiting.pop(0)
        found += [widget] if widget.winfo_class() == kind else []
        waiting[:0] = widget.winfo_children()
    return found


def button(window: Any, label: str) -> Any:
    return next(widget for widget in widgets(window, "TButton") if widget["text"] == label)


def message(window: Any) -> str:
    [text] = widgets(window, "Text")
    return str(text.get("1.0", "end-1c"))


def wait_for_work(window: Any) -> None:
    disabled = button(window, "选择…")
    while disabled.instate(["disabled"]):
        window.root.update()


def test_it_has_the_ribbons_buttons_in_the_ribbons_order(window: Any) -> None:
    labels = [widget["text"] for widget in widgets(window, "TButton")]
    ribbon = [one.label for one in tab().buttons]
    assert labels == ["选择…", *ribbon, "打开结果", "关闭"]


def test_a_report_is_made_by_one_press(window: Any, county: Path) -> None:
    path, as_of = widgets(window, "TEntry")
    path.insert(0, str(county))
    as_of.insert(0, "2026-06-30")
    assert message(window) == "已选“county.xlsx”，请点要做的事。"
    button(window, "生成通报").invoke()
    assert message(window) == "正在做“生成通报”，请稍等…"
    assert button(window, "校验台账").instate(["disabled"])
    wait_for_work(window)
    assert message(window).startswith("项目60个，完成率48.79%")
    assert county.with_name("county_通报.xlsx").exists()
    assert button(window, "打开结果").instate(["!disabled"])
    assert button(window, "校验台账").instate(["!disabled"])


def test_enter_in_a_field_makes_the_report(window: Any, county: Path) -> None:
    path, _ = widgets(window, "TEntry")
    path.insert(0, str(county))
    path.focus_force()
    path.event_generate("<Return>")
    wait_for_work(window)
    assert county.with_name("county_通报.xlsx").exists()


def test_without_a_workbook_nothing_can_be_opened(window: Any) -> None:
    button(window, "生成通报").invoke()
    assert message(window) == "还没有台账：请点“选择…”选一份台账。"
    assert button(window, "打开结果").instate(["disabled"])


def test_a_notice_stands_while_workbooks_are_in_work(display: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from addin.window.tk import run_notice

    monkeypatch.setenv("DISPLAY", display)

    def task(notice: Any) -> str:
        notice.tell("正在生成通报：甲.xlsx")
        return "好" if not notice.stopped() else "停"

    assert run_notice(task) == "好"


def test_what_fails_under_a_notice_is_raised_to_the_caller(display: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from addin.window.tk import run_notice

    monkeypatch.setenv("DISPLAY", display)

    def task(_: Any) -> None:
        raise Refusal("不行。")

    with pytest.raises(Refusal, match="不行。"):
        run_notice(task)
