"""Takes finished sheets into an open workbook: opened beside it in the same program, and copied over one by one."""

import contextlib
import io
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workbooks.hosts.live_details import as_rows
from workbooks.hosts.live_names import add_hidden, block, own_sheet
from workbooks.hosts.live_reading import used_area
from workbooks.hosts.natives import VISIBLE, native
from workbooks.package import Package, splice
from workbooks.package import book as books
from workbooks.package.book import OUR_SHEET
from workbooks.package.rename import Names

if TYPE_CHECKING:
    from xlwings import App, Book, Name, Sheet


@dataclass(frozen=True, slots=True)
class _Arrival:
    """A sheet on its way: the name that it was made with, the one that it gets, and the sheet that it replaces."""

    wanted: str
    name: str
    replaces: "Sheet | None"


def insert(book: "Book", sheets: bytes) -> list[str]:
    """Put all sheets of the fresh .xlsx `sheets` into the workbook; return the names they were given.

    As the file host does: sheets that an earlier run put in are replaced in place, a sheet of the clerk's own that
    bears the name stays and ours gets a number, and sheets of ours that are not among the new ones stay. The sheet in
    front stays in front. What the clerk's formulas and names say of a replaced sheet goes on meaning the new one.
    """
    source = Package.read(_from_1904(sheets) if native(book.app).is_date1904(book) else sheets)
    front = book.sheets.active.name
    wanted = [sheet.name for sheet in Package.read(sheets).sheets() if sheet.kind == "worksheet"]
    arrivals = _arrivals(book, wanted)
    replaced = [arrival.replaces for arrival in arrivals if arrival.replaces]
    pointers = _pointers(book, replaced)
    with _opened(book.app, _with_links(source, arrivals)) as fresh:
        for arrival in arrivals:
            _take_in(book, fresh.sheets[arrival.wanted], arrival)
    pointers.mend()
    native(book.app).bring_to_front(book.sheets[front])
    return [arrival.name for arrival in arrivals]


def _from_1904(sheets: bytes) -> bytes:
    """Return the sheets in a workbook that counts its days from 1904: Excel copies the bare numbers of dates."""
    import xlsxwriter

    data = io.BytesIO()
    empty = xlsxwriter.Workbook(data, {"date_1904": True, "in_memory": True})
    empty.add_worksheet("_")
    empty.close()
    package = Package.read(data.getvalue())
    splice(package, sheets)
    return package.to_bytes()


def _arrivals(book: "Book", wanted: list[str]) -> list[_Arrival]:
    """Return what becomes of each sheet (see `package.splice`)."""
    own: dict[str, Sheet] = {}
    taken = set()
    for sheet in book.sheets:
        name = sheet.name
        taken.add(name.casefold())
        names = own_sheet(sheet)
        if names and names[1] == name:  # else renamed or copied by the clerk: it is his
            own.setdefault(names[0].casefold(), sheet)
    arrivals = []
    for each in wanted:
        replaces = own.get(each.casefold())
        name = replaces.name if replaces else books.free_sheet_name(each, taken)
        taken.add(name.casefold())
        arrivals.append(_Arrival(each, name, replaces))
    return arrivals


def _with_links(source: Package, arrivals: list[_Arrival]) -> bytes:
    """Return the fresh workbook with its links leading to the names that the sheets will bear."""
    names = Names({a.wanted.casefold(): a.name for a in arrivals if a.wanted != a.name})
    if names.sheets:
        for sheet in source.sheets():
            if sheet.part:
                source.put(sheet.part, names.in_links(source.get(sheet.part)))
    return source.to_bytes()


@contextmanager
def _opened(app: "App", sheets: bytes) -> Iterator["Book"]:
    """Open a workbook that lies in memory, and close it without a trace."""
    with tempfile.TemporaryDirectory(prefix="dudao-", ignore_cleanup_errors=True) as folder:
        path = Path(folder) / f"{Path(folder).name}.xlsx"
        path.write_bytes(sheets)
        book = app.books.open(str(path), update_links=False, read_only=True, add_to_mru=False)
        try:
            yield book
        finally:
            with contextlib.suppress(Exception):  # the program may be gone; what went wrong before is what counts
                book.close()


def _take_in(book: "Book", fresh: "Sheet", arrival: _Arrival) -> None:
    old = arrival.replaces
    shown = old.visible if old else True
    if old and shown not in VISIBLE:
        old.visible = True  # Excel doesn't delete a sheet that it hides from its lists
    sheet = fresh.copy(after=old if old else book.sheets[-1])
    if old:
        old.delete()
        if shown not in VISIBLE:
            sheet.visible = shown
    if sheet.name != arrival.name:
        sheet.name = arrival.name
    add_hidden(sheet, OUR_SHEET, books.own_name("worksheet", 0, arrival.wanted, arrival.name).text)


@dataclass(frozen=True, slots=True)
class _Pointers:
    """Formulas and names of the clerk's that speak of sheets of ours; deleting the sheets would break them."""

    formulas: list[Callable[[], None]]
    names: "list[tuple[Name, str]]"

    def mend(self) -> None:
        """Let them say again what they said."""
        for enter in self.formulas:
            with contextlib.suppress(Exception):  # such as an array formula longer than Excel takes
                enter()
        for name, text in self.names:
            name.refers_to = text


def _pointers(book: "Book", replaced: "list[Sheet]") -> _Pointers:
    gone = {sheet.name for sheet in replaced}
    spoken = tuple(f"{word}!" for name in gone for word in {books.quoted(name), f"'{name}'"})
    found = _Pointers([], [])
    asked = native(book.app)
    for sheet in book.sheets if gone else ():
        if sheet.name in gone:
            continue
        for row, cells in enumerate(as_rows(block(sheet, used_area(sheet)).formula)):
            for column, text in enumerate(cells):
                if not (isinstance(text, str) and text.startswith("=") and any(word in text for word in spoken)):
                    continue
                if enter := asked.entered(sheet.range((row + 1, column + 1))):
                    found.formulas.append(enter)
    for name in book.names if gone else ():
        scope = name.name.rpartition("!")[0].strip("'")
        text = name.refers_to or ""
        if scope not in gone and any(word in text for word in spoken):
            found.names.append((name, text))
    return found
