"""Steps in an open workbook that can be taken back: the program that has it open does so, the journal is the file's.

`keep_step` before the step, `finish_step` after it (`drop_step` where it changed nothing); later `step_to_undo`,
`keep_undone`, the workbook closed, `put_back`, and `undone_step`.
"""

import contextlib
import time
from dataclasses import dataclass, replace
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
from workbooks.files import refuse_if_open
from workbooks.whole import fitting, real, write_whole

_MOST_STEPS = 5
_MOST_TRIES, _PAUSE = 8, 0.25  # seconds


@dataclass(frozen=True, slots=True)
class Step:
    """The step to take back in an open workbook. content: of the file before it; None: the step was never saved."""

    change: Change
    content: bytes | None


def keep_step(path: Path, what: str, content: bytes, start: str, *, differs: bool = True) -> Change:
    """Keep a copy of the open workbook before a step in it, and write the step down; return it, unfinished.

    content: of the workbook as it is, unsaved edits included; start: digest of its cells; differs: whether FILE holds
    something else than the workbook.
    """
    target = real(path)
    changes = read_journal(target)
    backup = keep_backup(target, content)
    step = Change(
        what, now(), digest(content), "", backup.name, OPEN, start, digest(bytes_of(target)) if differs else ""
    )
    try:
        write_journal(target, [*changes, step])
    except BaseException:
        with contextlib.suppress(OSError):
            backup.unlink()
        raise
    return step


def finish_step(path: Path, step: Change, after: str) -> None:
    """Write down the digest of the cells after the step. Only the last five copies of such steps stay."""
    target = real(path)
    changes = [replace(one, after=after) if one == step else one for one in read_journal(target)]
    old = [change for change in changes if change.where == OPEN][:-_MOST_STEPS]
    write_journal(target, [change for change in changes if change not in old])
    for change in old:
        remove_backup(target, change)


def drop_step(path: Path, step: Change) -> None:
    """Forget a step that changed nothing, and its copy."""
    target = real(path)
    write_journal(target, [one for one in read_journal(target) if one != step])
    remove_backup(target, step)


def step_to_undo(path: Path, state: str) -> Step:
    """Return the last step in the open workbook. state: digest of its cells now.

    Raises WrongArgument where there is none, NotWritable where cells were changed since, Damaged where the copy is
    gone.
    """
    target = real(path)
    changes = read_journal(target)
    if not changes:
        raise WrongArgument(f"“{target.name}”没有可以撤回的操作。", "nothing_to_undo")
    change = changes[-1]
    if change.where != OPEN:
        raise WrongArgument(
            f"上一步“{change.what}”是直接改的文件，请先关闭“{target.name}”，再对文件撤回；"
            f"修改前的内容在备份“{change.backup}”里。",
            "step_in_file",
        )
    if state == change.start and change.after not in ("", state):
        return Step(change, None)
    if state in (change.after, change.start):
        return Step(change, backup_of(target, change))
    raise NotWritable(
        f"“{target.name}”在“{change.what}”之后又被改过，没有撤回；之前的内容在备份“{change.backup}”里，可自行打开。",
        "changed_since",
    )


def keep_undone(path: Path, content: bytes) -> str:
    """Keep the workbook as it is before a step is taken back, in place of what the last undo kept; return its name."""
    target = real(path)
    kept = target.with_name(fitting(target.stem, f"_撤回前{target.suffix}"))
    refuse_if_open(kept)
    write_whole(kept, content)
    return kept.name


def put_back(path: Path, step: Step) -> None:
    """Write the content from before a step over FILE, which has just been closed.

    What FILE held stays in a backup, unless it was saved after the step (`keep_undone` has that) or is in one already.
    Spreadsheet programs and virus scanners let go of a file a moment late: it is tried again for some seconds.
    """
    target, content = real(path), step.content or b""
    saved = bytes_of(target)
    kept = {change.before for change in read_journal(target)} | {step.change.written}
    if digest(saved) == step.change.file and step.change.file not in kept:
        keep_backup(target, saved)
    for _ in range(_MOST_TRIES):
        try:
            return write_whole(target, content)
        except NotWritable as error:
            if error.code != "no_permission":
                raise
            time.sleep(_PAUSE)
    write_whole(target, content)


def undone_step(path: Path, step: Step) -> Undone:
    """Forget the last step now that it is taken back, or was never saved."""
    target, change = real(path), step.change
    earlier = [one for one in read_journal(target) if one != change]
    if earlier and step.content is not None:
        earlier[-1] = replace(earlier[-1], written=digest(step.content))
    write_journal(target, earlier)
    remove_backup(target, change)
    message = (
        f"{change.moment}的“{change.what}”没有保存过，工作簿本来就是原样，记录已清理。"
        if step.content is None
        else f"已撤回{change.moment}的“{change.what}”，工作簿连同文件恢复到这一步之前。"
    )
    return Undone(change, len(earlier), message)
