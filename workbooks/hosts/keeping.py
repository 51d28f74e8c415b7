"""Changes in an open workbook that can be taken back, though a macro empties the program's own list of steps.

Before a change a copy of the workbook, unsaved edits included, is kept beside its file, and the step is written into
the journal that the file host uses (`workbooks.steps`). What counts as the state after the step are the cells as typed:
formulas and constants of all sheets, so that calculating anew is no change; how many notes there are; and our own
memory of marks and columns.
"""

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from workbooks import steps
from workbooks.backups import Change, Undone
from workbooks.errors import NotWritable, Refusal
from workbooks.hosts.guards import plainly, refuse_unusable
from workbooks.hosts.live_details import as_rows
from workbooks.hosts.live_names import block, local_names, text_of
from workbooks.hosts.live_reading import used_area
from workbooks.hosts.live_saved import content
from workbooks.hosts.natives import native
from workbooks.package.book import OURS
from workbooks.whole import refuse_unwritable

if TYPE_CHECKING:
    from xlwings import App, Book


@contextmanager
def kept(book: "Book", what: str) -> Iterator[Path]:
    """Keep a copy of the workbook before what the block does to it; yield the copy's path. `what` names the step.

    A block that is refused or fails before it has changed a cell leaves no copy behind; one that fails half-way leaves
    a step that can be taken back.
    """
    with plainly():
        refuse_unusable(book)
        path = Path(native(book.app).full_name(book))
        before, is_changed = state(book), native(book.app).is_changed(book)
    step = steps.keep_step(path, what, content(book), before, differs=is_changed)
    try:
        yield path.with_name(step.backup)
    except Refusal:
        _finish(book, path, step, before, drop=True)
        raise
    except BaseException:
        _finish(book, path, step, before, drop=False)
        raise
    with plainly():
        steps.finish_step(path, step, state(book))


def _finish(book: "Book", path: Path, step: Change, before: str, *, drop: bool) -> None:
    """Write down where a step that failed has got; where the program has died, nobody knows."""
    try:
        now = state(book)
    except Exception:
        return
    if drop and now == before:
        steps.drop_step(path, step)
    else:
        steps.finish_step(path, step, now)


def undo(book: "Book", path: Path) -> "tuple[Book, Undone]":
    """Take back the last step; return the workbook, opened anew, and what was done.

    What the workbook was before is kept beside it as …_撤回前: looks that were changed since would be lost otherwise.

    Raises WrongArgument where there is nothing to take back, NotWritable where somebody has changed cells since (the
    workbook stays as it is, and the copy is named) or where the workbook doesn't open again, Damaged where the copy is
    gone or was changed.
    """
    with plainly():
        refuse_unusable(book)
        taken = steps.step_to_undo(path, state(book))
        if taken.content is None:  # the change was never saved: there is nothing to put back
            return book, steps.undone_step(path, taken)
        refuse_unwritable(path)  # before what was typed since the last saving is given up
        app, front = book.app, book.sheets.active.name
        kept_name = steps.keep_undone(path, content(book))  # colours and notes since the step are in no digest
        book.close()
        try:
            steps.put_back(path, taken)
        except NotWritable as error:
            _opened(app, path)
            text = f"{error.message.removesuffix('。')}；这一步之前的内容在备份“{taken.change.backup}”里，可自行打开。"
            raise NotWritable(text, error.code) from error
        undone = steps.undone_step(path, taken)
        done = replace(undone, message=f"{undone.message}撤回前的样子另存在“{kept_name}”里。")
        try:
            again = _opened(app, path)
        except Exception as error:  # the clerk gave no password, or called it off
            text = f"{done.message.removesuffix('。')}，但没有重新打开，请自己打开“{path.name}”。"
            raise NotWritable(text, "not_reopened") from error
        if front in {sheet.name for sheet in again.sheets}:
            native(app).bring_to_front(again.sheets[front])
        return again, done


def _opened(app: "App", path: Path) -> "Book":
    """Open the workbook as it was open: to be written in, whatever its file recommends."""
    return app.books.open(str(path), update_links=False, ignore_read_only_recommended=True)


def state(book: "Book") -> str:
    """Return a digest of all sheets: names, cells as typed, number of notes, our hidden names (marks are in these)."""
    said = []
    for sheet in book.sheets:
        cells = [
            (row, column, value)
            for row, values in enumerate(as_rows(block(sheet, used_area(sheet)).formula))
            for column, value in enumerate(values)
            if value not in ("", None)
        ]
        memory = sorted((bare, text_of(name)) for bare, name in local_names(sheet, OURS))
        said.append((sheet.name, cells, sum(1 for _ in sheet.notes), memory))
    return hashlib.sha256(json.dumps(said, ensure_ascii=False, default=str).encode()).hexdigest()
