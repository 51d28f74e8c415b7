"""Columns of ours, met again: known, replaced in place, taken out, wherever they have gone meanwhile."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment

from tests.workbooks.contract.desks import Desk
from tests.workbooks.contract.looks import changes, fill_of, sheet_as_seen, words, workbook_as_seen
from tests.workbooks.contract.papers import edited
from tests.workbooks.contract.test_columns import RATES, ledger_of
from workbooks.grid import Area
from workbooks.hosts.port import Host
from workbooks.package import Column

Opening = Callable[[Path], Host]
Saving = Callable[..., Path]


@pytest.fixture(scope="module")
def after(done_once: Callable[..., bytes]) -> bytes:
    """Return the ledger with a column of ours in it."""
    return done_once(lambda host: host.write_columns("明细表", [RATES]))


@pytest.fixture
def once(after: bytes, tmp_path: Path) -> Path:
    """Return the ledger with a column of ours in it, as a file."""
    (tmp_path / "一次.xlsx").write_bytes(after)
    return tmp_path / "一次.xlsx"


def test_columns_of_ours_are_known_again(opened: Opening, once: Path) -> None:
    assert opened(once).book.grids[0].ours == (Area(1, 4, 11, 4),)


def test_columns_of_ours_are_replaced_in_place(saved: Saving, once: Path) -> None:
    left_alone: list[str] = []
    shorter = Column(4, {1: "完成率", 2: 0.25}, 3, (1,), "0.0%")
    place = saved(lambda host: left_alone.extend(host.write_columns("明细表", [shorter])), of=once)
    sheet = ledger_of(place)
    assert left_alone == []
    assert [sheet.cell(row, 5).value for row in range(2, 13)] == ["完成率", 0.25, *[None] * 9]
    assert (fill_of(sheet["E5"]), sheet["E5"].border.left.style, sheet["E5"].number_format) == (None, None, "General")


def test_the_same_columns_again_change_nothing_that_is_seen(saved: Saving, once: Path) -> None:
    twice = saved(lambda host: host.write_columns("明细表", [RATES]), of=once)
    assert changes(workbook_as_seen(saved(of=once)), workbook_as_seen(twice)) == []


def test_columns_can_be_taken_out_again(saved: Saving, once: Path, opened: Opening) -> None:
    gone = saved(lambda host: host.write_columns("明细表", []), of=once)
    after, before = sheet_as_seen(ledger_of(gone)), sheet_as_seen(ledger_of(saved()))
    for seen in (after, before):
        seen["widths"].pop("E", None)  # type: ignore[attr-defined]  # blank columns may be of any width
    assert changes(before, after) == []
    assert opened(gone).book.grids[0].ours == ()


def test_the_clerks_notes_on_our_cells_stay(saved: Saving, once: Path) -> None:
    def note(book: Workbook) -> None:
        book["明细表"]["E4"].comment = Comment("请县里核", "办事员")

    again = saved(lambda host: host.write_columns("明细表", [RATES]), of=edited(once, note))
    assert words(ledger_of(again)["E4"]) == "请县里核"


def test_columns_of_ours_follow_inserted_rows(desk: Desk, once: Path, saved: Saving, opened: Opening) -> None:
    desk.insert_row(once, "明细表", 4)
    assert [row[4:] for row in opened(once).book.grids[0].rows[2:5]] == [[0.5], [None], [0.5]]
    left_alone: list[str] = []
    gone = saved(lambda host: left_alone.extend(host.write_columns("明细表", [])), of=once)
    assert left_alone == []
    assert opened(gone).book.grids[0].width == 4


def test_the_hosts_know_each_others_columns(desk: Desk, once: Path, opened: Opening, tmp_path: Path) -> None:
    other = desk.other(once)
    assert other.book.grids[0].ours == (Area(1, 4, 11, 4),)
    assert other.write_columns("明细表", [RATES]) == []
    other.save_as(place := tmp_path / "另一个.xlsx")
    host = opened(place)
    assert host.write_columns("明细表", []) == []
    host.save_as(gone := tmp_path / "又回来.xlsx")
    assert opened(gone).book.grids[0].width == 4
