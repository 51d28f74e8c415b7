# ruff: noqa: E501
"""What honest ledgers do, and the check lets pass; and where the line is."""

from dataclasses import replace
from datetime import date

import pytest

from tests.workbooks.checks.builder import ledgers_of, merged, one
from workbooks.checks import check
from workbooks.grid import Book
from workbooks.ledger import Ledger

AS_OF = date(2025, 7, 31)


def codes(table: str, as_of: date | None = AS_OF) -> list[str]:
    ledgers, book = ledgers_of(table)
    return [f"{f.code} {f.cell}" for f in check(ledgers, {}, as_of, book)]


def codes_of(ledger: Ledger) -> list[str]:
    return [f"{f.code} {f.cell}" for f in check([ledger], {}, AS_OF, Book("x", "xlsx", [ledger.grid]))]


@pytest.mark.parametrize("nature", ["前期", "储备", "谋划", "预备", "停缓建", "在谈"])
def test_a_project_that_is_not_to_be_built_this_year_needs_no_plan(nature: str) -> None:
    assert codes(f"项目名称 | 建设性质 | 年度计划投资（万元）\n东河大桥 | {nature} |\n西山电站 | 续建 | 5,000") == []


def test_a_section_of_preparatory_projects_needs_no_plan() -> None:
    table = "项目名称 | 年度计划投资（万元）\n一、在建项目（1项）\n东河大桥 | 3,000\n二、前期项目（1项）\n西山电站 |"
    assert codes(table) == []
    assert codes(table.replace("前期", "续建")) == ["E102 B5"]


def test_a_list_of_reserve_projects_needs_no_plan() -> None:
    assert codes("西山县储备项目表\n项目名称 | 年度计划投资（万元）\n东河大桥 |\n西山电站 | 5,000") == []


def test_a_leader_merged_over_several_rows_is_nobodys_gap() -> None:
    ledger = one("项目名称 | 包抓领导\n东河大桥 | 令狐平\n西山电站 |\n过境公路 | 公孙樵")
    assert codes_of(ledger) == ["E104 B3"]
    assert codes_of(merged(ledger, 1, 1, 2, 1)) == []


def test_a_dash_says_that_there_is_no_plan() -> None:
    assert codes("项目名称 | 年度计划投资（万元）\n东河大桥 | —") == []


def test_a_month_not_filled_in_yet_is_no_mistake() -> None:
    head = (
        "项目名称 | 1月完成投资（万元） | 2月完成投资（万元） | 3月完成投资（万元） | 2025年1-3月累计完成投资（万元）"
    )
    other = "\n西山电站 | 100 | 100 | 100 | 300"
    assert codes(f"{head}\n东河大桥 | 500 | 400 | | 1,500{other}") == []
    assert codes(f"{head}\n东河大桥 | 500 | 1,400 | | 1,500{other}") == ["E210 E2"]


def test_rounding_to_whole_figures_passes_and_one_more_does_not() -> None:
    head = "项目名称 | 上年底累计完成投资（万元） | 年累计完成投资（万元） | 开工累计完成投资（万元）"
    assert codes(f"{head}\n东河大桥 | 333 | 333 | 667") == []
    assert codes(f"{head}\n东河大桥 | 333 | 333 | 670") == ["E208 D2"]


def test_an_amount_in_hundred_millions_is_as_exact_as_it_is_written() -> None:
    head = "项目名称 | 总投资（亿元） | 年度计划投资（万元）"
    assert codes(f"{head}\n东河大桥 | 1.23 | 12,345\n西山电站 | 2.57 | 9,000\n过境公路 | 3.18 | 6,000") == []
    assert codes(f"{head}\n东河大桥 | 1.23 | 12,400\n西山电站 | 2.57 | 9,000\n过境公路 | 3.18 | 6,000") == ["E205 C2"]


@pytest.mark.parametrize(("typed", "expected"), [("87.9%", []), ("88%", []), ("88.0", []), ("87.8%", ["E211 D2"])])
def test_rates_may_be_rounded_or_truncated(typed: str, expected: list[str]) -> None:
    head = "项目名称 | 年度计划投资（元） | 年累计完成投资（元） | 完成率（%）"
    assert codes(f"{head}\n东河大桥 | 10,000,000 | 8,797,000 | {typed}") == expected


