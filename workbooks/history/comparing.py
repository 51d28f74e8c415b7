"""对比上期: what has changed in each project since a period that was kept, and how the units' ranks have moved."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from udfs.periods import ReportPeriod, report_period
from udfs.ranking import rank_ties
from udfs.totals import total, total_rate
from udfs.values.text import name_key
from workbooks.history.entries import Entry, likely_name
from workbooks.history.judging import Kind, Pair, judged, kinds
from workbooks.history.reading import Block, History
from workbooks.supervision.amounts import WAN


@dataclass(frozen=True, slots=True)
class Change:
    """A change of a project. before, now: as texts; index: of the project among those of now, None for one gone."""

    kind: Kind
    entry: Entry
    before: str
    now: str
    remark: str
    index: int | None


@dataclass(frozen=True, slots=True)
class UnitChange:
    """A unit (属地, or 单位 where there is but one of these) before and now.

    Rates in percent; ranks from 1, ties alike; None where there is none.
    """

    unit: str
    projects: int
    rate_before: float | None
    rate_now: float | None
    rank_before: int | None
    rank_now: int | None
    done_this_period: float | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that has changed since `base`. done_this_period: of all projects in 万元, None across years."""

    base: Block
    changes: tuple[Change, ...]
    units: tuple[UnitChange, ...]
    done_this_period: float | None


def compare(
    history: History,
    base: Block,
    entries: Sequence[Entry],
    period: ReportPeriod,
    jump: float,
    renamed: Mapping[str, str],
) -> Comparison:
    """Return what has changed in the projects since a period of the history.

    entries: the projects in the period now; jump: the share of the year's plan in percent that is a 突增; renamed:
    `Settings.renamed`.
    """
    year = period.year
    same_year = base.as_of.year == year
    before = _under_new_names(base, renamed)
    earlier = history.until(report_period(base.as_of, period.kind).previous.end)
    earlier_entries = _under_new_names(earlier, renamed) if earlier and earlier.as_of.year == year else {}
    now = {entry.key: (index, entry) for index, entry in reversed([*enumerate(entries)])}
    gone = [entry for key, entry in before.items() if key not in now]
    new = [entry for key, (_, entry) in now.items() if key not in before]
    found: dict[str, list[Change]] = defaultdict(list)
    for entry in gone:
        found["gone"].append(_change("gone", entry, entry.name, "", {"hint": _hint(entry, new, "改名为")}, None))
    for key, (index, entry) in sorted(now.items(), key=lambda each: each[1][0]):
        if key not in before:
            hint = {"hint": _hint(entry, gone, "由", "改名")}
            found["new"].append(_change("new", entry, "", entry.name, hint, index))
            continue
        pair = Pair(before[key], entry, earlier_entries.get(key), same_year, jump)
        for kind, told in judged(pair):
            found[kind].append(_change(kind, entry, *told, index))
    done = (
        total(_done_this_period(before.get(e.key), e) for e in entries if e.currency == "万元") if same_year else None
    )
    return Comparison(
        base, tuple(one for kind in kinds() for one in found[kind]), _units(before, entries, same_year), done
    )


def _under_new_names(block: Block, renamed: Mapping[str, str]) -> dict[tuple[str, ...], Entry]:
    """Return the period's entries by what makes them the same project now."""
    return {
        replace(entry, name=renamed.get(name_key(entry.name), entry.name)).key: entry
        for entry in block.entries.values()
    }


def _change(kind: str, entry: Entry, before: str, now: str, words: Mapping[str, str], index: int | None) -> Change:
    return Change(kinds()[kind], entry, before, now, kinds()[kind].says.format(**words), index)


def _hint(entry: Entry, others: Sequence[Entry], before: str, after: str = "") -> str:
    """Return the suggestion that a project is another of its unit under another name; nothing where none is alike."""
    name = likely_name(entry, others)
    return f"；疑似{before}“{name}”{after}，请核对" if name else ""


def _done_this_period(before: Entry | None, now: Entry) -> float | None:
    """Return what was done since; of a new project all that is done. None where that can't be told."""
    if now.done_this_year is None or (before and before.done_this_year is None):
        return None
    return now.done_this_year - (before.done_this_year or 0.0 if before else 0.0)


def _units(
    before: Mapping[tuple[str, ...], Entry], entries: Sequence[Entry], same_year: bool
) -> tuple[UnitChange, ...]:
    """Return the units in order of rank now, those without a rate last: 属地 where there are several, else 单位."""
    by = _unit(entries)
    were, are = _grouped(before.values(), by), _grouped(entries, by)
    rates_before, rates_now = [*map(_rate, were.values())], [*map(_rate, are.values())]
    ranks_before = dict(zip(were, rank_ties(rates_before), strict=True))
    found = [
        UnitChange(
            name,
            len(are[name]),
            dict(zip(were, rates_before, strict=True)).get(name),
            rate,
            ranks_before.get(name),
            rank,
            total(_done_this_period(before.get(e.key), e) for e in are[name]) if same_year else None,
        )
        for name, rate, rank in zip(are, rates_now, rank_ties(rates_now), strict=True)
    ]
    return tuple(sorted(found, key=lambda unit: (unit.rank_now is None, unit.rank_now or 0, unit.unit)))


def rates_by_unit(entries: Sequence[Entry]) -> dict[str, float | None]:
    """Return the rate of each unit, and of all projects under the empty name. Units are those of `Comparison.units`."""
    return {name: _rate(own) for name, own in _grouped(entries, _unit(entries)).items()} | {"": _rate(entries)}


def _unit(entries: Sequence[Entry]) -> Callable[[Entry], str]:
    """Return what makes the units: 属地 where there are several, else 单位."""
    return attrgetter("region" if len({entry.region for entry in entries}) > 1 else "unit")


def _grouped(entries: Iterable[Entry], by: Callable[[Entry], str]) -> dict[str, list[Entry]]:
    groups: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if by(entry):
            groups[by(entry)].append(entry)
    return groups


def _rate(entries: Sequence[Entry]) -> float | None:
    both = [e for e in entries if e.completion_rate is not None and e.currency == WAN]
    return total_rate([e.done_this_year for e in both], [e.annual_plan for e in both])
