"""Dates out of cells, as exact as they were written: `2025.3` is 1 to 31 March 2025, `2010-` is open at its end.

Cells that say 已开工 / 未开工 instead of a date are True / False. A duration (36个月, 2年) is understood and is no
date: value None, status `words`. What names no year (3月份, 年底前) takes the ledger's, status `words`; without it the
value is None. 年底 is December, 年初 January, 年中 June; 3月底 is its last ten days; …前 leaves the first day open.

The number 2025.1 may be January or a shortened October (2025.10). It is October where the cell or the column shows two
digits (number format 0.00, or 2025.03 elsewhere in the column), else January with status `approximate`.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from udfs.values.amounts import ERROR_TEXT, PLACEHOLDER, Status
from udfs.values.cells import CellError, DateSpan, Reading, Value
from udfs.values.moments import EARLIEST_YEAR, LATEST_YEAR, RANGE_SIGN, SEARCH, read_moment, read_range, tidied
from udfs.values.text import display

DateValue = DateSpan | bool | None

_LONGEST = 80
_FORMATS_ASKED = 40  # of a column's first-of-month dates; the rest take the first one's answer
_EPOCH, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
_FIRST_PLAUSIBLE_YEAR = 1949
_SERIALS_SINCE, _SERIALS_UNTIL = date(2000, 1, 1), date(2060, 12, 31)

_DONE = (
    r"开工|动工|开建|复工|竣工|完工|建成|投产|投运|投用|达产|完成|交付"
    r"|签约|注册|供地|办结|办理|办好|取得|批复|入库|入统|销号"
)
_BEGUN = r"已|在建|续建|正在建设|正在施工|施工中|建设中"
_YES = re.compile(
    rf"是|有|√|✓|✔|☑|y|yes|true|{_BEGUN}|(?:已|已经|均已|已全部|全部)?(?:{_DONE})(?:建设|验收)?",
    re.I,
)
_NO = re.compile(
    rf"否|×|✗|✘|☒|x|n|no|false|未|尚未|还未|没有(?:{_DONE})|(?:未|尚未|还未|暂未|均未|没)(?:{_DONE})(?:建设)?", re.I
)
_BEGINS_YES = re.compile(rf"(?:已|已经|均已|已全部)(?:{_DONE})|正在(?:建设|施工)")
_BEGINS_NO = re.compile(rf"(?:未|尚未|还未|暂未|均未|没有?)(?:{_DONE})")
_UNFILLED = re.compile(
    r"(?:\d{0,3}|20\d\d|<?y+>?)[_.]*年[_.]*(?:<?m*>?)[_.]*月(?:[_.]*日)?|年度?|月份?|日|(?:\d{3})?年|年底?[_]+",
    re.I | re.A,
)
_SPELLED = "[一二两三四五六七八九十半]+"
_DURATION = re.compile(  # 12年 is the year 2012, 2年 is a duration
    r"(?:(?:建设)?(?:工期|周期|期)[:为]?)?约?"
    rf"(?:\d(?:\.\d+)?年(?:半|\d+个月)?|{_SPELLED}年半?|(?:\d+(?:\.\d+)?|{_SPELLED})(?:个月|年半"
    r"|个?(?:日历|工作|自然)?天|个?(?:日历|工作|自然)日|个季度))(?:左右|以内|内)?",
    re.ASCII,
)
_PLANNED = re.compile(r"计划|拟|预计|力争|争取|将|确保|目标|可(?!研)|待")
_HAPPENED = re.compile(r"已|实际")
_BEFORE = re.compile(r"(?:之|以)?前(?!期|后)")
_SINCE = re.compile(r"(?:起|以来|至今|开始)")
_ABOUT = re.compile(r"前后|左右|约")
_STARTS = re.compile(r"[^\d]{0,3}(?:开工|动工|开始|启动)")
_ENDS = re.compile(r"[^\d]{0,3}(?:竣工|完工|建成|投产|完成|结束)")
_NOTE = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True)
class DateReading:
    """A date as read: its value, its status as in `ledger.Reading` (None for a plain date or a blank), and its text."""

    value: DateValue
    status: Status | None
    text: str


_BLANK = DateReading(None, None, "")


def read_date(
    value: Value, year: int | None = None, date1904: bool = False, number_format: str = "General"
) -> DateReading:
    """Return the date that the cell names; `year` is the ledger's, for cells that name none."""
    if isinstance(value, str):
        return _read_text(value, year, date1904)
    if value is None:
        return _BLANK
    if isinstance(value, CellError):
        return DateReading(None, "error", value.code)
    if isinstance(value, bool):
        return DateReading(value, "words", display(value))
    if isinstance(value, date):
        return _read_day(value, date1904, number_format)
    if isinstance(value, time | timedelta):
        return DateReading(None, "unreadable", display(value))
    return _read_number(value, date1904, number_format)


