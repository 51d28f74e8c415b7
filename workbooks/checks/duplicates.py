"""The same project twice in one ledger, and names so alike that it may be.

Names are compared in blocks (equal cores; one character more or less; equal figures), so that time grows with the rows
and not with their square. Phases, numbers, directions and places tell projects apart, and so do different regions.
"""

from collections import defaultdict
from collections.abc import Iterator
from random import Random

from workbooks.checks.case import Case, once
from workbooks.checks.catalogue import rule
from workbooks.checks.doubt import Doubt
from workbooks.checks.names import bare, core, is_telling, key, tells_apart

_LISTS = ("progress", "reserve", "investment_promotion", "approvals", "funding")
_ALIKE = 80.0
"""Similarity of two cores, percent, that together with equal figures makes a near duplicate."""
_BLOCK = 40
"""Larger blocks of equal figures mean nothing: everybody plans 5,000万元."""
_SHORTEST = 6


@rule("W401")
def duplicate(case: Case) -> Iterator[Doubt]:
    """Yield projects whose name stands in an earlier row too, with the same region, unit and owner as far as given."""
    for i, first in _same_names(case):
        if _same_people(case, i, first):
            yield case.doubt("name", i, other=case.ledger.rows[first] + 1)


@rule("I403")
def near_duplicate(case: Case) -> Iterator[Doubt]:
    """Yield projects whose name is nearly that of another row."""
    if case.ledger.kind not in _LISTS or not case.has("name"):
        return
    twins = {i for i, _ in _same_names(case)}
    for i, first in sorted(_nearly_same(case)):
        if i not in twins:
            yield case.doubt("name", i, other=case.ledger.rows[first] + 1, twin=case.ledger.text("name", first))


@once
def _same_names(case: Case) -> list[tuple[int, int]]:
    """Return each project whose name and region an earlier one has, and that one."""
    found: list[tuple[int, int]] = []
    seen: dict[tuple[str, str], int] = {}
    if case.ledger.kind in _LISTS and case.has("name"):
        for i, name in enumerate(_keys(case)):
            if name[0] and (first := seen.setdefault(name, i)) != i:
                found.append((i, first))
    return found


def _keys(case: Case) -> Iterator[tuple[str, str]]:
    """Yield each project's name and region as keys; projects without name get an empty one."""
    regions = case.ledger.regions or [None] * len(case.ledger.rows)
    for name, region in zip(case.texts("name"), regions, strict=True):
        yield (key(name) if type(name) is str else "", region or "")


def _same_people(case: Case, one: int, other: int) -> bool:
    """Return whether no column that tells works of one name apart differs: unit, owner, place, code."""
    for name in ("responsible_unit", "owner", "investor", "location"):
        left, right = case.ledger.text(name, one), case.ledger.text(name, other)
        if left and right and bare(left) != bare(right):
            return False
    return True


def _nearly_same(case: Case) -> set[tuple[int, int]]:
    names = [value if type(value) is str else "" for value in case.texts("name")]
    cores = [core(name) for name in names]
    regions: list[str | None] = case.ledger.regions or [None] * len(names)
    found: set[tuple[int, int]] = set()
    claimed: set[int] = set()
    for i, first in (*_equal_cores(cores), *_one_character_more(cores), *_equal_figures(case, cores)):
        near = regions[i] == regions[first] or not (regions[i] and regions[first])
        if i not in claimed and near and key(names[i]) != key(names[first]):
            claimed.add(i)
            found.add((i, first))
    return found


def _equal_cores(cores: list[str]) -> Iterator[tuple[int, int]]:
    seen: dict[str, int] = {}
    for i, word in enumerate(cores):
        if len(word) >= 3 and (first := seen.setdefault(word, i)) != i:
            yield i, first


def _one_character_more(cores: list[str]) -> Iterator[tuple[int, int]]:
    """Yield pairs of which one name has a character more than the other: a slip of typing, not another project.

    Names are found by the sum of their characters' random weights, so that a character is taken out by a subtraction.
    """
    random = Random(0)
    weights: dict[str, int] = defaultdict(lambda: random.getrandbits(60))
    sums = [sum(map(weights.__getitem__, word)) for word in cores]
    whole = {total: i for i, total in reversed(list(enumerate(sums))) if len(cores[i]) >= _SHORTEST}
    for i, word in enumerate(cores):
        if len(word) > _SHORTEST:
            for character in set(word):
                other = whole.get(sums[i] - weights[character])
                if other is not None and other != i and not is_telling(character) and _is_one_more(word, cores[other]):
                    yield max(i, other), min(i, other)


def _is_one_more(long: str, short: str) -> bool:
    same = next((at for at, character in enumerate(short) if long[at] != character), len(short))
    return long[same + 1 :] == short[same:]


def _equal_figures(case: Case, cores: list[str]) -> Iterator[tuple[int, int]]:
    """Yield pairs of alike names whose total investment and annual plan are the same."""
    columns = [case.figures(name) for name in ("total_investment", "annual_plan")]
    known = [column for column in columns if column is not None]
    if not known:
        return
    from rapidfuzz.fuzz import ratio

    blocks: dict[tuple[float | None, ...], list[int]] = defaultdict(list)
    for i, figures in enumerate(zip(*known, strict=True)):
        if all(figures) and len(cores[i]) >= 4:
            blocks[figures].append(i)
    for block in blocks.values():
        if 1 < len(block) <= _BLOCK:
            for at, i in enumerate(block):
                for other in block[:at]:
                    if ratio(cores[i], cores[other], score_cutoff=_ALIKE) and not tells_apart(cores[i], cores[other]):
                        yield i, other
