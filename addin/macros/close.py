"""督办销号: what the clerk wishes in 督办台账 done where it may be, red projects proposed, lights of today."""

from addin.items import projects_of, updated
from addin.macros import Job, Outcome
from addin.wording import items_lines, years_line

ENDING = "_督办"
KEEPS = True


def run(job: Job) -> Outcome:
    """Bring 督办台账 up to date, a new one where there is none; say what was done, and what wasn't and why."""
    from workbooks.items import Work

    day, book, settings = job.as_of or job.today, job.host.book, job.settings
    projects = projects_of(book, settings, (), lambda understood: job.day(understood).date)
    found = updated(job.host, Work(day, settings, projects))
    return Outcome("\n".join([*items_lines(found, day), *years_line(found)]), show=found.sheet)
