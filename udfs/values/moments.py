"""Dates in words: 2025.3, 2025年一季度, 09.10-11.3, 2010-, 3月底. Each becomes the span of days that was written.

A moment is one such expression; a range is two, or one with an open side. What names no year takes the ledger's.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from udfs.values.cells import DateSpan
from udfs.values.numerals import read_numeral
from udfs.values.text import half_width

EARLIEST_YEAR, LATEST_YEAR = 1900, 2100

_DASHES = str.maketrans("－—–―─−‐‑～∼〜．。", "--------~~~..")
_TIME_OF_DAY = re.compile(r"(?<=\d)[ T]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$", re.ASCII)
_CHINESE_YEAR = re.compile(r"[〇零○一二三四五六七八九]{4}(?=年)")
_CHINESE_DAY_OR_MONTH = re.compile(
    r"(?<![第一二三四五六七八九十百个])(?:[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])(?=[月日号])"
)
_RELATIVE = {"今年": 0, "本年": 0, "当年": 0, "明年": 1, "来年": 1, "次年": 1, "去年": -1, "上年": -1}
_RELATIVE_WORDS = "|".join(_RELATIVE)

_YEAR = re.compile(
    rf"(?:(?P<y>(?:19|20)\d\d)(?P<sep>年度?的?|[-./](?=\d))?|(?P<yy>\d\d)(?P<sep2>年|[./](?=\d)|-(?=\d\d?-\d))"
    rf"|(?P<relative>{_RELATIVE_WORDS})度?的?)",
    re.ASCII,
)
_DAY = re.compile(r"(?P<m>\d{1,2})[-./月](?P<d>\d{1,2})[日号]?", re.ASCII)
_MONTH = re.compile(r"(?P<m>\d{1,2})月?份?", re.ASCII)
_TEN_DAYS = re.compile(r"(?P<m>\d{1,2})月份?(?:(?P<ten>[上中下])旬|(?P<edge>[初中底末]))", re.ASCII)
_QUARTER = re.compile(
    r"第?(?P<q>[1-4一二三四])个?季度?(?P<edge>[初末底])?|[qQ](?P<q2>[1-4])|(?P<q3>[1-4])[qQ]", re.ASCII
)
_QUARTERS = re.compile(r"前(?P<q>[23二三两])个?季度", re.ASCII)
_HALF = re.compile(r"(?P<half>[上下前后])半年")
_EDGE = re.compile(r"年?(?P<edge>[初中底末])")
_COMPACT = re.compile(r"((?:19|20)\d\d)(0[1-9]|1[0-2])(\d\d)?", re.ASCII)
_QUARTER_NUMBER = {**{str(q): q for q in range(1, 5)}, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4}

_SEARCHED_YEAR = rf"(?:(?:19|20)\d\d(?:年度?的?|[-./](?=\d))?|(?<!\d)\d\d(?:年|[./](?=\d))|(?:{_RELATIVE_WORDS})度?的?)"
_SEARCHED_PART = (
    r"(?:\d{1,2}月(?:\d{1,2}[日号]?|份?[上中下]旬|份?[初中底末]|份)?|\d{1,2}[-./]\d{1,2}|第?[1-4一二三四]季度[初末底]?|[qQ][1-4]"
    r"|[上下]半年|年?[底末初]|年中|\d{1,2})"
)
SEARCH = re.compile(rf"{_SEARCHED_YEAR}{_SEARCHED_PART}?|(?<![\d.]){_SEARCHED_PART}", re.ASCII)
RANGE_SIGN = re.compile(r"-+|~+|至|到")
_OPEN_END = re.compile(r"(?:今|现在|目前|至今)?")
_NOW = re.compile(r"(?:至今|起|以来|开始|开始实施)$")


@dataclass(frozen=True, slots=True)
class Moment:
    """A span of days, and what of it was not written but taken from the ledger."""

    span: DateSpan
    year: int
    has_month: bool
    assumed_year: bool


def tidied(text: str) -> str:
    """Return the text ready for the patterns: half-width, Chinese numerals of dates as digits, no spaces.

    Two numbers with nothing but a space between them are kept apart by `|`.
    """
    words = _TIME_OF_DAY.sub("", half_width(text).strip().translate(_DASHES))
    words = re.sub(r"(?<=\d)\s+(?=\d)", "|", words, flags=re.ASCII)
    words = re.sub(r"\s+", "", words).strip("'‘’`\"“”;,、")
    words = _CHINESE_YEAR.sub(lambda year: str(read_numeral(year[0].replace("○", "〇"))), words)
    return _CHINESE_DAY_OR_MONTH.sub(lambda day: str(read_numeral(day[0])), words).rstrip(".")


@lru_cache(maxsize=8192)
def read_moment(words: str, year: int | None) -> Moment | None:
    """Return the one moment that the whole of the tidied text is, or None; `year` is the ledger's."""
    compact = _COMPACT.fullmatch(words)
    if compact:
        span = _day(int(compact[1]), int(compact[2]), int(compact[3])) if compact[3] else None
        span = span if compact[3] else _months(int(compact[1]), int(compact[2]), 1)
        return Moment(span, int(compact[1]), True, False) if span else None
    named = _YEAR.match(words)
    if named is None:
        return _part(words, year, assumed=True) if year is not None and not words.isdigit() else None
    if named["relative"]:
        return _part(words[named.end() :], year + _RELATIVE[named["relative"]], assumed=True) if year else None
    of = int(named["y"]) if named["y"] else _century(int(named["yy"]))
    rest = words[named.end() :]
    if of is None or (rest[:1].isdigit() and not (named["sep"] or named["sep2"])):
        return None
    return _part(rest, of, assumed=False)


