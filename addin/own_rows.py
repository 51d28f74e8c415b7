"""The figures of a ledger's rows, by row: what a worksheet function without arguments gives in the row it stands in.

The ledger is supervised as the report does. It is read once for a recalculation: kept for two seconds, or until
`forget`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, Any

from addin.pressed import LOG
from udfs.lights import Light
from udfs.rounding import settled
from udfs.values.units import money_factor
from udfs.worksheet import FAILED
from workbooks.errors import Refusal

if TYPE_CHECKING:
    from workbooks.grid import Book
    from workbooks.ledger import Ledger
    from workbooks.supervision.figures import Project, Supervision

Cell = float | str
NO_PROJECT = "本行不是台账项目"
_KEPT = 2.0  # seconds: as long as a program asks for row after row of one recalculation


def figure(book: Any, name: str, sheet: str, row: int) -> tuple[Cell, bool]:
    """Return the figure of this function for a row (from 0) of an open xlwings Book, and whether to ask again.

    A blank is "". A row or a sheet that is no ledger gives a short Chinese text. To be asked again when the program
    has calculated: formulas of the ledger that it hadn't calculated yet were read as blanks. Never raises.
    """
    try:
        rows = _rows(book, sheet)
        return _of_row(name, rows, row), rows.unfinished
    except Refusal as refusal:
        return refusal.message, False
    except Exception:
        LOG.exception("own_row %s", name)
        return FAILED, False


def forget() -> None:
    """Forget the ledgers that were read: the program has calculated them since."""
    _read.clear()


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


@dataclass(frozen=True, slots=True)
class _Refused:
    """Why a sheet gives no figures, as read at `read` (monotonic seconds)."""

    read: float
    refusal: Refusal


_FIGURES: dict[str, Callable[["Project", float], object]] = {
    "COMPLETION_RATE": lambda project, unit: project.completion_rate,
    "PROGRESS_GAP": lambda project, unit: project.gap,
    "LIGHT": lambda project, unit: Light(project.light).label,
    "LIGHT_REASON": lambda project, unit: "；".join(project.reasons),
    "SHORTFALL": lambda project, unit: None if project.shortfall is None else settled(project.shortfall / unit),
}
_read: dict[tuple[str, str], _Rows | _Refused] = {}


def _of_row(name: str, rows: _Rows, row: int) -> Cell:
    if name == "TIME_PROGRESS":
        return rows.time_progress
    project = rows.projects.get(row)
    if project is None:
        return NO_PROJECT
    found = _FIGURES[name](project, rows.units[row])
    return found if isinstance(found, float | str) else ""


def _rows(book: Any, sheet: str) -> _Rows:
    """Return the sheet's projects, from the last two seconds' reading where there is one."""
    from workbooks.hosts.live_reading import read_sheet
    from workbooks.hosts.natives import native

    now = monotonic()
    for key in [key for key, kept in _read.items() if now - kept.read > _KEPT]:
        del _read[key]
    key = (native(book.app).full_name(book), sheet)
    if key not in _read:
        _read[key] = _reading(read_sheet(book, sheet), sheet)
    found = _read[key]
    if isinstance(found, _Refused):
        raise found.refusal
    return found


def _reading(content: "Book", sheet: str) -> _Rows | _Refused:
    try:
        ledgers, supervision = _supervised(content, sheet)
    except Refusal as refusal:
        return _Refused(monotonic(), refusal)
    projects = {project.row: project for project in supervision.projects if project.sheet == sheet}
    units = {row: _unit(ledger) for ledger in ledgers for row in ledger.rows}
    unfinished = _is_unfinished(content, sheet)
    return _Rows(monotonic(), projects, units, supervision.time_progress, unfinished)


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
    from workbooks.settings_sheet import settings_of

    understood = understand(book, settings_of(book), (sheet,))
    day = day_of(None, understood, date.today())
    return understood.recognition.ledgers, supervised(understood, day.date)