def read_dates(
    column: Sequence[Value],
    year: int | None = None,
    date1904: bool = False,
    number_format: Callable[[int], str] | None = None,
) -> tuple[list[object], dict[int, Reading]]:
    """Return the column's dates, and the readings of the cells that are not simply blank or a date.

    number_format: gives a cell's number format by its index in the column.
    """
    formats = _Formats(column, number_format)
    plain: dict[tuple[date, str], DateReading] = {}
    values: list[object] = []
    readings: dict[int, Reading] = {}
    for index, value in enumerate(column):
        if value is None:
            values.append(None)
            continue
        if isinstance(value, date):
            shown = formats.of(index, value) if value.day == 1 else "General"  # only then the day may be hidden
            read = plain.get((value, shown)) or plain.setdefault(
                (value, shown), read_date(value, year, date1904, shown)
            )
        else:
            read = read_date(value, year, date1904, formats.of(index, value))
        values.append(read.value)
        if read.status:
            readings[index] = Reading(read.value, read.status, read.text)
    return values, readings


def read_actual_dates(
    column: Sequence[Value],
    year: int | None = None,
    date1904: bool = False,
    number_format: Callable[[int], str] | None = None,
) -> tuple[list[object], dict[int, Reading]]:
    """Return the column's dates of what has happened: a plan written there (计划2025.6, 年底前) is no such date.

    未开工（计划2025.6） is False, 计划2025.6 is None with status `words`.
    """
    values, readings = read_dates(column, year, date1904, number_format)
    for index, reading in readings.items():
        if isinstance(reading.value, DateSpan) and reading.status in ("words", "approximate"):
            values[index] = _happened(reading.text, reading.value)
            readings[index] = Reading(values[index], reading.status, reading.text)
    return values, readings


def _happened(text: str, span: DateSpan) -> DateValue:
    if _BEGINS_NO.search(text):
        return False
    planned = _PLANNED.search(text) or span.first is None
    return None if planned and not _HAPPENED.search(text) else span


class _Formats:
    """The number formats that matter: of first-of-month dates (is the day shown?) and of fractions (2025.1)."""

    def __init__(self, column: Sequence[Value], number_format: Callable[[int], str] | None) -> None:
        self.number_format = number_format
        self.asked = 0
        self.first: str | None = None
        fractions = {round(value % 1, 4) for value in column if isinstance(value, float) and 1900 < value < 2100}
        self.two_digits = any(0 < fraction < 0.095 for fraction in fractions)

    def of(self, index: int, value: Value) -> str:
        if isinstance(value, float) and self.two_digits:
            return "0.00"
        if self.number_format is None or not isinstance(value, float | date):
            return "General"
        if self.asked >= _FORMATS_ASKED and isinstance(value, date):
            return self.first or "General"
        self.asked += 1
        shown = self.number_format(index)
        if self.first is None and isinstance(value, date):
            self.first = shown
        return shown


@lru_cache(maxsize=4096)  # a column's dates are few
def _read_day(value: date, date1904: bool, number_format: str) -> DateReading:
    day = value.date() if isinstance(value, datetime) else value
    serial = (day - (_EPOCH_1904 if date1904 else _EPOCH)).days
    if 1980 <= serial <= LATEST_YEAR:  # 2025 typed into a cell formatted as a date shows 1905-07-17
        return DateReading(_year_span(serial), "words", display(value))
    if day.year < _FIRST_PLAUSIBLE_YEAR:  # a bare number in a cell formatted as a date
        return DateReading(None, "unreadable", display(value))
    return DateReading(_as_shown(day, number_format), None, display(value))


def _as_shown(day: date, number_format: str) -> DateSpan:
    """Return the day, or the month or year where the number format shows no more than that."""
    codes = re.sub(r'"[^"]*"|\[[^\]]*\]|\\.|_.', "", number_format).lower()
    if day.day == 1 and "y" in codes and "d" not in codes:
        moment = read_moment(f"{day.year}" if "m" not in codes and day.month == 1 else f"{day.year}.{day.month}", None)
        if moment:
            return moment.span
    return DateSpan(day, day)


