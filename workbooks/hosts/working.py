"""The spreadsheet program while we work in it: quiet, quick, and afterwards as it was."""

import contextlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xlwings import App, Book

_QUIET: dict[str, Any] = {"screen_updating": False, "display_alerts": False, "enable_events": False}


@contextmanager
def working(book: "Book", status: str) -> Iterator[None]:
    """Show `status` in the status bar, leave the screen, questions and the clerk's event macros alone meanwhile.

    Everything is put back in the end, whatever happens, and so is the way of calculating; where the program has died,
    what it died of is what the caller hears.
    """
    app = book.app
    with ExitStack() as stack:
        for setting, value in {**_QUIET, "status_bar": status}.items():
            before = getattr(app, setting)
            stack.callback(_put_back, app, setting, before)
            setattr(app, setting, value)
        stack.callback(_keep, app, "calculation", app.calculation)
        yield


def _put_back(app: "App", setting: str, value: Any) -> None:
    with contextlib.suppress(Exception):
        setattr(app, setting, value)


def _keep(app: "App", setting: str, value: Any) -> None:
    """Put a setting back where it has changed: setting the way of calculating starts a calculation."""
    with contextlib.suppress(Exception):
        if getattr(app, setting) != value:
            setattr(app, setting, value)
