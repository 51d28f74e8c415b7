"""What a check finds in a cell."""

from dataclasses import asdict, dataclass
from typing import Literal

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One doubtful cell. row: 1-based, as the clerk sees it; cell: A1; project: its name, or empty."""

    code: str
    severity: Severity
    sheet: str
    cell: str
    row: int
    project: str
    field: str | None
    message: str
    suggestion: str

    def as_json(self) -> dict[str, object]:
        """Return the finding as contract.md's `check --json` shows it."""
        return asdict(self)
