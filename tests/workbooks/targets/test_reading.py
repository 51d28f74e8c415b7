"""Every form of a targets ledger is read, figures in their own measure."""

from datetime import date
from typing import Any

import pytest

from tests.workbooks.targets.papers import GROUPS, LEFT, LONG, PAIRS, PROMOTION, TURNED, UP, ledger
from workbooks.errors import NoLedger
from workbooks.grid import Book, Grid
from workbooks.recognition import recognise
from workbooks.settings import Settings
from workbooks.targets.columns import groups_of
from workbooks.targets.describe import targets_json
from workbooks.targets.rows import read_targets


def read(rows: tuple[tuple[Any, ...], ...]) -> list[tuple[Any, ...]]:
    """Return cell, unit, name, measure, period, target and done of each target."""
    return [
        (t.cell, t.unit, t.name, t.measure, t.period and t.period.name, t.target, t.done)
        for t in read_targets(ledger(*rows), 2026).targets
    ]


def test_units_as_rows_and_targets_as_merged_groups():
    assert read(GROUPS) == [
        ("B5", "青岚区", "新签约项目", "个", "全年", 18, 12),
        ("E5", "青岚区", "到位资金", "亿元", "全年", 20, 11.2),
        ("B6", "江渚区", "新签约项目", "个", "全年", 31, 20),
        ("E6", "江渚区", "到位资金", "亿元", "全年", 16, 8.25),
        ("B7", "全市合计", "新签约项目", "个", "全年", 49, 32),
        ("E7", "全市合计", "到位资金", "亿元", "全年", 36, 19.45),
    ]


def test_only_the_row_of_the_whole_is_no_unit():
    assert [t.unit for t in read_targets(ledger(*GROUPS), 2026).targets if t.whole] == ["全市合计", "全市合计"]


def test_typed_rates_go_with_their_target():
    assert [t.stated_rate for t in read_targets(ledger(*GROUPS), 2026).targets][:2] == [66.7, 56]


def test_units_as_rows_and_plain_pairs_of_columns():
    assert read(PAIRS)[:4] == [
        ("B3", "青岚区", "签约", "个", "全年", 20, 12),
        ("D3", "青岚区", "到位资金", "亿元", "全年", 8, 3.5),
        ("B4", "江渚区", "签约", "个", "全年", 30, 18),
        ("D4", "江渚区", "到位资金", "亿元", "全年", 9, 0.5),
    ]


def test_a_cell_that_names_another_unit_is_converted_and_one_that_says_nothing_is_told():
    found = read_targets(ledger(*PAIRS), 2026)
    assert [(t.target, t.done) for t in found.targets[4:]] == [(25, None), (0.5, None)]
    assert found.unread == ("C5“报送中”",)


def test_targets_as_rows_and_units_as_columns():
    assert read(TURNED) == [
        ("C4", "云岭经开区", "新签约项目", "个", "一季度", 60, 44),
        ("E4", "云岭高新区", "新签约项目", "个", "一季度", 50, 38),
        ("G4", "合计", "新签约项目", "个", "一季度", 110, 82),
        ("C5", "云岭经开区", "到位资金", "亿元", "全年", 20, 14.5),
        ("E5", "云岭高新区", "到位资金", "亿元", "全年", 16, 12.2),
        ("G5", "合计", "到位资金", "亿元", "全年", 36, 26.7),
    ]
    assert [t.whole for t in read_targets(ledger(*TURNED), 2026).targets] == [False, False, True] * 2


@pytest.mark.parametrize("label", ["指标名称", "考核事项", "目标任务", "项目"])
def test_units_as_columns_may_have_one_row_of_headers(label: str):
    rows = (
        ("2026年目标任务完成情况",),
        (label, "计量单位", "青岚区年度目标", "青岚区1-6月完成", "江渚区年度目标", "江渚区1-6月完成"),
        ("新签约项目", "个", 20, 12, 30, 18),
        ("到位资金", "亿元", 8, 3.5, 9, 2),
    )
    assert read(rows) == [
        ("C3", "青岚区", "新签约项目", "个", "全年", 20, 12),
        ("E3", "江渚区", "新签约项目", "个", "全年", 30, 18),
        ("C4", "青岚区", "到位资金", "亿元", "全年", 8, 3.5),
        ("E4", "江渚区", "到位资金", "亿元", "全年", 9, 2),
    ]


