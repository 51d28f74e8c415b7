"""校验台账: doubtful entries coloured and annotated in their cells, and listed as a sheet."""

from addin.ledgers import found, understand
from addin.macros import Job, Outcome
from addin.wording import findings_line, kept_notes_line

ENDING = "_校验"


def run(job: Job) -> Outcome:
    """Mark the cells in place of earlier marks, insert the sheet 数据问题, and say how many there are."""
    from workbooks.checks import check_json, marks
    from workbooks.package import Mark
    from workbooks.sheets.rendering import render
    from workbooks.supervision import supervise

    understood = understand(job.host.book, job.settings)
    day = job.day(understood)
    findings = found(understood, day.date)
    findings_alone = supervise((), findings, job.settings, day.date)
    kept = job.host.mark(Mark(*one) for one in marks(findings))
    [name] = job.host.insert_sheets(render(findings_alone, job.settings, ["issues"]))
    lines = [findings_line(check_json("", findings))]
    if findings:
        lines.append(f"有问题的单元格已标色、加批注，清单见“{name}”表。改完后可按“清除标记”。")
    if kept:
        lines.append(kept_notes_line([one.cell for one in kept]))
    return Outcome("\n".join([*lines, day.line]), show=name if findings else None)
