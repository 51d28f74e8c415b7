"""What `report --json` must say in `totals` of a specimen: from its rows alone, without our own figures."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from tests.ledgers.specimen import FACTORS, Row, Specimen, Table


def report_totals(one: Specimen) -> dict[str, Any] | None:
    """Return projects, Σ plan and Σ done in 万元 and completion_rate.

    completion_rate is Σ done ÷ Σ plan over projects that have both, in percent, half up to 2 places. All is None where
    not every ledger is a plain progress table.
    """
    if any(sheet.form for sheet in one.sheets):
        return None
    pairs: list[tuple[Decimal | None, Decimal | None]] = []
    for sheet in one.sheets:
        begun: Table | None = None
        for line in sheet.lines:
            if isinstance(line, Table):
                begun = line
                if not _is_plain(begun):
                    return None
            elif begun and line.role == "item":
                pairs.append((_money(begun, line, "annual_plan"), _money(begun, line, "done_this_year")))
    if not pairs:
        return None
    both = [(plan, done) for plan, done in pairs if plan is not None and done is not None]
    planned, reached = sum((plan for plan, _ in both), Decimal(0)), sum((done for _, done in both), Decimal(0))
    rate = (100 * reached / planned).quantize(Decimal("0.01"), ROUND_HALF_UP) if planned else None
    return {
        "projects": len(pairs),
        "annual_plan": float(sum(plan or 0 for plan, _ in pairs)),
        "done_this_year": float(sum(done or 0 for _, done in pairs)),
        "completion_rate": None if rate is None else float(rate),
    }


def _place(begun: Table, field: str) -> tuple[int, str] | None:
    for index, column in enumerate(begun.columns):
        name, unit = [*(column or "").split(":"), ""][:2]
        if name == field:
            return index, unit
    return None


def _is_plain(begun: Table) -> bool:
    places = [_place(begun, field) for field in ("annual_plan", "done_this_year")]
    return begun.kind == "progress" and "sums" not in begun.more and all(one and one[1] in FACTORS for one in places)


def _money(begun: Table, row: Row, field: str) -> Decimal | None:
    place = _place(begun, field)
    assert place
    index, unit = place
    cell = row.cells[index] if index < len(row.cells) else None
    text = str(cell if cell is not None else "").replace(",", "").strip()
    return Decimal(text) * Decimal(str(FACTORS[unit])) if text else None
