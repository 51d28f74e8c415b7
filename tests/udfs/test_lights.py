"""Lights with their reasons (domain.md b2 "Recommended default", contract.md "Lights")."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from udfs.lights import Facts, Light, LightRules, judge, judge_deadline, red_cannot_happen
from udfs.progress import time_progress_of_month

JULY = date(2010, 7, 31)
RULES = LightRules()
RATIO = LightRules(mode="ratio")


def facts(done: float | None, plan: float | None = 1200.0, **more: object) -> Facts:
    """Return a project at the end of July, when 700 of 1,200 are due."""
    return replace(Facts(plan, done, time_progress_of_month(7), JULY), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("done", "light", "reason"),
    [
        (820.0, Light.GREEN, "完成率68.3%，超过序时进度10个百分点"),
        (700.0, Light.GREEN, "完成率58.3%，与序时进度持平"),
        (699.0, Light.GREEN, "略低于序时：完成率58.3%，低于序时进度0.1个百分点"),
        (581.0, Light.GREEN, "略低于序时：完成率48.4%，低于序时进度9.9个百分点"),
        (580.0, Light.YELLOW, "完成率48.3%，低于序时进度10个百分点（滞后10个百分点及以上亮黄灯）"),
        (340.0, Light.YELLOW, "完成率28.3%，低于序时进度30个百分点（滞后10个百分点及以上亮黄灯）"),
        (339.0, Light.RED, "完成率28.3%，低于序时进度30.1个百分点（滞后超过30个百分点亮红灯）"),
        (0.0, Light.RED, "完成率0%，低于序时进度58.3个百分点（滞后超过30个百分点亮红灯）"),
    ],
)
def test_the_gap_decides_with_both_edges_yellow(done: float, light: Light, reason: str) -> None:
    judged = judge(facts(done), RULES)
    assert (judged.light, judged.reasons) == (light, (reason,))


def test_slightly_behind_is_yellow_where_the_office_wants_it() -> None:
    judged = judge(facts(699.0), LightRules(slightly_behind="yellow"))
    assert judged.light is Light.YELLOW
    assert "略低于序时" in judged.reasons[0]


@pytest.mark.parametrize(
    ("done", "light"),
    [(700.0, Light.GREEN), (560.0, Light.GREEN), (559.0, Light.YELLOW), (420.0, Light.YELLOW), (419.0, Light.RED)],
)
def test_the_ratio_decides_in_ratio_mode(done: float, light: Light) -> None:
    assert judge(facts(done), RATIO).light is light


def test_ratio_mode_names_its_rule() -> None:
    assert judge(facts(419.0), RATIO).reasons == ("完成率34.9%，只有序时进度的59.9%（低于60%亮红灯）",)


@pytest.mark.parametrize("plan", [None, 0.0])
def test_there_is_no_light_without_a_plan(plan: float | None) -> None:
    judged = judge(facts(100.0, plan), RULES)
    assert (judged.light, judged.reasons) == (Light.NONE, ("未定计划，不亮灯",))


def test_there_is_no_light_without_a_done_figure() -> None:
    judged = judge(facts(None, planned_start=date(2010, 3, 31)), RULES)
    assert judged.light is Light.NONE
    assert judged.reasons[0] == "未填完成投资，不亮灯"
    assert "应开未开" in judged.reasons[1]


def test_there_is_no_light_before_the_first_month_has_ended() -> None:
    assert judge(facts(0.0, time_progress=None), RULES).light is Light.NONE
    assert judge(facts(0.0, time_progress=0.0, deadline=date(2010, 1, 1)), RULES).light is Light.NONE


@pytest.mark.parametrize(
    ("planned", "light", "reason"),
    [
        (date(2010, 8, 31), Light.GREEN, None),
        (date(2010, 7, 31), Light.YELLOW, "应开未开：计划2010年7月开工，尚未开工"),
        (date(2010, 5, 31), Light.YELLOW, "应开未开：计划2010年5月开工，已逾期2个月"),
        (date(2010, 4, 30), Light.RED, "应开未开：计划2010年4月开工，已逾期3个月"),
    ],
)
def test_a_planned_start_that_passed_worsens_the_light(planned: date, light: Light, reason: str | None) -> None:
    early = Facts(1200.0, 0.0, 8.0, JULY, planned_start=planned)  # 8 points behind: green by the gap
    judged = judge(early, RULES)
    assert judged.light is light
    assert (reason in judged.reasons) == (reason is not None)


@pytest.mark.parametrize(
    "known", [{"started": True}, {"started_on": date(2010, 7, 1)}, {"spent": True}, {"finished": True}]
)
def test_what_has_begun_is_not_overdue_to_begin(known: dict[str, object]) -> None:
    judged = judge(facts(700.0, planned_start=date(2010, 1, 31), **known), RULES)
    assert judged.light is Light.GREEN


def test_a_start_after_the_day_judged_has_not_come_yet() -> None:
    early = Facts(1200.0, 0.0, 8.0, JULY, planned_start=date(2010, 3, 31), started_on=date(2010, 8, 1))
    assert judge(early, RULES).light is Light.RED


@pytest.mark.parametrize(
    ("started", "registered", "light"),
    [
        (date(2010, 6, 30), False, Light.YELLOW),
        (date(2010, 7, 1), False, Light.GREEN),
        (date(2010, 5, 30), False, Light.RED),
        (date(2010, 5, 31), False, Light.YELLOW),
        (date(2010, 1, 1), True, Light.GREEN),
        (date(2010, 1, 1), None, Light.GREEN),
    ],
)
def test_a_started_project_must_be_registered_in_time(started: date, registered: bool | None, light: Light) -> None:
    judged = judge(facts(700.0, started_on=started, registered=registered), RULES)
    assert judged.light is light


@pytest.mark.parametrize(
    ("deadline", "light", "reason"),
    [
        (date(2010, 8, 4), Light.GREEN, None),
        (date(2010, 8, 3), Light.YELLOW, "距完成时限还有3天"),
        (date(2010, 7, 31), Light.YELLOW, "今天到完成时限"),
        (date(2010, 7, 30), Light.RED, "已超过完成时限1天"),
    ],
)
def test_a_deadline_worsens_the_light(deadline: date, light: Light, reason: str | None) -> None:
    judged = judge(facts(700.0, deadline=deadline), RULES)
    assert judged.light is light
    assert (reason in judged.reasons) == (reason is not None)


def test_the_worst_light_wins_and_every_reason_is_said_the_deciding_one_first() -> None:
    judged = judge(facts(500.0, deadline=date(2010, 7, 1)), RULES)
    assert judged.light is Light.RED
    assert judged.reasons[0] == "已超过完成时限30天"
    assert "低于序时进度16.7个百分点" in judged.reasons[1]


def test_a_finished_project_has_nothing_due_but_the_gap() -> None:
    judged = judge(facts(1200.0, finished=True, deadline=date(2010, 1, 1)), RULES)
    assert judged.light is Light.GREEN
    assert judged.reasons[-1] == "项目已竣工"


def test_early_projects_without_money_have_no_light_and_tell_what_is_due() -> None:
    late = judge(facts(None, None, by_milestones=True, deadline=date(2010, 7, 1)), RULES)
    assert (late.light, late.reasons) == (Light.NONE, ("前期或储备项目，按节点判断", "已超过完成时限30天"))
    assert judge(facts(None, None, by_milestones=True), RULES).light is Light.NONE


def test_early_projects_with_plan_and_done_are_judged_by_the_gap() -> None:
    assert judge(facts(100.0, by_milestones=True), RULES).light is Light.RED


def test_an_exemption_suppresses_the_light_and_keeps_it_in_sight() -> None:
    judged = judge(facts(100.0, exemption="不可抗力"), RULES)
    assert (judged.light, judged.suppressed) == (Light.NONE, Light.RED)
    assert judged.reasons[0] == "已注明正当理由，免亮红灯：不可抗力"
    assert len(judged.reasons) == 2
    assert judge(facts(700.0, exemption="不可抗力"), RULES).light is Light.GREEN


def test_an_ordered_item_is_judged_by_its_deadline_alone() -> None:
    assert judge_deadline(date(2010, 7, 30), JULY, False, RULES).light is Light.RED
    assert judge_deadline(date(2010, 8, 1), JULY, False, RULES).light is Light.YELLOW
    assert judge_deadline(date(2010, 9, 1), JULY, False, RULES).light is Light.GREEN
    assert judge_deadline(date(2010, 7, 30), JULY, True, RULES).light is Light.GREEN
    assert judge_deadline(None, JULY, False, RULES).light is Light.NONE


def test_it_warns_while_the_gap_rule_cannot_turn_red() -> None:
    for month in (1, 2, 3):
        time = time_progress_of_month(month)
        assert "不会亮红灯" in (red_cannot_happen(RULES, time) or "")
        assert judge(Facts(100.0, 0.0, time, JULY), RULES).light is not Light.RED
        assert red_cannot_happen(RATIO, time) is None
    april = time_progress_of_month(4)
    assert red_cannot_happen(RULES, april) is None
    assert judge(Facts(100.0, 0.0, april, JULY), RULES).light is Light.RED


def test_each_light_is_colour_symbol_and_word() -> None:
    assert [(light.value, light.symbol, light.word) for light in Light] == [
        ("green", "●", "正常"),
        ("yellow", "▲", "滞后"),
        ("red", "■", "严重滞后"),
        ("none", "○", "不亮灯"),
    ]


ORDER = [Light.GREEN, Light.YELLOW, Light.RED]


@given(st.floats(0, 2000), st.floats(0, 2000), st.sampled_from([RULES, RATIO]))
def test_more_done_never_worsens_the_light(less: float, more: float, rules: LightRules) -> None:
    less, more = sorted((less, more))
    assert ORDER.index(judge(facts(more), rules).light) <= ORDER.index(judge(facts(less), rules).light)


@given(
    st.floats(0, 2000),
    st.none() | st.dates(date(2009, 1, 1), date(2011, 12, 31)),
    st.none() | st.dates(date(2009, 1, 1), date(2011, 12, 31)),
)
def test_triggers_only_worsen(done: float, planned: date | None, deadline: date | None) -> None:
    by_money = judge(facts(done), RULES)
    judged = judge(facts(done, planned_start=planned, deadline=deadline), RULES)
    assert ORDER.index(judged.light) >= ORDER.index(by_money.light)
    assert by_money.reasons[0] in judged.reasons


@pytest.mark.parametrize(
    ("done", "rules", "brief"),
    [
        (699.0, RULES, "完成率58.3%，略低于序时进度0.1个百分点"),
        (580.0, RULES, "完成率48.3%，低于序时进度10个百分点"),
        (0.0, RULES, "完成率0%，低于序时进度58.3个百分点"),
        (419.0, RATIO, "完成率34.9%，只有序时进度的59.9%"),
    ],
)
def test_in_brief_a_reason_leaves_out_the_rule(done: float, rules: LightRules, brief: str) -> None:
    (reason,) = judge(facts(done), rules).grounds
    assert (reason.cause, reason.brief) == ("money", brief)


def test_each_reason_tells_the_light_that_it_alone_would_give() -> None:
    judged = judge(facts(580.0, deadline=date(2010, 7, 1), planned_start=date(2010, 7, 1)), RULES)
    assert [(reason.cause, reason.light) for reason in judged.grounds] == [
        ("deadline", Light.RED),
        ("money", Light.YELLOW),
        ("start", Light.YELLOW),
    ]
