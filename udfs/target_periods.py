"""The period of a target (一季度、上半年、全年、6月底前) and how much of it has gone.

A target is due on the last day of its period: 一季度开工120 on 31 March (S2, mission.md row 13).
"""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from udfs.periods import PeriodKind, report_period
from udfs.progress import Basis, time_progress_of
from udfs.rounding import settled

_NUMERALS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4}
_DASHES = "-—–―─~〜至到"
_DASH = f"[{_DASHES}]"
_MONTH = r"(?<!\d)(\d{1,2})月"
_QUARTER = "第?([一二三四1-4])"
_BEFORE = "(?:[之以]?前)"
_YEAR = re.compile(rf"(?<!\d)((?:19|20)\d\d)年(?:度|[底末](?:{_BEFORE}|(?=目标|任务|计划|$)))?")
_QUARTERS = {(1, 2): "上半年", (3, 4): "下半年", (1, 3): "前三季度", (1, 4): "全年"}


@dataclass(frozen=True, slots=True)
class TargetPeriod:
    """The time that a target is for, as a report names it; first and last day included."""

    name: str
    first: date
    last: date

    @property
    def due(self) -> str:
        """Return the day it is due: 3月31日."""
        return f"{self.last.month}月{self.last.day}日"


def whole_year(year: int) -> TargetPeriod:
    """Return the year, which a target is for where nothing else is said."""
    return TargetPeriod("全年", date(year, 1, 1), date(year, 12, 31))


def until(day: date) -> TargetPeriod:
    """Return the time from the beginning of the year up to a day."""
    if (day.month, day.day) == (12, 31):
        return whole_year(day.year)
    month_end = day.day == monthrange(day.year, day.month)[1]
    return TargetPeriod(f"{day.month}月{'底' if month_end else f'{day.day}日'}前", date(day.year, 1, 1), day)


def find_period(text: str, year: int) -> tuple[TargetPeriod | None, str]:
    """Return the period that a text names, None where it names none or can't be read, and the text without it.

    year: the one meant where the text names none. A period of two years can't be read.
    """
    words, named = _simple(text), years_in(text)
    if len(named) > 1:
        return None, words
    if named:
        (year,), words = named, _YEAR.sub("", words)
    for pattern, period in _PERIODS:
        found = pattern.search(words)
        if found:
            return period(found, year), words[: found.start()] + words[found.end() :]
    alone = named and not re.search(r"\d月", words)
    return (whole_year(year) if alone else None), words


def years_in(text: str) -> set[int]:
    """Return the years that a text names: 2026年."""
    return set(map(int, _YEAR.findall(_simple(text))))


def period_progress(
    period: TargetPeriod,
    as_of: date,
    basis: Basis = "month",
    weights: Sequence[float] = (),
    kind: PeriodKind = "month",
) -> float | None:
    """Return the share of the period that has gone, in percent: 100 from its last day on, None before its first.

    By the 序时进度 of the year between its two ends, so the whole year's is that of a report of this kind (domain.md
    b1), and after May two thirds of the second quarter have gone. 0 before the period's first full month (or 旬, …) is
    over.
    """
    if as_of < period.first:
        return None
    if as_of >= period.last:
        return 100.0

    def gone(day: date, kind: PeriodKind) -> float:
        return time_progress_of(report_period(day, kind), day, basis, weights)

    ends: PeriodKind = kind if kind in ("half_month", "ten_days") else "month"
    before = period.first - timedelta(days=1)
    begun = gone(before, ends) if before.year == period.first.year else 0.0
    whole = gone(period.last, ends) - begun
    return settled(max(0.0, gone(as_of, kind) - begun) / (whole / 100)) if whole > 0 else 0.0


