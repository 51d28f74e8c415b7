"""督办清单."""

from datetime import date

from tests.workbooks.sheets.examples import ledger, promotion
from tests.workbooks.sheets.reading import city, header_row, opened, records, texts
from udfs.values.cells import DateSpan
from workbooks.settings import Settings


def behind(**more: list[object]):
    columns = {"name": ["慢", "停", "快"], "annual_plan": [100.0, 100.0, 100.0], "done_this_year": [30.0, 0.0, 90.0]}
    return ledger({**columns, **more})


def test_it_lists_red_before_yellow_and_no_green():
    lights = [row["亮灯"] for row in records(city()["督办清单"])]
    assert set(lights) == {"■ 严重滞后", "▲ 滞后"}
    assert lights == sorted(lights, key=["■ 严重滞后", "▲ 滞后"].index)


def test_within_a_light_the_furthest_behind_comes_first():
    gaps = [row["差距（百分点）"] for row in records(city()["督办清单"]) if row["亮灯"] == "▲ 滞后"]
    assert gaps == sorted(gaps)


def test_it_says_what_must_be_done_by_whom_and_by_when():
    first, second = records(opened(behind(responsible_unit=["县交通局", "县水利局", "县住建局"]))["督办清单"])
    assert (first["项目名称"], first["责任单位"], first["完成时限"]) == ("停", "县水利局", "2025年7月15日")
    assert first["欠序时投资"] == 50.0
    assert first["督办要求"] == "7月15日前补齐欠序时投资50万元；主要负责人牵头，倒排工期，逐旬报送进展。"
    assert (second["项目名称"], second["完成时限"]) == ("慢", "2025年7月30日")


def test_what_must_be_done_follows_from_the_reasons():
    due = [DateSpan(date(2025, 1, 1), date(2025, 1, 31)), None, None]
    late = [None, DateSpan(date(2025, 5, 1), date(2025, 5, 31)), None]
    made = behind(planned_start=due, deadline=late, done_this_year=[0.0, 60.0, 90.0])
    asked = {row["项目名称"]: str(row["督办要求"]).split("；")[0] for row in records(opened(made)["督办清单"])}
    assert asked == {"慢": "7月15日前开工建设，补齐欠序时投资50万元", "停": "7月15日前完成到期任务"}


def test_a_problem_is_spoken_of_where_there_is_one():
    first, second = records(opened(behind(problem=["土地未报批", None, None]))["督办清单"])
    assert "所列问题" not in str(first["督办要求"])
    assert str(second["督办要求"]).endswith("所列问题明确协调单位和时限。")


def test_a_day_of_next_year_is_said_with_its_year():
    row = records(opened(behind(), as_of=date(2025, 12, 31))["督办清单"])[0]
    assert str(row["督办要求"]).startswith("2026年1月15日前")


def test_the_days_are_settings():
    row = records(opened(behind(), settings=Settings({"sheets.deadline_days.red": 5}))["督办清单"])[0]
    assert row["完成时限"] == "2025年7月5日"


def test_a_missing_unit_is_asked_for():
    assert records(opened(behind())["督办清单"])[0]["责任单位"] == "台账未填，请明确"


def test_the_number_leads_to_the_ledgers_row():
    sheet = opened(behind())["督办清单"]
    assert sheet.cell(header_row(sheet) + 1, 1).hyperlink.location == "'重点项目'!A5"


def test_when_nothing_is_behind_it_says_so():
    made = ledger({"name": ["快"], "annual_plan": [1.0], "done_this_year": [1.0]})
    assert "本期没有滞后和严重滞后的项目。" in texts(opened(made)["督办清单"])


def test_when_nothing_was_judged_it_says_that_and_no_praise():
    said = texts(opened(*promotion())["督办清单"]).split("\n")
    assert said[2:] == ["台账没有年度计划投资和累计完成投资，不计算完成率，不亮灯。"]
