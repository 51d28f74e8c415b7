"""What every sheet is given: the figures, the settings that concern sheets, and the formats."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from xlsxwriter.workbook import Workbook

from udfs.lights import LightRules
from udfs.rounding import half_up
from workbooks.settings import Settings
from workbooks.sheets.bulk import Rows
from workbooks.sheets.money import Money
from workbooks.sheets.texts import chinese_date, text
from workbooks.sheets.theme import Styles
from workbooks.supervision.figures import AMOUNTS, Supervision

_REVIEWED = ("boards", "scores", "allocation")


@dataclass(frozen=True, slots=True)
class Context:
    """All that a sheet needs. names: what each of our sheets is called. judged: whether any project has a light.

    bulk: the rows that are put in when XlsxWriter is done.
    """

    book: Workbook
    styles: Styles
    supervision: Supervision
    decimals: int
    settings: Settings
    names: Mapping[str, str]
    rules: LightRules
    money: Money
    judged: bool
    bulk: list[Rows] = field(default_factory=list)

    @property
    def paper(self) -> str:
        """Return the paper that the setting asks for: auto, A3 or A4."""
        return str(self.settings["sheets.paper"])

    def title(self, key: str) -> str:
        """Return the sheet's title; what is reviewed at the year's end (年度总评) has one of its own."""
        period = self.supervision.period
        if key in _REVIEWED and period.end == date(period.year, 12, 31):
            return text(f"titles.{key}_year", year=period.year)
        return text(f"titles.{key}", period=period.title)

    def as_of_line(self) -> str:
        """Return what stands left under a title: the date and the 序时进度."""
        as_of = text("lines.as_of", date=chinese_date(self.supervision.as_of))
        if self.supervision.period.month is None:
            return f"{as_of}　{text('lines.no_period', kind=self.supervision.period.word)}"
        return f"{as_of}　{self.time_progress_line()}"

    def time_progress_line(self) -> str:
        """Return 序时进度 50.0%."""
        return text("lines.time_progress", time_progress=self.number(self.supervision.time_progress))

    def unit_line(self) -> str:
        """Return what stands right under a title: the unit; nothing where there is no amount."""
        totals = (self.supervision.totals, *self.supervision.foreign)
        some = any(getattr(figures, field) is not None for figures in totals for field in AMOUNTS)
        return text("lines.unit", unit=self.money.unit) if some else ""

    def number(self, value: float) -> str:
        """Return a number with thousands and the sheets' decimals."""
        return f"{half_up(value, self.decimals):,.{self.decimals}f}"

    def rounded(self, values: list[float | None]) -> list[float | None]:
        """Return rates or gaps as the sheets show them, so that no cell holds -0.0."""
        return [None if value is None else half_up(value, self.decimals) + 0.0 for value in values]
