"""A real LibreOffice for tests: one for a test session, started with a profile of its own and driven by xlwings."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from threading import Timer

import pytest
import xlwings

from workbooks.libreoffice import start
from workbooks.libreoffice.office import NoOffice
from workbooks.libreoffice.uno_words import NoUno


class Running:
    """LibreOffice, started anew where it has ended: one that dies fails the test in which it does, and no other."""

    def __init__(self, until: ExitStack) -> None:
        self._until = until
        self._app: xlwings.App | None = None

    def app(self) -> xlwings.App:
        """Return the program; skip loudly where it is missing."""
        if self._app is None or not _is_alive(self._app):
            try:
                self._app = self._until.enter_context(start())
            except (NoOffice, NoUno) as error:
                pytest.skip(f"NOT TESTED: {error} (Debian: apt-get install libreoffice-calc python3-uno)")
        return self._app


def _is_alive(app: xlwings.App) -> bool:
    try:
        return len(app.books) >= 0
    except Exception:  # whatever it dies of
        return False


@pytest.fixture(scope="session")
def running_office() -> Iterator[Running]:
    """Return what gives LibreOffice, as often as it is asked for. Tests close the workbooks that they open."""
    with ExitStack() as until:
        yield Running(until)


@pytest.fixture(scope="session")
def office(running_office: Running) -> xlwings.App:
    """Return LibreOffice. Tests close the workbooks that they open."""
    return running_office.app()


@contextmanager
def hangs_end(seconds: float) -> Iterator[None]:
    """End each LibreOffice that this process has started, after so many seconds: what waits for it fails."""
    timer = Timer(seconds, _end_all, [seconds])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _end_all(seconds: float) -> None:
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # it has ended meanwhile
            pid, name, *_ = about = stat.read_text().replace("(", "").replace(")", "").split()
            if int(about[3]) == os.getpid() and name in ("oosplash", "soffice", "soffice.bin"):
                print(f"LibreOffice {pid} did not answer for {seconds:.0f} seconds and was ended", file=sys.stderr)
                os.killpg(int(pid), signal.SIGKILL)
