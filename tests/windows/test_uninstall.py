"""uninstall.cmd takes back what was installed, and nothing else."""

import json
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pytest

from tests.windows.conftest import CLIENTS, Ask
from tests.windows.test_install import ICON, XLSTART, held
from tests.windows.wine import USER, Said, Wine, windows_path


@pytest.fixture
def uninstalled(installed: Wine, unzipped: Path, ask: Ask) -> Said:
    ask(("addin.served", "hello"))  # so that there are compiled modules, and a log of the server
    return installed.batch(unzipped / "uninstall.cmd")


def test_nothing_of_ours_is_left(uninstalled: Said, wine: Wine, unzipped: Path, tmp_path: Path) -> None:
    assert "项目督导已卸载" in uninstalled.text
    assert "还有文件" not in uninstalled.text
    assert not wine.program.exists()
    assert not wine.path(XLSTART).exists()
    assert not wine.path(ICON).exists()
    found = tmp_path / "found.json"
    said = wine.python(unzipped, CLIENTS / "entered.py", "", windows_path(found), version("dudao"))
    assert said.code == 0, said.text
    assert json.loads(found.read_text())["keys"] == []


def test_where_nothing_is_installed_any_more_it_says_so(uninstalled: Said, wine: Wine, unzipped: Path) -> None:
    assert "没有安装项目督导" in wine.batch(unzipped / "uninstall.cmd").text


def test_logs_and_backups_stay_and_the_clerk_is_told_where(uninstalled: Said, wine: Wine) -> None:
    records = f"{USER}\\AppData\\Local\\dudao"
    assert f"日志和备份留在：{records}" in uninstalled.text
    assert wine.path(f"{records}\\日志\\安装.log").exists()


def test_the_clerks_own_add_ins_and_icons_stay(wine: Wine, installed: Wine) -> None:
    own = [wine.path(XLSTART).with_name("自己的.xlam"), wine.path(ICON).with_name("台账.lnk")]
    for path in own:
        path.write_bytes(b"own")
    wine.batch(installed.program / "uninstall.cmd")
    assert all(path.read_bytes() == b"own" for path in own)


def test_the_installed_program_can_uninstall_itself(installed: Wine, unzipped: Path) -> None:
    said = installed.batch(installed.program / "uninstall.cmd")
    assert "项目督导已卸载" in said.text
    assert not list(installed.program.rglob("*"))  # Wine's cmd keeps the folder of its batch file open
    assert (unzipped / "py" / "python.exe").exists()


def test_while_excel_has_the_add_in_open_everything_stays(installed: Wine, unzipped: Path, tmp_path: Path) -> None:
    with held(installed, unzipped, XLSTART, tmp_path / "held"):
        said = installed.batch(installed.program / "uninstall.cmd")
    assert "请关闭 Excel" in said.text
    assert (installed.program / "py" / "python.exe").exists()
    assert installed.path(XLSTART).exists()


def test_after_it_the_program_can_be_installed_again(
    uninstalled: Said, install: Callable[[], Said], wine: Wine
) -> None:
    assert "程序：" in install().text
    assert wine.path(XLSTART).exists()
