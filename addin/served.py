"""What VBA may call beside the worksheet functions, by xlwings' `CallUDF` (docs/dev/windows.md: the wire).

Each answers with data, never with an exception: xlwings would hand VBA the whole trace. The workbook is the one that
VBA passes; none is searched for, and no settings are read from its folder.
"""

import gc
import sys
from collections.abc import Callable
from typing import Any

import xlwings as xw

from addin import own_rows
from addin.own_rows import Cell
from addin.pressed import LOG, Pressed, pressed
from udfs.worksheet import FAILED


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
        return [*own_rows.figure(_passed_book(), name, sheet, int(row) - 1)]
    except Exception:
        LOG.exception("own_row %s", name)
        return [FAILED, False]


@_served
def forget() -> bool:
    """Forget the ledgers read for `own_row`: Excel has calculated them since."""
    own_rows.forget()
    return True


def _passed_book() -> Any:
    """Return the workbook that VBA passed with this call, None without one; the next call begins without it."""
    windows: Any = sys.modules.get("xlwings._xlwindows")
    if windows is None:
        return getattr(xw.Book, "_mock_caller", None)  # not Windows: a test, by xlwings' own Book.set_mock_caller
    try:
        return xw.Book.caller() if windows.BOOK_CALLER is not None else None
    finally:
        windows.BOOK_CALLER = None
