"""Targets judged, and what is said about ledgers that contradict themselves."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.workbooks.targets.papers import AS_OF, GROUPS, LEFT, LONG, PAIRS, UP, ledger
from udfs.periods import PeriodKind
from workbooks.settings import Settings
from workbooks.supervision.assembly import supervise
from workbooks.targets.judging import judged_targets


def warnings(*rows: tuple[Any, ...]) -> list[str]:
    return judged_targets([ledger(*rows)], AS_OF)[1]


def changed(row: int, column: int, value: object) -> tuple[tuple[Any, ...], ...]:
    """Return GROUPS with one other cell (0-based)."""
    rows = [list(cells) for cells in GROUPS]
    rows[row][column] = value
    return tuple(map(tuple, rows))


def test_figures_and_lights_stand_together():
    judged, _ = judged_targets([ledger(*LONG)], AS_OF)
    said = [(one.target.name, one.rate, one.shortfall, one.progress, one.light) for one in judged]
    assert said == [
        ("开工项目", 90.0, 12.0, 100.0, "yellow"),
        ("储备项目", 87.4, 126.0, 50.0, "green"),
        ("利用外资", None, 5.6, 50.0, "yellow"),
        ("进出口增长", None, 0.0, 200 / 3, "green"),
        ("资产负债率", None, 1.5, 50.0, "red"),
        ("签约项目", 34 * 100 / 60, 26.0, None, "none"),
    ]


def test_a_deadline_with_a_day_is_due_on_it():
    # 60 of 120 a month after 31 March: 50 % behind, red; as a target of the whole year it would be green
    rows = (*LONG[:2], ("云岭市", "开工项目", "个", "2026年3月31日前", 120, 60, None), LONG[3])
    judged, _ = judged_targets([ledger(*rows)], replace(AS_OF, as_of=date(2026, 4, 30)))
    assert (judged[0].light, judged[0].judgement.brief) == ("red", "3月31日到期未完成")


@pytest.mark.parametrize(
    ("as_of", "kind", "progress"),
    [(date(2026, 7, 15), "half_month", 6.5 * 100 / 12), (date(2026, 8, 31), "quarter", 50.0)],
)
def test_a_target_of_the_year_has_the_time_progress_of_the_report(as_of: date, kind: PeriodKind, progress: float):
    supervision = supervise([ledger(*GROUPS)], (), Settings(), as_of, kind)
    assert supervision.time_progress == pytest.approx(progress)
    assert {one.progress for one in supervision.targets} == {supervision.time_progress}


def test_a_ledger_that_agrees_with_itself_gives_no_warning():
    assert warnings(*GROUPS) == []


def test_a_typed_total_that_is_not_the_sum_is_told():
    assert (
        warnings(*changed(6, 1, 50))
        == [
            "工作表“目标任务”的合计与各单位之和不一致，请核对：“新签约项目”目标全市合计50个，各单位之和49个。",
            "工作表“目标任务”有1处完成率与目标、完成数算出来的不一致，以算出来的为准：全市合计“新签约项目”填65.3%，应为64%。",
        ][::-1]
    )


def test_a_total_of_rounded_amounts_may_differ_by_rounding():
    assert warnings(*changed(6, 5, 19.46)) == []


def test_no_total_is_held_against_units_of_which_one_has_no_figure():
    assert warnings(*changed(5, 2, None)) == []


def test_a_typed_rate_within_rounding_is_silent_and_one_beyond_is_told():
    assert warnings(*changed(4, 3, 66)) != []
    assert warnings(*changed(4, 3, 67)) == []


def test_a_cell_that_cannot_be_read_is_named():
    assert warnings(*PAIRS) == ["工作表“目标任务”有1个单元格的数读不出，没有计入（不按0算）：C5“报送中”。"]


def test_a_ledger_without_a_target_column_says_what_to_do():
    rows = (
        ("2026年各县区目标任务完成情况",),
        ("指标名称", "计量单位", "青岚区", LEFT, "江渚区", LEFT),
        (UP, UP, "本月", "累计", "本月", "累计"),
        ("签约目标", "个", 2, 10, 2, 12),
        ("签约完成", "个", 1, 8, 3, 11),
        ("开工目标", "个", 1, 6, 2, 8),
        ("开工完成", "个", 1, 5, 2, 7),
    )
    (said,) = warnings(*rows)
    assert said.startswith("工作表“目标任务”是目标任务台账，但看不出哪一列是目标、哪一列是完成，请在表头写明")
