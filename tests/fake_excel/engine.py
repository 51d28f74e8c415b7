"""App, Book, Sheet, Name and Note, as the engines of xlwings have them."""

import itertools
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from xlwings import base_classes

from tests.fake_excel import com, model
from tests.fake_excel.ranges import FakeRange
from tests.fake_excel.strict import FAILED, ComError, Faults, Strict

_ERRORS = {2000: "#NULL!", 2007: "#DIV/0!", 2015: "#VALUE!", 2023: "#REF!", 2029: "#NAME?", 2036: "#NUM!", 2042: "#N/A"}
_KNOWN_ERRORS = {0x800A0000 + code - (1 << 32): text for code, text in _ERRORS.items()}
_pids = itertools.count(1000)


class FakeEngine:
    """The engine: how values go in and out, as xlwings' engine for Windows has it."""

    name = "excel"
    type = "desktop"

    @staticmethod
    def clean_value_data(data: Any, dates: Any, empty: Any, numbers: Any, errors_as_text: bool) -> list[list[Any]]:
        """Return values as xlwings hands them on: naive dates, known errors as texts or nothing."""

        def clean(value: Any) -> Any:
            if value in ("", None):
                return empty
            if isinstance(value, datetime):
                return dates(
                    value.year, value.month, value.day, value.hour, value.minute, value.second, value.microsecond
                )
            if isinstance(value, int) and value in _KNOWN_ERRORS:
                return _KNOWN_ERRORS[value] if errors_as_text else None
            return numbers(value) if numbers and isinstance(value, float) else value

        return [[clean(value) for value in row] for row in data]

    @staticmethod
    def prepare_xl_data_element(value: Any, options: Any) -> Any:
        """Return a value as it is handed to Excel."""
        if isinstance(value, datetime):
            return value.replace(tzinfo=UTC)
        return "" if value is None or value != value else value


class FakeApp(Strict, base_classes.App):
    """An Excel that runs."""

    def __init__(self, faults: Faults | None = None) -> None:
        self.faults = faults or Faults()
        self._pid = next(_pids)
        self._books: list[FakeBook] = []
        self._front: FakeBook | None = None
        self._clipboard: FakeRange | None = None
        self._user = "办事员"
        self._state: dict[str, Any] = {
            "screen_updating": True,
            "display_alerts": True,
            "enable_events": True,
            "status_bar": False,
            "calculation": "automatic",
            "tables_grow": True,
        }

    def _set(self, name: str, value: Any) -> None:
        self._state[name] = value

    screen_updating = property(lambda self: self._state["screen_updating"], lambda s, v: s._set("screen_updating", v))
    display_alerts = property(lambda self: self._state["display_alerts"], lambda s, v: s._set("display_alerts", v))
    enable_events = property(lambda self: self._state["enable_events"], lambda s, v: s._set("enable_events", v))
    status_bar = property(lambda self: self._state["status_bar"], lambda s, v: s._set("status_bar", v))
    calculation = property(lambda self: self._state["calculation"], lambda s, v: s._set("calculation", v))

    @property
    def api(self) -> com.Application:
        return com.Application(self)

    @property
    def engine(self) -> FakeEngine:
        return FakeEngine()

    @property
    def pid(self) -> int:
        return self._pid

    @property
    def books(self) -> "FakeBooks":
        return FakeBooks(self)

    @property
    def cut_copy_mode(self) -> str | None:
        return "copy" if self._clipboard else None

    @cut_copy_mode.setter
    def cut_copy_mode(self, value: bool) -> None:
        if not value:
            self._clipboard = None


class FakeBooks(Strict, base_classes.Books):
    """The open workbooks."""

    def __init__(self, app: FakeApp) -> None:
        self.faults = app.faults
        self._app = app

    @property
    def app(self) -> FakeApp:
        return self._app

    def __call__(self, key: Any) -> "FakeBook":
        for book in self._app._books:
            if book._book.name == key:
                return book
        raise KeyError(key)

    def __len__(self) -> int:
        return len(self._app._books)

    def open(self, fullname: str, *options: Any) -> "FakeBook":
        if self.faults.opens_nothing:
            raise ComError(FAILED, "no password")
        book = FakeBook(self._app, model.Book(fullname, Path(fullname).read_bytes()))
        book._book.read_only = bool(options[1]) or not Path(fullname).stat().st_mode & 0o200
        self._app._books.append(book)
        self._app._front = book
        return book


