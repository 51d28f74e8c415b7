"""Numerals in Arabic, Chinese and mixed script."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from udfs.values.numerals import read_numeral, simplify


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("三亿二千万", "320000000"),
        ("3亿零500万", "305000000"),
        ("1.2万亿", "1200000000000"),
        ("一二〇〇", "1200"),
        ("一百零五", "105"),
        ("一百二", "120"),
        ("二十", "20"),
        ("十二", "12"),
        ("三点五亿", "350000000"),
        ("贰佰万", "2000000"),
        ("1,234.5", "1234.5"),
    ],
)
def test_it_reads_numerals_exactly(text: str, number: str) -> None:
    assert read_numeral(simplify(text)) == Decimal(number)


@pytest.mark.parametrize("text", ["3亿2000", "千万", "1亿1亿", "三百二五", "万", "1,23", "", "abc", "十百"])
def test_it_gives_none_where_there_is_no_number_or_two(text: str) -> None:
    assert read_numeral(text) is None


def spelled(number: int) -> str:
    """Return the number in Chinese, written out by the school rule."""
    if number >= 10**8:
        return spelled(number // 10**8) + "亿" + rest(number % 10**8, 10**7)
    if number >= 10**4:
        return spelled(number // 10**4) + "万" + rest(number % 10**4, 10**3)
    for unit, name in ((1000, "千"), (100, "百"), (10, "十")):
        if number >= unit:
            return "零一二三四五六七八九"[number // unit] + name + rest(number % unit, unit // 10)
    return "零一二三四五六七八九"[number]


def rest(number: int, full: int) -> str:
    if number == 0:
        return ""
    return ("零" if number < full or full == 0 else "") + spelled(number)


@given(st.integers(1, 10**11))
def test_it_reads_back_every_number_spelled_out(number: int) -> None:
    assert read_numeral(spelled(number)) == number
