"""LibreOffice's main thread does what a program asks over a pipe, as it does what is clicked.

Otherwise each call is done by a worker thread, which ends after two seconds without work. What it had made for itself
(fonts, word breaks) goes with it though others still use it, and LibreOffice 7.4 dies of that now and then.

UNO hands all calls of one identity to one thread. So the main thread is made to call us; while it waits for our answer,
our calls bear its identity, and it does them. It does nothing else meanwhile: no clicks, nothing that it has put off
(`Office.settle` makes it).
"""

import ctypes
import threading
from contextlib import suppress
from functools import cache
from typing import Any, Self

from workbooks.libreoffice.uno_words import uno

_LONGEST_WAIT = 60.0  # seconds until the main thread has finished what it is at


class NoAnswer(RuntimeError):
    """LibreOffice's main thread doesn't answer."""


class MainThread:
    """The main thread of a LibreOffice; in a `with` block it does all calls of the thread of ours that has the block.

    context: the program's component context. One thread of ours holds one LibreOffice at a time, that of its innermost
    block: the calls to others are done by their workers. Calls of other threads of ours wait until it is let go.
    """

    def __init__(self, context: Any) -> None:
        self._context = context
        self._waiting: Any = None

    def __enter__(self) -> Self:
        blocks = _blocks()
        if blocks:
            blocks[-1].let_go()
        blocks.append(self)
        try:
            self._take()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *error: object) -> None:
        blocks = _blocks()
        self.let_go()
        blocks.pop(len(blocks) - 1 - blocks[::-1].index(self))
        if blocks:
            with suppress(Exception):  # it may have ended; the next call will say so
                blocks[-1]._take()

    def let_go(self) -> None:
        """Let LibreOffice do what it has to, until the end of the block."""
        if self._waiting:
            _identities().uno_releaseIdFromCurrentThread()
            self._waiting.ended.set()
            self._waiting = None

    def _take(self) -> None:
        if self._waiting:
            return
        waiting = _waiting_answer()
        later = self._context.ServiceManager.createInstanceWithContext("com.sun.star.awt.AsyncCallback", self._context)
        later.addCallback(waiting, None)
        try:
            if not waiting.begun.wait(_LONGEST_WAIT):
                raise NoAnswer(f"LibreOffice has not answered for {_LONGEST_WAIT:.0f} seconds")
        except BaseException:
            waiting.ended.set()
            raise
        _identities().uno_bindIdToCurrentThread(waiting.identity)
        self._waiting = waiting


_ours = threading.local()


def _blocks() -> list[MainThread]:
    """Return the blocks that this thread is in, the innermost last."""
    blocks: list[MainThread] = _ours.__dict__.setdefault("blocks", [])
    return blocks


def _waiting_answer() -> Any:
    """Return what LibreOffice's main thread calls, and waits for until `ended` is set. identity: of that thread."""
    return _waiting_answers()()


@cache
def _waiting_answers() -> Any:
    """Return the class, which can be made only when UNO was found."""
    uno()
    import unohelper
    from com.sun.star.awt import XCallback

    class WaitingAnswer(unohelper.Base, XCallback):  # type: ignore[misc]
        def __init__(self) -> None:
            self.begun, self.ended = threading.Event(), threading.Event()
            self.identity = ctypes.c_void_p()

        def notify(self, data: Any) -> None:
            _identities().uno_getIdOfCurrentThread(ctypes.byref(self.identity))
            self.begun.set()
            self.ended.wait()
            _identities().uno_releaseIdFromCurrentThread()

    return WaitingAnswer


@cache
def _identities() -> Any:
    """Return UNO's functions for the identities of threads (uno/threadpool.h), of the library that `uno` has loaded."""
    return ctypes.CDLL("libuno_cppu.so.3")
