"""When two names are one project, and when they aren't."""

import pytest

from tests.workbooks.checks.builder import ledgers_of
from workbooks.checks import check


def codes(*names: str, figures: bool = True, regions: tuple[str, ...] = ()) -> list[str]:
    rows = [
        f"{name} | {regions[at] if regions else ''} | 县住建局 | {5800 if figures else 5800 + at * 100} | {1200 + at}"
        for at, name in enumerate(names)
    ]
    ledgers, book = ledgers_of(
        "项目名称 | 属地 | 责任单位 | 总投资（万元） | 年累计完成投资（万元）\n" + "\n".join(rows)
    )
    return [f.code for f in check(ledgers, {}, None, book)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("云岭污水处理厂扩建项目", "云岭污水处理厂扩建工程"),
        ("云岭污水处理厂", "云岭污水处理厂建设项目"),
        ("云岭污水处理厂（扩建）", "云岭污水处理厂扩建"),
        ("智慧物流产业园", "智慧物流产业园区"),
        ("过境公路改线及配套设施", "过境公路改线及配套的设施"),
        ("城乡供水一体化提升工程", "城乡供水一体提升工程"),
        ("诚达铜杆漆包线有限公司项目", "诚达铜杆漆包线项目"),
    ],
)
def test_names_that_differ_in_nothing_that_matters_are_nearly_the_same(one: str, other: str) -> None:
    assert codes(one, other, figures=False) == ["I403"]


def test_a_character_typed_wrong_is_noticed_where_the_figures_agree() -> None:
    assert codes("县域物流集散中心", "县域物流集散中兴") == ["I403"]
    assert codes("县域物流集散中心", "县域物流集散中兴", figures=False) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("云岭污水处理厂一期", "云岭污水处理厂二期"),
        ("云岭污水处理厂", "云岭污水处理厂二期"),
        ("港区1#泊位", "港区2#泊位"),
        ("过境公路A标段", "过境公路B标段"),
        ("环城路第1标段", "环城路第2标段"),
        ("城东小学教学楼", "城西小学教学楼"),
        ("石桥镇卫生院", "石门镇卫生院"),
        ("柏川县人民医院", "青栎县人民医院"),
        ("第一中学实验楼", "第二中学实验楼"),
        ("人民路道路改造", "建设路道路改造"),
        ("云岭污水处理厂", "云岭污水处理厂扩建"),
        ("云岭污水处理厂", "云岭污水处理厂配套管网"),
        ("城乡供水一体化", "城乡供热一体化"),
        ("甲醇装置技改", "乙醇装置技改"),
    ],
)
def test_phases_numbers_directions_and_places_are_different_projects(one: str, other: str) -> None:
    assert codes(one, other, figures=False) == []


@pytest.mark.parametrize("other", ["云岭污水处理厂二期", "云岭污水处理厂一期扩建"])
def test_phases_stay_apart_even_with_equal_figures(other: str) -> None:
    assert codes("云岭污水处理厂一期", other) == []


def test_one_name_in_two_regions_is_two_projects() -> None:
    assert codes("标准厂房", "标准厂房", regions=("城关镇", "东河镇")) == []
    assert codes("标准厂房", "标准厂房", regions=("城关镇", "城关镇")) == ["W401"]


def test_three_of_a_name_are_told_twice() -> None:
    assert codes("标准厂房", "标准厂房", "标准厂房", figures=False) == ["W401", "W401"]
