"""What a check may be told: which rules, how severe, and the thresholds of the rules that have one."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, cast

from workbooks.finding import Severity

Lookup = Mapping[str, Any]
"""What is needed of settings: values by dotted key. A plain dict will do."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Thresholds, percent where not said otherwise.

    far_above_plan: done above this share of the year's plan is doubtful. finished_share: so is a finished project whose
    investment since start is below this share of the total (where the year has no plan). group_from: so many remarks
    on the form of one column's cells become one. jump_share, quiet_share: a month's share of the plan that is a
    jump, when the months before it together had less than the second. statistics_gap: difference between reported and
    statistical investment that is told. lowest_median, highest_median: between these (万元) lies the middle total
    investment of any list of projects.
    """

    far_above_plan: float = 150.0
    finished_share: float = 80.0
    group_from: int = 10
    jump_share: float = 60.0
    quiet_share: float = 15.0
    statistics_gap: float = 20.0
    lowest_median: float = 5.0
    highest_median: float = 1e7


def limits(settings: Lookup) -> Limits:
    """Return the thresholds that the settings give, the usual ones where they don't."""
    given = {field.name: settings.get(f"checks.{field.name}") for field in fields(Limits)}
    return Limits(**{name: type(getattr(Limits(), name))(value) for name, value in given.items() if value is not None})


def severities(settings: Lookup, codes: Mapping[str, Severity]) -> dict[str, Severity]:
    """Return the severity of each rule that is switched on (`checks.only`, `checks.off`, `checks.severity.<CODE>`)."""
    only, off = _codes(settings.get("checks.only")), _codes(settings.get("checks.off"))
    return {
        code: cast(Severity, settings.get(f"checks.severity.{code}") or usual)
        for code, usual in codes.items()
        if code not in off and (not only or code in only)
    }


def _codes(value: object) -> frozenset[str]:
    if not value:
        return frozenset()
    parts = value.replace("，", ",").split(",") if isinstance(value, str) else cast("list[str]", value)
    return frozenset(str(part).strip().upper() for part in parts if str(part).strip())