def test_columns_of_one_unit_or_without_done_figures_are_no_targets_ledger():
    for headers in (("青岚区目标", "青岚区完成", "备注"), ("青岚区目标", "江渚区目标", "柏川县目标")):
        rows = (("指标名称", "计量单位", *headers), ("新签约项目", "个", 20, 12, 30), ("到位资金", "亿元", 8, 3.5, 9))
        grid = Grid("目标任务", [list(row) for row in rows], ())
        with pytest.raises(NoLedger):
            recognise(Book("目标.xlsx", "xlsx", [grid]), Settings())


def test_a_long_list_in_which_the_unit_stands_once_over_several_targets():
    assert read(LONG) == [
        ("E3", "云岭市", "开工项目", "个", "一季度", 120, 108),
        ("E4", "云岭市", "储备项目", "个", "全年", 1000, 874),
        ("E5", "云岭高新区", "利用外资", "%", "全年", 18, 12.4),
        ("E6", "云岭高新区", "进出口增长", "%", "9月底前", 10, 11.3),
        ("E7", "云岭高新区", "资产负债率", "%", "全年", 60, 61.5),
        ("E8", "云岭高新区", "签约项目", "个", None, 60, 34),
    ]


@pytest.mark.parametrize(
    ("deadline", "name", "due"),
    [
        ("2026年3月31日前", "3月底前", date(2026, 3, 31)),
        ("2026年6月15日", "6月15日前", date(2026, 6, 15)),
        ("2026年3月", "3月底前", date(2026, 3, 31)),
        ("9月份", "9月底前", date(2026, 9, 30)),
        ("2026.9.30", "9月底前", date(2026, 9, 30)),
        ("4-6月", "4—6月", date(2026, 6, 30)),
        ("一季度", "一季度", date(2026, 3, 31)),
        ("2026年底前", "全年", date(2026, 12, 31)),
    ],
)
def test_a_column_of_deadlines_says_till_when(deadline: str, name: str, due: date):
    rows = (*LONG[:2], ("云岭市", "开工项目", "个", deadline, 120, 60, None), LONG[3])
    first = read_targets(ledger(*rows), 2026).targets[0]
    assert first.period and (first.period.name, first.period.last) == (name, due)


def test_a_deadline_of_two_years_is_told_and_not_guessed():
    rows = (*LONG[:2], ("云岭市", "开工项目", "个", "2025年10月至2026年3月", 120, 60, None), LONG[3])
    assert read_targets(ledger(*rows), 2026).targets[0].period is None


def test_the_year_may_stand_in_the_headers_alone():
    rows = (
        ("各县区签约目标任务完成情况",),
        ("县区", "2025年目标（个）", "一季度完成（个）", "全年完成（个）"),
        ("青岚区", 20, 6, 15),
        ("江渚区", 30, 8, 18),
    )
    (first, _) = read_targets(ledger(*rows), 2027).targets
    assert first.period and (first.period.last, first.done) == (date(2025, 12, 31), 15)


def test_the_columns_are_shown_alike_whatever_the_day():
    # no date is read: the same ledger has the same JSON after New Year
    rows = (
        ("各县区签约目标任务完成情况",),
        ("县区", "2025年目标（个）", "一季度完成（个）", "全年完成（个）"),
        ("青岚区", 20, 6, 15),
        ("江渚区", 30, 8, 18),
    )
    (shown,) = targets_json(ledger(*rows))
    assert (shown["period"], shown["target"], shown["done"]) == ("全年", "B", "D")


def test_growths_and_ceilings_are_known_by_their_words():
    kinds = {t.name: t.kind for t in read_targets(ledger(*LONG), 2026).targets}
    assert kinds == {
        "开工项目": "amount",
        "储备项目": "amount",
        "签约项目": "amount",
        "利用外资": "growth",
        "进出口增长": "growth",
        "资产负债率": "ceiling",
    }


def test_a_ceiling_may_stand_in_the_header():
    rows = (
        ("2026年目标任务完成情况",),
        ("县区", "新增债务（不高于，亿元）", LEFT, "签约（个）", LEFT),
        (UP, "目标", "完成", "目标", "完成"),
        ("青岚区", 5, 4, 20, 12),
        ("江渚区", 6, 6.5, 30, 18),
    )
    assert [t.kind for t in read_targets(ledger(*rows), 2026).targets] == ["ceiling", "amount"] * 2


