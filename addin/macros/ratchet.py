"""核对底线: what is worse in the ledger than in the baseline, as the sheet 底线核对."""

from addin.ledgers import checked_baseline, supervised, understand
from addin.macros import Job, Outcome

ENDING = "_底线核对"


def run(job: Job) -> Outcome:
    """Insert the sheet 底线核对; say how the ledger keeps to the baseline."""
    from workbooks.sheets.ratchet import remarks_of, summary
    from workbooks.sheets.rendering import render_ratchet

    understood = understand(job.host.book, job.settings)
    day = job.day(understood)
    supervision = supervised(understood, day.date)
    check, baseline = checked_baseline(understood, supervision)
    [name] = job.host.insert_sheets(render_ratchet(supervision, job.settings, check, baseline))
    remarks = remarks_of(check, baseline, supervision)
    said = [summary(check, baseline, remarks), *remarks, f"逐项见“{name}”表。", day.line, *supervision.warnings]
    return Outcome("\n".join(said), show=name)
