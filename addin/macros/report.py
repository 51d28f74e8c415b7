"""生成通报: all supervision sheets."""

from collections.abc import Iterable

from addin.ledgers import reported, understand
from addin.macros import Job, Outcome
from addin.wording import report_lines

ENDING = "_通报"


def run(job: Job) -> Outcome:
    """Insert all sheets of a report; say the headline figures."""
    return report(job)


def report(job: Job, sheets: Iterable[str] | None = None) -> Outcome:
    """Insert the sheets of a report, or those that are asked for; the first is shown."""
    from workbooks.sheets.notes import unsupported
    from workbooks.sheets.rendering import render
    from workbooks.supervision.report import report_json

    understood = understand(job.host.book, job.settings)
    day = job.day(understood)
    supervision = reported(understood, day.date)
    names = job.host.insert_sheets(render(supervision, job.settings, sheets))
    said = report_json(supervision, "", "", names)
    lines = [*report_lines(said), *unsupported(supervision.unsupported), day.line, *said["warnings"]]
    return Outcome("\n".join(lines), show=names[0])
