"""One cell of an argument, read: as the ledger reads it, and never guessed."""

from datetime import date, datetime

import pytest

from udfs import arguments
from udfs.arguments import Fault, Measured
from udfs.values.cells import CellError, DateSpan, Value
from udfs.values.units import unit_named

BLANKS: list[Value] = [None, "", "  ", "　", "—", "无", "待定"]


@pytest.mark.parametrize("cell", BLANKS, ids=repr)
def test_a_blank_and_a_placeholder_are_nothing(cell: Value) -> None:
    for read in (arguments.amount, arguments.percent, arguments.day, arguments.happened, arguments.workdays):
        assert read(cell, "年度计划") is None
    assert arguments.days(cell, "另加放假日") is None


@pytest.mark.parametrize("cell", [CellError("#DIV/0!"), "#DIV/0!", " #div/0! "], ids=repr)
def test_an_excel_error_passes_through(cell: Value) -> None:
    readers = [
        *(arguments.amount, arguments.money, arguments.percent, arguments.day, arguments.days, arguments.happened),
        *(arguments.workdays, arguments.exemption, arguments.basis, arguments.unit),
    ]
    assert [read(cell, "年度计划") for read in readers] == [CellError("#DIV/0!")] * len(readers)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (1234.5, 1234.5),
        (7, 7.0),
        ("1,234.5", 1234.5),
        ("约300", 300.0),
        ("1200余", 1200.0),
        ("33个", 33.0),
        ("（5）", -5.0),
    ],
)
def test_an_amount_without_a_unit_is_a_plain_number(cell: Value, value: float) -> None:
    assert arguments.amount(cell, "完成投资") == value


@pytest.mark.parametrize(
    ("cell", "value", "dimension"),
    [
        ("3亿元", 30000.0, "人民币"),
        ("3亿", 30000.0, "人民币"),
        ("5000元", 0.5, "人民币"),
        ("1.2亿美元", 12000.0, "美元"),
        ("3公顷", 30000.0, "面积"),
        ("2万平方米", 20000.0, "面积"),
        ("$300", 300.0, "美元符号"),
    ],
)
def test_an_amount_that_names_its_unit_keeps_it(cell: str, value: float, dimension: str) -> None:
    assert arguments.amount(cell, "完成投资") == Measured(value, dimension, cell)


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("暂定", "年度计划读不懂：暂定"),
        ("1.5-2亿", "年度计划是个范围：1.5-2亿"),
        (True, "年度计划读不懂：TRUE"),
        (datetime(2026, 6, 30), "年度计划读不懂：2026-06-30"),
        (float("nan"), "年度计划读不懂：nan"),
        ("1200（2000）", "年度计划读不懂：1200（2000）"),
        ("85%", "年度计划读不懂：85%"),
    ],
)
def test_an_amount_that_can_t_be_read_is_said_with_the_argument_and_the_cell(cell: Value, said: str) -> None:
    assert arguments.amount(cell, "年度计划") == Fault(said)


def test_a_long_text_is_cut_short_and_on_one_line() -> None:
    said = arguments.amount("资金正在落实，\n" * 9, "年度计划")
    assert said == Fault("年度计划读不懂：资金正在落实， 资金正在落实， 资金正…")


@pytest.mark.parametrize(
    ("cell", "value"),
    [(97.16, 97.16), (0.5, 0.5), ("97.16%", 97.16), ("0.5", 0.5), ("百分之八十五", 85.0), ("约85%", 85.0), (50, 50.0)],
)
def test_a_percentage_is_in_percent_with_or_without_its_sign(cell: Value, value: float) -> None:
    assert arguments.percent(cell, "完成率") == value


@pytest.mark.parametrize("cell", ["快了", "3亿元", True])
def test_what_is_no_percentage_is_said(cell: Value) -> None:
    said = arguments.percent(cell, "完成率")
    assert isinstance(said, Fault) and said.text.startswith("完成率")


@pytest.mark.parametrize(
    ("cell", "last_day"),
    [
        (datetime(2026, 6, 30, 15, 30), date(2026, 6, 30)),
        (46203.0, date(2026, 6, 30)),
        ("2026-6-30", date(2026, 6, 30)),
        ("2026年6月", date(2026, 6, 30)),
        ("2026.3.15", date(2026, 3, 15)),
        ("2026年", date(2026, 12, 31)),
        ("2026年6月起", date(2026, 6, 1)),
    ],
)
def test_a_date_is_the_last_day_of_what_was_written(cell: Value, last_day: date) -> None:
    assert arguments.day(cell, "完成时限") == last_day


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("尽快", "完成时限读不懂：尽快"),
        ("6月底", "完成时限没写年份：6月底"),
        ("6月30日", "完成时限没写年份：6月30日"),
        ("6", "完成时限读不懂：6"),
        ("36个月", "完成时限读不懂：36个月"),
        ("已办结", "完成时限不是日期：已办结"),
        ("2026年2月30日", "完成时限读不懂：2026年2月30日"),
    ],
)
def test_a_date_that_can_t_be_read_is_said(cell: Value, said: str) -> None:
    assert arguments.day(cell, "完成时限") == Fault(said)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("2026年3月", DateSpan(date(2026, 3, 1), date(2026, 3, 31))),
        ("已开工", True),
        ("未开工", False),
        ("拟2026年9月开工", False),
        ("未开工（计划2026.9）", False),
    ],
)
def test_what_happened_is_no_plan(cell: str, value: DateSpan | bool) -> None:
    assert arguments.happened(cell, "实际开工") == value


