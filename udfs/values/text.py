"""Text of cells made comparable and readable. Nothing here changes what a clerk sees in the ledger."""

import re
import unicodedata
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache

from udfs.values.cells import CellError, Value

_INVISIBLE = "\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\ufeff"
_DROP_INVISIBLE = {ord(character): None for character in _INVISIBLE}
_SPACES = re.compile(r"\s+")
_BRACKETS = str.maketrans("[]{}【】〔〕〖〗「」『』〈〉《》", "()" * 9)
_LINE_BREAK = re.compile(r"[ \t\u3000\xa0]*[\r\n\v\f\u2028\u2029]+[ \t\u3000\xa0]*")

# Full-width ASCII and nothing else: NFKC would turn the footnote of 1200① or the square of 1200² into digits.
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0xA0: 0x20, 0xFFE5: 0xA5}


_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    """Return the text without what no cell can hold: control characters, halves of characters."""
    return _UNPRINTABLE.sub("", text)


def half_width(text: str) -> str:
    """Return the text with full-width ASCII and spaces as half-width ones, and invisible characters left out."""
    return text.translate(_HALF_WIDTH).translate(_DROP_INVISIBLE)


def normalise(text: str) -> str:
    """Return a header or label ready for matching: half-width, no spaces or line breaks, every bracket as `()`."""
    tight = _SPACES.sub("", unicodedata.normalize("NFKC", text).translate(_DROP_INVISIBLE))
    return unicodedata.normalize("NFKC", tight).translate(_BRACKETS)  # NFKC makes a space of ´, then the accent joins


def clean_name(text: str) -> str:
    """Return a name as one line: padding between single characters (张　　三) goes, other gaps become one space.

    Brackets, width and leading marks (★) stay as the clerk wrote them.
    """
    joined = _LINE_BREAK.sub(_join_lines, text.translate(_DROP_INVISIBLE).strip())
    words = joined.split()
    parts: list[str] = []
    for before, word in zip(["", *words], words, strict=False):
        padded = len(before) == len(word) == 1 and _is_ideograph(before) and _is_ideograph(word)
        opens_bracket = bool(parts) and word[0] in "（(【[〔"
        parts.append(word if padded or opens_bracket or not parts else f" {word}")
    return "".join(parts)


@lru_cache(maxsize=65536)
def name_key(text: str) -> str:
    """Return what two spellings of one name have in common: normalised, lower case, without leading marks."""
    return normalise(text).lower().lstrip("★☆▲△●○◆◇■□※*#·•")


def display(value: Value) -> str:
    """Return what a clerk would read in the cell: 12.0 → `12`, a date → `2025-03-01`, a blank → nothing."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return _display_float(value)
    if isinstance(value, datetime):
        return _display_moment(value)
    if isinstance(value, timedelta):
        return _display_span(value)
    if isinstance(value, date | time | CellError):
        return str(value)
    return str(value)


def _is_ideograph(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff" or character == "〇"


def _join_lines(match: re.Match[str]) -> str:
    before, after = match.string[match.start() - 1 : match.start()], match.string[match.end() : match.end() + 1]
    return " " if before.isascii() and after.isascii() and before.isalnum() and after.isalnum() else ""


def _display_float(value: float) -> str:
    if value != value or value in (float("inf"), float("-inf")):
        return str(value)
    shown = f"{Decimal(f'{value:.15g}'):f}"  # 15 digits: what Excel shows at most
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def _display_moment(value: datetime) -> str:
    if value.time() == time():
        return value.date().isoformat()
    return value.isoformat(sep=" ", timespec="minutes" if not (value.second or value.microsecond) else "seconds")


def _display_span(value: timedelta) -> str:
    sign, seconds = ("-", -value) if value < timedelta() else ("", value)
    total = int(seconds.total_seconds())
    return f"{sign}{total // 3600}:{total // 60 % 60:02d}:{total % 60:02d}"
