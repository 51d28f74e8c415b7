"""A workbook's ledgers as commands and buttons work on them: understood, checked, supervised."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from udfs.periods import PeriodKind, ReportPeriod, report_period
from workbooks.errors import NoLedger, WrongArgument
from workbooks.finding import Finding
from workbooks.grid import Book
from workbooks.ledger import Question
from workbooks.recognition import Recognition, recognise
from workbooks.settings import Settings

if TYPE_CHECKING:
    from workbooks.baseline import Baseline, Check
    from workbooks.history import Block, Comparison, History, Trend
    from workbooks.supervision.figures import Supervision


@dataclass(frozen=True, slots=True)
class Understood:
    """A workbook and its ledgers as understood by the settings."""

    book: Book
    settings: Settings
    recognition: Recognition


def understand(book: Book, settings: Settings, sheets: Collection[str] = ()) -> Understood:
    """Return the workbook's ledgers, with `sheets` only those of the named ones. Raises NoLedger where none is.

    What of the sheet 督导设置 doesn't hold is among the book's warnings then.
    """
    recognition = recognise(book, settings, sheets)
    book.warnings = tuple(dict.fromkeys((*book.warnings, *(problem.line for problem in settings.problems))))
    return Understood(book, settings, recognition)


def questions_of(book: Book, settings: Settings, sheets: Collection[str] = ()) -> list[Question]:
    """Return what only the clerk can answer about the ledgers; nothing where there is no ledger."""
    try:
        understood = understand(book, settings, sheets)
    except NoLedger:
        return []
    return [question for ledger in understood.recognition.ledgers for question in ledger.questions]


def found(understood: Understood, as_of: date | None) -> list[Finding]:
    """Return what the checks find in the ledgers."""
    from workbooks.checks import check

    return check(understood.recognition.ledgers, understood.settings, as_of, understood.book)


def supervised(understood: Understood, as_of: date, kind: PeriodKind | None = None) -> "Supervision":
    """Return the figures of the ledgers at a date, findings included. kind: of the period, None for the settings'."""
    from workbooks.items.standing import standings
    from workbooks.supervision import supervise

    ledgers, settings = understood.recognition.ledgers, understood.settings
    items = standings(understood.book, ledgers, settings, as_of)
    return replace(supervise(ledgers, found(understood, as_of), settings, as_of, kind), items=items)


def reported(understood: Understood, as_of: date) -> "Supervision":
    """Return the figures of a report: with the boards where its period asks for them and there are projects."""
    from workbooks.boards import IN_REPORTS_OF, counted_projects, with_boards

    supervision = supervised(understood, as_of)
    period = supervision.period
    asked = period.kind in IN_REPORTS_OF and period.end is not None
    return with_boards(supervision, understood.settings) if asked and counted_projects(supervision) else supervision


def boarded(understood: Understood, as_of: date) -> "Supervision":
    """Return the figures of the boards' own period, with the boards.

    Raises WrongArgument where no such period has ended in the year yet, and where there is no project.
    """
    from workbooks.boards import counted_projects, with_boards
    from workbooks.sheets.texts import chinese_date, text

    supervision = supervised(understood, as_of, understood.settings["boards.period"])
    period = supervision.period
    if period.end is None:
        first = report_period(period.first_end, period.kind)
        said = text("boards.no_period", period=first.title, day=chinese_date(period.first_end))
        raise WrongArgument(said, "no_period")
    if not counted_projects(supervision):
        raise WrongArgument(text("boards.no_projects"), "no_projects")
    found = with_boards(supervision, understood.settings)
    return replace(found, warnings=(*found.warnings, *_on_funds(understood.book, found)))


def _on_funds(book: Book, supervision: "Supervision") -> Sequence[str]:
    """Return what 资金分配建议 leaves out, or that an earlier run's stays in the workbook: hosts take no sheet out."""
    from workbooks.boards import needs_left_out
    from workbooks.sheets.texts import sheet_names, text

    if supervision.boards and supervision.boards.allocation:
        return needs_left_out(supervision.boards.allocation)
    name = sheet_names()["allocation"]
    return [text("allocation.earlier", sheet=name)] if name in book.ours else []


def compared(understood: Understood, supervision: "Supervision") -> "tuple[Comparison, Trend, list[str]]":
    """Return what has changed since the period before, how the rates went, and what was noticed of the history.

    Raises WrongArgument where no period before this one was kept, or not the one before it that the settings name.
    """
    from addin.wording import noticed_lines
    from workbooks.history import compare, entries_of, read_history, trend
    from workbooks.sheets.texts import text

    history = read_history(understood.book)
    if history is None:
        raise WrongArgument(text("changes.no_history"), "no_history")
    settings, period = understood.settings, supervision.period
    base = _base(history, period, settings["periods.base"])
    entries, jump = entries_of(supervision), settings["checks.jump_share"]
    comparison = compare(history, base, entries, period, jump, settings.renamed)
    return comparison, trend(history, entries, period), noticed_lines(history.noticed, history.sheet)


def _base(history: "History", period: ReportPeriod, wanted: date | str) -> "Block":
    """Return the period to compare with. wanted: the day that the settings name, empty for the period before."""
    from workbooks.sheets.texts import text

    if isinstance(wanted, date):
        if wanted >= (period.end or date(period.year, 1, 1)):
            said = text("changes.base_not_before", day=wanted.isoformat(), period=period.title)
            raise WrongArgument(said, "no_base")
        named = next((block for block in history.blocks if block.as_of == wanted), None)
        if named is None:
            said = text("changes.no_such_base", sheet=history.sheet, day=wanted.isoformat())
            raise WrongArgument(said, "no_base")
        return named
    base = history.base(period)
    if base is None:
        raise WrongArgument(text("changes.no_base", sheet=history.sheet, period=period.title), "no_base")
    return base


def checked_baseline(understood: Understood, supervision: "Supervision") -> "tuple[Check, Baseline]":
    """Return what is worse than in the workbook's baseline, and that. Raises WrongArgument where there is none."""
    from workbooks.baseline import check_baseline, read_baseline
    from workbooks.history import entries_of
    from workbooks.sheets.texts import text

    baseline = read_baseline(understood.book)
    if baseline is None:
        raise WrongArgument(text("baseline.missing"), "no_baseline")
    renamed = understood.settings.renamed
    return check_baseline(baseline, entries_of(supervision), supervision.as_of, renamed), baseline


@dataclass(frozen=True, slots=True)
class Day:
    """The day at which a button supervises, and where it was taken from."""

    date: date
    source: str

    @property
    def line(self) -> str:
        """Return the sentence that tells the clerk."""
        return f"截止日期：{self.date.isoformat()}（{self.source}）。"


def day_of(given: date | None, understood: Understood, today: date) -> Day:
    """Return the clerk's day, else the end of the last month that a ledger's header names, else today.

    A header's month that is not over yet, as whole-year plans name one, doesn't count.
    """
    if given:
        return Day(given, "按您填的日期")
    periods = [ledger.period for ledger in understood.recognition.ledgers]
    ends = [ReportPeriod("month", p.year, p.month).end for p in periods if p.year and p.month]
    past = [end for end in ends if end and end <= today]
    return Day(max(past), "按台账写明的报告期") if past else Day(today, "台账没有写明报告期，按今天")
