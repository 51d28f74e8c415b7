"""The figures of a report: contract.md "Lights", "Totals", "Groups", "Period", "`report` takes every kind"."""

from datetime import date

import pytest

from tests.workbooks.sheets import examples
from tests.workbooks.sheets.examples import AS_OF, SETTINGS, ledger
from udfs.values.cells import DateSpan
from workbooks.errors import Ambiguous
from workbooks.ledger import Period, Question
from workbooks.settings import Settings
from workbooks.supervision import supervise
from workbooks.supervision.figures import Supervision


def report(*ledgers, as_of: date = AS_OF, settings: Settings = SETTINGS) -> Supervision:
    return supervise(ledgers, (), settings, as_of)


def columns(**more: list[object]) -> dict[str, list[object]]:
    return {"name": ["甲", "乙"], "annual_plan": [100.0, 300.0], "done_this_year": [50.0, 60.0], **more}


class TestPeriod:
    def test_it_is_the_last_month_ended_on_or_before_the_date(self):
        assert report(ledger(columns()), as_of=date(2025, 7, 30)).period.month == 6
        assert report(ledger(columns()), as_of=date(2025, 7, 31)).period.month == 7

    def test_before_the_first_month_has_ended_there_are_no_lights(self):
        supervision = report(ledger(columns()), as_of=date(2025, 1, 30))
        assert (supervision.period.month, supervision.time_progress) == (None, 0.0)
        assert supervision.totals.lights == {"green": 0, "yellow": 0, "red": 0, "none": 2}
        assert any("尚无完整月份" in warning for warning in supervision.warnings)

    def test_a_header_that_says_another_month_is_warned_of_and_the_date_counts(self):
        supervision = report(ledger(columns(), period=Period(2025, 5)))
        assert supervision.period.month == 6
        assert any("2025年1—5月" in warning for warning in supervision.warnings)

    def test_sheets_that_say_the_same_are_warned_of_together(self):
        ledgers = [ledger(columns(name=[f"甲{n}", f"乙{n}"]), f"表{n}", period=Period(2024, 6)) for n in range(5)]
        assert [w for w in report(*ledgers).warnings if "表头" in w] == [
            "工作表“表0”、“表1”、“表2”等5张表头写的是2024年1—6月，本次按截止日期统计为2025年1—6月；如有不符，请核对台账或截止日期。"
        ]

    def test_a_header_that_says_the_same_month_or_nothing_is_not(self):
        assert report(ledger(columns()), ledger({"name": ["丙"]}, "二", period=Period())).warnings == ()

    def test_it_says_when_red_cannot_happen(self):
        said = report(ledger(columns(), period=Period(2025, 3)), as_of=date(2025, 3, 31)).warnings
        assert any("不会亮红灯" in warning for warning in said)


class TestProjects:
    def test_each_has_rate_gap_shortfall_light_and_reason(self):
        first, second = report(ledger(columns())).projects
        assert (first.completion_rate, first.gap, first.shortfall, first.light) == (50.0, 0.0, 0.0, "green")
        assert (second.completion_rate, second.gap, second.shortfall, second.light) == (20.0, -30.0, 90.0, "yellow")
        assert second.reasons[0].startswith("完成率20%，低于序时进度30个百分点")

    def test_without_plan_or_done_there_is_no_rate_and_no_light_but_it_is_listed(self):
        made = ledger({"name": ["甲", "乙"], "annual_plan": [None, 100.0], "done_this_year": [5.0, None]})
        supervision = report(made)
        assert [(p.completion_rate, p.light) for p in supervision.projects] == [(None, "none"), (None, "none")]
        assert supervision.totals.projects == 2

    def test_the_manual_light_is_kept_beside_the_computed_one(self):
        project = report(ledger(columns(light=["红灯", None]))).projects[0]
        assert (project.manual_light, project.light) == ("红灯", "green")

    def test_an_exemption_takes_the_light_away_and_says_so(self):
        project = report(ledger(columns(exemption=["无", "不可抗力：汛期停工"]))).projects[1]
        assert project.light == "none"
        assert "不可抗力：汛期停工" in project.reasons[0]

    def test_no_exemption_is_no_exemption(self):
        for nothing in ("否", "暂无", "——", "无正当理由"):
            assert report(ledger(columns(exemption=["无", nothing]))).projects[1].light == "yellow", nothing

    def test_one_that_should_have_started_is_worse_and_says_why(self):
        planned = DateSpan(date(2025, 2, 1), date(2025, 2, 28))
        made = ledger(
            {"name": ["甲"], "annual_plan": [100.0], "done_this_year": [0.0], "planned_start": [planned]},
        )
        project = report(made).projects[0]
        assert project.light == "red"
        assert any(reason.startswith("应开未开") for reason in project.reasons)

    @pytest.mark.parametrize("started", [True, DateSpan(date(2025, 3, 1), date(2025, 3, 31))])
    def test_one_that_has_started_is_not_due(self, started):
        planned = DateSpan(date(2025, 2, 1), date(2025, 2, 28))
        cells = {"planned_start": [planned], "actual_start": [started]}
        made = ledger({"name": ["甲"], "annual_plan": [100.0], "done_this_year": [0.0], **cells})
        assert not any(reason.startswith("应开未开") for reason in report(made).projects[0].reasons)

    def test_a_start_in_the_future_is_no_start(self):
        planned = DateSpan(date(2025, 2, 1), date(2025, 2, 28))
        later = DateSpan(date(2025, 9, 1), date(2025, 9, 30))
        cells = {"planned_start": [planned], "actual_start": [later]}
        made = ledger({"name": ["甲"], "annual_plan": [100.0], "done_this_year": [0.0], **cells})
        assert report(made).projects[0].light == "red"

    def test_the_thresholds_are_settings(self):
        settings = Settings({"lights.yellow_gap": -40, "lights.red_gap": -45})
        assert report(ledger(columns()), settings=settings).projects[1].light == "green"

    def test_the_cell_leads_to_the_name_in_the_ledger(self):
        assert [p.cell for p in report(ledger(columns())).projects] == ["A4", "A5"]


