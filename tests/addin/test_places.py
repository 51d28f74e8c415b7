"""Places that can't be written: refused, with every existing file whole and nothing left beside it."""

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.addin.conftest import Dudao
from tests.addin.test_bad_files import assert_refused, contents

AS_OF = ("--as-of", "2026-06-30")
LOCKS = ("~${}", ".~lock.{}#", ".~{}")


@pytest.fixture
def earlier(county: Path) -> Path:
    """Return an output that is there already."""
    output = county.with_name("通报.xlsx")
    output.write_bytes(b"an earlier report")
    return output


@pytest.mark.parametrize("lock", LOCKS)
def test_an_output_that_is_open_elsewhere(dudao: Dudao, county: Path, earlier: Path, lock: str) -> None:
    earlier.with_name(lock.format(earlier.name)).write_bytes(b"")
    said = dudao("report", county, *AS_OF, "-o", earlier)
    assert_refused(said, county.parent, contents(county.parent))
    assert "请先关闭" in said.err
    assert earlier.read_bytes() == b"an earlier report"


@pytest.mark.parametrize("lock", LOCKS)
@pytest.mark.parametrize("command", ["report", "progress"])
def test_a_ledger_that_is_open_elsewhere_is_not_changed_in_place(
    dudao: Dudao, county: Path, command: str, lock: str
) -> None:
    county.with_name(lock.format(county.name)).write_bytes(b"")
    before = contents(county.parent)
    assert_refused(dudao(command, county, *AS_OF, "--in-place"), county.parent, before)


def test_a_ledger_that_is_open_elsewhere_is_still_read(dudao: Dudao, county: Path) -> None:
    county.with_name(f"~${county.name}").write_bytes(b"")
    assert dudao("report", county, *AS_OF).code == 0


def test_undo_waits_until_the_ledger_is_closed(dudao: Dudao, county: Path) -> None:
    dudao("report", county, *AS_OF, "--in-place")
    lock = county.with_name(f"~${county.name}")
    lock.write_bytes(b"")
    before = contents(county.parent)
    assert_refused(dudao("undo", county), county.parent, before)
    lock.unlink()
    assert dudao("undo", county).code == 0


def test_a_read_only_output(dudao: Dudao, county: Path, earlier: Path) -> None:
    earlier.chmod(0o444)
    before = contents(county.parent)
    said = dudao("report", county, *AS_OF, "-o", earlier)
    assert_refused(said, county.parent, before)
    assert "只读" in said.err


def test_a_read_only_ledger_is_not_changed_in_place(dudao: Dudao, county: Path) -> None:
    county.chmod(0o444)
    before = contents(county.parent)
    assert_refused(dudao("report", county, *AS_OF, "--in-place"), county.parent, before)


@pytest.mark.parametrize("place", ["没有的文件夹/通报.xlsx", "county.xlsx/通报.xlsx", ".", "名" * 200 + ".xlsx"])
def test_a_place_that_takes_no_file(dudao: Dudao, county: Path, place: str) -> None:
    before = contents(county.parent)
    for command in ("report", "progress"):
        assert_refused(dudao(command, county, *AS_OF, "-o", county.parent / place), county.parent, before)
    assert_refused(dudao("unmark", county, "-o", county.parent / place), county.parent, before)


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="NOT TESTED: this system has no /proc")
def test_a_file_system_that_takes_no_file(dudao: Dudao, county: Path) -> None:
    assert_refused(dudao("report", county, *AS_OF, "-o", "/proc/通报.xlsx"), county.parent, contents(county.parent))


def test_a_demo_where_no_folder_can_be(dudao: Dudao, county: Path) -> None:
    assert_refused(dudao("demo", "--out", county / "demo"), county.parent, contents(county.parent))


