"""The ledger of mistakes: what `planted.toml` says is to be found in the sheet, and all else is honest."""

import re
from collections import Counter
from itertools import chain

import openpyxl
import pytest
from openpyxl.utils import coordinate_to_tuple

from tests.workbooks.samples.table import Row, half_up, rows_of
from workbooks.samples import FOLDER, planted

NAMED = {  # issue A, part 3
    "missing_name",
    "missing_plan",
    "missing_unit",
    "missing_leader",
    "unreadable_amount",
    "unreadable_date",
    "unreadable_rate",
    "negative",
    "plan_above_total",
    "since_above_total",
    "month_above_year",
    "before_plus_year",
    "months_sum",
    "rate_differs",
    "start_after_finish",
    "future_date",
    "finished_without_date",
    "money_before_start",
    "far_above_plan",
    "not_started_with_money",
    "finished_below_100",
    "full_but_not_finished",
    "duplicate",
    "near_duplicate",
    "total",
    "subtotal",
    "declared_count",
    "unit_suspect",
    "same_figures",
    "error_value",
    "never_calculated",
    "text_number",
    "hidden_row",
    "leading_sign",
}
SHEET = "项目台账"
BOOK = openpyxl.load_workbook(FOLDER / "mistakes.xlsx", data_only=True)
FORMULAS = openpyxl.load_workbook(FOLDER / "mistakes.xlsx")
ROWS = {row["row"]: row for row in rows_of(FOLDER / "mistakes.xlsx", SHEET, (3, 4))[0]}


def the(rule: str) -> Row:
    """The row on which the rule's mistake stands."""
    (cell,) = [p.cell for p in planted() if p.rule == rule]
    return ROWS[coordinate_to_tuple(cell)[0]]


def value(rule: str) -> object:
    (spot,) = [p for p in planted() if p.rule == rule]
    return BOOK[spot.sheet][spot.cell].value


def figures(row: Row) -> tuple[float, float, float, float, float, float]:
    return tuple(
        row[key]
        for key in (
            "总投资",
            "至2025年底累计完成投资",
            "2026年计划投资",
            "6月完成投资",
            "1-6月累计完成投资",
            "开工至今累计完成投资",
        )
    )


def test_every_rule_of_the_issue_has_its_mistake() -> None:
    assert {p.rule for p in planted()} == NAMED


def test_each_mistake_stands_in_a_row_of_its_own() -> None:
    rows = Counter((p.sheet, coordinate_to_tuple(p.cell)[0]) for p in planted())
    assert max(rows.values()) == 1


def test_planted_cells_are_within_the_sheets() -> None:
    for p in planted():
        sheet = BOOK[p.sheet]
        for cell in (p.cell, *p.also):
            row, column = coordinate_to_tuple(cell)
            assert row <= sheet.max_row and column <= sheet.max_column
        assert p.what


@pytest.mark.parametrize(
    "rule", ["missing_name", "missing_plan", "missing_unit", "missing_leader", "finished_without_date"]
)
def test_a_missing_entry_is_blank(rule: str) -> None:
    assert value(rule) is None


def test_texts_stand_where_figures_and_dates_belong() -> None:
    assert [value(rule) for rule in ("unreadable_amount", "unreadable_date", "unreadable_rate")] == [
        "见批复文件",
        "2027.13",
        "按计划推进",
    ]
    assert re.fullmatch(r"[\d,]+\.00", str(value("text_number")))
    assert {str(BOOK[p.sheet][p.cell].value)[0] for p in planted() if p.rule == "leading_sign"} == set("=+-@")


def test_figures_contradict_each_other_as_told() -> None:
    assert value("negative") < 0
    total, _, plan, *_ = figures(the("plan_above_total"))
    assert plan > total
    total, *_, since = figures(the("since_above_total"))
    assert since > total
    *_, month, done, _ = figures(the("month_above_year"))
    assert month > done
    _, before, _, _, done, since = figures(the("before_plus_year"))
    assert before + done != since
    row = the("rate_differs")
    assert abs(row["占年计划（%）"] - row["1-6月累计完成投资"] / row["2026年计划投资"] * 100) > 5
    _, _, plan, _, done, _ = figures(the("far_above_plan"))
    assert done > plan * 1.5
    assert figures(the("unit_suspect"))[0] < 50


