"""Reading workbooks of every format that clerks receive into a `Book` of `Grid`s.

sniffing    what the file is, by its content
xlsx        .xlsx, .xlsm, .xltx, .xltm (calamine, sheet_scan, sheet_stream, with_openpyxl)
xls         .xls, .et (xlrd)
xlsb, ods   the other zipped workbooks
web_page, spreadsheetml   what systems export under the name .xls
separated   CSV and the like
"""

import stat
from collections.abc import Callable
from pathlib import Path

from workbooks.errors import Refusal
from workbooks.grid import Book
from workbooks.reading.refusing import refusal
from workbooks.reading.sniffing import kind_of

_LARGEST = 400_000_000


def read_book(path: Path) -> Book:
    """Return the workbook, its type told by content. Raises a Refusal for what is no readable workbook.

    Merged areas, hidden rows and columns lie within the rows. Numbers of .xlsx are floats; dates are datetimes.
    """
    return read_book_data(file_content(path), path)


def read_book_data(data: bytes, path: Path) -> Book:
    """Return the workbook in `data`; `path` only names it."""
    reader = _reader(kind_of(data))
    try:
        return reader(data, str(path))
    except (Refusal, ImportError):
        raise
    except Exception as error:  # the libraries below meet broken files in ways that cannot be foreseen
        raise refusal("damaged") from error


def file_content(path: Path) -> bytes:
    """Return the file's bytes. Raises NotAWorkbook where there is no file, or none that may be read."""
    try:
        about = path.stat()
        if stat.S_ISDIR(about.st_mode):
            raise refusal("folder")
        if not stat.S_ISREG(about.st_mode):
            raise refusal("unknown")
        if about.st_size > _LARGEST:
            raise refusal("too_large")
        return path.read_bytes()
    except PermissionError as error:
        raise refusal("forbidden") from error
    except (OSError, ValueError) as error:
        raise refusal("missing", path.name) from error


def _reader(kind: str) -> Callable[[bytes, str], Book]:
    """Return the reader of a kind of file; it and its library are loaded only now."""
    if kind == "ooxml":
        from workbooks.reading.xlsx import read_xlsx

        return read_xlsx
    if kind == "xlsb":
        from workbooks.reading.xlsb import read_xlsb

        return read_xlsb
    if kind in ("ods", "fods"):
        from workbooks.reading.ods import read_flat_ods, read_ods

        return read_ods if kind == "ods" else read_flat_ods
    if kind == "xls":
        from workbooks.reading.xls import read_xls

        return read_xls
    if kind == "text":
        from workbooks.reading.separated import read_separated

        return read_separated
    if kind == "spreadsheetml":
        from workbooks.reading.spreadsheetml import read_spreadsheetml

        return read_spreadsheetml
    from workbooks.reading.web_page import read_html, read_mhtml

    return read_mhtml if kind == "mhtml" else read_html
