"""The ribbon tab 项目督导 as declared in `ribbon.toml`: what customUI, VBA, menus and the manual are made from."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent


@dataclass(frozen=True)
class Button:
    """A button; `id` names its macro `addin/macros/<id>.py`, `image` an icon that Office itself carries."""

    id: str
    label: str
    screentip: str
    reads: str
    writes: str
    back: str
    image: str
    size: str = "normal"

    @property
    def supertip(self) -> str:
        """What it reads, what it writes, whether it can be taken back."""
        return f"{self.reads}。{self.writes}。{self.back}。"


@dataclass(frozen=True)
class DateBox:
    """The box for the day that progress is judged by; `group` is where it stands, `width` its longest text."""

    id: str
    group: str
    label: str
    screentip: str
    supertip: str
    width: str


@dataclass(frozen=True)
class Group:
    """Buttons that stand together."""

    id: str
    label: str
    buttons: tuple[Button, ...]


@dataclass(frozen=True)
class Tab:
    """The whole tab."""

    id: str
    label: str
    groups: tuple[Group, ...]
    date: DateBox

    @property
    def buttons(self) -> tuple[Button, ...]:
        """All buttons, in order."""
        return tuple(button for group in self.groups for button in group.buttons)

    def button(self, id: str) -> Button:
        """Return the button of that id; KeyError where there is none."""
        return {button.id: button for button in self.buttons}[id]


@cache
def declared() -> Tab:
    """Return the tab with every button of the declaration, whether its macro is there or not."""
    table: Mapping[str, Any] = tomllib.loads((_HERE / "ribbon.toml").read_text(encoding="utf-8"))
    groups = tuple(
        Group(group["id"], group["label"], tuple(Button(**button) for button in group["buttons"]))
        for group in table["groups"]
    )
    return Tab(table["tab"]["id"], table["tab"]["label"], groups, DateBox(**table["date"]))


def tab() -> Tab:
    """Return the tab as clerks see it: buttons that have a macro, and groups that have buttons."""
    full = declared()
    groups = tuple(_with_macros(group) for group in full.groups)
    return Tab(full.id, full.label, tuple(group for group in groups if group.buttons), full.date)


def _with_macros(group: Group) -> Group:
    there = tuple(button for button in group.buttons if (_HERE / "macros" / f"{button.id}.py").exists())
    return Group(group.id, group.label, there)
