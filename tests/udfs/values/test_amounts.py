"""Amounts out of cells."""

from datetime import datetime, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from udfs.values.amounts import every_cell_names_its_unit, read_amount, read_amounts
from udfs.values.cells import CellError, Value

FULL_WIDTH = {ord(character): ord(character) + 0xFEE0 for character in "0123456789.,%()-+"}


@pytest.mark.parametrize(
    ("text", "value", "status"),
    [
        ("54,583.00", 54583.0, "text"),
        ("54，583．00", 54583.0, "text"),
        ("５４５８３", 54583.0, "text"),
        ("1。5亿", 15000.0, "unit"),
        ("'20000", 20000.0, "text"),
        ("¥1,200", 1200.0, "text"),
        ("￥300万", 300.0, "unit"),
        ("RMB 300万元", 300.0, "unit"),
        ("人民币3亿元", 30000.0, "unit"),
        ("1,234.5万元", 1234.5, "unit"),
        ("１．２亿", 12000.0, "unit"),
        ("1.1亿", 11000.0, "unit"),
        ("3亿2000万", 32000.0, "unit"),
        ("3000万", 3000.0, "unit"),
        ("3000（万）", 3000.0, "unit"),
        ("500元", 0.05, "unit"),
        ("1200（万元）", 1200.0, "unit"),
        ("三亿元", 30000.0, "unit"),
        ("一千二百万", 1200.0, "unit"),
        ("贰佰万元整", 200.0, "unit"),
        ("三亿二", 32000.0, "unit"),
        ("约300万", 300.0, "approximate"),
        ("约3亿元", 30000.0, "approximate"),
        ("1200余万元", 1200.0, "approximate"),
        ("300多万", 300.0, "approximate"),
        ("10亿元以上", 100000.0, "approximate"),
        ("1200（约）", 1200.0, "approximate"),
        ("1200（含征地费）", 1200.0, "words"),
        ("1200（含征地费300）", 1200.0, "words"),
        ("1200①", 1200.0, "words"),
        ("1200*", 1200.0, "words"),
        ("总投资3亿元", 30000.0, "words"),
        ("(1200)", -1200.0, "text"),
        ("（1,234.5）万元", -1234.5, "unit"),
        ("−1200", -1200.0, "text"),
        ("1.2E+05", 120000.0, "text"),
        ("5千", 5000.0, "text"),
        ("0", 0.0, "text"),
        ("零", 0.0, "text"),
    ],
)
def test_it_reads_what_clerks_write_in_a_column_of_wan_yuan(text: str, value: float, status: str) -> None:
    read = read_amount(text, "万元")
    assert (read.value, read.status) == (value, status)


@pytest.mark.parametrize(
    "text", ["-", "—", "――", "－", "/", "无", "待定", "未定", "暂无", "N/A", "…", "(待定)", "不详", "×××"]
)
def test_it_knows_placeholders(text: str) -> None:
    read = read_amount(text, "万元")
    assert (read.value, read.status) == (None, "placeholder")


@pytest.mark.parametrize("text", ["1.5-2亿", "3000~5000万元", "3000至5000", "1.5亿—2亿", "1-2"])
def test_it_takes_a_range_for_no_figure(text: str) -> None:
    read = read_amount(text, "万元")
    assert (read.value, read.status, read.text) == (None, "range", text)


@pytest.mark.parametrize(
    "value",
    [
        "2000 3000",
        "2000\n3000",
        "1200（2000）",
        "1200（3亿元）",
        "85%",
        "几千万",
        "上亿元",
        "千万",
        "3亿2000",
        "3亿元，一期1亿元",
        "8000万元（约1200万美元）",
        "12.5.3",
        "1，2345",
        "1200/1500",
        "2025-03-05",
        "nan",
        "inf",
        "3000-",
        "已完成",
        "1" * 500,
        True,
        datetime(2025, 3, 1),
        time(8),
        float("nan"),
        float("inf"),
        10**400,
    ],
)
def test_it_reports_what_it_cannot_read_and_gives_no_figure(value: Value) -> None:
    read = read_amount(value, "万元")
    assert (read.value, read.status) == (None, "unreadable")


@pytest.mark.parametrize("value", [CellError("#DIV/0!"), "#REF!", "#N/A"])
def test_it_knows_excel_errors(value: Value) -> None:
    assert read_amount(value, "万元").status == "error"


