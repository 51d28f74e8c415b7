"""合计 and 小计 against the rows under them.

Nested sums are judged from the inside out: a total that adds up the subtotals as they stand, right or wrong, isn't
doubtful itself. Rows whose figure can't be read, or is in doubt already, make a sum doubtful only when no right figure
of theirs could explain it. Blank rows count as nothing; where at least half are blank, nothing can be compared.
"""

from collections.abc import Iterator
from math import fsum, inf, sqrt

from workbooks.checks import rounding
from workbooks.checks.case import Case, Figures, once
from workbooks.checks.catalogue import rule
from workbooks.checks.doubt import Amount, Doubt, worded
from workbooks.checks.fields import CALLED, MONEY
from workbooks.checks.nesting import Disagreements
from workbooks.ledger import Summary

_ELSEWHERE = ("亿元", "万元", "千元", "美元", "（元", "(元")
_MANY = 3
_RUNNING = ("承上页", "承前页", "接上页", "过次页", "转下页", "转次页")
"""Sums carried from page to page: of all rows so far, not of those since the last one."""
_UNKNOWN = ("unreadable", "error", "uncalculated", "range")


Mismatch = tuple[int, int, float, float]
"""First and last project of a sum, by how much it is more than its rows, and how much of that rounding can do."""


@rule("W223")
def sums_against_rows_throughout(case: Case) -> Iterator[Doubt]:
    """Yield, once a row, sums that are off in every one of three and more columns: rows are missing or too many."""
    for row, doubts in _by_row(case).items():
        if _throughout(case, row, doubts):
            yield doubts[0]


@rule("E221")
def sum_against_rows(case: Case) -> Iterator[Doubt]:
    """Yield sums that differ from the rows under them by more than rounding."""
    for row, doubts in _by_row(case).items():
        if not _throughout(case, row, doubts):
            yield from doubts


def _throughout(case: Case, row: int, doubts: list[Doubt]) -> bool:
    """Return whether all of the row's sums are off, three at least."""
    stated = [s for s in case.ledger.summaries if s.row == row]
    compared = {name for s in stated for name, value in s.values.items() if value is not None and case.figures(name)}
    return len(doubts) >= _MANY and len(doubts) == len(compared & MONEY)


def mismatches(case: Case, name: str) -> list[Mismatch]:
    """Return the field's sums that aren't the sum of their rows, whatever the reason."""
    return [(s.first or 0, s.last or 0, difference, slack) for s, difference, slack, _ in _off(case).get(name, ())]


@once
def _by_row(case: Case) -> dict[int, list[Doubt]]:
    """Return the doubtful sums by row."""
    found: dict[int, list[Doubt]] = {}
    for name in sorted(_off(case)):
        for doubt in _of_field(case, name):
            found.setdefault(doubt.row, []).append(doubt)
    return {row: sorted(found[row], key=lambda doubt: doubt.column) for row in sorted(found)}


@once
def _off(case: Case) -> dict[str, list[tuple[Summary, float, float, list[float | None]]]]:
    """Return by field, from small ranges to large, the sums that differ: difference, slack, and the rows' figures."""
    summaries = [
        s
        for s in case.ledger.summaries
        if s.role != "of_which" and s.first is not None and s.last is not None and not _is_carried(s)
    ]
    summaries.sort(key=lambda s: (s.last or 0) - (s.first or 0))
    found: dict[str, list[tuple[Summary, float, float, list[float | None]]]] = {}
    for name in {name for s in summaries for name in s.values} & MONEY & case.ledger.fields.keys():
        figures = case.figures(name)
        for summary in summaries if figures is not None else ():
            total = summary.values.get(name)
            if figures is None or total is None or _in_other_unit(summary, case.ledger.fields[name].unit):
                continue
            first, last = summary.first or 0, summary.last or 0
            rows = _with_continuations(case, name, figures, first, last)
            known = [value for value in rows if value is not None]
            slack = _slack(case, name, total, len(known))
            difference = total - fsum(known)
            if abs(difference) > slack and abs(total - fsum(figures_of(figures, first, last))) > slack:
                found.setdefault(name, []).append((summary, difference, slack, rows))
    return found


