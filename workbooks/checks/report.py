"""Findings put into shape: as the JSON of `check --json`, and as marks on cells."""

import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from workbooks.finding import Finding, Severity

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


class Mark(NamedTuple):
    """A cell to colour and annotate: fill as RRGGBB, note in Chinese."""

    sheet: str
    cell: str
    fill: str
    note: str


def check_json(path: str, findings: Sequence[Finding]) -> dict[str, object]:
    """Return what `check --json` prints (contract.md)."""
    counted = Counter(finding.severity for finding in findings)
    return {
        "file": path,
        "issues": [finding.as_json() for finding in findings],
        "counts": {severity: counted[severity] for severity in SEVERITIES},
    }


def marks(findings: Iterable[Finding]) -> list[Mark]:
    """Return one mark a cell, in the order of the findings: the gravest finding's fill, and all their notes."""
    cells: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        cells.setdefault((finding.sheet, finding.cell), []).append(finding)
    return [_mark(sheet, cell, found) for (sheet, cell), found in cells.items()]


def _mark(sheet: str, cell: str, found: list[Finding]) -> Mark:
    look = _looks()
    gravest = min((finding.severity for finding in found), key=SEVERITIES.index)
    notes = [f"【{look['word'][f.severity]} {f.code}】{f.message}。{f.suggestion}。" for f in found]
    return Mark(sheet, cell, look["fill"][gravest], "\n".join(notes))


@cache
def _looks() -> dict[str, dict[str, str]]:
    return tomllib.loads(Path(__file__).with_name("marks.toml").read_text(encoding="utf-8"))
