"""红黑榜 and scores from a ledger's figures, by the settings. Each figure is worked by hand from the rows."""

from datetime import date
from typing import Any

import pytest

from tests.workbooks.sheets.examples import ledger
from udfs.periods import PeriodKind
from udfs.values.cells import DateSpan, Reading
from workbooks.boards import Boards, Need, Unit, boards_of, needs_left_out
from workbooks.finding import Finding
from workbooks.ledger import Period
from workbooks.settings import Settings
from workbooks.supervision import supervise

YEAR = Period(2025, None)


def month(year: int, number: int) -> DateSpan:
    return DateSpan(date(year, number, 1), date(year, number, 28))


ROWS: list[dict[str, Any]] = [
    # 东县: 60 of 100 by the end of June; two due to begin this year, one of them begun; one finished in time
    {"region": "东县", "annual_plan": 60.0, "done_this_year": 60.0, "planned_start": month(2025, 3),
     "actual_start": month(2025, 3), "planned_finish": month(2025, 5), "actual_finish": month(2025, 6)},
    {"region": "东县", "annual_plan": 40.0, "done_this_year": 0.0, "planned_start": month(2025, 6)},
    # 西县: 20 of 100; begun in years before, nothing due this year
    {"region": "西县", "annual_plan": 100.0, "done_this_year": 20.0, "planned_start": month(2023, 3),
     "actual_start": month(2023, 4), "total_investment": 500.0, "done_before_this_year": 180.0},
    # 南县: not planned
    {"region": "南县", "planned_start": month(2025, 9)},
    {"region": "市本级", "annual_plan": 10.0, "done_this_year": 1.0},
]  # fmt: skip
FIELDS = (
    *("name", "region", "total_investment", "annual_plan", "done_this_year", "done_before_this_year"),
    *("planned_start", "actual_start", "planned_finish", "actual_finish", "exemption"),
    *("responsible_unit", "nature", "done_since_start"),
)


def boards(
    *sets: str,
    rows: list[dict[str, Any]] = ROWS,
    findings: tuple[Finding, ...] = (),
    as_of: date = date(2025, 6, 30),
    kind: PeriodKind = "quarter",
) -> Boards:
    columns = {field: [row.get(field, f"项目{n}" if field == "name" else None) for n, row in enumerate(rows)]
               for field in FIELDS}  # fmt: skip
    settings = Settings.load(None, sets)
    return boards_of(supervise([ledger(columns, period=YEAR)], findings, settings, as_of, kind), settings)


def unit(found: Boards, name: str) -> Unit:
    return next(each for series in found.series for each in series.units if each.name == name)


class TestScore:
    """The parts of the default formula."""

    def test_each_part_is_measured_by_the_rows(self) -> None:
        measures = unit(boards(), "东县").measures
        assert measures["investment"].share == 120.0  # 60 % of the plan, 50 % of the year
        assert [(measures[part].count, measures[part].of) for part in ("start", "finish", "quality")] == [
            (1, 2), (1, 1), (2, 2),
        ]  # fmt: skip

    def test_the_parts_make_up_the_score(self) -> None:
        """60 + 20 × 1/2 + 10 + 10, bonus 20 × 0.2; one of two is red: five tenths at 2."""
        score = unit(boards(), "东县").score
        assert [(marks.key, marks.points, marks.of) for marks in score.parts] == [
            ("investment", 60.0, 60.0), ("start", 10.0, 20.0), ("finish", 10.0, 10.0), ("quality", 10.0, 10.0),
        ]  # fmt: skip
        assert (score.bonus, [(each.key, each.points) for each in score.deductions]) == (
            4.0, [("red", 10.0), ("yellow", 0.0)],
        )  # fmt: skip
        assert score.total == 84.0

    def test_what_began_in_years_before_is_not_due_this_year(self) -> None:
        west = unit(boards(), "西县")
        assert (west.measures["start"].share, west.measures["finish"].share) == (None, None)
        assert [(marks.points, marks.of) for marks in west.score.parts] == [
            (34.28, 85.71), (None, None), (None, None), (14.29, 14.29),
        ]  # fmt: skip

    def test_what_should_have_begun_in_years_before_and_has_not_is_due_still(self) -> None:
        rows = [{"region": "东县", "planned_start": month(2024, 5)}, {"region": "东县", "planned_start": month(2024, 8),
                 "actual_start": month(2025, 2)}]  # fmt: skip
        measure = unit(boards(rows=rows), "东县").measures["start"]
        assert (measure.count, measure.of) == (1, 2)

    def test_a_project_with_a_stated_reason_is_not_due(self) -> None:
        rows = [{"region": "东县", "planned_start": month(2025, 3), "exemption": "洪水冲毁便道"}]
        assert unit(boards(rows=rows), "东县").measures["start"].share is None

    def test_an_entry_in_error_costs_data_quality_a_doubtful_one_does_not(self) -> None:
        found = [Finding("E201", "error", "重点项目", "I4", 4, "项目0", None, "", ""),
                 Finding("W301", "warning", "重点项目", "I5", 5, "项目1", None, "", "")]  # fmt: skip
        measure = unit(boards(findings=tuple(found)), "东县").measures["quality"]
        assert (measure.count, measure.of) == (1, 2)

    def test_lights_may_cost_by_the_project(self) -> None:
        deductions = unit(boards("scores.deduct_by=按个数"), "东县").score.deductions
        assert [each.points for each in deductions] == [2.0, 0.0]

    def test_weights_and_caps_are_settings(self) -> None:
        score = unit(boards("开工的分值=0", "scores.bonus_cap=1.5", "scores.deduct_cap=0"), "东县").score
        assert [marks.key for marks in score.parts] == ["investment", "finish", "quality"]
        assert (score.bonus, score.total) == (1.5, 81.5)

    def test_a_unit_without_plan_has_no_score_and_no_place(self) -> None:
        south = unit(boards(), "南县")
        assert (south.score.total, south.place.rank, south.line.standing) == (None, None, "unranked")


