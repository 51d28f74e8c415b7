"""Every button on every shipped ledger, open in a real LibreOffice: it says and leaves what the file way does."""

import math
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import xlwings

from addin import file_way, live
from addin.macros import available
from udfs.values.cells import Value
from workbooks.grid import Grid
from workbooks.hosts.file import FileHost
from workbooks.hosts.live_reading import read
from workbooks.samples import FOLDER, samples, template

AS_OF = "2026-06-30"
LEDGERS = {path.name: path for path in (*(sample.path for sample in samples()), template()) if path.suffix == ".xlsx"}
NEVER_CALCULATED = "mistakes.xlsx"  # LibreOffice calculates its formula that has no stored result
ALL = ("inspect", "check", "progress", "report")
OTHERS = [button for button in available() if button not in (*ALL, "undo", "help")]
PRESSES = [(name, button) for name in LEDGERS for button in ALL] + [("mistakes.xlsx", button) for button in OTHERS]
OF_ITS_WAY = ("台账没有改动", "可按“撤回上一步”", "上一次的结果")
ABOUT = ("name", "hidden_rows", "hidden_columns", "visible", "ours")


@pytest.fixture
def file(request: pytest.FixtureRequest, office: xlwings.App, tmp_path: Path) -> Path:
    """Return a copy of a shipped ledger."""
    file = tmp_path / "台账.xlsx"
    shutil.copy(LEDGERS[request.param], file)
    if request.param == NEVER_CALCULATED:
        book = office.books.open(str(file))
        book.save()
        book.close()
    return file


@pytest.fixture
def book(file: Path, office: xlwings.App) -> Iterator[xlwings.Book]:
    """Return it open in LibreOffice."""
    yield office.books.open(str(file))
    for each in list(office.books):
        each.close()


@pytest.mark.parametrize(("file", "button"), PRESSES, indirect=["file"])
def test_a_button_says_and_leaves_what_the_file_way_does(button: str, file: Path, book: xlwings.Book) -> None:
    before = file.read_bytes()
    by_file, by_program = file_way.press(button, AS_OF, file), live.press(button, AS_OF, book)
    assert by_program.kind == by_file.kind != "failed", by_program.text
    assert said(by_program.text) == said(by_file.text)
    assert file.read_bytes() == before
    if by_file.kind == "done":
        there = FileHost(Path(by_file.path)).book
        here = read(book)
        assert here.ours == there.ours
        assert [grid.name for grid in here.grids] == [grid.name for grid in there.grids]
        for one, other in zip(here.grids, there.grids, strict=True):
            assert_same(one, other)


@pytest.mark.parametrize("file", ["county.xlsx", "mistakes.xlsx"], indirect=True)
def test_every_button_can_be_taken_back(file: Path, book: xlwings.Book, office: xlwings.App) -> None:
    before = [grid.rows for grid in read(book).grids]
    for button in ("inspect", "check", "progress", "report"):
        live.press(button, AS_OF, book)
    while live.press("undo", "", book).kind == "done":
        book = office.books["台账.xlsx"]
    assert [grid.rows for grid in read(book).grids] == before


def said(text: str) -> list[str]:
    """Return the answer without the lines that tell the way it was done."""
    return [line for line in text.splitlines() if not line.startswith(OF_ITS_WAY)]


def assert_same(here: Grid, there: Grid) -> None:
    for about in ABOUT:
        assert getattr(here, about) == getattr(there, about), (there.name, about)
    assert set(here.merges) == set(there.merges), there.name
    assert (here.height, here.width) == (there.height, there.width)
    for number, (row, other) in enumerate(zip(here.rows, there.rows, strict=True), 1):
        assert list(map(type, row)) == list(map(type, other)), (there.name, number)
        assert all(map(is_same, row, other)), (there.name, number, row, other)


def is_same(one: Value, other: Value) -> bool:
    """Return whether the values are equal; LibreOffice's own sums may differ from the stored ones by a rounding."""
    if isinstance(one, float) and isinstance(other, float):
        return math.isclose(one, other, rel_tol=1e-12)
    return one == other


@pytest.mark.parametrize(("ledger", "ending"), [("county.xlsx", ".ods"), ("port_2010.xls", ".xls")])
def test_a_workbook_that_sheets_do_not_go_into_stays_and_the_result_stands_beside_it(
    ledger: str, ending: str, office: xlwings.App, tmp_path: Path
) -> None:
    original, file = tmp_path / ledger, tmp_path / f"台账{ending}"
    shutil.copy(FOLDER / ledger, original)
    if original.suffix == ending:
        original.rename(file)
    else:
        book = office.books.open(str(original))
        book.save(str(file))
        book.close()
    before = file.read_bytes()
    book = office.books.open(str(file))
    pressed = live.press("report", "", book)
    sheets = [sheet.name for sheet in book.sheets]
    book.close()
    assert pressed.kind == "done", pressed.text
    assert Path(pressed.path) == tmp_path / "台账_通报.xlsx"
    assert "督导总览" in [grid.name for grid in FileHost(Path(pressed.path)).book.grids]
    assert "督导总览" not in sheets
    assert file.read_bytes() == before
