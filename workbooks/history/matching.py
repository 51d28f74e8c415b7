"""The same project then and now: by its code, where one has none by name and unit.

Several projects of a unit may bear one name, or one code: of these, those whose region and figures are the same belong
together first, and the rest in their order.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace

from udfs.values.text import name_key
from workbooks.history.entries import Entry

_Key = Callable[[Entry], Hashable]


@dataclass(frozen=True, slots=True)
class Matches:
    """Indexes into the projects before and now: `both` in pairs; `gone` and `new` have no other side."""

    both: tuple[tuple[int, int], ...]
    gone: tuple[int, ...]
    new: tuple[int, ...]


def match(before: Sequence[Entry], now: Sequence[Entry], renamed: Mapping[str, str]) -> Matches:
    """Return which projects are the same. renamed: what the settings confirm (`Settings.renamed`).

    Another likely rename is none: it is only suggested, by whoever tells.
    """
    under_new_names = [replace(entry, name=renamed.get(name_key(entry.name), entry.name)) for entry in before]
    gone, new = list(range(len(before))), list(range(len(now)))
    both: list[tuple[int, int]] = []
    for then in (before, under_new_names) if renamed else (before,):
        for coded_before, coded_now, key in _rounds():
            ours = [at for at in gone if bool(then[at].code) == coded_before]
            theirs = [at for at in new if bool(now[at].code) == coded_now]
            found = _pairs([(at, key(then[at])) for at in ours], [(at, key(now[at])) for at in theirs])
            both += found
            matched_before, matched_now = {at for at, _ in found}, {at for _, at in found}
            gone = [at for at in gone if at not in matched_before]
            new = [at for at in new if at not in matched_now]
    return Matches(tuple(sorted(both)), tuple(gone), tuple(new))


def _rounds() -> list[tuple[bool, bool, _Key]]:
    """Return the rounds: whether the one before and the one now has a code, and what must be the same."""
    named: tuple[_Key, ...] = (lambda e: (_name(e), _place(e), _figures(e)), lambda e: (_name(e), _place(e)), _name)
    coded: tuple[_Key, ...] = tuple(_with_code(key) for key in (*named, lambda e: ()))
    by_name = [(before, now, key) for before, now in ((False, False), (False, True), (True, False)) for key in named]
    return [*((True, True, key) for key in coded), *by_name]


def _with_code(key: _Key) -> _Key:
    return lambda entry: (entry.code, key(entry))


def _name(entry: Entry) -> Hashable:
    return name_key(entry.name), name_key(entry.unit)


def _place(entry: Entry) -> Hashable:
    return name_key(entry.region)


def _figures(entry: Entry) -> Hashable:
    return entry.total_investment, entry.annual_plan, entry.planned_start, entry.planned_finish


def _pairs(before: Sequence[tuple[int, Hashable]], now: Sequence[tuple[int, Hashable]]) -> list[tuple[int, int]]:
    """Return the pairs of equal keys, each index once, in order."""
    waiting: dict[Hashable, list[int]] = defaultdict(list)
    for index, key in reversed(now):
        waiting[key].append(index)
    return [(index, waiting[key].pop()) for index, key in before if waiting.get(key)]
