"""uninstall.cmd takes back what was installed, and nothing else."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.windows.conftest import asking, entered
from tests.windows.test_install import held
from tests.windows.wine import ICON, USER, XLSTART, Said, Wine

RECORDS = f"{USER}\\AppData\\Local\\dudao"


@dataclass(frozen=True)
class Uninstalled:
    """What was said, what is there afterwards, and what is said the next time."""

    said: Said
    there: frozenset[Path]
    entered: dict[str, list[str]]
    again: Said


@pytest.fixture(scope="module")
def own(wine: Wine) -> list[Path]:
    """Return an add-in and an icon of the clerk's own."""
    files = [wine.path(XLSTART).with_name("自己的.xlam"), wine.path(ICON).with_name("台账.lnk")]
    for file in files:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"own")
    return files


@pytest.fixture(scope="module")
def uninstalled(
    ready: Callable[[], Wine], unzipped: Path, own: list[Path], tmp_path_factory: pytest.TempPathFactory
) -> Uninstalled:
    wine, folder = ready(), tmp_path_factory.mktemp("uninstalled")
    asking(wine, unzipped, folder)(client="server_ends.py")  # so that there are compiled modules, a log of the server
    said = wine.batch(unzipped / "uninstall.cmd")
    places = [wine.program, wine.path(XLSTART), wine.path(ICON), wine.path(f"{RECORDS}\\日志\\安装.log"), *own]
    there = frozenset(place for place in places if place.exists())
    return Uninstalled(said, there, entered(wine, unzipped, folder), wine.batch(unzipped / "uninstall.cmd"))


def test_nothing_of_ours_is_left(uninstalled: Uninstalled, wine: Wine) -> None:
    assert "项目督导已卸载" in uninstalled.said.text
    assert "还有文件" not in uninstalled.said.text
    assert not {wine.program, wine.path(XLSTART), wine.path(ICON)} & uninstalled.there
    assert uninstalled.entered["user"] == []
    assert uninstalled.entered["machine"] == []


def test_where_nothing_is_installed_any_more_it_says_so(uninstalled: Uninstalled) -> None:
    assert "没有安装项目督导" in uninstalled.again.text


def test_logs_and_backups_stay_and_the_clerk_is_told_where(uninstalled: Uninstalled, wine: Wine) -> None:
    assert f"日志留在：{RECORDS}" in uninstalled.said.text
    assert wine.path(f"{RECORDS}\\日志\\安装.log") in uninstalled.there


def test_the_clerks_own_add_ins_and_icons_stay(uninstalled: Uninstalled, own: list[Path]) -> None:
    assert set(own) <= uninstalled.there
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