class TestBoards:
    """Who is on them."""

    def test_the_target_is_the_time_progress_of_the_periods_end(self) -> None:
        assert (boards().target, boards(as_of=date(2025, 6, 29)).target) == (50.0, 25.0)
        assert unit(boards(), "东县").gap == 10.0

    def test_red_and_black_go_by_target_and_place(self) -> None:
        (series,) = boards().series
        assert [each.name for each in series.on("red")] == ["东县"]
        assert [each.name for each in series.on("black")] == ["西县"]
        assert series.left_out == ("市本级",)

    def test_the_sizes_are_settings(self) -> None:
        (series,) = boards("boards.regions.red=0", "属地黑榜名额=0").series
        assert series.on("red", "black") == ()

    def test_the_target_may_be_a_rate_of_ones_own(self) -> None:
        (series,) = boards("boards.target=fixed", "boards.target_rate=15").series
        assert [each.name for each in series.on("red")] == ["东县", "西县"]

    def test_they_may_go_by_completion_rate(self) -> None:
        line = unit(boards("boards.basis=完成率"), "西县").line
        assert line.why == "低于目标30个百分点，完成率倒数第1名，在后4名之内"

    def test_a_reason_in_the_settings_keeps_a_unit_off_the_black_board(self) -> None:
        line = unit(boards("boards.exempt.西县=特大暴雨（不可抗力）"), "西县").line
        assert (line.standing, line.why) == (
            "excused", "低于目标30个百分点，得分倒数第1名，在后4名之内；因特大暴雨（不可抗力），不列黑榜"
        )  # fmt: skip

    def test_a_reason_for_nobody_is_told(self) -> None:
        (warning,) = boards("boards.exempt.北县=洪灾").warnings
        assert warning == "设置 boards.exempt.北县 里的“北县”不是参加排名的单位，请核对名称；这一项没有起作用。"

    @pytest.mark.parametrize(
        ("rows", "remark"),
        [
            (ROWS[:2], "只有1个单位有完成率，不排红黑榜。"),
            (ROWS[3:4], "各单位都没有同时填报年度计划投资和累计完成投资的项目，排不了红黑榜。"),
            ([{**ROWS[0], "region": None}], "台账中没有属地或责任单位，排不了红黑榜。"),
        ],
    )  # fmt: skip
    def test_where_nobody_can_be_on_a_board_it_says_why(self, rows, remark: str) -> None:
        found = boards(rows=rows)
        assert found.remark.startswith(remark)
        assert not any(series.on("red", "black") for series in found.series)


