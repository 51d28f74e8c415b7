"""install.cmd as a clerk runs it: where everything goes, what is said, and installing over an older version."""

import re
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from time import monotonic, sleep
from zipfile import ZipFile

import pytest

from addin.windows.selftest import TESTS
from tests.windows.conftest import CLIENTS, Ask, entered
from tests.windows.wine import ICON, USER, XLSTART, Said, Wine, windows_path


@contextmanager
def held(wine: Wine, folder: Path, what: str, note: Path) -> Iterator[None]:
    """Keep a file, or the server, in use by another program; at the end that program is ended as by a crash."""
    command, environment = wine.command(
        folder / "py" / "python.exe", "-B", CLIENTS / "hold.py", what, windows_path(note)
    )
    holder = subprocess.Popen(
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    try:
        end = monotonic() + 60
        while not note.exists() and holder.poll() is None and monotonic() < end:
            sleep(0.1)
        assert note.exists(), "nothing was held"
        yield
    finally:
        holder.kill()
        holder.wait()
        for pipe in (holder.stdin, holder.stdout, holder.stderr):
            assert pipe
            pipe.close()  # not read to its end: the server may have inherited it


def lines(said: Said) -> dict[str, str]:
    """Return the mark of each line of the self-test."""
    return {title: mark for mark, title in re.findall(r"^([√×○]) (.*?)：", said.text, re.M)}


def test_it_says_where_everything_went(first_installation: Said) -> None:
    assert first_installation.text.startswith(f"正在安装项目督导 {version('dudao')} ……")
    for said in (
        f"程序：{USER}\\AppData\\Local\\Programs\\dudao\n",
        f"Excel 加载项：{XLSTART}\n",
        f"桌面图标：{ICON}\n",
    ):
        assert said in first_installation.text


def test_program_add_in_and_icon_stand_where_it_says(installed: Wine, bundle: Path) -> None:
    for part in ("py/pythonw.exe", "app/addin/windows/server.py", "uninstall.cmd"):
        assert (installed.program / part).is_file()
    with ZipFile(bundle) as archive:
        assert installed.path(XLSTART).read_bytes() == archive.read("dudao/dudao.xlam")
    link = installed.path(ICON).read_bytes()
    assert "-m addin.window".encode("utf-16-le") in link
    assert "pythonw.exe".encode("utf-16-le") in link or b"pythonw.exe" in link


def test_the_unzipped_bundle_is_left_as_it_was(first_installation: Said, unzipped: Path, bundle: Path) -> None:
    with ZipFile(bundle) as archive:
        shipped = {name.removeprefix("dudao/") for name in archive.namelist()}
    found = {path.relative_to(unzipped).as_posix() for path in unzipped.rglob("*") if path.is_file()}
    written = {name for name in found - shipped if not name.startswith("py/Lib/site-packages/win32com/gen_py")}
    assert written == set()


def test_everything_is_entered_for_the_user_and_by_an_administrator_for_the_machine(
    installed: Wine, unzipped: Path, tmp_path: Path
) -> None:
    found = entered(installed, unzipped, tmp_path)
    assert found["missing"] == []
    assert found["missing for the machine"] == []


def test_the_self_test_has_a_line_for_each_thing_that_must_work(first_installation: Said) -> None:
    marks = lines(first_installation)
    assert list(marks) == [title for title, _ in TESTS]
    assert "×" not in marks.values(), first_installation.text
    assert marks["函数"] == marks["生成通报"] == "√"
    assert "√ 登记：Dudao.Python，当前用户和本机都已登记\n" in first_installation.text
    assert "安装完成。" in first_installation.text


def test_what_was_said_is_in_the_log_too(installed: Wine) -> None:
    log = installed.path(f"{USER}\\AppData\\Local\\dudao\\日志\\安装.log").read_text(encoding="utf-8")
    assert "√ 生成通报" in log


def test_installing_again_replaces_an_older_version_and_a_server_left_behind(
    installed: Wine, install: Callable[[], Said], ask: Ask, unzipped: Path, tmp_path: Path
) -> None:
    old = installed.program / "app" / "addin" / "of_an_older_version.py"
    old.write_text("")
    with held(installed, unzipped, "server", tmp_path / "held"):
        pass
    said = install()
    assert f"程序：{USER}" in said.text, said.text
    assert not old.exists()
    assert not installed.program.with_name("dudao.old").exists()
    installed.restart()  # Wine 8 hands out the dead server until it is started anew (docs/dev/windows.md)
    assert ask(("addin.served", "hello")) == [version("dudao")]


def test_while_excel_has_the_add_in_open_nothing_is_changed_and_the_clerk_is_told(
    installed: Wine, install: Callable[[], Said], unzipped: Path, tmp_path: Path
) -> None:
    old = installed.program / "app" / "addin" / "of_an_older_version.py"
    old.write_text("")
    with held(installed, unzipped, XLSTART, tmp_path / "held"):
        said = install()
    assert "请关闭 Excel" in said.text
    assert "Traceback" not in said.text
    assert old.exists()
    old.unlink()


def test_a_bundle_that_was_not_unzipped_whole_says_so(wine: Wine, unzipped: Path) -> None:
    """Explorer, told to open install.cmd inside a zip, unpacks that file alone."""
    alone = wine.path("C:\\windows\\temp\\Temp1_dudao-windows.zip\\install.cmd")
    alone.parent.mkdir(parents=True, exist_ok=True)
    alone.write_bytes((unzipped / "install.cmd").read_bytes())
    assert "请先把压缩包全部解压" in wine.batch(alone).text


def test_a_bundle_without_its_add_in_says_so(wine: Wine, unzipped: Path) -> None:
    add_in = unzipped / "dudao.xlam"
    content = add_in.read_bytes()
    add_in.unlink()
    try:
        assert "安装包不完整" in wine.batch(unzipped / "install.cmd").text
    finally:
        add_in.write_bytes(content)


@pytest.mark.parametrize("module", ["addin.window", "addin.cli"])
def test_the_window_and_the_command_line_come_with_it(installed: Wine, module: str) -> None:
    said = installed.run(installed.program / "py" / "python.exe", "-X", "utf8", "-c", f"import {module}")
    assert said.code == 0, said.text
