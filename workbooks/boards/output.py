"""`boards --json`: the boards as one document. Rates and gaps are rounded half up to 2 places, scores as shown."""

from collections.abc import Sequence
from typing import Any

from udfs.rounding import half_up
from workbooks.boards.records import Boards, Series, Unit
from workbooks.supervision.figures import Supervision


def boards_json(boards: Boards, supervision: Supervision, sheets: Sequence[str]) -> dict[str, Any]:
    """Return period, target, boards of each series, scores, allocation. sheets: the names of those written."""
    shares = boards.allocation.shares if boards.allocation else ()
    return {
        "as_of": supervision.as_of.isoformat(),
        "period": supervision.period.as_json(),
        "time_progress": _rounded(supervision.time_progress),
        "target": _rounded(boards.target),
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
        "scores": [_score(series, unit) for series in boards.series for unit in by_score(series)],
        "allocation": [{"unit": share.unit.name, "amount": share.amount} for share in shares]
        if boards.allocation
        else None,
        "sheets": list(sheets),
        "warnings": [*supervision.warnings, *boards.warnings],
    }


def by_score(series: Series) -> list[Unit]:
    """Return the units in order of their scores, those without one last."""
    return sorted(series.units, key=lambda unit: (unit.by_score.rank is None, unit.by_score.rank or 0))


def _on_board(unit: Unit) -> dict[str, Any]:
    return {
        "unit": unit.name,
        "place": unit.line.place.rank,
        "tied": unit.line.place.tied,
        "score": unit.score.total,
        "rate": _rounded(unit.figures.completion_rate),
        "gap": _rounded(unit.gap),
        "why": unit.line.why,
    }


def _score(series: Series, unit: Unit) -> dict[str, Any]:
    return {
        "unit": unit.name,
        "series": series.name,
        "rank": unit.by_score.rank,
        "score": unit.score.total,
        "parts": [
            {
                "part": marks.key,
                "figure": _rounded(unit.measures[marks.key].share),
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


def _rounded(value: float | None) -> float | None:
    return None if value is None else half_up(value, 2)
