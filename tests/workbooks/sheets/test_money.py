"""In which unit amounts are shown."""

from workbooks.sheets.money import Money
from workbooks.supervision.figures import Figures


def totals(amount: float) -> Figures:
    return Figures(1, "万元", amount, None, None, None, None, {})


def test_headlines_are_in_yi_from_1_yi_on():
    assert Money("万元", "auto", 1).headline(totals(10_000.0)) == ("亿元", 10_000.0, 2)
    assert Money("万元", "auto", 1).headline(totals(9_999.0)) == ("万元", 1.0, 1)


def test_the_setting_decides_otherwise():
    assert Money("万元", "万元", 1).headline(totals(1e6))[0] == "万元"
    assert Money("万元", "亿元", 1).headline(totals(1.0))[0] == "亿元"


def test_tables_are_in_wan_unless_set():
    assert Money("万元", "auto", 1).unit == "万元"
    money = Money("万元", "亿元", 1)
    assert (money.unit, money.places, money.shown(12_345.0, "万元")) == ("亿元", 2, 1.2345)


def test_foreign_amounts_stay_as_they_are():
    money = Money("万元", "亿元", 1)
    assert (money.shown(500.0, "万美元"), money.unit_behind("万美元")) == (500.0, "万美元")
    assert Money("万美元", "亿元", 1).unit == "万美元"
    assert Money(None, "auto", 1).unit == "单位不明"


def test_sentences_round_half_up():
    assert Money("万元", "auto", 1).sentence(12_345.0) == "1.23亿元"
    assert Money("万元", "auto", 1).sentence(2.25) == "2.3万元"
    assert Money("万美元", "auto", 1).sentence(12_345.0) == "12,345万美元"


def test_sentences_have_no_useless_zeros():
    assert Money("万元", "auto", 1).sentence(100_000.0) == "10亿元"
    assert Money("万元", "auto", 1).sentence(7_400.0) == "7,400万元"
    assert Money("万元", "auto", 0).sentence(7_400.0) == "7,400万元"


def test_beside_a_table_they_are_in_its_unit():
    assert Money("万元", "auto", 1).in_table(54_800.0, "万元") == "54,800万元"
    assert Money("万元", "亿元", 1).in_table(54_800.0, "万元") == "5.48亿元"
    assert Money("万元", "亿元", 1).in_table(30.0, "万美元") == "30万美元"


def test_columns_are_as_wide_as_their_longest_amount():
    money = Money("万元", "auto", 1)
    assert money.width([1.0, -1_234_567.0, None]) == len("-1,234,567.0") + 2
    assert money.width([1.0], "万美元") == len("1.0") + 6 + 2
    assert money.width([None]) == 0
