"""LibreOffice Calc, by UNO: what `.api` of our engine's objects hands over."""

import contextlib
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from workbooks.errors import NotWritable
from workbooks.grid import Area
from workbooks.hosts.natives.port import NO_FILL, PATTERN, VISIBLE
from workbooks.libreoffice.books import FILTERS
from workbooks.libreoffice.passwords import as_opened
from workbooks.libreoffice.uno_words import properties, uno

if TYPE_CHECKING:
    from xlwings import App, Book, Name, Note, Range, Sheet

_FILLED = 1 | 2 | 4 | 16  # com.sun.star.sheet.CellFlags: VALUE, DATETIME, STRING, FORMULA
_HIDDEN_NAME = 128  # com.sun.star.sheet.NamedRangeFlag.HIDDEN; LibreOffice 7.4 doesn't have it yet
_TRANSPARENT = -1
_HUNDREDTHS = 2540 / 72  # of a millimetre, in a point


class LibreOffice:
    """LibreOffice Calc."""

    workable = frozenset(("xlsx", "xlsm", "xltx", "xltm"))  # see docs/dev/libreoffice.md on .ods
    most_questions = 5_000  # each is quick, and a copy takes long to write
    protecting = "“工具”菜单里"

    for_excel: ClassVar[Callable[[bytes], bytes]] = bytes
    """What the content of a copy for Excel goes through; the extension gives its functions Excel's names there."""

    _FORMATS: ClassVar = {
        "Calc MS Excel 2007 XML": "xlsx",
        "Calc Office Open XML": "xlsx",
        "Calc MS Excel 2007 VBA XML": "xlsm",
        "Calc MS Excel 2007 XML Template": "xltx",
        "Calc Office Open XML Template": "xltx",
        "Calc MS Excel 2007 Binary": "xlsb",
        "calc8": "ods",
        "calc8_template": "ots",
        "Text - txt - csv (StarCalc)": "csv",
    }

    def full_name(self, book: "Book") -> str:
        """Return the workbook's path, its address elsewhere, its bare title where it was never saved."""
        url = str(book.api.URL)
        if url.startswith("file:"):
            return str(uno().fileUrlToSystemPath(url))
        return url or str(book.name)

    def file_format(self, book: "Book") -> str:
        """Return the format as in `Book.format`; LibreOffice tells the filter by which the file was read."""
        return self._FORMATS.get(self._description(book).get("FilterName", ""), "xls")

    def _description(self, book: "Book") -> dict[str, Any]:
        return {one.Name: one.Value for one in book.api.Args}

    def is_read_only(self, book: "Book") -> bool:
        """Return whether the workbook was opened read-only."""
        return bool(book.api.isReadonly())

    def is_shared(self, book: "Book") -> bool:
        """Return False: LibreOffice shares its own format alone, and tells nobody through UNO."""
        return False

    def is_structure_protected(self, book: "Book") -> bool:
        """Return whether sheets can't be added or removed."""
        return bool(book.api.isProtected())

    def is_protected(self, sheet: "Sheet") -> bool:
        """Return whether the sheet's cells can't be changed."""
        return bool(sheet.api.isProtected())

    def is_filtered(self, sheet: "Sheet") -> bool:
        """Return False: what our engine copies and writes takes no notice of filters."""
        return False

    def is_date1904(self, book: "Book") -> bool:
        """Return whether the workbook counts its days from 1904."""
        return bool(book.api.NullDate.Year == 1904)

    def is_worksheet_in_front(self, book: "Book") -> bool:
        """Return True: a chart sheet is a worksheet with a chart here."""
        return True

    def is_ready(self, app: "App") -> bool:
        """Return True: LibreOffice takes orders while a cell is edited."""
        return True

    def copy_ending(self, book: "Book") -> str:
        """Return the workbook's own, `.xlsx` where its format is none that sheets go into: LibreOffice converts it."""
        return Path(book.name).suffix if self.file_format(book) in self.workable else ".xlsx"

    def save_copy(self, book: "Book", path: Path) -> None:
        """Write the workbook as it is now to another file: its very bytes, if it wasn't changed since saving.

        With the password that the workbook was opened with; NotWritable where another format can't have it.
        """
        document, before = book.api, Path(self.full_name(book))
        is_converted = path.suffix != before.suffix
        if not is_converted and not document.isModified() and before.is_file():
            shutil.copyfile(before, path)
            return
        described = self._description(book)
        secret = as_opened(described)
        if is_converted:
            if secret:
                text = f"“{book.name}”设有打开密码，请先“另存为”Excel工作簿（.xlsx，可以同样设密码），打开那一份再试。"
                raise NotWritable(text, "encrypted")
            described["FilterName"] = FILTERS[path.suffix]
        kept = properties(FilterName=described["FilterName"]) if described.get("FilterName") else ()
        document.storeToURL(uno().systemPathToFileUrl(str(path)), kept + secret)
        if path.suffix[1:] in self.workable and not secret:
            path.write_bytes(LibreOffice.for_excel(path.read_bytes()))

    def is_changed(self, book: "Book") -> bool:
        """Return whether the workbook was changed since it was opened or saved."""
        return bool(book.api.isModified())

    @contextlib.contextmanager
    def unrecorded(self, book: "Book") -> Iterator[None]:
        """Leave LibreOffice nothing to undo, as Excel has nothing after a macro; what fails leaves its steps."""
        steps = book.api.UndoManager
        steps.lock()
        try:
            yield
        except BaseException:
            with contextlib.suppress(Exception):  # the program may have died
                steps.unlock()
            raise
        steps.unlock()
        steps.clear()

    def bring_to_front(self, sheet: "Sheet") -> None:
        """Show this sheet of its workbook."""
        if sheet.visible in VISIBLE:
            sheet.book.api.CurrentController.setActiveSheet(sheet.api)

    def tables_kept(self, sheet: "Sheet") -> AbstractContextManager[None]:
        """Do nothing: tables don't grow here."""
        return contextlib.nullcontext()

    def entered(self, cell: "Range") -> Callable[[], None] | None:
        """Return what enters the formula again, an array formula over all its cells."""
        there = cell.api.getCellByPosition(0, 0)
        cursor = cell.sheet.api.createCursorByRange(there)
        cursor.collapseToCurrentArray()
        array = cursor.getArrayFormula()
        if not array:
            text = there.getFormula()
            return lambda: there.setFormula(text)
        where = cursor.RangeAddress
        if (where.StartRow + 1, where.StartColumn + 1) != (cell.row, cell.column):
            return None
        formula = array.removeprefix("{").removesuffix("}")

        def enter() -> None:
            cursor.clearContents(_FILLED)
            cursor.setArrayFormula(formula)

        return enter

    def hide(self, name: "Name") -> None:
        """Hide a defined name from the list of names, where this LibreOffice can: 7.4 shows all of them."""
        with contextlib.suppress(Exception):
            name.api.setType(_HIDDEN_NAME)

    def exact_values(self, block: "Range") -> Any:
        """Return the values as numbers and texts, errors as None."""
        return block.api.getDataArray()

    def filled(self, block: "Range") -> int:
        """Return how many of its cells are not blank."""
        areas = block.api.queryContentCells(_FILLED).getRangeAddresses()
        return sum((a.EndRow - a.StartRow + 1) * (a.EndColumn - a.StartColumn + 1) for a in areas)

    def merges(self, block: "Range") -> set[Area] | None:
        """Return the merged areas whose top left cell is in the block.

        A cell's merging is part of its look to LibreOffice: cells that look alike begin areas of one size.
        """
        cells, sheet = block.api, block.sheet.api
        if not cells.IsMerged:
            return set()
        alike, found = cells.getUniqueCellFormatRanges(), set()
        for number in range(alike.Count):
            areas = alike.getByIndex(number).getRangeAddresses()
            first = sheet.getCellByPosition(areas[0].StartColumn, areas[0].StartRow)
            if not first.IsMerged:
                continue
            cursor = sheet.createCursorByRange(first)
            cursor.collapseToMergedArea()
            where = cursor.RangeAddress
            down, across = where.EndRow - where.StartRow, where.EndColumn - where.StartColumn
            for area in areas:
                for row in range(area.StartRow, area.EndRow + 1):
                    for column in range(area.StartColumn, area.EndColumn + 1):
                        found.add(Area(row, column, row + down, column + across))
        return found

    def are_rows_hidden(self, block: "Range") -> bool | None:
        """Return whether the rows of the block are hidden, by hand or by a filter."""
        hidden: bool | None = block.impl.row_hidden
        return hidden

    def are_columns_hidden(self, block: "Range") -> bool | None:
        """Return whether the columns of the block are hidden."""
        hidden: bool | None = block.impl.column_hidden
        return hidden

    def fill(self, block: "Range") -> str | None:
        """Return the fill of its cells. Hatches, gradients and theme colours are plain colours here."""
        cells = block.api
        if block.shape != (1, 1) and cells.getPropertyState("CellBackColor").value == "AMBIGUOUS_VALUE":
            return None
        colour = cells.CellBackColor
        return NO_FILL if colour == _TRANSPARENT else f"{colour & 0xFFFFFF:06X}"

    def set_fill(self, block: "Range", fill: str) -> None:
        """Give cells a fill back; a theme's colour can't be."""
        if fill != PATTERN and not fill.startswith("t"):
            block.api.CellBackColor = _TRANSPARENT if fill == NO_FILL else int(fill, 16)

    def size_note(self, note: "Note", width: float, height: float) -> None:
        """Make the note's frame as large as this, in points."""
        shape = note.api.AnnotationShape
        size = shape.Size
        size.Width, size.Height = round(width * _HUNDREDTHS), round(height * _HUNDREDTHS)
        shape.setSize(size)
