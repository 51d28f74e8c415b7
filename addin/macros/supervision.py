"""督办清单: what must be done, by whom, by when, as a sheet of its own."""

from addin.macros import Job, Outcome
from addin.macros.report import report

ENDING = "_督办清单"


def run(job: Job) -> Outcome:
    """Insert the sheet 督办清单 alone."""
    return report(job, ["supervision"])
