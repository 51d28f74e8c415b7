"""The same project in two sheets of the workbook: another cut of one list, a double entry, or figures that disagree."""

from collections.abc import Iterator

from udfs.values.units import money_factor
from workbooks.checks.case import Case, once
from workbooks.checks.catalogue import rule
from workbooks.checks.doubt import Amount, Doubt
from workbooks.checks.fields import CALLED
from workbooks.checks.names import key
from workbooks.ledger import Ledger

_LISTS = ("progress", "reserve")
_COMPARED = ("total_investment", "annual_plan", "done_this_year")
_ANOTHER_CUT = 0.5
"""Share of a ledger's projects that an earlier ledger has too, from which on it's another cut of the same list."""


@rule("W402")
def in_two_sheets(case: Case) -> Iterator[Doubt]:
    """Yield projects that an earlier sheet has too, by name and unit."""
    for other, pairs, cut in _shared(case):
        if not cut:
            for i, first in pairs:
                yield case.doubt("name", i, sheet=other.sheet, other=other.rows[first] + 1)


@rule("W406")
def disagreeing_sheets(case: Case) -> Iterator[Doubt]:
    """Yield figures of one project that differ between two sheets of the same period by more than rounding."""
    for other, pairs, _ in _shared(case):
        for name in _COMPARED:
            here, there = case.figures(name), other.values.get(name)
            if here is None or there is None or name not in other.fields or not _comparable(case, other, name):
                continue
            for i, first in pairs:
                one, two = here[i], there[first]
                if one is None or not isinstance(two, int | float) or isinstance(two, bool):
                    continue
                rough = (money_factor(other.fields[name].unit) or 1.0) * 0.5
                if abs(one - two) > case.slack(name, i, one) + rough + 1e-6 * abs(one):
                    facts = {
                        "name": CALLED[name], "here": case.amount(name, one), "sheet": other.sheet,
                        "cell": other.cell(name, first), "there": Amount(two, other.fields[name].unit),
                    }  # fmt: skip
                    yield case.doubt(name, i, **facts)


@rule("I407")
def another_cut(case: Case) -> Iterator[Doubt]:
    """Yield, once a ledger, that its projects are those of an earlier one."""
    for other, pairs, cut in _shared(case):
        if cut:
            yield case.doubt_header("name", sheet=other.sheet, count=len(pairs))


@once
def _shared(case: Case) -> list[tuple[Ledger, list[tuple[int, int]], bool]]:
    """Return earlier ledgers of the same kind and period, the projects shared with each, and whether that's most."""
    found: list[tuple[Ledger, list[tuple[int, int]], bool]] = []
    ledger = case.ledger
    if ledger.kind not in _LISTS or not case.has("name"):
        return found
    taken: set[int] = set()
    for other in case.earlier:
        if other.kind != ledger.kind or "name" not in other.fields or not _same_period(ledger, other):
            continue
        there = _by_name(other)
        pairs = []
        for i, name in enumerate(_names(ledger)):
            if i not in taken and name in there:
                same = next((first for first in there[name] if _is_same(ledger, i, other, first)), None)
                if same is not None:
                    pairs.append((i, same))
        taken.update(i for i, _ in pairs)
        smaller = min(len(ledger.rows), len(other.rows))
        if pairs:
            found.append((other, pairs, len(pairs) >= max(2, _ANOTHER_CUT * smaller)))
    return found


def _names(ledger: Ledger) -> list[str]:
    return [key(name) if isinstance(name, str) else "" for name in ledger.column("name")]


def _by_name(ledger: Ledger) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for i, name in enumerate(_names(ledger)):
        if name:
            found.setdefault(name, []).append(i)
    return found


def _is_same(one: Ledger, i: int, other: Ledger, j: int) -> bool:
    """Return whether two entries of one name are one project: by their unit, else their owner, else their region."""
    for field in ("responsible_unit", "owner"):
        left, right = one.text(field, i), other.text(field, j)
        if left and right:
            return key(left) == key(right)
    regions = [ledger.regions[at] if ledger.regions else None for ledger, at in ((one, i), (other, j))]
    return regions[0] == regions[1] or None in regions


def _same_period(one: Ledger, other: Ledger) -> bool:
    """Return whether nothing says that the two sheets speak of different times (sheets 1月, 2月 …)."""
    periods = [(x.period.year, x.period.month) for x in (one, other)]
    return all(a is None or b is None or a == b for a, b in zip(*periods, strict=True)) and not (
        _is_month(one.sheet) and _is_month(other.sheet)
    )


def _is_month(sheet: str) -> bool:
    return any(word in sheet for word in ("月", "季", "旬", "周", "年"))


def _comparable(case: Case, other: Ledger, name: str) -> bool:
    units = case.ledger.fields[name].unit, other.fields[name].unit
    years = case.ledger.fields[name].year, other.fields[name].year
    months = case.ledger.fields[name].month, other.fields[name].month
    return (units[0] == units[1] or all(map(money_factor, units))) and all(
        a is None or b is None or a == b for a, b in (years, months)
    )
