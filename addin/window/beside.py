"""Work beside the window's thread, so that the window goes on answering."""

import threading
from collections.abc import Callable
from typing import TypeVar

_T = TypeVar("_T")


def start_beside(
    task: Callable[[], _T], then: Callable[[_T], None], call: Callable[[Callable[[], None]], None]
) -> None:
    """Run the task, which never raises, on a thread of its own, then `then` with its result on the window's thread.

    call: asks the window's thread for an action.
    """

    def work() -> None:
        result = task()
        call(lambda: then(result))

    threading.Thread(target=work, daemon=True).start()


def run_beside(task: Callable[[], _T], show: Callable[[], object], end: Callable[[], object]) -> _T:
    """Return what the task returns, or raise what it raises; it runs on a thread of its own while `show` shows.

    show: runs the window until it is closed. end: closes it, asked from the task's thread.
    """
    results: list[_T] = []
    failures: list[BaseException] = []

    def work() -> None:
        try:
            results.append(task())
        except BaseException as failure:  # raised again below, on the caller's thread
            failures.append(failure)
        finally:
            end()

    worker = threading.Thread(target=work, daemon=True)
    worker.start()
    show()
    worker.join()  # so that the window is let go of on this thread
    if failures:
        raise failures[0]
    return results[0]