@pytest.mark.parametrize("call", ["fsync", "replace"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EIO])
def test_a_disk_that_fails_in_mid_write(
    dudao: Dudao, county: Path, earlier: Path, monkeypatch: pytest.MonkeyPatch, call: str, code: int
) -> None:
    def fails(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    before = contents(county.parent)
    with monkeypatch.context() as patched:
        patched.setattr(os, call, fails)
        said = dudao("report", county, *AS_OF, "-o", earlier)
        in_place = dudao("report", county, *AS_OF, "--in-place")
    assert_refused(said, county.parent, before)
    assert_refused(in_place, county.parent, before)
    assert dudao("undo", county).code == 2  # nothing was done, so nothing can be taken back


@pytest.fixture
def small_disk(tmp_path: Path) -> Path:
    """Return a disk of 64 KB, where one may be mounted."""
    disk = tmp_path / "disk"
    disk.mkdir()
    try:
        mounted = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)], capture_output=True, check=False
        )
    except FileNotFoundError:
        pytest.skip("NOT TESTED on a real full disk: there is no mount")
    if mounted.returncode:
        pytest.skip("NOT TESTED on a real full disk: only root may mount one (a failing write is tested above)")
    return disk


@pytest.fixture
def on_small_disk(county: Path, small_disk: Path):  # type: ignore[no-untyped-def]
    ledger = small_disk / "台账.xlsx"
    ledger.write_bytes(county.read_bytes())
    yield ledger
    subprocess.run(["umount", str(small_disk)], check=True)


def test_a_full_disk(dudao: Dudao, on_small_disk: Path) -> None:
    before = contents(on_small_disk.parent)
    for more in ([], ["--in-place"]):
        said = dudao("report", on_small_disk, *AS_OF, *more)
        assert_refused(said, on_small_disk.parent, before)
        assert "磁盘空间不够" in said.err


KILLED = """
import os, signal, sys
from addin.cli import main
calls = 0
def killed_at(name):
    real = getattr(os, name)
    def call(*arguments, **more):
        global calls
        calls += 1
        if calls == int(sys.argv[1]):
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*arguments, **more)
    setattr(os, name, call)
for name in ("fsync", "replace", "link", "unlink", "chmod"):
    killed_at(name)
raise SystemExit(main(sys.argv[2:]))
"""


@pytest.mark.skipif(os.name != "posix", reason="NOT TESTED: kill -9 is of Unix")
def test_a_kill_at_any_step_of_the_writing_leaves_every_file_whole(dudao: Dudao, county: Path) -> None:
    cells, marked = county.with_name("cells.json"), county.with_name("标.xlsx")
    cells.write_text('[{"sheet": "重点项目台账", "cell": "H6", "fill": "FFC7CE", "note": "核对"}]', encoding="utf-8")
    dudao("mark", county, "--cells", cells, "-o", marked)
    original = marked.read_bytes()
    finished = 0
    for step in range(1, 30):
        for left in county.parent.iterdir():
            left.unlink()
        county.write_bytes(original)
        run = [sys.executable, "-c", KILLED, str(step), "unmark", str(county), "--in-place"]
        code = subprocess.run(run, capture_output=True, check=False).returncode
        if code == 0:
            finished = step
            break
        assert code == -signal.SIGKILL
        if county.read_bytes() != original:  # the step was done whole: it can be taken back
            assert dudao("undo", county).code == 0
        assert county.read_bytes() == original
        assert dudao("unmark", county, "--in-place").code == 0  # and nothing left behind is in the way
    assert finished > 5


@pytest.mark.skipif(os.name != "posix", reason="NOT TESTED: kill -9 is of Unix")
def test_a_kill_at_a_random_moment_leaves_the_output_old_or_new(county: Path, earlier: Path) -> None:
    for delay in (0.05, 0.15, 0.25, 0.35):
        before = earlier.read_bytes()
        command = [sys.executable, "-m", "addin.cli", "report", str(county), *AS_OF, "-o", str(earlier)]
        running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(delay)
        running.kill()
        running.wait()
        now = earlier.read_bytes()
        assert now == before or now.startswith(b"PK")