def test_sums_of_rounded_figures_may_be_off_by_rounding() -> None:
    rows = "\n".join(f"项目{name} | 1.3" for name in "甲乙丙丁戊己庚辛")
    assert codes(f"项目名称 | 年度计划投资（亿元）\n合计 | 10.7\n{rows}") == []
    assert codes(f"项目名称 | 年度计划投资（亿元）\n合计 | 12.4\n{rows}") == ["E221 B2"]


def test_a_sum_over_rows_that_are_not_filled_in_is_no_mistake() -> None:
    assert (
        codes(
            "项目名称 | 建设性质 | 年度计划投资（万元）\n合计 | | 9,000\n东河 | 前期 |\n西山 | 前期 |\n过境 | 新建 | 3,000"
        )
        == []
    )


def test_a_sum_may_stand_for_an_amount_that_cannot_be_read() -> None:
    table = "项目名称 | 年度计划投资（万元）\n合计 | 9,000\n东河大桥 | 六千吧\n西山电站 | 3,000"
    assert codes(table) == ["E111 B3"]
    assert codes(table.replace("9,000", "2,000")) == ["E221 B2", "E111 B3"]


def test_of_which_rows_are_never_added_up() -> None:
    assert (
        codes(
            "项目名称 | 年度计划投资（万元）\n合计（2项） | 9,000\n其中：省重点（9项） | 700\n东河 | 6,000\n西山 | 3,000"
        )
        == []
    )


def test_a_wrong_subtotal_is_told_once_although_the_total_adds_it_up() -> None:
    table = "项目名称 | 年度计划投资（万元）\n合计 | 10,000\n一、交通（1项） | 7,000\n东河 | 6,000\n二、能源（1项） | 3,000\n西山 | 3,000"
    assert codes(table) == ["E221 B3"]
    assert codes(table.replace("10,000", "9,000")) == ["E221 B3"]


def test_columns_that_disagree_in_most_rows_are_told_at_their_header() -> None:
    rows = "\n".join(f"{name}大桥 | {n}0 | {n}5 | {n}9" for n, name in enumerate("东西南北中前后", 10))
    head = "项目名称 | 上年底累计完成投资（万元） | 年累计完成投资（万元） | 开工累计完成投资（万元）"
    assert codes(f"{head}\n{rows}") == ["W214 D1"]


def test_figures_in_a_foreign_currency_are_compared_only_with_their_like() -> None:
    assert codes("项目名称 | 总投资（万美元） | 年度计划投资（万元）\n东河大桥 | 1,000 | 3,000") == []
    assert codes("项目名称 | 总投资（万美元） | 年度计划投资（万美元）\n东河大桥 | 1,000 | 3,000") == ["E205 C2"]


def test_a_small_overspend_of_the_plan_is_good_news() -> None:
    assert codes("项目名称 | 年度计划投资（万元） | 年累计完成投资（万元）\n东河大桥 | 1,000 | 1,480") == []


def test_a_project_finished_in_earlier_years_with_nothing_left_to_do() -> None:
    head = (
        "项目名称 | 状态 | 总投资（万元） | 上年底累计完成投资（万元） | 年度计划投资（万元） | 年累计完成投资（万元）"
    )
    assert codes(f"{head}\n东河大桥 | 已竣工 | 9,000 | 9,000 | 0 | 0\n西山 | 已竣工 | 800 | 800 | |") == []


def test_a_finished_project_that_came_out_cheaper() -> None:
    head = "项目名称 | 状态 | 总投资（万元） | 开工累计完成投资（万元）"
    assert codes(f"{head}\n东河大桥 | 已竣工 | 9,000 | 8,400") == []
    assert codes(f"{head}\n东河大桥 | 已竣工 | 9,000 | 4,400") == ["W312 D2"]


@pytest.mark.parametrize(
    "progress", ["已竣工投产1—6、9＃车间及办公、研发楼", "竣工验收", "投产", "主体未开工，正在征迁"]
)
def test_a_hint_in_the_text_is_no_state(progress: str) -> None:
    head = "项目名称 | 年度计划投资（万元） | 年累计完成投资（万元） | 竣工时间 | 形象进度"
    assert codes(f"{head}\n东河大桥 | 9,000 | 4,400 | | {progress}") == []


