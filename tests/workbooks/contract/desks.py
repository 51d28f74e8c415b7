"""The hosts that the facts are tried on: how each opens a workbook, and what a clerk does in its program."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest
import xlwings

from tests.fake_excel import FakeApp
from tests.fake_excel import opened as opened_in_fake
from tests.fake_excel.engine import FakeBook
from tests.workbooks.contract.papers import custom_parts_kept, edited
from workbooks.hosts.file import FileHost
from workbooks.hosts.keeping import kept
from workbooks.hosts.live import LiveHost
from workbooks.hosts.port import Host


class Desk(Protocol):
    """A host as the facts meet it. One workbook is open at a time: opening another closes it, unsaved."""

    def open(self, file: Path) -> Host:
        """Return the host of the workbook."""

    def again(self, file: Path) -> Host:
        """Return a new host of the workbook, which stays open where it is open."""

    def close(self) -> None:
        """Close the workbook that is open, if any, without saving."""

    def touch(self, host: Host) -> None:
        """Let the program write the open workbook anew when it is saved, even if nothing was done to it."""

    def change(self, host: Host, what: str, step: Callable[[Host], object]) -> None:
        """Change the clerk's own workbook as the commands and buttons do: so that it can be taken back."""

    def type(self, host: Host, sheet: str, cell: str, text: str) -> None:
        """As a clerk: write a text into a cell of the workbook that the host has."""

    def other(self, file: Path) -> Host:
        """Return another kind of host of the same workbook, which leaves nothing open."""

    def insert_row(self, file: Path, sheet: str, row: int) -> None:
        """As a clerk: open the file, insert a row before this one (counted from 1), save and close."""


class FileDesk:
    """No program: the clerk's own edits between two runs are made in the fake Excel."""

    def open(self, file: Path) -> Host:
        """Return the file's host."""
        return FileHost(file)

    def again(self, file: Path) -> Host:
        """Return the file's host."""
        return FileHost(file)

    def close(self) -> None:
        """Nothing is ever open."""

    def touch(self, host: Host) -> None:
        """Do nothing: what was not changed stays as it is."""

    def change(self, host: Host, what: str, step: Callable[[Host], object]) -> None:
        """Change the file in place."""
        step(host)
        host.save_in_place(what)

    def type(self, host: Host, sheet: str, cell: str, text: str) -> None:
        """Write into the file."""
        assert isinstance(host, FileHost)
        edited(host.path, lambda book: setattr(book[sheet][cell], "value", text))

    def other(self, file: Path) -> Host:
        """Return the host of the workbook opened in the fake Excel."""
        return LiveHost(opened_in_fake(file))

    def insert_row(self, file: Path, sheet: str, row: int) -> None:
        """Insert a row in the fake Excel."""
        with custom_parts_kept(file):
            insert_in_fake(opened := opened_in_fake(file), sheet, row)
            opened.save()


class LiveDesk:
    """A spreadsheet program.

    app: returns it. insert: inserts a row in an open workbook as a clerk does. touch: makes it a changed workbook for
    programs that write no other.
    """

    def __init__(
        self,
        app: Callable[[], xlwings.App],
        insert: Callable[[xlwings.Book, str, int], None],
        touch: Callable[[xlwings.Book], None] = lambda book: None,
    ) -> None:
        self._app = app
        self._insert = insert
        self._touch = touch
        self._book: Callable[[], xlwings.Book] | None = None

    def open(self, file: Path) -> Host:
        """Return the host of the workbook opened in the program."""
        book = self._opened(file)
        self._book = lambda: book
        host = LiveHost(book)
        self._book = lambda: host.workbook  # another one after `undo`
        return host

    def again(self, file: Path) -> Host:
        """Return a new host of the open workbook, as each press of a button has one."""
        if self._book is None:
            return self.open(file)
        host = LiveHost(self._book())
        self._book = lambda: host.workbook
        return host

    def close(self) -> None:
        """Close the workbook that is open, if any."""
        if self._book is not None:
            book, self._book = self._book(), None
            try:
                book.close()
            except Exception:
                if _answers(book.app):
                    raise  # else the fact in which the program died has failed

    def touch(self, host: Host) -> None:
        """Let the program write the workbook anew."""
        assert isinstance(host, LiveHost)
        self._touch(host.workbook)

    def change(self, host: Host, what: str, step: Callable[[Host], object]) -> None:
        """Change the open workbook, which stays unsaved."""
        assert isinstance(host, LiveHost)
        with kept(host.workbook, what):
            step(host)

    def type(self, host: Host, sheet: str, cell: str, text: str) -> None:
        """Write into the open workbook."""
        assert isinstance(host, LiveHost)
        host.workbook.sheets[sheet].range(cell).value = text

    def other(self, file: Path) -> Host:
        """Return the file's host."""
        return FileHost(file)

    def insert_row(self, file: Path, sheet: str, row: int) -> None:
        """Insert a row in the program."""
        book = self._opened(file)
        self._book = lambda: book
        self._insert(book, sheet, row)
        book.save()
        self.close()

    def _opened(self, file: Path) -> xlwings.Book:
        self.close()
        return self._app().books.open(str(file), update_links=False, ignore_read_only_recommended=True)


def _answers(app: xlwings.App) -> bool:
    try:
        return len(app.books) >= 0
    except Exception:
        return False


def insert_in_fake(book: xlwings.Book, sheet: str, row: int) -> None:
    """Insert a row in the fake Excel."""
    assert isinstance(book.impl, FakeBook)
    book.impl._book.sheet(sheet).insert_row(row)


def insert_by_xlwings(book: xlwings.Book, sheet: str, row: int) -> None:
    """Insert a row by xlwings' own word for it."""
    book.sheets[sheet].range(f"{row}:{row}").insert("down")


def insert_by_uno(book: xlwings.Book, sheet: str, row: int) -> None:
    """Insert a row in LibreOffice."""
    book.sheets[sheet].api.Rows.insertByIndex(row - 1, 1)


def excel() -> xlwings.App:
    """Return an Excel of our own; skip loudly where there is none."""
    if sys.platform != "win32":
        pytest.skip("NOT TESTED: Microsoft Excel runs on Windows; there: pytest --host=excel tests/workbooks/contract")
    try:
        app = xlwings.App(visible=False, add_book=False)
        app.display_alerts = False  # nobody sees them, and Excel would wait for an answer
        return app
    except Exception as error:  # whatever pywin32 says where there is none
        pytest.skip(f"NOT TESTED: Microsoft Excel doesn't start: {error}")


def desk(host: str, request: pytest.FixtureRequest) -> Desk:
    """Return the desk of a host (`tests.conftest.HOSTS`), its program started; skip loudly where that is missing."""
    if host == "file":
        return FileDesk()
    if host == "live":
        return LiveDesk(lambda: xlwings.App(impl=FakeApp()), insert_in_fake)
    if host == "libreoffice":
        office = request.getfixturevalue("running_office")
        office.app()  # or skip
        return LiveDesk(office.app, insert_by_uno, lambda book: book.api.setModified(True))
    program = excel()
    request.addfinalizer(program.quit)
    return LiveDesk(lambda: program, insert_by_xlwings)
