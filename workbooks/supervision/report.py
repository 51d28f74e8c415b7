"""`report --json`: the figures of a report as contract.md shapes them."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from udfs.closing import Tally
from udfs.rounding import half_up
from workbooks.supervision.amounts import WAN
from workbooks.supervision.figures import Figures, Group, Project, Supervision
from workbooks.targets.records import JudgedTarget

_AMOUNT_PLACES = 6  # 元 within 万元, and no noise of binary fractions


def report_json(supervision: Supervision, file: str, output: str, sheets: Sequence[str]) -> dict[str, Any]:
    """Return the report: amounts in 万元, rates and gaps rounded half up to 2 places, null for what can't be had."""
    return {
        "file": file,
        "output": output,
        "as_of": supervision.as_of.isoformat(),
        "period": supervision.period.as_json(),
        "time_progress": percent(supervision.time_progress),
        "totals": _figures(supervision.totals) | {"lights": dict(supervision.totals.lights)},
        "projects": [_project(project) for project in supervision.projects],
        "groups": [_group(group) for groups in supervision.groups.values() for group in groups],
        "targets": [_target(target) for target in supervision.targets],
        "sheets": list(sheets),
        "items": _items(supervision),
        "issues": len(supervision.findings),
        "warnings": list(supervision.warnings),
        "unsupported": [
            {"sheet": entry.sheet, "kind": entry.kind, "rows": entry.rows} for entry in supervision.unsupported
        ],
    }


def _items(supervision: Supervision) -> dict[str, Any] | None:
    """Return how the 督办 items stand, null where none was handed out."""
    items = supervision.items
    if items is None:
        return None
    return tally_json(items.tally) | {"units": [{"unit": unit} | tally_json(own) for unit, own in items.units]}


def tally_json(tally: Tally) -> dict[str, Any]:
    """Return the figures of 督办 items."""
    return asdict(tally) | {"rate": percent(tally.rate)}


def percent(value: float | None) -> float | None:
    """Return a rate or gap as JSON shows it: rounded half up to 2 places."""
    return None if value is None else half_up(value, 2)


def _amount(value: float | None, unit: str | None) -> float | None:
    """Return an amount of 万元; others are never converted, so they are null."""
    return None if value is None or unit != WAN else round(value, _AMOUNT_PLACES)


def _figures(figures: Figures) -> dict[str, Any]:
    return {
        "projects": figures.projects,
        "total_investment": _amount(figures.total_investment, figures.unit),
        "annual_plan": _amount(figures.annual_plan, figures.unit),
        "done_this_year": _amount(figures.done_this_year, figures.unit),
        "completion_rate": percent(figures.completion_rate),
        "gap": percent(figures.gap),
    }


def _project(project: Project) -> dict[str, Any]:
    texts: Mapping[str, str] = {
        name: getattr(project, name)
        for name in ("region", "responsible_unit", "leader", "level", "nature", "industry", "manual_light", "exemption")
    }
    return {
        "sheet": project.sheet,
        "row": project.row + 1,
        "name": project.name,
        **{name: text or None for name, text in texts.items()},
        "unit": project.unit,
        "total_investment": _amount(project.total_investment, project.unit),
        "annual_plan": _amount(project.annual_plan, project.unit),
        "done_this_year": _amount(project.done_this_year, project.unit),
        "completion_rate": percent(project.completion_rate),
        "gap": percent(project.gap),
        "shortfall": _amount(project.shortfall, project.unit),
        "light": project.light,
        "reasons": list(project.reasons),
        "counted": project.counted,
    }


def _target(judged: JudgedTarget) -> dict[str, Any]:
    """Return a target in its own measure, which no amount of it is converted from."""
    target = judged.target
    return {
        "sheet": target.sheet,
        "row": target.row + 1,
        "cell": target.cell,
        "unit": target.unit or None,
        "total": target.whole,
        "name": target.name,
        "measure": target.measure or None,
        "kind": target.kind,
        "period": target.period and target.period.name,
        "due": target.period and target.period.last.isoformat(),
        "target": target.target,
        "done": target.done,
        "rate": percent(judged.rate),
        "time_progress": percent(judged.progress),
        "shortfall": judged.shortfall,
        "light": judged.light,
        "reasons": list(judged.judgement.reasons),
    }


def _group(group: Group) -> dict[str, Any]:
    return {
        "by": group.by,
        "rank": group.rank,
        "name": group.name,
        **_figures(group.figures),
        "lights": dict(group.figures.lights),
    }
