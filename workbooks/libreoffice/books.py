"""Books, Book: the open workbooks of LibreOffice."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from xlwings import base_classes

from workbooks.libreoffice.complete import complete
from workbooks.libreoffice.formulas import Grammar, grammar_of
from workbooks.libreoffice.letters import mend_fonts
from workbooks.libreoffice.names import Names
from workbooks.libreoffice.passwords import encrypted
from workbooks.libreoffice.sheets import Sheet, Sheets
from workbooks.libreoffice.uno_words import properties, struct, uno

if TYPE_CHECKING:
    from workbooks.libreoffice.engine import App

FILTERS = {
    ".xlsx": "Calc MS Excel 2007 XML",
    ".xlsm": "Calc MS Excel 2007 VBA XML",
    ".xltx": "Calc MS Excel 2007 XML Template",
    ".xls": "MS Excel 97",
    ".ods": "calc8",
    ".ots": "calc8_template",
    ".csv": "Text - txt - csv (StarCalc)",
}
"""LibreOffice's names for the formats that it writes, by the ending of the file."""

_PIXELS_OF_A_POINT = 96 / 72
_FINE = 100  # times as large: widths are whole pixels

_NEVER, _AS_CONFIGURED = 0, 5  # com.sun.star.document.MacroExecMode
_NO_UPDATE, _FULL_UPDATE = 0, 3  # com.sun.star.document.UpdateDocMode


@complete
class Books(base_classes.Books):
    """The open workbooks, in the order in which they were opened."""

    def __init__(self, app: "App") -> None:
        self.app = app

    @property
    def api(self) -> Any:
        return self.app.office.desktop.Components

    @property
    def active(self) -> "Book | None":
        """The workbook in front, else the one opened last."""
        documents = self.app.office.documents()
        current = self.app.office.desktop.CurrentComponent
        front = current if current in documents else documents[-1] if documents else None
        return Book(self.app, front) if front is not None else None

    def __call__(self, name_or_index: str | int) -> "Book":
        books = list(self)
        if isinstance(name_or_index, int):
            return books[name_or_index - 1]
        for book in books:
            if book.name.casefold() == name_or_index.casefold():
                return book
        raise KeyError(name_or_index)

    def __len__(self) -> int:
        return len(self.app.office.documents())

    def __iter__(self) -> Iterator["Book"]:
        for document in self.app.office.documents():
            yield Book(self.app, document)

    def __contains__(self, name: str) -> bool:
        return any(book.name.casefold() == name.casefold() for book in self)

    def add(self) -> "Book":
        book = self._loaded("private:factory/scalc", Hidden=not self.app.visible)
        book.keep_its_view()
        return book

    def open(
        self,
        fullname: str,
        update_links: bool | None = None,
        read_only: bool | None = None,
        format: Any = None,
        password: str | None = None,
        write_res_password: Any = None,
        ignore_read_only_recommended: bool | None = None,
        origin: Any = None,
        delimiter: Any = None,
        editable: Any = None,
        notify: Any = None,
        converter: Any = None,
        add_to_mru: bool | None = None,
        local: Any = None,
        corrupt_load: Any = None,
    ) -> "Book":
        """Open a file; raise OSError where LibreOffice can't: damaged, encrypted, or held open by another LibreOffice.

        A workbook that is not to be listed among those used lately (`add_to_mru=False`) is opened for an errand: no
        window is made for it, and no macro of it runs. The options after `password` that say how are not there.
        """
        others = {
            "format": format, "write_res_password": write_res_password, "origin": origin, "delimiter": delimiter,
            "editable": editable, "notify": notify, "converter": converter, "local": local,
            "corrupt_load": corrupt_load,
        }  # fmt: skip
        for option, value in others.items():
            if value is not None:
                raise NotImplementedError(f"LibreOffice: Books.open with {option}")
        is_errand = add_to_mru is False
        options: dict[str, Any] = {
            "Hidden": is_errand or not self.app.visible,
            "ReadOnly": bool(read_only),
            "MacroExecutionMode": _NEVER if is_errand else _AS_CONFIGURED,
            "UpdateDocMode": _FULL_UPDATE if update_links else _NO_UPDATE,
        }
        if password is not None:
            options["Password"] = password
        book = self._loaded(uno().systemPathToFileUrl(str(Path(fullname).resolve())), **options)
        if not is_errand:
            book.keep_its_view()
        return book

    def _loaded(self, url: str, **options: Any) -> "Book":
        try:
            document = self.app.office.desktop.loadComponentFromURL(url, "_blank", 0, properties(**options))
        except Exception as error:
            if not any(kind in type(error).__name__ for kind in ("IOException", "IllegalArgumentException")):
                raise
            raise OSError(f"LibreOffice can't open {url}: {error}") from error
        if document is None:
            raise OSError(f"LibreOffice can't open {url}")
        try:
            mend_fonts(document)
            if self.app.office.quick:
                document.IsAdjustHeightEnabled = False
                document.lockControllers()
        except Exception:
            document.close(True)
            raise
        return Book(self.app, document)


