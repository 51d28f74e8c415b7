"""Each worksheet function by figures worked out by hand or published, and what all of them share."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import pytest

from udfs.values.cells import CellError
from udfs.worksheet import MISSING, Cell, calculate

TODAY = date(2026, 7, 15)


def one(name: str, *given: object) -> Cell:
    """Return the result of a function over single cells."""
    [[cell]] = calculate(name, *given, today=TODAY)
    return cell


def column(name: str, *given: object) -> list[Cell]:
    """Return the results of a function over columns, each given as a flat list."""
    return [cell for [cell] in calculate(name, *given, today=TODAY)]


class TestTheFigures:
    def test_completion_rate_is_done_by_plan_unrounded(self) -> None:
        """江门 1—10月: 629.0/647.4, printed 97.2 %."""
        assert one("COMPLETION_RATE", 629.0, 647.4) == pytest.approx(97.157862, abs=1e-6)

    @pytest.mark.parametrize("plan", [0.0, -5.0])
    def test_without_a_plan_above_0_there_is_no_rate(self, plan: float) -> None:
        assert one("COMPLETION_RATE", 50.0, plan) == ""

    @pytest.mark.parametrize(
        ("given", "progress"),
        [
            (("2026-6-30",), 50.0),
            (("2026-7-15",), 50.0),
            ((), 50.0),
            (("2026-7-15", "半月"), 6.5 / 12 * 100),
            (("2026-7-10", "旬"), (6 + 1 / 3) / 12 * 100),
            (("2026-12-31", "日"), 100.0),
            (("2026年6月",), 50.0),
            ((46203.0,), 50.0),
            (("2026-1-20",), 0.0),
        ],
    )
    def test_time_progress_is_that_of_the_last_full_period(self, given: Sequence[object], progress: float) -> None:
        assert one("TIME_PROGRESS", *given) == pytest.approx(progress)

    def test_the_gap_is_taken_from_unrounded_rates(self) -> None:
        """江门: 97.157… − 83.333… is 13.8, not 13.9 as of rounded ones."""
        assert one("PROGRESS_GAP", 62900 / 647.4, 10 / 0.12) == pytest.approx(13.824, abs=1e-3)
        assert one("PROGRESS_GAP", "38.8%", 50.0) == -11.2

    def test_without_a_time_progress_the_gap_is_that_of_today(self) -> None:
        assert one("PROGRESS_GAP", 60.0) == 10.0

    @pytest.mark.parametrize(
        ("done", "light"),
        [
            (500.0, "● 正常"),
            (400.1, "● 正常"),
            (400.0, "▲ 滞后"),
            (200.0, "▲ 滞后"),
            (199.9, "■ 严重滞后"),
            (None, "○ 不亮灯"),
        ],
    )
    def test_the_light_follows_the_gap(self, done: float | None, light: str) -> None:
        """银川 2025: 10 to 30 百分点 behind are yellow, both included; more is red."""
        assert one("LIGHT", done, 1000.0, "2026-6-30") == light

    def test_the_worst_of_money_start_and_deadline_decides(self) -> None:
        assert one("LIGHT", 600.0, 1000.0, "2026-6-30", MISSING, MISSING, "2026-6-28") == "■ 严重滞后"
        assert one("LIGHT", 0.0, 1e-9, "2026-6-30", "2026-3-31", "已开工") == "■ 严重滞后"

    @pytest.mark.parametrize(
        ("started", "light"),
        [("2026-1-20", "● 正常"), ("2026年1月", "● 正常"), ("2026-2-1", "▲ 滞后"), (None, "▲ 滞后")],
    )
    def test_what_starts_after_the_day_has_not_started(self, started: object, light: str) -> None:
        assert one("LIGHT", 0.0, 1000.0, "2026-1-31", "2025-12-31", started) == light
        assert one("LIGHT_REASON", 600.0, 1000.0, "2026-6-30", MISSING, MISSING, "2026-7-2") == (
            "距完成时限还有2天；完成率60%，超过序时进度10个百分点"
        )

    def test_a_start_that_is_due_is_a_reason_until_it_happened(self) -> None:
        given = (0.0, 1000.0, "2026-3-31", "2026年3月")
        assert "应开未开：计划2026年3月开工，尚未开工" in str(one("LIGHT_REASON", *given))
        assert "应开未开" in str(one("LIGHT_REASON", *given, "未开工"))
        assert "应开未开" not in str(one("LIGHT_REASON", *given, "已开工"))
        assert "应开未开" not in str(one("LIGHT_REASON", *given, "2026.2.8"))
        assert "应开未开" not in str(one("LIGHT_REASON", 5.0, *given[1:])), "money was spent"

    def test_an_exemption_takes_the_light_away_and_is_told(self) -> None:
        given = (100.0, 1000.0, "2026-6-30", MISSING, MISSING, MISSING)
        assert one("LIGHT", *given, "洪涝灾害") == "○ 不亮灯"
        assert str(one("LIGHT_REASON", *given, "洪涝灾害")).startswith("已注明正当理由，免亮红灯：洪涝灾害")
        assert one("LIGHT", *given, "无") == "■ 严重滞后"

    def test_a_project_without_money_has_its_due_start_as_a_reason(self) -> None:
        assert one("LIGHT_REASON", None, None, "2026-6-30", "2026-3-31") == (
            "未定计划，不亮灯；应开未开：计划2026年3月开工，已逾期3个月"
        )

    def test_a_row_in_which_nothing_is_written_has_no_light(self) -> None:
        assert one("LIGHT", None, "", "2026-6-30", None, " ", None, "无") == ""

    def test_the_shortfall_is_what_the_plan_asks_for_by_now(self) -> None:
        assert one("SHORTFALL", 350.0, 1000.0, 50.0) == 150.0
        assert one("SHORTFALL", 600.0, 1000.0, "50%") == 0.0
        assert one("SHORTFALL", 350.0, 1000.0) == 650.0
        assert one("SHORTFALL", "1.2亿元", "3亿元") == 18000.0

    def test_growth_is_against_the_year_before(self) -> None:
        assert one("GROWTH_RATE", 900.0, 800.0) == 12.5
        assert one("GROWTH_RATE", 400.0, 800.0) == -50.0
        assert one("GROWTH_RATE", 5.0, 0.0) == ""

    @pytest.mark.parametrize(
        ("name", "part", "whole", "rate"),
        [
            ("START_RATE", 33.0, 50.0, 66.0),
            ("FUNDING_RATE", 2300.0, 2000.0, 115.0),
            ("COMMISSION_RATE", 7.0, 10.0, 70.0),
            ("FULL_CAPACITY_RATE", 5.0, 8.0, 62.5),
            ("LANDING_RATE", "51个", 100.0, 51.0),
            ("CONVERSION_RATE", 18.0, 40.0, 45.0),
        ],
    )
    def test_a_rate_is_a_part_of_a_whole(self, name: str, part: Any, whole: float, rate: float) -> None:
        assert one(name, part, whole) == rate

    def test_overdue_days_are_calendar_days_past_the_deadline(self) -> None:
        assert one("OVERDUE_DAYS", "2026-6-20", MISSING, "2026-6-30") == 10
        assert one("OVERDUE_DAYS", "2026-6-30", MISSING, "2026-6-30") == 0
        assert one("OVERDUE_DAYS", "2026年6月") == 15
        assert one("OVERDUE_DAYS", "2026-6-20", "2026-6-25", "2026-6-30") == 5
        assert one("OVERDUE_DAYS", "2026-6-20", "未办结", "2026-6-30") == 10

    def test_closed_without_a_date_is_enough_only_before_the_deadline(self) -> None:
        assert one("OVERDUE_DAYS", "2026-6-30", "已办结", "2026-6-30") == 0
        assert one("OVERDUE_DAYS", "2026-6-20", "已办结", "2026-6-30") == "已办结，请填办结日期"

    def test_working_days_leave_out_the_first_day(self) -> None:
        """民法典第201条; 22–24, 28–30 September, 8–10 (Saturday, 调休) and 12 October 2026."""
        assert one("WORKDAYS_BETWEEN", "2026-9-21", "2026-10-12") == 10
        assert one("WORKDAYS_BETWEEN", "2026-10-12", "2026-9-21") == -10

    def test_a_year_whose_holidays_are_not_known_is_told_in_the_result(self) -> None:
        assert one("WORKDAYS_BETWEEN", "2026-12-28", "2027-1-8") == "9（2027年节假日未内置，只除周末）"
        assert one("WORKDAYS_BETWEEN", "2002-1-7", "2004-1-2") == "518（2002—2003年节假日未内置，只除周末）"
        assert one("APPROVAL_DEADLINE", "2026-12-28", 9.0) == "2027-1-8（2027年节假日未内置，只除周末）"

    def test_own_days_fill_a_year_and_win(self) -> None:
        assert one("WORKDAYS_BETWEEN", "2026-12-28", "2027-1-8", "2027-1-1") == 8
        assert one("WORKDAYS_BETWEEN", "2026-12-28", "2027-1-8", [["2027-1-1"], [None]], "2027-1-3") == 9
        assert one("APPROVAL_DEADLINE", "2026-12-28", 9.0, 0.0, "2027.1.1-2027.1.3") == date(2027, 1, 11)
        assert one("WORKDAYS_BETWEEN", "2026-12-28", "2027-1-8", "元旦") == "另加放假日读不懂：元旦"

    def test_a_deadline_is_so_many_working_days_after_acceptance_and_those_stopped(self) -> None:
        assert one("APPROVAL_DEADLINE", "2026-9-21", 10.0) == date(2026, 10, 12)
        assert one("APPROVAL_DEADLINE", "2026-3-2", "5个工作日", 3.0) == date(2026, 3, 12)
        assert one("APPROVAL_DEADLINE", datetime(2026, 3, 2), 0.0, None) == date(2026, 3, 2)

    @pytest.mark.parametrize(
        ("replied", "as_of", "state"),
        [
            (None, "2026-3-9", "办理中"),
            (None, "2026-3-10", "视为同意"),
            ("未批复", "2026-3-10", "视为同意"),
            ("2026-3-9", "2026-3-10", "已批复"),
            ("2026-3-10", "2026-3-31", "视为同意"),
            ("2026-3-9", "2026-3-6", "办理中"),
            ("已批复", "2026-3-9", "已批复"),
            ("已批复", "2026-3-10", "已批复，请填批复日期"),
            ("2026年3月", "2026-4-10", "批复日期请写到日"),
            ("2026年4月", "2026-4-10", "视为同意"),
            ("2026-3-1", "2026-3-10", "批复日期早于受理日期"),
        ],
    )
    def test_silence_past_the_deadline_is_consent(self, replied: str | None, as_of: str, state: str) -> None:
        """宿州 2022, 泰州 2022: 5 working days from 2 March 2026, a Monday, end on 9 March."""
        assert one("DEEMED_APPROVED", "2026-3-2", 5.0, replied, MISSING, as_of) == state

    def test_stopped_days_put_the_consent_off(self) -> None:
        assert one("DEEMED_APPROVED", "2026-3-2", 5.0, MISSING, 3.0, "2026-3-10") == "办理中"
        assert one("DEEMED_APPROVED", "2026-3-2", 5.0, MISSING, MISSING, "2026-3-1") == "受理日期晚于截止日期"
        assert one("DEEMED_APPROVED", "2026-12-28", 5.0, MISSING, MISSING, "2027-1-8") == (
            "视为同意（2027年节假日未内置，只除周末）"
        )

    def test_ties_share_a_rank_and_the_next_is_skipped(self) -> None:
        assert column("RANK_TIES", [85.0, 97.0, 85.0, 60.0, None, "暂定"]) == [2, 1, 2, 4, "", "数值读不懂：暂定"]
        assert one("RANK_TIES", 60.0, [85.0, 97.0, 85.0, 60.0]) == 4
        assert one("RANK_TIES", "3亿元", ["40000万元", "3亿元"]) == 2
        assert one("RANK_TIES", 3.0, ["4亿元", 3.0]) == "数值带单位（4亿元），有的没有单位"

    def test_a_long_cell_is_cut_short_where_its_unit_is_told(self) -> None:
        cell = "3亿元（含征地拆迁、基础设施配套和设备购置安装）"
        assert one("COMPLETION_RATE", cell, 1000.0) == (
            "完成投资带单位（3亿元（含征地拆迁、基础设施配套和设备…），年度计划没有单位"
        )

    def test_rates_written_with_their_sign_are_ranked_among_their_like(self) -> None:
        assert column("RANK_TIES", ["97.2%", "100.05％", "约97.2%", None]) == [2, 1, 2, ""]
        assert one("RANK_TIES", 0.972, ["97.2%", 0.972]) == "数值带单位（97.2%），有的没有单位"
        assert one("RANK_TIES", "3亿元", ["97.2%", "3亿元"]) == "单位不同：97.2%、3亿元"

    @pytest.mark.parametrize(
        ("given", "wan"),
        [
            (("约3.2亿元",), 32000.0),
            (("1,234.5万元",), 1234.5),
            ((1234500.0, "元"), 123.45),
            (("3亿元", "元"), 30000.0),
            ((1234.5,), "金额没有单位：1234.5"),
            ((1234.5, None), "金额没有单位：1234.5"),
            (("300万美元", "万元"), "金额是外币，不折算：300万美元"),
            ((300.0, "万美元"), "单位不是人民币，不折算：万美元"),
            ((None, "万元"), ""),
        ],
    )
    def test_an_amount_is_brought_to_ten_thousands(self, given: Sequence[object], wan: Cell) -> None:
        assert one("AMOUNT_WAN", *given) == wan

    def test_a_share_is_of_the_whole_or_of_the_column_s_sum(self) -> None:
        assert one("SHARE", 30.0, 120.0) == 25.0
        assert column("SHARE", [30.0, None, 50.0, 20.0]) == [30.0, "", 50.0, 20.0]
        assert column("SHARE", [30.0, 60.0], 120.0) == [25.0, 50.0]
        assert column("SHARE", [0.0, 0.0]) == ["", ""]

    def test_a_share_of_a_sum_that_is_not_known_is_not_given(self) -> None:
        assert one("SHARE", 5.0) == "请填总量，或选整列"
        assert one("SHARE", [[30.0], ["暂定"]]) == "部分读不懂：暂定"
        assert one("SHARE", [[30.0], [CellError("#N/A")]]) == CellError("#N/A")
        assert one("SHARE", [["3亿元"], [5.0]]) == "部分带单位（3亿元），有的没有单位"

    def test_the_total_s_rate_takes_only_rows_with_both(self) -> None:
        done, plan = [50.0, None, 30.0, 10.0], [100.0, 400.0, 100.0, 0.0]
        assert one("TOTAL_RATE", done, plan) == 40.0
        assert one("TOTAL_RATE", [None], [5.0]) == ""

    def test_a_total_that_is_not_known_is_not_given(self) -> None:
        assert one("TOTAL_RATE", [50.0, "暂定"], [100.0, 10.0]) == "完成投资读不懂：暂定"
        assert one("TOTAL_RATE", [50.0, CellError("#REF!")], [100.0, 10.0]) == CellError("#REF!")
        assert one("TOTAL_RATE", ["3亿元", 5.0], ["5亿元", 5.0]) == "投资带单位（3亿元），有的没有单位"
        assert one("TOTAL_RATE", [1.0, 2.0], [1.0]) == "大小不同：完成投资2行1列，年度计划1行1列"


class TestWhatAllShare:
    def test_a_column_in_gives_a_column_out(self) -> None:
        assert column("完成率", [50.0, 30.0, None, " "], [200.0, 40.0, 5.0, 5.0]) == [25.0, 75.0, "", ""]

    def test_a_block_in_gives_a_block_out(self) -> None:
        assert calculate("完成率", [[1.0, 2.0], [3.0, 4.0]], 10.0) == [[10.0, 20.0], [30.0, 40.0]]

    def test_one_row_goes_with_many_and_one_column_with_many(self) -> None:
        assert calculate("完成率", [[1.0], [2.0]], [[10.0, 20.0]]) == [[10.0, 5.0], [20.0, 10.0]]

    def test_columns_of_unequal_length_are_said_so(self) -> None:
        assert one("完成率", [[1.0]] * 3, [[2.0]] * 2) == "行数不同：完成投资3行，年度计划2行"
        assert one("完成率", [[1.0] * 3], [[2.0] * 2]) == "列数不同：完成投资3列，年度计划2列"

    @pytest.mark.parametrize("blank", [None, "", "   ", "—"])
    def test_a_blank_that_decides_leaves_a_blank(self, blank: str | None) -> None:
        for given in ((blank, 5.0), (5.0, blank)):
            for name in ("COMPLETION_RATE", "SHORTFALL", "GROWTH_RATE", "START_RATE", "SHARE"):
                assert one(name, *given) == ""
        assert one("TIME_PROGRESS", blank) == one("PROGRESS_GAP", 5.0, blank) == one("SHORTFALL", 1.0, 2.0, blank) == ""
        assert one("OVERDUE_DAYS", "2026-6-20", None, blank) == one("WORKDAYS_BETWEEN", blank, "2026-6-20") == ""
        assert one("APPROVAL_DEADLINE", "2026-6-20", blank) == one("DEEMED_APPROVED", blank, 5.0) == ""
        assert one("LIGHT", 5.0, 10.0, blank) == ""

    def test_an_argument_left_out_is_no_blank_cell(self) -> None:
        assert one("TIME_PROGRESS", MISSING) == 50.0
        assert one("TIME_PROGRESS", None) == ""

    def test_an_excel_error_passes_before_all_else(self) -> None:
        assert one("COMPLETION_RATE", CellError("#DIV/0!"), "暂定") == CellError("#DIV/0!")
        assert one("LIGHT", 5.0, 10.0, "2026-6-30", CellError("#N/A")) == CellError("#N/A")
        assert one("COMPLETION_RATE", "#REF!", None) == CellError("#REF!")

    def test_what_can_t_be_read_is_said_where_it_stands(self) -> None:
        assert column("完成率", [50.0, 30.0], [200.0, "暂定"]) == [25.0, "年度计划读不懂：暂定"]
        assert one("OVERDUE_DAYS", "尽快") == "完成时限读不懂：尽快"

    def test_two_amounts_must_be_in_one_unit(self) -> None:
        assert one("COMPLETION_RATE", "1.5亿元", "30000万元") == 50.0
        assert one("COMPLETION_RATE", "3亿元", 50000.0) == "完成投资带单位（3亿元），年度计划没有单位"
        assert one("COMPLETION_RATE", 3.0, "5亿元") == "年度计划带单位（5亿元），完成投资没有单位"
        assert one("COMPLETION_RATE", "3亿元", "5亿美元") == "单位不同：3亿元、5亿美元"

    def test_nothing_is_nothing_in_every_unit(self) -> None:
        assert one("COMPLETION_RATE", 0.0, "5亿元") == 0.0

    @pytest.mark.parametrize("name", ["COMPLETION_RATE", "PROGRESS_GAP", "LIGHT", "LIGHT_REASON", "SHORTFALL"])
    def test_without_arguments_it_needs_a_ledger_row(self, name: str) -> None:
        assert one(name) == "请填参数；不填参数只能用在台账的项目行里"

    def test_a_missing_argument_is_named(self) -> None:
        assert one("COMPLETION_RATE", 5.0) == "缺少参数：年度计划"
        assert one("LIGHT", MISSING, MISSING, "2026-6-30") == "缺少参数：完成投资、年度计划"
        assert one("START_RATE") == "缺少参数：已开工、项目数"
        assert one("GROWTH_RATE", 1.0, 2.0, 3.0) == "参数太多，最多2个"

    def test_a_result_too_large_for_a_cell_is_said(self) -> None:
        assert one("GROWTH_RATE", 1e14, 5e-324) == "数太大，算不出"

    def test_there_are_no_other_functions(self) -> None:
        with pytest.raises(KeyError):
            calculate("SUM", 1.0)
