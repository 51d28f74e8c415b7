"""红黄绿灯: one light for each project, and each reason in words.

Where plan and done are both there the gap to 序时进度 decides; 应开未开, 入库 and deadlines can only worsen it
(contract.md "Lights"). Thresholds: domain.md b2 "Recommended default": 银川 2025-03 for the gap and the triggers, 武汉
for ratio mode.

- No plan above 0, or no done figure: no light (未定计划), still listed, triggers named as reasons. So 前期 / 储备
  projects without money, which are judged by their 节点, show what is due as a reason.
- 竣工: nothing is due any more, so no trigger counts; the gap still decides.
- A stated 正当理由 / 不可抗力 suppresses yellow and red; the light that it would have been is kept in `suppressed`.
- Before the first period of the year has ended there are no lights.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from udfs.deadlines import add_months, days_left, months_between
from udfs.progress import completion_rate, progress_gap
from udfs.rounding import spoken, without_noise

Mode = Literal["gap", "ratio"]


class Light(StrEnum):
    """A light: colour, and with it a symbol and a word, so that it survives a black and white printer."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"
    NONE = "none"

    @property
    def symbol(self) -> str:
        """Return the light's symbol."""
        return {"green": "●", "yellow": "▲", "red": "■"}.get(self.value, "○")

    @property
    def word(self) -> str:
        """Return the light's word: 正常, 滞后, 严重滞后 or 不亮灯."""
        return {"green": "正常", "yellow": "滞后", "red": "严重滞后"}.get(self.value, "不亮灯")

    @property
    def label(self) -> str:
        """Return symbol and word: ● 正常."""
        return f"{self.symbol} {self.word}"


_SEVERITY = {Light.NONE: 0, Light.GREEN: 1, Light.YELLOW: 2, Light.RED: 3}


@dataclass(frozen=True, slots=True)
class LightRules:
    """The thresholds, all of them settings. Gaps in 百分点 (negative: behind), ratios of rate to 序时进度.

    mode: gap or ratio. slightly_behind: the light of a project behind, but not as far as yellow.
    start_red_months: whole months past the planned start at which 应开未开 turns red (it is yellow from the due month).
    register_yellow_months, register_red_months: months after the start past which a project not yet 入库 turns so.
    deadline_yellow_days: days up to a deadline at which it turns yellow; past it, it is red.
    """

    mode: Mode = "gap"
    yellow_gap: float = -10.0
    red_gap: float = -30.0
    slightly_behind: Literal["green", "yellow"] = "green"
    yellow_ratio: float = 0.8
    red_ratio: float = 0.6
    start_red_months: int = 3
    register_yellow_months: int = 1
    register_red_months: int = 2
    deadline_yellow_days: int = 3


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a project. Amounts in one unit; dates are the last day of what was written (2025.3: 31 March).

    time_progress: in percent, None before the first period of the year has ended.
    started: its actual start has come, or the ledger says 已开工. spent: any money was spent, this year or before.
    registered: 已入库, None where the ledger does not say. deadline: 完成时限 of its 节点 or of what was ordered.
    comparable: plan and done are in one unit. by_milestones: 前期 / 储备. exemption: the stated reason for one, if any.
    """

    plan: float | None
    done: float | None
    time_progress: float | None
    as_of: date
    planned_start: date | None = None
    started: bool = False
    started_on: date | None = None
    spent: bool = False
    registered: bool | None = None
    deadline: date | None = None
    finished: bool = False
    by_milestones: bool = False
    exemption: str = ""
    comparable: bool = True


Cause = Literal["money", "missing", "start", "register", "deadline", "state", "exemption"]


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason of a light. cause: what it is about; light: the one that it alone would give.

    key, words: which of `_TEXTS` it is, and with which figures; they are put in words only where they are read.
    """

    cause: Cause
    light: Light
    key: str
    words: tuple[tuple[str, object], ...] = ()

    @property
    def text(self) -> str:
        """Return the reason with the rule that it follows."""
        return self._worded(_TEXTS[self.key])

    @property
    def brief(self) -> str:
        """Return the reason as it stands in a table whose legend says the rules."""
        return self._worded(_BRIEF.get(self.key) or _TEXTS[self.key])

    def _worded(self, pattern: str) -> str:
        return pattern.format(**{name: spoken(word) if isinstance(word, float) else word for name, word in self.words})


