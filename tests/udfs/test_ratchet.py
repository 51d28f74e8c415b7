"""底线目标, by hand.

Source: S2 "在数量上只能增加、不能减少，在进度上只能提前、不能错后，在投资上只能提高、不能降低"; domain.md b10.
"""

from datetime import date

import pytest

from udfs.ratchet import (
    amount_lost,
    days_late,
    delay_text,
    months_late,
    projects_lost,
    stated_approval,
)


@pytest.mark.parametrize(
    ("before", "now", "approved", "lost"),
    [(60, 60, 0, 0), (60, 63, 0, 0), (60, 58, 0, 2), (60, 58, 1, 1), (60, 58, 2, 0), (60, 61, 2, 0), (0, 0, 0, 0)],
)
def test_the_number_may_only_grow(before: int, now: int, approved: int, lost: int) -> None:
    assert projects_lost(before, now, approved) == lost


@pytest.mark.parametrize(
    ("before", "now", "lost"),
    [
        (600.0, 500.0, 100.0),
        (600.0, 600.0, 0.0),
        (600.0, 700.0, 0.0),
        (0.3, 0.1 + 0.2, 0.0),
        (12345.6789, 1.23456789 * 10000, 0.0),
        (600.0, 599.99995, 0.0),
        (600.0, 599.9999, 0.0001),
        (600.0, 0.0, 600.0),
        (0.0, 0.0, 0.0),
    ],
)
def test_an_amount_may_only_rise_and_noise_is_no_fall(before: float, now: float, lost: float) -> None:
    assert amount_lost(before, now) == pytest.approx(lost, abs=1e-12)


def test_a_date_may_only_come_earlier() -> None:
    march, june = date(2026, 3, 31), date(2026, 6, 30)
    assert (days_late(march, june), days_late(june, march), days_late(june, june)) == (91, 0, 0)


@pytest.mark.parametrize(
    ("before", "now", "months", "said"),
    [
        (date(2026, 6, 30), date(2026, 12, 31), 6, "6个月"),
        (date(2026, 2, 28), date(2026, 3, 31), 1, "1个月"),
        (date(2025, 12, 31), date(2026, 12, 31), 12, "12个月"),
        (date(2026, 3, 15), date(2026, 9, 15), 6, "6个月"),
        (date(2026, 3, 15), date(2026, 4, 29), None, "45天"),
        (date(2026, 3, 1), date(2026, 3, 31), None, "30天"),
    ],
)
def test_a_delay_is_said_in_months_where_it_is_whole_months(
    before: date, now: date, months: int | None, said: str
) -> None:
    assert (months_late(before, now), delay_text(before, now)) == (months, said)


def test_a_date_before_the_frozen_one_is_no_delay_in_months() -> None:
    assert months_late(date(2026, 6, 30), date(2026, 3, 31)) is None


def test_without_both_figures_nothing_can_be_said() -> None:
    assert amount_lost(None, 1.0) is amount_lost(1.0, None) is None
    assert days_late(None, date(2026, 1, 1)) is days_late(date(2026, 1, 1), None) is None


@pytest.mark.parametrize(
    "number", ["市发改〔2026〕15号", "未政发〔2026〕3号", "2026年第3次常务会议纪要", "县政府批示", "15"]
)
def test_a_document_is_an_approval(number: str) -> None:
    assert stated_approval(f" {number} ") == number


@pytest.mark.parametrize(
    "none",
    ["", "  ", "无", "—", "/", "否", "待定", "未批准", "尚未批复", "正在报批", "待批", "报批中", "拟报市政府", "不同意",
     "还没有批", "文号后补", "审批中", "暂未下达"],
)  # fmt: skip
def test_what_is_not_yet_approved_is_none(none: str) -> None:
    assert stated_approval(none) == ""


@pytest.mark.parametrize("text", ["上报", "是", "x", "?", "〃", "√", "待批", ""])
def test_what_names_no_document_approves_nothing(text: str) -> None:
    assert stated_approval(text) == ""


@pytest.mark.parametrize("text", ["柏政发〔2026〕8号", "县长批示", "会议纪要12期", "市发改委批复", "同意调整"])
def test_what_names_one_does(text: str) -> None:
    assert stated_approval(text) == text