def _of_field(case: Case, name: str) -> Iterator[Doubt]:
    """Yield the field's sums that nothing explains: no sum inside, no row in doubt, no rows left blank."""
    figures, unknown, off = case.figures(name) or (), _unknown(case, name), Disagreements()
    for summary, difference, slack, rows in _off(case)[name]:
        first, last = summary.first or 0, summary.last or 0
        if off.ranges and abs(difference - off.inside(first, last)) <= slack:
            continue
        known = [value for value in rows if value is not None]
        if 2 * len(known) <= len(rows) and difference > 0:
            continue
        doubtful = {i: bounds for i, bounds in unknown.items() if first <= i <= last}
        if doubtful and _explained(figures, doubtful, difference, slack):
            continue
        off.add(first, last, difference)
        places = max(2, case.usual_decimals(name))
        factor = case.factor(name)
        facts = {
            "label": summary.label.strip() or "合计",
            "name": CALLED.get(name, case.ledger.fields[name].header),
            "total": case.amount(name, summary.values[name] or 0),
            "count": last - first + 1,
            "sum": case.amount(name, round(fsum(known) / factor, places) * factor),
            "difference": _gap(case.amount(name, round(difference / factor, places) * factor)),
        }
        column = case.ledger.fields[name].column
        yield Doubt(summary.row, column, None, name, facts, label=summary.label)


def figures_of(figures: Figures, first: int, last: int) -> list[float]:
    """Return the known figures of a range of projects."""
    return [value for value in figures[first : last + 1] if value is not None]


def _gap(difference: Amount) -> str:
    return f"{'多' if difference.value > 0 else '少'}{worded(Amount(abs(difference.value), difference.unit))}"


def _with_continuations(case: Case, name: str, figures: Figures, first: int, last: int) -> list[float | None]:
    """Return the figures of the range, and those of its projects' further rows."""
    found = list(figures[first : last + 1])
    ledger = case.ledger
    if ledger.continuations:
        column, factor = ledger.fields[name].column, case.factor(name)
        for i in ledger.continuations if last - first >= len(ledger.continuations) else range(first, last + 1):
            if first <= i <= last:
                values = [ledger.grid.rows[row][column] for row in ledger.continuations.get(i, ())]
                found += [float(v) * factor for v in values if isinstance(v, int | float) and not isinstance(v, bool)]
    return found


def _is_carried(summary: Summary) -> bool:
    return any(word in summary.label for word in _RUNNING)


def _in_other_unit(summary: Summary, unit: str | None) -> bool:
    """Return whether the row names a unit of its own, another than its column's."""
    return any(word in summary.label and word.strip("（(") != unit for word in _ELSEWHERE)


def _slack(case: Case, name: str, total: float, addends: int) -> float:
    """Return what rounding can do: each figure is off by half a last place at most, n of them rarely by over 2√n."""
    factor = case.factor(name)
    usual = case.usual_decimals(name)
    own = rounding.decimals(total / factor)
    rows = min(addends / 2, 2 * sqrt(addends)) * 10.0**-usual
    return (rows + 0.5 * 10.0 ** -max(own, min(usual, 2))) * factor + 1e-9 * abs(total)


def _unknown(case: Case, name: str) -> dict[int, tuple[float, float]]:
    """Return the projects whose figure isn't known for certain, with the bounds of what it may be."""
    column = case.ledger.fields[name].column
    found = {
        i: (0.0, inf)
        for (field, i), reading in case.ledger.readings.items()
        if field == name and reading.status in _UNKNOWN
    }
    for (row, at), doubt in case.wrong.items():
        if at == column and doubt.project is not None and row == case.ledger.rows[doubt.project]:
            found[doubt.project] = doubt.right
    for (field, i), reading in case.ledger.readings.items():
        value = case.ledger.values[name][i] if field == name else None
        if field == name and reading.status in ("approximate", "range") and isinstance(value, float):
            found[i] = (value * 0.9, value * 1.1)
    return found


def _explained(figures: Figures, doubtful: dict[int, tuple[float, float]], difference: float, slack: float) -> bool:
    """Return whether right figures in the doubtful rows could make up for the difference."""
    now = fsum(figures[i] or 0 for i in doubtful)
    low, high = (fsum(bounds[side] for bounds in doubtful.values()) for side in (0, 1))
    return low - slack <= now + difference <= high + slack
