"""What the reader of 督导总览 must know: definitions, amounts left out, warnings, kinds without sheets, findings."""

from collections.abc import Iterable, Sequence

from udfs.progress import basis_of
from udfs.totals import total
from workbooks.items import figures_on
from workbooks.ledger import Kind
from workbooks.sheets.context import Context
from workbooks.sheets.legend import legend
from workbooks.sheets.scope import why_not_judged
from workbooks.sheets.target_words import see_targets
from workbooks.sheets.texts import plain_number, text
from workbooks.supervision.assembly import WITHOUT_PROJECTS
from workbooks.supervision.figures import Figures, Unsupported
from workbooks.supervision.notes import named_sheets
from workbooks.supervision.summing import without_done

_OTHER_FIGURES: frozenset[Kind] = frozenset(("investment_promotion", "funding", "approvals", "indicators"))
"""Kinds that tell of their entries more than 总投资, plan, done and the times of the works."""


def notes(context: Context) -> list[str]:
    """Return the notes in order, without numbers."""
    supervision = context.supervision
    return [
        *unsupported(supervision.unsupported),
        *_items(context),
        *_on_lights(context),
        *_definitions(context),
        *_on_targets(context),
        *_without_done(context),
        *(_foreign(context, figures) for figures in supervision.foreign),
        *supervision.warnings,
        _findings(context),
    ]


def _items(context: Context) -> Iterable[str]:
    if items := context.supervision.items:
        said = figures_on(items.tally, context.supervision.as_of)
        yield text("standing.note", figures=said, sheet=context.names["standing"])


def _definitions(context: Context) -> Iterable[str]:
    if context.supervision.totals.completion_rate is not None:
        basis = basis_of(context.supervision.period, context.settings["progress.basis"])
        yield text("notes.definitions", time=text(f"bases.{basis}"))


def _without_done(context: Context) -> Iterable[str]:
    """Yield which plans the rate leaves out: those of projects without a done figure."""
    plans = [project.annual_plan for project in without_done(context.supervision)]
    if plans:
        plan = plain_number(total(plans) or 0.0, context.decimals)
        yield text("notes.without_done", count=len(plans), plan=plan, unit=context.supervision.totals.unit or "")


def _on_lights(context: Context) -> Iterable[str]:
    """Yield what the lights mean, or why there are none; that the first month isn't over is among the warnings."""
    if context.judged:
        yield legend(context.rules)
    elif context.supervision.period.month is not None and not _targets_alone(context):
        yield why_not_judged(context.supervision)


def _targets_alone(context: Context) -> bool:
    return bool(context.supervision.targets) and not context.supervision.projects


def _on_targets(context: Context) -> Iterable[str]:
    """Yield how the targets stand, unless the opening paragraph says it already."""
    if context.supervision.targets and not _targets_alone(context):
        yield see_targets(context.supervision.targets, context.names)


def unsupported(entries: Sequence[Unsupported]) -> Iterable[str]:
    """Yield a sentence for each kind of ledger that has no sheets of its own yet."""
    for kind, alike in _by_kind(entries).items():
        key = "notes.unsupported_without_projects" if kind in WITHOUT_PROJECTS else "notes.unsupported"
        sheets = named_sheets([entry.sheet for entry in alike])
        yield text(key, sheets=sheets, kind=text(f"kinds.{kind}"), rows=sum(entry.rows for entry in alike))


def not_compared(entries: Sequence[Unsupported]) -> list[str]:
    """Return a sentence for each kind of ledger whose own figures 对比上期 and 核对底线 don't compare yet."""
    return [
        text(
            "not_compared.line",
            sheets=named_sheets([entry.sheet for entry in alike]),
            kind=text(f"kinds.{kind}"),
            figures=text(f"not_compared.{kind}"),
        )
        for kind, alike in _by_kind(entries).items()
        if kind in _OTHER_FIGURES
    ]


def _by_kind(entries: Sequence[Unsupported]) -> dict[Kind, list[Unsupported]]:
    by_kind: dict[Kind, list[Unsupported]] = {}
    for entry in entries:
        by_kind.setdefault(entry.kind, []).append(entry)
    return by_kind


def _foreign(context: Context, figures: Figures) -> str:
    if figures.unit is None:
        return text("summary.unknown_unit", projects=figures.projects)

    def amount(value: float | None) -> str:
        return text("lines.blank") if value is None else plain_number(value, context.decimals)

    return text(
        "summary.foreign",
        unit=figures.unit,
        projects=figures.projects,
        total=amount(figures.total_investment),
        plan=amount(figures.annual_plan),
        done=amount(figures.done_this_year),
    )


def _findings(context: Context) -> str:
    findings = context.supervision.findings
    if not findings:
        return text("notes.clean")
    errors = sum(finding.severity == "error" for finding in findings)
    return text("notes.findings", count=len(findings), error=errors, issues=context.names["issues"])
