"""评分表: each unit's score with its parts, as they add up."""

from collections.abc import Sequence

from workbooks.boards.formula import PARTS
from workbooks.boards.records import Series, Unit
from workbooks.sheets.canvas import open_canvas
from workbooks.sheets.context import Context
from workbooks.sheets.groups import Record, write_record
from workbooks.sheets.remark import write_remark
from workbooks.sheets.table import columns_with_values
from workbooks.sheets.texts import text


def write_scores(context: Context) -> None:
    """Write the sheet; one plain line where no unit has a score; nothing where boards aren't asked for."""
    boards = context.supervision.boards
    if boards is None:
        return
    units = [unit for series in boards.series for unit in series.units]
    if all(unit.score.total is None for unit in units):
        write_remark(context, "scores", "navy", boards.remark or text("scores.none"))
        return
    never = _never_scored(units)
    records = [[_record(context, unit, never) for unit in series.by_score()] for series in boards.series]
    every = [record for own in records for record in own]
    values = {field: [record[field] for record in every] for field in every[0]}
    columns = columns_with_values("scores", values, context.money)
    canvas = open_canvas(context, "scores", "navy", [column.width for column in columns])
    canvas.heading(context.title("scores"), context.as_of_line(), "")
    canvas.line(_rule(context), context.styles("legend"), points=22)
    if never:
        canvas.line(text("scores.never", parts=_titles(never)), context.styles("legend"), points=20)
    header = canvas.header([column.title for column in columns])
    for series, own in zip(boards.series, records, strict=True):
        canvas.line(_band(series), context.styles("cell", "band_row"), points=22)
        for record in own:
            write_record(context, canvas, columns, record, None)
    canvas.sheet.freeze_panes(header + 1, 2)
    canvas.sheet.repeat_rows(header)


def _band(series: Series) -> str:
    return text("scores.section", name=series.name, count=len(series.units))


def _never_scored(units: Sequence[Unit]) -> list[str]:
    """Return the parts that no unit with a score is scored by."""
    scored = [unit.score for unit in units if unit.score.total is not None]
    rows = zip(*(score.parts for score in scored), strict=True)
    return [own[0].key for own in rows if all(marks.points is None for marks in own)]


def _record(context: Context, unit: Unit, never: Sequence[str]) -> Record:
    """Return the unit's row. What isn't scored is a dash, a part that nobody is scored by nothing."""
    score, figures = unit.score, unit.figures
    points = {marks.key: marks.points for marks in score.parts if marks.key not in never}
    record: dict[str, str | float | None] = {
        "place": unit.place.text,
        "unit": unit.name,
        "projects": figures.projects,
        "bonus": score.bonus or None,
        **dict.fromkeys(("red", "yellow")),
        **{each.key: -each.points or None for each in score.deductions},
        "total": score.total,
        "remark": _remark(unit, never),
    }
    for part in PARTS:
        record[part] = _figure(context, unit, part) if part in points else None
        blank = text("lines.blank") if part in points else None
        record[f"{part}_points"] = points.get(part) if points.get(part) is not None else blank
    return record


def _figure(context: Context, unit: Unit, part: str) -> str | float | None:
    measure = unit.measures[part]
    if measure.share is None:
        return text("lines.blank")
    return f"{measure.count}/{measure.of}" if measure.of else context.rounded([measure.share])[0]


def _remark(unit: Unit, never: Sequence[str]) -> str:
    if unit.score.total is None:
        return text("scores.no_score")
    missing = [marks.key for marks in unit.score.parts if marks.points is None and marks.key not in never]
    return text("scores.not_scored", parts=_titles(missing)) if missing else ""


def _titles(parts: Sequence[str]) -> str:
    return "、".join(text(f"parts.{part}") for part in parts)


def _rule(context: Context) -> str:
    """Return the formula with its weights and caps, as the settings have it."""
    settings = context.settings
    weights = {part: settings[f"scores.weights.{part}"] for part in PARTS}
    parts = [
        text("scores.part", title=text(f"parts.{part}"), weight=f"{weight:g}", how=text(f"parts.how_{part}"))
        for part, weight in weights.items()
        if weight
    ]
    each, most = settings["scores.bonus"], settings["scores.bonus_cap"]
    by_bonus = weights["investment"] and each and most
    bonus = text("scores.bonus", each=f"{each:g}", most=f"{most:g}") if by_bonus else ""
    red, yellow, cap = (settings[f"scores.deduct_{name}"] for name in ("red", "yellow", "cap"))
    by = text(f"deducted_by.{settings['scores.deduct_by']}")
    lights = text("scores.deducted", by=by, red=f"{red:g}", yellow=f"{yellow:g}", most=f"{cap:g}")
    return text(
        "scores.rule",
        parts=text("scores.plus").join(parts),
        bonus=bonus,
        deducted=lights if cap and (red or yellow) else "",
    )
