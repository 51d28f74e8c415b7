"""Targets by hand, with the figures of mission.md row 13 (S2); 2026-06-30 unless said."""

from datetime import date

import pytest

from udfs.lights import Light, LightRules
from udfs.target_periods import TargetPeriod, find_period, period_progress
from udfs.targets import TargetFacts, TargetJudgement, TargetKind, judge_target, target_rate, target_shortfall

RULES = LightRules()


def judged(
    done: float | None,
    target: float | None,
    when: str = "全年",
    kind: TargetKind = "amount",
    measure: str = "个",
    as_of: date = date(2026, 6, 30),
    rules: LightRules = RULES,
) -> TargetJudgement:
    period: TargetPeriod | None = find_period(when, 2026)[0]
    progress = period and period_progress(period, as_of)
    return judge_target(TargetFacts(done, target, kind, measure, period, progress, as_of), rules)


def test_rate_and_shortfall_of_the_first_quarters_starts():
    # 一季度开工120, done 108: 108 ÷ 120 = 90 %, 12 are missing
    assert (target_rate(108, 120), target_shortfall(108, 120)) == (90, 12)


def test_a_target_that_is_passed_has_no_shortfall():
    # 开复工≥1000, done 1032
    assert (target_rate(1032, 1000), target_shortfall(1032, 1000)) == (103.2, 0)


def test_a_growth_has_a_shortfall_in_points_and_no_rate():
    # 利用外资+18%, done 12.4 %: 5.6 百分点 are missing
    assert (target_rate(12.4, 18, "growth"), target_shortfall(12.4, 18, "growth")) == (None, 5.6)


def test_a_ceiling_falls_short_by_what_is_beyond_it():
    assert target_shortfall(61.5, 60, "ceiling") == 1.5
    assert target_shortfall(55, 60, "ceiling") == 0


@pytest.mark.parametrize(("done", "target"), [(None, 120), (108, None)])
def test_what_is_missing_is_never_0(done: float | None, target: float | None):
    assert (target_rate(done, target), target_shortfall(done, target)) == (None, None)


def test_a_target_of_0_has_no_rate():
    assert target_rate(3, 0) is None


class TestWithinItsPeriod:
    """By the share of the period that has gone, as projects are by 序时进度 (domain.md b2)."""

    @pytest.mark.parametrize(
        ("done", "light", "reason"),
        [
            (11.2, Light.GREEN, "完成率56%，超过序时进度6个百分点"),
            (9.6, Light.GREEN, "略低于序时：完成率48%，低于序时进度2个百分点"),
            (8.0, Light.YELLOW, "完成率40%，低于序时进度10个百分点（滞后10个百分点及以上亮黄灯）"),
            (3.0, Light.RED, "完成率15%，低于序时进度35个百分点（滞后超过30个百分点亮红灯）"),
        ],
    )
    def test_the_gap_to_the_time_gone_decides(self, done: float, light: Light, reason: str):
        # 到位资金20亿元, half of the year gone
        assert judged(done, 20, measure="亿元") == TargetJudgement(light, (reason,), reason.partition("（")[0].replace(
            "略低于序时：完成率48%，低于", "完成率48%，略低于"
        ))  # fmt: skip

    def test_a_quarter_is_held_against_its_own_months(self):
        # 二季度达产191, done 127 on 31 May: 66.5 %, two of three months gone
        assert judged(127, 191, "二季度", as_of=date(2026, 5, 31)).light is Light.GREEN

    def test_the_ratio_mode_holds_as_well(self):
        # 40 % is 0.8 of 50 %: not below 0.8
        rules = LightRules(mode="ratio")
        assert judged(8, 20, rules=rules).light is Light.GREEN
        assert judged(7.9, 20, rules=rules).light is Light.YELLOW

    def test_before_a_month_of_it_is_over_there_is_no_light(self):
        said = judged(0, 191, "二季度", as_of=date(2026, 4, 10))
        assert (said.light, said.brief) == (Light.NONE, "时限内首个报告期未满，不亮灯")


class TestOver:
    """Held against 100 % once the period is over, and never green when missed (S4)."""

    def test_first_quarters_starts_are_yellow_on_30_june(self):
        # 90 % − 100 % = −10 百分点
        said = judged(108, 120, "一季度")
        assert said.light is Light.YELLOW
        assert said.reasons == (
            "3月31日到期未完成，差12个",
            "完成率90%，低于序时进度10个百分点（滞后10个百分点及以上亮黄灯）",
        )
        assert said.brief == "3月31日到期未完成"

    def test_one_missed_by_little_is_yellow_all_the_same(self):
        # 176 ÷ 191 = 92.1 %: within its period that would be 略低于序时 and green
        assert judged(176, 191, "二季度").light is Light.YELLOW

    def test_one_missed_by_far_is_red(self):
        assert judged(80, 120, "一季度").light is Light.RED

    def test_one_that_is_reached_is_green(self):
        assert judged(191, 191, "二季度") == TargetJudgement(Light.GREEN, ("已完成目标",), "已完成目标")


class TestGrowth:
    """天津 2022 (domain.md b2): below the expected growth yellow, negative red."""

    @pytest.mark.parametrize(
        ("done", "light", "reason"),
        [
            (18, Light.GREEN, "已完成目标"),
            (12.4, Light.YELLOW, "增长12.4%，低于目标5.6个百分点"),
            (0, Light.YELLOW, "增长0%，低于目标18个百分点"),
            (-2.5, Light.RED, "负增长2.5%，低于目标20.5个百分点"),
        ],
    )
    def test_whatever_time_has_gone(self, done: float, light: Light, reason: str):
        for as_of in (date(2026, 2, 28), date(2026, 12, 31)):
            said = judged(done, 18, kind="growth", measure="%", as_of=as_of)
            assert (said.light, said.reasons) == (light, (reason,))


class TestCeiling:
    """不高于: kept green, exceeded red [K]."""

    def test_kept(self):
        assert judged(60, 60, kind="ceiling", measure="%").light is Light.GREEN

    def test_exceeded(self):
        said = judged(61.5, 60, kind="ceiling", measure="%")
        assert (said.light, said.brief) == (Light.RED, "超过控制目标1.5个百分点")


class TestWithoutLight:
    """Nothing is judged that can't be."""

    @pytest.mark.parametrize(
        ("done", "target", "when", "reason"),
        [
            (0, 50, "三季度", "未到期，7月1日起计"),
            (None, 120, "全年", "未填完成数，不亮灯"),
            (3, None, "全年", "未定目标，不亮灯"),
            (3, 0, "全年", "未定目标，不亮灯"),
            (3, 20, "何时", "看不出完成时限，不亮灯"),
        ],
    )
    def test_it_says_why(self, done: float | None, target: float | None, when: str, reason: str):
        assert judged(done, target, when) == TargetJudgement(Light.NONE, (reason,), reason)
