"""冻结底线: the projects as they are now, as the sheet 底线目标."""

from addin.ledgers import supervised, understand
from addin.macros import Job, Outcome
from addin.wording import frozen_lines

ENDING = "_底线"
KEEPS = True


def run(job: Job) -> Outcome:
    """Write the projects into 底线目标; say how many, and what differs from the baseline before."""
    from workbooks.baseline import freeze
    from workbooks.sheets.rendering import render_baseline

    understood = understand(job.host.book, job.settings)
    day = job.day(understood)
    supervision = supervised(understood, day.date)
    freezing = freeze(job.host, supervision, render_baseline(job.settings), job.settings.renamed)
    return Outcome("\n".join([*frozen_lines(freezing), day.line, *supervision.warnings]), show=freezing.sheet)
