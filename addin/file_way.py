"""A button's work on the workbook file: no spreadsheet program, the result is a new file beside the ledger."""

from pathlib import Path

from addin.arguments import day
from addin.macros import Job, Page, macro
from addin.pressed import Pressed, pressed
from workbooks.files import keep_previous, refuse_if_open
from workbooks.hosts.file import FileHost
from workbooks.whole import refuse_unwritable


def press(button: str, as_of: str, path: Path) -> Pressed:
    """Do a button's work on a copy of the workbook; never raise. `Pressed.path` is the result to open.

    as_of: 截止日期 as the clerk wrote it, empty to take it from the ledger. An earlier result under the same name is
    kept as …_上一份: the clerk may have worked on it.
    """
    return pressed(lambda: work_on_copy(button, as_of, path, path))


def work_on_copy(button: str, as_of: str, source: Path, path: Path) -> Pressed:
    """Do a button's work on what `source` holds; the result stands beside `path`, the workbook that the clerk knows.

    Raises a Refusal for what can't be done.
    """
    work = macro(button)
    if isinstance(work, Page):
        return Pressed("open", "", str(work.path()))
    host = FileHost(source)
    job = Job(host, as_of=day(as_of.strip() or None))
    if not work.changes:
        return Pressed("done", work.run(job).text)
    output = path.with_name(host.output_beside(work.ending).name)
    refuse_if_open(output)
    refuse_unwritable(output)
    outcome = work.run(job)
    previous = keep_previous(output)
    host.save_as(output)
    go_on = "以后请在这个文件上继续填报。" if work.keeps else ""
    lines = [outcome.text, *host.book.warnings, f"台账没有改动，结果在“{output.name}”。{go_on}"]
    if previous:
        lines.append(f"上一次的结果改名为“{previous.name}”。")
    return Pressed("done", "\n".join(lines), str(output), outcome.show or "")
