"""The notice while dropped workbooks are in work."""

import threading
import tkinter
from collections.abc import Callable
from tkinter import ttk
from typing import TypeVar

from addin.window.beside import run_beside
from addin.window.dropped import STOPPING, Notice
from addin.window.model import TITLE
from addin.window.tk.boxes import Calls

_T = TypeVar("_T")


class TkNotice:
    """A small window with a text and a moving bar; closing it asks the work to stop."""

    def __init__(self) -> None:
        self.root = tkinter.Tk()
        self.root.title(TITLE)
        self.root.resizable(False, False)
        ttk.Style().theme_use("clam")
        self.calls = Calls(self.root)
        self._stopped = threading.Event()
        frame = ttk.Frame(self.root, padding=16)
        frame.grid()
        self._text = ttk.Label(frame, width=60)
        self._text.grid(sticky="w")
        bar = ttk.Progressbar(frame, mode="indeterminate")
        bar.grid(sticky="we", pady=8)
        bar.start(20)
        self._stop = ttk.Button(frame, text="停止", command=self._ask_to_stop)
        self._stop.grid(sticky="e")
        self.root.protocol("WM_DELETE_WINDOW", self._ask_to_stop)

    def tell(self, text: str) -> None:
        """Show a text; asked from the working thread."""
        self.calls.call(lambda: self._show(text))

    def stopped(self) -> bool:
        """Return whether the clerk wants no more of it."""
        return self._stopped.is_set()

    def _ask_to_stop(self) -> None:
        self._stopped.set()
        self._stop.state(["disabled"])
        self._show(STOPPING)

    def _show(self, text: str) -> None:
        self._text.configure(text=text)


def run_notice(task: Callable[[Notice], _T]) -> _T:
    """Return what the task returns, which runs off the window's thread while the notice stands."""
    notice = TkNotice()
    root = notice.root
    return run_beside(lambda: task(notice), root.mainloop, lambda: notice.calls.call(root.destroy))
