"""Sum rows: which projects each of them sums, and what it says."""

from collections.abc import Callable
from typing import Literal

from udfs.values.amounts import read_amounts
from workbooks.grid import Grid
from workbooks.ledger import Field, Section, Summary
from workbooks.recognition.body import Body
from workbooks.recognition.money import is_money

Span = tuple[int | None, int | None]


def summaries(grid: Grid, body: Body, fields: dict[str, Field], values: dict[str, list[object]]) -> tuple[Summary, ...]:
    """Return the ledger's sum rows with the projects under each, as the paper's order and the sums themselves tell."""
    found: list[Summary] = []
    sections = {s.row: s for s in body.sections}
    money = {name: f for name, f in fields.items() if is_money(name)}
    several_totals = sum(r.role == "total" for r in body.rows) > 1
    for at, row in enumerate(body.rows):
        if row.role not in ("total", "subtotal", "of_which") and not (row.role == "section" and row.figures):
            continue
        amounts = {name: read_amounts([grid.rows[row.row][f.column]], f.unit)[0][0] for name, f in money.items()}
        role, span = _span(body, at, sections, several_totals, _agreement(amounts, values))
        found.append(Summary(row.row, role, row.label, row.count, *span, amounts))
    return tuple(found)


def _span(
    body: Body, at: int, sections: dict[int, Section], several: bool, agrees: Callable[[Span], bool]
) -> tuple[Literal["total", "subtotal", "of_which"], Span]:
    row = body.rows[at]
    everything: Span = (0, len(body.projects) - 1) if body.projects else (None, None)
    if row.role == "of_which":
        return "of_which", (None, None)
    if row.role == "section":
        section = sections[row.row]
        return "subtotal", (section.first, section.last)
    before, after = _since_last_sum(body, at), _until_next_sum(body, at)
    if row.role == "total":
        if not several:
            return "total", everything
        first_or_last = before == (None, None) or after == (None, None)
        candidates = [everything, before, after] if first_or_last else [before, after, everything]
        span = next((s for s in candidates if s != (None, None) and agrees(s)), candidates[0])
        return ("total" if span == everything else "subtotal"), span
    enclosing = [(s.first, s.last) for s in body.sections if s.row < row.row]
    candidates = [s for s in (before, after, *reversed(enclosing)) if s != (None, None)]
    return "subtotal", next((s for s in candidates if agrees(s)), candidates[0] if candidates else (None, None))


def _since_last_sum(body: Body, at: int) -> Span:
    """Return the projects between this row and the section or sum row above it."""
    projects: list[int] = []
    for row in reversed(body.rows[:at]):
        if row.role in ("section", "total", "subtotal"):
            break
        if row.role == "project":
            projects.append(row.row)
    return _indexes(body, projects)


def _until_next_sum(body: Body, at: int) -> Span:
    projects: list[int] = []
    for row in body.rows[at + 1 :]:
        if row.role in ("total", "subtotal"):
            break
        if row.role == "project":
            projects.append(row.row)
    return _indexes(body, projects)


def _indexes(body: Body, rows: list[int]) -> Span:
    if not rows:
        return None, None
    index = {row: i for i, row in enumerate(body.projects)}
    return index[min(rows)], index[max(rows)]


def _agreement(amounts: dict[str, float | None], values: dict[str, list[object]]) -> Callable[[Span], bool]:
    """Return a test whether some figure of the sum row is the sum over a span."""

    def agrees(span: Span) -> bool:
        first, last = span
        if first is None or last is None:
            return False
        for name, amount in amounts.items():
            if amount:
                total = sum(v for v in values[name][first : last + 1] if isinstance(v, float))
                if abs(total - amount) <= max(0.5, abs(amount) * 0.001):
                    return True
        return False

    return agrees
