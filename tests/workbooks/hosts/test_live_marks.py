"""Colours and notes on the cells of an open workbook; each host takes off what the other put on."""

from pathlib import Path

import pytest
import xlsxwriter
from openpyxl import load_workbook
from openpyxl.styles import GradientFill, PatternFill
from openpyxl.styles.colors import Color

from tests.workbooks.hosts.books import inside, ledger_file, live, made, sheet_of
from workbooks.errors import NotWritable
from workbooks.hosts.file import FileHost
from workbooks.hosts.live import LiveHost
from workbooks.package import Column, Mark

RED, YELLOW = "FFC7CE", "FFEB9C"


@pytest.fixture
def host(tmp_path: Path) -> LiveHost:
    return live(ledger_file(tmp_path))


def fill(host: LiveHost, cell: str) -> str:
    look = sheet_of(host, "明细表").cells[cell].fill
    return look.start_color.rgb[-6:] if look.fill_type == "solid" and look.start_color.type == "rgb" else look.fill_type


def note(host: LiveHost, cell: str) -> str | None:
    found = sheet_of(host, "明细表").cells[cell].comment
    return found and found.text


def marked(*cells: str, words: str | None = "请核实", colour: str = RED) -> list[Mark]:
    return [Mark("明细表", cell, colour, words) for cell in cells]


def test_a_note_says_who_wrote_it_and_is_large_enough(host: LiveHost) -> None:
    host.mark(marked("B3", words="第一句。\n第二句。"))
    assert note(host, "B3") == "项目督导：\n第一句。\n第二句。"
    assert sheet_of(host, "明细表").cells["B3"].comment.height > 50


@pytest.mark.parametrize("of_no_theme", ["zero", "nothing", "error"])
def test_original_fills_come_back_whatever_excel_says_of_colours_of_no_theme(host: LiveHost, of_no_theme: str) -> None:
    inside(host).faults.of_no_theme = of_no_theme
    cells = sheet_of(host, "明细表").cells
    cells["A5"].fill = PatternFill("solid", fgColor=Color(theme=4, tint=0.6))
    before = {cell: repr(cells[cell].fill) for cell in ("A3", "A4", "C3", "C4", "D2")}
    host.mark(marked("A3", "A4", "C3", "C4", "D2", "A5"))
    assert {fill(host, cell) for cell in (*before, "A5")} == {RED}
    assert host.unmark() == 6
    assert {cell: repr(cells[cell].fill) for cell in before} == before
    assert (cells["A5"].fill.start_color.theme, cells["A5"].fill.start_color.tint) == (4, 0.6)


def test_marks_follow_their_rows(host: LiveHost) -> None:
    host.mark(marked("C5"))
    sheet_of(host, "明细表").insert_row(4)
    assert fill(host, "C6") == RED
    assert host.unmark() == 1
    assert fill(host, "C6") == "FFFF00"


def test_a_cell_that_the_clerk_recoloured_is_left_alone(host: LiveHost) -> None:
    host.mark(marked("C5", "C6", words=None))
    host.workbook.sheets["明细表"].range("C5").color = "#00FF00"
    assert host.unmark() == 1
    assert (fill(host, "C5"), fill(host, "C6")) == ("00FF00", "FFFF00")


def test_hatched_and_gradient_cells_are_annotated_only(host: LiveHost) -> None:
    cells = sheet_of(host, "明细表").cells
    cells["A3"].fill = PatternFill("lightUp")
    cells["A4"].fill = GradientFill(stop=("FFFFFF", "FF0000"))
    host.mark(marked("A3", "A4", "A5"))
    assert cells["A3"].fill.fill_type == "lightUp"
    assert isinstance(cells["A4"].fill, GradientFill) or cells["A4"].fill.fill_type == "linear"
    assert note(host, "A3") and note(host, "A4")
    assert fill(host, "A5") == RED
    assert host.unmark() == 3


def test_a_note_in_which_the_clerk_wrote_stays(host: LiveHost) -> None:
    host.mark(marked("B3", "B4"))
    sheet_of(host, "明细表").cells["B3"].comment.text += "\n已核实"
    host.unmark()
    assert note(host, "B3") == "项目督导：\n请核实\n已核实"
    assert note(host, "B4") is None


def test_cells_with_a_threaded_comment_are_coloured_and_given_back(host: LiveHost) -> None:
    sheet_of(host, "明细表").threads.add("B5")
    wanted = marked("B5", "B6")
    assert host.mark(wanted) == wanted[:1]
    assert (fill(host, "B5"), note(host, "B5")) == (RED, None)


