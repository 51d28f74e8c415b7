"""清除标记: our colours and notes taken off the clerk's cells again."""

from addin.macros import Job, Outcome
from workbooks.errors import WrongArgument

ENDING = "_清除标记"


def run(job: Job) -> Outcome:
    """Take all our marks away and say how many there were. Raises WrongArgument where there are none."""
    count = job.host.unmark()
    if not count:
        raise WrongArgument("工作簿里没有督导加的标记，不用清除。", "nothing_marked")
    return Outcome(f"清除了{count}处标记。")