def _simple(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def _months(name: str, year: int, first: int, last: int) -> TargetPeriod | None:
    if not 1 <= first <= last <= 12:
        return None
    return TargetPeriod(name, date(year, first, 1), date(year, last, monthrange(year, last)[1]))


def _month_range(found: re.Match[str], year: int) -> TargetPeriod | None:
    first, last = int(found[1]), int(found[2])
    return _months(f"{first}—{last}月", year, first, last)


def _one_month(found: re.Match[str], year: int) -> TargetPeriod | None:
    month = int(found[1])
    return _months(f"{month}月", year, month, month)


def _up_to_month(found: re.Match[str], year: int) -> TargetPeriod | None:
    month = int(found[1])
    return until(date(year, month, monthrange(year, month)[1])) if 1 <= month <= 12 else None


def _day(year: int, month: str, day: str) -> date | None:
    try:
        return date(year, int(month), int(day))
    except ValueError:
        return None


def _up_to_day(found: re.Match[str], year: int) -> TargetPeriod | None:
    last = _day(year, found[1], found[2])
    return until(last) if last else None


def _days(found: re.Match[str], year: int) -> TargetPeriod | None:
    first, last = _day(year, found[1], found[2]), _day(year, found[3] or found[1], found[4])
    if first is None or last is None or last < first:
        return None
    return TargetPeriod(f"{first.month}月{first.day}日—{last.month}月{last.day}日", first, last)


def _number(numeral: str) -> int:
    return _NUMERALS.get(numeral) or int(numeral)


def _quarter(found: re.Match[str], year: int) -> TargetPeriod | None:
    number = _number(found[1])
    return _months(f"{'一二三四'[number - 1]}季度", year, 3 * number - 2, 3 * number)


def _first_quarters(found: re.Match[str], year: int) -> TargetPeriod | None:
    number = _number(found[1])
    return _months(_QUARTERS[1, number], year, 1, 3 * number)


def _quarter_range(found: re.Match[str], year: int) -> TargetPeriod | None:
    first, last = _number(found[1]), _number(found[2])
    if first >= last:
        return None
    name = _QUARTERS.get((first, last)) or f"{'一二三四'[first - 1]}至{'一二三四'[last - 1]}季度"
    return _months(name, year, 3 * first - 2, 3 * last)


# What is longer stands first: a range would else be read as its last or first part.
_PERIODS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], int], TargetPeriod | None]], ...] = (
    (re.compile(r"前([二两三四2-4])个?季度?"), _first_quarters),
    (re.compile(rf"(?<!\d){_QUARTER}(?:季度?)?{_DASH}{_QUARTER}季度?[末底]?{_BEFORE}?"), _quarter_range),
    (re.compile(rf"(?<!\d){_QUARTER}季度?[末底]?{_BEFORE}?"), _quarter),
    (re.compile(r"上半年"), lambda _, year: _months("上半年", year, 1, 6)),
    (re.compile(r"下半年"), lambda _, year: _months("下半年", year, 7, 12)),
    (re.compile(rf"{_MONTH}(\d{{1,2}})日?{_DASH}(?:(\d{{1,2}})月)?(\d{{1,2}})日{_BEFORE}?"), _days),
    (re.compile(rf"(?:截[至止]到?)?{_MONTH}(\d{{1,2}})日{_BEFORE}?"), _up_to_day),
    (re.compile(rf"(?<!\d)(\d{{1,2}})(?:月份?)?{_DASH}(\d{{1,2}})月[份底末]?(?!\d)"), _month_range),
    (re.compile(rf"(?:截[至止]到?)?{_MONTH}份?(?:[底末]{_BEFORE}?|{_BEFORE})"), _up_to_month),
    (re.compile(rf"截[至止]到?{_MONTH}份?(?!\d)"), _up_to_month),
    (re.compile(rf"(?<![{_DASHES}\d])(\d{{1,2}})月份?(?!\d)"), _one_month),
    (re.compile(rf"[本今]?年[底末]{_BEFORE}?|全年度?|本年度?|今年|年度"), lambda _, year: whole_year(year)),
)
