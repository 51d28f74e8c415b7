"""What VBA may call beside the worksheet functions: data comes back, never an exception, whatever happened."""

import gc
import sys
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import xlwings as xw
from openpyxl import Workbook

from addin import own_rows, served
from addin.ledgers import day_of, supervised, understand
from addin.pressed import Pressed
from tests.fake_excel import opened
from udfs.catalogue import functions
from udfs.excel import FAILED
from workbooks.grid import Book, NoDetails
from workbooks.hosts import live_reading
from workbooks.hosts.file import FileHost
from workbooks.hosts.live_reading import read_sheet
from workbooks.samples import FOLDER
from workbooks.settings import Settings
from workbooks.supervision.figures import Supervision

SHEET = "重点项目台账"
Asking = Callable[[str, int], object]


class Reading:
    """Reads the ledger's sheet of the open workbook, and counts how often."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, book: xw.Book, sheet: str) -> Book:
        self.times += 1
        return read_sheet(book, sheet)


@pytest.fixture
def reading(monkeypatch: pytest.MonkeyPatch) -> Iterator[Reading]:
    counted = Reading()
    monkeypatch.setattr(live_reading, "read_sheet", counted)
    own_rows.forget()
    yield counted
    own_rows.forget()


@pytest.fixture(scope="module")
def open_book() -> xw.Book:
    return opened(FOLDER / "county.xlsx")


@pytest.fixture
def own_row(open_book: xw.Book, monkeypatch: pytest.MonkeyPatch) -> Asking:
    """Return what asks for a function's figure in a row, Excel's number, of the open ledger."""
    monkeypatch.setattr(xw.Book, "_mock_caller", open_book, raising=False)
    return lambda name, row: served.own_row(name, SHEET, float(row))[0]


@pytest.fixture(scope="module")
def supervision() -> Supervision:
    from datetime import date

    book = FileHost(FOLDER / "county.xlsx").book
    understood = understand(book, Settings.load(None, ()), (SHEET,))
    return supervised(understood, day_of(None, understood, date.today()).date)


def test_hello_says_the_version() -> None:
    from importlib.metadata import version

    assert served.hello() == version("dudao")


def test_a_row_has_the_figures_that_the_report_has(reading: Reading, own_row: Asking, supervision: Supervision) -> None:
    assert len(supervision.projects) > 50
    for project in supervision.projects[:8]:
        here = project.row + 1
        assert own_row("COMPLETION_RATE", here) == project.completion_rate
        assert own_row("PROGRESS_GAP", here) == project.gap
        assert own_row("SHORTFALL", here) == project.shortfall
        assert own_row("LIGHT_REASON", here) == "；".join(project.reasons)
        assert str(own_row("LIGHT", here)).split()[0] in "●▲■○"


def test_an_amount_is_in_the_unit_of_the_ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = Workbook()
    book.active.append(["序号", "项目名称", "2026年计划投资（亿元）", "2026年1-6月累计完成投资（亿元）"])
    for number in range(1, 6):
        book.active.append([number, f"产业园{number}期标准厂房", 2, 0.3])
    book.save(tmp_path / "台账.xlsx")
    ledger = opened(tmp_path / "台账.xlsx")
    monkeypatch.setattr(xw.Book, "_mock_caller", ledger, raising=False)
    assert served.own_row("SHORTFALL", ledger.sheets[0].name, 3.0)[0] == 0.7


def test_every_function_that_may_stand_alone_in_a_row_is_answered(
    reading: Reading, own_row: Asking, supervision: Supervision
) -> None:
    here = supervision.projects[0].row + 1
    named = [function.name for function in functions() if function.own_row]
    assert len(named) > 3
    for name in named:
        assert own_row(name, here) not in (FAILED, own_rows.NO_PROJECT), name


def test_a_row_that_is_no_project_says_so(reading: Reading, own_row: Asking) -> None:
    assert own_row("COMPLETION_RATE", 1) == "本行不是台账项目"


def test_a_sheet_that_is_no_ledger_says_so_in_one_sentence(
    reading: Reading, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Workbook().save(tmp_path / "空.xlsx")
    book = opened(tmp_path / "空.xlsx")
    monkeypatch.setattr(xw.Book, "_mock_caller", book, raising=False)
    said, _ = served.own_row("COMPLETION_RATE", book.sheets[0].name, 5.0)
    assert isinstance(said, str)
    assert said.endswith("。")


def test_a_recalculation_of_many_rows_reads_the_ledger_once(
    reading: Reading, own_row: Asking, supervision: Supervision, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 100.0
    monkeypatch.setattr(own_rows, "monotonic", lambda: now)
    for project in supervision.projects:
        own_row("COMPLETION_RATE", project.row + 1)
    assert reading.times == 1
    now += 2.5
    own_row("COMPLETION_RATE", supervision.projects[0].row + 1)
    assert reading.times == 2


def test_a_ledger_read_while_its_formulas_wait_is_to_be_asked_again(
    reading: Reading, open_book: xw.Book, own_row: Asking, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert served.own_row("COMPLETION_RATE", SHEET, 5.0)[1] is False
    served.forget()

    def midway(book: xw.Book, sheet: str) -> Book:
        content = read_sheet(book, sheet)
        grid = next(grid for grid in content.grids if grid.name == SHEET)
        grid.rows[4][11] = None
        grid.details = Waiting()
        return content

    monkeypatch.setattr(live_reading, "read_sheet", midway)
    assert served.own_row("COMPLETION_RATE", SHEET, 5.0)[1] is True


class Waiting(NoDetails):
    """A sheet with one formula."""

    def formula(self, row: int, column: int) -> str | None:
        return "50+1" if (row, column) == (4, 11) else None


def test_after_forget_the_ledger_is_read_anew(reading: Reading, own_row: Asking) -> None:
    own_row("COMPLETION_RATE", 5)
    assert served.forget() is True
    own_row("COMPLETION_RATE", 5)
    assert reading.times == 2


def test_a_failure_in_a_row_is_a_short_text(reading: Reading) -> None:
    assert served.own_row("COMPLETION_RATE", SHEET, 5.0) == [FAILED, False]


def test_pressing_without_a_workbook_says_what_to_do() -> None:
    assert served.press("report", "") == ["refused", "没有打开的工作簿，请先打开台账，再按按钮。", ""]


def test_pressing_works_on_the_workbook_that_was_passed(monkeypatch: pytest.MonkeyPatch) -> None:
    book = object()
    pressed: list[Any] = []

    def press(button: str, as_of: str, given: object) -> Pressed:
        pressed.append((button, as_of, given))
        return Pressed("open", "好了", str(Path("结果.xlsx")))

    monkeypatch.setitem(sys.modules, "addin.live", SimpleNamespace(press=press))
    monkeypatch.setattr(xw.Book, "_mock_caller", book, raising=False)
    assert served.press("report", "2026-06-30") == ["open", "好了", "结果.xlsx"]
    assert served.press("check", None) == ["open", "好了", "结果.xlsx"]
    assert pressed == [("report", "2026-06-30", book), ("check", "", book)]


def test_nothing_of_excel_is_held_after_a_press(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reference left in a circle keeps EXCEL.EXE running after its windows are closed."""

    class OfExcel:
        itself: object

    held: list[weakref.ref[OfExcel]] = []

    def press(*_: object) -> Pressed:
        found = OfExcel()
        found.itself = found
        held.append(weakref.ref(found))
        return Pressed("done", "好了")

    monkeypatch.setitem(sys.modules, "addin.live", SimpleNamespace(press=press))
    gc.disable()
    try:
        assert served.press("report", "")[0] == "done"
    finally:
        gc.enable()
    assert held[0]() is None


def test_a_failure_while_pressing_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:

    def press(*_: object) -> Pressed:
        raise RuntimeError("boom")

    monkeypatch.setitem(sys.modules, "addin.live", SimpleNamespace(press=press))
    monkeypatch.setattr(xw.Book, "_mock_caller", object(), raising=False)
    kind, text, path = served.press("report", "")
    assert (kind, path) == ("failed", "")
    assert "没有做成" in text
    assert "Traceback" not in text
