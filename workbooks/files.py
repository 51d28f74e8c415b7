"""Files on disk: written whole or not at all, never over an open workbook, and every change in place can be taken back.

A change in place leaves a backup and a journal beside FILE (`backups`). The journal's digests alone tell whether a step
took place, so a crash between any two steps loses nothing.

Steps taken in an open workbook stand in the same journal (`steps`); only the program that has the workbook open can
take them back.
"""

import contextlib
import os
from dataclasses import replace
from pathlib import Path

from workbooks.backups import (
    OPEN,
    Change,
    Undone,
    backup_of,
    bytes_of,
    digest,
    keep_backup,
    now,
    read_journal,
    remove_backup,
    write_journal,
)
from workbooks.errors import NotWritable, WrongArgument
from workbooks.whole import fitting, real, refuse_unwritable, write_whole

_SUFFIXES = {"xlsx": ".xlsx", "xlsm": ".xlsm", "xltx": ".xltx", "xltm": ".xltm"}


def refuse_if_open(path: Path) -> None:
    """Raise NotWritable when Excel, WPS or LibreOffice has the file open, or when it is read-only."""
    target = real(path)
    for lock in (f"~${target.name}", f".~{target.name}", f".~lock.{target.name}#"):
        if os.path.exists(target.parent / lock):
            raise NotWritable(
                f"“{target.name}”正在被打开，请先关闭再试；如果确实没有打开，请删除同一文件夹里的“{lock}”。",
                "open_elsewhere",
            )
    if os.path.exists(target):
        refuse_unwritable(target)


def refuse_same_file(source: Path, output: Path) -> None:
    """Raise WrongArgument when both are one file, be it by another path, a symbolic link or a hard link."""
    try:
        same = source.samefile(output)
    except OSError:
        same = os.path.normcase(real(source)) == os.path.normcase(real(output))
    if same:
        raise WrongArgument(
            f"输出文件不能就是原文件“{source.name}”，请换一个名字；要直接改原文件请用 --in-place。", "same_file"
        )


def default_output(path: Path, book_format: str = "") -> Path:
    """Return `原名_通报` beside FILE. book_format: as in `Book.format`; all but .xlsx's family becomes .xlsx."""
    suffix = _SUFFIXES.get(book_format or path.suffix.lower().removeprefix("."), ".xlsx")
    return path.with_name(fitting(path.stem, f"_通报{suffix}"))


def keep_previous(output: Path) -> Path | None:
    """Keep what stands under the name of a result to come as `…_上一份` beside it; return its path, if there is any."""
    if not output.is_file():
        return None
    previous = output.with_name(fitting(output.stem, f"_上一份{output.suffix}"))
    refuse_if_open(previous)
    write_whole(previous, bytes_of(output))
    return previous


def replace_in_place(path: Path, data: bytes, what: str = "修改") -> Path:
    """Give the file a new content, and keep a backup and a journal beside it; return the backup's path.

    Raises NotWritable, with FILE as it was, where it is open, read-only, or the disk takes no more.
    """
    target = real(path)
    refuse_if_open(target)
    changes = read_journal(target)
    content = bytes_of(target)
    backup = keep_backup(target, content)
    change = Change(what, now(), digest(content), digest(data), backup.name)
    try:
        write_journal(target, [*changes, change])
        write_whole(target, data)
    except BaseException:
        with contextlib.suppress(OSError, NotWritable):
            if bytes_of(target) == content:  # else it is done, and can be taken back
                write_journal(target, changes)
                backup.unlink()
        raise
    return backup


def undo(path: Path) -> Undone:
    """Give back the very bytes before the last change in place, and forget that change.

    Raises WrongArgument when there is nothing to take back, NotWritable when the file was changed since by others (it
    stays as it is, and so does the backup), Damaged when the backup is gone or was changed.
    """
    target = real(path)
    refuse_if_open(target)
    changes = read_journal(target)
    if not changes:
        raise WrongArgument(f"“{target.name}”没有可以撤回的修改。", "nothing_to_undo")
    change, earlier = changes[-1], changes[:-1]
    if change.where == OPEN:
        raise WrongArgument(
            f"“{change.what}”是在打开的工作簿里做的，请打开“{target.name}”，在“项目督导”里点“撤回上一步”；"
            f"之前的内容在备份“{change.backup}”里，可自行打开。",
            "step_in_open_workbook",
        )
    current = digest(bytes_of(target))
    if current == change.after:
        write_whole(target, backup_of(target, change))
        message = f"已撤回{change.moment}的“{change.what}”，文件恢复原样。"
    elif current == change.before:  # the computer stopped before the change was made, or while it was taken back
        message = f"{change.moment}的“{change.what}”没有写成，文件本来就是原样，记录已清理。"
    else:
        raise NotWritable(
            f"“{target.name}”在“{change.what}”之后又被改过，没有撤回；修改前的内容在备份“{change.backup}”里，可自行打开。",
            "changed_since",
        )
    write_journal(target, earlier)
    remove_backup(target, change)
    return Undone(change, len(earlier), message)


def keep_before(path: Path, what: str) -> Change:
    """Keep a backup of FILE before another program saves it; return the change to come (see `remember_change`)."""
    target = real(path)
    refuse_unwritable(target)
    read_journal(target)  # refuses a damaged one before anything is done
    content = bytes_of(target)
    backup = keep_backup(target, content)
    return Change(what, now(), digest(content), "", backup.name)


def remember_change(path: Path, change: Change) -> None:
    """Write the change into the journal now that another program has saved FILE."""
    target = real(path)
    write_journal(target, [*read_journal(target), replace(change, after=digest(bytes_of(target)))])
