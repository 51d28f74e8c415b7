"""Notes on cells."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from xlwings import Sheet


def test_a_note_is_put_on_a_cell_read_changed_and_taken_away(sheet: Sheet) -> None:
    assert sheet["B2"].note is None
    made = sheet["B2"].add_note("请核实\n进度")
    assert made.text == "请核实\n进度"
    assert sheet["B2"].note.text == "请核实\n进度"
    assert sheet["B2:C3"].note.location.address == "$B$2"
    sheet["B2"].note.text = "已核实"
    assert sheet["B2"].note.text == "已核实"
    sheet["B2"].note.delete()
    assert sheet["B2"].note is None


def test_the_notes_of_a_sheet_are_all_of_them(sheet: Sheet) -> None:
    assert list(sheet.notes) == []
    for cell in ("C3", "A1", "B2"):
        sheet[cell].add_note(cell)
    assert sorted((note.location.address, note.text) for note in sheet.notes) == [
        ("$A$1", "A1"),
        ("$B$2", "B2"),
        ("$C$3", "C3"),
    ]
    sheet["A1"].note.delete()
    assert len(sheet.notes) == 2


def test_a_second_note_is_refused_as_by_xlwings_everywhere(sheet: Sheet) -> None:
    sheet["A1"].add_note("一")
    with pytest.raises(ValueError, match="already has a note"):
        sheet["A1"].add_note("二")


def test_notes_are_saved(sheet: Sheet, tmp_path: Path) -> None:
    sheet["A1"].add_note("请核实")
    sheet.book.save(tmp_path / "批注.xlsx")
    assert load_workbook(tmp_path / "批注.xlsx").active["A1"].comment.text == "请核实"


def test_there_are_no_threaded_comments(sheet: Sheet) -> None:
    sheet["A1"].add_note("x")
    assert list(sheet.comments) == []