def test_several_marks_on_a_cell_are_put_together(host: LiveHost) -> None:
    host.mark([*marked("B3", words="甲"), *marked("b3", words="乙", colour=YELLOW)])
    assert (fill(host, "B3"), note(host, "B3")) == (RED, "项目督导：\n甲\n乙")


def test_our_memory_shows_in_no_list_and_goes_with_the_marks(host: LiveHost) -> None:
    host.mark(marked("B3", "C5"))
    names = sheet_of(host, "明细表").cells.defined_names
    ours = [name for title, name in names.items() if title.startswith("_dudao_")]
    assert len(ours) == 3
    assert all(name.hidden for name in ours)
    host.unmark()
    assert not [title for title in names if title.startswith("_dudao_")]


def test_hundreds_of_marks_are_remembered_in_pieces_that_excel_takes(tmp_path: Path) -> None:
    def long(book: xlsxwriter.Workbook, sheet: object) -> None:
        for row in range(900):
            book.get_worksheet_by_name("台账").write_row(row, 0, [row, row, row])

    host = live(made(tmp_path / "长.xlsx", long))
    cells = [Mark("台账", f"{'AC'[row % 2]}{row}", (RED, YELLOW)[row % 3 > 0], f"问题{row}") for row in range(1, 900)]
    host.mark(cells)
    assert host.unmark() == len(cells)
    assert sheet_of(host, "台账").cells["A2"].fill.fill_type is None


def test_a_protected_sheet_is_refused_before_anything_changes(host: LiveHost) -> None:
    host.mark(marked("B3"))
    sheet_of(host, "备注").cells.protection.sheet = True
    before = inside(host).faults.changes
    with pytest.raises(NotWritable) as told:
        host.mark([*marked("B4"), Mark("备注", "B3", RED, None)])
    assert told.value.code == "sheet_protected"
    assert inside(host).faults.changes == before
    assert fill(host, "B3") == RED


def test_columns_are_written_by_the_look_beneath_a_mark_and_the_mark_stays(host: LiveHost) -> None:
    host.mark(marked("D3"))
    host.write_columns("明细表", [Column(4, {1: "完成率", 2: 0.5, 3: 0.4}, 3, (1,), "0.0%")])
    cells = sheet_of(host, "明细表").cells
    assert fill(host, "D3") == RED
    assert repr(cells["E3"].fill) == repr(cells["E4"].fill) == repr(cells["D4"].fill)


class TestMarksOfTheFileHost:
    @pytest.fixture
    def marked_file(self, tmp_path: Path) -> Path:
        host = FileHost(ledger_file(tmp_path))
        host.mark([*marked("B3", "C5"), Mark("备注", "C6", YELLOW, None)])
        host.save_as(tmp_path / "标记.xlsx")
        return tmp_path / "标记.xlsx"

    def test_they_are_taken_off(self, marked_file: Path) -> None:
        host = live(marked_file)
        assert host.unmark() == 3
        assert (fill(host, "B3"), fill(host, "C5")) == (None, "FFFF00")
        assert note(host, "B3") is None
        assert host.notices == []

    def test_they_give_way_to_new_marks(self, marked_file: Path) -> None:
        host = live(marked_file)
        assert host.mark(marked("B3", words="新")) == []
        assert note(host, "B3") == "项目督导：\n新"
        assert host.unmark() == 1
        assert fill(host, "B3") is None

    def test_they_are_found_by_their_notes_where_rows_have_moved(self, marked_file: Path) -> None:
        host = live(marked_file)
        sheet_of(host, "明细表").insert_row(4)
        host.unmark()
        assert (fill(host, "C6"), note(host, "C6")) == ("FFFF00", None)

    def test_what_cannot_be_given_back_is_told(self, tmp_path: Path) -> None:
        def hatched(book: xlsxwriter.Workbook, sheet: object) -> None:
            look = book.add_format({"pattern": 2, "bg_color": "#00FF00"})
            book.get_worksheet_by_name("台账").write(0, 0, "甲", look)

        file = FileHost(made(tmp_path / "纹.xlsx", hatched))
        file.mark([Mark("台账", "A1", RED, None)])
        file.save_as(tmp_path / "标记.xlsx")
        host = live(tmp_path / "标记.xlsx")
        assert host.unmark() == 0
        assert "还有1处" in host.notices[0]