def read_range(words: str, year: int | None) -> tuple[DateSpan, bool] | None:
    """Return the span from one moment to another, or with an open side, and whether the year is the ledger's."""
    words = re.sub(r"^[自从由]", "", words).removesuffix("止")
    if since := _NOW.search(words):
        begin = read_moment(words[: since.start()].rstrip("-~"), year)
        return (DateSpan(begin.span.first, None), begin.assumed_year) if begin else None
    for sign in RANGE_SIGN.finditer(words):
        left, right = words[: sign.start()], words[sign.end() :]
        if not left:
            end = read_moment(right, year)
            return (DateSpan(None, end.span.last), end.assumed_year) if end else None
        begin = read_moment(left, year) or (
            read_moment(f"{left}月", year) if right.rstrip("份").endswith("月") else None
        )
        if begin is None:
            continue
        if _OPEN_END.fullmatch(right):
            return DateSpan(begin.span.first, None), begin.assumed_year
        end = _end_of(begin, right)
        if end and begin.span.first and end.span.last and begin.span.first <= end.span.last:
            return DateSpan(begin.span.first, end.span.last), begin.assumed_year
    return None


def _end_of(begin: Moment, right: str) -> Moment | None:
    """Return a range's end, which may leave out what it shares with the begin: 2025年1-6月."""
    bare_month = begin.has_month and len(right) <= 2 and right.isdigit()
    return read_moment(f"{right}月" if bare_month else right, begin.year)


def _part(rest: str, year: int, assumed: bool) -> Moment | None:
    """Return the part of the year that the words name; no words name the whole year."""
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        return None
    moment = Moment(DateSpan(None, None), year, True, assumed)
    span: DateSpan | None = None
    if not rest:
        moment, span = replace(moment, has_month=False), _months(year, 1, 12)
    elif found := _DAY.fullmatch(rest):
        if not assumed or "月" in rest:
            span = _day(year, int(found["m"]), int(found["d"]))
    elif found := _MONTH.fullmatch(rest):
        span = _months(year, int(found["m"]), 1)
    elif found := _TEN_DAYS.fullmatch(rest):
        span = _ten_days(
            year, int(found["m"]), "上中下".find(found["ten"]) if found["ten"] else _EDGE_THIRD[found["edge"]]
        )
    elif found := _QUARTER.fullmatch(rest):
        begin = 3 * _QUARTER_NUMBER[found["q"] or found["q2"] or found["q3"]] - 2
        span = _months(year, begin + 2 * (found["edge"] in ("末", "底")), 1 if found["edge"] else 3)
    elif found := _QUARTERS.fullmatch(rest):
        span = _months(year, 1, 3 * _QUARTER_NUMBER[found["q"]])
    elif found := _HALF.fullmatch(rest):
        span = _months(year, 1 if found["half"] in "上前" else 7, 6)
    elif found := _EDGE.fullmatch(rest):
        span = _months(year, {"初": 1, "中": 6}.get(found["edge"], 12), 1)
    return replace(moment, span=span) if span else None


_EDGE_THIRD = {"初": 0, "中": 1, "底": 2, "末": 2}


def _century(two_digits: int) -> int | None:
    if two_digits <= 60:
        return 2000 + two_digits
    return 1900 + two_digits if two_digits >= 90 else None


def _day(year: int, month: int, day: int) -> DateSpan | None:
    try:
        exact = date(year, month, day)
    except ValueError:
        return None
    return DateSpan(exact, exact)


def _months(year: int, month: int, count: int) -> DateSpan | None:
    if not 1 <= month <= 12:
        return None
    after = month + count - 1
    return DateSpan(date(year, month, 1), date(year + after // 12, after % 12 + 1, 1) - timedelta(days=1))


def _ten_days(year: int, month: int, third: int) -> DateSpan | None:
    whole = _months(year, month, 1)
    if whole is None or whole.last is None:
        return None
    return DateSpan(date(year, month, 10 * third + 1), whole.last if third == 2 else date(year, month, 10 * third + 10))
