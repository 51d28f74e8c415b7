"""Declared numbers of projects against the rows that stand there: 合计13个, 一、交通（5项）, a title's count."""

import re
from collections.abc import Iterator

from workbooks.checks.case import Case, Place
from workbooks.checks.catalogue import rule
from workbooks.checks.doubt import Doubt
from workbooks.checks.nesting import Disagreements
from workbooks.ledger import Section, Summary


@rule("W222")
def declared_count(case: Case) -> Iterator[Doubt]:
    """Yield declared counts that aren't the number of projects under them, from the inside out as with sums."""
    ledger = case.ledger
    rows_of: list[Section | Summary] = [*ledger.sections, *(s for s in ledger.summaries if s.role != "of_which")]
    off, whole = Disagreements(), False
    for one in sorted(rows_of, key=lambda one: -1 if one.first is None or one.last is None else one.last - one.first):
        if one.count is None:
            continue
        if one.first is None or one.last is None:
            if one.count and isinstance(one, Section):
                yield _doubt(_place(case, one.row, one.count), one.label, one.count, 0)
            continue
        rows = one.last - one.first + 1
        whole = whole or rows == len(ledger.rows)
        if one.count not in (rows, rows + off.inside(one.first, one.last)):
            off.add(one.first, one.last, one.count - rows)
            yield _doubt(_place(case, one.row, one.count), one.label, one.count, rows)
    rows, title = len(ledger.rows), ledger.declared_projects
    if title is not None and not whole and title not in (rows, rows + off.inside(0, rows)):
        yield _doubt(_place_above(case, title), "本表", title, rows)


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
