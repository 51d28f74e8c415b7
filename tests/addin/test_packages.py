"""`dudao splice`, `mark`, `unmark`, `undo`: the package editing, for anyone who asks."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.cell import Cell

from tests.addin.conftest import Dudao
from tests.addin.shapes import amiss
from tests.addin.zips import changed, parts, sheet_names, worksheets

SHEET = "重点项目台账"
CELLS = [
    {"sheet": SHEET, "cell": "H6", "fill": "FFC7CE", "note": "计划开工时间早于立项，请核对。"},
    {"sheet": SHEET, "cell": "L7", "fill": "FFEB9C", "note": None},
]


def looks(cell: Cell) -> tuple[str, ...]:
    return tuple(map(repr, (cell.fill, cell.font, cell.border, cell.alignment)))


@pytest.fixture
def cells(tmp_path: Path) -> Path:
    file = tmp_path / "cells.json"
    file.write_text(json.dumps(CELLS, ensure_ascii=False), encoding="utf-8")
    return file


def test_splice_puts_all_sheets_into_a_copy(dudao: Dudao, county: Path, sample: Callable[..., Path]) -> None:
    said = dudao("splice", county, sample("supervision.xlsx"), "--json")
    assert (said.code, said.err) == (0, "")
    assert not amiss(said.json, {"file": str, "output": str, "sheets": [str]})
    output = Path(said.json["output"])
    assert output == county.with_name("county_合并.xlsx")
    assert said.json["sheets"] == sheet_names(sample("supervision.xlsx"))
    assert sheet_names(output) == [SHEET, *said.json["sheets"]]
    assert worksheets(output).items() > worksheets(county).items()
    assert changed(county, output) <= {"[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"} | {
        "xl/styles.xml"
    }


def test_spliced_sheets_look_as_they_did(
    dudao: Dudao, county: Path, sample: Callable[..., Path], tmp_path: Path
) -> None:
    output, sheets = tmp_path / "合.xlsx", sample("supervision.xlsx")
    dudao("splice", county, sheets, "-o", output)
    for theirs in load_workbook(sheets):
        ours = load_workbook(output)[theirs.title]
        for row in theirs.iter_rows():
            for cell in row:
                same = ours[cell.coordinate]
                assert (same.value, same.number_format) == (cell.value, cell.number_format)
                assert looks(same) == looks(cell)
        assert ours.merged_cells == theirs.merged_cells


def test_spliced_again_they_are_replaced_in_place(
    dudao: Dudao, county: Path, sample: Callable[..., Path], tmp_path: Path
) -> None:
    once, twice = tmp_path / "一.xlsx", tmp_path / "二.xlsx"
    dudao("splice", county, sample("supervision.xlsx"), "-o", once)
    said = dudao("splice", once, sample("supervision.xlsx"), "-o", twice, "--json").json
    assert sheet_names(twice) == sheet_names(once)
    assert said["sheets"] == sheet_names(once)[1:]
    assert parts(twice).keys() == parts(once).keys()


def test_mark_colours_and_annotates(dudao: Dudao, county: Path, cells: Path) -> None:
    said = dudao("mark", county, "--cells", cells, "--json")
    assert (said.code, said.json["marked"], said.json["notes_not_placed"]) == (0, 2, [])
    output = Path(said.json["output"])
    assert output == county.with_name("county_标记.xlsx")
    sheet, before = load_workbook(output)[SHEET], load_workbook(county)[SHEET]
    assert sheet["H6"].fill.start_color.rgb[-6:] == "FFC7CE"
    assert CELLS[0]["note"] in sheet["H6"].comment.text
    assert sheet["L7"].fill.start_color.rgb[-6:] == "FFEB9C"
    assert sheet["L7"].comment is None
    for address in ("H6", "L7"):
        assert looks(sheet[address])[1:] == looks(before[address])[1:]
        assert sheet[address].number_format == before[address].number_format


def test_unmark_gives_back_the_very_sheet(dudao: Dudao, county: Path, cells: Path, tmp_path: Path) -> None:
    marked, clean = tmp_path / "标.xlsx", tmp_path / "清.xlsx"
    dudao("mark", county, "--cells", cells, "-o", marked)
    said = dudao("unmark", marked, "-o", clean, "--json")
    assert (said.code, said.json["unmarked"]) == (0, 2)
    assert worksheets(clean) == worksheets(county)


def test_unmark_where_nothing_is_marked_changes_nothing(dudao: Dudao, county: Path, tmp_path: Path) -> None:
    clean = tmp_path / "清.xlsx"
    said = dudao("unmark", county, "-o", clean, "--json")
    assert (said.code, said.json["unmarked"]) == (0, 0)
    assert parts(clean) == parts(county)


def test_a_clerks_own_note_stays_and_is_told(dudao: Dudao, sample: Callable[..., Path], tmp_path: Path) -> None:
    city, file = sample("city.xlsx"), tmp_path / "cells.json"
    book = load_workbook(city)
    sheet, noted = next((s, c) for s in book for row in s.iter_rows() for c in row if c.comment)
    file.write_text(
        json.dumps([{"sheet": sheet.title, "cell": noted.coordinate, "fill": "FFC7CE", "note": "我们的批注"}]),
        encoding="utf-8",
    )
    said = dudao("mark", city, "--cells", file, "--json").json
    assert said["notes_not_placed"] == [{"sheet": sheet.title, "cell": noted.coordinate}]
    assert load_workbook(said["output"])[sheet.title][noted.coordinate].comment.text == noted.comment.text


def test_undo_says_what_it_took_back(dudao: Dudao, county: Path) -> None:
    dudao("report", county, "--as-of", "2026-06-30", "--in-place")
    said = dudao("undo", county, "--json")
    assert not amiss(said.json, {"file": str, "undone": str, "left": int, "message": str})
    assert (said.json["undone"], said.json["left"]) == ("生成通报", 0)


def test_undo_takes_nothing_back_that_was_changed_since(dudao: Dudao, county: Path) -> None:
    dudao("report", county, "--as-of", "2026-06-30", "--in-place")
    book = load_workbook(county)
    book[SHEET]["A1"] = "办事员后来改的"
    book.save(county)
    later = county.read_bytes()
    said = dudao("undo", county, "--json")
    assert (said.code, said.json["error"]["code"]) == (2, "changed_since")
    assert "备份" in said.err
    assert county.read_bytes() == later