class TestTotals:
    def test_they_add_all_ledgers(self):
        totals = report(ledger(columns()), ledger(columns(name=["丙", "丁"]), "另表")).totals
        assert (totals.projects, totals.annual_plan, totals.done_this_year) == (4, 800.0, 220.0)
        assert totals.completion_rate == 27.5
        assert totals.gap == -22.5

    def test_the_rate_is_over_projects_that_have_both(self):
        made = ledger({"name": ["甲", "乙"], "annual_plan": [100.0, 900.0], "done_this_year": [50.0, None]})
        totals = report(made).totals
        assert (totals.annual_plan, totals.completion_rate) == (1000.0, 50.0)

    def test_a_sum_without_any_figure_is_none(self):
        assert report(ledger({"name": ["甲"], "annual_plan": [1.0]})).totals.done_this_year is None

    def test_the_same_project_in_two_sheets_is_listed_twice_and_counted_once(self):
        supervision = report(ledger(columns(), "一"), ledger(columns(), "二"))
        assert len(supervision.projects) == 4
        assert supervision.totals.projects == 2
        assert supervision.totals.annual_plan == 400.0
        assert sum("重复出现" in warning for warning in supervision.warnings) == 2

    def test_foreign_currency_is_never_converted(self):
        dollars = ledger({"name": ["丙"], "total_investment": [700.0]}, "外资", units={"total_investment": "万美元"})
        supervision = report(ledger(columns(total_investment=[1.0, 2.0])), dollars)
        assert supervision.totals.total_investment == 3.0
        assert [(f.unit, f.total_investment) for f in supervision.foreign] == [("万美元", 700.0)]

    def test_an_unknown_unit_gives_rates_all_the_same(self):
        unknown = dict.fromkeys(("annual_plan", "done_this_year"))
        supervision = report(ledger(columns(), units=unknown))
        assert supervision.totals.completion_rate == 27.5
        assert supervision.totals.unit is None


class TestGroups:
    def test_they_rank_by_rate_with_ties(self):
        made = ledger(
            {
                "name": list("甲乙丙丁"),
                "region": ["东县", "西县", "南县", "北县"],
                "annual_plan": [100.0, 50.0, 200.0, 100.0],
                "done_this_year": [70.0, 30.0, 120.0, 10.0],
            }
        )
        groups = report(made).groups["region"]
        assert [(g.rank, g.name, g.tied) for g in groups] == [
            (1, "东县", False),
            (2, "南县", True),
            (2, "西县", True),
            (4, "北县", False),
        ]

    def test_a_group_without_rate_has_no_rank(self):
        made = ledger({"name": ["甲", "乙"], "region": ["东县", "西县"], "annual_plan": [None, 1.0]})
        assert [group.rank for group in report(made).groups["region"]] == [None, None]

    def test_a_field_that_no_project_has_makes_no_groups(self):
        assert report(ledger(columns())).groups == {}

    def test_regions_come_from_where_recognition_found_them(self):
        supervision = report(ledger(columns(), regions=["东县", None]))
        assert [(g.name, g.figures.projects) for g in supervision.groups["region"]] == [("东县", 1)]


class TestKinds:
    @pytest.mark.parametrize(
        ("make", "projects", "named"),
        [
            (examples.promotion, 18, ["investment_promotion"]),
            (examples.supervision_items, 9, []),
            (examples.funding, 6, ["funding"]),
            (examples.indicators, 0, ["indicators"]),
        ],
    )
    def test_every_kind_is_taken_and_named_unless_it_has_sheets(self, make, projects, named):
        supervision = report(*make())
        assert supervision.totals.projects == projects
        assert [entry.kind for entry in supervision.unsupported] == named

    def test_a_funding_ledger_with_plan_and_done_has_lights(self):
        assert report(*examples.funding()).totals.lights["green"] == 6

    def test_a_supervision_item_says_how_its_deadline_stands(self):
        assert report(*examples.supervision_items()).projects[0].reasons == ("已超过完成时限41天",)

    def test_a_blank_template_gives_an_empty_report(self):
        assert report(*examples.empty()).totals.projects == 0

    def test_a_progress_ledger_without_plan_and_done_is_refused(self):
        with pytest.raises(Ambiguous, match="认不出年度计划投资和完成投资列"):
            report(ledger({"name": ["甲"], "total_investment": [1.0]}))

    def test_one_with_either_is_not(self):
        assert report(ledger({"name": ["甲"], "annual_plan": [1.0]})).totals.lights["none"] == 1

    def test_open_questions_are_named(self):
        made = ledger(columns())
        made.questions = (Question("units.重点项目", "没有写明金额单位", ("万元", "元")),)
        assert report(made).warnings == ("工作表“重点项目”待确认：没有写明金额单位",)
