"""计算进度: 完成率, 序时进度, 进度差 and 亮灯 as columns of the ledger itself."""

from addin.ledgers import supervised, understand
from addin.macros import Job, Outcome
from addin.wording import columns_lines
from workbooks.grid import column_letter

ENDING = "_进度"


def run(job: Job) -> Outcome:
    """Write the columns, beside what the clerk typed, and say where they are."""
    from workbooks.progress import progress_columns

    understood = understand(job.host.book, job.settings)
    day = job.day(understood)
    supervision = supervised(understood, day.date)
    columns = progress_columns(understood.recognition.ledgers, supervision)
    left_alone = {sheet: job.host.write_columns(sheet, written) for sheet, written in columns.items()}
    letters = {sheet: [column_letter(one.index) for one in written] for sheet, written in columns.items()}
    return Outcome("\n".join([*columns_lines(letters, left_alone), *supervision.warnings, day.line]))
