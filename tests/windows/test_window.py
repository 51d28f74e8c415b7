"""The small window by Windows' own controls: run under Wine by a Windows Python, used by a clerk made of messages."""

import dataclasses
import io
import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from addin.ribbon import tab
from addin.windows.wheels import pins, python_zip, wheels
from tests.addin.window.test_result_file import as_vba_reads
from tests.screen import screen
from workbooks.samples import FOLDER

ROOT = Path(__file__).parents[2]
CACHE = ROOT / ".tools" / "windows"
LIBRARIES = ("et_xmlfile", "openpyxl", "python_calamine", "rapidfuzz", "xlrd", "xlsxwriter")  # numpy stops Wine 8
SECONDS = 180  # an end to what hangs, no measure


@dataclass(frozen=True)
class Wine:
    """A Windows Python under Wine that knows this repository."""

    python: Path
    environment: dict[str, str]

    def run(self, *arguments: object) -> bytes:
        """Run `python -m …`; return what it prints."""
        done = subprocess.run(
            ["wine", str(self.python), "-B", "-m", *map(str, arguments)],
            env=self.environment,
            stdin=subprocess.PIPE,
            capture_output=True,
            check=True,
            timeout=SECONDS,
        )
        return done.stdout


@pytest.fixture(scope="module")
def wine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Wine]:
    for program in ("wine", "wineserver", "wineboot"):
        if not (shutil.which(program) or shutil.which(f"/usr/lib/wine/{program}")):
            pytest.skip(f"NOT TESTED: {program} is missing (Debian: apt-get install wine)")
    folder = tmp_path_factory.mktemp("wine")
    python = windows_python(folder / "py")
    with screen() as display:
        environment = {
            **os.environ,
            "DISPLAY": display,
            "WINEPREFIX": str(folder / "prefix"),
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml=",
        }
        subprocess.run(["wineboot", "-i"], env=environment, check=True, capture_output=True, timeout=SECONDS)
        yield Wine(python, environment)
        subprocess.run(["wineserver", "-k"], env=environment, check=False)
        subprocess.run(["wineserver", "-w"], env=environment, check=False)


def windows_python(folder: Path) -> Path:
    """Unpack the bundle's Python and libraries; return its python.exe."""
    table = pins()
    wanted = dataclasses.replace(
        table, wheels=tuple(one for one in table.wheels if one.requirement.startswith(LIBRARIES))
    )
    try:
        archives = [python_zip(table, None, CACHE), *wheels(wanted, CACHE)]
    except subprocess.CalledProcessError as error:
        pytest.skip(f"NOT TESTED: pip could not fetch Python for Windows ({error})")
    for number, data in enumerate(archives):
        with ZipFile(io.BytesIO(data)) as archive:
            archive.extractall(folder / "unpacked" if number == 0 else folder / "site")
    [executable] = (folder / "unpacked").rglob("python.exe")
    [search] = executable.parent.glob("*._pth")
    lines = (f"{search.stem}.zip", ".", as_windows(folder / "site"), as_windows(ROOT), "import site")
    search.write_text("\r\n".join(lines) + "\r\n")
    return executable


def as_windows(path: Path) -> str:
    """Return the path as Wine shows it to Windows programs."""
    return "Z:" + str(path).replace("/", "\\")


@pytest.fixture
def sample(tmp_path: Path) -> Callable[[str, str], Path]:
    return lambda name, called: Path(shutil.copyfile(FOLDER / name, tmp_path / called))


@pytest.fixture(scope="module")
def seen(wine: Wine, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return what the clerk saw, step after step."""
    ledger = shutil.copyfile(FOLDER / "county.xlsx", tmp_path_factory.mktemp("ledgers") / "重点 项目.xlsx")
    shown: dict[str, Any] = json.loads(wine.run("tests.windows.clerk_at_window", "window", as_windows(ledger)))
    shown["files"] = {path.name for path in ledger.parent.iterdir()}
    return shown


def test_it_has_the_ribbons_buttons_in_the_ribbons_order(seen: dict[str, Any]) -> None:
    assert seen["buttons"] == ["选择…", *(button.label for button in tab().buttons), "打开结果", "关闭"]


def test_at_the_start_there_is_nothing_to_open(seen: dict[str, Any]) -> None:
    assert "打开结果" not in seen["start"]["enabled"]
    assert seen["start"]["message"] == "请把台账拖到这个窗口里，或点“选择…”。在表格软件里改过的，请先保存。"


def test_a_button_without_a_workbook_says_how_to_choose_one(seen: dict[str, Any]) -> None:
    assert seen["no workbook"]["message"] == "还没有台账：请把台账拖到这个窗口里，或点“选择…”。"


def test_a_workbook_dropped_on_it_is_chosen(seen: dict[str, Any]) -> None:
    assert seen["dropped"]["workbook"].endswith("\\重点 项目.xlsx")
    assert "已取“重点 项目.xlsx”" in seen["dropped"]["message"]


def test_while_a_button_is_in_work_it_answers_but_only_closes(seen: dict[str, Any]) -> None:
    assert seen["in work"]["message"] == "正在做“校验台账”，请稍等…"
    assert seen["in work"]["enabled"] == ["关闭"]


def test_the_result_is_told_and_lies_beside_the_ledger(seen: dict[str, Any]) -> None:
    assert "台账没有改动，结果在“重点 项目_校验.xlsx”。" in seen["checked"]["message"]
    assert "打开结果" in seen["checked"]["enabled"]
    assert "重点 项目_校验.xlsx" in seen["files"]


def test_a_result_that_no_program_opens_is_told_where_it_is(seen: dict[str, Any]) -> None:
    """As under Wine, where nothing is there for .xlsx."""
    assert seen["opened"]["message"].startswith("没有程序能打开“重点 项目_校验.xlsx”，请到文件夹里自己打开：Z:\\")


def test_enter_in_a_field_makes_the_report_at_the_date_typed(seen: dict[str, Any]) -> None:
    assert seen["reported"]["message"].startswith("项目60个，完成率48.79%")
    assert "截止日期：2026-06-30（按您填的日期）" in seen["reported"]["message"]
    assert "重点 项目_通报.xlsx" in seen["files"]


def test_escape_closes_it(seen: dict[str, Any]) -> None:
    assert seen["exit code"] == 0


def test_workbooks_dropped_on_the_icon_get_one_summary(
    wine: Wine, sample: Callable[[str, str], Path], tmp_path: Path
) -> None:
    good, bad = sample("county.xlsx", "甲.xlsx"), tmp_path / "乙.xlsx"
    bad.write_text("一段话", encoding="utf-8")
    shown = json.loads(wine.run("tests.windows.clerk_at_window", "icon", as_windows(good), as_windows(bad)))
    assert "正在生成通报（第1份，共2份）：甲.xlsx" in shown["notice"]
    assert shown["question"].startswith("共2份台账，已生成通报1份。\n\n没有做成的1份：\n乙.xlsx：")
    assert shown["question"].endswith("现在打开生成的通报吗？")
    assert shown["exit code"] == 2
    assert (tmp_path / "甲_通报.xlsx").exists()


def test_one_button_of_vba_answers_in_its_result_file(
    wine: Wine, sample: Callable[[str, str], Path], tmp_path: Path
) -> None:
    copy, result = sample("county.xlsx", "副本.xlsx"), tmp_path / "result.txt"
    wine.run("addin.window", "--button", "report", "--file", as_windows(copy), "--result", as_windows(result))
    kind, path, text = as_vba_reads(result)
    assert (kind, path) == ("done", as_windows(tmp_path / "副本_通报.xlsx"))
    assert text.startswith("项目60个")
