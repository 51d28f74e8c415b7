"""`compare --json`: what has changed, and how the rates went."""

from typing import Any

from workbooks.history.comparing import Change, Comparison
from workbooks.history.entries import AMOUNT_PLACES
from workbooks.history.trends import Trend
from workbooks.supervision.report import percent


def comparison_json(comparison: Comparison) -> dict[str, Any]:
    """Return the changes: the amount in 万元, null for what can't be had."""
    done = comparison.done_this_period
    return {
        "base": comparison.base.as_of.isoformat(),
        "done_this_period": None if done is None else round(done, AMOUNT_PLACES),
        "changes": [_change(change) for change in comparison.changes],
    }


def trend_json(trend: Trend) -> dict[str, Any]:
    """Return the rates over the periods, rounded half up to 2 places."""
    return {
        "periods": list(trend.periods),
        "overall": [*map(percent, trend.overall)],
        "units": [{"unit": unit, "rates": [*map(percent, rates)]} for unit, rates in trend.units],
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "kind": change.kind.id,
        "title": change.kind.title,
        "name": change.entry.name,
        "unit": change.entry.unit or None,
        "before": change.before or None,
        "now": change.now or None,
        "remark": change.remark or None,
    }