def test_states_and_dates_contradict_each_other_as_told() -> None:
    row = the("start_after_finish")
    assert row["计划开工时间"] > row["计划竣工时间"]
    assert the("future_date")["实际竣工时间"].month == 9
    row = the("money_before_start")
    assert row["实际开工时间"].year == 2026 and row["至2025年底累计完成投资"] > 0
    row = the("not_started_with_money")
    assert row["项目状态"] == "未开工" and row["1-6月累计完成投资"] > 0
    row = the("finished_below_100")
    assert row["项目状态"] == "已竣工" and row["开工至今累计完成投资"] < row["总投资"]
    row = the("full_but_not_finished")
    assert row["项目状态"] == "在建" and row["开工至今累计完成投资"] == row["总投资"]


def test_twins_have_their_originals() -> None:
    for rule in ("duplicate", "near_duplicate"):
        (spot,) = [p for p in planted() if p.rule == rule]
        name, other = BOOK[SHEET][spot.cell].value, BOOK[SHEET][spot.also[0]].value
        assert (name == other) == (rule == "duplicate")
        assert name.replace("建设", "") == other.replace("建设", "")
    (spot,) = [p for p in planted() if p.rule == "same_figures"]
    assert len({figures(ROWS[coordinate_to_tuple(cell)[0]]) for cell in (spot.cell, *spot.also)}) == 1


def test_cells_have_their_technical_faults() -> None:
    assert value("error_value") == "#REF!"
    assert value("never_calculated") is None
    (spot,) = [p for p in planted() if p.rule == "never_calculated"]
    assert str(FORMULAS[SHEET][spot.cell].value).startswith("=")
    (spot,) = [p for p in planted() if p.rule == "hidden_row"]
    assert FORMULAS[SHEET].row_dimensions[coordinate_to_tuple(spot.cell)[0]].hidden


def test_sums_and_counts_are_wrong_only_where_told() -> None:
    wrong, section, place, under = set(), "", "", []
    for line in FORMULAS[SHEET].iter_rows(min_row=5):
        if isinstance(line[0].value, int):
            under.append(line)
        elif line[1].value and str(line[1].value).startswith(("小计", "合计")):
            rows = list(under) if line[1].value == "小计" else everything(FORMULAS[SHEET])
            for column in range(8, 13):
                amounts = (number(r[column].value) for r in rows)
                if abs(line[column].value - sum(amounts)) > 0.01:
                    wrong.add(line[column].coordinate)
            count = int(re.search(r"\d+", section).group())
            if line[1].value == "小计" and count != len(under):
                wrong.add(place)
            under = []
        elif line[0].value:
            section, place = str(line[0].value), line[0].coordinate
    assert wrong == {p.cell for p in planted() if p.rule in ("total", "subtotal", "declared_count")}


def everything(sheet: object) -> list[object]:
    return [line for line in sheet.iter_rows(min_row=5) if isinstance(line[0].value, int)]


def number(value: object) -> float:
    try:
        return float(str(value).replace(",", ""))
    except ValueError:
        return 0.0


def test_rows_with_nothing_planted_are_honest() -> None:
    told = {coordinate_to_tuple(cell)[0] for p in planted() if p.sheet == SHEET for cell in chain([p.cell], p.also)}
    honest = [row for number, row in ROWS.items() if number not in told]
    assert len(honest) >= 15
    for row in honest:
        total, before, plan, month, done, since = figures(row)
        assert 0 <= month <= done <= plan * 1.5 and plan <= total and before + done == since <= total
        assert row["占年计划（%）"] == half_up(done / plan * 100)
        assert row["计划开工时间"] <= row["计划竣工时间"]
        assert row["责任单位"] and row["包保领导"] and row["项目名称"]


def test_one_year_to_date_is_not_the_sum_of_its_months() -> None:
    sheet = BOOK["园区分月台账"]
    wrong = [
        f"K{row}"
        for row in range(5, 13)
        if sheet.cell(row, 11).value != sum(sheet.cell(row, c).value for c in range(5, 11))
    ]
    assert wrong == [p.cell for p in planted() if p.rule == "months_sum"]
