"""督导设置: every setting on a sheet of the workbook, to be read and changed there."""

from addin.ledgers import questions_of
from addin.macros import Job, Outcome

ENDING = "_督导设置"
KEEPS = True


def run(job: Job) -> Outcome:
    """Insert the sheet 督导设置, with what stands on it kept; say what is to be answered or doesn't hold."""
    from workbooks.settings_sheet import find_settings
    from workbooks.sheets.rendering import render_settings

    questions = questions_of(job.host.book, job.settings)
    sheet = find_settings(job.host.book)
    [name] = job.host.insert_sheets(render_settings(job.settings, sheet, questions))
    lines = [f"设置在“{name}”表，在“取值”一列改，再点别的按钮就生效。"]
    if questions:
        lines.append(f"台账里有{len(questions)}处看不准，请在该表最上面几行选定。")
    return Outcome("\n".join(lines), show=name)
