"""The catalogue of rules: what each says (`rules.toml`) and the logic registered for it.

The order of `rules.toml` is the order of judgement: of several rules that doubt a cell, the first speaks.
"""

import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from workbooks.checks.case import Case
from workbooks.checks.doubt import Doubt
from workbooks.finding import Severity

Logic = Callable[[Case], Iterable[Doubt]]

THEMES = (
    "missing", "reading", "units", "culprits", "amounts", "rates", "sums", "counts", "dates", "stages", "duplicates",
    "sheets", "authenticity", "cells", "headers",
)  # fmt: skip
_LOGIC: dict[str, Logic] = {}


@dataclass(frozen=True, slots=True)
class Example:
    """A small ledger as a table of text, and the reporting date."""

    table: str
    as_of: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the check.

    message, solve: templates with the facts' names in braces. why: what it rests on, and what it lets pass on purpose.
    doubts_value: the cell's figure itself is in doubt, so what is computed from it isn't judged any more.
    companions: rules that speak of other cells wherever this one does.
    """

    code: str
    severity: Severity
    title: str
    message: str
    solve: str
    why: str
    doubts_value: bool
    bad: Example
    good: Example
    companions: tuple[str, ...]


def rule(code: str) -> Callable[[Logic], Logic]:
    """Register the function as the logic of the rule."""

    def register(logic: Logic) -> Logic:
        if code in _LOGIC:
            raise ValueError(f"two rules are called {code}")
        _LOGIC[code] = logic
        return logic

    return register


@cache
def rules() -> dict[str, Rule]:
    """Return every rule by its code, in the order of judgement."""
    table: dict[str, Any] = tomllib.loads(Path(__file__).with_name("rules.toml").read_text(encoding="utf-8"))
    return {entry["code"]: _read(entry) for entry in table["rule"]}


@cache
def logic() -> dict[str, Logic]:
    """Return every rule's logic by its code, in the order of judgement. Raises LookupError where they don't match."""
    for theme in THEMES:
        import_module(f"workbooks.checks.{theme}")
    unmatched = set(rules()) ^ set(_LOGIC)
    if unmatched:
        raise LookupError(f"rules without logic, or logic without a rule: {sorted(unmatched)}")
    return {code: _LOGIC[code] for code in rules()}


def _read(entry: dict[str, Any]) -> Rule:
    as_of = entry.get("as_of")
    return Rule(
        code=entry["code"],
        severity=entry["severity"],
        title=entry["title"],
        message=entry["message"],
        solve=entry["solve"],
        why=entry["why"],
        doubts_value=entry.get("doubts_value", False),
        bad=Example(entry["bad"].strip("\n"), as_of),
        good=Example(entry["good"].strip("\n"), as_of),
        companions=tuple(entry.get("companions", ())),
    )
