"""督办销号: states, what may be done in each, deadlines, levels, statistics (domain.md b7, b5)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from udfs.closing import (
    ANSWERED,
    CLOSED,
    STATES,
    Colour,
    Event,
    Life,
    actions,
    after,
    colour_of,
    life_of,
    light_of,
    refusal,
    tally,
)
from udfs.lights import LightRules
from udfs.workdays import national


def day(text: str) -> date:
    return date.fromisoformat(f"2026-{text}")


OPEN = Event("open", day("06-01"), deadline=day("06-22"))
RECEIVE = Event("receive", day("06-02"))
REPLY = Event("reply", day("06-15"), "已全部完成")
CLOSE = Event("close", day("06-17"), "现场核实，附照片")


def test_an_item_goes_its_way_from_being_handed_out_to_being_struck_off() -> None:
    states, life = [], Life()
    for event in (Event("propose", day("05-31"), "亮红灯"), OPEN, RECEIVE, REPLY, CLOSE):
        assert refusal(life, event) is None
        life = after(life, event)
        states.append(life.state)
    assert states == ["拟办", "待签收", "办理中", "已反馈待核", "已销号"]
    assert (life.opened, life.replied, life.closed) == (day("06-01"), day("06-15"), day("06-17"))
    assert not life.is_open and life.is_due


def test_what_was_returned_is_done_again() -> None:
    back = Event("return", day("06-16"), "材料不全")
    life = life_of([OPEN, RECEIVE, REPLY, back])
    assert (life.state, life.returned, life.replied) == ("退回重办", 1, None)
    assert refusal(life, Event("close", day("06-17"), "依据")) is not None
    again = after(life, Event("reply", day("06-20"), "已补齐"))
    assert again.state == ANSWERED and refusal(again, Event("close", day("06-21"), "已核实")) is None


def test_reopening_keeps_what_was_done_and_begins_a_new_round() -> None:
    again = Event("reopen", day("07-10"), "回头看发现反弹", day("07-31"))
    life = life_of([OPEN, RECEIVE, REPLY, CLOSE, again])
    assert (life.state, life.opened, life.deadline, life.closed) == ("待签收", day("07-10"), day("07-31"), None)


@pytest.mark.parametrize(
    ("events", "event", "why"),
    [
        ([], RECEIVE, "要先交办，才能“签收”"),
        ([OPEN], REPLY, "“办理中”、“退回重办”的事项才能“反馈”，这一项是“待签收”"),
        ([OPEN, RECEIVE], CLOSE, "“已反馈待核”的事项才能“销号”，这一项是“办理中”"),
        ([OPEN], Event("open", day("06-02")), "“拟办”的事项才能“交办”，这一项是“待签收”"),
        ([OPEN], Event("propose", day("06-02")), "这一项已在台账里，是“待签收”"),
        ([OPEN], Event("receive", day("05-31")), "“签收”的日期2026-05-31早于上一步的2026-06-01"),
        ([OPEN, RECEIVE], Event("reply", day("06-15"), " "), "“反馈”要写明办理结果"),
        ([OPEN, RECEIVE, REPLY], Event("close", day("06-17")), "“销号”要写明销号的依据"),
        (
            [OPEN, RECEIVE],
            Event("extend", day("06-23"), "汛期", day("07-10")),
            "“延期”要在办结期限2026-06-22之前申请，2026-06-23已经过期",
        ),
        ([OPEN], Event("extend", day("06-22"), "汛期"), "“延期”要写新的办结期限"),
        (
            [OPEN],
            Event("extend", day("06-22"), "汛期", day("06-22")),
            "新的办结期限2026-06-22要晚于原来的2026-06-22",
        ),
        ([], Event("open", day("06-22"), deadline=day("06-21")), "办结期限2026-06-21早于“交办”的日期2026-06-22"),
        ([OPEN], Event("receive", day("06-02"), deadline=day("12-31")), "“签收”不改办结期限，要改请用“延期”"),
        ([OPEN, RECEIVE], Event("reply", day("06-15"), "完成", day("12-31")), "“反馈”不改办结期限，要改请用“延期”"),
    ],
)
def test_only_what_may_be_done_is_done(events: list[Event], event: Event, why: str) -> None:
    assert refusal(life_of(events), event) == why


def test_an_extension_asked_on_the_last_day_moves_the_deadline() -> None:
    extend = Event("extend", day("06-22"), "汛期停工", day("07-10"))
    life = life_of([OPEN, RECEIVE])
    assert refusal(life, extend) is None
    later = after(life, extend)
    assert (later.state, later.deadline, later.extended) == ("办理中", day("07-10"), 1)


@pytest.mark.parametrize(
    ("events", "as_of", "light", "reason"),
    [
        ([OPEN], "06-18", "green", "距完成时限还有4天"),
        ([OPEN], "06-19", "yellow", "距完成时限还有3天"),
        ([OPEN, RECEIVE], "06-22", "yellow", "今天到完成时限"),
        ([OPEN, RECEIVE], "06-23", "red", "已超过完成时限1天"),
        ([OPEN, RECEIVE, REPLY], "07-20", "green", "距完成时限还有7天"),
        ([OPEN, RECEIVE, REPLY, CLOSE], "07-20", "green", "已办结"),
        ([OPEN, RECEIVE, REPLY, Event("return", day("06-20"), "不全")], "06-25", "red", "已超过完成时限3天"),
    ],
)
def test_its_light_follows_the_days_to_the_deadline_and_the_clock_stops_at_the_reply(
    events: list[Event], as_of: str, light: str, reason: str
) -> None:
    judgement = light_of(life_of(events), day(as_of), LightRules())
    assert (judgement.light.value, judgement.reasons) == (light, (reason,))


def test_what_is_not_handed_out_has_no_light() -> None:
    assert light_of(life_of([Event("propose", day("06-01"))]), day("08-01"), LightRules()).light.value == "none"


@pytest.mark.parametrize(
    ("given", "returned", "as_of", "colour"),
    [
        ("蓝", 0, "06-22", "蓝"),
        ("蓝", 0, "06-23", "黄"),
        ("蓝", 0, "06-29", "黄"),  # 23, 24, 25, 26, 29 June: the fifth working day over
        ("蓝", 0, "06-30", "红"),
        ("蓝", 1, "06-20", "黄"),
        ("蓝", 2, "06-20", "红"),
        ("红", 0, "06-10", "红"),
        ("黄", 0, "06-10", "黄"),
    ],
)
def test_the_level_escalates_by_rule_and_never_goes_down(
    given: Colour, returned: int, as_of: str, colour: Colour
) -> None:
    life = Life("办理中", day("06-01"), day("06-22"), returned=returned, last=day("06-10"), colour=given)
    assert colour_of(life, day(as_of), national(), 5) == colour


def test_the_statistics_are_those_of_a_bulletin() -> None:
    """紫阳 2022: 22 件, 已办结 6, 占比 27 %, 正在办理 16 (domain.md L20)."""
    closed = life_of([OPEN, RECEIVE, REPLY, CLOSE])
    lives = [closed] * 6 + [life_of([OPEN, RECEIVE])] * 16 + [life_of([Event("propose", day("06-01"))])]
    counted = tally(lives, day("06-22"))
    assert (counted.due, counted.closed, counted.handling, counted.overdue) == (22, 6, 16, 0)
    assert counted.rate is not None and round(counted.rate) == 27
    assert tally(lives, day("06-23")).overdue == 16
    assert tally([], day("06-23")).rate is None


def test_one_struck_off_after_a_late_reply_was_late_and_is_not_overdue() -> None:
    late = life_of([OPEN, RECEIVE, Event("reply", day("06-25"), "完成"), Event("close", day("06-26"), "核实")])
    counted = tally([late], day("12-31"))
    assert (counted.overdue, counted.late, late.days_overdue(day("12-31"))) == (0, 1, 3)


@given(st.lists(st.sampled_from(sorted(actions())), max_size=12))
def test_whatever_is_tried_only_known_states_are_reached_and_none_is_struck_off_unseen(names: list[str]) -> None:
    life, done = Life(), []
    for number, name in enumerate(names):
        deadline = date(2027, 1, 1 + number) if actions()[name].deadline else None
        event = Event(name, date.fromordinal(day("01-01").toordinal() + number), "说明", deadline)
        if refusal(life, event) is None:
            life = after(life, event)
            done.append(name)
    assert life.state in (*STATES, "")
    if life.state == CLOSED:
        assert [name for name in done if name != "grade"][-2:] == ["reply", "close"]


def test_a_return_may_give_a_new_deadline_though_the_old_one_has_passed() -> None:
    late = life_of([OPEN, RECEIVE, Event("reply", day("06-25"), "完成")])
    back = Event("return", day("06-26"), "不全", day("07-10"))
    assert refusal(late, back) is None and after(late, back).deadline == day("07-10")


def test_the_level_given_last_counts() -> None:
    life = life_of([Event("propose", day("05-31"), colour="黄"), OPEN, Event("grade", day("06-02"), colour="红")])
    assert (life.colour, life.state) == ("红", "待签收")
