"""核对底线: what is worse in the ledger than in the baseline, project by project, and how each unit keeps to it."""

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Literal

from udfs.ratchet import amount_lost, days_late, projects_lost
from udfs.values.text import name_key
from workbooks.baseline.reading import Baseline, Frozen
from workbooks.history import Entry
from workbooks.history.entries import has_amounts, likely_name, units_of
from workbooks.history.matching import match
from workbooks.memory import cell_day
from workbooks.sheets.texts import text

Aspect = Literal["number", "progress", "investment"]
Verdict = Literal["breach", "unclear", "approved"]
VERDICTS: tuple[Verdict, ...] = ("breach", "unclear", "approved")

Figure = float | str | None


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of breach as declared in `breaches.toml`."""

    id: str
    title: str
    aspect: Aspect
    says: str


@dataclass(frozen=True, slots=True)
class Breach:
    """What is worse in a project. entry: as it is now, as frozen where it is gone.

    before, now: an amount in the project's currency, an ISO date, or a currency; None for a blank. difference: an
    amount (negative) or days (positive), None where it is neither. row: of the baseline (0-based); index: of the
    project among those of now, None for one gone.
    """

    kind: Kind
    entry: Entry
    before: Figure
    now: Figure
    difference: float | None
    approval: str
    remark: str
    row: int
    index: int | None

    @property
    def verdict(self) -> Verdict:
        """Return whether it breaks the baseline, was approved, or can't be told."""
        return "approved" if self.approval else "unclear" if self.kind.id == "currency" else "breach"


@dataclass(frozen=True, slots=True)
class UnitCheck:
    """A unit's (属地, or 单位 where there is but one of these) number of projects, and how it keeps to the baseline.

    by_aspect: its breaches by aspect.
    """

    unit: str
    before: int
    now: int
    breaches: int
    approved: int
    by_aspect: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Check:
    """What came of it. found: breaches first, then what is unclear, then what was approved.

    before, now: how many projects; new: of those now; lost: how many are missing to the frozen number without approval.
    plan_compared: False in another year than the baseline's, whose 年度计划 is another. amounts: whether any
    project was frozen with an amount. units: the worst first.
    """

    found: tuple[Breach, ...]
    before: int
    now: int
    new: int
    lost: int
    plan_compared: bool
    amounts: bool
    units: tuple[UnitCheck, ...]

    @property
    def breaches(self) -> tuple[Breach, ...]:
        """Return what breaks the baseline."""
        return self.of("breach")

    def of(self, verdict: Verdict) -> tuple[Breach, ...]:
        """Return what was found with this verdict."""
        return tuple(one for one in self.found if one.verdict == verdict)


@cache
def kinds() -> Mapping[str, Kind]:
    """Return the kinds of breach by id, in the order in which they are told."""
    table = tomllib.loads(files("workbooks.baseline").joinpath("breaches.toml").read_text("utf-8"))
    return {entry["id"]: Kind(**entry) for entry in table["kind"]}


def check_baseline(baseline: Baseline, entries: Sequence[Entry], as_of: date, renamed: Mapping[str, str]) -> Check:
    """Return what is worse in the projects now, at a day, than in the baseline. renamed: `Settings.renamed`."""
    rows = [*baseline.rows]
    before = [baseline.rows[row].entry for row in rows]
    matches = match(before, entries, renamed)
    plan_compared = baseline.as_of is None or baseline.as_of.year == as_of.year
    new = [entries[index] for index in matches.new]
    found = [_gone(baseline.rows[rows[at]], rows[at], new) for at in matches.gone]
    for at, index in matches.both:
        found += _of_project(baseline.rows[rows[at]], rows[at], entries[index], index, plan_compared)
    order = {kind: at for at, kind in enumerate(kinds())}
    found.sort(key=lambda one: (VERDICTS.index(one.verdict), order[one.kind.id], _place(one, len(entries))))
    approved = sum(bool(baseline.rows[rows[at]].approval) for at in matches.gone)
    lost = projects_lost(len(before), len(entries), approved)
    units = _units(before, entries, found)
    return Check(tuple(found), len(before), len(entries), len(new), lost, plan_compared, has_amounts(before), units)


