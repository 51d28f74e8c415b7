"""The workbook as a file: read by calamine and friends, edited as a package, no spreadsheet program needed."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path

from workbooks.convert import is_editable
from workbooks.errors import WrongArgument
from workbooks.files import default_output, refuse_if_open, refuse_same_file, replace_in_place, undo
from workbooks.grid import Book
from workbooks.package import Column, Mark, Package, mark, our_columns, splice, unmark, write_columns, write_rows
from workbooks.package.cells import Cell
from workbooks.reading import file_content, read_book_data
from workbooks.whole import write_whole


class FileHost:
    """A workbook file as a host (see `port.Host`). Raises a Refusal for what can't be read or edited."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._data = file_content(path)

    @cached_property
    def book(self) -> Book:
        """Return all sheets as grids."""
        book = read_book_data(self._data, self.path)
        if is_editable(book):
            for grid in book.grids:
                grid.ours = tuple(our_columns(self._package, grid.name))
        return book

    @cached_property
    def _package(self) -> Package:
        return Package.read(self._data)

    @cached_property
    def package(self) -> Package:
        """Return the package to edit: the file's own, or that of a new .xlsx where its format can't be edited."""
        if self.is_editable:
            return self._package
        from workbooks.convert import to_xlsx

        return Package.read(to_xlsx(self.book, self._data))

    @property
    def is_editable(self) -> bool:
        """Return whether the file's own format can be edited without loss."""
        return is_editable(self.book)

    def insert_sheets(self, sheets: bytes) -> list[str]:
        """Take in all sheets of a fresh .xlsx, in place of ours of an earlier run; return the names they got."""
        return splice(self.package, sheets)

    def mark(self, marks: Iterable[Mark]) -> list[Mark]:
        """Colour and annotate cells in place of all earlier marks; return those whose note found no place."""
        return mark(self.package, marks)

    def unmark(self) -> int:
        """Take all our marks away; return how many there were."""
        return unmark(self.package)

    def write_columns(self, sheet: str, columns: Sequence[Column]) -> list[str]:
        """Write columns of ours into a sheet, in place of earlier ones; return cells of the clerk's left alone."""
        return write_columns(self.package, sheet, columns)

    def write_rows(
        self,
        sheet: str,
        first: int,
        columns: Sequence[int],
        rows: Sequence[Sequence[Cell]],
        like: int | None,
        heights: Sequence[float] = (),
    ) -> None:
        """Write rows into these columns of a sheet of ours from row `first` on, each dressed like the row `like`.

        like: None where each keeps its looks. Rows and columns are counted from 0; what stands there is replaced, the
        other columns stay. heights: of the rows in points; they stay as they are if empty.
        """
        write_rows(self.package, sheet, first, columns, rows, like, heights)

    def output_beside(self, ending: str = "_通报") -> Path:
        """Return the default output: 原名 with the ending, beside the file."""
        usual = default_output(self.path, self.book.format)
        return usual if ending == "_通报" else usual.with_name(usual.name.replace("_通报", ending))

    def save_as(self, output: Path) -> None:
        """Write the workbook to another file, whole or not at all."""
        refuse_same_file(self.path, output)
        refuse_if_open(output)
        write_whole(output, self.package.to_bytes())

    def save_in_place(self, what: str) -> Path:
        """Write the workbook over itself after keeping a backup; return the backup. `what` names the change."""
        if not self.is_editable:
            raise WrongArgument(
                f"“{self.path.name}”的格式不能直接改，请去掉 --in-place，结果会写成新的 .xlsx 文件。", "not_editable"
            )
        return replace_in_place(self.path, self.package.to_bytes(), what)

    def undo(self) -> str:
        """Take back the last change in place, to the very content before it; return the sentence that says so."""
        return undo(self.path).message
