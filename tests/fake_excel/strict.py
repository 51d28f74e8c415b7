"""What every object of the fake does: it dies, refuses orders and counts calls, and knows no more than it has."""

from dataclasses import dataclass
from typing import Any

BUSY = 0x800AC472 - (1 << 32)
REJECTED = 0x80010001 - (1 << 32)
GONE = 0x800706BA - (1 << 32)
FAILED = 0x80020009 - (1 << 32)  # DISP_E_EXCEPTION: Excel says no
_XLWINGS_OWN = {"snapshot", "max_cells_per_read", "max_cells_per_write"}
_ALWAYS = {"api", "app", "engine", "name", "type", "options", "pid"}  # Excel says them in any state
_TRIPS = {"api": 0, "engine": 0, "options": 0, "app": 2, "shape": 0, "row": 0, "column": 0, "range": 0, "paste": 1}
"""How often xlwings' implementation for Windows calls Excel for a member where it isn't once: `app` asks for the window
too, `range` is counted by its corners, and a range asks for where it lies once, at first."""


class ComError(Exception):
    """An error as pywin32 raises it."""

    def __init__(self, hresult: int, text: str = "", scode: int = 0) -> None:
        super().__init__(hresult, text)
        self.hresult = hresult
        self.excepinfo = (0, "Microsoft Excel", text, None, 0, scode) if scode else None


@dataclass
class Faults:
    """What is wrong with the program, or not known of it.

    editing: a cell is being edited: it answers little and takes no orders; dialog: it answers nothing. macro_waits: it
    says that it isn't ready, and takes orders all the same.

    dies_after: how many calls it still answers; None: it lives. of_no_theme: what it says to the question which theme
    a colour is of that is of none: zero, nothing, or an error.

    opens_nothing: no workbook can be opened. before_2021: no dynamic arrays. merged_if_any: MergeCells is true of a
    block of which some cells are merged, as its documentation can be read.

    calls: members of xlwings' implementation that were used; trips: what they and `.api` cost in calls to Excel itself.
    """

    editing: bool = False
    dialog: bool = False
    macro_waits: bool = False
    dies_after: int | None = None
    of_no_theme: str = "zero"
    opens_nothing: bool = False
    before_2021: bool = False
    merged_if_any: bool = False
    calls: int = 0
    trips: int = 0
    cells_read: int = 0
    changes: int = 0

    def answer(self, member: str, *, change: bool = False) -> None:
        """Count a call; raise what the program raises in its state."""
        self.calls += 1
        self.trips += _TRIPS.get(member, 1)
        self.changes += change
        if self.dies_after is not None:
            self.dies_after -= 1
            if self.dies_after < 0:
                raise ComError(GONE, member)
        if self.dialog:
            raise ComError(REJECTED, member)
        if self.editing and member not in _ALWAYS:
            raise ComError(FAILED, member, BUSY)


class Strict:
    """Raises NotImplementedError, with the member's name, for all that xlwings has and the fake doesn't."""

    faults: Faults

    def __getattribute__(self, name: str) -> Any:
        if name.startswith("_") or name in ("faults", "model"):
            return object.__getattribute__(self, name)
        owner = next((each for each in type(self).__mro__ if name in each.__dict__), None)
        if owner is not None and owner.__module__.startswith("xlwings") and name not in _XLWINGS_OWN:
            raise NotImplementedError(f"{type(self).__name__}.{name}")
        if owner is not None:
            object.__getattribute__(self, "faults").answer(name)
        return object.__getattribute__(self, name)

    def __getattr__(self, name: str) -> Any:
        raise NotImplementedError(f"{type(self).__name__}.{name}")

    def __setattr__(self, name: str, value: Any) -> None:
        if name.startswith("_") or name in ("faults", "model", "options"):
            object.__setattr__(self, name, value)
            return
        owner = next((each for each in type(self).__mro__ if name in each.__dict__), None)
        own = owner and owner.__dict__[name]
        if owner is None or owner.__module__.startswith("xlwings") or not getattr(own, "fset", None):
            raise NotImplementedError(f"{type(self).__name__}.{name} =")
        self.faults.answer(name, change=True)
        object.__setattr__(self, name, value)
