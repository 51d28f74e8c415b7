"""Days and months between two dates: overdue, days left, whole months."""

from calendar import monthrange
from datetime import date


def overdue_days(deadline: date, as_of: date, closed_on: date | None = None) -> int:
    """Return by how many calendar days the deadline has passed, 0 if it has not.

    An item that was closed (办结) counts up to that day only. The day of the deadline itself is in time.
    """
    until = min(closed_on, as_of) if closed_on else as_of
    return max(0, (until - deadline).days)


def days_left(deadline: date, as_of: date) -> int:
    """Return the calendar days up to the deadline: 0 on the day itself, negative when it has passed."""
    return (deadline - as_of).days


def add_months(day: date, months: int) -> date:
    """Return the same day some months later (or earlier), the month's last day where there is no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def months_between(start: date, end: date) -> int:
    """Return the whole months from start to end, rounded towards zero: 3 from 30 April to 31 July.

    Negative where end is before start.
    """
    if end < start:
        return -months_between(end, start)
    months = (end.year - start.year) * 12 + end.month - start.month
    return months if add_months(start, months) <= end else months - 1
