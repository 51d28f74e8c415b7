"""What every sheet is given: the figures, the settings that concern sheets, and the formats."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from xlsxwriter.workbook import Workbook

from udfs.lights import LightRules
from udfs.rounding import half_up
from workbooks.figures import Supervision
from workbooks.sheets.texts import chinese_date, text
from workbooks.sheets.theme import Styles

TEN_THOUSAND = 10_000.0  # 万元 in an 亿元


@dataclass(frozen=True, slots=True)
class Context:
    """All that a sheet needs. names: what each of our sheets is called in this workbook."""

    book: Workbook
    styles: Styles
    supervision: Supervision
    decimals: int
    settings: Mapping[str, Any]
    names: Mapping[str, str]
    rules: LightRules

    def title(self, key: str) -> str:
        """Return the sheet's title."""
        return text(f"titles.{key}", period=self.supervision.period.title)

    def as_of_line(self) -> str:
        """Return what stands left under a title: the date and the 序时进度."""
        as_of = text("lines.as_of", date=chinese_date(self.supervision.as_of))
        if self.supervision.period.month is None:
            return f"{as_of}　{text('lines.no_period')}"
        return f"{as_of}　{self.time_progress_line()}"

    def time_progress_line(self) -> str:
        """Return 序时进度 50.0%."""
        return text("lines.time_progress", time_progress=self.number(self.supervision.time_progress))

    def unit_line(self) -> str:
        """Return what stands right under a title: the unit."""
        return text("lines.unit", unit=self.unit)

    @property
    def unit(self) -> str:
        """Return the unit of the sheets' amounts: 万元, or the only one that the ledgers have."""
        return self.supervision.totals.unit or text("lines.unknown_unit")

    def number(self, value: float) -> str:
        """Return a number with thousands and the sheets' decimals."""
        return f"{half_up(value, self.decimals):,.{self.decimals}f}"

    def money(self, value: float, unit: str = "万元") -> str:
        """Return an amount as a sentence says it: from 1亿元 on in 亿元 with two decimals."""
        if unit == "万元" and abs(value) >= TEN_THOUSAND:
            return f"{half_up(value / TEN_THOUSAND, 2):,.2f}亿元"
        return f"{self.number(value)}{unit}"

    def rounded(self, values: list[float | None]) -> list[float | None]:
        """Return rates or gaps as the sheets show them, so that no cell holds -0.0."""
        return [None if value is None else half_up(value, self.decimals) + 0.0 for value in values]

    def unit_behind(self, unit: str | None) -> str:
        """Return what stands behind amounts of this unit: nothing where it is the sheet's own."""
        return "" if unit == self.supervision.totals.unit else unit or text("lines.unknown_unit")