@pytest.mark.parametrize("value", [None, "", "   ", "\u3000\xa0\u200b"])
def test_it_says_nothing_of_blanks(value: Value) -> None:
    read = read_amount(value, "万元")
    assert (read.value, read.status) == (None, None)


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (1.1, "亿元", 11000.0),
        (2.3, "亿元", 23000.0),
        ("1.1", "亿元", 11000.0),
        ("300万", "亿元", 300.0),
        (12345, "元", 1.2345),
        (54583, "千元", 5458.3),
        (1.2, "百万元", 120.0),
        ("1.2亿", "万美元", 12000.0),
        ("300万美元", "万美元", 300.0),
        ("US$300万", "万美元", 300.0),
        ("$300", "万美元", 300.0),
        ("300美元", "万美元", 0.03),
        ("1.2万亩", "亩", 12000.0),
        ("1200亩", "亩", 1200.0),
        ("2公顷", "平方米", 20000.0),
        (0.5, None, 0.5),
        ("0.5", None, 0.5),
    ],
)
def test_it_converts_by_the_unit_of_column_or_cell(value: Value, unit: str | None, expected: float) -> None:
    assert read_amount(value, unit).value == expected


@pytest.mark.parametrize(
    ("text", "unit", "own"),
    [
        ("US$300万", "万元", "万美元"),
        ("300万美元", "万元", "万美元"),
        ("3000万元", "万美元", "万元"),
        ("1200亩", "万元", "亩"),
        ("300万", None, "万元"),
    ],
)
def test_it_never_converts_between_currencies_or_measures(text: str, unit: str | None, own: str) -> None:
    read = read_amount(text, unit)
    assert (read.value, read.status, read.unit) == (None, "unit", own)


def test_it_reads_columns_and_keeps_a_reading_for_each_odd_cell() -> None:
    amounts, readings = read_amounts([1, 2.5, None, "3,000", "待定", CellError("#REF!")], "万元")
    assert amounts == [1.0, 2.5, None, 3000.0, None, None]
    assert {index: reading.status for index, reading in readings.items()} == {3: "text", 4: "placeholder", 5: "error"}


def test_it_finds_bad_floats_among_plain_ones() -> None:
    amounts, readings = read_amounts([1.0, float("nan"), float("inf")], "万元")
    assert amounts == [1.0, None, None]
    assert set(readings) == {1, 2}


def test_it_tells_when_each_figure_bears_its_own_unit() -> None:
    assert every_cell_names_its_unit(["1.2亿", None, "3000万元", "—"])
    assert not every_cell_names_its_unit(["1.2亿", 3000])
    assert not every_cell_names_its_unit([None])


@given(st.text(max_size=40), st.sampled_from(["万元", "亿元", "万美元", "亩", None]))
def test_it_never_raises_and_never_makes_a_zero(text: str, unit: str | None) -> None:
    read = read_amount(text, unit)
    if read.value == 0.0:
        assert not any(character in text for character in "123456789")
    assert read.value is None or read.value - read.value == 0


AMOUNTS = st.text("0123456789.,亿万千百元约余-—()（）[]% 一二三十零¥$美待定/①", max_size=14)


@given(AMOUNTS)
def test_it_never_takes_a_non_zero_text_for_zero(text: str) -> None:
    read = read_amount(text, "万元")
    if read.value == 0.0:
        assert not any(character in text for character in "123456789一二三十")


@given(st.decimals(0, 10**9, places=2))
def test_it_reads_back_formatted_numbers(number: Decimal) -> None:
    expected = float(number)
    for shown in (f"{number:,}", f"{number}", f" {number}　", f"{number}".translate(FULL_WIDTH), f"{number}万元"):
        assert read_amount(shown, "万元").value == expected


@given(
    st.integers(0, 10**7),
    st.sampled_from(["", "元", "万", "万元", "亿", "亿元"]),
    st.sampled_from(["万元", "亩", None]),
)
def test_a_plain_figure_reads_as_the_same_one_padded_with_spaces(number: int, written: str, unit: str | None) -> None:
    plain, padded = read_amount(f"{number / 100:,}{written}", unit), read_amount(f"　{number / 100:,} {written}", unit)
    assert (plain.value, plain.status, plain.unit) == (padded.value, padded.status, padded.unit)


@given(st.integers(1, 10**8))
def test_it_reads_yi_without_the_noise_of_floats(number: int) -> None:
    yi = Decimal(number) / 1000
    assert read_amount(f"{yi}亿", "万元").value == number * 10.0
    assert read_amount(float(yi), "亿元").value == number * 10.0
