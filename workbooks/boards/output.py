"""`boards --json`: the boards as one document. Rates and gaps are rounded half up to 2 places, scores as shown."""

from collections.abc import Sequence
from typing import Any

from workbooks.boards.records import Series, Share, Unit
from workbooks.supervision.figures import Supervision
from workbooks.supervision.report import percent


def boards_json(supervision: Supervision, sheets: Sequence[str]) -> dict[str, Any]:
    """Return period, target, boards of each series, scores, allocation. sheets: the names of those written."""
    boards = supervision.boards
    if boards is None:
        raise ValueError("no boards among the figures")
    return {
        "as_of": supervision.as_of.isoformat(),
        "period": supervision.period.as_json(),
        "time_progress": percent(supervision.time_progress),
        "target": percent(boards.target),
        "series": [
            {
                "name": series.name,
                "units": series.ranked,
                "red": [_on_board(unit) for unit in series.on("red")],
                "black": [_on_board(unit) for unit in series.on("black")],
                "excluded": [_on_board(unit) for unit in series.on("excused", "unranked")],
                "left_out": list(series.left_out),
            }
            for series in boards.series
        ],
        "remark": boards.remark or None,
        "scores": [_score(series, unit) for series in boards.series for unit in series.by_score()],
        "allocation": [_share(share) for share in boards.allocation.shares] if boards.allocation else None,
        "sheets": list(sheets),
        "warnings": list(supervision.warnings),
    }


def _on_board(unit: Unit) -> dict[str, Any]:
    return {
        "unit": unit.name,
        "place": unit.line.place.rank,
        "tied": unit.line.place.tied,
        "score": unit.score.total,
        "rate": percent(unit.figures.completion_rate),
        "gap": percent(unit.gap),
        "why": unit.line.why,
    }


def _score(series: Series, unit: Unit) -> dict[str, Any]:
    return {
        "unit": unit.name,
        "series": series.name,
        "rank": unit.place.rank,
        "score": unit.score.total,
        "parts": [
            {
                "part": marks.key,
                "figure": percent(unit.measures[marks.key].share),
                "points": marks.points,
                "of": marks.of,
            }
            for marks in unit.score.parts
        ],
        "bonus": unit.score.bonus,
        "deductions": [
            {"light": each.key, "projects": unit.figures.lights[each.key], "points": each.points}
            for each in unit.score.deductions
        ],
    }


def _share(share: Share) -> dict[str, Any]:
    need = share.unit.need
    return {"unit": share.unit.name, "amount": share.amount, "need": need.amount, "unknown_projects": need.unknown}
