"""Reading workbooks of every format that clerks receive into a `Book` of `Grid`s."""

from pathlib import Path

from workbooks.grid import Book


def read_book(path: Path) -> Book:
    """Return the workbook, its type told by content. Raises a Refusal for what is no readable workbook."""
    from workbooks.reading.xlsx import read_xlsx

    return read_xlsx(path.read_bytes(), str(path))
