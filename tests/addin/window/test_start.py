"""The ways to start the window, from the command line."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import pytest

from addin import file_way
from addin.window import interface, start
from addin.window.dropped import Notice
from tests.addin.window.test_dropped import Notice as SilentNotice
from tests.addin.window.test_result_file import as_vba_reads
from workbooks.reading import read_book

_T = TypeVar("_T")


class Screen:
    """An interface without a screen: remembers what was said and opened, and answers as told."""

    def __init__(self, answer: bool = True) -> None:
        self.said: list[str] = []
        self.asked: list[str] = []
        self.windows = 0
        self._answer = answer

    def run_window(self) -> None:
        self.windows += 1

    def run_notice(self, task: Callable[[Notice], _T]) -> _T:
        return task(SilentNotice())

    def say(self, text: str) -> None:
        self.said.append(text)

    def ask(self, text: str) -> bool:
        self.asked.append(text)
        return self._answer


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Screen:
    made = Screen()
    monkeypatch.setattr(start, "interface", lambda: made)
    return made


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    paths: list[Path] = []
    monkeypatch.setattr("addin.window.opening.open_file", paths.append)
    return paths


def test_alone_it_shows_the_window(screen: Screen) -> None:
    assert start.main([]) == 0
    assert screen.windows == 1


def test_a_workbook_on_the_icon_gets_its_report_opened(screen: Screen, opened: list[Path], county: Path) -> None:
    before = county.read_bytes()
    assert start.main([str(county)]) == 0
    result = county.with_name("county_通报.xlsx")
    assert opened == [result]
    assert screen.said == screen.asked == []
    assert {"督导总览", "亮灯表", "排名", "督办清单", "数据问题"} <= {grid.name for grid in read_book(result).grids}
    assert county.read_bytes() == before


def test_what_is_no_workbook_is_refused_in_a_box(screen: Screen, opened: list[Path], tmp_path: Path) -> None:
    (tmp_path / "说明.xlsx").write_text("一段话", encoding="utf-8")
    assert start.main([str(tmp_path / "说明.xlsx")]) == 2
    [said] = screen.said
    assert "不是表格" in said
    assert opened == []


def test_of_several_the_clerk_is_asked_whether_to_open_them(
    screen: Screen, opened: list[Path], sample: Callable[..., Path]
) -> None:
    ledgers = [sample("county.xlsx"), sample("zones.xlsx")]
    assert start.main([str(path) for path in ledgers]) == 0
    assert screen.asked == ["共2份台账，已生成通报2份。\n\n现在打开生成的通报吗？"]
    assert opened == [path.with_name(f"{path.stem}_通报.xlsx") for path in ledgers]


def test_one_button_writes_its_result_file(county: Path, tmp_path: Path) -> None:
    result = tmp_path / "result.txt"
    arguments = ["--button", "report", "--as-of", "2026-06-30", "--file", str(county), "--result", str(result)]
    assert start.main(arguments) == 0
    kind, path, text = as_vba_reads(result)
    assert kind == "done"
    assert path == str(county.with_name("county_通报.xlsx"))
    assert text.startswith("项目60个，完成率48.79%")


def test_a_refused_button_writes_its_result_file_all_the_same(county: Path, tmp_path: Path) -> None:
    result = tmp_path / "result.txt"
    arguments = ["--button", "report", "--as-of", "昨天", "--file", str(county), "--result", str(result)]
    assert start.main(arguments) == 0
    assert as_vba_reads(result) == ["refused", "", "“昨天”不是日期，请写成 2026-06-30 这样。"]


def test_our_own_failure_is_a_sentence_in_the_result_file(
    county: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any) -> Any:
        raise RuntimeError("broken")

    monkeypatch.setattr(file_way, "press", broken)
    result = tmp_path / "result.txt"
    assert start.main(["--button", "report", "--file", str(county), "--result", str(result)]) == 0
    kind, path, text = as_vba_reads(result)
    assert (kind, path) == ("failed", "")
    assert text.startswith("程序出错了")
    assert "Traceback" not in text
    assert text.splitlines()[-1].startswith("日志：")


@pytest.mark.parametrize(
    "arguments",
    [["--button", "report"], ["--button", "report", "--file", "a.xlsx"], ["--result", "r.txt"], ["--nonsense"]],
)
def test_half_a_command_is_refused(screen: Screen, arguments: list[str]) -> None:
    assert start.main(arguments) == 2
    assert len(screen.said) == 1


def test_without_a_screen_the_command_line_is_named() -> None:
    environment = {name: value for name, value in os.environ.items() if name != "DISPLAY"}
    done = subprocess.run(
        [sys.executable, "-m", "addin.window"], env=environment, capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode == 2
    assert "请用命令：dudao report 台账文件" in done.stderr
    assert "Traceback" not in done.stderr


def test_starting_loads_no_library_of_workbooks() -> None:
    """The window stands at once: calamine, openpyxl and the rest are loaded by the first button."""
    script = "import addin.window.start, addin.window.model, addin.ribbon, sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert not {"pandas", "numpy", "openpyxl", "python_calamine", "xlsxwriter", "xlrd"} & set(done.stdout.split())


def test_every_system_has_an_interface() -> None:
    assert {name for name in vars(interface.Interface) if not name.startswith("_")} == {
        "prepare",
        "run_window",
        "run_notice",
        "say",
        "ask",
    }
