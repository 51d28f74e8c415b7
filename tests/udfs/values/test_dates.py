"""Dates out of cells."""

from calendar import monthrange
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from udfs.values.cells import CellError, DateSpan, Value
from udfs.values.dates import read_actual_dates, read_date, read_dates

LEDGER_YEAR = 2024


def span(first: str, last: str) -> DateSpan:
    return DateSpan(date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None)


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2025.3", "2025-03-01", "2025-03-31"),
        ("2025.03", "2025-03-01", "2025-03-31"),
        ("2025.10", "2025-10-01", "2025-10-31"),
        ("２０２５．３", "2025-03-01", "2025-03-31"),
        ("2025年3月", "2025-03-01", "2025-03-31"),
        ("2025 年 3 月", "2025-03-01", "2025-03-31"),
        ("二〇二五年三月", "2025-03-01", "2025-03-31"),
        ("2025-3-5", "2025-03-05", "2025-03-05"),
        ("2025/3", "2025-03-01", "2025-03-31"),
        ("2025年3月5日", "2025-03-05", "2025-03-05"),
        ("2025-03-05 00:00:00", "2025-03-05", "2025-03-05"),
        ("20250305", "2025-03-05", "2025-03-05"),
        ("202503", "2025-03-01", "2025-03-31"),
        ("25.3", "2025-03-01", "2025-03-31"),
        ("09.10-11.3", "2009-10-01", "2011-03-31"),
        ("2007.10-2010.12", "2007-10-01", "2010-12-31"),
        ("2009-2011", "2009-01-01", "2011-12-31"),
        ("2010—2012", "2010-01-01", "2012-12-31"),
        ("2010-", "2010-01-01", ""),
        ("2010至今", "2010-01-01", ""),
        ("2025年1-6月", "2025-01-01", "2025-06-30"),
        ("2025年3月-12月", "2025-03-01", "2025-12-31"),
        ("2025.3.1-2025.3.31", "2025-03-01", "2025-03-31"),
        ("2025-03-2026-04", "2025-03-01", "2026-04-30"),
        ("自2025年3月至2026年5月", "2025-03-01", "2026-05-31"),
        ("2025年一季度", "2025-01-01", "2025-03-31"),
        ("2025Q1", "2025-01-01", "2025-03-31"),
        ("2025年下半年", "2025-07-01", "2025-12-31"),
        ("2025年底", "2025-12-01", "2025-12-31"),
        ("2025年3月上旬", "2025-03-01", "2025-03-10"),
        ("2025年2月下旬", "2025-02-21", "2025-02-28"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("12年", "2012-01-01", "2012-12-31"),
        (2025, "2025-01-01", "2025-12-31"),
        (2025.0, "2025-01-01", "2025-12-31"),
        (2025.3, "2025-03-01", "2025-03-31"),
        (2025.12, "2025-12-01", "2025-12-31"),
        (202503, "2025-03-01", "2025-03-31"),
        (20250305, "2025-03-05", "2025-03-05"),
        (40377, "2010-07-18", "2010-07-18"),
        (40377.5, "2010-07-18", "2010-07-18"),
        (datetime(2025, 3, 5, 8, 30), "2025-03-05", "2025-03-05"),
        (date(2025, 3, 5), "2025-03-05", "2025-03-05"),
    ],
)
def test_it_reads_dates_as_exactly_as_they_were_written(value: Value, first: str, last: str) -> None:
    read = read_date(value, LEDGER_YEAR)
    assert (read.value, read.status) == (span(first, last), None)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("年底前投产", "", "2024-12-31"),
        ("年底可全部竣工", "2024-12-01", "2024-12-31"),
        ("3月底", "2024-03-21", "2024-03-31"),
        ("3月份", "2024-03-01", "2024-03-31"),
        ("第三季度", "2024-07-01", "2024-09-30"),
        ("上半年", "2024-01-01", "2024-06-30"),
        ("明年3月", "2025-03-01", "2025-03-31"),
        ("3-6月", "2024-03-01", "2024-06-30"),
        ("已于2025年3月开工", "2025-03-01", "2025-03-31"),
        ("2025年3月（已开工）", "2025-03-01", "2025-03-31"),
        ("计划2025.6", "2025-06-01", "2025-06-30"),
        ("2025年6月底前", "", "2025-06-30"),
        ("2025年3月-2026年5月（15个月）", "2025-03-01", "2026-05-31"),
        ("2025.3开工，2026.5竣工", "2025-03-01", "2026-05-31"),
    ],
)
def test_it_reads_dates_among_words_and_of_the_ledgers_year(text: str, first: str, last: str) -> None:
    read = read_date(text, LEDGER_YEAR)
    assert (read.value, read.status) == (span(first, last), "words")


@pytest.mark.parametrize("text", ["已开工", "是", "√", "已竣工", "已投产", "在建", "已开工，正在进行主体施工"])
def test_it_knows_what_has_happened(text: str) -> None:
    assert read_date(text).value is True


