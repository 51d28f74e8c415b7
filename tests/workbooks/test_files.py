import errno
import json
import os
import shutil
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from workbooks import whole
from workbooks.backups import journal_path, read_journal
from workbooks.errors import Damaged, NotWritable, WrongArgument
from workbooks.files import (
    default_output,
    refuse_if_open,
    refuse_same_file,
    replace_in_place,
    undo,
)
from workbooks.whole import write_whole

needs_links = pytest.mark.skipif(os.name == "nt", reason="NOT TESTED: links need rights on Windows")


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "七月 台账（终稿）.xlsx"
    path.write_bytes(b"before")
    return path


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


class TestWritingWhole:
    def test_it_writes_a_new_file_and_nothing_else(self, tmp_path: Path) -> None:
        write_whole(tmp_path / "通报.xlsx", b"new")
        assert names(tmp_path) == ["通报.xlsx"]
        assert (tmp_path / "通报.xlsx").read_bytes() == b"new"

    def test_a_new_file_gets_the_usual_permissions(self, tmp_path: Path) -> None:
        write_whole(tmp_path / "通报.xlsx", b"new")
        (tmp_path / "别的").touch()
        assert (tmp_path / "通报.xlsx").stat().st_mode == (tmp_path / "别的").stat().st_mode

    def test_it_keeps_the_permissions_of_the_file_it_replaces(self, ledger: Path) -> None:
        ledger.chmod(0o640)
        write_whole(ledger, b"new")
        assert stat.S_IMODE(ledger.stat().st_mode) == 0o640

    @needs_links
    def test_a_symbolic_link_stays_one_and_its_file_is_replaced(self, ledger: Path, tmp_path: Path) -> None:
        link = tmp_path / "快捷.xlsx"
        link.symlink_to(ledger)
        write_whole(link, b"new")
        assert link.is_symlink()
        assert ledger.read_bytes() == b"new"

    def test_a_name_as_long_as_the_disk_takes_is_written(self, tmp_path: Path) -> None:
        path = tmp_path / ("a" * 250 + ".xlsx")
        write_whole(path, b"new")
        assert path.read_bytes() == b"new"

    def test_a_name_longer_than_the_disk_takes_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(NotWritable) as refused:
            write_whole(tmp_path / ("名" * 100 + ".xlsx"), b"new")
        assert refused.value.code == "name_too_long"
        assert names(tmp_path) == []

    def test_a_missing_folder_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(NotWritable) as refused:
            write_whole(tmp_path / "没有" / "通报.xlsx", b"new")
        assert refused.value.code == "no_folder"

    def test_a_folder_as_the_output_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(NotWritable) as refused:
            write_whole(tmp_path, b"new")
        assert refused.value.code == "is_folder"

    def test_a_read_only_file_is_refused_and_stays(self, ledger: Path) -> None:
        ledger.chmod(0o444)
        with pytest.raises(NotWritable) as refused:
            write_whole(ledger, b"new")
        assert (refused.value.code, ledger.read_bytes()) == ("read_only", b"before")

    def test_a_folder_without_permission_is_refused(self, ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(*_: object, **__: object) -> None:
            raise PermissionError(errno.EACCES, "Permission denied")

        monkeypatch.setattr(whole.tempfile, "mkstemp", refuse)
        with pytest.raises(NotWritable) as refused:
            write_whole(ledger, b"new")
        assert (refused.value.code, ledger.read_bytes()) == ("no_permission", b"before")

    @pytest.mark.parametrize("call", ["fsync", "replace"])
    def test_a_full_disk_leaves_the_old_file_and_nothing_else(
        self, call: str, ledger: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fill(*_: object) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr(os, call, fill)
        with pytest.raises(NotWritable) as refused:
            write_whole(ledger, b"new")
        assert refused.value.code == "disk_full"
        assert (names(ledger.parent), ledger.read_bytes()) == ([ledger.name], b"before")

    def test_a_disk_that_is_really_full_leaves_the_old_file_whole(self, tmp_path: Path) -> None:
        disk = small_disk(tmp_path)
        try:
            path = disk / "台账.xlsx"
            path.write_bytes(b"before")
            with pytest.raises(NotWritable) as refused:
                write_whole(path, bytes(4_000_000))
            assert refused.value.code == "disk_full"
            with pytest.raises(NotWritable):
                replace_in_place(path, bytes(4_000_000))
            assert (names(disk), path.read_bytes()) == (["台账.xlsx"], b"before")
        finally:
            subprocess.run(["umount", str(disk)], check=False)

    def test_a_process_killed_in_mid_write_leaves_the_old_file_whole(self, ledger: Path) -> None:
        code = (
            "import os, sys, time, pathlib\n"
            "from workbooks import whole\n"
            "def stall(*_):\n    print('stalled', flush=True)\n    time.sleep(60)\n"
            "os.replace = stall\n"
            "whole.write_whole(pathlib.Path(sys.argv[1]), b'half' * 1000)\n"
        )
        with subprocess.Popen([sys.executable, "-c", code, str(ledger)], stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            assert process.stdout.readline().strip() == b"stalled"
            process.kill()
        assert ledger.read_bytes() == b"before"
        [left] = [name for name in names(ledger.parent) if name != ledger.name]
        assert left.startswith(".dudao-")

    def test_what_a_killed_process_left_is_cleared_away_later(self, ledger: Path) -> None:
        stale, fresh = ledger.with_name(".dudao-a.tmp"), ledger.with_name(".dudao-b.tmp")
        stale.touch()
        fresh.touch()
        os.utime(stale, (time.time() - 7200,) * 2)
        write_whole(ledger, b"new")
        assert names(ledger.parent) == [".dudao-b.tmp", ledger.name]


def small_disk(folder: Path) -> Path:
    disk = folder / "小盘"
    disk.mkdir()
    mount = shutil.which("mount")
    command = [str(mount), "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)]
    if mount is None or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("NOT TESTED: no right to mount a small disk here")
    return disk


class TestOpenFiles:
    @pytest.mark.parametrize("lock", ["~${}", ".~{}", ".~lock.{}#"])
    def test_a_file_open_in_excel_wps_or_libreoffice_is_refused(self, lock: str, ledger: Path) -> None:
        ledger.with_name(lock.format(ledger.name)).touch()
        with pytest.raises(NotWritable) as refused:
            refuse_if_open(ledger)
        assert refused.value.code == "open_elsewhere"
        assert lock.format(ledger.name) in refused.value.message

    def test_a_read_only_file_is_refused(self, ledger: Path) -> None:
        ledger.chmod(0o444)
        with pytest.raises(NotWritable):
            refuse_if_open(ledger)

    def test_a_closed_file_and_a_new_one_pass(self, ledger: Path) -> None:
        refuse_if_open(ledger)
        refuse_if_open(ledger.with_name("新.xlsx"))


class TestOutputNames:
    @pytest.mark.parametrize(
        ("name", "book_format", "output"),
        [
            ("台账.xlsx", "", "台账_通报.xlsx"),
            ("台账.xlsm", "", "台账_通报.xlsm"),
            ("台账.XLSX", "", "台账_通报.xlsx"),
            ("台账.xls", "", "台账_通报.xlsx"),
            ("台账.et", "", "台账_通报.xlsx"),
            ("台账.csv", "csv", "台账_通报.xlsx"),
            ("台账.xls", "xlsm", "台账_通报.xlsm"),
            ("1.台账 v2.0.xlsx", "xlsx", "1.台账 v2.0_通报.xlsx"),
        ],
    )
    def test_the_default_output_stands_beside_the_file(self, name: str, book_format: str, output: str) -> None:
        assert default_output(Path("甲") / name, book_format) == Path("甲") / output

    def test_a_very_long_name_is_cut_to_fit_the_disk(self, tmp_path: Path) -> None:
        path = default_output(tmp_path / ("账" * 83 + ".xlsx"))
        path.touch()
        assert path.name.endswith("账_通报.xlsx")

    def test_the_input_as_output_is_refused_by_whatever_path(
        self, ledger: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(ledger.parent)
        for output in (ledger, Path(ledger.name), Path("..") / ledger.parent.name / ledger.name):
            with pytest.raises(WrongArgument):
                refuse_same_file(ledger, output)

    @needs_links
    def test_links_to_the_input_are_refused(self, ledger: Path, tmp_path: Path) -> None:
        (tmp_path / "软.xlsx").symlink_to(ledger)
        (tmp_path / "硬.xlsx").hardlink_to(ledger)
        for name in ("软.xlsx", "硬.xlsx"):
            with pytest.raises(WrongArgument):
                refuse_same_file(ledger, tmp_path / name)

    def test_another_file_passes(self, ledger: Path) -> None:
        refuse_same_file(ledger, ledger.with_name("另存.xlsx"))


class TestUndo:
    def test_it_gives_back_the_very_bytes_and_leaves_nothing_behind(self, ledger: Path) -> None:
        backup = replace_in_place(ledger, b"after", "生成通报")
        assert (ledger.read_bytes(), backup.read_bytes()) == (b"after", b"before")
        assert backup.name.startswith("七月 台账（终稿）_督导备份_20")
        assert backup.suffix == ".xlsx"
        done = undo(ledger)
        assert (done.left, "生成通报" in done.message) == (0, True)
        assert ledger.read_bytes() == b"before"
        assert names(ledger.parent) == [ledger.name]

    def test_several_steps_are_taken_back_one_by_one(self, ledger: Path) -> None:
        for content in (b"1", b"2", b"3"):  # within one second: no backup overwrites another
            replace_in_place(ledger, content)
        seen = []
        for _ in range(3):
            undo(ledger)
            seen.append(ledger.read_bytes())
        assert seen == [b"2", b"1", b"before"]
        with pytest.raises(WrongArgument) as refused:
            undo(ledger)
        assert refused.value.code == "nothing_to_undo"

    def test_a_change_by_somebody_else_is_never_taken_back(self, ledger: Path) -> None:
        backup = replace_in_place(ledger, b"after")
        ledger.write_bytes(b"edited by hand")
        with pytest.raises(NotWritable) as refused:
            undo(ledger)
        assert refused.value.code == "changed_since"
        assert backup.name in refused.value.message
        assert (ledger.read_bytes(), backup.read_bytes()) == (b"edited by hand", b"before")

    def test_a_backup_that_is_gone_or_changed_is_told_and_the_file_stays(self, ledger: Path) -> None:
        backup = replace_in_place(ledger, b"after")
        backup.write_bytes(b"edited")
        with pytest.raises(Damaged) as changed:
            undo(ledger)
        backup.unlink()
        with pytest.raises(Damaged) as missing:
            undo(ledger)
        assert (changed.value.code, missing.value.code) == ("backup_changed", "backup_missing")
        assert ledger.read_bytes() == b"after"

    def test_a_journal_that_cannot_be_read_is_told(self, ledger: Path) -> None:
        journal_path(ledger).write_text("{", "utf-8")
        for act in (lambda: undo(ledger), lambda: replace_in_place(ledger, b"after")):
            with pytest.raises(Damaged):
                act()
        assert ledger.read_bytes() == b"before"

    def test_the_journal_says_in_plain_words_what_was_done(self, ledger: Path) -> None:
        replace_in_place(ledger, b"after", "生成通报")
        journal = json.loads(journal_path(ledger).read_text("utf-8"))
        assert journal_path(ledger).name == ".七月 台账（终稿）.xlsx.督导撤回记录.json"
        assert "撤回" in journal["说明"]
        assert journal["changes"][0]["what"] == "生成通报"

    def test_the_folder_may_be_moved_between_change_and_undo(self, ledger: Path, tmp_path: Path) -> None:
        replace_in_place(ledger, b"after")
        moved = tmp_path.rename(tmp_path.with_name("搬走"))
        undo(moved / ledger.name)
        assert (moved / ledger.name).read_bytes() == b"before"

    def test_very_long_names_have_backups_and_journals_too(self, tmp_path: Path) -> None:
        path = tmp_path / ("账" * 83 + ".xlsx")
        path.write_bytes(b"before")
        replace_in_place(path, b"after")
        undo(path)
        assert path.read_bytes() == b"before"

    @needs_links
    def test_through_a_link_it_is_the_file_that_is_changed_and_taken_back(self, ledger: Path, tmp_path: Path) -> None:
        folder = tmp_path / "桌面"
        folder.mkdir()
        link = folder / "台账.xlsx"
        link.symlink_to(ledger)
        replace_in_place(link, b"after")
        assert ledger.read_bytes() == b"after"
        undo(link)
        assert (ledger.read_bytes(), link.is_symlink(), names(folder)) == (b"before", True, ["台账.xlsx"])

    def test_an_open_file_is_neither_changed_nor_taken_back(self, ledger: Path) -> None:
        replace_in_place(ledger, b"after")
        ledger.with_name(f"~${ledger.name}").touch()
        for act in (lambda: undo(ledger), lambda: replace_in_place(ledger, b"more")):
            with pytest.raises(NotWritable):
                act()
        assert ledger.read_bytes() == b"after"


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="NOT TESTED: no kill -9 here")
@pytest.mark.parametrize("act", ["replace_in_place(path, b'after')", "undo(path)"])
@pytest.mark.parametrize("step", range(8))
def test_a_crash_at_any_step_can_be_recovered_from(act: str, step: int, ledger: Path) -> None:
    """Kill the process before its n-th call that changes the folder; whatever is left, undo leads back to `before`."""
    if act.startswith("undo"):
        replace_in_place(ledger, b"after")
    code = (
        "import os, sys, pathlib, signal\n"
        "from workbooks.files import replace_in_place, undo\n"
        "left = [int(sys.argv[2])]\n"
        "def deadly(call):\n"
        "    def wrapped(*args, **kwargs):\n"
        "        left[0] -= 1\n"
        "        if left[0] < 0: os.kill(os.getpid(), signal.SIGKILL)\n"
        "        return call(*args, **kwargs)\n"
        "    return wrapped\n"
        "for name in ('link', 'replace', 'rename', 'unlink'):\n"
        "    setattr(os, name, deadly(getattr(os, name)))\n"
        "pathlib.Path.unlink = lambda self, missing_ok=False: os.unlink(self)\n"
        f"path = pathlib.Path(sys.argv[1]); {act}\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(ledger), str(step)], check=False, capture_output=True)
    assert done.returncode == -signal.SIGKILL or (step > 2 and done.returncode == 0), done.stderr.decode()
    assert ledger.read_bytes() in (b"before", b"after")
    if read_journal(ledger):
        undo(ledger)
    assert ledger.read_bytes() == b"before"
    replace_in_place(ledger, b"again")
    undo(ledger)
    assert ledger.read_bytes() == b"before"
