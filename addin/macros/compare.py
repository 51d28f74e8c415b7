"""对比上期: what has changed since the last period that was kept, as the sheet 变化对比."""

from addin.ledgers import compared, supervised, understand
from addin.macros import Job, Outcome

ENDING = "_对比"


def run(job: Job) -> Outcome:
    """Insert the sheet 变化对比; say how many changes there are of each kind."""
    from workbooks.sheets.changes import summary
    from workbooks.sheets.rendering import render_changes

    understood = understand(job.host.book, job.settings)
    day = job.day(understood)
    supervision = supervised(understood, day.date)
    comparison, noticed = compared(understood, supervision)
    [name] = job.host.insert_sheets(render_changes(supervision, job.settings, comparison))
    return Outcome("\n".join([summary(comparison), *noticed, f"逐项见“{name}”表。", day.line]), show=name)
