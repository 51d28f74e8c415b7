"""Our marks can be taken away again, at once or after the file has gone round, and the clerk's own looks come back."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.styles.colors import Color
from openpyxl.worksheet.worksheet import Worksheet

from tests.workbooks.contract.desks import Desk
from tests.workbooks.contract.looks import cells_as_seen, changes, fill_of, words, workbook_as_seen
from tests.workbooks.contract.papers import edited
from tests.workbooks.hosts.books import made
from workbooks.hosts.port import Host
from workbooks.package import Column, Mark

Opening = Callable[[Path], Host]
Saving = Callable[..., Path]
RED, YELLOW = "FFC7CE", "FFEB9C"
MARKS = [
    Mark("明细表", "B3", RED, "项目名称太短"),
    Mark("明细表", "C5", RED, "超过概算"),
    Mark("备注", "C5", YELLOW, None),
]


@pytest.fixture(scope="module")
def after(done_once: Callable[..., bytes]) -> bytes:
    """Return the ledger with our marks on it."""
    return done_once(lambda host: host.mark(MARKS))


@pytest.fixture
def marked(after: bytes, tmp_path: Path) -> Path:
    """Return the ledger with our marks on it, as a file."""
    (tmp_path / "标记.xlsx").write_bytes(after)
    return tmp_path / "标记.xlsx"


@pytest.fixture
def unmarked(saved: Saving) -> Callable[[Path], Path]:
    """Return a function that takes the marks out of a saved workbook; it returns where it saved."""
    return lambda place: saved(lambda host: host.unmark(), of=place)


def ledger_of(place: Path) -> Worksheet:
    sheet = load_workbook(place)["明细表"]
    assert isinstance(sheet, Worksheet)
    return sheet


def test_it_leaves_all_as_it_was(marked: Path, saved: Saving) -> None:
    counts: list[int] = []
    clean = saved(lambda host: counts.append(host.unmark()), of=marked)
    assert counts == [len(MARKS)]
    assert changes(workbook_as_seen(saved()), workbook_as_seen(clean)) == []


def test_before_saving_it_leaves_all_as_it_was_too(saved: Saving) -> None:
    def there_and_back(host: Host) -> None:
        host.mark(MARKS)
        assert host.unmark() == len(MARKS)

    assert changes(workbook_as_seen(saved()), workbook_as_seen(saved(there_and_back))) == []


def test_where_there_is_nothing_nothing_is_done(saved: Saving) -> None:
    counts: list[int] = []
    clean = saved(lambda host: counts.append(host.unmark()))
    assert counts == [0]
    assert changes(workbook_as_seen(saved()), workbook_as_seen(clean)) == []


def test_a_second_time_there_is_nothing_left(marked: Path, unmarked: Callable[[Path], Path], opened: Opening) -> None:
    assert opened(unmarked(marked)).unmark() == 0


FILLS: dict[str, PatternFill] = {
    "none": PatternFill(),
    "solid": PatternFill("solid", fgColor="FFDDEBF7"),
    "white": PatternFill("solid", fgColor="FFFFFFFF"),
    "black": PatternFill("solid", fgColor="FF000000"),
    "theme": PatternFill("solid", fgColor=Color(theme=4)),
    "tinted theme": PatternFill("solid", fgColor=Color(theme=5, tint=0.5999)),
    "our own colour": PatternFill("solid", fgColor=f"FF{RED}"),
}


@pytest.mark.parametrize("kind", FILLS)
def test_the_fill_under_a_mark_comes_back(
    kind: str, saved: Saving, unmarked: Callable[[Path], Path], file: Path
) -> None:
    def colour(book: openpyxl.Workbook) -> None:
        book["明细表"]["A5"].fill = FILLS[kind]

    edited(file, colour)
    before = fill_of(ledger_of(saved())["A5"])
    place = saved(lambda host: host.mark([Mark("明细表", "A5", RED, "请核实"), Mark("明细表", "A6", RED)]))
    assert fill_of(ledger_of(place)["A5"]) == RED
    assert fill_of(ledger_of(unmarked(place))["A5"]) == before


def test_hatched_cells_keep_their_hatching_in_the_end(
    saved: Saving, unmarked: Callable[[Path], Path], file: Path
) -> None:
    def hatch(book: openpyxl.Workbook) -> None:
        book["明细表"]["A5"].fill = PatternFill("lightUp", fgColor="FF00B050", bgColor="FFFFFFFF")

    edited(file, hatch)
    before = cells_as_seen(ledger_of(saved()))
    place = saved(lambda host: host.mark([Mark("明细表", "A5", RED, "请核实")]))
    assert "请核实" in (words(ledger_of(place)["A5"]) or "")
    assert changes(before, cells_as_seen(ledger_of(unmarked(place)))) == []


def test_merged_cells_are_as_before(saved: Saving, unmarked: Callable[[Path], Path], tmp_path: Path) -> None:
    def fill(book: xlsxwriter.Workbook, sheet: Any) -> None:
        sheet.merge_range("A1:C2", "标题", book.add_format({"bg_color": "#DDEBF7", "border": 1}))
        sheet.write_row(2, 0, [1, 2, 3])

    file = made(tmp_path / "合并.xlsx", fill)
    place = saved(lambda host: host.mark([Mark("台账", "A1", RED, "请核实"), Mark("台账", "B1", RED)]), of=file)
    assert changes(workbook_as_seen(saved(of=file)), workbook_as_seen(unmarked(place))) == []


def test_a_cell_that_the_clerk_recoloured_keeps_his_colour(marked: Path, unmarked: Callable[[Path], Path]) -> None:
    def recolour(book: openpyxl.Workbook) -> None:
        book["明细表"]["C5"].fill = PatternFill("solid", fgColor="FF00B050")

    sheet = ledger_of(unmarked(edited(marked, recolour)))
    assert (fill_of(sheet["C5"]), fill_of(sheet["B3"])) == ("00B050", None)


def test_a_note_in_which_the_clerk_wrote_stays(marked: Path, unmarked: Callable[[Path], Path]) -> None:
    def answer(book: openpyxl.Workbook) -> None:
        note = book["明细表"]["B3"].comment
        note.text += "\n已核实"

    sheet = ledger_of(unmarked(edited(marked, answer)))
    assert (words(sheet["B3"]) or "").endswith("项目名称太短\n已核实")
    assert words(sheet["C5"]) is None


def test_a_note_that_the_clerk_wrote_since_stays(marked: Path, unmarked: Callable[[Path], Path]) -> None:
    def write(book: openpyxl.Workbook) -> None:
        book["明细表"]["A9"].comment = Comment("办事员后来写的", "办事员")

    sheet = ledger_of(unmarked(edited(marked, write)))
    assert (words(sheet["A9"]), words(sheet["B3"])) == ("办事员后来写的", None)
    assert "办事员自己的批注" in (words(sheet["C4"]) or "")


def test_values_that_the_clerk_put_right_stay(marked: Path, unmarked: Callable[[Path], Path]) -> None:
    def correct(book: openpyxl.Workbook) -> None:
        book["明细表"]["B3"] = "县道改造项目"

    sheet = ledger_of(unmarked(edited(marked, correct)))
    assert (sheet["B3"].value, fill_of(sheet["B3"])) == ("县道改造项目", None)


def test_marks_are_taken_off_rows_that_have_moved(desk: Desk, marked: Path, unmarked: Callable[[Path], Path]) -> None:
    desk.insert_row(marked, "明细表", 4)
    moved = ledger_of(marked)
    assert (fill_of(moved["B3"]), fill_of(moved["C6"]), moved["C6"].value) == (RED, RED, 4000)
    sheet = ledger_of(unmarked(marked))
    assert (fill_of(sheet["B3"]), fill_of(sheet["C5"]), fill_of(sheet["C6"])) == (None, "FFFF00", "FFFF00")
    assert (words(sheet["B3"]), words(sheet["C6"])) == (None, None)
    assert "办事员自己的批注" in (words(sheet["C5"]) or "")


def test_marks_stay_while_sheets_and_columns_come(
    saved: Saving, marked: Path, unmarked: Callable[[Path], Path]
) -> None:
    column = Column(4, {1: "完成率", **dict.fromkeys(range(2, 12), 0.5)}, 3, (1,), "0.0%")
    place = saved(lambda host: host.write_columns("明细表", [column]), of=marked)
    sheet = ledger_of(place)
    assert [fill_of(sheet[cell]) for cell in ("B3", "C5")] == [RED, RED]
    assert "超过概算" in (words(sheet["C5"]) or "")
    clean = ledger_of(unmarked(place))
    assert [fill_of(clean[cell]) for cell in ("B3", "C5")] == [None, "FFFF00"]
    assert clean["E4"].value == 0.5


def test_a_mark_on_a_cell_whose_look_a_column_takes_over_does_not_spread(saved: Saving) -> None:
    def both(host: Host) -> None:
        host.mark([Mark("明细表", "D4", RED, "请核实")])
        host.write_columns("明细表", [Column(4, {1: "完成率", 2: 0.5, 3: 0.4}, 3, (1,), "0.0%")])

    sheet = ledger_of(saved(both))
    assert (fill_of(sheet["D4"]), fill_of(sheet["E4"]), fill_of(sheet["E3"])) == (RED, None, None)


def test_marks_of_the_other_host_are_taken_off(desk: Desk, file: Path, saved: Saving, tmp_path: Path) -> None:
    other = desk.other(file)
    other.mark(MARKS)
    other.save_as(place := tmp_path / "另一个.xlsx")
    counts: list[int] = []
    clean = saved(lambda host: counts.append(host.unmark()), of=place)
    assert counts == [len(MARKS)]
    sheet = ledger_of(clean)
    assert (fill_of(sheet["B3"]), fill_of(sheet["C5"]), words(sheet["B3"])) == (None, "FFFF00", None)
    assert "办事员自己的批注" in (words(sheet["C4"]) or "")


def test_the_other_host_takes_our_marks_off(desk: Desk, marked: Path, tmp_path: Path) -> None:
    other = desk.other(marked)
    assert other.unmark() == len(MARKS)
    other.save_as(place := tmp_path / "净.xlsx")
    sheet = ledger_of(place)
    assert (fill_of(sheet["B3"]), fill_of(sheet["C5"]), words(sheet["B3"])) == (None, "FFFF00", None)
    assert fill_of(load_workbook(place)["备注"]["C5"]) == "FFFF00"


def test_marks_of_the_other_host_give_way_to_new_ones(desk: Desk, file: Path, saved: Saving, tmp_path: Path) -> None:
    other = desk.other(file)
    other.mark(MARKS)
    other.save_as(place := tmp_path / "另一个.xlsx")
    sheet = ledger_of(saved(lambda host: host.mark([Mark("明细表", "B4", YELLOW, "新的")]), of=place))
    assert [fill_of(sheet[cell]) for cell in ("B3", "B4", "C5")] == [None, YELLOW, "FFFF00"]
    assert words(sheet["B3"]) is None
