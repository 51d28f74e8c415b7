"""Report periods: the last 旬, 半月, 月, 季, 半年 or 年 that ended on or before a date, within that date's year.

Sources: contract.md "Period" (month), S3 一月一调度、一季一通报、半年一观摩、一年一总评, S4 每半月, domain.md b8 旬报.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, get_args

PeriodKind = Literal["ten_days", "half_month", "month", "quarter", "half_year", "year"]
PERIOD_KINDS: tuple[PeriodKind, ...] = get_args(PeriodKind)

_PARTS_OF_MONTH: dict[str, int] = {"ten_days": 3, "half_month": 2}
_MONTHS: dict[str, int] = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}
_WORDS: dict[str, str] = {
    "ten_days": "旬",
    "half_month": "半月",
    "month": "月份",
    "quarter": "季度",
    "half_year": "半年",
    "year": "年度",
}
_PART_NAMES = {"ten_days": ("上旬", "中旬", "下旬"), "half_month": ("上半月", "下半月")}


@dataclass(frozen=True, slots=True)
class ReportPeriod:
    """A period of a report, always counted from 1 January of its year.

    month: the month in which it ends, None before the first period of the year has ended. part: the 旬 (1–3) or half of
    the month (1–2) in which it ends, 0 for kinds of whole months.
    """

    kind: PeriodKind
    year: int
    month: int | None
    part: int = 0

    @property
    def end(self) -> date | None:
        """Return the period's last day, None where none has ended yet."""
        if self.month is None:
            return None
        return date(self.year, self.month, _last_day(self.kind, self.year, self.month, self.part))

    @property
    def first_end(self) -> date:
        """Return the last day of the year's first period of this kind."""
        month = _MONTHS.get(self.kind, 1)
        part = 1 if self.kind in _PARTS_OF_MONTH else 0
        return date(self.year, month, _last_day(self.kind, self.year, month, part))

    @property
    def begin(self) -> date | None:
        """Return the first day of the 旬, half-month, month … that the period ends with; None where none has ended."""
        if self.month is None:
            return None
        if self.part:
            before = _last_day(self.kind, self.year, self.month, self.part - 1) if self.part > 1 else 0
            return date(self.year, self.month, before + 1)
        return date(self.year, self.month - _MONTHS[self.kind] + 1, 1)

    @property
    def previous(self) -> "ReportPeriod":
        """Return the period of the same kind before this one: last year's last before the year's first."""
        begin = self.begin or date(self.year, 1, 1)
        return report_period(begin - timedelta(1), self.kind)

    @property
    def parts(self) -> int:
        """Return how many periods of this kind a month has: 3, 2, or 1 for kinds of whole months."""
        return _PARTS_OF_MONTH.get(self.kind, 1)

    @property
    def word(self) -> str:
        """Return what a period of this kind is called: 旬, 半月, 月份, 季度, 半年, 年度."""
        return _WORDS[self.kind]

    @property
    def title(self) -> str:
        """Return the period as a bulletin names it: `2010年1—7月`, `2010年上半年`, `2010年1月至3月中旬`."""
        if self.month is None:
            return f"{self.year}年"
        if self.part and self.part < _PARTS_OF_MONTH[self.kind]:
            since = "" if self.month == 1 else "1月至"
            return f"{self.year}年{since}{self.month}月{_PART_NAMES[self.kind][self.part - 1]}"
        if self.month == 12:
            return f"{self.year}年全年"
        if self.kind in ("quarter", "half_year"):
            return f"{self.year}年{ {3: '一季度', 6: '上半年', 9: '前三季度'}[self.month] }"
        return f"{self.year}年1月" if self.month == 1 else f"{self.year}年1—{self.month}月"

    def as_json(self) -> dict[str, object]:
        """Return the period as contract.md's `report --json` shows it."""
        part = {"part": self.part} if self.part else {}
        return {"kind": self.kind, "year": self.year, "month": self.month, **part}


def report_period(as_of: date, kind: PeriodKind = "month") -> ReportPeriod:
    """Return the last period of the kind that ended on or before the date, in the date's own year."""
    if kind in _PARTS_OF_MONTH:
        return _last_part(as_of, kind)
    whole = as_of.month if as_of.day == monthrange(as_of.year, as_of.month)[1] else as_of.month - 1
    month = whole - whole % _MONTHS[kind]
    return ReportPeriod(kind, as_of.year, month or None)


def _last_part(as_of: date, kind: PeriodKind) -> ReportPeriod:
    for part in range(_PARTS_OF_MONTH[kind], 0, -1):
        if _last_day(kind, as_of.year, as_of.month, part) <= as_of.day:
            return ReportPeriod(kind, as_of.year, as_of.month, part)
    if as_of.month == 1:
        return ReportPeriod(kind, as_of.year, None)
    return ReportPeriod(kind, as_of.year, as_of.month - 1, _PARTS_OF_MONTH[kind])


def _last_day(kind: PeriodKind, year: int, month: int, part: int) -> int:
    of_month = monthrange(year, month)[1]
    if part in (0, _PARTS_OF_MONTH.get(kind, 0)):
        return of_month
    return {"ten_days": 10, "half_month": 15}[kind] * part
