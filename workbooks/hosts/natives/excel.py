"""Microsoft Excel on Windows, by its object model."""

import contextlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from workbooks.grid import Area
from workbooks.hosts.natives.port import NO_FILL, PATTERN, VISIBLE, theme_fill
from workbooks.hosts.program_errors import is_busy

if TYPE_CHECKING:
    from xlwings import App, Book, Name, Note, Range, Sheet


class Excel:
    """Microsoft Excel on Windows, by its object model."""

    workable = frozenset(("xlsx", "xlsm", "xltx", "xltm", "xlsb"))
    most_questions = 200
    protecting = "“审阅”里"

    _FORMATS: ClassVar = {
        50: "xlsb",
        51: "xlsx",
        52: "xlsm",
        53: "xltm",
        54: "xltx",
        55: "xlsm",
        56: "xls",
        60: "ods",
        61: "xlsx",
    }  # strict
    _TEXT_FORMATS: ClassVar = {6: "csv", 22: "csv", 23: "csv", 24: "csv", 62: "csv", 44: "html", 45: "html", 46: "xml"}
    _OLD_FORMATS = "xls"  # negative numbers and those below 50
    _NO_PATTERN, _AUTOMATIC_PATTERN, _SOLID = -4142, -4105, 1

    def full_name(self, book: "Book") -> str:
        """Return the workbook's path or address; xlwings would read a sheet of the workbook to resolve it."""
        return str(book.api.FullName) if book.api.Path else str(book.name)

    def file_format(self, book: "Book") -> str:
        """Return the format as in `Book.format`."""
        number = int(book.api.FileFormat)
        return (self._FORMATS | self._TEXT_FORMATS).get(number, self._OLD_FORMATS)

    def is_read_only(self, book: "Book") -> bool:
        """Return whether the workbook was opened read-only."""
        return bool(book.api.ReadOnly)

    def is_shared(self, book: "Book") -> bool:
        """Return whether the workbook is shared in the old way."""
        return bool(book.api.MultiUserEditing)

    def is_structure_protected(self, book: "Book") -> bool:
        """Return whether sheets can't be added or removed."""
        return bool(book.api.ProtectStructure)

    def is_protected(self, sheet: "Sheet") -> bool:
        """Return whether the sheet's cells can't be changed."""
        return bool(sheet.api.ProtectContents)

    def is_filtered(self, sheet: "Sheet") -> bool:
        """Return whether a filter of the sheet, or of one of its tables, hides rows."""
        there = sheet.api
        tables = [there.ListObjects.Item(number) for number in range(1, there.ListObjects.Count + 1)]
        return bool(there.FilterMode) or any(t.ShowAutoFilter and t.AutoFilter.FilterMode for t in tables)

    def is_date1904(self, book: "Book") -> bool:
        """Return whether the workbook counts its days from 1904."""
        return bool(book.api.Date1904)

    def is_worksheet_in_front(self, book: "Book") -> bool:
        """Return whether the sheet in front is a worksheet."""
        front = book.api.ActiveSheet
        return front is not None and str(front.Name) in {sheet.name for sheet in book.sheets}

    def is_ready(self, app: "App") -> bool:
        """Return whether Excel takes orders.

        Where it says that it isn't ready, it is tried: nobody knows what it says while a macro waits for our answer.
        """
        if app.api.Ready:
            return True
        try:
            app.enable_events = app.enable_events
        except Exception as error:
            if is_busy(error):
                return False
            raise
        return True

    def copy_ending(self, book: "Book") -> str:
        """Return the workbook's own: Excel copies in no other format."""
        return Path(book.name).suffix

    def save_copy(self, book: "Book", path: Path) -> None:
        """Write the workbook as it is now to another file."""
        book.api.SaveCopyAs(str(path))

    def is_changed(self, book: "Book") -> bool:
        """Return whether the workbook was changed since it was opened or saved."""
        return not book.api.Saved

    def unrecorded(self, book: "Book") -> AbstractContextManager[None]:
        """Do nothing: Excel forgets its steps when a macro changes a cell."""
        return contextlib.nullcontext()

    def bring_to_front(self, sheet: "Sheet") -> None:
        """Show this sheet; xlwings would look for Excel's windows, and could find another program's."""
        if sheet.visible in VISIBLE:
            sheet.api.Activate()

    @contextmanager
    def tables_kept(self, sheet: "Sheet") -> Iterator[None]:
        """Keep tables as large as they are: Excel takes a column that is written beside one into it."""
        corrections = sheet.api.Application.AutoCorrect
        grows = bool(corrections.AutoExpandListRange)
        if grows:
            corrections.AutoExpandListRange = False
        try:
            yield
        finally:
            if grows:
                with contextlib.suppress(Exception):  # the program may be gone
                    corrections.AutoExpandListRange = True

    def entered(self, cell: "Range") -> Callable[[], None] | None:
        """Return what enters the formula again.

        `Formula` alone would make an array formula a plain one, and put `@` into formulas of Excel 2021 and later.
        """
        there = cell.api
        try:
            spills, text, word = bool(there.HasSpill), there.Formula2, "Formula2"
        except Exception as error:  # Excel before 2021 has no such words
            if is_busy(error):
                raise
            spills, text, word = False, there.Formula, "Formula"
        if spills and there.SpillParent.Address != there.Address:
            return None
        if not spills and there.HasArray:
            whole = there.CurrentArray
            if (whole.Row, whole.Column) != (there.Row, there.Column):
                return None
            there, text, word = whole, whole.FormulaArray, "FormulaArray"
        return lambda: setattr(there, word, text)

    def hide(self, name: "Name") -> None:
        """Hide a defined name."""
        name.api.Visible = False

    def exact_values(self, block: "Range") -> Any:
        """Return the values; `Value` rounds cells with a currency format to four decimals, `Value2` doesn't."""
        return block.api.Value2

    def filled(self, block: "Range") -> int:
        """Return how many of its cells are not blank."""
        return int(block.api.Application.WorksheetFunction.CountA(block.api))

    def merges(self, block: "Range") -> set[Area] | None:
        """Return None: Excel is asked by halving blocks."""
        return None

    def are_rows_hidden(self, block: "Range") -> bool | None:
        """Return whether the rows are hidden; xlwings asks row by row."""
        return _alike(block.api.EntireRow.Hidden)

    def are_columns_hidden(self, block: "Range") -> bool | None:
        """Return whether the columns are hidden."""
        return _alike(block.api.EntireColumn.Hidden)

    def fill(self, block: "Range") -> str | None:
        """Return the fill of its cells."""
        inside = block.api.Interior
        pattern, colour = inside.Pattern, inside.Color
        if pattern is None or colour is None:
            return None
        if pattern in (self._NO_PATTERN, self._AUTOMATIC_PATTERN):
            return NO_FILL
        if pattern != self._SOLID:
            return PATTERN
        if not colour and block.shape != (1, 1):  # black is also what Excel says where colours differ
            return None
        theme: Any = 0
        with contextlib.suppress(Exception):  # some versions raise where a colour is of no theme
            theme = inside.ThemeColor
        if theme is None and block.shape != (1, 1):
            return None
        if theme and 0 < int(theme) <= 12:
            tint = inside.TintAndShade
            return None if tint is None else theme_fill(int(theme), tint)
        red, green, blue = (int(colour) >> shift & 255 for shift in (0, 8, 16))
        return f"{red:02X}{green:02X}{blue:02X}"

    def set_fill(self, block: "Range", fill: str) -> None:
        """Give cells a fill back."""
        if fill == PATTERN:
            return
        if fill.startswith("t"):
            theme, _, tint = fill[1:].replace("m", "p-").partition("p")
            inside = block.api.Interior
            inside.ThemeColor, inside.TintAndShade = int(theme), float(tint)
        else:
            block.color = None if fill == NO_FILL else f"#{fill}"

    def size_note(self, note: "Note", width: float, height: float) -> None:
        """Make the note's frame as large as this."""
        frame = note.api.Shape
        frame.Width, frame.Height = width, height


def _alike(answer: Any) -> bool | None:
    return None if answer is None else bool(answer)