def test_what_happened_and_can_t_be_read_is_said() -> None:
    assert arguments.happened("手续办理", "实际开工") == Fault("实际开工读不懂：手续办理")
    assert arguments.happened("36个月", "实际开工") == Fault("实际开工读不懂：36个月")


@pytest.mark.parametrize(("cell", "value"), [(20.0, 20), ("20个工作日", 20), ("二十", 20), (0.0, 0)])
def test_working_days_are_whole(cell: Value, value: int) -> None:
    assert arguments.workdays(cell, "办理工作日") == value


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("20天", "办理工作日请按工作日填：20天"),
        (2.5, "办理工作日不是整数天：2.5"),
        (-1.0, "办理工作日是负数：-1"),
        (1e6, "办理工作日太长：1000000"),
        ("尽快", "办理工作日读不懂：尽快"),
        (float("inf"), "办理工作日读不懂：inf"),
    ],
)
def test_what_is_no_number_of_working_days_is_said(cell: Value, said: str) -> None:
    assert arguments.workdays(cell, "办理工作日") == Fault(said)


def test_a_cell_of_holidays_names_one_day_or_a_short_range() -> None:
    assert arguments.days("2027-1-1", "另加放假日") == [date(2027, 1, 1)]
    week = arguments.days("2027.2.6-2027.2.12", "另加放假日")
    assert week == [date(2027, 2, day) for day in range(6, 13)]


@pytest.mark.parametrize("cell", ["2027年", "2027年2月起", "2027年2月"])
def test_a_month_or_a_year_off_is_no_holiday(cell: str) -> None:
    assert arguments.days(cell, "另加放假日") == Fault(f"另加放假日不是具体日期：{cell}")
    assert arguments.days("元旦", "另加放假日") == Fault("另加放假日读不懂：元旦")


@pytest.mark.parametrize(
    "cell", ["无", "—", "否", "不涉及", 0.0, None, False, "暂无", "——", "待定", "N/A", "无正当理由"]
)
def test_no_exemption_is_none(cell: Value) -> None:
    assert arguments.exemption(cell, "正当理由") is None


def test_an_exemption_is_what_it_says() -> None:
    assert arguments.exemption(" 洪涝灾害停工 ", "正当理由") == "洪涝灾害停工"


@pytest.mark.parametrize(
    ("cell", "basis"), [("月", "month"), ("半月", "half_month"), ("按旬", "ten_days"), ("日", "day"), (None, None)]
)
def test_a_basis_is_named_in_chinese(cell: Value, basis: str | None) -> None:
    assert arguments.basis(cell, "口径") == basis
    assert arguments.basis("季", "口径") == Fault("口径只能是月、半月、旬、日")


def test_a_unit_is_one_of_domestic_money() -> None:
    assert arguments.unit("亿", "单位") == unit_named("亿元")
    assert arguments.unit("万美元", "单位") == Fault("单位不是人民币，不折算：万美元")
    assert arguments.unit("亩", "单位") == Fault("单位不是人民币，不折算：亩")
    assert arguments.unit("坨", "单位") == Fault("单位读不懂：坨")


@pytest.mark.parametrize("cell", ["单位：亿元", "计量单位:亿元", "（亿元）", "总投资（亿元）", "单位：人民币亿元"])
def test_a_unit_may_be_the_cell_that_states_it_over_a_table(cell: str) -> None:
    assert arguments.unit(cell, "单位") == unit_named("亿元")


def test_a_cell_that_states_two_units_names_none() -> None:
    assert arguments.unit("单位：个、万元", "单位") == Fault("单位读不懂：单位：个、万元")


def test_an_amount_in_ten_thousands_takes_its_own_unit_first() -> None:
    yuan = unit_named("元")
    assert arguments.in_wan(1234500.0, "金额", yuan) == 123.45
    assert arguments.in_wan("3亿元", "金额", yuan) == 30000.0
    assert arguments.in_wan("3亿元", "金额", None) == 30000.0
    assert arguments.in_wan(0.0, "金额", None) == 0.0


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (1234.5, "金额没有单位：1234.5"),
        ("300万美元", "金额是外币，不折算：300万美元"),
        ("300亩", "金额的单位不是钱：300亩"),
        ("面谈后定", "金额读不懂：面谈后定"),
    ],
)
def test_an_amount_is_never_brought_to_ten_thousands_by_a_guess(cell: Value, said: str) -> None:
    assert arguments.in_wan(cell, "金额", None) == Fault(said)
