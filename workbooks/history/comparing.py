"""对比上期: what has changed in each project since a period that was kept, and how the units' ranks have moved."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from udfs.periods import ReportPeriod, report_period
from udfs.ranking import rank_ties
from udfs.totals import total, total_rate
from workbooks.history.entries import Entry, has_amounts, likely_name, units_of
from workbooks.history.judging import Kind, Pair, judged, kinds
from workbooks.history.matching import match
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
    """All that has changed since `base`.

    done_this_period: of all projects in 万元, None across years; without those whose 完成数 was blank before.
    amounts: whether any project has an amount that could be compared.
    """

    base: Block
    changes: tuple[Change, ...]
    units: tuple[UnitChange, ...]
    done_this_period: float | None
    amounts: bool


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
    kept = [*base.rows.values()]
    before, gone = _then(base, entries, renamed)
    new = [entry for index, entry in enumerate(entries) if index not in before]
    earlier = history.until(report_period(base.as_of, period.kind).previous.end)
    earlier_entries = _then(earlier, entries, renamed)[0] if earlier and earlier.as_of.year == year else {}
    found: dict[str, list[Change]] = defaultdict(list)
    for entry in gone:
        found["gone"].append(_change("gone", entry, entry.name, "", {"hint": _hint(entry, new, "改名为")}, None))
    for index, entry in enumerate(entries):
        if index not in before:
            hint = {"hint": _hint(entry, gone, "由", "改名")}
            found["new"].append(_change("new", entry, "", entry.name, hint, index))
            continue
        pair = Pair(before[index], entry, earlier_entries.get(index), same_year, jump)
        for kind, told in judged(pair):
            found[kind].append(_change(kind, entry, *told, index))
    since = [_done_this_period(before.get(index), entry) for index, entry in enumerate(entries)]
    done = total(amount for amount, entry in zip(since, entries, strict=True) if entry.currency == WAN)
    changes = tuple(one for kind in kinds() for one in found[kind])
    units = _units(kept, entries, since, same_year)
    return Comparison(base, changes, units, done if same_year else None, has_amounts((*kept, *entries)))


def _then(block: Block, entries: Sequence[Entry], renamed: Mapping[str, str]) -> tuple[dict[int, Entry], list[Entry]]:
    """Return what was known in a period of the projects now, by their index, and of those that are gone since."""
    kept = [*block.rows.values()]
    matches = match(kept, entries, renamed)
    return {index: kept[at] for at, index in matches.both}, [kept[at] for at in matches.gone]


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
    before: Sequence[Entry], entries: Sequence[Entry], since: Sequence[float | None], same_year: bool
) -> tuple[UnitChange, ...]:
    """Return the units in order of rank now, those without a rate last. since: what was done in each project now."""
    by = units_of(entries)
    were, are = _grouped(before, by), _grouped(entries, by)
    rates_before = dict(zip(were, map(_rate, were.values()), strict=True))
    ranks_before = dict(zip(were, rank_ties([*rates_before.values()]), strict=True))
    rates_now = [*map(_rate, are.values())]
    done: dict[str, list[float | None]] = defaultdict(list)
    for entry, amount in zip(entries, since, strict=True):
        done[by(entry)].append(amount)
    found = [
        UnitChange(
            name,
            len(are[name]),
            rates_before.get(name),
            rate,
            ranks_before.get(name),
            rank,
            total(done[name]) if same_year else None,
        )
        for name, rate, rank in zip(are, rates_now, rank_ties(rates_now), strict=True)
    ]
    return tuple(sorted(found, key=lambda unit: (unit.rank_now is None, unit.rank_now or 0, unit.unit)))


def rates_by_unit(entries: Sequence[Entry], by: Callable[[Entry], str]) -> dict[str, float | None]:
    """Return the rate of each unit, and of all projects under the empty name. by: what makes the units."""
    return {name: _rate(own) for name, own in _grouped(entries, by).items()} | {"": _rate(entries)}


def _grouped(entries: Iterable[Entry], by: Callable[[Entry], str]) -> dict[str, list[Entry]]:
    groups: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if by(entry):
            groups[by(entry)].append(entry)
    return groups


def _rate(entries: Sequence[Entry]) -> float | None:
    both = [e for e in entries if e.completion_rate is not None and e.currency == WAN]
    return total_rate([e.done_this_year for e in both], [e.annual_plan for e in both])
