"""The installer's steps that are the same on every system: copying, putting in place, what is said of failures.

`make test-windows` runs the whole of it.
"""

import sys
from pathlib import Path, PureWindowsPath
from types import SimpleNamespace

import pytest

from addin.windows import install, processes, records, talk
from addin.windows.install import PARTS, free_our_files, put_add_in, put_program, unblock
from addin.windows.places import Places, places
from addin.windows.processes import Process, of_folder, spreadsheet_programs
from addin.windows.server import hidden
from workbooks.errors import Refusal


@pytest.fixture
def target(tmp_path: Path) -> Places:
    environment = {"LOCALAPPDATA": str(tmp_path / "张 三" / "Local"), "APPDATA": str(tmp_path / "张 三" / "Roaming")}
    return places(environment, desktop=tmp_path / "桌面")


def package(folder: Path, version: str) -> Path:
    """Make an unzipped bundle of a version."""
    for name in ("py/python.exe", "py/Lib/a.py", "app/addin/__init__.py", "uninstall.cmd", "dudao.xlam"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(version)
    (folder / "app/addin/__pycache__").mkdir(exist_ok=True)
    (folder / "app/addin/__pycache__/a.pyc").write_text(version)
    return folder


def test_everything_stands_in_the_users_own_folders(target: Places, tmp_path: Path) -> None:
    home = tmp_path / "张 三"
    assert target.program == home / "Local" / "Programs" / "dudao"
    assert target.add_in == home / "Roaming" / "Microsoft" / "Excel" / "XLSTART" / "dudao.xlam"
    assert target.icon == tmp_path / "桌面" / "项目督导.lnk"


def test_a_windows_without_folders_for_the_user_is_told_in_one_sentence() -> None:
    with pytest.raises(Refusal, match="LOCALAPPDATA"):
        places({})


def test_the_parts_are_copied_without_what_the_bundles_own_run_compiled(target: Places, tmp_path: Path) -> None:
    put_program(package(tmp_path / "下 载", "1"), target)
    assert all((target.program / part).exists() for part in PARTS)
    assert not list(target.program.rglob("*.pyc"))
    assert not target.incoming.exists()


def test_a_newer_version_takes_the_place_of_the_older_one_with_nothing_left_of_it(
    target: Places, tmp_path: Path
) -> None:
    put_program(package(tmp_path / "old", "1"), target)
    (target.program / "py" / "gone.py").write_text("1")
    put_program(package(tmp_path / "new", "2"), target)
    assert (target.program / "py" / "python.exe").read_text() == "2"
    assert not (target.program / "py" / "gone.py").exists()
    assert not target.outgoing.exists()


def test_a_failure_while_copying_leaves_the_older_version_as_it_was(
    target: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_program(package(tmp_path / "old", "1"), target)
    newer = package(tmp_path / "new", "2")
    copyfile, copied = install.shutil.copyfile, []

    def full(source: str, place: str, **options: object) -> object:
        copied.append(place)
        if len(copied) == 3:
            raise OSError(28, "No space left on device", place)
        return copyfile(source, place, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(install.shutil, "copyfile", full)
    with pytest.raises(OSError, match="space"):
        put_program(newer, target)
    assert (target.program / "py" / "python.exe").read_text() == "1"
    assert not target.incoming.exists()


def test_a_failure_while_taking_the_place_gives_the_older_version_back(
    target: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_program(package(tmp_path / "old", "1"), target)
    rename = Path.rename

    def locked(path: Path, new: Path) -> Path:
        if path == target.incoming:
            raise PermissionError(13, "in use", str(path))
        return rename(path, new)

    monkeypatch.setattr(Path, "rename", locked)
    with pytest.raises(PermissionError):
        put_program(package(tmp_path / "new", "2"), target)
    assert (target.program / "py" / "python.exe").read_text() == "1"


def test_the_add_in_loses_the_mark_of_the_internet(target: Places, tmp_path: Path) -> None:
    put_program(package(tmp_path / "new", "2"), target)
    put_add_in(target)
    assert target.add_in.read_text() == "2"
    mark = Path(f"{target.add_in}:Zone.Identifier")  # on Windows a stream of the file, elsewhere a file of that name
    mark.write_text("[ZoneTransfer]\nZoneId=3\n")
    unblock(target.add_in)
    unblock(target.add_in)
    assert not mark.exists()


def test_nothing_half_copied_stands_where_excel_opens_all_files(
    target: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_program(package(tmp_path / "new", "2"), target)

    def broken(*_: object) -> None:
        raise OSError(28, "disk full")

    monkeypatch.setattr(Path, "replace", broken)
    with pytest.raises(OSError, match="full"):
        put_add_in(target)
    assert not list(target.add_in.parent.iterdir())


def running(monkeypatch: pytest.MonkeyPatch, *found: Process) -> list[int]:
    stopped: list[int] = []
    monkeypatch.setattr(processes, "running", lambda: list(found))
    monkeypatch.setattr(processes, "stop", lambda process: stopped.append(process.id))
    return stopped


EXCEL = Process(1, PureWindowsPath(r"C:\Office\EXCEL.EXE"), True)


def of_ours(target: Places, windowed: bool) -> Process:
    return Process(2, PureWindowsPath(target.silent_python), windowed)


def test_a_server_that_was_left_behind_is_ended_and_no_other_process(
    target: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Process(3, PureWindowsPath(r"C:\Python\pythonw.exe"), False)
    stopped = running(monkeypatch, other, of_ours(target, windowed=False))
    free_our_files(target)
    assert stopped == [2]


def test_a_server_that_excel_uses_is_not_ended_but_the_clerk_asked_to_close_excel(
    target: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped = running(monkeypatch, EXCEL, of_ours(target, windowed=False))
    with pytest.raises(Refusal, match="请先关闭Excel"):
        free_our_files(target)
    assert stopped == []


def test_an_open_window_of_ours_is_for_the_clerk_to_close(target: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    stopped = running(monkeypatch, of_ours(target, windowed=True))
    with pytest.raises(Refusal, match="项目督导"):
        free_our_files(target)
    assert stopped == []


def test_excel_alone_is_no_hindrance(target: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    assert running(monkeypatch, EXCEL) == []
    free_our_files(target)


def test_processes_are_told_by_their_program_in_whatever_case() -> None:
    ours = Process(2, PureWindowsPath(r"c:\users\A\dudao\py\PYTHONW.EXE"), False)
    assert of_folder([ours, EXCEL], PureWindowsPath(r"C:\Users\a\dudao"), but=9) == [ours]
    assert of_folder([ours], PureWindowsPath(r"C:\Users\a\dudao"), but=2) == []
    assert spreadsheet_programs([ours, EXCEL, EXCEL]) == ["Excel"]


@pytest.mark.parametrize(
    ("failure", "said"),
    [
        (PermissionError(13, "in use", "C:\\a"), "请关闭 Excel"),
        (OSError(28, "full", "C:\\a"), "磁盘满了"),
        (OSError(5, "input/output", "C:\\a"), "读写不了"),
        (RuntimeError("boom"), "程序出错了"),
    ],
)
def test_a_failure_is_one_sentence_that_says_what_to_do(
    failure: Exception, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    def work() -> int:
        raise failure

    assert talk.told(work) == 3
    (line,) = capsys.readouterr().out.splitlines()
    assert said in line
    assert "Traceback" not in line


def test_the_log_tells_where_a_failure_was_but_nothing_that_a_cell_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    root = records.logging.getLogger()
    before, level = list(root.handlers), root.level
    try:
        records.start("试")
        cell = "某某化工项目"
        try:
            raise ValueError(cell)
        except ValueError:
            records.LOG.exception("a button failed")
    finally:
        for handler in [one for one in root.handlers if one not in before]:
            root.removeHandler(handler)
            handler.close()
        root.setLevel(level)
    logged = (tmp_path / "dudao" / "日志" / "试.log").read_text(encoding="utf-8")
    assert "ValueError" in logged
    assert "test_installing.py" in logged
    assert "化工" not in logged


def test_hidden_libraries_are_as_if_not_installed_and_come_back() -> None:
    sys.modules.pop("colorsys", None)
    with hidden("colorsys"), pytest.raises(ImportError):
        import colorsys
    import colorsys

    assert colorsys.rgb_to_hsv(0, 0, 0) == (0, 0, 0)


def test_a_library_that_is_loaded_already_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = SimpleNamespace()
    monkeypatch.setitem(sys.modules, "loaded_already", loaded)
    with hidden("loaded_already"):
        assert sys.modules["loaded_already"] is loaded
    assert sys.modules["loaded_already"] is loaded