class TestAllocation:
    """资金分配建议: the pool × score × need."""

    def test_need_is_what_is_still_to_be_invested(self) -> None:
        """西县: 500 − (180 + 20). 东县 states no total investment."""
        assert unit(boards(), "西县").need == Need(300.0, 1, 0)
        assert unit(boards(), "东县").need == Need(None, 2, 2)
        assert unit(boards("boards.need=this_year"), "东县").need == Need(40.0, 2, 0)

    @pytest.mark.parametrize(
        ("row", "need"),
        [
            ({"actual_start": month(2025, 3), "done_this_year": 60.0}, 440.0),  # begun this year: nothing before
            ({"nature": "新开工", "done_this_year": 60.0}, 440.0),
            ({"nature": "新开工", "done_this_year": 0.0}, 500.0),  # not begun: all of it
            ({"planned_start": month(2025, 9)}, 500.0),
            ({"actual_start": False, "done_before_this_year": 0.0}, 500.0),
            ({"actual_start": month(2024, 3), "done_this_year": 60.0}, None),  # and before?
            ({"nature": "续建", "done_this_year": 0.0}, None),
            ({"done_this_year": 60.0}, None),
            ({"done_before_this_year": 60.0}, None),  # and this year?
            ({"actual_start": True}, None),
            ({"actual_start": month(2024, 3), "done_since_start": 600.0}, 0.0),
        ],
    )
    def test_what_has_not_begun_is_all_to_be_invested_and_what_cannot_be_told_is_none(
        self, row: dict[str, Any], need: float | None
    ) -> None:
        rows = [{"region": "东县", "annual_plan": 100.0, "total_investment": 500.0, **row}]
        assert unit(boards(rows=rows), "东县").need == Need(need, 1, int(need is None))

    def test_of_this_years_plan_what_has_not_begun_is_all_to_be_done(self) -> None:
        rows = [{"region": "东县", "annual_plan": 100.0}, {"region": "东县", "annual_plan": 50.0, "nature": "续建"}]
        assert unit(boards("boards.need=this_year", rows=rows), "东县").need == Need(100.0, 2, 1)

    def test_an_entry_that_cannot_be_read_is_not_taken_for_nothing_done(self) -> None:
        columns: dict[str, list[object]] = {
            "name": ["甲"], "region": ["东县"], "total_investment": [500.0], "annual_plan": [100.0],
            "done_this_year": [None],
        }  # fmt: skip
        entries = ledger(columns, period=YEAR)
        entries.readings["done_this_year", 0] = Reading(None, "unreadable", "约三成")
        settings = Settings()
        found = boards_of(supervise([entries], [], settings, date(2025, 6, 30), "quarter"), settings)
        assert unit(found, "东县").need == Need(None, 1, 1)

    def test_whose_needs_are_not_all_told_is_warned_of(self) -> None:
        known = {"total_investment": 500.0, "planned_start": month(2025, 9), "annual_plan": 9.0, "done_this_year": 0.0}
        rows = [{"region": "东县", **known}, {"region": "西县", **known}, {**ROWS[2], "total_investment": None}]
        funds = boards("boards.pool=1000", rows=rows).allocation
        assert funds is not None
        (warning,) = needs_left_out(funds)
        assert warning.startswith("资金分配建议：西县2个项目中1个算不出尚需投资，没有计入；怎样算的写在表上")

    def test_where_most_needs_cannot_be_told_nobody_has_an_amount(self) -> None:
        found = boards("boards.pool=1000")
        assert found.allocation is not None and not found.allocation.possible
        assert needs_left_out(found.allocation) == ()

    def test_without_a_pool_there_is_none(self) -> None:
        assert boards().allocation is None

    def test_it_goes_by_score_and_need_and_is_the_whole_pool(self) -> None:
        """84 × 40 = 3,360 to 43.57 × 80 = 3,485.6 of 1,000; 西县 has 34.28 + 14.29 − 5 (one yellow of one)."""
        found = boards("boards.pool=1000", "boards.need=this_year").allocation
        assert found is not None and found.possible
        assert unit(boards(), "西县").score.total == 43.57
        assert [(share.unit.name, share.amount) for share in found.shares] == [
            ("东县", 491), ("西县", 509), ("南县", None),
        ]  # fmt: skip

    def test_without_any_need_there_is_nothing_to_suggest(self) -> None:
        found = boards("boards.pool=1000", rows=ROWS[:2]).allocation
        assert found is not None and not found.possible

    def test_it_is_among_the_series_that_has_several_units(self) -> None:
        rows = [{**ROWS[0], "responsible_unit": "市水利局"}, {**ROWS[1], "responsible_unit": "市教育局"}]
        found = boards("boards.pool=1000", "boards.need=this_year", rows=rows).allocation
        assert found is not None and found.series == "部门"
