"""Excel's serial numbers as dates, in both date systems."""

from datetime import datetime, time, timedelta

from udfs.values.cells import Value

_LAST_SERIAL = 2_958_465  # 9999-12-31
_EPOCH_1900 = datetime(1899, 12, 30)
_EPOCH_1904 = datetime(1904, 1, 1)


def moment(serial: float, date1904: bool) -> Value:
    """Return what a date-formatted cell shows: a datetime, below 1 a time; the number itself where it is no date."""
    if not 0 <= serial <= _LAST_SERIAL:
        return serial
    milliseconds = round(serial * 86_400_000)
    days, rest = divmod(milliseconds, 86_400_000)
    if days == 0:
        return (datetime.min + timedelta(milliseconds=rest)).time() if rest else time(0)
    if not date1904 and days < 60:  # Excel's 1900 system counts a 29 February 1900 that never was
        days += 1
    try:
        return (_EPOCH_1904 if date1904 else _EPOCH_1900) + timedelta(days=days, milliseconds=rest)
    except OverflowError:
        return serial


def duration(serial: float) -> Value:
    """Return the length of time that a cell formatted `[h]:mm` shows."""
    try:
        return timedelta(milliseconds=round(serial * 86_400_000))
    except OverflowError:
        return serial
