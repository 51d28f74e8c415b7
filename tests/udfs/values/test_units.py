"""Units out of headers and unit lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from udfs.values.units import find_unit, find_units, money_factor, strip_unit, unit_named


@pytest.mark.parametrize(
    ("header", "unit", "bare"),
    [
        ("总投资               (万元)", "万元", "总投资"),
        ("总投资(万元）", "万元", "总投资"),
        ("拟投资额[亿元]", "亿元", "拟投资额"),
        ("总投资【万元】", "万元", "总投资"),
        ("总投资〔万元〕", "万元", "总投资"),
        ("投资额/万元", "万元", "投资额"),
        ("总投资 万元", "万元", "总投资"),
        ("总投资（人民币：亿元）", "亿元", "总投资"),
        ("总投资（亿元人民币）", "亿元", "总投资"),
        ("总投资（万 元）", "万元", "总投资"),
        ("完成投资占年计划%", "%", "完成投资占年计划"),
        ("占年计划（％）", "%", "占年计划"),
        ("项目用地[亩]", "亩", "项目用地"),
        ("面积(㎡)", "平方米", "面积"),
        ("新注册重点项目[个数]", "个", "新注册重点项目"),
        ("投资强度（万元/亩）", "万元/亩", "投资强度"),
        ("合同外资（US$万）", "万美元", "合同外资"),
        ("投资总额（万元，含税）", "万元", "投资总额"),
        ("总投资\n（万元）", "万元", "总投资"),
    ],
)
def test_it_finds_the_unit_of_a_header_and_strips_it(header: str, unit: str, bare: str) -> None:
    assert find_unit(header) == unit
    assert strip_unit(header) == bare


@pytest.mark.parametrize(
    ("line", "units"),
    [
        ("单位：万元", ("万元",)),
        ("单 位 ： 万 元", ("万元",)),
        ("金额单位:万美元", ("万美元",)),
        ("计量单位：亩", ("亩",)),
        ("单位：个、万美元", ("个", "万美元")),
        ("单位：万元  日期：2010年7月", ("万元",)),
        ("填报单位：县发改局      单位：亿元", ("亿元",)),
    ],
)
def test_it_reads_unit_lines_with_one_unit_or_several(line: str, units: tuple[str, ...]) -> None:
    assert find_units(line) == units


@pytest.mark.parametrize(
    "header",
    [
        "责任单位",
        "填报单位：县发改局",
        "单位：个旧市",
        "负责人",
        "单元",
        "其中：超亿元",
        "竣工时间（年、月）",
        "1～  月完成投资",
        "总投资（含征地费）",
        "",
    ],
)
def test_it_finds_no_unit_where_none_is_stated(header: str) -> None:
    assert find_unit(header) is None


def test_it_leaves_other_brackets_alone() -> None:
    assert strip_unit("总投资（含税）（万元）") == "总投资(含税)"


@pytest.mark.parametrize("name", ["元", "千元", "万元", "百万元", "千万元", "亿元"])
def test_its_domestic_money_is_what_the_ledger_converts(name: str) -> None:
    unit = unit_named(name)
    assert unit is not None
    assert money_factor(unit.name) == unit.factor / 10_000


def test_foreign_money_has_no_factor_in_wan_yuan() -> None:
    assert money_factor(find_unit("金额（万美元）")) is None


@given(st.text(max_size=40))
def test_it_never_raises(text: str) -> None:
    find_units(text)
    strip_unit(text)


@pytest.mark.parametrize("text", ["单位：十万元", "总投资（十万元）", "总投资十万元"])
def test_a_unit_that_is_not_known_is_no_unit_and_not_its_end(text: str) -> None:
    assert find_units(text) == ()
