"""Workbooks dropped on the desktop icon: 生成通报 for one after another, and one summary."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from addin.window.model import MAIN_BUTTON
from addin.window.pressing import Press, succeeded

STOPPING = "做完这一份就停下…"


class Notice(Protocol):
    """What the clerk sees while the work goes on."""

    def tell(self, text: str) -> None:
        """Show a text."""

    def stopped(self) -> bool:
        """Return whether the clerk wants no more of it."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What came of the workbooks. text: for the clerk; results: the files made; refused: whether any was not done."""

    text: str
    results: tuple[Path, ...]
    refused: bool


def report_all(paths: Sequence[Path], press: Press, notice: Notice) -> Summary:
    """Do 生成通报 for each workbook in turn; stop after the one in work when the clerk says so."""
    results: list[Path] = []
    failures: list[str] = []
    left = list(paths)
    while left and not notice.stopped():
        path = left.pop(0)
        notice.tell(_what(path, len(paths) - len(left), len(paths)))
        pressed = press(MAIN_BUTTON, "", path)
        if not succeeded(pressed):
            failures.append(f"{path.name}：{pressed.text}" if len(paths) > 1 else pressed.text)
        elif pressed.path:
            results.append(Path(pressed.path))
    done = len(paths) - len(left) - len(failures)
    return Summary(_text(len(paths), done, failures, left), tuple(results), bool(failures or left))


def _what(path: Path, number: int, of: int) -> str:
    count = f"（第{number}份，共{of}份）" if of > 1 else ""
    return f"正在生成通报{count}：{path.name}"


def _text(number: int, done: int, failures: Sequence[str], left: Sequence[Path]) -> str:
    if number == 1 and failures:
        return failures[0]
    lines = [f"共{number}份台账，已生成通报{done}份。"]
    if failures:
        lines += ["", f"没有做成的{len(failures)}份：", *failures]
    if left:
        lines += ["", f"已停下，没有做的{len(left)}份：{'、'.join(path.name for path in left)}"]
    return "\n".join(lines)
