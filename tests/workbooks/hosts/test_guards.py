"""What keeps us from working on an open workbook, each in one plain sentence."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.fake_excel import ComError, FakeApp
from tests.fake_excel.engine import FakeBook
from tests.fake_excel.strict import BUSY, FAILED, GONE
from tests.workbooks.hosts.books import inside, ledger_file, live
from tests.workbooks.package.making import fresh
from workbooks.errors import NotWritable, Refusal
from workbooks.hosts.guards import plainly
from workbooks.hosts.live import LiveHost
from workbooks.package import Mark


def editing(book: FakeBook) -> None:
    book.faults.editing = True


def dialog(book: FakeBook) -> None:
    book.faults.dialog = True


def never_saved(book: FakeBook) -> None:
    book._book.path, book._book.name = "", "工作簿1"


def in_cloud(book: FakeBook) -> None:
    book._book.path = "https://d.docs.live.net/1/台账.xlsx"


def old_format(book: FakeBook) -> None:
    book._book.format = "xls"


def read_only(book: FakeBook) -> None:
    book._book.read_only = True


def shared(book: FakeBook) -> None:
    book._book.shared = True


def structure_protected(book: FakeBook) -> None:
    book._book.structure_protected = True


def chart_in_front(book: FakeBook) -> None:
    book._book.chart_in_front = True


@pytest.mark.parametrize(
    ("fault", "code", "what_to_do"),
    [
        (editing, "not_ready", "Esc"),
        (dialog, "not_ready", "关闭对话框"),
        (never_saved, "never_saved", "Ctrl+S"),
        (in_cloud, "in_cloud", "另存为"),
        (old_format, "old_format", ".xlsx"),
        (read_only, "read_only", "另存"),
        (shared, "shared", "取消共享"),
        (structure_protected, "structure_protected", "取消对工作簿的保护"),
        (chart_in_front, "chart_in_front", "工作表标签"),
    ],
)
def test_an_unusable_workbook_is_refused_with_what_to_do(
    fault: Callable[[FakeBook], None], code: str, what_to_do: str, tmp_path: Path
) -> None:
    host = live(ledger_file(tmp_path))
    fault(inside(host))
    with pytest.raises(Refusal) as told:
        LiveHost(host.workbook)
    assert told.value.code == code
    assert what_to_do in told.value.message
    assert told.value.message.endswith("。")


def test_a_program_that_only_says_that_it_is_not_ready_is_worked_with(tmp_path: Path) -> None:
    host = live(ledger_file(tmp_path))
    inside(host).faults.macro_waits = True
    assert LiveHost(host.workbook).book.grids


STEPS: list[Callable[[LiveHost], object]] = [
    lambda host: host.book,
    lambda host: host.insert_sheets(fresh()),
    lambda host: host.mark([Mark("明细表", "B3", "FFC7CE", "请核实")]),
    lambda host: host.unmark(),
    lambda host: host.write_columns("明细表", []),
    lambda host: host.save_in_place("修改"),
]


@pytest.mark.parametrize("step", STEPS)
def test_a_cell_being_edited_meanwhile_gives_the_same_sentence(
    step: Callable[[LiveHost], object], tmp_path: Path
) -> None:
    host = live(ledger_file(tmp_path))
    inside(host).faults.editing = True
    with pytest.raises(NotWritable) as told:
        step(host)
    assert told.value.code == "not_ready"


@pytest.mark.parametrize("answers", [0, 5, 15])
@pytest.mark.parametrize("step", STEPS[:4])
def test_a_program_that_dies_gives_a_plain_sentence(
    step: Callable[[LiveHost], object], answers: int, tmp_path: Path
) -> None:
    app = FakeApp()
    host = live(ledger_file(tmp_path), app)
    app.faults.dies_after = answers
    with pytest.raises(NotWritable) as told:
        step(host)
    assert told.value.code == "program_gone"


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (ComError(BUSY), "not_ready"),
        (ComError(FAILED, "", BUSY), "not_ready"),
        (ComError(0x80010001 - (1 << 32)), "not_ready"),
        (ComError(GONE), "program_gone"),
        (ComError(0x80010108 - (1 << 32)), "program_gone"),
    ],
)
def test_the_programs_errors_are_told_by_their_numbers(error: ComError, code: str) -> None:
    with pytest.raises(NotWritable) as told, plainly():
        raise error
    assert told.value.code == code


@pytest.mark.parametrize("error", [ComError(FAILED, "no", 0x800A03EC - (1 << 32)), ValueError("x")])
def test_other_errors_go_on_as_they_are(error: Exception) -> None:
    with pytest.raises(type(error)) as told, plainly():
        raise error
    assert told.value is error