def test_a_planned_date_under_an_ambiguous_header_is_no_future_deed() -> None:
    head = "项目名称 | 年累计完成投资（万元） | {} | 竣工时间"
    assert codes(f"{head.format('开工时间')}\n东河大桥 | 0 | 2025-10 | 2027-05") == []
    assert codes(f"{head.format('开工时间')}\n东河大桥 | 80 | 2025-10 | 2027-05") == ["E302 C2"]
    assert codes(f"{head.format('实际开工时间')}\n东河大桥 | 0 | 2025-10 | 2027-05") == ["E302 C2"]


def test_a_project_begun_ahead_of_schedule() -> None:
    head = "项目名称 | 年累计完成投资（万元） | 计划开工时间 | 形象进度"
    assert codes(f"{head}\n东河大桥 | 800 | 2025-10 | 提前开工，桩基完成30%") == []
    assert codes(f"{head}\n东河大桥 | 800 | 2025-10 | 办理手续") == ["W304 B2"]


def test_money_in_a_month_before_the_start_is_told_at_that_month() -> None:
    head = "项目名称 | 2025年计划投资（万元） | 实际开工时间 | 1月完成投资（万元） | 2月完成投资（万元） | 3月完成投资（万元）"
    assert codes(f"{head}\n东河大桥 | 800 | 2025-02 | 0 | 20 | 30\n西山电站 | 700 | 2025-03 | 0 | 20 | 30") == [
        "W304 E3"
    ]


def test_a_ledger_of_a_later_year_than_the_date_is_not_all_future() -> None:
    table = "项目名称 | 2026年计划投资（万元） | 实际开工时间\n东河大桥 | 3,000 | 2026-03"
    assert codes(table) == ["I505 B1"]


def test_sheets_of_other_months_repeat_their_projects() -> None:
    sheet = "项目名称 | 责任单位 | 年累计完成投资（万元）\n东河大桥 | 县交通局 | {}\n西山电站 | 县发改局 | {}"
    assert codes(f"【6月】\n{sheet.format(100, 200)}\n【7月】\n{sheet.format(150, 260)}") == []


def test_many_texts_in_a_column_are_one_remark() -> None:
    rows = "\n".join(f"{name}河大桥 | '{n},000" for n, name in enumerate("东西南北中前后左右内外", 10))
    ledgers, book = ledgers_of(f"项目名称 | 年度计划投资（万元）\n{rows}")
    found = check(ledgers, {}, AS_OF, book)
    assert [(f.code, f.cell) for f in found] == [("I501", "B2")]
    assert "11处" in found[0].message


def test_indicators_may_be_negative_and_projects_may_not() -> None:
    ledger = one("项目名称 | 年度计划投资（万元） | 年累计完成投资（万元）\n东河大桥 | 3,000 | -20")
    assert codes_of(ledger) == ["E201 C2"]
    assert codes_of(replace(ledger, kind="indicators")) == []


def test_formulas_never_calculated_are_no_error_and_never_zero() -> None:
    table = "项目名称 | 年度计划投资（万元） | 年累计完成投资（万元） | 完成率（%）\n合计 | 9,000 | 5,000\n东河 | 6,000 | = | 50%\n西山 | 3,000 | 1,500 | ="
    assert codes(table) == ["I503 C3", "I503 D4"]


def test_a_file_never_opened_is_told_once_a_column() -> None:
    rows = "\n".join(f"{name}河大桥 | {n},000 | = | =" for n, name in enumerate("东西南北中前后", 10))
    assert codes(f"项目名称 | 年度计划投资（万元） | 年累计完成投资（万元） | 完成率（%）\n{rows}") == [
        "I503 C2",
        "I503 D2",
    ]


def test_a_sum_carried_from_page_to_page_is_none_of_the_rows_above_it() -> None:
    ledger = one("项目名称 | 年度计划投资（万元）\n合计 | 9,000\n东河 | 6,000\n西山 | 3,000")
    carried = replace(ledger.summaries[0], label="承上页", role="subtotal", first=1, last=1)
    assert codes_of(replace(ledger, summaries=(*ledger.summaries, carried))) == []


def test_an_empty_ledger_has_nothing_to_find() -> None:
    assert codes("项目名称 | 年度计划投资（万元）") == []
    assert check([], {}, None, Book("x", "xlsx", [])) == []
