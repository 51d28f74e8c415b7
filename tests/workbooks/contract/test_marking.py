"""Colours and notes are put on the clerk's cells and nothing else is changed."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from openpyxl import load_workbook

from tests.workbooks.contract.looks import cells_as_seen, changes, fill_of, look, words, workbook_as_seen
from tests.workbooks.contract.papers import report
from tests.workbooks.hosts.books import made
from workbooks.errors import WrongArgument
from workbooks.hosts.port import Host
from workbooks.package import Column, Mark

Opening = Callable[[Path], Host]
Saving = Callable[..., Path]
RED, YELLOW = "FFC7CE", "FFEB9C"
MARKS = [Mark("明细表", "B3", RED, "项目名称太短"), Mark("备注", "C5", YELLOW, None)]


def on(*cells: str, note: str | None = "请核实", fill: str | None = RED) -> list[Mark]:
    return [Mark("明细表", cell, fill, note) for cell in cells]


@pytest.fixture
def marked(saved: Saving) -> Callable[..., Any]:
    """Return a function that marks cells, saves, and returns the workbook as openpyxl reads it."""
    return lambda marks, **of: load_workbook(saved(lambda host: host.mark(marks), **of))


def test_marks_colour_and_annotate(marked: Callable[..., Any], saved: Saving) -> None:
    after, before = marked(MARKS), load_workbook(saved())
    for mark in MARKS:
        cell, was = after[mark.sheet][mark.cell], before[mark.sheet][mark.cell]
        assert fill_of(cell) == mark.fill
        assert look(cell, but=("fill",)) == look(was, but=("fill",))
        assert cell.value == was.value
    assert "项目名称太短" in (words(after["明细表"]["B3"]) or "")
    assert words(after["备注"]["C5"]) is None


def test_every_other_cell_and_sheet_stays_as_it_is(saved: Saving) -> None:
    before, after = workbook_as_seen(saved()), workbook_as_seen(saved(lambda host: host.mark(MARKS)))
    for mark in MARKS:
        for seen in (before, after):
            del seen[mark.sheet]["cells"][mark.cell]
    assert changes(before, after) == []


def test_a_note_without_a_colour_colours_nothing(marked: Callable[..., Any], saved: Saving) -> None:
    cell = marked(on("B3", fill=None))["明细表"]["B3"]
    assert "请核实" in (words(cell) or "")
    assert look(cell) == look(load_workbook(saved())["明细表"]["B3"])


def test_a_note_says_who_wrote_it(marked: Callable[..., Any]) -> None:
    comment = marked(on("B3"))["明细表"]["B3"].comment
    assert "项目督导" in {comment.author, comment.text.partition("：")[0]}


def test_a_note_may_have_lines_and_any_signs(marked: Callable[..., Any]) -> None:
    text = "第一句 <甲&乙>。\n第二句 \"引号\"、'撇号'：100% ①。"
    assert (words(marked(on("B3", note=text))["明细表"]["B3"]) or "").endswith(text)


def test_a_long_note_is_kept_whole(marked: Callable[..., Any]) -> None:
    text = "、".join(f"第{number}处与上月不符" for number in range(200))
    assert (words(marked(on("B3", note=text))["明细表"]["B3"]) or "").endswith(text)


def test_formulas_and_number_formats_stay_under_a_mark(marked: Callable[..., Any]) -> None:
    sheet = marked(on("D5", "C5"))["明细表"]
    assert (sheet["D5"].value, sheet["C5"].number_format) == ("=C5*0.5", "0.00")


def test_blank_cells_take_marks_too(marked: Callable[..., Any], opened: Opening, saved: Saving) -> None:
    sheet = marked(on("F7", "Z90"))["明细表"]
    for cell in (sheet["F7"], sheet["Z90"]):
        assert (cell.value, fill_of(cell)) == (None, RED)
        assert "请核实" in (words(cell) or "")
    place = saved(lambda host: host.mark(on("Z90")))
    assert opened(place).book.grids[0].rows[-1][0] == 10


def test_of_several_marks_on_a_cell_the_first_colour_counts_and_all_words(marked: Callable[..., Any]) -> None:
    cell = marked([*on("B3", note="甲问题"), *on("b3", note="乙问题", fill=YELLOW)])["明细表"]["B3"]
    assert fill_of(cell) == RED
    assert (words(cell) or "").endswith("甲问题\n乙问题")


def test_a_clerks_note_stays_and_the_mark_is_given_back(saved: Saving) -> None:
    unplaced: list[Mark] = []
    mark = Mark("明细表", "C4", RED, "我们的批注")
    sheet = load_workbook(saved(lambda host: unplaced.extend(host.mark([mark]))))["明细表"]
    assert unplaced == [mark]
    assert "办事员自己的批注" in sheet["C4"].comment.text
    assert "我们的批注" not in sheet["C4"].comment.text
    assert fill_of(sheet["C4"]) == RED


def test_marks_on_no_sheet_or_no_cell_or_in_no_colour_are_refused(opened: Opening, file: Path) -> None:
    for mark in (Mark("没有的表", "A1", RED), Mark("明细表", "六行", RED), Mark("明细表", "A1", "红")):
        with pytest.raises(WrongArgument):
            opened(file).mark([mark])


def test_a_refused_mark_leaves_those_before_it_in_place(saved: Saving) -> None:
    def refused(host: Host) -> None:
        host.mark(on("B3"))
        with pytest.raises(WrongArgument):
            host.mark([*on("B4"), Mark("没有的表", "A1", RED)])

    sheet = load_workbook(saved(refused))["明细表"]
    assert (fill_of(sheet["B3"]), fill_of(sheet["B4"])) == (RED, None)


def test_a_sheets_name_may_be_given_in_small_or_capital_letters(marked: Callable[..., Any], tmp_path: Path) -> None:
    def fill(book: xlsxwriter.Workbook, sheet: Any) -> None:
        book.add_worksheet("Report").write(0, 0, 1)

    book = marked([Mark("REPORT", "A1", RED, "请核实")], of=made(tmp_path / "英文.xlsx", fill))
    assert fill_of(book["Report"]["A1"]) == RED


@pytest.mark.parametrize("name", ["张三's 表", "2026年 第1期", "甲!乙", "一.二"])
def test_sheets_of_any_name_take_marks_and_lose_them(name: str, saved: Saving, opened: Opening, tmp_path: Path) -> None:
    def fill(book: xlsxwriter.Workbook, sheet: Any) -> None:
        book.add_worksheet(name).write(0, 0, 1)

    place = saved(lambda host: host.mark([Mark(name, "A1", RED, "请核实")]), of=made(tmp_path / "名.xlsx", fill))
    assert fill_of(load_workbook(place)[name]["A1"]) == RED
    assert opened(place).unmark() == 1


def test_hidden_rows_and_sheets_take_marks_and_stay_hidden(marked: Callable[..., Any], tmp_path: Path) -> None:
    def fill(book: xlsxwriter.Workbook, sheet: Any) -> None:
        sheet.write_column(0, 0, [1, 2, 3])
        sheet.set_row(1, None, None, {"hidden": True})
        other = book.add_worksheet("藏")
        other.write(0, 0, 1)
        other.hide()

    marks = [Mark("台账", "A2", RED, "请核实"), Mark("藏", "A1", RED, "请核实")]
    book = marked(marks, of=made(tmp_path / "藏.xlsx", fill))
    assert [fill_of(book[mark.sheet][mark.cell]) for mark in marks] == [RED, RED]
    assert (book["台账"].row_dimensions[2].hidden, book["藏"].sheet_state) == (True, "hidden")


def test_conditional_formats_and_merging_stay_under_marks(marked: Callable[..., Any], tmp_path: Path) -> None:
    def fill(book: xlsxwriter.Workbook, sheet: Any) -> None:
        sheet.write_column(0, 0, [1, 2, 3])
        sheet.merge_range("B1:C2", "合并", book.add_format({"bg_color": "#DDEBF7"}))
        look = book.add_format({"bg_color": "#FF0000"})
        sheet.conditional_format("A1:A3", {"type": "cell", "criteria": ">", "value": 2, "format": look})

    marks = [Mark("台账", cell, RED, "请核实") for cell in ("A1", "A3", "B1")]
    sheet = marked(marks, of=made(tmp_path / "合并.xlsx", fill))["台账"]
    assert [fill_of(sheet[mark.cell]) for mark in marks] == [RED] * 3
    assert [str(area) for area in sheet.merged_cells.ranges] == ["B1:C2"]
    assert [str(one.sqref) for one in sheet.conditional_formatting] == ["A1:A3"]
    assert sheet["B1"].value == "合并"


def test_a_thousand_marks_are_put_and_taken_away(saved: Saving, opened: Opening, tmp_path: Path) -> None:
    def fill(book: xlsxwriter.Workbook, sheet: Any) -> None:
        banded = book.add_format({"bg_color": "#F2F2F2"})
        for row in range(500):
            sheet.write_row(row, 0, [row, row, row], banded if row % 2 else None)

    cells = [f"{'AC'[row % 2]}{row}" for row in range(1, 501)] + [f"B{row}" for row in range(1, 501)]
    marks = [Mark("台账", cell, (RED, YELLOW)[n % 3 > 0], f"第{n}处") for n, cell in enumerate(cells)]
    long = made(tmp_path / "长.xlsx", fill)
    place = saved(lambda host: host.mark(marks), of=long)
    sheet = load_workbook(place)["台账"]
    assert [fill_of(sheet[mark.cell]) for mark in marks] == [mark.fill for mark in marks]
    assert [(words(sheet[mark.cell]) or "").endswith(mark.note or "") for mark in marks] == [True] * 1000
    counts: list[int] = []
    clean = saved(lambda host: counts.append(host.unmark()), of=place)
    assert counts == [1000]
    assert (
        changes(cells_as_seen(load_workbook(saved(of=long))["台账"]), cells_as_seen(load_workbook(clean)["台账"])) == []
    )


def test_new_marks_take_the_place_of_the_old(saved: Saving) -> None:
    once = saved(lambda host: host.mark(MARKS))
    twice = load_workbook(saved(lambda host: host.mark(MARKS[1:]), of=once))
    assert changes(cells_as_seen(load_workbook(saved())["明细表"]), cells_as_seen(twice["明细表"])) == []
    assert fill_of(twice["备注"]["C5"]) == YELLOW


def test_the_same_marks_again_change_nothing_that_is_seen(saved: Saving) -> None:
    once = saved(lambda host: host.mark(MARKS))
    twice = saved(lambda host: host.mark(MARKS), of=once)
    assert changes(workbook_as_seen(saved(of=once)), workbook_as_seen(twice)) == []


def test_our_memory_shows_in_no_list_of_names(saved: Saving) -> None:
    def done(host: Host) -> None:
        host.mark(MARKS)
        host.write_columns("明细表", [Column(4, {1: "完成率"}, 3, (1,))])
        host.insert_sheets(report())

    book = load_workbook(saved(done))
    names = [name for sheet in book.worksheets for title, name in sheet.defined_names.items() if title[0] == "_"]
    assert names
    assert all(name.hidden for name in names)
