"""Files on disk: written whole or not at all, never over an open workbook, and every change in place can be taken back.

A change in place leaves beside FILE a backup (`台账_督导备份_20260731-093015.xlsx`) and a journal
(`.台账.xlsx.督导撤回记录.json`) that says what was done, when, and the digests before and after. The digests alone tell
whether a step took place, so a crash between any two steps loses nothing.
"""

import contextlib
import hashlib
import json
import os
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from workbooks.errors import Damaged, NotWritable, WrongArgument
from workbooks.whole import fitting, not_writable, placed, real, refuse_unwritable, write_whole, written_beside

__all__ = [
    "Change",
    "Undone",
    "default_output",
    "journal_path",
    "refuse_if_open",
    "refuse_same_file",
    "replace_in_place",
    "undo",
    "write_whole",
]

_SUFFIXES = {"xlsx": ".xlsx", "xlsm": ".xlsm", "xltx": ".xltx", "xltm": ".xltm"}
_NOTE = "这是“督导”撤回修改用的记录，请与备份文件一起保留；不再需要撤回时可以删除。"


@dataclass(frozen=True, slots=True)
class Change:
    """One change in place. before, after: SHA-256 of FILE's content; backup: name of the backup beside FILE."""

    what: str
    when: str
    before: str
    after: str
    backup: str


@dataclass(frozen=True, slots=True)
class Undone:
    """What `undo` did. left: how many changes can still be taken back; message: the sentence for the clerk."""

    change: Change
    left: int
    message: str


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
    write_whole(previous, _content(output))
    return previous


def replace_in_place(path: Path, data: bytes, what: str = "修改") -> Path:
    """Give the file a new content, and keep a backup and a journal beside it; return the backup's path.

    Raises NotWritable, with FILE as it was, where it is open, read-only, or the disk takes no more.
    """
    target = real(path)
    refuse_if_open(target)
    changes = _read_journal(target)
    content = _content(target)
    backup = _keep_backup(target, content)
    change = Change(what, datetime.now().isoformat(timespec="seconds"), _digest(content), _digest(data), backup.name)
    try:
        _write_journal(target, [*changes, change])
        write_whole(target, data)
    except BaseException:
        with contextlib.suppress(OSError, NotWritable):
            if _content(target) == content:  # else it is done, and can be taken back
                _write_journal(target, changes)
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
    changes = _read_journal(target)
    if not changes:
        raise WrongArgument(f"“{target.name}”没有可以撤回的修改。", "nothing_to_undo")
    change, earlier = changes[-1], changes[:-1]
    current = _digest(_content(target))
    if current == change.after:
        write_whole(target, _backup_of(target, change))
        message = f"已撤回{change.when.replace('T', ' ')}的“{change.what}”，文件恢复原样。"
    elif current == change.before:  # the computer stopped before the change was made, or while it was taken back
        message = f"{change.when.replace('T', ' ')}的“{change.what}”没有写成，文件本来就是原样，记录已清理。"
    else:
        raise NotWritable(
            f"“{target.name}”在“{change.what}”之后又被改过，没有撤回；修改前的内容在备份“{change.backup}”里，可自行打开。",
            "changed_since",
        )
    _write_journal(target, earlier)
    with contextlib.suppress(OSError, Damaged):
        _backup_of(target, change)  # a backup that somebody has worked in stays
        (target.parent / Path(change.backup).name).unlink()
    return Undone(change, len(earlier), message)


def journal_path(path: Path) -> Path:
    """Return where the journal of a file's changes is kept."""
    target = real(path)
    return target.with_name(fitting(f".{target.name}", ".督导撤回记录.json"))


def _keep_backup(target: Path, content: bytes) -> Path:
    """Write the backup under a name that is still free."""
    moment = datetime.now().strftime("%Y%m%d-%H%M%S")
    try:
        temporary = written_beside(target, content)
    except OSError as error:
        raise not_writable(target, error) from error
    try:
        for number in range(1, 1000):
            again = f"-{number}" if number > 1 else ""
            backup = target.with_name(fitting(target.stem, f"_督导备份_{moment}{again}{target.suffix}"))
            if placed(temporary, backup):
                return backup
        raise NotWritable("同一文件夹里的督导备份太多，请先清理不要的备份。")
    except OSError as error:
        raise not_writable(target, error) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()


def _backup_of(target: Path, change: Change) -> bytes:
    backup = target.parent / Path(change.backup).name
    try:
        content = backup.read_bytes()
    except OSError as error:
        raise Damaged(f"找不到备份“{change.backup}”，无法撤回，文件保持现状。", "backup_missing") from error
    if _digest(content) != change.before:
        raise Damaged(f"备份“{change.backup}”被改动过，没有撤回，文件保持现状。", "backup_changed")
    return content


def _read_journal(target: Path) -> list[Change]:
    try:
        entries = json.loads(journal_path(target).read_text("utf-8"))["changes"]
        return [Change(**{name: str(entry[name]) for name in Change.__dataclass_fields__}) for entry in entries]
    except FileNotFoundError:
        return []
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Damaged(
            f"撤回记录“{journal_path(target).name}”读不出来，请改名保留后再试。", "journal_damaged"
        ) from error


def _write_journal(target: Path, changes: list[Change]) -> None:
    journal = journal_path(target)
    if not changes:
        with contextlib.suppress(FileNotFoundError):
            journal.unlink()
        return
    content = {"说明": _NOTE, "file": target.name, "changes": [asdict(change) for change in changes]}
    write_whole(journal, json.dumps(content, ensure_ascii=False, indent=2).encode())


def _content(target: Path) -> bytes:
    try:
        return target.read_bytes()
    except OSError as error:
        raise NotWritable(f"“{target.name}”读不出来，请检查文件是否还在、有没有权限。", "unreadable") from error


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
