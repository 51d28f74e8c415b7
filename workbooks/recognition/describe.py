"""A recognition as contract.md's `inspect --json` shows it; `workbooks.targets.describe` adds the targets' columns."""

from typing import Any

from workbooks.grid import address, column_letter
from workbooks.ledger import Field, Ledger
from workbooks.recognition.money import is_money
from workbooks.recognition.recognise import Recognition


def inspect_json(recognition: Recognition) -> dict[str, Any]:
    """Return what was understood, rows and cells as the clerk sees them."""
    return {
        "file": recognition.path,
        "ledgers": [_ledger(ledger) for ledger in recognition.ledgers],
        "other_sheets": [{"sheet": other.sheet, "why": other.why} for other in recognition.others],
    }


def _ledger(ledger: Ledger) -> dict[str, Any]:
    rows = ledger.rows
    months = [
        {key: value for key, value in _month(m.month, m.plan, m.done).items() if value is not None}
        for m in ledger.months
    ]
    fields: dict[str, Any] = {
        name: _field(f)
        for name, f in sorted(ledger.fields.items(), key=lambda item: (item[1].row or 0, item[1].column))
        if not name.startswith("month.")
    }
    return {
        "sheet": ledger.sheet,
        "title": ledger.title,
        "kind": ledger.kind,
        "layout": ledger.layout,
        "header_rows": [row + 1 for row in ledger.header_rows],
        "first_row": rows[0] + 1 if rows else None,
        "last_row": rows[-1] + 1 if rows else None,
        "projects": len(rows),
        "declared_projects": ledger.declared_projects,
        "fields": fields | ({"months": months} if months else {}),  # with the other columns, and by themselves
        "months": months,
        "period": {"year": ledger.period.year, "month": ledger.period.month},
        "unmapped": [{"column": column_letter(c), "header": header} for c, header in ledger.unmapped],
        "questions": [
            {"key": q.key, "text": q.text, "candidates": list(q.candidates), "cell": q.cell} for q in ledger.questions
        ],
    }


def _month(month: int, plan: int | None, done: int | None) -> dict[str, Any]:
    return {
        "month": month,
        "plan": None if plan is None else column_letter(plan),
        "done": None if done is None else column_letter(done),
    }


def _field(field: Field) -> dict[str, Any]:
    shown: dict[str, Any] = {"column": column_letter(field.column), "header": field.header}
    if field.row is not None:
        shown["cell"] = address(field.row, field.column)
    if field.label is not None:
        shown["label_cell"] = address(*field.label)
    # A money field always says its unit, null where none is to be found; years and months only where the header does.
    if field.unit is not None or field.row is not None or _is_figure(field):
        shown["unit"] = field.unit
    if field.year is not None:
        shown["year"] = field.year
    if field.month is not None:
        shown["month"] = field.month
    return shown


def _is_figure(field: Field) -> bool:
    return is_money(field.name)