def _read_number(value: float, date1904: bool, number_format: str) -> DateReading:
    shown = display(value)
    if not 0 < value < 1e9:  # also NaN
        return DateReading(None, "unreadable", shown)
    whole, fraction = int(value), round(value - int(value), 6)
    epoch = _EPOCH_1904 if date1904 else _EPOCH
    if (_SERIALS_SINCE - epoch).days <= whole <= (_SERIALS_UNTIL - epoch).days:
        day = epoch + timedelta(days=whole)
        return DateReading(DateSpan(day, day), None, shown)
    if not fraction:
        moment = read_moment(str(whole), None)
        return DateReading(moment.span, None, shown) if moment else DateReading(None, "unreadable", shown)
    if not (EARLIEST_YEAR <= whole <= LATEST_YEAR or 10 <= whole <= 60) or fraction != round(fraction, 2):
        return DateReading(None, "unreadable", shown)
    doubtful = round(fraction, 2) == 0.1
    two_digits = bool(re.fullmatch(r"[0#]*\.00[^0]*", number_format))
    month = 10 if doubtful and two_digits else _month_of(fraction)
    moment = read_moment(f"{whole}.{month}", None)
    if moment is None:
        return DateReading(None, "unreadable", shown)
    return DateReading(moment.span, "approximate" if doubtful and not two_digits else None, shown)


def _month_of(fraction: float) -> int:
    """Return the month that the fraction's digits spell: .3 and .03 are March, .11 is November."""
    hundredths = round(fraction * 100)
    return hundredths // 10 if hundredths % 10 == 0 else hundredths


def _year_span(year: int) -> DateSpan:
    return DateSpan(date(year, 1, 1), date(year, 12, 31))


@lru_cache(maxsize=8192)
def _read_text(raw: str, year: int | None, date1904: bool) -> DateReading:
    words, shown = tidied(raw), raw.strip()
    if not words:
        return _BLANK if not shown else DateReading(None, "placeholder", shown)
    if ERROR_TEXT.fullmatch(words):
        return DateReading(None, "error", shown)
    if _DURATION.fullmatch(words):
        return DateReading(None, "words", shown)
    if PLACEHOLDER.fullmatch(words) or _UNFILLED.fullmatch(words):
        return DateReading(None, "placeholder", shown)
    if _YES.fullmatch(words) or _NO.fullmatch(words):
        return DateReading(bool(_YES.fullmatch(words)), "words", shown)
    if len(words) > _LONGEST:
        return DateReading(None, "unreadable", shown)
    if words.isascii() and words.isdigit() and len(words) == 5:
        serial = _read_number(int(words), date1904, "General")
        return DateReading(serial.value, serial.status or "text", shown)
    if moment := read_moment(words, year):
        return DateReading(moment.span, "words" if moment.assumed_year else None, shown)
    if found := read_range(words, year):
        return DateReading(found[0], "words" if found[1] else None, shown)
    return _read_among_words(words, year, shown)


def _read_among_words(words: str, year: int | None, shown: str) -> DateReading:
    """Return the one date that stands among other words (已于2025年3月开工), else what the words say."""
    bare = _NOTE.sub("", words)
    for text in (words, bare):
        found = _only_date(text, year)
        if found:
            span, after = found
            if _BEFORE.match(after):
                span = DateSpan(None, span.last)
            elif _SINCE.match(after):
                span = DateSpan(span.first, None)
            return DateReading(span, "approximate" if _ABOUT.search(words) else "words", shown)
    if _BEGINS_NO.match(words) or _BEGINS_YES.match(words):
        begun = _BEGINS_NO.match(words) is None
        return DateReading(begun, "words", shown) if not re.search(r"\d{4}", words, re.A) else _unreadable(shown)
    if year is None and re.fullmatch(r"(?:\d{1,2}月份?|[第一二三四上下半季度年初中底末旬])+前?[^\d]*", words, re.A):
        return DateReading(None, "words", shown)  # 年底前投产 in a ledger of an unknown year
    return _unreadable(shown)


def _only_date(words: str, year: int | None) -> tuple[DateSpan, str] | None:
    """Return the only date or range in the words and the text after it; None where there are two or other digits."""
    places = [place for place in SEARCH.finditer(words) if read_moment(place[0], year)]
    if not places:
        return None
    start, end = places[0].start(), places[-1].end()
    if re.search(r"\d", words[:start] + words[end:], re.ASCII):
        return None
    if len(places) == 1 and (moment := read_moment(words[start:end], year)):
        after = words[end:]
        return (DateSpan(moment.span.first, None), "") if after[:1] in ("-", "~") else (moment.span, after)
    between = words[places[0].end() : places[-1].start()]
    if len(places) == 2 and _STARTS.match(between) and _ENDS.match(words[end:]):
        both = read_range(f"{places[0][0]}-{places[1][0]}", year)
        return (both[0], "") if both else None
    found = read_range(words[start:end], year) if RANGE_SIGN.search(words[start:end]) else None
    return (found[0], words[end:]) if found else None


def _unreadable(shown: str) -> DateReading:
    return DateReading(None, "unreadable", shown)