@pytest.mark.parametrize("text", ["否", "未开工", "尚未", "×", "尚未开工", "未竣工"])
def test_it_knows_what_has_not_happened(text: str) -> None:
    assert read_date(text).value is False


@pytest.mark.parametrize("text", ["36个月", "2年", "两年", "1年半", "18个月左右", "建设工期：24个月", "720天"])
def test_it_takes_a_duration_for_no_date(text: str) -> None:
    read = read_date(text, LEDGER_YEAR)
    assert (read.value, read.status) == (None, "words")


@pytest.mark.parametrize("text", ["年底前投产", "3月份", "上半年"])
def test_it_gives_no_date_without_any_year(text: str) -> None:
    read = read_date(text, None)
    assert (read.value, read.status) == (None, "words")


@pytest.mark.parametrize("text", ["200   年   月   日", "2025年  月", "<yyyy>年<M>月", "—", "待定", "无", "年   月"])
def test_it_knows_what_was_not_filled_in(text: str) -> None:
    read = read_date(text, LEDGER_YEAR)
    assert (read.value, read.status) == (None, "placeholder")


@pytest.mark.parametrize(
    "value",
    [
        "2025.2.30",
        "2025.13",
        "2025年13月",
        2025.13,
        "2013.5-2012.3",
        "2025.3 2026.5",
        "2025.3、2025.5",
        "2025年第3批",
        "十四五期间",
        "3.15",
        1,
        -5.0,
        float("nan"),
        1e300,
        time(8),
        timedelta(1),
        datetime(1900, 1, 3),
        "第" * 200,
    ],
)
def test_it_reports_what_is_no_date(value: Value) -> None:
    read = read_date(value, LEDGER_YEAR)
    assert (read.value, read.status) == (None, "unreadable")


def test_it_knows_excel_errors() -> None:
    assert read_date(CellError("#VALUE!")).status == "error"
    assert read_date("#N/A").status == "error"


def test_it_reads_serials_of_both_date_systems() -> None:
    assert read_date(40377).value == span("2010-07-18", "2010-07-18")
    assert read_date(40377 - 1462, date1904=True).value == span("2010-07-18", "2010-07-18")


def test_it_never_takes_a_year_for_a_serial() -> None:
    assert read_date(datetime(1905, 7, 17)).value == span("2025-01-01", "2025-12-31")


def test_it_reads_the_number_2025_1_by_its_format_and_its_column() -> None:
    doubtful = read_date(2025.1)
    assert (doubtful.value, doubtful.status) == (span("2025-01-01", "2025-01-31"), "approximate")
    assert read_date(2025.1, number_format="0.00").value == span("2025-10-01", "2025-10-31")
    values, readings = read_dates([2025.03, 2025.1])
    assert values[1] == span("2025-10-01", "2025-10-31")
    assert readings == {}


def test_it_takes_the_month_where_the_cell_shows_no_day() -> None:
    values, _ = read_dates(
        [datetime(2025, 3, 1), datetime(2025, 3, 1)], number_format=['yyyy"年"m"月"', "yyyy-m-d"].__getitem__
    )
    assert values == [span("2025-03-01", "2025-03-31"), span("2025-03-01", "2025-03-01")]


def test_it_takes_no_plan_for_an_actual_date() -> None:
    column: list[Value] = ["未开工（计划2025.6）", "计划2025.6", "年底前", "已于2024年3月开工", "2024.3", "已开工"]
    values, readings = read_actual_dates(column, LEDGER_YEAR)
    march = span("2024-03-01", "2024-03-31")
    assert values == [False, None, None, march, march, True]
    assert readings[1].status == "words"


@given(st.text(max_size=40), st.none() | st.integers(1990, 2050))
def test_it_never_raises(text: str, year: int | None) -> None:
    read_date(text, year)


DATE_LIKE = st.text("0123456789年月日.-~/至底前上下半旬初末季度一二三十已未开工Qq 第今明", max_size=16)


@given(DATE_LIKE)
def test_it_gives_spans_that_run_forward(text: str) -> None:
    value = read_date(text, LEDGER_YEAR).value
    if isinstance(value, DateSpan) and value.first and value.last:
        assert value.first <= value.last


@given(st.floats() | st.integers())
def test_it_reads_or_reports_every_number(number: float) -> None:
    read = read_date(number)
    assert read.value is not None or read.status == "unreadable"


@given(st.dates(date(1990, 1, 1), date(2059, 12, 31)))
def test_it_reads_back_every_formatted_date(day: date) -> None:
    exact = DateSpan(day, day)
    for pattern in (
        "{0.year}-{0.month}-{0.day}",
        "{0.year}.{0.month:02}.{0.day:02}",
        "{0.year}年{0.month}月{0.day}日",
        "{0:%Y%m%d}",
    ):
        assert read_date(pattern.format(day)).value == exact
    month = DateSpan(day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1]))
    for pattern in (
        "{0.year}.{0.month}",
        "{0.year}年{0.month}月份",
        "{0.year}/{0.month:02}",
        " {0.year} 年 {0.month} 月",
    ):
        assert read_date(pattern.format(day)).value == month