@dataclass(frozen=True, slots=True)
class Judgement:
    """A light and why, the deciding reason first. suppressed: the light that an exemption took away."""

    light: Light
    grounds: tuple[Reason, ...]
    suppressed: Light | None = None

    @property
    def reasons(self) -> tuple[str, ...]:
        """Return the reasons in Chinese."""
        return tuple(reason.text for reason in self.grounds)


_TEXTS = {
    "ahead": "完成率{rate}%，超过序时进度{gap}个百分点",
    "level": "完成率{rate}%，与序时进度持平",
    "slightly": "略低于序时：完成率{rate}%，低于序时进度{gap}个百分点",
    "behind": "完成率{rate}%，低于序时进度{gap}个百分点（滞后{limit}个百分点及以上亮黄灯）",
    "far_behind": "完成率{rate}%，低于序时进度{gap}个百分点（滞后超过{limit}个百分点亮红灯）",
    "ratio_behind": "完成率{rate}%，只有序时进度的{ratio}%（低于{limit}%亮黄灯）",
    "ratio_far_behind": "完成率{rate}%，只有序时进度的{ratio}%（低于{limit}%亮红灯）",
    "due": "应开未开：计划{year}年{month}月开工，尚未开工",
    "long_due": "应开未开：计划{year}年{month}月开工，已逾期{months}个月",
    "unregistered": "开工超过{months}个月未入库",
    "near": "距完成时限还有{days}天",
    "today": "今天到完成时限",
    "overdue": "已超过完成时限{days}天",
    "closed": "已办结",
    "no_deadline": "未定完成时限，不亮灯",
    "no_plan": "未定计划，不亮灯",
    "other_units": "年度计划和完成投资单位不一致，算不出完成率，不亮灯",
    "no_done": "未填完成投资，不亮灯",
    "milestones": "前期或储备项目，按节点判断",
    "finished": "项目已竣工",
    "exempt": "已注明正当理由，免亮{light}灯：{reason}",
    "not_begun": "本年首个报告期未满，不亮灯",
}
_BRIEF = {  # where a table says less
    "slightly": "完成率{rate}%，略低于序时进度{gap}个百分点",
    "behind": "完成率{rate}%，低于序时进度{gap}个百分点",
    "far_behind": "完成率{rate}%，低于序时进度{gap}个百分点",
    "ratio_behind": "完成率{rate}%，只有序时进度的{ratio}%",
    "ratio_far_behind": "完成率{rate}%，只有序时进度的{ratio}%",
}
_COLOURS = {Light.YELLOW: "黄", Light.RED: "红"}


def judge(facts: Facts, rules: LightRules) -> Judgement:
    """Return the project's light and every reason for it."""
    if facts.time_progress is None or facts.time_progress <= 0:
        return Judgement(Light.NONE, (_reason("missing", Light.NONE, "not_begun"),))
    money = _by_money(facts, rules)
    near = _of_deadline(facts.deadline, facts.as_of, rules) if facts.deadline else None
    due = [*_by_start(facts, rules), *_by_register(facts, rules), *([near] if near else [])]
    triggers = [] if facts.finished else due
    if money.light is Light.NONE:
        return _without_money(facts, money, triggers)
    found = sorted([money, *triggers], key=_mildness)
    return _exempted(Judgement(found[0].light, (*found, *_finished(facts))), facts.exemption)


def judge_deadline(deadline: date | None, as_of: date, closed: bool, rules: LightRules) -> Judgement:
    """Return the light of a 督办 item, which its deadline alone decides; closed items and those without one: none.

    Source: domain.md b2 (西安、宜昌: 3 days before the deadline yellow, past it red). A deadline further off is green.
    """
    if closed:
        reason = _reason("state", Light.GREEN, "closed")
    elif deadline is None:
        reason = _reason("missing", Light.NONE, "no_deadline")
    else:
        far = _reason("deadline", Light.GREEN, "near", days=days_left(deadline, as_of))
        reason = _of_deadline(deadline, as_of, rules) or far
    return Judgement(reason.light, (reason,))


