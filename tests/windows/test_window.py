"""The small window by Windows' own controls: the installed program under Wine, used by a clerk made of messages."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from addin.ribbon import tab
from tests.addin.window.test_result_file import as_vba_reads
from tests.windows.conftest import without_numpy
from tests.windows.wine import Said, Wine, windows_path
from workbooks.samples import FOLDER

CLERK = Path(__file__).with_name("clerk_at_window.py")
Run = Callable[..., Said]


@pytest.fixture(scope="module")
def run(ready: Callable[[], Wine]) -> Iterator[Run]:
    """Return what runs a script, or `-m` and a module, by the installed program's Python."""
    wine = ready()
    if wine.display is None:
        pytest.skip("NOT TESTED: Xvfb is missing (Debian: apt-get install xvfb)")

    def by_python(*arguments: str | Path) -> Said:
        said = wine.run(wine.program / "py" / "python.exe", "-B", *arguments)
        assert said.code == 0, said.text
        return said

    with without_numpy(wine):
        yield by_python


@pytest.fixture
def sample(tmp_path: Path) -> Callable[[str, str], Path]:
    return lambda name, called: Path(shutil.copyfile(FOLDER / name, tmp_path / called))


@pytest.fixture(scope="module")
def seen(run: Run, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return what the clerk saw, step after step."""
    ledger = shutil.copyfile(FOLDER / "county.xlsx", tmp_path_factory.mktemp("ledgers") / "重点 项目.xlsx")
    shown: dict[str, Any] = json.loads(run(CLERK, "window", ledger).text)
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
    run: Run, sample: Callable[[str, str], Path], tmp_path: Path
) -> None:
    good, bad = sample("county.xlsx", "甲.xlsx"), tmp_path / "乙.xlsx"
    bad.write_text("一段话", encoding="utf-8")
    shown = json.loads(run(CLERK, "icon", good, bad).text)
    assert "正在生成通报（第1份，共2份）：甲.xlsx" in shown["notice"]
    assert shown["question"].startswith("共2份台账，已生成通报1份。\n\n没有做成的1份：\n乙.xlsx：")
    assert shown["question"].endswith("现在打开生成的通报吗？")
    assert shown["exit code"] == 2
    assert (tmp_path / "甲_通报.xlsx").exists()


def test_one_button_of_vba_answers_in_its_result_file(
    run: Run, sample: Callable[[str, str], Path], tmp_path: Path
) -> None:
    copy, result = sample("county.xlsx", "副本.xlsx"), tmp_path / "result.txt"
    run("-m", "addin.window", "--button", "report", "--file", copy, "--result", result)
    kind, path, text = as_vba_reads(result)
    assert (kind, path) == ("done", windows_path(tmp_path / "副本_通报.xlsx"))
    assert text.startswith("项目60个")