def _place(breach: Breach, last: int) -> tuple[int, int]:
    return (last if breach.index is None else breach.index, breach.row)


def _gone(frozen: Frozen, row: int, new: Sequence[Entry]) -> Breach:
    said = "；".join(part for part in (_hint(frozen.entry, new), _tampered(frozen)) if part)
    return Breach(kinds()["gone"], frozen.entry, None, None, None, frozen.approval, said, row, None)


def _tampered(frozen: Frozen) -> str:
    return "" if frozen.sealed else text("ratchet.tampered")


def _hint(entry: Entry, new: Sequence[Entry]) -> str:
    """Return the suggestion which of the new projects it may be: renamed, of another unit, or under another code."""
    namesakes = [other for other in new if name_key(other.name) == name_key(entry.name)]
    if len(namesakes) == 1:
        [other] = namesakes
        same_unit = name_key(other.unit) == name_key(entry.unit)
        return text("ratchet.recoded", code=other.code) if same_unit else text("ratchet.moved", unit=other.unit)
    name = "" if namesakes else likely_name(entry, new)
    return text("ratchet.renamed", name=name) if name else ""


def _of_project(frozen: Frozen, row: int, now: Entry, index: int, plan_compared: bool) -> Iterator[Breach]:
    """Yield what is worse in a project that is in both."""
    before = frozen.entry
    renamed = name_key(before.name) != name_key(now.name)
    more = (text("ratchet.was_called", name=before.name) if renamed else "", _tampered(frozen))
    for kind, was, is_now, difference, remark in (*_dates(before, now), *_amounts(before, now, plan_compared)):
        said = "；".join(part for part in (kinds()[kind].says, remark, *more) if part)
        yield Breach(kinds()[kind], now, was, is_now, difference, frozen.approval, said, row, index)


_Judged = tuple[str, Figure, Figure, float | None, str]


def _dates(before: Entry, now: Entry) -> Iterator[_Judged]:
    for field, of in (("start", "planned_start"), ("finish", "planned_finish")):
        was, is_now = cell_day(getattr(before, of)), cell_day(getattr(now, of))
        happened = getattr(now, f"actual_{field}")
        remark = text(f"ratchet.{field}", day=happened) if happened else ""
        if was and is_now is None:
            yield f"{field}_blank", was.isoformat(), None, None, remark
        elif was and is_now and (late := days_late(was, is_now)):
            yield f"{field}_later", was.isoformat(), is_now.isoformat(), late, remark


def _amounts(before: Entry, now: Entry, plan_compared: bool) -> Iterator[_Judged]:
    other_currency = False
    for kind, field in (("plan", "annual_plan"), ("total", "total_investment")):
        was, is_now = getattr(before, field), getattr(now, field)
        if was is None or (field == "annual_plan" and not plan_compared):
            continue
        if is_now is None:
            yield f"{kind}_blank", was, None, None, ""
        elif before.currency != now.currency:
            other_currency = True
        elif lost := amount_lost(was, is_now):
            yield f"{kind}_lower", was, is_now, -lost, ""
    if other_currency:
        unknown = text("lines.unknown_unit")
        yield "currency", before.currency or unknown, now.currency or unknown, None, ""


def _units(before: Sequence[Entry], now: Sequence[Entry], found: Sequence[Breach]) -> tuple[UnitCheck, ...]:
    by = units_of((*before, *now))
    counted: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for side, entries in enumerate((before, now)):
        for entry in entries:
            counted[by(entry)][side] += 1
    own: dict[str, list[Breach]] = defaultdict(list)
    for one in found:
        own[by(one.entry)].append(one)
    units = []
    for unit, (was, is_now) in counted.items():
        breaches = [one for one in own[unit] if one.verdict == "breach"]
        aspects = [one.kind.aspect for one in breaches]
        approved = sum(one.verdict == "approved" for one in own[unit])
        by_aspect = {aspect: aspects.count(aspect) for aspect in ("number", "progress", "investment")}
        units.append(UnitCheck(unit, was, is_now, len(breaches), approved, by_aspect))
    return tuple(sorted(units, key=lambda unit: (-unit.breaches, -unit.approved, unit.unit)))
