"""A recognition as contract.md's `inspect --json` shows it, each targets ledger with the columns of its targets."""

from typing import Any

from workbooks.grid import column_letter
from workbooks.ledger import Ledger
from workbooks.recognition import Recognition, inspect_json
from workbooks.targets.columns import groups_of, year_of

_ANY_YEAR = 2000  # where no header names one the columns are the same in each


def inspect_with_targets(recognition: Recognition) -> dict[str, Any]:
    """Return what was understood; a targets ledger has `targets` as well."""
    said = inspect_json(recognition)
    for ledger, shown in zip(recognition.ledgers, said["ledgers"], strict=True):
        if ledger.kind == "targets":
            shown["targets"] = targets_json(ledger)
    return said


def targets_json(ledger: Ledger) -> list[dict[str, Any]]:
    """Return each target's columns; those after the first stand in `unmapped` as well."""

    def letter(column: int | None) -> str | None:
        return None if column is None else column_letter(column)

    return [
        {
            "name": group.name or None,
            "unit": group.unit or None,
            "measure": group.measure or None,
            "period": group.period and group.period.name,
            "target": letter(group.target),
            "done": letter(group.done),
            "rate": letter(group.rate),
        }
        for group in groups_of(ledger, year_of(ledger) or _ANY_YEAR)
    ]
