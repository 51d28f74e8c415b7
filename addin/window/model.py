"""What the window knows and does, without any window: its state, and what each action makes of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from addin.pressed import Pressed
from addin.ribbon import Button
from addin.window.pressing import Press, succeeded
from workbooks.errors import Refusal

TITLE = "项目督导"
AS_OF_HINT = "如 2026-06-30；空着就自动定"
CHOOSING = "选择台账工作簿"
WORKBOOKS, ALL_FILES = "台账工作簿", "所有文件"
PATTERNS = ("*.xlsx", "*.xlsm", "*.xltx", "*.xls", "*.xlsb", "*.et", "*.ods", "*.csv")
MAIN_BUTTON = "report"
"""The button that Enter presses, and the work that is done on files dropped on the desktop icon."""
WITHOUT_WORKBOOK = frozenset({"help"})
"""Buttons that read no workbook."""
_WITHOUT_COPY = WITHOUT_WORKBOOK | {"undo"}


def tip(button: Button) -> str:
    """Return a button's tooltip: as on the ribbon, but that the work is done on a copy."""
    if button.id in _WITHOUT_COPY:
        return f"{button.screentip}\n{button.writes}。"
    return f"{button.screentip}\n{button.writes}。\n做在副本上：原文件不动，结果是它旁边的一份新文件。"


@dataclass(frozen=True, slots=True)
class State:
    """What the window shows. workbook, as_of: as the fields say; busy: the label of the button in work, empty at rest;
    message: the result line; result: the file that 打开结果 opens, None if there is none."""

    workbook: str = ""
    as_of: str = ""
    busy: str = ""
    message: str = ""
    result: Path | None = None


class Desk(Protocol):
    """What the model needs of the window around it."""

    how_to_choose: str
    """How a workbook is chosen in this window, for the clerk."""

    def work(self, task: Callable[[], Pressed], then: Callable[[Pressed], None]) -> None:
        """Run the task off the window's thread, then `then` with its result on it."""

    def show(self, state: State) -> None:
        """Show the state."""


class Model:
    """The window's state and actions. Every action ends in `desk.show`."""

    def __init__(self, desk: Desk, press: Press, open_file: Callable[[Path], None]) -> None:
        self._hint = f"{desk.how_to_choose}。在表格软件里改过的，请先保存。"
        self.state = State(message=self._hint)
        self._desk, self._press, self._open_file = desk, press, open_file

    def choose(self, workbook: str) -> None:
        """Take a workbook that was chosen or typed."""
        if workbook != self.state.workbook:
            name = Path(workbook).name
            self._become(
                workbook=workbook, result=None, message=f"已选“{name}”，请点要做的事。" if name else self._hint
            )

    def drop(self, paths: Sequence[str]) -> None:
        """Take the first of the files dropped on the window."""
        if not paths or self.state.busy:
            return
        self.choose(paths[0])
        if len(paths) > 1:
            self._become(
                message=f"一次放一份，已取“{Path(paths[0]).name}”。要一起做几份，请把它们拖到桌面图标“{TITLE}”上。"
            )

    def set_as_of(self, as_of: str) -> None:
        """Take the 截止日期 as typed; it is read when a button is pressed."""
        self._become(as_of=as_of)

    def press(self, button: str, label: str) -> None:
        """Start a button's work on the workbook; while another is in work, nothing happens."""
        if self.state.busy:
            return
        try:
            workbook = self._workbook(button)
        except Refusal as refusal:
            self._become(message=refusal.message, result=None)
            return
        as_of = self.state.as_of
        self._become(busy=label, message=f"正在做“{label}”，请稍等…", result=None)
        self._desk.work(lambda: self._press(button, as_of, workbook), self._finished)

    def open_result(self) -> None:
        """Open the last result."""
        if self.state.result:
            try:
                self._open_file(self.state.result)
            except Refusal as refusal:
                self._become(message=refusal.message)

    def question_at_close(self) -> str:
        """Return what to ask before the window closes; empty at rest."""
        return f"还在做“{self.state.busy}”，现在关掉就不做了，原文件不受影响。要关掉吗？" if self.state.busy else ""

    def _workbook(self, button: str) -> Path:
        workbook = self.state.workbook.strip().strip('"“”')  # Explorer's 复制为路径 puts quotes around it
        if button in WITHOUT_WORKBOOK:
            return Path(workbook)
        if not workbook:
            raise Refusal(f"还没有台账：{self._desk.how_to_choose}。", "no_workbook")
        if not Path(workbook).is_file():
            raise Refusal(f"找不到“{workbook}”，请重新选择。", "gone")
        return Path(workbook)

    def _finished(self, pressed: Pressed) -> None:
        result = Path(pressed.path) if pressed.path and succeeded(pressed) else None
        opening = f"已打开“{result.name}”。" if result else ""
        self._become(busy="", message=pressed.text or opening, result=result)
        if pressed.kind == "open" and result:
            try:
                self._open_file(result)
            except Refusal as refusal:
                self._become(message=f"{pressed.text}\n{refusal.message}".strip())

    def _become(self, **changes: object) -> None:
        self.state = replace(self.state, **changes)  # type: ignore[arg-type]  # fields of State
        self._desk.show(self.state)
