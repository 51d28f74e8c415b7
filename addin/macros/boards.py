"""红黑榜: who is on the red and who on the black board, with the scores, as sheets of their own."""

from addin.ledgers import boarded, understand
from addin.macros import Job, Outcome
from addin.wording import boards_lines

ENDING = "_红黑榜"


def run(job: Job) -> Outcome:
    """Insert the sheets 红黑榜, 评分表 and, where there are funds to share out, 资金分配建议; say who is on them."""
    from workbooks.boards import boards_json
    from workbooks.sheets.rendering import render_boards

    understood = understand(job.host.book, job.settings)
    day = job.day(understood)
    supervision = boarded(understood, day.date)
    sheets = job.host.insert_sheets(render_boards(supervision, job.settings))
    said = boards_json(supervision, sheets)
    return Outcome("\n".join([*boards_lines(said), day.line, *said["warnings"]]), show=sheets[0])
