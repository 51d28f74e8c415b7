"""对比上期: what has changed since the last period that was kept, as the sheets 变化对比 and 完成率走势."""

from addin.ledgers import compared, supervised, understand
from addin.macros import Job, Outcome

ENDING = "_对比"


def run(job: Job) -> Outcome:
    """Insert the sheets; say how many changes there are of each kind."""
    from workbooks.sheets.changes import summary
    from workbooks.sheets.notes import not_compared
    from workbooks.sheets.rendering import render_changes

    understood = understand(job.host.book, job.settings)
    day = job.day(understood)
    supervision = supervised(understood, day.date)
    comparison, trend, noticed = compared(understood, supervision)
    name, course = job.host.insert_sheets(render_changes(supervision, job.settings, comparison, trend))
    where = f"逐项见“{name}”表，各期走势见“{course}”表。"
    remarks = [*not_compared(supervision.unsupported), *noticed]
    said = [summary(comparison), *remarks, where, day.line, *supervision.warnings]
    return Outcome("\n".join(said), show=name)
