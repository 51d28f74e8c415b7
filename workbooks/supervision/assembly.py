"""Assemble the figures of a report: all ledgers judged, summed, ranked, and what must be said about them."""

from collections.abc import Iterable, Sequence
from datetime import date

from udfs.lights import LightRules, red_cannot_happen
from udfs.periods import PeriodKind, ReportPeriod, report_period
from udfs.progress import time_progress_of
from workbooks.errors import Ambiguous
from workbooks.finding import Finding
from workbooks.ledger import Kind, Ledger
from workbooks.settings import Settings
from workbooks.supervision.amounts import Amounts, has_plan_or_done
from workbooks.supervision.figures import Project, Supervision, Unsupported
from workbooks.supervision.notes import named_sheets, note
from workbooks.supervision.projects import Moment, projects_of
from workbooks.supervision.same_projects import counted_once
from workbooks.supervision.summing import foreign, groups, main_unit, summed
from workbooks.targets.judging import TargetMoment, judged_targets

WITHOUT_PROJECTS: frozenset[Kind] = frozenset(("targets", "indicators"))
"""Kinds whose rows are no projects."""
WITH_SHEETS: frozenset[Kind] = frozenset(("progress", "supervision", "targets"))
"""Kinds that have sheets of their own; the others are named in 督导总览."""
_MOST_NAMED = 5


def supervise(
    ledgers: Sequence[Ledger],
    findings: Iterable[Finding],
    settings: Settings,
    as_of: date,
    kind: PeriodKind | None = None,
) -> Supervision:
    """Return all figures of a report on these ledgers at a date.

    kind: of the period, the last that has ended by then; None for the settings'. Ambiguous where there are progress
    ledgers and no column for plan or done can be told in any of them.
    """
    _refuse_without_figures(ledgers)
    period = report_period(as_of, kind or settings["periods.kind"])
    progress = time_progress_of(period, as_of, settings["progress.basis"], settings["progress.weights"])
    moment = Moment(as_of, period.month, progress)
    rules = settings.light_rules()
    judged = [
        (ledger, *projects_of(ledger, moment, rules, settings.exemptions))
        for ledger in ledgers
        if _has_projects(ledger)
    ]
    projects, twice = counted_once([project for _, own, _ in judged for project in own], _periods(ledgers, period))
    unit = main_unit(projects)
    when = TargetMoment(as_of, period.kind, settings["progress.basis"], settings["progress.weights"], rules)
    targets, doubts = judged_targets([ledger for ledger in ledgers if ledger.kind == "targets"], when)
    return Supervision(
        as_of=as_of,
        period=period,
        time_progress=moment.time_progress,
        projects=tuple(projects),
        totals=summed(projects, unit, moment.time_progress),
        foreign=foreign(projects, unit, moment.time_progress),
        groups=groups(projects, moment.time_progress),
        warnings=(
            *_on_period(ledgers, period, moment, rules),
            *(warning for ledger, _, amounts in judged for warning in _on_amounts(ledger, amounts, period)),
            *_on_doubles(twice),
            *doubts,
            *(note("question", sheet=ledger.sheet, text=q.text) for ledger in ledgers for q in ledger.questions),
        ),
        unsupported=tuple(
            Unsupported(ledger.sheet, ledger.kind, len(ledger.rows))
            for ledger in ledgers
            if ledger.kind not in WITH_SHEETS
        ),
        findings=tuple(findings),
        targets=targets,
        target_moment=when,
    )


def _periods(ledgers: Sequence[Ledger], period: ReportPeriod) -> dict[str, tuple[int, int]]:
    """Return year and month that each sheet names, 0 for none and for those after the report's period."""
    report = (period.year, period.month or 0)
    named = {ledger.sheet: (ledger.period.year or 0, ledger.period.month or 0) for ledger in ledgers}
    return {sheet: said if said <= report else (0, 0) for sheet, said in named.items()}


def _has_projects(ledger: Ledger) -> bool:
    return ledger.kind not in WITHOUT_PROJECTS


def _refuse_without_figures(ledgers: Sequence[Ledger]) -> None:
    progress = [ledger for ledger in ledgers if ledger.kind == "progress"]
    if progress and not any(map(has_plan_or_done, progress)):
        raise Ambiguous(note("no_plan_or_done", sheet=progress[0].sheet))


def _on_period(ledgers: Sequence[Ledger], period: ReportPeriod, moment: Moment, rules: LightRules) -> Iterable[str]:
    if period.month is None:
        first = period.first_end
        until = f"{first.month}月{first.day}日"
        yield note("no_period", as_of=moment.as_of.isoformat(), kind=period.word, end=until)
    others: dict[str, list[str]] = {}
    for ledger in ledgers:
        said = ledger.period
        other_year = said.year is not None and said.year != period.year
        if other_year or (said.month is not None and said.month != period.month):
            others.setdefault(_said(ledger), []).append(ledger.sheet)
    for header, sheets in others.items():
        yield note("other_period", sheets=named_sheets(sheets), header=header, period=period.title)
    warning = red_cannot_happen(rules, moment.time_progress)
    if warning:
        yield f"{warning}。"


def _said(ledger: Ledger) -> str:
    said = ledger.period
    if said.year and said.month:
        return ReportPeriod("month", said.year, said.month).title
    return note("year_only", year=said.year) if said.year else note("month_only", month=said.month)


def _on_amounts(ledger: Ledger, amounts: Amounts, period: ReportPeriod) -> Iterable[str]:
    if amounts.derived:
        yield note(amounts.derived, sheet=ledger.sheet, month=period.month)
    if not amounts.comparable and "annual_plan" in ledger.fields and any(v is not None for v in amounts.plan):
        yield note("other_units", sheet=ledger.sheet)


def _on_doubles(pairs: Sequence[tuple[Project, Project]]) -> Iterable[str]:
    for double, kept in pairs[:_MOST_NAMED]:
        yield note(
            "twice",
            name=kept.name,
            sheet=double.sheet,
            row=double.row + 1,
            other_sheet=kept.sheet,
            other_row=kept.row + 1,
        )
    if len(pairs) > _MOST_NAMED:
        yield note("twice_more", count=len(pairs) - _MOST_NAMED)
