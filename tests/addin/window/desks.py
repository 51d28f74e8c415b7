"""A window that is none: it keeps what it was shown, and does its work when the test says so."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from addin.pressed import Pressed
from addin.window.model import Model, State


class Desk:
    """Shows nothing, and remembers it; the work waits for `finish`."""

    how_to_choose = "请点“选择…”"

    def __init__(self) -> None:
        self.shown: list[State] = []
        self._waiting: list[tuple[Callable[[], Pressed], Callable[[Pressed], None]]] = []

    def work(self, task: Callable[[], Pressed], then: Callable[[Pressed], None]) -> None:
        self._waiting.append((task, then))

    def show(self, state: State) -> None:
        self.shown.append(state)

    @property
    def waiting(self) -> int:
        return len(self._waiting)

    def finish(self) -> None:
        """Do the work that waits."""
        task, then = self._waiting.pop()
        then(task())


@dataclass
class Buttons:
    """Presses that are told what to answer, and remember what they were asked."""

    answer: Pressed
    asked: list[tuple[str, str, Path]] = field(default_factory=list)

    def press(self, button: str, as_of: str, path: Path) -> Pressed:
        self.asked.append((button, as_of, path))
        return self.answer


@dataclass
class Bench:
    """A model with everything around it."""

    model: Model
    desk: Desk
    buttons: Buttons
    opened: list[Path]


def bench(answer: Pressed, open_file: Callable[[Path], None] | None = None) -> Bench:
    """Return a model whose buttons all give that answer."""
    desk, buttons, opened = Desk(), Buttons(answer), []
    return Bench(Model(desk, buttons.press, open_file or opened.append), desk, buttons, opened)
