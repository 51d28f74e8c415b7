"""督办销号: what has been done with an item, where it stands, and what may be done next (`closing.toml`).

An item is what was done with it, in order: state, deadline and dates follow from that, so no two of them disagree.
Source: domain.md b7. 销号 is for the supervising office alone, after a 反馈 was looked at; 延期 is asked before expiry.
"""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Literal

from udfs.deadlines import overdue_days
from udfs.lights import Judgement, Light, LightRules, judge_deadline
from udfs.rates import share
from udfs.workdays import Calendar

STATES = ("拟办", "待签收", "办理中", "已反馈待核", "退回重办", "已销号", "不立项")
_, ISSUED, HANDLING, ANSWERED, RETURNED, CLOSED, DROPPED = STATES
Colour = Literal["蓝", "黄", "红"]
COLOURS: tuple[Colour, ...] = ("蓝", "黄", "红")


@dataclass(frozen=True, slots=True)
class Action:
    """What may be done with an item, as declared in `closing.toml`. before: the states in which it may be done."""

    id: str
    label: str
    before: tuple[str, ...]
    to: str
    note: str = ""
    deadline: Literal["", "must", "may", "default"] = ""
    in_time: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """What was done on a day. action: its id; deadline: the new 办结期限, colour: the new level, where it sets one."""

    action: str
    day: date
    note: str = ""
    deadline: date | None = None
    colour: Colour | None = None


@dataclass(frozen=True, slots=True)
class Life:
    """Where an item stands. state: empty before the first event; last: the day of the last event.

    opened, replied, closed: of the present round, None where that hasn't been done; extended, returned: how often;
    colour: its level as given.
    """

    state: str = ""
    opened: date | None = None
    deadline: date | None = None
    replied: date | None = None
    closed: date | None = None
    extended: int = 0
    returned: int = 0
    last: date | None = None
    colour: Colour = COLOURS[0]

    @property
    def is_open(self) -> bool:
        """Return whether it was handed out and isn't struck off."""
        return self.state in (ISSUED, HANDLING, ANSWERED, RETURNED)

    @property
    def is_due(self) -> bool:
        """Return whether it counts among 应办: whatever was handed out."""
        return self.is_open or self.state == CLOSED

    def days_overdue(self, as_of: date) -> int:
        """Return by how many days it is, or was when answered, past its deadline; 0 where it isn't or has none.

        0 as well where it is answered or struck off and nobody has written when: it may have been in time.
        """
        unknown = self.state in (ANSWERED, CLOSED) and self.stopped is None
        return overdue_days(self.deadline, as_of, self.stopped) if self.is_due and self.deadline and not unknown else 0

    @property
    def stopped(self) -> date | None:
        """Return the day of the reply, once it waits to be looked at or was accepted: then the clock stands still."""
        return self.replied or self.closed if self.state in (ANSWERED, CLOSED) else None


@cache
def actions() -> Mapping[str, Action]:
    """Return the actions by id."""
    table: dict[str, Any] = tomllib.loads(Path(__file__).with_name("closing.toml").read_text(encoding="utf-8"))
    return {entry["id"]: Action(**{**entry, "before": tuple(entry["before"])}) for entry in table["action"]}


def life_of(events: Iterable[Event]) -> Life:
    """Return where an item stands after what was done with it. Nothing is judged: see `refusal`."""
    life = Life()
    for event in events:
        life = after(life, event)
    return life


def after(life: Life, event: Event) -> Life:
    """Return where an item stands after one thing more was done with it."""
    action = actions()[event.action]
    changed = replace(
        life,
        state=action.to or life.state,
        colour=event.colour or life.colour,
        deadline=event.deadline or life.deadline,
        last=event.day,
    )
    match event.action:
        case "open" | "reopen":
            return replace(changed, opened=event.day, deadline=event.deadline, replied=None, closed=None)
        case "reply":
            return replace(changed, replied=event.day)
        case "return":
            return replace(changed, replied=None, returned=life.returned + 1)
        case "extend":
            return replace(changed, extended=life.extended + 1)
        case "close":
            return replace(changed, closed=event.day)
    return changed


