"""Declared numbers of projects against the rows that stand there: 合计13个, 一、交通（5项）, a title's count."""

import re
from collections.abc import Iterator

from workbooks.checks.case import Case, Place
from workbooks.checks.catalogue import rule
from workbooks.checks.doubt import Doubt


@rule("W222")
def declared_count(case: Case) -> Iterator[Doubt]:
    """Yield declared counts that aren't the number of projects under them, from the inside out as with sums."""
    ledger = case.ledger
    declared = [
        (s.first, s.last, s.row, s.label, s.count)
        for s in (*ledger.sections, *(s for s in ledger.summaries if s.role != "of_which"))
        if s.count is not None and (s.first is not None or s.count > 0)
    ]
    declared.sort(key=lambda d: -1 if d[0] is None or d[1] is None else d[1] - d[0])
    off: list[tuple[int, int, int]] = []
    whole = False
    for first, last, row, label, count in declared:
        if first is None or last is None:
            if any(s.row == row for s in ledger.sections):
                yield _doubt(_place(case, row, count), label, count, 0)
            continue
        rows = last - first + 1
        whole = whole or rows == len(ledger.rows)
        inner = {(f, l): d for f, l, d in off if first <= f and l <= last}
        if count in (rows, rows + sum(inner.values())):
            continue
        off = [o for o in off if not (first <= o[0] and o[1] <= last)] + [(first, last, count - rows)]
        yield _doubt(_place(case, row, count), label, count, rows)
    title = ledger.declared_projects
    if title is not None and not whole and title not in (len(ledger.rows), len(ledger.rows) + sum(d for *_, d in off)):
        yield _doubt(_place_above(case, title), "本表", title, len(ledger.rows))


def _doubt(place: Place, label: str, count: int, rows: int) -> Doubt:
    facts = {"label": label.strip() or "合计", "count": count, "rows": rows}
    return Doubt(*place, None, None, facts, label=label)


def _place(case: Case, row: int, count: int) -> Place:
    """Return the cell of the row that holds the count, else its first cell that isn't blank."""
    cells = case.ledger.grid.rows[row]
    filled = [column for column, value in enumerate(cells) if value not in (None, "")]
    for column in filled:
        value = cells[column]
        if isinstance(value, str) and re.search(rf"(?<!\d){count}\s*[个项宗件]", value):
            return row, column
    return row, filled[0] if filled else 0


def _place_above(case: Case, count: int) -> Place:
    """Return the cell above the header, or else anywhere, that names the count."""
    rows = case.ledger.grid.rows
    top = case.ledger.header_rows[0] if case.ledger.header_rows else 0
    for row in (*range(top), *range(top, len(rows))):
        for column, value in enumerate(rows[row]):
            if isinstance(value, str) and re.search(rf"(?<!\d){count}\s*[个项宗件]", value):
                return row, column
    return case.header("name") if case.has("name") else (top, 0)
