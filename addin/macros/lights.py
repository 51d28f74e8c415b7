"""亮灯表: each project with its light and the reason, as a sheet of its own."""

from addin.macros import Job, Outcome
from addin.macros.report import report

ENDING = "_亮灯表"


def run(job: Job) -> Outcome:
    """Insert the sheet 亮灯表 alone."""
    return report(job, ["lights"])
