"""红黑榜: for each series the red board and the black one, each line with why; who isn't on them, and the reason."""

from collections.abc import Iterator, Mapping

from udfs.boards import Bar
from udfs.rounding import spoken
from workbooks.boards.records import Board, Boards, Series, Unit
from workbooks.sheets.canvas import Canvas, open_canvas
from workbooks.sheets.columns import columns_of
from workbooks.sheets.context import Context
from workbooks.sheets.groups import Record, write_record
from workbooks.sheets.remark import write_remark
from workbooks.sheets.texts import text

_BAND_POINTS, _ROW_POINTS, _NOTE_POINTS = 26.0, 21.0, 18.0
_BARS: Mapping[Board, Mapping[Bar, str]] = {
    "red": {"missed": "off_red", "just_met": "off_red_just", "no_gap": "off_both"},
    "black": {"met": "off_black"},
}
"""What keeps a unit off each board, by the key of what is said of it."""


def write_boards(context: Context) -> None:
    """Write the sheet; one plain line where nobody can be on a board; nothing where boards aren't asked for."""
    boards = context.supervision.boards
    if boards is None:
        return
    if boards.remark:
        write_remark(context, "boards", "seal", boards.remark)
        return
    columns = columns_of("boards")
    canvas = open_canvas(context, "boards", "seal", [column.width for column in columns])
    canvas.heading(context.title("boards"), context.as_of_line(), "")
    canvas.line(_rule(context, boards), context.styles("legend"), points=22)
    for number, series in enumerate(boards.series):
        if number:
            canvas.gap(8)
        _write_series(context, canvas, series, text("sections.numbers")[number], boards.target)
    canvas.line(text("boards.see_scores", sheet=context.names["scores"]), context.styles("legend"), points=22)
    canvas.sheet.set_h_pagebreaks(canvas.breaks)


def _write_series(context: Context, canvas: Canvas, series: Series, number: str, target: float) -> None:
    """Write a series' boards, on one page where they have room on one, and else each."""
    boards: tuple[Board, ...] = ("red", "black")
    heights = [_points(canvas, series, board) for board in boards]
    notes = list(_notes(series))
    whole = _BAND_POINTS + sum(heights) + len(notes) * _NOTE_POINTS
    canvas.keep_together(whole if whole <= canvas.page_points else _BAND_POINTS + heights[0])
    name = text("boards.series", number=number, name=series.name, count=series.ranked)
    canvas.line(name, context.styles("section"), points=_BAND_POINTS)
    if series.ranked > 1:
        for board, points in zip(boards, heights, strict=True):
            canvas.keep_together(points)
            _write_board(context, canvas, series, board, target)
    else:
        canvas.line(text("boards.too_few"), context.styles("cell", "text"), points=_ROW_POINTS)
    for note in notes:
        canvas.line(note, context.styles("note"), points=_NOTE_POINTS)


def _rule(context: Context, boards: Boards) -> str:
    settings = context.settings
    fixed = settings["boards.target"] == "fixed"
    target = text("boards.by_rate", rate=spoken(boards.target)) if fixed else text("boards.by_time")
    exceeds = text("boards.exceeds") if settings["boards.exceeds"] else ""
    return text("boards.rule", target=target, basis=_basis(context), exceeds=exceeds)


def _basis(context: Context) -> str:
    return text(f"boards.{context.settings['boards.basis']}")


def _points(canvas: Canvas, series: Series, board: Board) -> float:
    """Return how high a board is, about: it isn't parted by a page's end where it has room on one."""
    if not series.places(board):
        return 0.0
    header = canvas.header_points([column.title for column in columns_of("boards")])
    rows, notes = max(1, len(series.on(board))), len(list(_off(series, board)))
    return _BAND_POINTS + header + rows * _ROW_POINTS + notes * _NOTE_POINTS


def _write_board(context: Context, canvas: Canvas, series: Series, board: Board, target: float) -> None:
    """Write a board and, under it, who isn't on it though by his place he would be; nothing for one without places."""
    most, units, columns = series.places(board), series.on(board), columns_of("boards")
    if not most:
        return
    label = text(f"boards.{board}", basis=_basis(context), most=most)
    canvas.line(label, context.styles(f"{board}_board"), points=_BAND_POINTS)
    if units:
        canvas.header([column.title for column in columns])
    else:
        canvas.line(text("boards.nobody"), context.styles("cell", "center"), points=_ROW_POINTS)
    for unit in units:
        write_record(context, canvas, columns, _record(context, unit, target), None)
    for note in _off(series, board):
        canvas.line(note, context.styles("note"), points=_NOTE_POINTS)


def _record(context: Context, unit: Unit, target: float) -> Record:
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


def _off(series: Series, board: Board) -> Iterator[str]:
    """Yield who isn't on the board though by his place he would be, a line for each reason."""
    for bar, key in _BARS[board].items():
        if units := [unit for unit in series.units if unit.line.bar == bar]:
            yield text(f"boards.{key}", units="、".join(_placed(unit) for unit in units))


def _placed(unit: Unit) -> str:
    return text("boards.placed", place=unit.line.place.ordinal, unit=unit.name)


def _notes(series: Series) -> Iterator[str]:
    """Yield who isn't on the black board for a reason, who has no place, and who is no unit."""
    for unit in series.on("excused"):
        yield text("boards.excused", unit=unit.name, why=unit.line.why)
    if unranked := series.on("unranked"):
        yield text("boards.unranked", units="、".join(unit.name for unit in unranked))
    if series.left_out:
        yield text("boards.left_out", units="、".join(series.left_out))