class FakeBook(Strict, base_classes.Book):
    """An open workbook."""

    def __init__(self, app: FakeApp, book: model.Book) -> None:
        self.faults = app.faults
        self._app = app
        self._book = book
        self._is_open = True

    @property
    def api(self) -> com.Workbook:
        if not self._is_open:
            raise ComError(0x80010108 - (1 << 32), "closed")
        return com.Workbook(self)

    @property
    def name(self) -> str:
        return self._book.name

    @property
    def fullname(self) -> str:
        return self._book.path or self._book.name

    @property
    def app(self) -> FakeApp:
        return self._app

    @property
    def sheets(self) -> "FakeSheets":
        if not self._is_open:
            raise ComError(0x80010108 - (1 << 32), "closed")
        return FakeSheets(self)

    @property
    def names(self) -> "FakeNames":
        return FakeNames(self, None)

    def close(self) -> None:
        self._is_open = False
        self._app._books.remove(self)
        self._app._front = self._app._books[-1] if self._app._books else None

    def save(self, path: str | None = None, password: str | None = None) -> None:
        if path or password:
            raise NotImplementedError("FakeBook.save elsewhere")
        Path(self._book.path).write_bytes(self._book.to_bytes())


class FakeSheets(Strict, base_classes.Sheets):
    """The worksheets of a workbook."""

    def __init__(self, book: FakeBook) -> None:
        self.faults = book.faults
        self._parent = book

    @property
    def active(self) -> "FakeSheet":
        return FakeSheet(self._parent, self._parent._book.sheet(self._parent._book.active))

    def __call__(self, key: Any) -> "FakeSheet":
        book = self._parent._book
        return FakeSheet(self._parent, book.sheets[key - 1] if isinstance(key, int) else book.sheet(key))

    def __len__(self) -> int:
        return len(self._parent._book.sheets)

    def __iter__(self) -> Iterator["FakeSheet"]:
        return iter([FakeSheet(self._parent, sheet) for sheet in self._parent._book.sheets])


class FakeSheet(Strict, base_classes.Sheet):
    """A worksheet."""

    def __init__(self, book: FakeBook, sheet: model.Sheet) -> None:
        self.faults = book.faults
        self._parent = book
        self.model = sheet

    @property
    def api(self) -> com.Worksheet:
        return com.Worksheet(self)

    @property
    def name(self) -> str:
        return str(self.model.cells.title)

    @name.setter
    def name(self, value: str) -> None:
        old, book = self.name, self._parent._book
        if any(sheet is not self.model and sheet.cells.title.casefold() == value.casefold() for sheet in book.sheets):
            raise ComError(FAILED, "name taken")
        self.model.cells.title = value
        for title in (f"'{old}'!", f"{old}!"):
            for name in self.model.cells.defined_names.values():
                name.attr_text = name.attr_text.replace(title, f"'{value}'!")
        book.active = value if book.active == old else book.active

    @property
    def book(self) -> FakeBook:
        return self._parent

    @property
    def names(self) -> "FakeNames":
        return FakeNames(self._parent, self.model)

    @property
    def index(self) -> int:
        return self._parent._book.place(self.model) + 1

    @property
    def visible(self) -> int:
        return {"visible": -1, "hidden": 0, "veryHidden": 2}[self.model.cells.sheet_state]

    @visible.setter
    def visible(self, value: int) -> None:
        number = -1 if value is True else int(value)  # as COM has it
        self.model.cells.sheet_state = {-1: "visible", 0: "hidden", 2: "veryHidden"}[number]

    @property
    def used_range(self) -> FakeRange:
        return FakeRange(self, [self.model.used()])

    @property
    def notes(self) -> list["FakeNote"]:
        cells = self.model.cells._cells
        return [FakeNote(self, *place) for place in sorted(cells) if getattr(cells[place], "comment", None)]

    @property
    def comments(self) -> list["FakeComment"]:
        return [FakeComment(self, address) for address in sorted(self.model.threads)]

    def range(self, arg1: Any, arg2: Any = None) -> FakeRange:
        return FakeRange.named(self, arg1, arg2)

    def delete(self) -> None:
        self._writable()
        if self.model.cells.sheet_state == "veryHidden":
            raise ComError(FAILED, "a sheet that no list shows")
        self._parent._book.remove(self.model)

    def copy(self, before: Any, after: "FakeSheet | None") -> None:
        if before or after is None:
            raise NotImplementedError("FakeSheet.copy before")
        after._writable()
        after._parent._book.take(self.model, after.index)
        self._parent._app._front = after._parent

    def _writable(self) -> None:
        if self._parent._book.structure_protected:
            raise ComError(FAILED, "protected")


