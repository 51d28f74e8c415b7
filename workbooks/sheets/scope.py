"""What a report can say at all: whether its projects are judged, and if not, why."""

from collections.abc import Sequence

from workbooks.sheets.texts import text
from workbooks.supervision.figures import Project, Supervision

LIT = ("green", "yellow", "red")


def is_judged(supervision: Supervision) -> bool:
    """Return whether any project has a light."""
    return any(project.light in LIT for project in supervision.projects)


def why_not_judged(supervision: Supervision) -> str:
    """Return why no project has a light, as a sentence."""
    projects = supervision.projects
    if not projects:
        return text("scope.no_projects")
    if supervision.period.month is None:
        return text("scope.no_period", kind=supervision.period.word)
    missing = [field for field in ("annual_plan", "done_this_year") if not _has(projects, field)]
    if not missing:
        return text("scope.each")
    return text("scope.missing", fields=text("scope.and").join(text(f"groups.{field}") for field in missing))


def _has(projects: Sequence[Project], field: str) -> bool:
    return any(getattr(project, field) is not None for project in projects)
