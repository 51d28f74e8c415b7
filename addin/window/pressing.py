"""One button's work on a workbook file, which never raises: what fails is a sentence, and the trace is in the log."""

from collections.abc import Callable
from pathlib import Path

from addin.pressed import Pressed, pressed
from addin.window.log import LOG, where_logged

Press = Callable[[str, str, Path], Pressed]
"""button id, 截止日期 as typed (empty: automatic), workbook → what came of it."""


def press(button: str, as_of: str, path: Path) -> Pressed:
    """Return what came of the button, done the file way."""

    def work() -> Pressed:
        from addin import file_way  # here and not above: the window stands before the libraries are loaded

        return file_way.press(button, as_of, path)

    LOG.info("%s as_of=%r %s", button, as_of, path)
    done = pressed(work)
    LOG.info("%s %s", done.kind, done.path)  # not its text: nothing of a ledger stands in a log
    if done.kind == "failed":
        return Pressed("failed", f"{done.text}\n日志：{where_logged()}")
    return done


def succeeded(done: Pressed) -> bool:
    """Return whether the work was done."""
    return done.kind in ("done", "open")
