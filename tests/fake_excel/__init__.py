"""Excel in memory, for tests: an xlwings engine on which xlwings' own `main.py` runs, and a part of Excel's objects.

model     a workbook: openpyxl holds cells, looks and names; values of formulas beside them
strict    what every object does: it counts calls, has its faults, and refuses members that the fake doesn't have
engine    App, Book, Sheet, Name, Note as xlwings' engines have them
ranges    Range
com       what stands behind `.api`

It answers as Excel is said to (numbers as floats, errors as numbers, amounts of money as rounded decimals, nothing
where cells differ). Nobody has compared it with the real Excel.
"""

from pathlib import Path

import xlwings

from tests.fake_excel.engine import FakeApp
from tests.fake_excel.strict import ComError, Faults

__all__ = ["ComError", "FakeApp", "Faults", "opened"]


def opened(path: Path, app: FakeApp | None = None) -> xlwings.Book:
    """Return the workbook opened in an Excel of its own, or in this one."""
    return xlwings.App(impl=app or FakeApp()).books.open(str(path))
