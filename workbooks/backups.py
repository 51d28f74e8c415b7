"""What is kept beside a workbook so that changes can be taken back: backups, and the journal of the changes.

A change leaves beside FILE a backup (`台账_督导备份_20260731-093015.xlsx`) and a journal
(`.台账.xlsx.督导撤回记录.json`) that says what was done, when, and the digests before and after.
"""

import contextlib
import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from workbooks.errors import Damaged, NotWritable
from workbooks.whole import fitting, not_writable, placed, real, write_whole, written_beside

OPEN = "open"
_NOTE = "这是“督导”撤回修改用的记录，请与备份文件一起保留；不再需要撤回时可以删除。"


@dataclass(frozen=True, slots=True)
class Change:
    """One change in place. before, after: SHA-256 of FILE's content; backup: name of the backup beside FILE.

    A step in the open workbook (`where` is "open") has in `before` the digest of the copy kept before it, in `start`
    and `after` those of the workbook's cells; `after` is empty while the step is not finished. file: digest of FILE's
    content at the step; written: of what taking back the step after it has written into FILE.
    """

    what: str
    when: str
    before: str
    after: str
    backup: str
    where: str = "file"
    start: str = ""
    file: str = ""
    written: str = ""

    @property
    def moment(self) -> str:
        """Return when it was made as the clerk is told: 2026-07-31 09:30:15."""
        return self.when.replace("T", " ")


@dataclass(frozen=True, slots=True)
class Undone:
    """What `undo` did. left: how many changes can still be taken back; message: the sentence for the clerk."""

    change: Change
    left: int
    message: str


def journal_path(path: Path) -> Path:
    """Return where the journal of a file's changes is kept."""
    target = real(path)
    return target.with_name(fitting(f".{target.name}", ".督导撤回记录.json"))


def keep_backup(target: Path, content: bytes) -> Path:
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


def backup_of(target: Path, change: Change) -> bytes:
    """Return the bytes before the change. Raises Damaged where the backup is gone or was changed."""
    backup = target.parent / Path(change.backup).name
    try:
        content = backup.read_bytes()
    except OSError as error:
        raise Damaged(f"找不到备份“{change.backup}”，无法撤回，文件保持现状。", "backup_missing") from error
    if digest(content) != change.before:
        raise Damaged(f"备份“{change.backup}”被改动过，没有撤回，文件保持现状。", "backup_changed")
    return content


def read_journal(target: Path) -> list[Change]:
    """Return the changes, the oldest first. Raises Damaged for a journal that can't be read."""
    try:
        entries = json.loads(journal_path(target).read_text("utf-8"))["changes"]
        return [_change(entry) for entry in entries]
    except FileNotFoundError:
        return []
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Damaged(
            f"撤回记录“{journal_path(target).name}”读不出来，请改名保留后再试。", "journal_damaged"
        ) from error


def _change(entry: dict[str, object]) -> Change:
    """Return the change that an entry tells; KeyError where one of its words is missing."""
    optional = {name: str(entry[name]) for name in ("where", "start", "file", "written") if name in entry}
    return Change(**{name: str(entry[name]) for name in ("what", "when", "before", "after", "backup")}, **optional)


def write_journal(target: Path, changes: list[Change]) -> None:
    """Write the journal whole; without changes, take it away."""
    journal = journal_path(target)
    if not changes:
        with contextlib.suppress(FileNotFoundError):
            journal.unlink()
        return
    content = {"说明": _NOTE, "file": target.name, "changes": [asdict(change) for change in changes]}
    write_whole(journal, json.dumps(content, ensure_ascii=False, indent=2).encode())


def bytes_of(target: Path) -> bytes:
    """Return the file's bytes. Raises NotWritable where it can't be read."""
    try:
        return target.read_bytes()
    except OSError as error:
        raise NotWritable(f"“{target.name}”读不出来，请检查文件是否还在、有没有权限。", "unreadable") from error


def digest(data: bytes) -> str:
    """Return the SHA-256 of the content."""
    return hashlib.sha256(data).hexdigest()


def remove_backup(target: Path, change: Change) -> None:
    """Remove the backup of a change, unless somebody has worked in it."""
    with contextlib.suppress(OSError, Damaged):
        backup_of(target, change)
        (target.parent / Path(change.backup).name).unlink()


def now() -> str:
    """Return the moment as the journal writes it."""
    return datetime.now().isoformat(timespec="seconds")
