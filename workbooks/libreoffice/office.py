"""The LibreOffice that an App stands for: started and reached over a pipe, or the one that we run in."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from typing import Any

from workbooks.libreoffice.formulas import Grammar
from workbooks.libreoffice.main_thread import MainThread
from workbooks.libreoffice.uno_words import uno

_LONGEST_START = 120.0  # seconds; a first start on a slow machine makes a whole profile
_LONGEST_END = 20.0


class NoOffice(RuntimeError):
    """LibreOffice is not installed here, or doesn't start."""


class OfficeGone(RuntimeError):
    """LibreOffice has ended."""


@dataclass(eq=False)
class Office:
    """A running LibreOffice. context: its component context; pid: its process; own: whether we started it.
    main_thread: how to hold its main thread; it is held already where there are no windows.

    What Excel keeps as settings of the program is kept here, because LibreOffice has no such settings: `quick`
    (screen_updating is off), `alerts`, `events`, `status` (our text in the status bar, None for its own), and
    `copied`, the range that was copied. grammar: the signs of its formulas, known once a formula was read or written.
    """

    context: Any = field(repr=False)  # an object of a program that has died aborts Python when it is printed
    pid: int
    own: bool = False
    visible: bool = True
    quick: bool = False
    alerts: bool = True
    events: bool = True
    status: str | None = None
    copied: Any = field(default=None, repr=False)
    grammar: Grammar | None = None

    def __post_init__(self) -> None:
        self.main_thread = MainThread(self.context)

    def service(self, name: str, *arguments: object) -> Any:
        """Return a new object of a service of the program."""
        try:
            manager = self.context.ServiceManager
        except Exception as error:
            raise OfficeGone("LibreOffice has ended") from error
        if arguments:
            return manager.createInstanceWithArgumentsAndContext(f"com.sun.star.{name}", arguments, self.context)
        return manager.createInstanceWithContext(f"com.sun.star.{name}", self.context)

    @property
    def desktop(self) -> Any:
        """Return the desktop, which knows all open documents."""
        return self.service("frame.Desktop")

    def settle(self) -> None:
        """Let LibreOffice do what it has put off, such as what follows a click."""
        self.service("awt.Toolkit").processEventsToIdle()

    def end(self) -> None:
        """End the program. It may ask where a workbook was changed and has a window."""
        self.main_thread.let_go()
        with suppress(Exception):  # it may have died, and ends while it answers
            self.desktop.terminate()

    def documents(self) -> list[Any]:
        """Return the open workbooks, in the order in which they were opened."""
        components = self.desktop.Components.createEnumeration()
        found = []
        while components.hasMoreElements():
            one = components.nextElement()
            if hasattr(one, "supportsService") and one.supportsService("com.sun.star.sheet.SpreadsheetDocument"):
                found.append(one)
        return sorted(found, key=lambda document: int(document.RuntimeUID))


def running_in(context: Any) -> Office:
    """Return the LibreOffice in which this Python runs; `context` is the component context that it handed over."""
    return Office(context, os.getpid())


@contextmanager
def started(*, profile: Path | None = None, program: str | None = None, visible: bool = False) -> Iterator[Office]:
    """Start a LibreOffice and end it afterwards, whatever happens.

    profile: the folder of its settings, for no two at a time; without one a fresh folder that is removed afterwards.
    visible: with windows; they need a screen. Without windows the main thread is held (`MainThread`): drive it from the
    thread that started it. Raises NoOffice, NoUno.
    """
    found = program or shutil.which("soffice") or shutil.which("libreoffice")
    if found is None:
        raise NoOffice("LibreOffice was not found: there is no program soffice")
    uno()
    with tempfile.TemporaryDirectory(prefix="libreoffice-", ignore_cleanup_errors=True) as fresh:
        pipe = f"dudao{uuid.uuid4().hex}"
        command = [
            found,
            f"-env:UserInstallation={(profile or Path(fresh)).resolve().as_uri()}",
            f"--accept=pipe,name={pipe};urp;StarOffice.ComponentContext",
            "--norestore",
            "--nologo",
            "--nodefault",
            *([] if visible else ["--headless"]),
        ]
        quiet: dict[str, Any] = {
            "stdin": subprocess.DEVNULL,
            "stdout": subprocess.DEVNULL,
            "stderr": subprocess.DEVNULL,
        }
        process = subprocess.Popen(command, start_new_session=True, **quiet)
        try:
            office = Office(_connected(process, pipe), process.pid, own=True, visible=visible)
            try:
                with nullcontext() if visible else office.main_thread:
                    yield office
            finally:
                ending = Thread(target=office.end, daemon=True)  # one that hangs doesn't answer
                ending.start()
                with suppress(subprocess.TimeoutExpired):
                    process.wait(_LONGEST_END)
        finally:
            _kill(process)


def _connected(process: "subprocess.Popen[bytes]", pipe: str) -> Any:
    """Return the component context of the program that comes up behind the pipe."""
    local = uno().getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    until = time.monotonic() + _LONGEST_START
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception as error:
            if process.poll() is not None:
                raise NoOffice(f"LibreOffice ended at once ({process.returncode})") from error
            if time.monotonic() > until:
                raise NoOffice(f"LibreOffice did not come up in {_LONGEST_START:.0f} seconds") from error
            time.sleep(0.05)


def _kill(process: "subprocess.Popen[bytes]") -> None:
    """End the program and what it has started: soffice is a script, whose program may outlive it."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
