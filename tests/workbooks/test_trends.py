"""完成率走势: the units' rates over the periods of the year that were kept."""

from dataclasses import replace
from datetime import date
from io import BytesIO

from openpyxl import load_workbook

from tests.workbooks.sheets import examples
from tests.workbooks.test_comparing import NOW, PROJECT, block
from udfs.periods import ReportPeriod
from workbooks.history import History, entries_of, trend
from workbooks.history.comparing import compare
from workbooks.settings import Settings
from workbooks.sheets.rendering import render_changes
from workbooks.supervision import supervise

ROAD = replace(PROJECT, region="北乡")
WATER = replace(PROJECT, name="水库", region="南乡", annual_plan=400.0, done_this_year=40.0)
JULY = ReportPeriod("month", 2026, 7)


def history(*days: str) -> History:
    return History("督导历史", 2, 99, {}, tuple(block(date.fromisoformat(day), ROAD, WATER) for day in days), ())


def test_rates_go_on_by_unit_with_all_projects_and_the_time_gone() -> None:
    now = [replace(NOW, region="北乡"), replace(WATER, done_this_year=300.0, time_progress=58.3333)]
    course = trend(history("2025-12-31", "2026-05-31", "2026-06-30", "2026-08-31"), now, JULY)
    assert course.periods == ("1—5月", "1—6月", "1—7月")
    assert course.units[0] == ("南乡", (10.0, 10.0, 75.0))
    assert [round(rate or 0, 1) for rate in course.units[1][1]] == [33.3, 33.3, 43.3]
    assert [round(rate or 0, 1) for rate in course.overall] == [24.0, 24.0, 56.0]  # 240/1000, 560/1000
    assert course.time == (41.6667, 41.6667, 50.0)


def test_a_unit_that_came_or_went_has_gaps_and_the_last_twelve_periods_are_shown() -> None:
    days = [f"2026-{month:02}-{day}" for month in range(1, 8) for day in (15, 28)]
    course = trend(
        history(*days), [replace(NOW, region="东乡"), replace(ROAD, name="另一条路")], ReportPeriod("month", 2026, 7)
    )
    assert len(course.periods) == 12
    units = dict(course.units)
    assert units["东乡"][:-1] == (None,) * 11 and units["南乡"][-1] is None
    assert course.units[-1][0] == "南乡"


def test_units_are_of_one_kind_in_all_periods() -> None:
    past = History("督导历史", 2, 99, {}, (block(date(2026, 6, 30), replace(PROJECT, region="北乡")),), ())
    course = trend(past, [ROAD, WATER], JULY)
    assert {unit for unit, _ in course.units} == {"北乡", "南乡"}


def test_the_sheet_draws_both_ends_of_many_units() -> None:
    names = [f"第{number}乡" for number in range(12)]
    columns: dict[str, list[object]] = {
        "name": list(names),
        "region": list(names),
        "annual_plan": [600.0] * 12,
        "done_this_year": [10.0 * at for at in range(12)],
    }
    supervision = supervise([examples.ledger(columns)], [], Settings(), date(2026, 7, 31))
    kept = entries_of(supervision)
    past = History("督导历史", 2, 99, {}, (block(date(2026, 6, 30), *kept),), ())
    comparison = compare(past, past.blocks[0], kept, JULY, 60.0, {})
    book = load_workbook(BytesIO(render_changes(supervision, Settings(), comparison, trend(past, kept, JULY))))
    sheet = book["完成率走势"]
    (chart,) = sheet._charts
    rows = [int(series.val.numRef.f.rsplit("$", 1)[1]) for series in chart.ser]
    shown = [sheet.cell(row, 1).value for row in rows]
    assert shown == ["全部项目", "序时进度", *names[:-5:-1], *names[3::-1]]
