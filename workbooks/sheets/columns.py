"""The columns of lists on our sheets, as `columns.toml` declares them."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from workbooks.sheets.measure import height, lines


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list: the field it shows, its heading, width and role.

    widest: up to which it grows with its texts, 0 where it doesn't. most: how many characters of a text it shows.
    """

    field: str
    title: str
    width: float
    role: str
    widest: float = 0
    most: int = 200


_WRAPPED = frozenset(("text", "center", "entry_text"))


def points_of(sheet: str, cells: Mapping[str, object]) -> float:
    """Return the height in points of a row in which all of its texts are seen, in the widths declared for a sheet."""
    wrapped = ((cells.get(c.field), int(c.width)) for c in columns_of(sheet) if c.role in _WRAPPED)
    return height(max(lines(value, width) if isinstance(value, str) else 1 for value, width in wrapped))


@cache
def columns_of(sheet: str) -> tuple[Column, ...]:
    """Return the columns declared for a sheet."""
    table = tomllib.loads(files("workbooks.sheets").joinpath("columns.toml").read_text("utf-8"))
    return tuple(Column(**entry) for entry in table[sheet])