class FakeNames(Strict, base_classes.Names):
    """The names of the workbook, those local to its sheets included; or those of one sheet."""

    def __init__(self, book: FakeBook, sheet: model.Sheet | None) -> None:
        self.faults = book.faults
        self._parent = book
        self._sheet = sheet

    def _all(self) -> list["FakeName"]:
        sheets = [self._sheet] if self._sheet else self._parent._book.sheets
        local = [FakeName(self._parent, sheet, title) for sheet in sheets for title in sheet.cells.defined_names]
        whole = [] if self._sheet else [FakeName(self._parent, None, t) for t in self._parent._book.inner.defined_names]
        return [*whole, *local]

    def __len__(self) -> int:
        return len(self._all())

    def __call__(self, key: Any) -> "FakeName":
        if not isinstance(key, int):
            raise NotImplementedError("FakeNames by name")
        return self._all()[key - 1]

    def add(self, name: str, refers_to: str) -> "FakeName":
        if self._sheet is None:
            raise NotImplementedError("FakeNames.add for the whole workbook")
        if not re.fullmatch(r"[^\W\d][\w.]*", name):
            raise ComError(FAILED, "no name")
        if len(refers_to) > 255:
            raise ComError(FAILED, "text of a name too long")
        self._sheet.cells.defined_names[name] = model.name(name, refers_to.removeprefix("="))
        return FakeName(self._parent, self._sheet, name)


class FakeName(Strict, base_classes.Name):
    """A defined name."""

    def __init__(self, book: FakeBook, sheet: model.Sheet | None, title: str) -> None:
        self.faults = book.faults
        self._title = title
        self._sheet = sheet
        self._list = sheet.cells.defined_names if sheet else book._book.inner.defined_names
        self._inner = self._list[title]

    @property
    def api(self) -> com.Name:
        return com.Name(self)

    @property
    def name(self) -> str:
        return f"'{self._sheet.cells.title}'!{self._title}" if self._sheet else self._title

    @property
    def refers_to(self) -> str:
        return f"={self._inner.attr_text}"

    @refers_to.setter
    def refers_to(self, value: str) -> None:
        self._inner.attr_text = value.removeprefix("=")

    def delete(self) -> None:
        del self._list[self._title]


class FakeNote(Strict, base_classes.Note):
    """A note on a cell."""

    def __init__(self, sheet: FakeSheet, row: int, column: int) -> None:
        self.faults = sheet.faults
        self._sheet = sheet
        self._place = row, column

    @property
    def _cell(self) -> Any:
        return self._sheet.model.cells._cells[self._place]

    @property
    def api(self) -> com.Note:
        return com.Note(self)

    @property
    def text(self) -> str:
        return str(self._cell.comment.text)

    @property
    def author(self) -> str:
        return str(self._cell.comment.author)

    @property
    def location(self) -> FakeRange:
        return FakeRange(self._sheet, [(*self._place, *self._place)])

    def delete(self) -> None:
        self._cell.comment = None


class FakeComment(Strict, base_classes.Comment):
    """A threaded comment on a cell."""

    def __init__(self, sheet: FakeSheet, address: str) -> None:
        self.faults = sheet.faults
        self._sheet = sheet
        self._address = address

    @property
    def location(self) -> FakeRange:
        return FakeRange.named(self._sheet, self._address, None)
