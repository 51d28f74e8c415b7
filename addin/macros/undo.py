"""撤回上一步: the workbook as it was before the last button."""

from addin.macros import Job, Outcome


def run(job: Job) -> Outcome:
    """Take back the last change."""
    return Outcome(job.host.undo())
