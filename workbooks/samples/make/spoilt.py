"""A row that a mistake is planted on, and what is noted of it."""

from dataclasses import dataclass, field
from typing import Any

from workbooks.samples.make.city import percent
from workbooks.samples.make.projects import Project


@dataclass(slots=True)
class Row:
    """A row on its way to the sheet. cells: by column key. reads: what a text stands for, where it is a number.

    rule, key, what: what was planted, in which column, in words. also: other cells that show the same mistake.
    number: the 0-based row once it is written.
    """

    section: str
    project: Project
    cells: dict[str, Any]
    rule: str = ""
    key: str = ""
    what: str = ""
    also: list[tuple["Row", str]] = field(default_factory=list)
    reads: dict[str, float] = field(default_factory=dict)
    hidden: bool = False
    number: int | None = None

    def agree(self) -> None:
        """Make the computed figures fit the typed ones again."""
        cells = self.cells
        cells["since"] = round((cells["before"] or 0) + cells["done"], 2)
        cells["rate"] = percent(cells["done"] / cells["plan"]) if cells["plan"] else None


@dataclass(slots=True)
class Plot:
    """What is wrong beyond single rows, and the notes for `planted.toml`: rule, sheet, cells, words."""

    count_off: dict[str, int] = field(default_factory=lambda: {"新开工项目": 2})
    subtotal_off: dict[str, dict[str, int]] = field(default_factory=lambda: {"续建项目": {"plan": 1000}})
    total_off: dict[str, int] = field(default_factory=lambda: {"done": 800})
    notes: list[tuple[str, str, list[str], str]] = field(default_factory=list)


def figures(row: Row, key: str) -> float:
    """Return the number that a reader takes from the cell, 0 where there is none."""
    value = row.cells[key]
    return value if isinstance(value, int | float) else row.reads.get(key, 0)
