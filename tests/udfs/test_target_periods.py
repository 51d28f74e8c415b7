"""The period of a target, and how much of it has gone."""

from datetime import date

import pytest

from udfs.periods import PeriodKind, report_period
from udfs.progress import time_progress_of
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
        ("2026年3月31日前", "3月底前", date(2026, 1, 1), date(2026, 3, 31)),
        ("截至2025年6月15日", "6月15日前", date(2025, 1, 1), date(2025, 6, 15)),
        ("2025年3月", "3月", date(2025, 3, 1), date(2025, 3, 31)),
        ("截至6月", "6月底前", date(2026, 1, 1), date(2026, 6, 30)),
        ("2026年底前", "全年", date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_a_period_is_read_as_offices_write_it(text: str, name: str, first: date, last: date):
    assert period(text) == TargetPeriod(name, first, last)


@pytest.mark.parametrize(
    ("text", "name", "first", "last"),
    [
        ("4-6月", "4—6月", date(2026, 4, 1), date(2026, 6, 30)),
        ("7—12月", "7—12月", date(2026, 7, 1), date(2026, 12, 31)),
        ("7月至9月", "7—9月", date(2026, 7, 1), date(2026, 9, 30)),
        ("2026年7月～2026年9月", "7—9月", date(2026, 7, 1), date(2026, 9, 30)),
        ("1—2季度", "上半年", date(2026, 1, 1), date(2026, 6, 30)),
        ("一季度至三季度", "前三季度", date(2026, 1, 1), date(2026, 9, 30)),
        ("二至三季度", "二至三季度", date(2026, 4, 1), date(2026, 9, 30)),
        ("前三季", "前三季度", date(2026, 1, 1), date(2026, 9, 30)),
        ("前两季度", "上半年", date(2026, 1, 1), date(2026, 6, 30)),
        ("3月1日至5月31日", "3月1日—5月31日", date(2026, 3, 1), date(2026, 5, 31)),
        ("1月至6月15日", "6月15日前", date(2026, 1, 1), date(2026, 6, 15)),
    ],
)
def test_a_range_is_read_from_its_first_to_its_last_part(text: str, name: str, first: date, last: date):
    assert period(text) == TargetPeriod(name, first, last)


@pytest.mark.parametrize("text", ["一季度开工项目", "4-6月开工项目", "2026年底前开工项目", "2026年3月31日前开工项目"])
def test_what_stands_beside_the_period_is_left(text: str):
    assert find_period(text, 2026)[1] == "开工项目"


def test_the_end_of_a_year_up_to_which_was_counted_is_no_deadline():
    # 底 stays with 累计: what was done before this year is not what was done in it
    assert find_period("至2025年底累计完成", 2026)[1] == "至底累计完成"


@pytest.mark.parametrize("text", ["签约项目", "待定", "", "13月底前", "2026年2月30日前", "9-7月", "三至二季度"])
def test_a_text_that_names_none_gives_none(text: str):
    assert find_period(text, 2026)[0] is None


def test_a_period_that_crosses_years_is_not_taken_for_a_part_of_one():
    assert find_period("2025年10月至2026年3月", 2026)[0] is None


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


class TestOfAReport:
    """The whole year's share is the 序时进度 of the report, of whatever kind its periods are."""

    @pytest.mark.parametrize(
        ("as_of", "kind", "gone"),
        [
            (date(2026, 7, 15), "half_month", 6.5 * 100 / 12),
            (date(2026, 7, 20), "ten_days", (6 + 2 / 3) * 100 / 12),
            (date(2026, 8, 31), "month", 800 / 12),
            (date(2026, 8, 31), "quarter", 50),
            (date(2026, 8, 31), "half_year", 50),
        ],
    )
    def test_of_the_last_period_that_ended(self, as_of: date, kind: PeriodKind, gone: float):
        assert period_progress(whole_year(2026), as_of, kind=kind) == pytest.approx(gone)
        assert time_progress_of(report_period(as_of, kind), as_of) == pytest.approx(gone)

    def test_weights_count_by_the_parts_of_a_month(self):
        # half of July's 10 % after the 60 % of the first half-year
        weights = (10,) * 6 + (10, 10, 10, 10, 0, 0)
        assert period_progress(whole_year(2026), date(2026, 7, 15), "weights", weights, "half_month") == 65

    def test_a_periods_own_ends_stay_exact(self):
        # in a quarter's report on 31 July six of eight months have gone
        assert period_progress(period("1-8月"), date(2026, 7, 31), kind="quarter") == pytest.approx(75)

    def test_what_is_due_is_due_on_its_day(self):
        assert period_progress(period("8月15日前"), date(2026, 8, 31), kind="quarter") == 100
