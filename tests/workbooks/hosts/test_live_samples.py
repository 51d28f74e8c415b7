"""On the shipped ledgers an open workbook gives what the file gives: as read, and after each button."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from addin.ledgers import found, supervised, understand
from tests.fake_excel import opened
from workbooks.checks import marks
from workbooks.grid import Book, Grid
from workbooks.hosts.file import FileHost
from workbooks.hosts.live import LiveHost
from workbooks.hosts.live_reading import read
from workbooks.hosts.port import Host
from workbooks.package import Mark
from workbooks.package.cells import places_of
from workbooks.progress import progress_columns
from workbooks.samples import Sample, samples, template
from workbooks.settings import Settings
from workbooks.sheets.rendering import render

SAMPLES = {sample.path.name: sample for sample in samples()}
EDITABLE = {name: sample for name, sample in SAMPLES.items() if name.endswith(".xlsx")}
ABOUT = ("name", "rows", "hidden_rows", "hidden_columns", "visible", "ours")


def calculated(book: Book) -> Book:
    """Return the workbook as Excel has it: it calculates every formula when it opens a file."""
    for grid in book.grids:
        grid.uncalculated = frozenset()
    return book


def assert_same(live: Grid, file: Grid) -> None:
    for about in ABOUT:
        assert getattr(live, about) == getattr(file, about), about
    assert [[type(value) for value in row] for row in live.rows] == [[type(v) for v in row] for row in file.rows]
    assert set(live.merges) == set(file.merges)
    covered = {place for area in file.merges for place in list(places_of(area))[1:]}  # openpyxl drops their formats
    for row in range(file.height):
        for column in range(file.width):
            if (row, column) in covered:
                continue
            assert live.details.number_format(row, column) == file.details.number_format(row, column), (row, column)
            assert live.details.formula(row, column) == file.details.formula(row, column), (row, column)


@pytest.mark.parametrize("path", [*(sample.path for sample in EDITABLE.values()), template()], ids=lambda p: p.name)
def test_it_reads_what_the_file_host_reads(path: Path) -> None:
    live, file = LiveHost(opened(path)).book, FileHost(path).book
    assert (live.path, live.format, live.date1904, live.ours) == (file.path, file.format, file.date1904, file.ours)
    assert len(live.grids) == len(file.grids)
    for one, other in zip(live.grids, file.grids, strict=True):
        assert_same(one, other)


def test_an_old_workbook_is_read_too_though_no_sheet_goes_into_it() -> None:
    path = SAMPLES["port_2010.xls"].path
    live, file = read(opened(path)), FileHost(path).book
    assert live.format == file.format == "xls"
    assert [(grid.name, grid.rows) for grid in live.grids] == [(grid.name, grid.rows) for grid in file.grids]


def report(host: Host, sample: Sample) -> None:
    understood = understand(calculated(host.book), Settings.load(None, ()))
    host.insert_sheets(render(supervised(understood, sample.as_of), understood.settings))


def check(host: Host, sample: Sample) -> None:
    understood = understand(calculated(host.book), Settings.load(None, ()))
    host.mark(Mark(*one) for one in marks(found(understood, sample.as_of)))


def progress(host: Host, sample: Sample) -> None:
    understood = understand(calculated(host.book), Settings.load(None, ()))
    columns = progress_columns(understood.recognition.ledgers, supervised(understood, sample.as_of))
    for sheet, written in columns.items():
        assert host.write_columns(sheet, written) == []


WITHOUT_PROGRESS = {"promotion.xlsx", "approvals.xlsx", "supervision.xlsx", "targets.xlsx"}
PRESSES = [
    (name, button)
    for name in EDITABLE
    for button in (report, check, progress)
    if button is not progress or name not in WITHOUT_PROGRESS
]


@pytest.mark.parametrize(("name", "button"), PRESSES)
def test_a_button_leaves_the_workbook_as_it_leaves_the_file(
    name: str, button: Callable[[Host, Sample], None], tmp_path: Path
) -> None:
    sample = SAMPLES[name]
    by_file, by_live = FileHost(sample.path), LiveHost(opened(sample.path))
    for host, place in ((by_file, tmp_path / "文件.xlsx"), (by_live, tmp_path / "打开.xlsx")):
        button(host, sample)
        host.save_as(place)
    file, live = FileHost(tmp_path / "文件.xlsx").book, LiveHost(by_live.workbook).book
    assert live.ours == file.ours
    assert [grid.name for grid in live.grids] == [grid.name for grid in file.grids]
    for one, other in zip(live.grids, file.grids, strict=True):
        for about in ABOUT:
            assert getattr(one, about) == getattr(other, about), (one.name, about)
        assert set(one.merges) == set(other.merges), one.name
    assert looks(tmp_path / "打开.xlsx") == looks(tmp_path / "文件.xlsx")


def looks(path: Path) -> dict[str, dict[str, Any]]:
    """Return fill, number format, font, border and note of each cell that has any, by sheet."""
    found: dict[str, dict[str, Any]] = {}
    for sheet in load_workbook(path).worksheets:
        cells = found.setdefault(sheet.title, {})
        for row in sheet.iter_rows():
            for cell in row:
                fill = cell.fill.start_color.rgb if cell.fill.fill_type == "solid" else cell.fill.fill_type
                words = "".join((cell.comment.text if cell.comment else "").removeprefix("项目督导：").split())
                look = (fill, cell.number_format, cell.font.b, cell.font.name, cell.border.left.style, words)
                if look != (None, "General", False, "Calibri", None, ""):
                    cells[cell.coordinate] = look
    return found
