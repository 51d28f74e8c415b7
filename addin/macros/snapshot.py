"""存档本期: this period's projects, kept in 督导历史."""

from addin.ledgers import supervised, understand
from addin.macros import Job, Outcome
from addin.wording import kept_lines

ENDING = "_存档"
KEEPS = True


def run(job: Job) -> Outcome:
    """Write the period's rows into 督导历史; say how many, and what was noticed there."""
    from workbooks.history import keep_period, read_history
    from workbooks.sheets.rendering import render_history

    understood = understand(job.host.book, job.settings)
    day = job.day(understood)
    supervision = supervised(understood, day.date)
    kept = keep_period(job.host, supervision, read_history(job.host.book), render_history(job.settings))
    return Outcome("\n".join([*kept_lines(kept), day.line, *supervision.warnings]), show=kept.sheet)
