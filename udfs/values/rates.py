"""Rates out of cells, in percent: 0.85, 85, `85%`, 百分之八十五, 八成.

A cell with % (typed or by its number format) says itself what it is. Of bare numbers the COLUMN is fractions or
percent:
1. by the computed rates, where they agree with more of the numbers in the one sense than in the other;
2. else by spread: fractions where most numbers other than 0 are at most 2 (1.0 is 100 % among 0.3 and 0.97),
   else percent (0.5 is 0.5 % among 45 and 97.2).
A single number that only makes sense in the other sense (85 among fractions; 0.85 in a column of percent where 85 was
computed) is read in that sense, with status `unit`.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date, time, timedelta
from statistics import median

from udfs.values.amounts import ABOUT, ABOUT_AFTER, ERROR_TEXT, PLACEHOLDER, Status
from udfs.values.cells import CellError, Reading, Value
from udfs.values.numerals import ARABIC, read_numeral, simplify
from udfs.values.text import display, half_width

_LARGEST_FRACTION = 2.0  # 200 %: more is a percentage
_ABSURD_FRACTION = 10.0  # 1000 %: in a column of fractions a number typed as percent
_LARGEST = 1e12
_NUMBER = re.compile(rf"(?P<sign>[+-]?)(?P<number>{ARABIC})(?P<percent>%|个?百分点)?", re.ASCII)
_PERCENT_WORDS = re.compile(r"(?P<sign>负?)百分之(?P<number>.+)")
_TENTHS = re.compile(r"(?P<number>[一二三四五六七八九十])成(?P<half>半|[一二三四五六七八九])?")
_NOTE = re.compile(r"\([^()]*[^\d().%,][^()]*\)$")
_DASHES = str.maketrans("－—–―─−﹪٪", "------%%")

_Typed = tuple[float | None, bool, Status]  # number, whether it is surely percent, status


def read_rates(
    column: Sequence[Value],
    is_percent: Callable[[int], bool] | None = None,
    computed: Sequence[float | None] | None = None,
) -> tuple[list[float | None], dict[int, Reading]]:
    """Return the column's rates in percent, and the readings of the cells that are not simply blank or a number.

    is_percent: whether a cell's number format shows percent, by its index in the column; asked for numbers only.
    computed: the rates in percent that the ledger's own plan and done give, where they do.
    """
    rates: list[float | None] = [None] * len(column)
    readings: dict[int, Reading] = {}
    bare: dict[int, float] = {}
    for index, value in enumerate(column):
        if value is None:
            continue
        if type(value) is float or type(value) is int:
            if not -_LARGEST < value < _LARGEST:
                readings[index] = Reading(None, "unreadable", display(value))
            elif is_percent is not None and is_percent(index):
                rates[index] = _times_100(value)
            else:
                bare[index] = value
            continue
        number, sure, status = _typed(value)
        if status:
            readings[index] = Reading(number, status, display(value).strip())
        if number is not None and not sure:
            bare[index] = number
        else:
            rates[index] = number
    _settle(bare, rates, readings, column, computed)
    return rates, readings


def _settle(
    bare: dict[int, float],
    rates: list[float | None],
    readings: dict[int, Reading],
    column: Sequence[Value],
    computed: Sequence[float | None] | None,
) -> None:
    """Bring the column's bare numbers to percent, in the sense that the column has."""
    fractions = _are_fractions(bare, computed)
    for index, number in bare.items():
        other = _is_of_the_other_sense(number, fractions, computed[index] if computed else None)
        rates[index] = _times_100(number) if fractions != other else float(number)
        before = readings.get(index)
        if other or before:
            status: Status = "unit" if other else before.status if before else "text"  # type: ignore[assignment]
            readings[index] = Reading(rates[index], status, display(column[index]).strip())


def _are_fractions(bare: dict[int, float], computed: Sequence[float | None] | None) -> bool:
    numbers = [abs(number) for number in bare.values() if number]
    if not numbers:
        return False
    if computed:
        as_fraction = as_percent = 0
        for index, number in bare.items():
            expected = computed[index]
            if number and expected:
                as_fraction += _agree(number * 100, expected)
                as_percent += _agree(number, expected)
        if as_fraction != as_percent:
            return as_fraction > as_percent
    return median(numbers) <= _LARGEST_FRACTION and sum(number <= _LARGEST_FRACTION for number in numbers) * 2 > len(
        numbers
    )


def _is_of_the_other_sense(number: float, fractions: bool, expected: float | None) -> bool:
    if expected is not None and number:
        agrees, agrees_other = _agree(number * 100, expected), _agree(number, expected)
        if not fractions:
            agrees, agrees_other = agrees_other, agrees
        if agrees != agrees_other:
            return agrees_other
    return fractions and abs(number) > _ABSURD_FRACTION


def _agree(typed: float, expected: float) -> bool:
    """Return whether two rates are one, but for rounding to whole percent."""
    return abs(typed - expected) <= max(0.6, abs(expected) * 0.01)


def _times_100(number: float) -> float:
    return float(f"{number * 100:.15g}")


def _typed(value: Value) -> _Typed:
    """Return a cell that is no number: its number, whether that is surely percent, and its status."""
    if isinstance(value, CellError):
        return None, True, "error"
    if not isinstance(value, str) or isinstance(value, bool | date | time | timedelta):
        return None, True, "unreadable"
    words = simplify(re.sub(r"\s+", "", half_width(value).translate(_DASHES))).strip("'‘’`\"“”")
    if not words:
        return None, True, None  # type: ignore[return-value]
    if ERROR_TEXT.fullmatch(words):
        return None, True, "error"
    if PLACEHOLDER.fullmatch(words):
        return None, True, "placeholder"
    if re.search(r"[\d%]\s+[\d]", half_width(value), re.ASCII):
        return None, True, "unreadable"
    return _worded(words)


def _worded(words: str) -> _Typed:
    status: Status = "text"
    if note := _NOTE.search(words):
        words, status = words[: note.start()], "words"
    if about := ABOUT.match(words):
        words, status = words[about.end() :], "approximate"
    if (about := ABOUT_AFTER.search(words)) and about.end() == len(words):
        words, status = words[: about.start()], "approximate"
    if found := _NUMBER.fullmatch(words):
        number = float(found["number"].replace(",", ""))
        signed = -number if found["sign"] == "-" else number
        vanished = number == 0 and re.search("[1-9]", found["number"])  # smaller than a float can be
        if number >= _LARGEST or vanished:
            return None, True, "unreadable"
        return signed, bool(found["percent"]), status
    if found := _PERCENT_WORDS.fullmatch(words):
        numeral = read_numeral(found["number"])
        if numeral is None and found["number"] == "百":
            return (100.0, True, status)
        if numeral is not None and numeral < 10**6:
            return (-float(numeral) if found["sign"] else float(numeral), True, status)
    if found := _TENTHS.fullmatch(words):
        tenths, half = read_numeral(found["number"]), found["half"]
        if tenths is not None:
            more = 5.0 if half == "半" else float(read_numeral(half) or 0) if half else 0.0
            return float(tenths) * 10 + more, True, status
    return None, True, "unreadable"
