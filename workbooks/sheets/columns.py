"""The columns of lists on our sheets, as `columns.toml` declares them."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


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


@cache
def columns_of(sheet: str) -> tuple[Column, ...]:
    """Return the columns declared for a sheet."""
    table = tomllib.loads(files("workbooks.sheets").joinpath("columns.toml").read_text("utf-8"))
    return tuple(Column(**entry) for entry in table[sheet])
