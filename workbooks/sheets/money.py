"""In which unit amounts are shown: 万元 in tables, 亿元 in headlines, unless the setting says else; foreign as is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workbooks.sheets.measure import text_width
from workbooks.sheets.texts import plain_number, text
from workbooks.supervision.amounts import WAN
from workbooks.supervision.figures import Figures, Project

YI = "亿元"
WAN_IN_YI = 10_000.0
_PADDING = 2  # of a number in its cell, in column units


@dataclass(frozen=True, slots=True)
class Money:
    """How the amounts of a report are shown. base: the unit that the figures come in, None for an unknown one.

    choice: the setting `sheets.unit` (auto, 万元, 亿元). places: decimals of amounts in tables.
    """

    base: str | None
    choice: str
    decimals: int

    @property
    def tables_in_yi(self) -> bool:
        """Return whether tables show 亿元."""
        return self.choice == YI and self.base == WAN

    @property
    def unit(self) -> str:
        """Return the unit of the tables."""
        return YI if self.tables_in_yi else self.base or text("lines.unknown_unit")

    @property
    def places(self) -> int:
        """Return the decimals of amounts in tables: in 亿元 at least two."""
        return max(2, self.decimals) if self.tables_in_yi else self.decimals

    def shown(self, value: float | None, unit: str | None) -> float | None:
        """Return an amount of this unit as a table shows it."""
        return value / WAN_IN_YI if self.tables_in_yi and unit == WAN and value is not None else value

    def column(self, projects: Sequence[Project], field: str) -> list[float | None]:
        """Return an amount of each project as a table shows it."""
        if not self.tables_in_yi:
            return [getattr(project, field) for project in projects]
        return [self.shown(getattr(project, field), project.unit) for project in projects]

    def unit_behind(self, unit: str | None) -> str:
        """Return what stands behind amounts of this unit in a table: nothing where it is the table's own."""
        return "" if unit == self.base else unit or text("lines.unknown_unit")

    def headline(self, totals: Figures) -> tuple[str, float, int]:
        """Return the unit of headline figures, what to divide by, and decimals."""
        largest = max(totals.total_investment or 0.0, totals.annual_plan or 0.0)
        if self.base == WAN and (self.choice == YI or (self.choice == "auto" and largest >= WAN_IN_YI)):
            return YI, WAN_IN_YI, 2
        return self.base or text("lines.unknown_unit"), 1.0, self.decimals

    def sentence(self, value: float) -> str:
        """Return an amount as a sentence says it: 1.2亿元, 3,500万元."""
        if self.base == WAN and (self.choice == YI or (self.choice == "auto" and abs(value) >= WAN_IN_YI)):
            return f"{plain_number(value / WAN_IN_YI, 2)}{YI}"
        return f"{plain_number(value, self.decimals)}{self.base or ''}"

    def in_table(self, value: float, unit: str | None) -> str:
        """Return an amount of this unit as a sentence beside a table says it, in the table's unit."""
        if self.tables_in_yi and unit == WAN:
            return f"{plain_number(value / WAN_IN_YI, self.places)}{YI}"
        return f"{plain_number(value, self.decimals)}{unit or ''}"

    def width(self, values: Iterable[float | None], unit_behind: str = "") -> int:
        """Return how wide a column must be that shows these amounts without ####."""
        known = [value for value in values if value is not None]
        if not known:
            return 0
        longest = max(len(f"{value:,.{self.places}f}") for value in (min(known), max(known)))
        return longest + text_width(unit_behind) + _PADDING
