"""Merged and hidden cells: asked for where that is quick, else read from a copy of the workbook as it is now."""

from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from tests.fake_excel import FakeApp
from tests.fake_excel.strict import BUSY, ComError
from tests.workbooks.hosts.books import inside, live, made, sheet_of
from workbooks.errors import NotWritable
from workbooks.grid import Area, Grid
from workbooks.hosts.file import FileHost
from workbooks.hosts.live_reading import read

ROWS = 300
MANY = 1_000  # calls to Excel: some seconds at most


def merged(book: xlsxwriter.Workbook, sheet: Any) -> None:
    for row in range(ROWS):
        sheet.write_row(row, 0, [row, "甲", "乙"])
        sheet.merge_range(row, 3, row, 4, "主体施工")


def in_groups(book: xlsxwriter.Workbook, sheet: Any) -> None:
    for row in range(ROWS):
        sheet.write_row(row, 1, [row, "乙"])
    for row in range(0, ROWS, 3):
        sheet.merge_range(row, 0, row + 2, 0, "某县")


def filtered(book: xlsxwriter.Workbook, sheet: Any) -> None:
    for row in range(2 * ROWS):
        sheet.write_row(row, 0, [row, "甲"])
        if row % 2:
            sheet.set_row(row, None, None, {"hidden": True})


def as_file(live_grid: Grid, path: Path) -> bool:
    grid = FileHost(path).book.grids[0]
    return (set(live_grid.merges), live_grid.hidden_rows) == (set(grid.merges), grid.hidden_rows)


@pytest.mark.parametrize("fill", [merged, in_groups, filtered])
def test_a_ledger_merged_or_filtered_all_over_takes_a_bounded_number_of_calls(tmp_path: Path, fill: Any) -> None:
    app = FakeApp()
    host = live(made(tmp_path / "台账.xlsx", fill), app)
    before = app.faults.trips
    assert as_file(host.book.grids[0], tmp_path / "台账.xlsx")
    assert app.faults.trips - before < MANY


def test_the_copy_knows_what_was_merged_and_not_saved(tmp_path: Path) -> None:
    host = live(made(tmp_path / "台账.xlsx", merged))
    sheet_of(host, "台账").merge((1, 2, 2, 2))
    assert Area(0, 1, 1, 1) in host.book.grids[0].merges


def unreadable(*_: object) -> bytes:
    return b"encrypted"


@pytest.mark.parametrize("fill", [merged, in_groups, filtered])
def test_where_the_copy_cannot_be_read_all_is_asked(tmp_path: Path, fill: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbooks.hosts.live_saved.content", unreadable)
    assert as_file(live(made(tmp_path / "台账.xlsx", fill)).book.grids[0], tmp_path / "台账.xlsx")


def test_a_program_that_takes_no_orders_is_not_asked_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(*_: object) -> bytes:
        raise ComError(BUSY)

    monkeypatch.setattr("workbooks.hosts.live_saved.content", busy)
    with pytest.raises(NotWritable) as told:
        _ = live(made(tmp_path / "台账.xlsx", merged)).book
    assert told.value.code == "not_ready"


def test_within_a_calculation_nothing_is_saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbooks.hosts.live_saved.content", lambda book: pytest.fail("saved"))
    host = live(made(tmp_path / "台账.xlsx", merged))
    assert as_file(read(host.workbook).grids[0], tmp_path / "台账.xlsx")


def test_either_reading_of_merge_cells_finds_the_same(tmp_path: Path) -> None:
    def few(book: xlsxwriter.Workbook, sheet: Any) -> None:
        in_groups(book, sheet)
        sheet.merge_range(0, 4, 0, 6, "标题")

    host = live(made(tmp_path / "台账.xlsx", few))
    inside(host).faults.merged_if_any = True
    assert as_file(read(host.workbook).grids[0], tmp_path / "台账.xlsx")
