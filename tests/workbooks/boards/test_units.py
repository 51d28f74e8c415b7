"""Which projects make up which unit, on ledgers of a city, a county and development zones."""

from datetime import date

import pytest

from tests.workbooks.sheets.examples import ledger
from workbooks.boards import counted_projects
from workbooks.boards.units import SeriesKey, title_of, units_of
from workbooks.ledger import Ledger
from workbooks.settings import Settings
from workbooks.supervision import supervise


def series(*ledgers: Ledger) -> dict[SeriesKey, dict[str, list[str]]]:
    settings = Settings()
    projects = counted_projects(supervise(ledgers, [], settings, date(2025, 6, 30)))
    found = units_of(projects, settings["boards.regions.endings"])
    return {key: {name: [each.name for each in own] for name, own in units.items()} for key, units in found.items()}


def of(regions: list[str | None], units: list[str]) -> dict[SeriesKey, dict[str, list[str]]]:
    names = list("甲乙丙丁戊己庚")[: len(units)]
    count = len(units)
    columns: dict[str, list[object]] = {
        "name": [*names], "responsible_unit": [*units], "annual_plan": [1.0] * count, "done_this_year": [1.0] * count,
    }  # fmt: skip
    return series(ledger({**columns, "region": [*regions]} if any(regions) else columns))


def test_a_project_counts_for_its_place_and_for_its_department() -> None:
    found = of(["城关镇", "柏溪镇"], ["县教育局", "县教育局"])
    assert found == {"regions": {"城关镇": ["甲"], "柏溪镇": ["乙"]}, "departments": {"县教育局": ["甲", "乙"]}}


def test_a_countys_own_department_is_not_ranked_beside_those_of_the_city() -> None:
    found = of(["江渚区", "江渚区", "枫泽市"], ["江渚区教育局", "市水利局", "枫泽市教育局"])
    assert found["departments"] == {"市水利局": ["乙"]}


def test_a_department_of_the_county_is_none_of_the_places_in_it() -> None:
    found = of(["城关镇", "柏川县", "柏溪镇"], ["柏川县教育局"] * 3)
    assert found["departments"] == {"柏川县教育局": ["甲", "乙", "丙"]}


def test_where_there_is_but_one_place_departments_are_ranked() -> None:
    assert of(["柏川县", "柏川县"], ["柏川县教育局", "柏川县水利局"])["departments"].keys() == {
        "柏川县教育局", "柏川县水利局",
    }  # fmt: skip


def test_a_responsible_unit_may_be_a_place_itself() -> None:
    found = of([None, None, None], ["云岭经开区管委会", "城关镇人民政府", "县水利局"])
    assert found == {
        "regions": {"云岭经开区管委会": ["甲"], "城关镇人民政府": ["乙"]},
        "departments": {"县水利局": ["丙"]},
    }


def test_a_places_office_counts_for_the_place_where_that_is_named_elsewhere() -> None:
    found = of(["云岭经开区", None], ["云岭经开区管委会", "云岭经开区管委会"])
    assert found["regions"] == {"云岭经开区": ["甲", "乙"]}


def test_a_zone_counts_for_itself_and_not_for_the_town_that_it_lies_in() -> None:
    park, town = "县工业园区管委会", "青石镇人民政府"
    found = of(["青石镇", "青石镇", "青石镇", "柏溪镇", None], [park, park, town, park, park])
    assert found == {"regions": {park: ["甲", "乙", "丁", "戊"], "青石镇": ["丙"]}, "departments": {}}


def test_a_zone_is_the_place_whose_projects_it_has_by_another_name() -> None:
    found = of(["云岭经济技术开发区", "云岭经济技术开发区", "江渚区"], ["云岭经开区管委会", "市水利局", "市水利局"])
    assert found["regions"] == {"云岭经济技术开发区": ["甲", "乙"], "江渚区": ["丙"]}
    found = of(["青石镇", "青石镇", "柏溪镇"], ["县工业园区管委会", "县工业园区管委会", "县水利局"])
    assert found["regions"] == {"青石镇": ["甲", "乙"], "柏溪镇": ["丙"]}


def test_a_town_counts_for_its_county_among_counties_and_the_county_for_its_towns_among_towns() -> None:
    found = of(["柏川县", "临溪县", "临溪县"], ["城关镇人民政府", "青石镇人民政府", "市水利局"])
    assert found["regions"] == {"柏川县": ["甲"], "临溪县": ["乙", "丙"]}
    found = of(["城关镇", "青石镇", "青石镇"], ["江渚区人民政府", "江渚区人民政府", "区水利局"])
    assert found["regions"] == {"城关镇": ["甲"], "青石镇": ["乙", "丙"]}


def test_a_town_counts_for_itself_where_it_builds_in_another() -> None:
    found = of(["城关镇", "青石镇", "青石镇"], ["城关镇人民政府", "城关镇人民政府", "青石镇人民政府"])
    assert found["regions"] == {"城关镇": ["甲", "乙"], "青石镇": ["丙"]}


def test_a_countys_own_zone_counts_for_the_county_by_its_name() -> None:
    found = of(["柏川县", "柏川县", "临溪县"], ["柏川经开区管委会", "柏川县教育局", "市水利局"])
    assert found["regions"] == {"柏川县": ["甲", "乙"], "临溪县": ["丙"]}


def test_items_of_supervision_are_no_projects() -> None:
    columns: dict[str, list[object]] = {"name": ["办好一件事"], "responsible_unit": ["县水利局"]}
    assert series(ledger(columns, "督办", "supervision")) == {"regions": {}, "departments": {}}


@pytest.mark.parametrize(
    ("key", "names", "title"),
    [
        ("regions", ["枫泽市", "柏川县", "江渚区"], "县（市、区）"),
        ("regions", ["柏川县", "云岭高新区", "临溪竹产业园", "云岭陆港"], "县（市、区）、园区"),
        ("regions", ["城关镇", "云顶乡", "城东街道"], "乡镇（街道）"),
        ("regions", ["城关镇人民政府", "县工业园区管委会"], "乡镇（街道）、园区"),
        ("regions", ["一标段"], "属地"),
        ("departments", ["市水利局", "市发改委"], "部门"),
        ("departments", ["市水利局", "市供电公司", "市城投集团"], "部门、企业"),
    ],
)
def test_a_series_is_called_by_the_kinds_of_units_in_it(key: SeriesKey, names: list[str], title: str) -> None:
    assert title_of(key, names) == title
