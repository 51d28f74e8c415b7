"""Hidden defined names of a sheet in an open workbook: our memory, which the spreadsheet program keeps up to date.

Excel moves the references when rows or columns are inserted, and the file host reads the same names (`package.book`).
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from workbooks.grid import Area
from workbooks.hosts.natives import native
from workbooks.package import book as books
from workbooks.package.book import OUR_SHEET
from workbooks.package.cells import Place
from workbooks.package.columns import absolute, rectangles

if TYPE_CHECKING:
    from xlwings import Name, Range, Sheet

_LONGEST = 240  # characters of a reference: Excel takes 255 for a range or a name's text


def local_names(sheet: "Sheet", prefix: str) -> list[tuple[str, "Name"]]:
    """Return the names local to the sheet that begin with `prefix`, each with its bare name."""
    found = ((name.name.rpartition("!")[2], name) for name in sheet.names)
    return [(bare, name) for bare, name in found if bare.startswith(prefix)]


def text_of(name: "Name") -> str:
    """Return what the name stands for, without the equals sign."""
    return (name.refers_to or "").removeprefix("=")


def add_hidden(sheet: "Sheet", name: str, text: str) -> None:
    """Add a name local to the sheet that no list shows. `text`: a reference, or a text in double quotes."""
    native(sheet.book.app).hide(sheet.names.add(name, f"={text}"))


def forget(sheet: "Sheet", prefix: str) -> None:
    """Take away the names local to the sheet that begin with `prefix`."""
    for _, name in local_names(sheet, prefix):
        name.delete()


def remember(sheet: "Sheet", prefix: str, places: Iterable[Place], first: int = 1) -> int:
    """Keep cells in hidden names `prefix` + number; return the next free number."""
    quoted = books.quoted(sheet.name)
    number = first
    for chunk in chunks(places, len(quoted) + 1):
        add_hidden(sheet, f"{prefix}{number}", ",".join(f"{quoted}!{absolute(area)}" for area in chunk))
        number += 1
    return number


def areas_of(name: "Name") -> list[Area]:
    """Return the areas that the name refers to now; those that the clerk has deleted are left out."""
    return [area for text in books.references(text_of(name)) if (area := books.area_of(text))]


def chunks(places: Iterable[Place], beside: int = 0) -> Iterator[list[Area]]:
    """Yield blocks that cover exactly these cells, as many at a time as one reference can name.

    beside: further characters that each block costs, such as the sheet's name before it.
    """
    chunk: list[Area] = []
    length = 0
    for area in rectangles(set(places)):
        size = len(absolute(area)) + beside + 1
        if chunk and length + size > _LONGEST:
            yield chunk
            chunk, length = [], 0
        chunk.append(area)
        length += size
    if chunk:
        yield chunk


def unions(sheet: "Sheet", places: Iterable[Place]) -> Iterator["Range"]:
    """Yield ranges of one or more blocks that cover exactly these cells."""
    for chunk in chunks(places):
        yield sheet.range(",".join(absolute(area) for area in chunk))


def block(sheet: "Sheet", area: Area) -> "Range":
    """Return the area as a range of the sheet: by its address, one call to the program instead of three by corners."""
    return sheet.range(absolute(area))


def halves(area: Area) -> tuple[Area, Area]:
    """Return the two halves of an area of more than one cell, cut across its longer side."""
    if area.bottom - area.top >= area.right - area.left:
        middle = (area.top + area.bottom) // 2
        return Area(area.top, area.left, middle, area.right), Area(middle + 1, area.left, area.bottom, area.right)
    middle = (area.left + area.right) // 2
    return Area(area.top, area.left, area.bottom, middle), Area(area.top, middle + 1, area.bottom, area.right)


def is_one_cell(area: Area) -> bool:
    """Return whether the area is a single cell."""
    return (area.top, area.left) == (area.bottom, area.right)


def own_sheet(sheet: "Sheet") -> tuple[str, str] | None:
    """Return the name that we wanted for a sheet of ours and the one that we gave; None for a sheet of the clerk's."""
    for bare, name in local_names(sheet, OUR_SHEET):
        if bare == OUR_SHEET:
            return books.wanted_and_given(text_of(name))
    return None
