"""The rows of a ledger as understood: their roles, and the projects under each section."""

import itertools
from dataclasses import dataclass, field, replace
from typing import Literal

from workbooks.ledger import Section

Role = Literal["blank", "header", "note", "total", "subtotal", "of_which", "section", "project", "continuation"]

DEPTHS = {"part": 0, "chinese": 1, "chinese_brackets": 2, "arabic": 3, "arabic_brackets": 4, "circled": 5}
PLAIN = 6
"""How deep a section stands by its ordinal; one without any is PLAIN."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where things stand in a body row.

    name: the column of names (of units where rows are units); sequence: that of numbers; words: columns whose filled
    cells tell a project (units, contents, dates); figures: columns of amounts and rates.
    """

    name: int
    sequence: int | None
    words: tuple[int, ...]
    figures: tuple[int, ...]
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class Row:
    """A row with its role. label: without number and count; depth: of a section; count: as declared."""

    row: int
    role: Role
    label: str = ""
    depth: int = 0
    count: int | None = None
    figures: bool = False


@dataclass(slots=True)
class Body:
    """The rows of a ledger, understood. projects: first rows; continuations by project index."""

    projects: list[int] = field(default_factory=list)
    continuations: dict[int, list[int]] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    sections: tuple[Section, ...] = ()


def plain_sections_placed(rows: list[Row]) -> list[Row]:
    """Return the rows with sections without ordinal (柏川县) placed: above 一、 where they stand right above one."""
    above = any(
        a.role == b.role == "section" and a.depth == PLAIN and b.depth < PLAIN for a, b in itertools.pairwise(rows)
    )
    return [replace(r, depth=0) if above and r.role == "section" and r.depth == PLAIN else r for r in rows]


def sections(body: Body) -> tuple[Section, ...]:
    """Return the section rows, each with the projects under it up to the next one as deep or less deep."""
    index = {row: i for i, row in enumerate(body.projects)}
    open_sections: list[tuple[Row, int | None, int | None]] = []
    found: list[tuple[Row, int | None, int | None]] = []

    def close(depth: int) -> None:
        while open_sections and open_sections[-1][0].depth >= depth:
            found.append(open_sections.pop())

    for row in body.rows:
        if row.role == "section":
            close(row.depth)
            open_sections.append((row, None, None))
        elif row.role == "project":
            i = index[row.row]
            open_sections = [(s, i if first is None else first, i) for s, first, _ in open_sections]
    close(-1)
    return tuple(
        Section(s.row, s.label, s.depth, s.count, first, last)
        for s, first, last in sorted(found, key=lambda entry: entry[0].row)
    )
