"""A clerk at a LibreOffice with windows, on a screen in memory: looks for buttons by their names, and clicks them."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.addin.libreoffice.installed import libreoffice
from tests.screen import screen
from workbooks.libreoffice.office import Office
from workbooks.libreoffice.uno_words import properties, uno

LONGEST = 60.0  # seconds to wait for something to appear
_MENU_BAR = 35  # com.sun.star.accessibility.AccessibleRole.MENU_BAR
_MOST_CHILDREN = 200
_IN_THE_CELLS = "640", "500"
"""A place of the screen where cells are, pixels."""


@dataclass
class Clerk:
    """Somebody at the screen. office: for looking only."""

    office: Office
    display: str

    def opens(self, path: Path) -> Any:
        """Open a workbook; return the document."""
        document = self.office.desktop.loadComponentFromURL(path.as_uri(), "_blank", 0, properties())
        self.enlarges(document)
        return document

    def enlarges(self, document: Any) -> None:
        """Let the document's window fill the screen."""
        window = document.CurrentController.Frame.ContainerWindow
        window.setPosSize(0, 0, 1280, 860, 15)  # com.sun.star.awt.PosSize.POSSIZE

    def clicks(self, name: str, times: int = 1) -> None:
        """Click the button of this name, of the toolbar or of a dialog, as soon as it is there."""
        self.points_at(name)
        self._does("click", "--repeat", str(times), "--delay", "80", "1")

    def types(self, text: str, above: str) -> None:
        """Type into the dialog that has this button, then click it."""
        self.points_at(above)  # the keys go to the window under the mouse
        self._does("type", text)
        self.clicks(above)

    def types_into_cells(self, text: str) -> None:
        """Type into the cell that is selected, and leave it at that."""
        x, y = _IN_THE_CELLS
        self._does("mousemove", x, y, "sleep", "0.3", "type", text)
        time.sleep(0.5)

    def closes(self, beginning: str) -> str:
        """Return the whole text of the message that begins so, having closed it with OK."""
        text = self.reads(beginning)
        self.clicks("OK")
        awaited(lambda: not self.shows(beginning), "the message to go")
        return text

    def reads(self, beginning: str) -> str:
        """Return the whole text of a button or a dialog that begins so, as soon as it is there."""
        _, found = awaited(lambda: self._shown(beginning), f"“{beginning}…” to appear")
        return str(found.AccessibleName)

    def shows(self, beginning: str) -> bool:
        """Return whether there is such a text now."""
        return self._shown(beginning) is not None

    def points_at(self, name: str) -> None:
        """Move the mouse to the button of this name, as soon as it is there and stands still."""
        before: tuple[str, str] | None = None
        while (place := self._place(name)) != before:
            before = place
            time.sleep(0.3)  # a dialog is laid out, and put where it belongs, only after it is there
        self._does("mousemove", *place, "sleep", "0.3")

    def _place(self, name: str) -> tuple[str, str]:
        """Return the middle of the button of this name on the screen, its window given the keys."""
        window, button = awaited(lambda: self._shown(name), f"“{name}” to appear")
        window.setFocus()  # without a window manager nobody gives it back after a dialog
        corner, size = button.LocationOnScreen, button.Size
        return str(corner.X + size.Width // 2), str(corner.Y + size.Height // 2)

    def _shown(self, beginning: str) -> Any:
        """Return the window and what in it bears such a name, dialogs first; None where nothing does."""
        until = time.monotonic() + LONGEST
        while time.monotonic() < until:
            # Windows come and go while they are looked through: then once more.
            with suppress(Exception), self.office.main_thread:
                toolkit = self.office.service("awt.Toolkit")
                windows = [toolkit.getTopWindow(number) for number in range(toolkit.TopWindowCount)]
                for window in filter(None, windows):
                    if found := _named(window.AccessibleContext, beginning):
                        return window, found
                return None
        raise AssertionError("LibreOffice doesn't answer")

    @property
    def _environment(self) -> dict[str, str]:
        return {**os.environ, "DISPLAY": self.display}

    def _does(self, *words: str) -> None:
        subprocess.run([tool("xdotool"), *words], env=self._environment, check=True)


def _named(context: Any, beginning: str) -> Any:
    """Return the first that is shown with such a name, menus and cells left out; None where nothing is."""
    if context.AccessibleRole == _MENU_BAR or context.AccessibleChildCount > _MOST_CHILDREN:
        return None
    if context.AccessibleName.startswith(beginning) and _is_showing(context.AccessibleStateSet):
        return context
    children = (context.getAccessibleChild(index) for index in range(context.AccessibleChildCount))
    return next((found for child in children if child and (found := _named(child.AccessibleContext, beginning))), None)


def _is_showing(states: Any) -> bool:
    """Return whether it is on the screen. Newer LibreOffices keep states as the bits of a number."""
    showing = uno().getConstantByName("com.sun.star.accessibility.AccessibleStateType.SHOWING")
    return bool(states & showing) if isinstance(states, int) else bool(states.contains(showing))


@contextmanager
def clerk(profile: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Clerk]:
    """Yield a clerk at a LibreOffice with this profile; skip the test loudly where a program is missing."""
    tool("xdotool")
    with screen() as display:
        monkeypatch.setenv("DISPLAY", display)
        monkeypatch.setenv("LC_ALL", "C.UTF-8")
        monkeypatch.setenv("SAL_USE_VCLPLUGIN", "gen")  # the same on every desktop
        with libreoffice(profile, visible=True) as office:
            try:
                yield Clerk(office, display)
            finally:
                for document in office.documents():
                    with suppress(Exception):  # a dialog may still be open: the test has failed anyway
                        document.close(True)  # or LibreOffice would ask whether to save


def tool(name: str) -> str:
    """Return the path of a program; skip the test loudly where it is missing."""
    path = shutil.which(name)
    if path is None:
        pytest.skip(f"NOT TESTED: {name} is missing (Debian: apt-get install xdotool)")
    return path


def awaited(asked: Callable[[], Any], what: str) -> Any:
    """Return what is asked for as soon as it is there."""
    until = time.monotonic() + LONGEST
    while time.monotonic() < until:
        if found := asked():
            return found
        time.sleep(0.1)
    raise AssertionError(f"waited in vain for {what}")