class TestMarksOfTheLiveHostInTheFile:
    @pytest.fixture
    def marked_file(self, tmp_path: Path) -> Path:
        host = live(ledger_file(tmp_path))
        sheet_of(host, "明细表").cells["A5"].fill = PatternFill("solid", fgColor=Color(theme=4, tint=-0.00002))
        host.mark([*marked("B3", "C5", "A5"), Mark("备注", "C6", YELLOW, None)])
        host.save_as(tmp_path / "标记.xlsx")
        return tmp_path / "标记.xlsx"

    def test_they_are_taken_off(self, marked_file: Path, tmp_path: Path) -> None:
        host = FileHost(marked_file)
        assert host.unmark() == 4
        host.save_as(tmp_path / "净.xlsx")
        clean, before = load_workbook(tmp_path / "净.xlsx"), load_workbook(tmp_path / "台账.xlsx")
        for cell in ("B3", "C5"):
            assert repr(clean["明细表"][cell].fill) == repr(before["明细表"][cell].fill)
            assert clean["明细表"][cell].comment is None
        assert repr(clean["备注"]["C6"].fill) == repr(before["备注"]["C6"].fill)
        theme = clean["明细表"]["A5"].fill.start_color
        assert (theme.theme, theme.tint) == (4, -0.00002)
        assert clean["明细表"]["C4"].comment.text == before["明细表"]["C4"].comment.text
        assert live(tmp_path / "净.xlsx").unmark() == 0

    def test_they_give_way_to_new_marks(self, marked_file: Path, tmp_path: Path) -> None:
        host = FileHost(marked_file)
        host.mark(marked("B4"))
        assert host.unmark() == 1
        host.save_as(tmp_path / "净.xlsx")
        assert load_workbook(tmp_path / "净.xlsx")["明细表"]["B3"].fill.fill_type is None

    def test_columns_are_written_by_the_look_beneath_them_and_they_stay(self, tmp_path: Path) -> None:
        before = live(ledger_file(tmp_path))
        before.mark(marked("D3"))
        before.save_as(tmp_path / "标记.xlsx")
        host = FileHost(tmp_path / "标记.xlsx")
        host.write_columns("明细表", [Column(4, {1: "完成率", 2: 0.5, 3: 0.4}, 3, (1,), "0.0%")])
        host.save_as(tmp_path / "列.xlsx")
        sheet = load_workbook(tmp_path / "列.xlsx")["明细表"]
        assert sheet["D3"].fill.start_color.rgb[-6:] == RED
        assert sheet["D3"].comment.text == "请核实"
        assert repr(sheet["E3"].fill) == repr(sheet["E4"].fill) == repr(sheet["D4"].fill)
        assert host.unmark() == 1

    def test_what_the_clerk_changed_stays(self, marked_file: Path, tmp_path: Path) -> None:
        book = load_workbook(marked_file)
        book["明细表"]["B3"].comment.text += "\n已核实"
        book["明细表"]["C5"].fill = PatternFill("solid", fgColor="FF00FF00")
        book.save(marked_file)
        host = FileHost(marked_file)
        host.unmark()
        host.save_as(tmp_path / "净.xlsx")
        clean = load_workbook(tmp_path / "净.xlsx")["明细表"]
        assert "已核实" in clean["B3"].comment.text
        assert clean["C5"].fill.start_color.rgb == "FF00FF00"


def test_unlike_colours_beside_each_other_each_come_back(host: LiveHost) -> None:
    """Excel says black of a block whose colours differ."""
    cells = sheet_of(host, "明细表").cells
    for number, cell in enumerate(("B3", "B4", "B5", "B6")):
        cells[cell].fill = PatternFill("solid", fgColor=f"FF00{number}0FF")
    before = {cell: fill(host, cell) for cell in ("B3", "B4", "B5", "B6")}
    host.mark(marked(*before))
    host.unmark()
    assert {cell: fill(host, cell) for cell in before} == before


def test_a_black_block_comes_back_black(host: LiveHost) -> None:
    cells = sheet_of(host, "明细表").cells
    for cell in ("B3", "B4"):
        cells[cell].fill = PatternFill("solid", fgColor="FF000000")
    host.mark(marked("B3", "B4"))
    host.unmark()
    assert (fill(host, "B3"), fill(host, "B4")) == ("000000", "000000")


def test_a_cell_that_a_merged_area_covers_is_coloured_and_its_note_told(host: LiveHost) -> None:
    sheet_of(host, "明细表").merge((3, 2, 4, 2))
    marks = marked("B4", "B5")
    assert host.mark(marks) == marks[:1]
    assert note(host, "B5") is not None