def test_done_figures_without_a_word_are_found_by_the_typed_rates():
    # 占目标任务%: 4100 ÷ 5000 = 82 %, so 拟利用外资 is what the target is about
    assert read(PROMOTION) == [
        ("B5", "溪源县", "总签约", "万美元", "全年", 5000, 4100),
        ("B6", "古渡县", "总签约", "万美元", "全年", 3000, 3300),
        ("B7", "合计", "总签约", "万美元", "全年", 8000, 7400),
    ]


def test_the_role_may_stand_in_the_parent():
    rows = (
        ("2026年招商引资目标任务完成情况",),
        ("县区", "年度目标任务", LEFT, LEFT, "1-6月完成", LEFT, LEFT, "完成率", LEFT, LEFT),
        (UP, *["签约（个）", "开工（个）", "资金（亿元）"] * 3),
        ("青岚区", 10, 8, 5.5, 6, 4, 2, "60%", "50%", "36.4%"),
        ("江渚区", 12, 9, 8, 6, 2, 4, "50%", "22.2%", "50%"),
    )
    assert read(rows)[:2] == [
        ("B4", "青岚区", "签约", "个", "全年", 10, 6),
        ("C4", "青岚区", "开工", "个", "全年", 8, 4),
    ]


def test_a_target_that_only_the_title_names_and_its_periods():
    rows = (
        ("2026年各县区固定资产投资任务完成情况",),
        ("单位：亿元",),
        ("县区", "一季度目标", "一季度完成", "二季度目标", "二季度完成", "全年目标", "累计完成", "完成率"),
        ("青岚区", 10, 8, 12, 11, 50, 19, "38%"),
        ("江渚区", 12, 9, 8, 8, 40, 17, "42.5%"),
    )
    assert read(rows)[:3] == [
        ("B4", "青岚区", "固定资产投资", "亿元", "一季度", 10, 8),
        ("D4", "青岚区", "固定资产投资", "亿元", "二季度", 12, 11),
        ("F4", "青岚区", "固定资产投资", "亿元", "全年", 50, 19),
    ]
    rates = [t.stated_rate for t in read_targets(ledger(*rows), 2026).targets]
    assert rates == [None, None, 38, None, None, 42.5]


def test_one_done_column_counts_for_the_half_year_and_the_year():
    rows = (
        ("2026年固定资产投资目标分解及上半年完成情况",),
        ("县区", "全年目标（亿元）", "上半年目标（亿元）", "上半年完成（亿元）", "完成全年目标%", "缺口", "排名"),
        ("青岚区", 120, 60, 66, 55, 54, 1),
        ("江渚区", 80, 40, 34, 42.5, 46, 2),
    )
    (year, half) = groups_of(ledger(*rows), 2026)
    assert (year.target, year.done, year.rate) == (1, 3, 4)
    assert (half.target, half.done, half.rate) == (2, 3, None)


def test_what_was_done_in_a_later_quarter_is_not_what_was_done_in_the_year():
    rows = (
        ("2026年签约目标任务完成情况",),
        ("县区", "全年目标（个）", "二季度目标（个）", "二季度完成（个）"),
        ("青岚区", 20, 6, 5),
        ("江渚区", 30, 8, 8),
    )
    assert [group.done for group in groups_of(ledger(*rows), 2026)] == [None, 3]


def test_the_year_of_the_ledger_counts_not_that_of_the_report():
    (first, *_) = read_targets(ledger(*GROUPS), 2030).targets
    assert first.period and first.period.last.year == 2026


@pytest.mark.parametrize(("value", "read_as"), [(0.18, 18), ("18%", 18), ("增长18%", 18), ("下降2%", -2), (18, 18)])
def test_a_growth_is_read_however_it_is_typed(value: object, read_as: float):
    rows = (
        ("2026年目标任务完成情况",),
        ("单位", "指标名称", "计量单位", "时限", "目标值", "完成值"),
        ("青岚区", "进出口增速", "%", "全年", value, None),
        ("青岚区", "签约项目", "个", "全年", 60, 34),
    )
    assert read_targets(ledger(*rows), 2026).targets[0].target == read_as
