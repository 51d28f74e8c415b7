"""A button's work on the workbook that is open in the spreadsheet program: the one handed over, none searched for."""

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from addin.arguments import day
from addin.file_way import work_on_copy
from addin.macros import Job, Page, macro
from addin.pressed import Pressed, pressed
from addin.ribbon import tab
from workbooks.errors import NotWritable, WrongArgument
from workbooks.hosts.guards import plainly
from workbooks.hosts.keeping import kept
from workbooks.hosts.live import LiveHost
from workbooks.hosts.live_saved import content
from workbooks.hosts.natives import native
from workbooks.hosts.working import working

if TYPE_CHECKING:
    from xlwings import Book


def press(button: str, as_of: str, book: "Book | None") -> Pressed:
    """Do a button's work in the open workbook, None where none is open; never raise.

    as_of: 截止日期 as the clerk wrote it, empty to take it from the ledger. 撤回上一步 takes back what is changed.
    """
    return pressed(lambda: _press(button, as_of, book))


def _press(button: str, as_of: str, book: "Book | None") -> Pressed:
    work = macro(button)
    if isinstance(work, Page):
        return Pressed("open", "", str(work.path()))
    if book is None:
        raise WrongArgument("没有打开的工作簿，请先打开台账，再按按钮。", "no_workbook")
    try:
        host = LiveHost(book)
    except NotWritable as refusal:
        if refusal.code != "old_format":
            raise
        return _beside(button, as_of, book)
    title = tab().button(button).label
    job = Job(host, as_of=day(as_of.strip() or None))
    with plainly(), working(book, f"项目督导：正在{title}……"):
        if not work.changes:
            return Pressed("done", work.run(job).text)
        with kept(book, title), native(book.app).unrecorded(book):
            outcome, warnings = work.run(job), host.warnings
        if outcome.show:
            native(book.app).bring_to_front(book.sheets[outcome.show])
    return Pressed("done", "\n".join([outcome.text, *warnings, *host.notices, "可按“撤回上一步”恢复原样。"]))


def _beside(button: str, as_of: str, book: "Book") -> Pressed:
    """Do the work on a copy of a workbook whose format can't hold it (.xls): the result is a new file beside it."""
    path = Path(native(book.app).full_name(book))
    if button == "undo":
        raise WrongArgument(f"“{path.name}”没有改过，不用撤回：每次的结果都写在旁边的新文件里。", "nothing_to_undo")
    with tempfile.TemporaryDirectory(prefix="dudao-", ignore_cleanup_errors=True) as folder:
        copy = Path(folder) / f"{path.stem}{native(book.app).copy_ending(book)}"
        copy.write_bytes(content(book))
        return work_on_copy(button, as_of, copy, path)
