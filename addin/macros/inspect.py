"""识别台账: which ledgers the workbook holds and how each column is understood, as a sheet."""

from addin.ledgers import understand
from addin.macros import Job, Outcome
from workbooks.recognition import inspect_json
from workbooks.sheets.ledger_lines import ledger_line

ENDING = "_识别"


def run(job: Job) -> Outcome:
    """Insert the sheet 台账识别; say the ledgers, and how many questions only the clerk can answer."""
    from workbooks.sheets.rendering import render_understood

    understood = understand(job.host.book, job.settings)
    [name] = job.host.insert_sheets(render_understood(understood.recognition, job.settings))
    said = inspect_json(understood.recognition)
    lines = [ledger_line(ledger) for ledger in said["ledgers"]]
    questions = sum(len(ledger["questions"]) for ledger in said["ledgers"])
    if questions:
        lines.append(
            f"有{questions}处要请您确认，见“{name}”表最上面几行。请点“督导设置”选定，或在台账表头里写明白再点一次。"
        )
    return Outcome("\n".join([*lines, f"每一列怎样理解，见“{name}”表。"]), show=name)
