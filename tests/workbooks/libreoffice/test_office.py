"""LibreOffice started, ended, killed, missing; two at a time; and the one that we run in."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
import xlwings
from xlwings import App

from workbooks.libreoffice import book_of, here, start
from workbooks.libreoffice.office import NoOffice, OfficeGone


def is_running(pid: int) -> bool:
    """Return whether the process runs (and isn't merely waiting to be counted out)."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_two_run_at_a_time_and_end_with_their_blocks(office: App, tmp_path: Path) -> None:
    with start(profile=tmp_path / "甲") as one, start() as other:
        assert len({office.pid, one.pid, other.pid}) == 3
        one.books.add().sheets[0]["A1"].value = 1
        other.books.add().sheets[0]["A1"].value = 2
        assert [app.books[0].sheets[0]["A1"].value for app in (one, other)] == [1.0, 2.0]
        assert other.engine.apps.keys()[:2] == [other.pid, one.pid]
        pids = [one.pid, other.pid]
    assert not any(map(is_running, pids))
    assert (tmp_path / "甲" / "user").is_dir()
    assert len(office.books) == 0
    assert pids[0] not in list(office.engine.apps.keys())


def test_it_ends_though_what_is_done_with_it_fails() -> None:
    with pytest.raises(ZeroDivisionError), start() as app:
        pid = app.pid
        app.books.add().sheets[0]["A1"].value = 1 / 0
    assert not is_running(pid)


def test_it_quits_with_workbooks_that_were_not_saved() -> None:
    with start() as app:
        app.books.add().sheets[0]["A1"].value = 1
        app.quit()
        until = time.monotonic() + 30
        while is_running(app.pid) and time.monotonic() < until:
            time.sleep(0.05)
        assert not is_running(app.pid)


def test_one_that_was_killed_says_that_it_has_ended_and_the_next_starts(tmp_path: Path) -> None:
    with start(profile=tmp_path) as app:
        book = app.books.add()
        app.kill()
        with pytest.raises(OfficeGone, match="ended"):
            while True:  # until the news has arrived
                len(app.books)
        with pytest.raises(Exception, match=r"(?i)dispos|ended|illegal object"):
            _ = book.sheets[0]["A1"].value
    with start(profile=tmp_path) as again:
        assert again.books.add().sheets[0]["A1"].value is None


def test_no_test_waits_forever_for_one_that_hangs(office: App) -> None:
    """In a process of its own, for all that a process has started are ended."""
    done = subprocess.run([sys.executable, "-c", HANGS], capture_output=True, text=True, check=False)
    assert "ended" in done.stdout, done.stderr
    assert "did not answer" in done.stderr
    assert len(office.books) >= 0


HANGS = """
import os, signal
from tests.libreoffice import hangs_end
from workbooks.libreoffice import start
with start() as app, hangs_end(1.0):
    os.killpg(app.pid, signal.SIGSTOP)
    try:
        len(app.books)
    except Exception:
        print("ended")
"""


def test_a_program_that_is_not_there_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoOffice, match="soffice"), start():
        raise AssertionError("it has started")


def test_a_program_that_ends_at_once_is_no_office(tmp_path: Path) -> None:
    broken = tmp_path / "soffice"
    broken.write_text("#!/bin/sh\nexit 77\n")
    broken.chmod(0o755)
    with pytest.raises(NoOffice, match="77"), start(program=str(broken)):
        raise AssertionError("it has started")


def test_a_profile_that_can_t_be_written_is_no_office(tmp_path: Path) -> None:
    (tmp_path / "不是文件夹").write_text("")
    with pytest.raises(NoOffice), start(profile=tmp_path / "不是文件夹"):
        raise AssertionError("it has started")


def test_the_one_that_we_run_in_is_driven_by_its_context(office: App) -> None:
    ours = here(office.impl.office.context)
    try:
        document = office.books.add().api
        assert ours.pid == os.getpid()
        book = book_of(ours, document)
        assert isinstance(book, xlwings.Book)
        book.sheets[0]["A1"].value = "甲"
        assert office.books[0].sheets[0]["A1"].value == "甲"
        with pytest.raises(NotImplementedError, match=r"App\.kill"):
            ours.kill()
        book.close()
    finally:
        office.activate()
