"""The period of a target (一季度、上半年、全年、6月底前) and how much of it has gone.

A target is due on the last day of its period: 一季度开工120 on 31 March (S2, mission.md row 13).
"""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from udfs.progress import Basis, time_progress
from udfs.rounding import settled

_NUMERALS = {"一": 1, "二": 2, "三": 3, "四": 4}
_DASH = r"[-—–―─~〜至到]"
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年(?:度)?")


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
    """Return the period that a text names, None where it names none, and the text without it.

    year: the one meant where the text names none.
    """
    words = "".join(unicodedata.normalize("NFKC", text).split())
    named = _YEAR.search(words)
    if named:
        year, words = int(named[1]), words[: named.start()] + words[named.end() :]
    for pattern, period in _PERIODS:
        found = pattern.search(words)
        if found:
            return period(found, year), words[: found.start()] + words[found.end() :]
    return (whole_year(year) if named else None), words


def period_progress(
    period: TargetPeriod, as_of: date, basis: Basis = "month", weights: Sequence[float] = ()
) -> float | None:
    """Return the share of the period that has gone, in percent: 100 from its last day on, None before its first.

    By the 序时进度 of the year between its two ends, so the whole year's is the 序时进度 itself (domain.md b1), and
    after May two thirds of the second quarter have gone. 0 before the period's first full month (or 旬, …) is over.
    """
    if as_of < period.first:
        return None
    if as_of >= period.last:
        return 100.0
    before = period.first - timedelta(days=1)
    begun = time_progress(before, basis, weights) if before.year == period.first.year else 0.0
    whole = time_progress(period.last, basis, weights) - begun
    gone = time_progress(as_of, basis, weights) - begun
    return settled(max(0.0, gone) * 100 / whole) if whole > 0 else 0.0


def _months(name: str, year: int, first: int, last: int) -> TargetPeriod | None:
    if not 1 <= first <= last <= 12:
        return None
    return TargetPeriod(name, date(year, first, 1), date(year, last, monthrange(year, last)[1]))


def _quarter(found: re.Match[str], year: int) -> TargetPeriod | None:
    number = _NUMERALS.get(found[1]) or int(found[1])
    return _months(f"{'一二三四'[number - 1]}季度", year, 3 * number - 2, 3 * number)


def _up_to_month(found: re.Match[str], year: int) -> TargetPeriod | None:
    month = int(found[1])
    if not 1 <= month <= 12:
        return None
    return until(date(year, month, monthrange(year, month)[1]))


_PERIODS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], int], TargetPeriod | None]], ...] = (
    (re.compile(rf"前三季度|前3季度|[一1]{_DASH}[三3]季度"), lambda _, year: _months("前三季度", year, 1, 9)),
    (re.compile(r"第?([一二三四1-4])季度?(?:末|底)?(?:前)?"), _quarter),
    (re.compile(r"上半年"), lambda _, year: _months("上半年", year, 1, 6)),
    (re.compile(r"下半年"), lambda _, year: _months("下半年", year, 7, 12)),
    (
        re.compile(rf"(?<!\d)1月?{_DASH}(\d{{1,2}})月(?:份|底|末)?"),
        lambda found, year: _months(f"1—{int(found[1])}月", year, 1, int(found[1])),
    ),
    (re.compile(r"(?:截[至止])?(?<!\d)(\d{1,2})月(?:(?:底|末)(?:之?前)?|之?前)"), _up_to_month),
    (
        re.compile(r"(?<!\d)(\d{1,2})月份?(?!\d)"),
        lambda found, year: _months(f"{int(found[1])}月", year, int(found[1]), int(found[1])),
    ),
    (re.compile(r"全年度?|本年度?|今年|年度|年[底末](?:之?前)?"), lambda _, year: whole_year(year)),
)
