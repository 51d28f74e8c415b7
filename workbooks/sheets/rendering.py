"""Render the supervision sheets: one small fresh .xlsx, whose sheets a host then takes into the clerk's workbook."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from io import BytesIO

from xlsxwriter.workbook import Workbook

from udfs.periods import PeriodKind
from workbooks.baseline import Baseline, Check
from workbooks.history import Comparison, Trend
from workbooks.items import Item
from workbooks.items.keeping import judging_of
from workbooks.ledger import Question
from workbooks.recognition import Recognition
from workbooks.settings import Settings
from workbooks.settings_sheet import SettingsSheet
from workbooks.sheets.allocation import write_allocation
from workbooks.sheets.boards import write_boards
from workbooks.sheets.bulk import filled
from workbooks.sheets.changes import write_changes
from workbooks.sheets.context import Context
from workbooks.sheets.issues import write_issues
from workbooks.sheets.items import write_items
from workbooks.sheets.kept import write_kept
from workbooks.sheets.lights import write_lights
from workbooks.sheets.money import Money
from workbooks.sheets.overview import write_overview
from workbooks.sheets.ranking import write_ranking
from workbooks.sheets.ratchet import write_ratchet
from workbooks.sheets.scope import is_judged
from workbooks.sheets.scores import write_scores
from workbooks.sheets.settings import write_settings
from workbooks.sheets.slips import write_slips
from workbooks.sheets.standing import write_standing
from workbooks.sheets.starts import write_starts
from workbooks.sheets.supervision import write_supervision
from workbooks.sheets.targets import write_targets
from workbooks.sheets.texts import sheet_names, text
from workbooks.sheets.theme import Styles
from workbooks.sheets.trend import write_trend
from workbooks.sheets.understood import write_understood
from workbooks.sheets.visits import write_visits
from workbooks.supervision import supervise
from workbooks.supervision.figures import Supervision

SHEETS: Mapping[str, Callable[[Context], None]] = {
    "overview": write_overview,
    "lights": write_lights,
    "ranking": write_ranking,
    "targets": write_targets,
    "boards": write_boards,
    "scores": write_scores,
    "starts": write_starts,
    "visits": write_visits,
    "supervision": write_supervision,
    "standing": write_standing,
    "issues": write_issues,
}
"""The sheets that a report may have, in their order."""
_OF_PROJECTS = ("lights", "ranking", "supervision")
_OF_PERIOD: Mapping[str, Sequence[PeriodKind]] = {  # S2: 每季度一次集中开工; S3: 半年一观摩
    "starts": ("quarter",),
    "visits": ("half_year",),
}


def sheets_of(supervision: Supervision) -> list[str]:
    """Return the sheets of a report: those that its period asks for, and of others where there is something to say."""
    period = supervision.period
    boards = supervision.boards is not None
    wanted = {"targets": bool(supervision.targets), "standing": supervision.items is not None}
    wanted |= {"boards": boards, "scores": boards}
    wanted |= {sheet: period.month is not None and period.kind in kinds for sheet, kinds in _OF_PERIOD.items()}
    if supervision.targets and not supervision.projects:
        wanted |= dict.fromkeys((*_OF_PROJECTS, *_OF_PERIOD), False)
    return [sheet for sheet in SHEETS if wanted.get(sheet, True)]


def render(supervision: Supervision, settings: Settings, sheets: Iterable[str] | None = None) -> bytes:
    """Return the .xlsx with the sheets of a report, or those of them asked for."""
    wanted = sheets_of(supervision) if sheets is None else sheets
    return _drawn(supervision, settings, [SHEETS[sheet] for sheet in wanted])


def render_understood(recognition: Recognition, settings: Settings) -> bytes:
    """Return the .xlsx with the sheet 台账识别: which ledgers there are, and how each column is understood."""
    nothing = supervise((), [], settings, date.today())
    return _drawn(nothing, settings, [partial(write_understood, recognition=recognition)])


def render_settings(settings: Settings, sheet: SettingsSheet | None, questions: Sequence[Question]) -> bytes:
    """Return the .xlsx with the sheet 督导设置. sheet: the one that is there; questions: those of the ledgers."""
    nothing = supervise((), [], settings, date.today())
    names = {"settings": sheet.name} if sheet else {}
    return _drawn(nothing, settings, [partial(write_settings, sheet=sheet, questions=questions)], names)


def render_history(settings: Settings) -> bytes:
    """Return the .xlsx with the sheet 督导历史, without any period."""
    return _kept(settings, "history", text("history.how"), 4)


def render_baseline(settings: Settings) -> bytes:
    """Return the .xlsx with the sheet 底线目标, without any project."""
    return _kept(settings, "baseline", text("baseline.how"), 2)


def _kept(settings: Settings, key: str, how: str, in_sight: int) -> bytes:
    write = partial(write_kept, key=key, how=how, in_sight=in_sight)
    return _drawn(supervise((), [], settings, date.today()), settings, [write])


def render_changes(supervision: Supervision, settings: Settings, comparison: Comparison, trend: Trend) -> bytes:
    """Return the .xlsx with the sheets 变化对比 and 完成率走势."""
    writers = [partial(write_changes, comparison=comparison), partial(write_trend, trend=trend)]
    return _drawn(supervision, settings, writers)


def render_boards(supervision: Supervision, settings: Settings) -> bytes:
    """Return the .xlsx with the sheets 红黑榜 and 评分表, and 资金分配建议 where there are funds to share out."""
    return _drawn(supervision, settings, [write_boards, write_scores, write_allocation])


def render_slips(settings: Settings, items: Sequence[Item], as_of: date) -> bytes:
    """Return the .xlsx with the sheet 督办单: what each unit has to do."""
    nothing = supervise((), [], settings, as_of)
    return _drawn(nothing, settings, [partial(write_slips, items=items, judging=judging_of(settings, as_of))])


def render_items(settings: Settings) -> bytes:
    """Return the .xlsx with the sheet 督办台账, without any item."""
    return _drawn(supervise((), [], settings, date.today()), settings, [write_items])


def render_ratchet(supervision: Supervision, settings: Settings, check: Check, baseline: Baseline) -> bytes:
    """Return the .xlsx with the sheet 底线核对."""
    return _drawn(supervision, settings, [partial(write_ratchet, check=check, baseline=baseline)])


def _drawn(
    supervision: Supervision,
    settings: Settings,
    writers: Sequence[Callable[[Context], None]],
    called: Mapping[str, str] | None = None,
) -> bytes:
    """Return the .xlsx. called: other names than the usual ones for some of the sheets."""
    output = BytesIO()
    book = Workbook(output, {"constant_memory": True})
    decimals = int(settings["sheets.decimals"])
    names = {**sheet_names(), **(called or {})}
    money = Money(supervision.totals.unit, settings["sheets.unit"], decimals)
    styles = Styles(book, decimals, money.places, int(settings["scores.decimals"]))
    rules, judged = settings.light_rules(), is_judged(supervision)
    context = Context(book, styles, supervision, decimals, settings, names, rules, money, judged)
    for write in writers:
        write(context)
    book.close()
    return filled(output.getvalue(), context.bulk)
