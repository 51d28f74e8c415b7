"""计算进度: 完成率, 序时进度, 进度差 and 亮灯 as columns of the ledger itself."""

from addin.ledgers import supervised, understand
from addin.macros import Job, Outcome
from addin.wording import columns_lines

ENDING = "_进度"


def run(job: Job) -> Outcome:
    """Write the columns, beside what the clerk typed, and say where they are."""
    from workbooks.progress import write_progress

    understood = understand(job.host.book, job.settings)
    day = job.day(understood)
    supervision = supervised(understood, day.date)
    written = write_progress(job.host, understood.recognition.ledgers, supervision)
    return Outcome("\n".join([*columns_lines(written.columns, written.left_alone), *supervision.warnings, day.line]))
