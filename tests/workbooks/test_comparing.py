"""对比上期: each kind of change by a case of its own; units; what is suggested and not assumed."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from udfs.periods import PeriodKind, ReportPeriod, report_period
from udfs.values.text import name_key
from workbooks.history import Block, Comparison, Entry, History, compare
from workbooks.history.judging import kinds
from workbooks.sheets.changes import summary

MAY, JUNE = date(2026, 5, 31), date(2026, 6, 30)
JUMP = 60.0
PROJECT = Entry(
    code="", name="东河大桥加固工程", unit="县交通运输局", region="城关镇", level="县级", nature="续建",
    currency="万元",
    total_investment=1000.0, annual_plan=600.0, done_this_year=200.0, completion_rate=33.3333, time_progress=41.6667,
    gap=-8.3334, light="green", planned_start="2026-03-31", actual_start="2026-03-15", planned_finish="2027-06-30",
    actual_finish="", issues="",
)  # fmt: skip
NOW = replace(PROJECT, done_this_year=260.0, completion_rate=43.3333, time_progress=50.0, gap=-6.6667)


def block(day: date, *entries: Entry) -> Block:
    return Block(day, f"2026年1—{day.month}月", rows=dict(enumerate(entries, 3)))


def compared(
    before: Entry | list[Entry],
    now: Entry | list[Entry],
    *earlier: Block,
    year: int = 2026,
    renamed: dict[str, str] | None = None,
) -> Comparison:
    base = block(JUNE, *(before if isinstance(before, list) else [before]))
    history = History("督导历史", 2, 99, {}, (*earlier, base), ())
    period = ReportPeriod("month", year, 7)
    return compare(history, base, now if isinstance(now, list) else [now], period, JUMP, renamed or {})


def found(comparison: Comparison) -> dict[str, tuple[str, str, str]]:
    return {change.kind.id: (change.before, change.now, change.remark) for change in comparison.changes}


def test_a_project_that_goes_on_as_planned_is_no_change() -> None:
    assert found(compared(PROJECT, NOW)) == {}


CASES: list[tuple[str, dict[str, Any], dict[str, Any], tuple[str, str, str]]] = [
    (
        "renamed", {"code": "2601"}, {"code": "2601", "name": "东河大桥"},
        ("东河大桥加固工程", "东河大桥", "项目代码相同，名称不同"),
    ),
    ("fell", {}, {"done_this_year": 150.5}, ("200", "150.5", "累计完成比上期少49.5万元，请核对")),
    (
        "filled", {"done_this_year": None}, {"done_this_year": 260.0},
        ("", "260", "上期没有填，本期260万元，没有计入本期新增"),
    ),
    ("blanked", {}, {"done_this_year": None}, ("200", "", "上期有数，本期空着或看不懂")),
    ("unchanged", {}, {"done_this_year": 200.0}, ("200", "200", "累计完成与上期相同")),
    ("jumped", {}, {"done_this_year": 560.0}, ("200", "560", "本期完成360万元，占年度计划60%，请核对")),
    ("light_worse", {}, {"light": "red"}, ("● 正常", "■ 严重滞后", "")),
    ("light_better", {"light": "yellow"}, {"light": "green"}, ("▲ 滞后", "● 正常", "")),
    ("plan_cut", {}, {"annual_plan": 500.0}, ("600", "500", "调减100万元")),
    ("plan_raised", {}, {"annual_plan": 601.0}, ("600", "601", "调增1万元")),
    ("total_changed", {}, {"total_investment": 900.0}, ("1,000", "900", "相差100万元")),
    ("start_later", {}, {"planned_start": "2026-09-30"}, ("2026-03-31", "2026-09-30", "计划开工时间推迟")),
    ("start_earlier", {}, {"planned_start": "2026-01-31"}, ("2026-03-31", "2026-01-31", "计划开工时间提前")),
    ("finish_later", {}, {"planned_finish": "2027-12-31"}, ("2027-06-30", "2027-12-31", "计划竣工时间推迟")),
    ("finish_earlier", {}, {"planned_finish": "2027-01-31"}, ("2027-06-30", "2027-01-31", "计划竣工时间提前")),
    ("started", {"actual_start": ""}, {}, ("", "2026-03-15", "本期填报已开工")),
    ("finished", {}, {"actual_finish": "2026-07-20"}, ("", "2026-07-20", "本期填报已竣工")),
    (
        "issues_open", {"issues": "I501 总投资；I501 年度计划投资；E301；W401"},
        {"issues": "I501 总投资；I501 年度计划投资；E301；I502"},
        ("", "", "上期已提示，仍未改：数字存成了文本、开工晚于竣工"),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "before", "now", "told"), CASES, ids=[case[0] for case in CASES])
def test_each_kind_of_change_is_told_alone(
    kind: str, before: dict[str, Any], now: dict[str, Any], told: tuple[str, str, str]
) -> None:
    assert found(compared(replace(PROJECT, **before), replace(NOW, **{**before_kept(before), **now}))) == {kind: told}


def before_kept(before: dict[str, Any]) -> dict[str, Any]:
    """Return what stays as it was: a code."""
    return {name: value for name, value in before.items() if name == "code"}


def test_every_kind_that_is_declared_has_a_case() -> None:
    assert set(kinds()) == {*(case[0] for case in CASES), "gone", "new", "stalled"}


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ({"currency": "万美元"}, {"done_this_year": 100.0, "annual_plan": 90.0}),
        ({"annual_plan": 599.99995}, {}),
        ({"light": "none"}, {"light": "red"}),
        ({"planned_start": ""}, {"planned_start": "2026-09-30"}),
        ({"annual_plan": 0.0, "done_this_year": 0.0}, {"annual_plan": 0.0, "done_this_year": 0.0}),
        ({"actual_start": "", "done_this_year": 0.0}, {"actual_start": "", "done_this_year": 0.0}),
        ({"done_this_year": 600.0}, {"done_this_year": 600.0}),
    ],
)
def test_what_cannot_be_compared_is_no_change(before: dict[str, Any], now: dict[str, Any]) -> None:
    assert found(compared(replace(PROJECT, **before), replace(NOW, **now))) == {}


def test_three_periods_with_the_same_figure_are_no_progress_for_long() -> None:
    still = replace(NOW, done_this_year=200.0)
    assert set(found(compared(PROJECT, still, block(MAY, PROJECT)))) == {"stalled"}
    assert set(found(compared(PROJECT, still, block(MAY, replace(PROJECT, done_this_year=190.0))))) == {"unchanged"}
    assert found(compared(PROJECT, replace(still, actual_finish="2026-07-01"))).keys() == {"finished"}


def test_across_years_what_was_done_is_not_compared() -> None:
    comparison = compared(PROJECT, replace(NOW, done_this_year=20.0), year=2027)
    assert found(comparison) == {} and comparison.done_this_period is None


def test_across_years_lights_are_not_compared_and_a_blank_is_none() -> None:
    assert found(compared(PROJECT, replace(NOW, light="red"), year=2027)) == {}
    assert found(compared(PROJECT, replace(NOW, done_this_year=None), year=2027)) == {}
    assert found(compared(replace(PROJECT, done_this_year=None), NOW, year=2027)) == {}


def test_what_was_filled_in_is_not_done_this_period() -> None:
    other = replace(PROJECT, name="水库")
    comparison = compared([replace(PROJECT, done_this_year=None), other], [NOW, replace(other, done_this_year=250.0)])
    assert [*found(comparison)] == ["filled"] and comparison.done_this_period == 50.0


def test_an_amount_that_differs_by_a_yuan_differs() -> None:
    told = ("600", "600.0001", "调增0.0001万元")
    assert found(compared(PROJECT, replace(NOW, annual_plan=600.0001))) == {"plan_raised": told}


@pytest.mark.parametrize("amounts", [True, False])
def test_whether_there_are_amounts_to_compare_is_known(amounts: bool) -> None:
    signed = replace(PROJECT, total_investment=None, annual_plan=None, done_this_year=None)
    comparison = compared(replace(signed, total_investment=9.0) if amounts else signed, signed)
    assert found(comparison) == {} and comparison.amounts == amounts
    assert summary(comparison) == "与2026年1—6月存档相比：" + (
        "各项目没有变化。" if amounts else "项目和时间没有变化；台账里没有总投资、计划和完成数，投资没有对比。"
    )


def test_a_project_under_another_name_is_suggested_and_not_assumed() -> None:
    renamed = replace(NOW, name="东河大桥加固改造工程")
    comparison = compared(PROJECT, renamed)
    assert found(comparison) == {
        "gone": ("东河大桥加固工程", "", "上期有，本期没有；疑似改名为“东河大桥加固改造工程”，请核对"),
        "new": ("", "东河大桥加固改造工程", "上期没有，本期新增；疑似由“东河大桥加固工程”改名，请核对"),
    }
    assert comparison.done_this_period == 260.0
    other = replace(renamed, unit="县水利局")
    assert "疑似" not in "".join(found(compared(PROJECT, other))["new"])


def test_a_rename_that_the_settings_confirm_is_one_project() -> None:
    renamed = replace(NOW, name="东河大桥加固改造工程")
    comparison = compared(PROJECT, renamed, renamed={name_key(PROJECT.name): renamed.name})
    told = ("东河大桥加固工程", "东河大桥加固改造工程", "设置里写明是同一项目，名称不同")
    assert found(comparison) == {"renamed": told}
    assert comparison.done_this_period == 60.0


def test_a_code_makes_it_the_same_project_whatever_its_unit() -> None:
    before, now = replace(PROJECT, code="2601-1"), replace(NOW, code="2601-1", unit="县住建局")
    assert found(compared(before, now)) == {}


def test_padding_and_width_make_no_other_project() -> None:
    assert found(compared(PROJECT, replace(NOW, name="★东河大桥　加固工程"))) == {}


@pytest.mark.parametrize("by", ["region", "unit"])
def test_units_are_ranked_then_and_now(by: str) -> None:
    regions = ("北乡", "南乡") if by == "region" else ("城关镇", "城关镇")
    road, water = replace(PROJECT, region=regions[0]), replace(PROJECT, name="水库", unit="县水利局", region=regions[1])
    now = replace(NOW, region=regions[0])
    comparison = compared(
        [road, replace(water, done_this_year=100.0)],
        [now, replace(water, done_this_year=400.0), replace(water, name="堤防", done_this_year=0.0)],
    )
    names = regions if by == "region" else ("县交通运输局", "县水利局")
    told = [(u.unit, u.projects, u.rank_before, u.rank_now, u.done_this_period) for u in comparison.units]
    assert told == [(names[0], 1, 1, 1, 60.0), (names[1], 2, 2, 2, 300.0)]
    assert comparison.units[1].rate_before == pytest.approx(100 / 6)
    assert comparison.units[1].rate_now == pytest.approx(400 / 12)
    assert comparison.done_this_period == 360.0


def test_a_blank_region_is_no_other_region() -> None:
    elsewhere = replace(NOW, name="水库", unit="县水利局", region="")
    assert {unit.unit for unit in compared(PROJECT, [NOW, elsewhere]).units} == {"县交通运输局", "县水利局"}


def test_a_period_is_compared_with_that_of_its_kind_before_it_as_far_as_it_was_kept() -> None:
    days = ["2025-12-31", "2026-03-31", "2026-06-15", "2026-06-30", "2026-07-15"]
    blocks = tuple(block(date.fromisoformat(day)) for day in days)

    def base(day: str, kind: PeriodKind, kept: tuple[Block, ...] = blocks) -> str | None:
        found = History("督导历史", 2, 99, {}, kept, ()).base(report_period(date.fromisoformat(day), kind))
        return found.as_of.isoformat() if found else None

    assert base("2026-07-15", "half_month") == "2026-06-30"
    assert base("2026-07-31", "half_month") == "2026-07-15"
    assert base("2026-07-31", "month") == "2026-06-30"
    assert base("2026-06-30", "month") == "2026-03-31"
    assert base("2026-06-30", "quarter") == "2026-03-31"
    assert base("2026-03-31", "quarter") == "2025-12-31"
    assert base("2026-12-31", "year") == "2025-12-31"
    assert base("2026-06-30", "month", blocks[2:3]) == "2026-06-15"
    assert base("2026-06-15", "half_month", blocks[2:]) is None


def test_codes_that_came_with_this_period_make_no_other_projects() -> None:
    assert found(compared(PROJECT, replace(NOW, code="2601"))) == {}
    assert found(compared(replace(PROJECT, code="2601"), NOW)) == {}


def test_namesakes_of_one_unit_are_paired_one_by_one() -> None:
    before = [replace(PROJECT, region="东镇"), replace(PROJECT, region="西镇", annual_plan=500.0)]
    now = [replace(NOW, region="西镇", annual_plan=500.0), replace(NOW, region="东镇", done_this_year=150.0)]
    comparison = compared(before, now)
    assert found(comparison) == {"fell": ("200", "150", "累计完成比上期少50万元，请核对")}
    assert comparison.changes[0].entry.region == "东镇"


def test_a_rename_that_is_confirmed_before_it_happens_changes_nothing() -> None:
    assert found(compared(PROJECT, NOW, renamed={name_key(PROJECT.name): "以后的名称"})) == {}
