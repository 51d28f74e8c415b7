"""What VBA may call beside the worksheet functions, by xlwings' `CallUDF` (docs/dev/windows.md: the wire).

Each answers with data, never with an exception: xlwings would hand VBA the whole trace. The workbook is the one that
VBA passes; none is searched for, and no settings are read from its folder.
"""

import gc
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, Any

import xlwings as xw

from addin.pressed import LOG, Pressed, pressed
from udfs.excel import FAILED
from udfs.lights import Light
from udfs.rounding import settled
from udfs.values.units import money_factor
from workbooks.errors import Refusal

if TYPE_CHECKING:
    from workbooks.grid import Book
    from workbooks.ledger import Ledger
    from workbooks.supervision.figures import Project, Supervision

Cell = float | str
_KEPT = 2.0  # seconds: as long as Excel asks for row after row of one recalculation
_NO_PROJECT = "本行不是台账项目"


def _served(function: Callable[..., Any]) -> Callable[..., Any]:
    """Make the function one that `CallUDF` finds; without its annotations, by which xlwings would convert values."""
    function.__annotations__ = {}
    return xw.func(function)


@_served
def hello() -> str:
    """Return the installed version. Called first, and without a workbook."""
    from importlib.metadata import version

    return version("dudao")


@_served
def press(button: str, as_of: str | None) -> list[str]:
    """Do a button's work on the workbook that VBA passed; return kind, text and path (`addin.pressed.Pressed`)."""

    def work() -> Pressed:
        from addin.live import press as press_live

        return press_live(button, as_of or "", _passed_book())

    came = pressed(work)
    gc.collect()  # what still refers to Excel's objects in a circle would keep Excel from ending
    return [came.kind, came.text, came.path]


@_served
def own_row(name: str, sheet: str, row: float) -> list[Cell | bool]:
    """Return the figure of this function for a row (Excel's number) of a ledger, and whether to ask again.

    The sheet is one of the workbook that VBA passed: the calling cell's. A blank is "". A row or a sheet that is no
    ledger gives a short Chinese text. The ledger is read anew after two seconds, or after `forget`. To be asked again
    when Excel has calculated: formulas of the ledger that it hadn't calculated yet were read as blanks.
    """
    try:
        rows = _rows(_passed_book(), sheet)
        return [_figure(name, rows, int(row) - 1), rows.unfinished]
    except Refusal as refusal:
        return [refusal.message, False]
    except Exception:
        LOG.exception("own_row %s", name)
        return [FAILED, False]


@_served
def forget() -> bool:
    """Forget the ledgers read for `own_row`: Excel has calculated them since."""
    _read.clear()
    return True


@dataclass(frozen=True, slots=True)
class _Rows:
    """The projects of one sheet by row, 0-based, as supervised at `read` (monotonic seconds).

    units: how many 万元 the unit is in which the ledger writes what is done, by row. unfinished: whether the sheet had
    formulas that Excel hadn't calculated yet.
    """

    read: float
    projects: Mapping[int, "Project"]
    units: Mapping[int, float]
    time_progress: float
    unfinished: bool


_FIGURES: dict[str, Callable[["Project", float], object]] = {
    "COMPLETION_RATE": lambda project, unit: project.completion_rate,
    "PROGRESS_GAP": lambda project, unit: project.gap,
    "LIGHT": lambda project, unit: Light(project.light).label,
    "LIGHT_REASON": lambda project, unit: "；".join(project.reasons),
    "SHORTFALL": lambda project, unit: None if project.shortfall is None else settled(project.shortfall / unit),
}
_read: dict[tuple[str, str], _Rows] = {}


def _figure(name: str, rows: _Rows, row: int) -> Cell:
    if name == "TIME_PROGRESS":
        return rows.time_progress
    project = rows.projects.get(row)
    if project is None:
        return _NO_PROJECT
    figure = _FIGURES[name](project, rows.units[row])
    return figure if isinstance(figure, float | str) else ""


def _rows(book: Any, sheet: str) -> _Rows:
    """Return the sheet's projects, from the last two seconds' reading where there is one."""
    from workbooks.hosts.live_reading import read_sheet
    from workbooks.hosts.natives import native

    now = monotonic()
    for key in [key for key, kept in _read.items() if now - kept.read > _KEPT]:
        del _read[key]
    key = (native(book.app).full_name(book), sheet)
    if key not in _read:
        content = read_sheet(book, sheet)
        ledgers, supervision = _supervised(content, sheet)
        projects = {project.row: project for project in supervision.projects if project.sheet == sheet}
        units = {row: _unit(ledger) for ledger in ledgers for row in ledger.rows}
        unfinished = _is_unfinished(content, sheet)
        _read[key] = _Rows(monotonic(), projects, units, supervision.time_progress, unfinished)
    return _read[key]


def _unit(ledger: "Ledger") -> float:
    """Return how many 万元 the unit is in which the ledger writes what is done, 1 where that is another currency."""
    written = ledger.fields.get("done_this_year") or ledger.fields.get("annual_plan")
    return money_factor(written.unit if written else None) or 1.0


def _is_unfinished(book: "Book", sheet: str) -> bool:
    """Return whether a formula of the sheet gave nothing: while it calculates, Excel says so of those to come."""
    grid = next(grid for grid in book.grids if grid.name == sheet)
    blanks = ((r, c) for r, row in enumerate(grid.rows) for c, value in enumerate(row) if value is None)
    return any(grid.details.formula(r, c) is not None for r, c in blanks)


def _supervised(book: "Book", sheet: str) -> "tuple[Sequence[Ledger], Supervision]":
    """Return the sheet's ledgers and their figures, at the day that the buttons take by themselves."""
    from datetime import date

    from addin.ledgers import day_of, supervised, understand
    from workbooks.settings import Settings

    understood = understand(book, Settings.load(None, ()), (sheet,))
    day = day_of(None, understood, date.today())
    return understood.recognition.ledgers, supervised(understood, day.date)


def _passed_book() -> Any:
    """Return the workbook that VBA passed with this call, None without one; the next call begins without it."""
    windows: Any = sys.modules.get("xlwings._xlwindows")
    if windows is None:
        return getattr(xw.Book, "_mock_caller", None)  # not Windows: a test, by xlwings' own Book.set_mock_caller
    try:
        return xw.Book.caller() if windows.BOOK_CALLER is not None else None
    finally:
        windows.BOOK_CALLER = None
