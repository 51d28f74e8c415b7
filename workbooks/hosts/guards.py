"""What keeps us from working on an open workbook, each said in one sentence; and a program's errors said so."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from workbooks.errors import NotWritable, Refusal, WrongArgument
from workbooks.hosts.natives import native
from workbooks.hosts.program_errors import is_busy, is_gone

if TYPE_CHECKING:
    from xlwings import App, Book, Sheet

_BUSY_TEXT = "表格程序正忙（可能正在编辑单元格，或有对话框开着），请按回车或 Esc 结束编辑、关闭对话框后再试。"
_GONE_TEXT = "表格程序已关闭或没有响应，操作没有做完，请重新打开工作簿检查后再试。"


def refuse_unusable(book: "Book") -> None:
    """Raise a Refusal where the workbook can't be worked on; whichever reason comes first.

    not_ready, never_saved, in_cloud, old_format, read_only, shared, structure_protected, chart_in_front.
    """
    with plainly():
        asked = native(book.app)
        _refuse_not_ready(book.app)
        name = asked.full_name(book)
        if "://" in name:
            raise NotWritable(f"“{book.name}”在云端打开，请先“另存为”到本机文件夹，打开本机的那份再用。", "in_cloud")
        if not any(mark in name for mark in "/\\"):
            raise NotWritable(f"“{name}”还没有保存过，请先按 Ctrl+S 保存到本机文件夹再试。", "never_saved")
        if asked.file_format(book) not in asked.workable:
            raise NotWritable(
                f"“{book.name}”不是新格式的 Excel 工作簿，放不进督导表，请先“另存为”Excel 工作簿（.xlsx）再试。",
                "old_format",
            )
        if asked.is_read_only(book):
            raise NotWritable(
                f"“{book.name}”是以只读方式打开的，请关闭后以可编辑方式打开，或另存一份再试。", "read_only"
            )
        if asked.is_shared(book):
            raise NotWritable(f"“{book.name}”是共享工作簿，请取消共享后再试。", "shared")
        if asked.is_structure_protected(book):
            raise NotWritable(
                f"“{book.name}”的工作簿结构受保护，请在{asked.protecting}取消对工作簿的保护后再试。",
                "structure_protected",
            )
        if not asked.is_worksheet_in_front(book):
            raise WrongArgument("现在打开的是图表页，请先点一下台账所在的工作表标签再试。", "chart_in_front")


def refuse_protected(sheets: Iterable["Sheet"]) -> None:
    """Raise NotWritable where the cells of one of the sheets can't be changed."""
    for sheet in sheets:
        asked = native(sheet.book.app)
        if asked.is_protected(sheet):
            text = f"工作表“{sheet.name}”受保护，请在{asked.protecting}取消对工作表的保护后再试。"
            raise NotWritable(text, "sheet_protected")


def refuse_filtered(sheet: "Sheet") -> None:
    """Raise NotWritable where a filter hides rows: what we copy and paste would slip."""
    if native(sheet.book.app).is_filtered(sheet):
        raise NotWritable(f"工作表“{sheet.name}”正在筛选，请先在“数据”里“清除”筛选再试。", "sheet_filtered")


def _refuse_not_ready(app: "App") -> None:
    if not native(app).is_ready(app):
        raise NotWritable(_BUSY_TEXT, "not_ready")


def has_stopped(error: BaseException) -> bool:
    """Return whether the program takes no orders, or is gone: no question that failed so is worth another way."""
    if isinstance(error, Refusal):
        return error.code in ("not_ready", "program_gone")
    return is_busy(error) or is_gone(error)


@contextmanager
def plainly() -> Iterator[None]:
    """Turn the program's own errors into Refusals where a plain sentence is known; the others go on.

    `not_ready`: a cell is being edited or a dialog is open. `program_gone`: the program has died or was closed.
    """
    try:
        yield
    except Refusal:
        raise
    except Exception as error:
        if is_busy(error):
            raise NotWritable(_BUSY_TEXT, "not_ready") from error
        if is_gone(error):
            raise NotWritable(_GONE_TEXT, "program_gone") from error
        raise