@complete
class Book(base_classes.Book):
    """An open workbook."""

    def __init__(self, app: "App", document: Any) -> None:
        self._app = app
        self.document = document

    @property
    def app(self) -> "App":
        return self._app

    @property
    def api(self) -> Any:
        return self.document

    @property
    def name(self) -> str:
        url = self.document.URL
        return unquote(PurePosixPath(url).name) if url else str(self.document.Title)

    @property
    def fullname(self) -> str:
        """Its path; its address where it is no file of this machine, its title where it was never saved."""
        url = self.document.URL
        if not url.startswith("file:"):
            return unquote(url) or self.name
        return str(uno().fileUrlToSystemPath(url))

    @property
    def grammar(self) -> Grammar:
        """How its formulas are written: the signs of the program, asked for once, and the sheets that it has now."""
        office = self._app.office
        if office.grammar is None:
            office.grammar = grammar_of(self.document)
        return replace(office.grammar, sheets=frozenset(name.casefold() for name in self.document.Sheets.ElementNames))

    @cached_property
    def digit(self) -> float:
        """How wide a digit of its default font is, in pixels (1/96 inch), as LibreOffice itself counts widths."""
        letters = self.document.StyleFamilies.getByName("CellStyles").getByName("Default")
        font = struct("awt.FontDescriptor")
        font.Name = letters.CharFontName
        font.Height = round(letters.CharHeight * _PIXELS_OF_A_POINT * _FINE)
        screen = self._app.office.service("awt.Toolkit").createScreenCompatibleDevice(1, 1)
        return float(screen.getFont(font).getCharWidth("0")) / _FINE

    @cached_property
    def sheets(self) -> Sheets:
        return Sheets(self)

    @property
    def names(self) -> Names:
        return Names(self, None)

    @property
    def selection(self) -> Any:
        chosen = self.document.CurrentSelection
        if not (hasattr(chosen, "supportsService") and chosen.supportsService("com.sun.star.sheet.SheetCellRange")):
            return None
        where = chosen.RangeAddress
        sheet = Sheet(self, self.document.Sheets.getByIndex(where.Sheet))
        return sheet.range((where.StartRow + 1, where.StartColumn + 1), (where.EndRow + 1, where.EndColumn + 1))

    def activate(self) -> None:
        self.document.CurrentController.Frame.activate()

    def save(self, path: str | None = None, password: str | None = None) -> None:
        """Save under its own name and in its own format, or elsewhere in the format that the ending tells.

        Raises OSError where the file can't be written, NotImplementedError for an ending of none of `FILTERS`.
        """
        if path is None and self.document.hasLocation():
            url = self.document.URL
            form = next(str(one.Value) for one in self.document.Args if one.Name == "FilterName")
        else:
            place = Path(path or self.name).resolve()
            if place.suffix.lower() not in FILTERS:
                raise NotImplementedError(f"LibreOffice: Book.save as {place.suffix}")
            url, form = uno().systemPathToFileUrl(str(place)), FILTERS[place.suffix.lower()]
        try:
            if path is None and not password and self.document.hasLocation():
                self.document.storeSelf(())
            else:
                secret = encrypted(form, password) if password else ()
                self.document.storeAsURL(url, properties(FilterName=form) + secret)
        except Exception as error:
            if "IOException" not in type(error).__name__:
                raise
            raise OSError(f"LibreOffice can't save {url}: {error}") from error

    def keep_its_view(self) -> None:
        """Let a workbook without a window be saved with its frozen panes.

        LibreOffice saves the view of a window that was shown once. Without a screen it must not stay so: changing
        sheets that are shown from outside LibreOffice crashes 7.4.
        """
        if self.app.visible:
            return
        window = self.document.CurrentController.Frame.ContainerWindow
        window.setVisible(True)
        self.app.office.settle()  # else the cells' own window has no size yet, and nothing can be frozen in it
        window.setVisible(False)

    def close(self) -> None:
        """Close without saving."""
        with suppress(Exception):  # such as a workbook that can't be modified
            self.document.setModified(False)
        self.document.close(True)
