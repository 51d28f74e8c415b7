"""The buttons' work: one module a button, over the hosts' port: where the workbook lives makes no difference.

A module has `run(job) -> Outcome`, which raises a Refusal for what it can't do, with the workbook as it was; and where
it writes into the workbook, `ENDING`, after which a result beside the ledger is named; where the workbook goes on with
what was written, `KEEPS = True`. Or it has `page() -> Path`.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from addin.ledgers import Day, Understood, day_of
from workbooks.hosts.port import Host
from workbooks.settings import Settings
from workbooks.settings_sheet import settings_of

__all__ = ["Job", "Macro", "Outcome", "Page", "available", "macro"]


@dataclass(frozen=True)
class Job:
    """What a macro works on.

    given: the settings, None for the workbook's own. as_of: the clerk's 截止日期, None to take it from the ledger.
    """

    host: Host
    given: Settings | None = None
    as_of: date | None = None
    today: date = field(default_factory=date.today)

    @cached_property
    def settings(self) -> Settings:
        """Return the settings in force; the workbook is read for them, so what needs none doesn't ask."""
        return settings_of(self.host.book) if self.given is None else self.given

    def day(self, understood: Understood) -> Day:
        """Return the day at which to supervise."""
        return day_of(self.as_of, understood, self.today)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it. text: for the clerk; show: the sheet to bring to front."""

    text: str
    show: str | None = None


@dataclass(frozen=True, slots=True)
class Macro:
    """A button's work.

    changes: whether it writes into the workbook, so that a copy is kept before. ending: what a result beside the ledger
    is called after it. keeps: whether the clerk is to go on in the result, which remembers something.
    """

    run: Callable[[Job], Outcome]
    changes: bool
    ending: str
    keeps: bool


@dataclass(frozen=True, slots=True)
class Page:
    """A button that only opens a document."""

    path: Callable[[], Path]


def available() -> tuple[str, ...]:
    """Return the ids of the buttons whose work is there."""
    return tuple(module.name for module in iter_modules(__path__))


def macro(button: str) -> Macro | Page:
    """Return the work of a button. ValueError for an id that `available` doesn't list."""
    if button not in available():
        raise ValueError(f"no macro {button}")
    module = import_module(f"addin.macros.{button}")
    if hasattr(module, "page"):
        return Page(module.page)
    return Macro(module.run, hasattr(module, "ENDING"), getattr(module, "ENDING", ""), getattr(module, "KEEPS", False))
