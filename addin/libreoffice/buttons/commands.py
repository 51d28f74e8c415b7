"""What a command does: `dudao:report` and the other buttons, and `dudao:as_of`, 截止日期.

From a menu, a toolbar or a key: when LibreOffice has finished with the click, for 撤回上一步 closes the window that the
click came from; what came of it is shown. From a program (`XNotifyingDispatch`, as `DispatchHelper` asks): at once;
what came of it is handed back as (kind, text, path) of `addin.pressed.Pressed`, nothing is shown or opened.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING, Any

import unohelper
from com.sun.star.awt import XCallback

from addin.libreoffice.buttons import captions, chosen_day, log
from addin.pressed import Pressed, pressed
from addin.ribbon import tab
from workbooks.errors import WrongArgument

if TYPE_CHECKING:
    from addin.libreoffice.buttons.pressing import Desk

_BUSY = Pressed("refused", "上一步还没有结束，请等它做完、关闭它的对话框后再点。")
_TYPING = Pressed("refused", "正在编辑单元格，请先按回车或Esc结束编辑，再点按钮。")
_one_at_a_time = Lock()
_doing = ""


class Commands:
    """The commands of one frame. dispatch: the UNO object that they came to."""

    def __init__(self, context: Any, frame: Any, dispatch: Any) -> None:
        self._context, self._frame, self._dispatch = context, frame, dispatch

    def from_window(self, command: str) -> None:
        """Do what was clicked, soon, and show what came of it. The second half of a double click does nothing."""
        log.start(self._context)
        later = self._context.ServiceManager.createInstanceWithContext("com.sun.star.awt.AsyncCallback", self._context)
        later.addCallback(_Later(partial(self._clicked, command)), None)

    def from_program(self, command: str, arguments: Sequence[Any]) -> tuple[str, str, str]:
        """Do what is asked for; return kind, text and path. For 截止日期 the argument `Text` is the day."""
        log.start(self._context)
        with _turn(command) as free:
            if not free:
                came = _BUSY
            elif command == tab().date.id:
                given = {argument.Name: argument.Value for argument in arguments}
                came = self._set_day(str(given.get("Text", "")))
            else:
                came = self._press(self._desk(), command)
        return came.kind, came.text, came.path

    def add_listener(self, listener: Any, url: Any) -> None:
        """Tell a menu entry or button its texts, now and when they change."""
        captions.add(listener, url, self._dispatch)

    def remove_listener(self, listener: Any, url: Any) -> None:
        """Tell it no more."""
        captions.remove(listener, url)

    def _desk(self) -> "Desk":
        from addin.libreoffice.buttons.pressing import Desk

        return Desk(self._context, self._frame)

    def _clicked(self, command: str) -> None:
        desk, earlier = self._desk(), _doing
        with _turn(command) as free:
            if free and command == tab().date.id:
                self._ask_day(desk)
            elif free:
                desk.show(pressed(lambda: self._press(desk, command) if desk.is_ready() else _TYPING))
            elif command != earlier:
                desk.show(_BUSY)

    def _press(self, desk: "Desk", command: str) -> Pressed:
        if command not in {button.id for button in tab().buttons}:
            return Pressed("refused", f"没有“{command}”这个按钮。")
        return desk.press(command, chosen_day.text())

    def _ask_day(self, desk: "Desk") -> None:
        from addin.libreoffice.buttons import dialogs

        written, hint = chosen_day.text(), ""
        while True:
            answer = dialogs.ask_day(self._context, desk.window, tab().date, written, hint)
            if answer is None:
                return
            came = self._set_day(answer)
            if came.kind == "done":
                return
            written, hint = answer, came.text

    def _set_day(self, written: str) -> Pressed:
        try:
            chosen_day.choose(written)
        except WrongArgument as wrong:
            return Pressed("refused", wrong.message)
        captions.tell_day()
        return Pressed("done", captions.day_label())


@contextmanager
def _turn(command: str) -> Iterator[bool]:
    """Yield whether nothing else is being done; if so, nothing else is until this ends, its dialog included.

    Clicks come in between: LibreOffice takes them while it draws its status bar.
    """
    global _doing
    free = _one_at_a_time.acquire(blocking=False)
    if free:
        _doing = command
    try:
        yield free
    finally:
        if free:
            _doing = ""
            _one_at_a_time.release()


class _Later(unohelper.Base, XCallback):  # type: ignore[misc]
    """Work for LibreOffice's own thread when it has nothing else to do."""

    def __init__(self, work: Callable[[], None]) -> None:
        self._work = work

    def notify(self, data: Any) -> None:
        """Do the work."""
        try:
            self._work()
        except Exception:  # pressing never raises; showing may, where the window is gone
            log.LOG.exception("a command from a window")
