"""Windows, boxes and questions on this system: Windows' own controls there, tkinter elsewhere."""

import sys
from collections.abc import Callable
from typing import Protocol, TypeVar

from addin.window.dropped import Notice
from workbooks.errors import Refusal

_T = TypeVar("_T")


class Interface(Protocol):
    """What a system must offer."""

    def prepare(self) -> None:
        """Set the process up. Called once, before anything else."""

    def run_window(self) -> None:
        """Show the window until the clerk closes it."""

    def run_notice(self, task: Callable[[Notice], _T]) -> _T:
        """Return what the task returns, which runs off the window's thread while a notice stands."""

    def say(self, text: str) -> None:
        """Show a text that the clerk must see."""

    def ask(self, text: str) -> bool:
        """Return whether the clerk says yes."""


def interface() -> Interface:
    """Return the interface, prepared. Raises a Refusal where there is no screen or no tkinter."""
    found: Interface
    if sys.platform == "win32":
        from addin.window import native as found
    else:
        try:
            from addin.window import tk as found
        except ImportError as error:
            raise Refusal("这里没有图形界面（缺 tkinter），请用命令：dudao report 台账文件", "no_window") from error
    found.prepare()
    return found
