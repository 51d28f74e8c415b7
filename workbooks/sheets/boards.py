"""红黑榜: for each series the red board and the black one, each line with why; who isn't on them, and the reason."""

from collections.abc import Iterator, Sequence

from udfs.rounding import spoken
from workbooks.boards.records import Boards, Series, Unit
from workbooks.sheets.canvas import Canvas, open_canvas
from workbooks.sheets.columns import Column, columns_of
from workbooks.sheets.context import Context
from workbooks.sheets.groups import Record, write_record
from workbooks.sheets.remark import write_remark
from workbooks.sheets.texts import text

_BAND_POINTS, _ROW_POINTS = 26.0, 21.0


def write_boards(context: Context, boards: Boards) -> None:
    """Write the sheet; one plain line where nobody can be on a board."""
    if boards.remark:
        write_remark(context, "boards", "seal", boards.remark)
        return
    columns = columns_of("boards")
    canvas = open_canvas(context, "boards", "seal", [column.width for column in columns])
    canvas.heading(context.title("boards"), context.as_of_line(), "")
    canvas.line(_rule(context, boards), context.styles("legend"), points=22)
    for number, series in enumerate(boards.series):
        name = text("boards.series", number=text("sections.numbers")[number], name=series.name, count=series.ranked)
        if number:
            canvas.gap(8)
        canvas.keep_together(_BAND_POINTS + _points(canvas, columns, series.on("red")))
        canvas.line(name, context.styles("section"), points=_BAND_POINTS)
        if series.ranked > 1:
            for board, most in (("red", series.red), ("black", series.black)):
                _write_board(context, canvas, columns, series.on(board), board, most, boards.target)
        else:
            canvas.line(text("boards.too_few"), context.styles("cell", "text"), points=_ROW_POINTS)
        for note in _notes(series):
            canvas.line(note, context.styles("note"), points=18)
    canvas.line(text("boards.see_scores", sheet=context.names["scores"]), context.styles("legend"), points=22)
    canvas.sheet.set_h_pagebreaks(canvas.breaks)


def _rule(context: Context, boards: Boards) -> str:
    settings = context.settings
    fixed = settings["boards.target"] == "fixed"
    target = text("boards.by_rate", rate=spoken(boards.target or 0.0)) if fixed else text("boards.by_time")
    exceeds = text("boards.exceeds") if settings["boards.exceeds"] else ""
    return text("boards.rule", target=target, basis=_basis(context), exceeds=exceeds)


def _basis(context: Context) -> str:
    return text(f"boards.{context.settings['boards.basis']}")


def _points(canvas: Canvas, columns: Sequence[Column], units: Sequence[Unit]) -> float:
    """Return how high a board is, about: it isn't parted by a page's end where it has room on one."""
    header = canvas.header_points([column.title for column in columns])
    return _BAND_POINTS + header + max(1, len(units)) * _ROW_POINTS


def _write_board(
    context: Context,
    canvas: Canvas,
    columns: Sequence[Column],
    units: Sequence[Unit],
    board: str,
    most: int,
    target: float | None,
) -> None:
    if not most:
        return
    canvas.keep_together(_points(canvas, columns, units))
    label = text(f"boards.{board}", basis=_basis(context), most=most)
    canvas.line(label, context.styles(f"{board}_board"), points=_BAND_POINTS)
    if not units:
        canvas.line(text("boards.nobody"), context.styles("cell", "center"), points=_ROW_POINTS)
        return
    canvas.header([column.title for column in columns])
    for unit in units:
        write_record(context, canvas, columns, _record(context, unit, target), None)


def _record(context: Context, unit: Unit, target: float | None) -> Record:
    rate, aim, gap = context.rounded([unit.figures.completion_rate, target, unit.gap])
    place = unit.line.place.text
    return {
        "place": place,
        "unit": unit.name,
        "score": unit.score.total,
        "rate": rate,
        "target": aim,
        "gap": gap,
        "why": unit.line.why,
    }


def _notes(series: Series) -> Iterator[str]:
    """Yield who isn't on a board though by his place he would be, and who has no place."""
    for unit in series.on("excused"):
        yield text("boards.excused", unit=unit.name, why=unit.line.why)
    if unranked := series.on("unranked"):
        yield text("boards.unranked", units="、".join(unit.name for unit in unranked))
    if series.left_out:
        yield text("boards.left_out", units="、".join(series.left_out))
