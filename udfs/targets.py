"""目标: rate, 缺口 and light of a target. Rates are percentages, unrounded; figures stay in the target's own measure.

A target is reached by what adds up (`amount`: 开工120个、到位资金20亿元), by a growth (`growth`: 利用外资+18%, target
and done both percent), or by not going beyond it (`ceiling`: 负债率不高于60%).

Lights (mission.md rows 13, 14):
- amount: the rate against the share of the target's own period that has gone, by the rules of projects
  (`lights.judge`). Once the period is over, one that was missed is never green: 对欠目标的经济指标亮灯预警 (S4).
- growth: reached green; missed yellow; missed and negative red (天津 2022, domain.md b2). It is a pace and no sum, so
  the time gone doesn't matter.
- ceiling: kept green, exceeded red [K].
- A period that has not begun: none, 未到期.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from udfs.lights import Facts, Light, LightRules, judge
from udfs.progress import completion_rate
from udfs.rounding import half_up, without_noise
from udfs.target_periods import TargetPeriod

TargetKind = Literal["amount", "growth", "ceiling"]
_POINTS = "个百分点"


@dataclass(frozen=True, slots=True)
class TargetFacts:
    """What is known of a target. done, target: in its measure (个, 亿元, %).

    period: None where it can't be told. progress: the share of it that has gone, in percent, None before it has begun.
    """

    done: float | None
    target: float | None
    kind: TargetKind
    measure: str
    period: TargetPeriod | None
    progress: float | None
    as_of: date


@dataclass(frozen=True, slots=True)
class TargetJudgement:
    """A target's light, and why as JSON says it; briefly: as it stands in a table that shows rate and 缺口."""

    light: Light
    reasons: tuple[str, ...]
    brief: str


def target_rate(done: float | None, target: float | None, kind: TargetKind = "amount") -> float | None:
    """Return done ÷ target in percent; None without a target above 0, and for growth and ceilings."""
    return completion_rate(done, target) if kind == "amount" else None


def target_shortfall(done: float | None, target: float | None, kind: TargetKind = "amount") -> float | None:
    """Return 缺口: target − done, 0 where it is reached; of a ceiling what is beyond it. None where either is missing.

    In the target's measure; of percentages in 百分点.
    """
    if done is None or target is None:
        return None
    return max(0.0, without_noise(done - target if kind == "ceiling" else target - done))


def judge_target(facts: TargetFacts, rules: LightRules) -> TargetJudgement:
    """Return the light of a target."""
    done, target, kind, period = facts.done, facts.target, facts.kind, facts.period
    if period is None:
        return _none("看不出完成时限，不亮灯")
    if facts.progress is None:
        return _none(f"未到期，{period.first.month}月{period.first.day}日起计")
    if target is None or (kind == "amount" and not target > 0):
        return _none("未定目标，不亮灯")
    if done is None:
        return _none("未填完成数，不亮灯")
    missing = target_shortfall(done, target, kind) or 0.0
    if missing == 0:
        return _one(Light.GREEN, "未超过控制目标" if kind == "ceiling" else "已完成目标")
    lack = f"{_shown(missing)}{_POINTS if facts.measure == '%' else facts.measure}"
    if kind == "ceiling":
        return _one(Light.RED, f"超过控制目标{lack}")
    if kind == "growth":
        return _growth(done, lack)
    if not facts.progress > 0:
        return _none("时限内首个报告期未满，不亮灯")
    project = Facts(target, done, facts.progress, facts.as_of)
    return _missed(project, period, lack, rules) if facts.as_of >= period.last else _under_way(project, rules)


def _growth(done: float, lack: str) -> TargetJudgement:
    if done < 0:
        return _one(Light.RED, f"负增长{_shown(-done)}%，低于目标{lack}")
    return _one(Light.YELLOW, f"增长{_shown(done)}%，低于目标{lack}")


def _under_way(facts: Facts, rules: LightRules) -> TargetJudgement:
    judged = judge(facts, rules)
    return TargetJudgement(judged.light, (judged.grounds[0].text,), judged.grounds[0].brief)


def _missed(facts: Facts, period: TargetPeriod, lack: str, rules: LightRules) -> TargetJudgement:
    judged = judge(facts, replace(rules, slightly_behind="yellow"))
    due = f"{period.due}到期未完成"
    return TargetJudgement(judged.light, (f"{due}，差{lack}", judged.grounds[0].text), due)


def _none(reason: str) -> TargetJudgement:
    return _one(Light.NONE, reason)


def _one(light: Light, reason: str) -> TargetJudgement:
    return TargetJudgement(light, (reason,), reason)


def _shown(figure: float) -> str:
    return f"{half_up(figure, 2):,.10g}"
