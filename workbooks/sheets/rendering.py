"""Render the supervision sheets: one small fresh .xlsx, whose sheets a host then takes into the clerk's workbook."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial
from io import BytesIO

from xlsxwriter.workbook import Workbook

from workbooks.boards.records import Boards
from workbooks.history import Comparison
from workbooks.ledger import Question
from workbooks.recognition import Recognition
from workbooks.settings import Settings
from workbooks.settings_sheet import SettingsSheet
from workbooks.sheets.allocation import write_allocation
from workbooks.sheets.boards import write_boards
from workbooks.sheets.bulk import filled
from workbooks.sheets.changes import write_changes
from workbooks.sheets.context import Context
from workbooks.sheets.history import write_history
from workbooks.sheets.issues import write_issues
from workbooks.sheets.lights import write_lights
from workbooks.sheets.money import Money
from workbooks.sheets.overview import write_overview
from workbooks.sheets.ranking import write_ranking
from workbooks.sheets.scope import is_judged
from workbooks.sheets.scores import write_scores
from workbooks.sheets.settings import write_settings
from workbooks.sheets.supervision import write_supervision
from workbooks.sheets.texts import sheet_name
from workbooks.sheets.theme import Styles
from workbooks.sheets.understood import write_understood
from workbooks.supervision import supervise
from workbooks.supervision.figures import Supervision

SHEETS = {
    "overview": write_overview,
    "lights": write_lights,
    "ranking": write_ranking,
    "supervision": write_supervision,
    "issues": write_issues,
}
_ALONE = ("understood", "settings", "history", "changes", "boards", "scores", "allocation")


def render(supervision: Supervision, settings: Settings, sheets: Iterable[str] = SHEETS) -> bytes:
    """Return the .xlsx with the sheets 督导总览, 亮灯表, 排名, 督办清单, 数据问题, or those of them asked for."""
    return _drawn(supervision, settings, [SHEETS[sheet] for sheet in sheets])


def render_understood(recognition: Recognition, settings: Settings) -> bytes:
    """Return the .xlsx with the sheet 台账识别: which ledgers there are, and how each column is understood."""
    nothing = supervise((), [], settings, date.today())
    return _drawn(nothing, settings, [partial(write_understood, recognition=recognition)])


def render_settings(settings: Settings, sheet: SettingsSheet | None, questions: Sequence[Question]) -> bytes:
    """Return the .xlsx with the sheet 督导设置. sheet: the one that is there; questions: those of the ledgers."""
    nothing = supervise((), [], settings, date.today())
    return _drawn(nothing, settings, [partial(write_settings, sheet=sheet, questions=questions)])


def render_history(settings: Settings) -> bytes:
    """Return the .xlsx with the sheet 督导历史, without any period."""
    return _drawn(supervise((), [], settings, date.today()), settings, [write_history])


def render_changes(supervision: Supervision, settings: Settings, comparison: Comparison) -> bytes:
    """Return the .xlsx with the sheet 变化对比."""
    return _drawn(supervision, settings, [partial(write_changes, comparison=comparison)])


def render_boards(supervision: Supervision, settings: Settings, boards: Boards) -> bytes:
    """Return the .xlsx with the sheets 红黑榜 and 评分表, and 资金分配建议 where there are funds to share out."""
    writers = [partial(write_boards, boards=boards), partial(write_scores, boards=boards)]
    if boards.allocation:
        writers.append(partial(write_allocation, allocation=boards.allocation))
    return _drawn(supervision, settings, writers)


def _drawn(supervision: Supervision, settings: Settings, writers: Sequence[Callable[[Context], None]]) -> bytes:
    output = BytesIO()
    book = Workbook(output, {"constant_memory": True})
    decimals = int(settings["sheets.decimals"])
    names = {key: sheet_name(key) for key in (*SHEETS, *_ALONE)}
    money = Money(supervision.totals.unit, settings["sheets.unit"], decimals)
    styles = Styles(book, decimals, money.places, int(settings["scores.decimals"]))
    rules, judged = settings.light_rules(), is_judged(supervision)
    context = Context(book, styles, supervision, decimals, settings, names, rules, money, judged)
    for write in writers:
        write(context)
    book.close()
    return filled(output.getvalue(), context.bulk)
