"""Single cells: their addresses, and their styles as written in their tags."""

import re
from collections.abc import Iterator

from workbooks.grid import Area, column_index
from workbooks.package.markup import attribute_place, with_attribute

ROWS, COLUMNS = 1_048_576, 16_384
_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})$")

Place = tuple[int, int]
Cell = str | float | int | None
"""What we write into a cell."""


def places_of(area: Area) -> Iterator[Place]:
    """Yield the cells of an area, row by row."""
    for row in range(area.top, area.bottom + 1):
        for column in range(area.left, area.right + 1):
            yield row, column


def style_of(xml: bytes) -> int | None:
    """Return the style that a row's or cell's opening tag names, None where it names none."""
    tag = xml[: xml.index(b">") + 1]
    found = attribute_place(tag, b"s")
    text = tag[found[0] : found[1]] if found else b""
    return int(text) if text.isdigit() and len(text) < 10 else None


def with_style(cell: bytes, style: int) -> bytes:
    """Return the cell with another style."""
    tag_end = cell.index(b">") + 1
    tag = cell[:tag_end]
    if attribute_place(tag, b"s"):
        return with_attribute(tag, b"s", b"%d" % style) + cell[tag_end:]
    at = attribute_place(tag, b"r")
    place = at[1] + 1 if at else len(re.match(rb"<[^\s/>]+", tag)[0])  # type: ignore[index]
    return tag[:place] + b' s="%d"' % style + tag[place:] + cell[tag_end:]


def parse_address(text: str) -> Place | None:
    """Return the 0-based row and column of an A1 address, None where it is none."""
    found = _REFERENCE.match(text.strip())
    if not found:
        return None
    row, column = int(found[2]) - 1, column_index(found[1])
    return (row, column) if row < ROWS and column < COLUMNS else None
