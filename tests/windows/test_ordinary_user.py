"""An installation without an administrator's rights: it is for the user alone, as on most clerks' computers.

Wine 8 doesn't merge the user's classes into what COM sees, as Windows does. So the tests see first what a clerk reads
where COM is blocked, and copy the keys to the machine then.
"""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from addin.windows.selftest import TESTS
from tests.windows.conftest import CLIENTS, entered
from tests.windows.test_install import lines
from tests.windows.wine import USER, XLSTART, Said, Wine

Found = dict[str, list[str]]


@pytest.fixture(scope="module")
def installation(
    ready: Callable[[], Wine], unzipped: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Said, Found]]:
    """Install where the program was uninstalled; return what was said, and what is entered."""
    wine = ready()
    wine.batch(unzipped / "uninstall.cmd")
    said = wine.python(unzipped, CLIENTS / "install_as_ordinary_user.py")
    yield said, entered(wine, unzipped, tmp_path_factory.mktemp("entered"))
    shutil.rmtree(wine.program)  # so that the next test has the administrator's installation put back


@pytest.fixture(scope="module")
def merged(installation: tuple[Said, Found], wine: Wine, unzipped: Path) -> Wine:
    """Return the Windows with the user's classes as Windows itself would show them."""
    said = wine.python(unzipped, CLIENTS / "merge_classes.py")
    assert said.code == 0, said.text
    return wine


def test_after_an_uninstallation_the_program_can_be_installed_again(
    installation: tuple[Said, Found], wine: Wine
) -> None:
    assert f"程序：{USER}\\AppData\\Local\\Programs\\dudao\n" in installation[0].text
    assert wine.path(XLSTART).exists()


def test_everything_is_entered_for_the_user_and_nothing_for_the_machine(installation: tuple[Said, Found]) -> None:
    assert installation[1]["missing"] == []
    assert installation[1]["machine"] == []


def test_where_com_is_blocked_the_clerk_reads_what_still_works(installation: tuple[Said, Found]) -> None:
    said, _ = installation
    marks = lines(said)
    assert list(marks) == [title for title, _ in TESTS]
    assert marks.pop("函数") == "×"
    assert "×" not in marks.values()
    assert "叫不到函数服务" in said.text
    assert "拖到桌面图标上照常可用" in said.text
    assert "已装好，但上面打×的项目还不能用" in said.text


def test_where_the_users_classes_are_known_all_is_well(merged: Wine) -> None:
    said = merged.run(merged.program / "py" / "python.exe", "-X", "utf8", "-m", "addin.windows.selftest")
    assert said.code == 0, said.text
    assert lines(said)["函数"] == "√"
    assert lines(said)["生成通报"] == "√"
