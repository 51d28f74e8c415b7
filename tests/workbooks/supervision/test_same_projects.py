"""The same project in two sheets."""

from tests.workbooks.sheets.examples import AS_OF, SETTINGS, ledger
from workbooks.ledger import Period
from workbooks.supervision import supervise
from workbooks.supervision.figures import Project


def projects(first: dict[str, list[object]], second: dict[str, list[object]]) -> tuple[Project, ...]:
    return supervise([ledger(first, "一"), ledger(second, "二", "funding")], (), SETTINGS, AS_OF).projects


def test_name_and_unit_make_it_the_same():
    one, other = projects(
        {"name": ["★滨河路 "], "responsible_unit": ["县交通局"], "annual_plan": [1.0]},
        {"name": ["滨河路"], "responsible_unit": ["县交通局"], "annual_plan": [1.0]},
    )
    assert (one.counted, other.counted) == (True, False)


def test_another_unit_makes_it_another():
    one, other = projects(
        {"name": ["标准厂房"], "responsible_unit": ["东镇"], "annual_plan": [1.0]},
        {"name": ["标准厂房"], "responsible_unit": ["西镇"], "annual_plan": [1.0]},
    )
    assert one.counted and other.counted


def test_without_units_another_region_makes_it_another():
    one, other = projects(
        {"name": ["标准厂房"], "region": ["东镇"], "annual_plan": [1.0]},
        {"name": ["标准厂房"], "region": ["西镇"], "annual_plan": [1.0]},
    )
    assert one.counted and other.counted


def test_the_entry_that_says_most_is_counted():
    one, other = projects(
        {"name": ["滨河路"], "annual_plan": [None]},
        {"name": ["滨河路"], "annual_plan": [1.0], "done_this_year": [0.5]},
    )
    assert (one.counted, other.counted) == (False, True)


def test_two_rows_of_one_sheet_are_both_counted():
    both = supervise([ledger({"name": ["滨河路"] * 2, "annual_plan": [1.0, 2.0]})], (), SETTINGS, AS_OF).projects
    assert all(project.counted for project in both)


def test_projects_without_name_are_never_the_same():
    one, other = projects({"name": [None], "annual_plan": [1.0]}, {"name": [None], "annual_plan": [1.0]})
    assert one.counted and other.counted


def test_of_sheets_for_each_month_the_latest_up_to_the_report_is_counted():
    columns = {"name": ["滨河路"], "annual_plan": [1.0], "done_this_year": [0.5]}
    sheets = [ledger(columns, f"{month}月", period=Period(2025, month)) for month in (4, 6, 5, 8)]
    counted = [project.sheet for project in supervise(sheets, (), SETTINGS, AS_OF).projects if project.counted]
    assert counted == ["6月"]
