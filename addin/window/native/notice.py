"""The notice while dropped workbooks are in work."""

import threading
from collections.abc import Callable
from typing import TypeVar

from addin.window.beside import run_beside
from addin.window.dropped import STOPPING, Notice
from addin.window.model import TITLE
from addin.window.native import win32
from addin.window.native.dialog import Box, Dialog

_T = TypeVar("_T")


class NativeNotice:
    """A small dialog with a text and a moving bar; closing it asks the work to stop."""

    def __init__(self) -> None:
        self.dialog = Dialog(TITLE, 420, 110)
        style = win32.SS_NOPREFIX | win32.SS_ENDELLIPSIS
        self._text = self.dialog.add("STATIC", "", style, Box(16, 16, 388, 20))
        bar = self.dialog.add("msctls_progress32", "", win32.PBS_MARQUEE, Box(16, 44, 388, 14))
        bar.send(win32.PBM_SETMARQUEE, 1, 0)
        self._stop = self.dialog.add("BUTTON", "停止", win32.WS_TABSTOP, Box(320, 72, 84, 26))
        self.dialog.on(self._stop, win32.BN_CLICKED, self._ask_to_stop)
        self.dialog.on_close = self._ask_to_stop
        self._stopped = threading.Event()

    def tell(self, text: str) -> None:
        """Show a text; asked from the working thread."""
        self.dialog.call(lambda: self._text.write(text))

    def stopped(self) -> bool:
        """Return whether the clerk wants no more of it."""
        return self._stopped.is_set()

    def _ask_to_stop(self) -> None:
        self._stopped.set()
        self._stop.enable(False)
        self._text.write(STOPPING)


def run_notice(task: Callable[[Notice], _T]) -> _T:
    """Return what the task returns, which runs off the window's thread while the notice stands."""
    notice = NativeNotice()
    dialog = notice.dialog
    return run_beside(lambda: task(notice), dialog.run, lambda: dialog.call(dialog.end))
