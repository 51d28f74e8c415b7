"""The period of a target, and how much of it has gone."""

from datetime import date

import pytest

from udfs.target_periods import TargetPeriod, find_period, period_progress, until, whole_year


def period(text: str) -> TargetPeriod:
    found, _ = find_period(text, 2026)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "name", "first", "last"),
    [
        ("一季度", "一季度", date(2026, 1, 1), date(2026, 3, 31)),
        ("第二季度末", "二季度", date(2026, 4, 1), date(2026, 6, 30)),
        ("前三季度", "前三季度", date(2026, 1, 1), date(2026, 9, 30)),
        ("上半年", "上半年", date(2026, 1, 1), date(2026, 6, 30)),
        ("下半年", "下半年", date(2026, 7, 1), date(2026, 12, 31)),
        ("1-9月", "1—9月", date(2026, 1, 1), date(2026, 9, 30)),
        ("9月", "9月", date(2026, 9, 1), date(2026, 9, 30)),
        ("2月底前", "2月底前", date(2026, 1, 1), date(2026, 2, 28)),
        ("12月底前", "全年", date(2026, 1, 1), date(2026, 12, 31)),
        ("年度", "全年", date(2026, 1, 1), date(2026, 12, 31)),
        ("2025年", "全年", date(2025, 1, 1), date(2025, 12, 31)),
        ("2025年 二季度", "二季度", date(2025, 4, 1), date(2025, 6, 30)),
    ],
)
def test_a_period_is_read_as_offices_write_it(text: str, name: str, first: date, last: date):
    assert period(text) == TargetPeriod(name, first, last)


def test_what_stands_beside_the_period_is_left():
    assert find_period("一季度开工项目", 2026)[1] == "开工项目"


@pytest.mark.parametrize("text", ["签约项目", "待定", "", "13月底前"])
def test_a_text_that_names_none_gives_none(text: str):
    assert find_period(text, 2026)[0] is None


def test_a_day_is_called_by_its_month_where_it_ends_one():
    assert [until(date(2026, 6, 30)).name, until(date(2026, 6, 15)).name] == ["6月底前", "6月15日前"]


@pytest.mark.parametrize(
    ("as_of", "gone"),
    [
        (date(2026, 3, 31), None),  # not begun
        (date(2026, 4, 29), 0),  # begun, no month of it over
        (date(2026, 5, 31), 200 / 3),
        (date(2026, 6, 29), 200 / 3),
        (date(2026, 6, 30), 100),
        (date(2027, 2, 1), 100),
    ],
)
def test_a_quarter_goes_by_its_own_months(as_of: date, gone: float | None):
    assert period_progress(period("二季度"), as_of) == (gone if gone is None else pytest.approx(gone))


def test_a_year_goes_by_the_time_progress():
    assert period_progress(whole_year(2026), date(2026, 7, 31)) == pytest.approx(700 / 12)


def test_own_weights_count_within_the_period():
    # 10 % of the year fall to April and 30 % to the second quarter: a third of it has gone
    weights = (5, 5, 10, 10, 10, 10, 10, 10, 10, 10, 5, 5)
    assert period_progress(period("二季度"), date(2026, 4, 30), "weights", weights) == pytest.approx(100 / 3)


def test_a_period_of_no_weight_has_not_gone_before_it_is_over():
    weights = (0, 50, 50, 0)
    assert period_progress(period("一季度"), date(2026, 2, 28), "weights", weights) == 0
