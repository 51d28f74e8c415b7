"""Engine, Apps, App: LibreOffice as xlwings sees a spreadsheet program."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import xlwings
from xlwings import base_classes

from workbooks.libreoffice.books import Book, Books
from workbooks.libreoffice.complete import complete
from workbooks.libreoffice.office import Office, running_in, started
from workbooks.libreoffice.uno_words import properties, uno
from workbooks.libreoffice.values import cleaned
from workbooks.libreoffice.writing import prepared

_BUTTONS = {"ok": 1, "ok_cancel": 2, "yes_no": 3, "yes_no_cancel": 4}  # com.sun.star.awt.MessageBoxButtons
_ANSWERS = {0: "cancel", 1: "ok", 2: "yes", 3: "no"}  # com.sun.star.awt.MessageBoxResults
_KINDS = {None: "MESSAGEBOX", "info": "INFOBOX", "critical": "ERRORBOX"}


@contextmanager
def start(*, profile: Path | None = None, program: str | None = None, visible: bool = False) -> Iterator[xlwings.App]:
    """Start a LibreOffice of its own, yield it, and end it (see `office.started`)."""
    with started(profile=profile, program=program, visible=visible) as office:
        app = App(office)
        _make_known(app)
        try:
            yield xlwings.App(impl=app)
        finally:
            del _RUNNING[app.pid]


def here(context: Any) -> xlwings.App:
    """Return the LibreOffice that we run in; `context` is the component context that it handed to us."""
    app = App(running_in(context))
    _make_known(app)
    return xlwings.App(impl=app)


def book_of(app: xlwings.App, document: Any) -> xlwings.Book:
    """Return the workbook of an open document that LibreOffice handed over."""
    return xlwings.Book(impl=Book(app.impl, document))


class Engine:
    """The engine, as xlwings' own engines are modules with these words."""

    name = "libreoffice"
    type = "desktop"
    clean_value_data = staticmethod(cleaned)

    @property
    def apps(self) -> "Apps":
        """The programs that it drives."""
        return Apps()

    @staticmethod
    def prepare_xl_data_element(value: Any, options: Any) -> Any:
        """Return a value as it is handed to a range: dates, texts, numbers, truth values, None."""
        return prepared(value)


@complete
class Apps(base_classes.Apps):
    """The programs that this engine drives; the one that was activated or started last is the first."""

    def keys(self) -> list[int]:
        return list(reversed(_RUNNING))

    def __iter__(self) -> Iterator["App"]:
        return reversed(list(_RUNNING.values()))

    def __len__(self) -> int:
        return len(_RUNNING)

    def __getitem__(self, pid: int) -> "App":
        return _RUNNING[pid]