def red_cannot_happen(rules: LightRules, time_progress: float) -> str | None:
    """Return a warning where even a project with nothing done can't turn red by the gap, else None.

    Source: domain.md b2: from January to March 序时进度 is 25 % at most, so a gap beyond 30 百分点 can't be.
    """
    if rules.mode != "gap" or not 0 < time_progress <= -rules.red_gap:
        return None
    return (
        f"序时进度只有{spoken(time_progress)}%，按“低于序时进度超过{spoken(-rules.red_gap)}个百分点亮红灯”的规则，"
        "本期完成为零的项目也不会亮红灯；如需区分，可改用比例法（设置 lights.mode=ratio）"
    )


def _reason(cause: Cause, light: Light, key: str, /, **words: object) -> Reason:
    return Reason(cause, light, key, tuple(words.items()))


def _mildness(reason: Reason) -> int:
    return -_SEVERITY[reason.light]


def _by_money(facts: Facts, rules: LightRules) -> Reason:
    rate = completion_rate(facts.done, facts.plan)
    gap = progress_gap(rate, facts.time_progress)
    if rate is None or gap is None or not facts.time_progress:
        if not facts.comparable:
            return _reason("missing", Light.NONE, "other_units")
        return _reason("missing", Light.NONE, "no_plan" if facts.plan is None or not facts.plan > 0 else "no_done")
    words = {"rate": rate, "gap": abs(gap)}
    if gap >= 0:
        return _reason("money", Light.GREEN, "ahead" if gap > 0 else "level", **words)
    if rules.mode == "ratio":
        ratio = without_noise(rate / facts.time_progress)
        words["ratio"] = ratio * 100
        if ratio < rules.red_ratio:
            return _reason("money", Light.RED, "ratio_far_behind", **words, limit=rules.red_ratio * 100)
        if ratio < rules.yellow_ratio:
            return _reason("money", Light.YELLOW, "ratio_behind", **words, limit=rules.yellow_ratio * 100)
    elif gap < rules.red_gap:
        return _reason("money", Light.RED, "far_behind", **words, limit=-rules.red_gap)
    elif gap <= rules.yellow_gap:
        return _reason("money", Light.YELLOW, "behind", **words, limit=-rules.yellow_gap)
    return _reason("money", Light(rules.slightly_behind), "slightly", **words)


def _by_start(facts: Facts, rules: LightRules) -> list[Reason]:
    """Return 应开未开: the planned start has come, there is no actual start, and no money was spent."""
    planned = facts.planned_start
    begun = facts.started or (facts.started_on is not None and facts.started_on <= facts.as_of)
    if planned is None or planned > facts.as_of or begun or facts.spent:
        return []
    months = months_between(planned, facts.as_of)
    light = Light.RED if months >= rules.start_red_months else Light.YELLOW
    key = "long_due" if months or light is Light.RED else "due"
    return [_reason("start", light, key, year=planned.year, month=planned.month, months=months)]


def _by_register(facts: Facts, rules: LightRules) -> list[Reason]:
    """Return 未入库: started some months ago, and the ledger says that it is not registered."""
    if facts.started_on is None or facts.registered is not False:
        return []
    for light, months in ((Light.RED, rules.register_red_months), (Light.YELLOW, rules.register_yellow_months)):
        if add_months(facts.started_on, months) < facts.as_of:
            return [_reason("register", light, "unregistered", months=months)]
    return []


def _of_deadline(deadline: date, as_of: date, rules: LightRules) -> Reason | None:
    days = days_left(deadline, as_of)
    if days < 0:
        return _reason("deadline", Light.RED, "overdue", days=-days)
    if days <= rules.deadline_yellow_days:
        return _reason("deadline", Light.YELLOW, "near" if days else "today", days=days)
    return None


def _finished(facts: Facts) -> tuple[Reason, ...]:
    return (_reason("state", Light.NONE, "finished"),) if facts.finished else ()


def _without_money(facts: Facts, missing: Reason, triggers: list[Reason]) -> Judgement:
    """Return the judgement where plan or done is missing: no light; what is due is told all the same."""
    why = _reason("state", Light.NONE, "milestones") if facts.by_milestones else missing
    return Judgement(Light.NONE, (why, *sorted(triggers, key=_mildness), *_finished(facts)))


def _exempted(judgement: Judgement, exemption: str) -> Judgement:
    if not exemption or judgement.light not in _COLOURS:
        return judgement
    reason = _reason("exemption", Light.NONE, "exempt", light=_COLOURS[judgement.light], reason=exemption)
    return Judgement(Light.NONE, (reason, *judgement.grounds), suppressed=judgement.light)
