"""tkinter's boxes: a text to read, a question, the choice of a file; and calls from other threads."""

import queue
import tkinter
from collections.abc import Callable
from tkinter import filedialog, messagebox

from addin.window.model import ALL_FILES, CHOOSING, PATTERNS, TITLE, WORKBOOKS
from workbooks.errors import Refusal

_EVERY = 50  # milliseconds between looks for calls of other threads


def prepare() -> None:
    """See that there is a screen. Raises a Refusal where there is none."""
    try:
        tkinter.Tk().destroy()
    except tkinter.TclError as error:
        raise Refusal("这里没有图形界面，请用命令：dudao report 台账文件", "no_window") from error


def say(text: str) -> None:
    """Show a text that the clerk must see."""
    root = _hidden()
    messagebox.showwarning(TITLE, text, parent=root)
    root.destroy()


def ask(text: str) -> bool:
    """Return whether the clerk says yes."""
    root = _hidden()
    answer = messagebox.askyesno(TITLE, text, parent=root)
    root.destroy()
    return answer


def choose_workbook(owner: tkinter.Misc) -> str:
    """Return the path of the workbook that the clerk chooses, empty if none."""
    kinds = ((WORKBOOKS, PATTERNS), (ALL_FILES, "*"))
    return filedialog.askopenfilename(parent=owner, title=CHOOSING, filetypes=kinds) or ""


class Calls:
    """Calls that other threads ask of the window's thread: tkinter may be used by that one alone."""

    def __init__(self, root: tkinter.Misc) -> None:
        self._root = root
        self._calls: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._look()

    def call(self, action: Callable[[], None]) -> None:
        """Do the action on the window's thread."""
        self._calls.put(action)

    def _look(self) -> None:
        self._root.after(_EVERY, self._look)
        while not self._calls.empty():
            self._calls.get()()


def _hidden() -> tkinter.Tk:
    root = tkinter.Tk()
    root.withdraw()
    return root
