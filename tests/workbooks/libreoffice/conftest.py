"""What the engine's facts are given: a running LibreOffice, a fresh workbook of it and its first sheet."""

from collections.abc import Iterator

import pytest
import xlwings

from tests.libreoffice import office

__all__ = ["office"]  # pytest finds it here


@pytest.fixture
def book(office: xlwings.App) -> Iterator[xlwings.Book]:
    """Return a fresh workbook; it is closed, unsaved, afterwards, with whatever else the test has opened."""
    yield office.books.add()
    for each in list(office.books):
        each.close()


@pytest.fixture
def sheet(book: xlwings.Book) -> xlwings.Sheet:
    """Return the only sheet of a fresh workbook."""
    return book.sheets[0]
