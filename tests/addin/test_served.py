"""What VBA may call beside the worksheet functions: data comes back, never an exception, whatever happened."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import xlwings as xw
from openpyxl import Workbook

from addin import served
from addin.ledgers import day_of, supervised, understand
from addin.pressed import Pressed
from tests.fake_excel import opened
from udfs.catalogue import functions
from workbooks.grid import Book
from workbooks.hosts import live_reading
from workbooks.hosts.file import FileHost
from workbooks.hosts.live_reading import read
from workbooks.samples import FOLDER
from workbooks.settings import Settings
from workbooks.supervision.figures import Supervision

SHEET = "重点项目台账"
Calling = Callable[[int], xw.Range]


class Reading:
    """Reads the open workbook, and counts how often."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, book: xw.Book) -> Book:
        self.times += 1
        return read(book)


@pytest.fixture
def reading(monkeypatch: pytest.MonkeyPatch) -> Iterator[Reading]:
    counted = Reading()
    monkeypatch.setattr(live_reading, "read", counted)
    served._read.clear()
    yield counted
    served._read.clear()


@pytest.fixture(scope="module")
def open_book() -> xw.Book:
    return opened(FOLDER / "county.xlsx")


@pytest.fixture
def caller(open_book: xw.Book) -> Callable[[int], xw.Range]:
    """Return the calling cell in a row, Excel's number."""
    return lambda row: open_book.sheets[SHEET][f"AE{row}"]


@pytest.fixture(scope="module")
def supervision() -> Supervision:
    from datetime import date

    book = FileHost(FOLDER / "county.xlsx").book
    understood = understand(book, Settings.load(None, ()), (SHEET,))
    return supervised(understood, day_of(None, understood, date.today()).date)


def test_hello_says_the_version() -> None:
    from importlib.metadata import version

    assert served.hello() == version("dudao")


def test_a_row_has_the_figures_that_the_report_has(reading: Reading, caller: Calling, supervision: Supervision) -> None:
    assert len(supervision.projects) > 50
    for project in supervision.projects[:8]:
        here = caller(project.row + 1)
        assert served.own_row("COMPLETION_RATE", here) == project.completion_rate
        assert served.own_row("PROGRESS_GAP", here) == project.gap
        assert served.own_row("SHORTFALL", here) == project.shortfall
        assert served.own_row("LIGHT_REASON", here) == "；".join(project.reasons)
        assert str(served.own_row("LIGHT", here)).split()[0] in "●▲■○"


def test_every_function_that_may_stand_alone_in_a_row_is_answered(
    reading: Reading, caller: Calling, supervision: Supervision
) -> None:
    here = caller(supervision.projects[0].row + 1)
    named = [function.name for function in functions() if function.own_row]
    assert len(named) > 3
    for name in named:
        assert served.own_row(name, here) not in (served._FAILED, served._NO_PROJECT), name


def test_a_row_that_is_no_project_says_so(reading: Reading, caller: Calling) -> None:
    assert served.own_row("COMPLETION_RATE", caller(1)) == "本行不是台账项目"


def test_a_sheet_that_is_no_ledger_says_so_in_one_sentence(reading: Reading, tmp_path: Path) -> None:
    Workbook().save(tmp_path / "空.xlsx")
    said = served.own_row("COMPLETION_RATE", opened(tmp_path / "空.xlsx").sheets[0]["A5"])
    assert isinstance(said, str)
    assert said.endswith("。")


def test_a_recalculation_of_many_rows_reads_the_ledger_once(
    reading: Reading, caller: Calling, supervision: Supervision, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 100.0
    monkeypatch.setattr(served, "monotonic", lambda: now)
    for project in supervision.projects:
        served.own_row("COMPLETION_RATE", caller(project.row + 1))
    assert reading.times == 1
    now += 2.5
    served.own_row("COMPLETION_RATE", caller(supervision.projects[0].row + 1))
    assert reading.times == 2


def test_a_failure_in_a_row_is_a_short_text(reading: Reading) -> None:
    assert served.own_row("COMPLETION_RATE", SimpleNamespace()) == "算不出，详情在日志里"


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


def test_a_failure_while_pressing_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:

    def press(*_: object) -> Pressed:
        raise RuntimeError("boom")

    monkeypatch.setitem(sys.modules, "addin.live", SimpleNamespace(press=press))
    monkeypatch.setattr(xw.Book, "_mock_caller", object(), raising=False)
    kind, text, path = served.press("report", "")
    assert (kind, path) == ("failed", "")
    assert "没有做成" in text
    assert "Traceback" not in text
