"""The paragraph that opens a 通报, with every figure from the ledgers: domain.md c."""

from collections import Counter

from workbooks.sheets.context import Context
from workbooks.sheets.target_words import see_targets
from workbooks.sheets.texts import chinese_date, span, text
from workbooks.supervision.assembly import WITHOUT_PROJECTS
from workbooks.supervision.figures import Figures, Supervision

_WORST = 3


def summary(context: Context) -> str:
    """Return the opening paragraph; a figure that can't be had is left out of it."""
    supervision, totals = context.supervision, context.supervision.totals
    if not totals.projects:
        return _targets_alone(context) if supervision.targets else _nothing(supervision)
    parts = [text("summary.projects", date=chinese_date(supervision.as_of), projects=totals.projects)]
    for name in ("total_investment", "annual_plan"):
        value = getattr(totals, name)
        if value is not None:
            parts.append(text(f"summary.{name}", amount=context.money.sentence(value)))
    if totals.done_this_year is not None:
        amount = context.money.sentence(totals.done_this_year)
        parts.append(text("summary.done_this_year", span=span(supervision.period), amount=amount))
    if totals.completion_rate is not None:
        parts.append(text("summary.rate", rate=context.number(totals.completion_rate)))
        if supervision.period.month is not None:
            parts.append(_against_time(context, totals))
    parts.append(_lights(context))
    return "".join(parts)


def _targets_alone(context: Context) -> str:
    return text("targets.none_here") + see_targets(context.supervision.targets, context.names)


def _nothing(supervision: Supervision) -> str:
    """Return what is in the workbook instead of projects."""
    others = Counter[str]()
    for entry in supervision.unsupported:
        if entry.kind in WITHOUT_PROJECTS:
            others[entry.kind] += entry.rows
    if not others:
        return text("summary.none")
    kinds = (text("summary.kind", kind=text(f"kinds.{kind}"), rows=rows) for kind, rows in others.items())
    return text("summary.no_projects_here", kinds="、".join(kinds))


def _against_time(context: Context, totals: Figures) -> str:
    gap = totals.gap or 0.0
    if context.number(abs(gap)) == context.number(0.0):
        return text("summary.even")
    return text("summary.ahead" if gap > 0 else "summary.behind", gap=context.number(abs(gap)))


def _lights(context: Context) -> str:
    lights = context.supervision.totals.lights
    if not any(lights[light] for light in ("green", "yellow", "red")):
        return text("summary.end")
    parts = [text("summary.lights", **lights)]
    if lights["none"]:
        parts.append(text("summary.unlit", none=lights["none"]))
    parts.append(_behind(context) or text("summary.end"))
    return "".join(parts)


def _behind(context: Context) -> str:
    """Name the regions behind the 序时进度, the last ones first."""
    behind = [
        group
        for group in context.supervision.groups.get("region", ())
        if group.figures.gap is not None and group.figures.gap < 0
    ]
    if not behind:
        return ""
    named = [
        text("summary.named", name=group.name, rate=context.number(group.figures.completion_rate or 0.0))
        for group in reversed(behind[-_WORST:])
    ]
    return text("summary.worst", names="、".join(named))
