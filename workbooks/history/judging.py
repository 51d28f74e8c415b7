"""What may have changed of a project between two periods: each kind of change judged (`changes.toml` declares them).

完成数 is of the year, so neither it nor the light is compared across years.
"""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from udfs.ratchet import LEAST_AMOUNT
from udfs.rounding import half_up, without_noise
from udfs.values.text import name_key
from workbooks.checks.catalogue import rules
from workbooks.history.entries import Entry
from workbooks.sheets.texts import light_text, plain_number

STALLED_PERIODS = 3
"""So many periods with the same 完成数 are 长期没有进展 (S1; mission.md row 7)."""
_LIGHTS = {"green": 0, "yellow": 1, "red": 2}
_DECIMALS = 4  # as many as LEAST_AMOUNT has

Told = tuple[str, str, Mapping[str, str]]
"""What it was, what it is, and what the remark is filled in with."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of change as declared. tone: worse, better or plain; says: the remark, to be filled in."""

    id: str
    title: str
    tone: str
    says: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A project before and now. earlier: the one before that, None where it wasn't kept; jump: percent of the plan."""

    before: Entry
    now: Entry
    earlier: Entry | None
    same_year: bool
    jump: float


@cache
def kinds() -> Mapping[str, Kind]:
    """Return the kinds of change by id, in the order in which they are told."""
    table = tomllib.loads(files("workbooks.history").joinpath("changes.toml").read_text("utf-8"))
    return {entry["id"]: Kind(**entry) for entry in table["kind"]}


def judged(pair: Pair) -> Iterator[tuple[str, Told]]:
    """Yield the kinds of change of a project that is in both."""
    for kind, judge in _JUDGES.items():
        told = judge(pair)
        if told is not None:
            yield kind, told


def _renamed(pair: Pair) -> Told | None:
    if name_key(pair.before.name) == name_key(pair.now.name):
        return None
    why = "项目代码相同" if pair.now.code and pair.now.code == pair.before.code else "设置里写明是同一项目"
    return pair.before.name, pair.now.name, {"why": why}


def _difference(pair: Pair, field: str) -> tuple[float, float, float] | None:
    """Return an amount before and now, and by how much it has grown; None where it is the same or can't be compared."""
    before, now = getattr(pair.before, field), getattr(pair.now, field)
    if before is None or now is None or pair.before.currency != pair.now.currency or _is_same(before, now):
        return None
    return before, now, now - before


def _is_same(before: float, now: float) -> bool:
    return abs(without_noise(now - before)) < LEAST_AMOUNT


def _amounts(pair: Pair, found: tuple[float, float, float], **more: str) -> Told:
    before, now, difference = found
    return _number(before), _number(now), {"difference": f"{_number(abs(difference))}{pair.now.currency}", **more}


def _number(value: float) -> str:
    return plain_number(value, _DECIMALS)


def _fell(pair: Pair) -> Told | None:
    found = _difference(pair, "done_this_year") if pair.same_year else None
    return _amounts(pair, found) if found and found[2] < 0 else None


def _filled(pair: Pair) -> Told | None:
    now = pair.now.done_this_year
    if not pair.same_year or pair.before.done_this_year is not None or now is None:
        return None
    return "", _number(now), {"now": f"{_number(now)}{pair.now.currency}"}


def _blanked(pair: Pair) -> Told | None:
    before = pair.before.done_this_year
    if not pair.same_year or before is None or pair.now.done_this_year is not None:
        return None
    return _number(before), "", {}


def _is_still(pair: Pair, other: Entry | None) -> bool:
    """Return whether nothing was done since another period in a project with a plan that was begun and isn't finished.

    One that wasn't begun in time is told by its light.
    """
    before = other.done_this_year if other else None
    now, plan = pair.now.done_this_year, pair.now.annual_plan
    if not pair.same_year or before is None or now is None or not plan or pair.now.actual_finish:
        return False
    return bool(pair.now.actual_start or now > 0) and _is_same(before, now) and now < plan


def _stalled(pair: Pair) -> Told | None:
    if not (_is_still(pair, pair.before) and _is_still(pair, pair.earlier)):
        return None
    done = _number(pair.now.done_this_year or 0.0)
    return done, done, {"periods": str(STALLED_PERIODS)}


def _unchanged(pair: Pair) -> Told | None:
    if not _is_still(pair, pair.before) or _is_still(pair, pair.earlier):
        return None
    done = _number(pair.now.done_this_year or 0.0)
    return done, done, {}


def _jumped(pair: Pair) -> Told | None:
    found = _difference(pair, "done_this_year") if pair.same_year else None
    if not found or not pair.now.annual_plan or found[2] * 100 < pair.jump * pair.now.annual_plan:
        return None
    return _amounts(pair, found, share=f"{half_up(found[2] * 100 / pair.now.annual_plan, 1):g}")


def _light(better: bool) -> Callable[[Pair], Told | None]:
    def judge(pair: Pair) -> Told | None:
        before, now = _LIGHTS.get(pair.before.light), _LIGHTS.get(pair.now.light)
        if not pair.same_year or before is None or now is None or before == now or (now < before) != better:
            return None
        return light_text(pair.before.light), light_text(pair.now.light), {}

    return judge


def _amount(field: str, sign: int) -> Callable[[Pair], Told | None]:
    """Return the judge of an amount that has grown (1), fallen (-1), or either (0)."""

    def judge(pair: Pair) -> Told | None:
        found = _difference(pair, field)
        return _amounts(pair, found) if found and found[2] * sign >= 0 else None

    return judge


def _date(field: str, later: bool) -> Callable[[Pair], Told | None]:
    def judge(pair: Pair) -> Told | None:
        before, now = getattr(pair.before, field), getattr(pair.now, field)
        if not before or not now or before == now or (now > before) != later:
            return None
        return before, now, {}

    return judge


def _happened(field: str) -> Callable[[Pair], Told | None]:
    def judge(pair: Pair) -> Told | None:
        now = getattr(pair.now, field)
        return ("", now, {}) if now and not getattr(pair.before, field) else None

    return judge


def _issues_open(pair: Pair) -> Told | None:
    still = [issue for issue in pair.now.issues.split("；") if issue and issue in pair.before.issues.split("；")]
    if not still:
        return None
    codes = dict.fromkeys(issue.split()[0] for issue in still)
    return "", "", {"titles": "、".join(rules()[code].title if code in rules() else code for code in codes)}


_JUDGES: Mapping[str, Callable[[Pair], Told | None]] = {
    "renamed": _renamed,
    "fell": _fell,
    "filled": _filled,
    "blanked": _blanked,
    "stalled": _stalled,
    "unchanged": _unchanged,
    "jumped": _jumped,
    "light_worse": _light(better=False),
    "light_better": _light(better=True),
    "plan_cut": _amount("annual_plan", -1),
    "plan_raised": _amount("annual_plan", 1),
    "total_changed": _amount("total_investment", 0),
    "start_later": _date("planned_start", later=True),
    "start_earlier": _date("planned_start", later=False),
    "finish_later": _date("planned_finish", later=True),
    "finish_earlier": _date("planned_finish", later=False),
    "started": _happened("actual_start"),
    "finished": _happened("actual_finish"),
    "issues_open": _issues_open,
}