def refusal(life: Life, event: Event) -> str | None:
    """Return why that can't be done with an item now, as a Chinese sentence without its end; None where it can."""
    action = actions()[event.action]
    if life.state not in action.before:
        return _in_what_state(action, life.state)
    if life.last and event.day < life.last:
        return f"“{action.label}”的日期{event.day}早于上一步的{life.last}"
    if action.note and not event.note.strip():
        return f"“{action.label}”要写明{action.note}"
    if action.in_time and life.deadline and event.day > life.deadline:
        return f"“{action.label}”要在办结期限{life.deadline}之前申请，{event.day}已经过期"
    if event.deadline and not action.deadline:
        return f"“{action.label}”不改办结期限，要改请用“延期”"
    if action.deadline == "must" and event.deadline is None:
        return f"“{action.label}”要写新的办结期限"
    if event.deadline and action.in_time and life.deadline and event.deadline <= life.deadline:
        return f"新的办结期限{event.deadline}要晚于原来的{life.deadline}"
    if event.deadline and event.deadline < event.day:
        return f"办结期限{event.deadline}早于“{action.label}”的日期{event.day}"
    return None


def _in_what_state(action: Action, state: str) -> str:
    if not state:
        return f"要先交办，才能“{action.label}”"
    named = "、".join(f"“{before}”" for before in action.before if before)
    return f"{named}的事项才能“{action.label}”，这一项是“{state}”" if named else f"这一项已在台账里，是“{state}”"


def light_of(life: Life, as_of: date, rules: LightRules) -> Judgement:
    """Return the light of an item by the days to its deadline; what waits to be looked at stands still since the reply.

    One that isn't handed out has none. Source: domain.md b2 (西安、宜昌), b7.
    """
    if not life.is_due:
        return Judgement(Light.NONE, ())
    if life.state == ANSWERED and life.replied is None:
        return Judgement(Light.GREEN, ())
    return judge_deadline(life.deadline, life.replied or as_of, life.state == CLOSED, rules)


def colour_of(life: Life, as_of: date, calendar: Calendar, red_days: int) -> Colour:
    """Return the level 蓝, 黄, 红 of an item: as given, made worse by how it goes, never better.

    黄: past its deadline, or returned once. 红: past it by more than red_days working days, or returned twice. Sources:
    domain.md b7: 三明 2017 (not done in time, or done badly), 宿迁 2025 (质量差 黄, 逾期 红), 超5个工作日书面通报.
    """
    worst = COLOURS.index(life.colour)
    days = life.days_overdue(as_of)
    if days or life.returned:
        worst = max(worst, 1)
    if life.returned > 1 or (days and life.deadline and _workdays_over(life, as_of, calendar) > red_days):
        worst = 2
    return COLOURS[worst]


def _workdays_over(life: Life, as_of: date, calendar: Calendar) -> int:
    until = min(life.stopped or as_of, as_of)
    return calendar.workdays_between(life.deadline, until) if life.deadline else 0


@dataclass(frozen=True, slots=True)
class Tally:
    """How many items there are. due: 应办; closed: 办结; rate: 办结率 in percent, None where nothing is due.

    overdue: open and past the deadline; late: struck off, but answered past it.
    """

    due: int
    closed: int
    rate: float | None
    unreceived: int
    handling: int
    answered: int
    overdue: int
    late: int


def tally(lives: Sequence[Life], as_of: date) -> Tally:
    """Return a bulletin's figures. Sources: domain.md b5 (办结 ÷ 应办: 71.1 % = 32/45), L20 (紫阳: 6 of 22, 27 %)."""
    due = [life for life in lives if life.is_due]
    closed = [life for life in due if life.state == CLOSED]
    over = [life for life in due if life.days_overdue(as_of)]
    return Tally(
        due=len(due),
        closed=len(closed),
        rate=share(len(closed), len(due)),
        unreceived=sum(life.state == ISSUED for life in due),
        handling=sum(life.state in (HANDLING, RETURNED) for life in due),
        answered=sum(life.state == ANSWERED for life in due),
        overdue=sum(life.is_open for life in over),
        late=sum(life.state == CLOSED for life in over),
    )
