"""Working days of China: Monday to Friday, less the holidays and plus the 调休 days of `holidays.toml`.

A year outside the table has its weekends only: `unknown_years` tells which, so that no such figure is taken for firm.
The day from which is counted does not count, the last day does (民法典第201条: 开始的当日不计入).
"""

import tomllib
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache, cached_property
from pathlib import Path
from typing import Any

_ONE_DAY = timedelta(days=1)
_LAST_DAY = date.max.toordinal()


@dataclass(frozen=True)
class Calendar:
    """The days on which weekends do not decide. years: those for which both sets are complete."""

    holidays: frozenset[date] = frozenset()
    workdays: frozenset[date] = frozenset()
    years: frozenset[int] = field(default_factory=frozenset)

    def with_days(self, holidays: Iterable[date], workdays: Iterable[date]) -> "Calendar":
        """Return the calendar with own days, which win over it; the years that they name count as known."""
        off, on = frozenset(holidays), frozenset(workdays)
        if not off and not on:
            return self
        years = self.years | {day.year for day in off | on}
        return Calendar(self.holidays - on | off, (self.workdays | on) - off, years)

    def is_workday(self, day: date) -> bool:
        """Return whether work is done on that day."""
        return day in self.workdays or (day.weekday() < 5 and day not in self.holidays)

    def workdays_between(self, start: date, end: date) -> int:
        """Return the working days after start, up to and including end; negative where end is before start."""
        return self._up_to(end.toordinal()) - self._up_to(start.toordinal())

    def add_workdays(self, start: date, days: int) -> date:
        """Return the days-th working day after start, start itself for 0. OverflowError past the year 9999.

        ValueError for negative days.
        """
        if days < 0:
            raise ValueError(f"{days} working days")
        ordinal = start.toordinal()
        wanted = self._up_to(ordinal) + days
        while missing := wanted - self._up_to(ordinal):
            ordinal += missing  # never too far: a day is one working day at most
            if ordinal > _LAST_DAY:
                raise OverflowError(f"{days} working days after {start}")
        return date.fromordinal(ordinal)

    def unknown_years(self, start: date, end: date) -> tuple[int, ...]:
        """Return the years from start to end whose holidays are not known, in which weekends alone decided."""
        first, last = sorted((start, end))
        begin = first.year + ((first.month, first.day) == (12, 31))
        return tuple(year for year in range(begin, last.year + 1) if year not in self.years)

    def _up_to(self, ordinal: int) -> int:
        """Return the working days from 1 January of the year 1, a Monday, to the day of that ordinal."""
        weeks, rest = divmod(ordinal, 7)
        by_week = weeks * 5 + min(rest, 5)
        return by_week - bisect_right(self._weekdays_off, ordinal) + bisect_right(self._weekends_on, ordinal)

    @cached_property
    def _weekdays_off(self) -> list[int]:
        return sorted(day.toordinal() for day in self.holidays - self.workdays if day.weekday() < 5)

    @cached_property
    def _weekends_on(self) -> list[int]:
        return sorted(day.toordinal() for day in self.workdays if day.weekday() >= 5)


@cache
def national() -> Calendar:
    """Return the calendar of the State Council's notices."""
    table: dict[str, Any] = tomllib.loads(Path(__file__).with_name("holidays.toml").read_text(encoding="utf-8"))
    off: set[date] = set()
    on: set[date] = set()
    for entry in table["year"]:
        for _, first, last in entry["off"]:
            day, end = _day(entry["year"], first), _day(entry["year"], last)
            off.update(day + n * _ONE_DAY for n in range((end - day).days + 1))
        on.update(_day(entry["year"], day) for day in entry["on"])
    return Calendar(frozenset(off), frozenset(on), frozenset(entry["year"] for entry in table["year"]))


def known_years() -> tuple[int, ...]:
    """Return the years whose holidays are built in, in order."""
    return tuple(sorted(national().years))


def _day(year: int, month_and_day: str) -> date:
    return date.fromisoformat(f"{year}-{month_and_day}")