@complete
class App(base_classes.App):
    """A LibreOffice that runs."""

    def __init__(self, office: Office) -> None:
        self.office = office

    @property
    def api(self) -> Any:
        return self.office.desktop

    @property
    def engine(self) -> Engine:
        return ENGINE

    @property
    def pid(self) -> int:
        return self.office.pid

    @property
    def version(self) -> str:
        provider = self.office.service("configuration.ConfigurationProvider")
        (where,) = properties(nodepath="/org.openoffice.Setup/Product")
        access = provider.createInstanceWithArguments("com.sun.star.configuration.ConfigurationAccess", (where,))
        return str(access.getByName("ooSetupVersionAboutBox"))

    @property
    def books(self) -> Books:
        return Books(self)

    @property
    def selection(self) -> Any:
        book = self.books.active
        return book.selection if book else None

    @property
    def visible(self) -> bool:
        return self.office.visible

    @visible.setter
    def visible(self, visible: bool) -> None:
        """It stays as it was started."""
        if visible != self.office.visible:
            raise NotImplementedError("LibreOffice: App.visible of a program that runs")

    def activate(self, steal_focus: bool = False) -> None:
        _make_known(self)
        if book := self.books.active:
            book.activate()

    def quit(self) -> None:
        """Close all workbooks without saving, and end the program."""
        for book in list(self.books):
            book.close()
        self.office.end()

    def kill(self) -> None:
        """End the program at once, if we have started it."""
        if not self.office.own:
            raise NotImplementedError("LibreOffice: App.kill of a program that we didn't start")
        os.killpg(self.pid, signal.SIGKILL)

    @property
    def screen_updating(self) -> bool:
        return not self.office.quick

    @screen_updating.setter
    def screen_updating(self, value: bool) -> None:
        """Off: nothing is drawn, and rows keep their height whatever is written, for fitting them takes long."""
        if value != self.office.quick:
            return
        self.office.quick = not value
        for document in self.office.documents():
            document.IsAdjustHeightEnabled = bool(value)
            if value:
                document.unlockControllers()
            else:
                document.lockControllers()

    @property
    def display_alerts(self) -> bool:
        return self.office.alerts

    @display_alerts.setter
    def display_alerts(self, value: bool) -> None:
        """Kept, and of no effect: what is asked for through the API asks no questions."""
        self.office.alerts = bool(value)

    @property
    def enable_events(self) -> bool:
        return self.office.events

    @enable_events.setter
    def enable_events(self, value: bool) -> None:
        """Kept, and of no effect: LibreOffice has no such switch."""
        self.office.events = bool(value)

    @property
    def calculation(self) -> str:
        documents = self.office.documents()
        return "automatic" if all(each.isAutomaticCalculationEnabled() for each in documents) else "manual"

    @calculation.setter
    def calculation(self, value: str) -> None:
        if value not in ("automatic", "manual"):
            raise NotImplementedError(f"LibreOffice: App.calculation {value}")
        for document in self.office.documents():
            document.enableAutomaticCalculation(value == "automatic")

    def calculate(self) -> None:
        for document in self.office.documents():
            document.calculateAll()

    @property
    def status_bar(self) -> str | bool:
        return self.office.status if self.office.status is not None else False

    @status_bar.setter
    def status_bar(self, value: str | bool) -> None:
        """A text, or False for the program's own."""
        for document in self.office.documents():
            controller = document.CurrentController
            indicator = controller.StatusIndicator if controller else None
            if indicator is None:
                continue
            if not isinstance(value, str):
                indicator.end()
            elif self.office.status is None:
                indicator.start(value, 0)
            else:
                indicator.setText(value)
        self.office.status = value if isinstance(value, str) else None

    @property
    def cut_copy_mode(self) -> str | None:
        return "copy" if self.office.copied else None

    @cut_copy_mode.setter
    def cut_copy_mode(self, value: bool) -> None:
        if not value:
            self.office.copied = None

    def alert(self, prompt: Any, title: Any, buttons: str | None, mode: str | None, callback: Any) -> str:
        """Show a message before the active workbook and wait for the answer."""
        frame = self.office.desktop.ActiveFrame
        if frame is None:
            raise NotImplementedError("LibreOffice: App.alert without a window")
        window = frame.ContainerWindow
        kind = uno().Enum("com.sun.star.awt.MessageBoxType", _KINDS[mode])
        text = "" if prompt is None else str(prompt)
        box = window.Toolkit.createMessageBox(window, kind, _BUTTONS[buttons or "ok"], str(title or ""), text)
        return _ANSWERS[box.execute()]


ENGINE = Engine()
_RUNNING: dict[int, App] = {}


def _make_known(app: App) -> None:
    """Make it the program that `xlwings.apps` begins with; where xlwings has no engine (no Excel) ours is its own."""
    _RUNNING.pop(app.pid, None)
    _RUNNING[app.pid] = app
    if xlwings.engines.active is None:
        engines: Any = xlwings.engines
        engines.add(xlwings.main.Engine(impl=ENGINE))
        engines.active = engines[ENGINE.name]
