"""The clerk's file: untouched until it is saved, saved whole or not at all, and every change can be taken back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests import olevba
from tests.addin.excel.vba.examples import PROJECT, macro_workbook
from tests.workbooks.contract.desks import Desk
from tests.workbooks.contract.looks import changes, fill_of, on_disk, workbook_as_seen
from tests.workbooks.contract.papers import full_workbook, report
from tests.workbooks.package.making import SHEETS
from workbooks.errors import NotWritable, WrongArgument
from workbooks.files import undo
from workbooks.hosts.port import Host
from workbooks.package import Column, Mark

Opening = Callable[[Path], Host]
Saving = Callable[..., Path]
RED = "FFC7CE"
MARKS = [Mark("明细表", "B3", RED, "项目名称太短"), Mark("备注", "C5", "FFEB9C", None)]
RATES = Column(4, {1: "完成率", **dict.fromkeys(range(2, 12), 0.5)}, 3, (1,), "0.0%", {2: "C6EFCE"}, 12.0)


def test_nothing_is_on_the_disk_before_saving(opened: Opening, file: Path) -> None:
    before = on_disk(file.parent)
    host = opened(file)
    host.insert_sheets(report())
    host.mark(MARKS)
    host.write_columns("明细表", [RATES])
    assert on_disk(file.parent) == before


def test_nor_is_the_file_touched_by_saving_elsewhere(saved: Saving, file: Path) -> None:
    before = file.read_bytes()
    saved(lambda host: host.mark(MARKS))
    assert file.read_bytes() == before


def test_all_that_was_done_is_in_the_saved_file(saved: Saving) -> None:
    def all_of_it(host: Host) -> None:
        host.insert_sheets(report())
        host.mark(MARKS)
        host.write_columns("明细表", [RATES])

    book = load_workbook(saved(all_of_it))
    assert book.sheetnames == ["明细表", "备注", "隐藏", *SHEETS]
    assert fill_of(book["明细表"]["B3"]) == RED
    assert book["明细表"]["E4"].value == 0.5


def test_all_that_was_done_can_be_taken_away_again(saved: Saving) -> None:
    def done(host: Host) -> None:
        host.mark(MARKS)
        host.write_columns("明细表", [RATES])

    def undone(host: Host) -> None:
        host.unmark()
        host.write_columns("明细表", [])

    before, after = workbook_as_seen(saved()), workbook_as_seen(saved(undone, of=saved(done)))
    for seen in (before, after):
        seen["明细表"]["widths"].pop("E", None)  # a blank column may be of any width
    assert changes(before, after) == []


def test_nothing_else_changes_in_a_workbook_with_most_that_excel_has(saved: Saving, tmp_path: Path) -> None:
    file = full_workbook(tmp_path / "全.xlsx")

    def done(host: Host) -> None:
        host.mark([Mark("台账", cell, RED, "请核实") for cell in ("A3", "B3", "B4", "C21", "E5", "D6", "A12")])
        host.insert_sheets(report(to="台账"))
        host.write_columns("台账", [Column(5, {1: "完成率", **dict.fromkeys(range(2, 20), 0.5)}, 2, (1,), "0.0%")])

    def undone(host: Host) -> None:
        assert host.unmark() == 7
        host.write_columns("台账", [])

    before = workbook_as_seen(saved(of=file))
    after = workbook_as_seen(saved(undone, of=saved(done, of=file)))
    assert changes(before, {name: after[name] for name in before}) == []


def test_a_macro_workbook_keeps_its_macros(saved: Saving, tmp_path: Path) -> None:
    def code(workbook: Path) -> dict[str, list[str]]:
        modules = olevba.sources(workbook.read_bytes())
        lines = {name: [line.strip() for line in text.splitlines()] for name, text in modules.items()}
        return {name: [line for line in text if line and "Attribute " not in line] for name, text in lines.items()}

    file = macro_workbook(PROJECT, tmp_path / "宏.xlsm")

    def done(host: Host) -> None:
        host.mark([Mark("台账", "A1", RED, "请核实")])
        host.insert_sheets(report(to="台账"))

    place = saved(done, of=saved(done, of=file))
    before, after = code(file), code(place)  # LibreOffice puts a line of its own into class modules
    assert {name: [line for line in after.get(name, []) if line in before[name]] for name in before} == before
    assert load_workbook(place).sheetnames == ["台账", *SHEETS]


def test_saving_twice_saves_the_same(opened: Opening, file: Path, tmp_path: Path) -> None:
    host = opened(file)
    host.mark(MARKS)
    for place in (tmp_path / "一.xlsx", tmp_path / "二.xlsx"):
        host.save_as(place)
    assert changes(workbook_as_seen(tmp_path / "二.xlsx"), workbook_as_seen(tmp_path / "一.xlsx")) == []


def test_work_goes_on_after_saving_elsewhere(opened: Opening, file: Path, tmp_path: Path) -> None:
    host = opened(file)
    host.mark(MARKS)
    host.save_as(tmp_path / "一.xlsx")
    host.write_columns("明细表", [RATES])
    host.save_as(tmp_path / "二.xlsx")
    first, second = (load_workbook(tmp_path / f"{name}.xlsx")["明细表"] for name in "一二")
    assert (first["E4"].value, second["E4"].value) == (None, 0.5)
    assert fill_of(second["B3"]) == RED


def test_what_was_typed_last_is_read_and_saved(desk: Desk, opened: Opening, file: Path) -> None:
    desk.type(opened(file), "明细表", "B3", "县道改造")
    host = desk.again(file)
    assert host.book.grids[0].rows[2][1] == "县道改造"
    host.save_as(place := file.with_name("存.xlsx"))
    assert load_workbook(place)["明细表"]["B3"].value == "县道改造"


def test_an_earlier_result_is_replaced_whole(opened: Opening, file: Path, tmp_path: Path) -> None:
    place = tmp_path / "结果.xlsx"
    place.write_bytes(b"earlier")
    host = opened(file)
    host.mark(MARKS)
    host.save_as(place)
    assert fill_of(load_workbook(place)["明细表"]["B3"]) == RED


def test_it_does_not_save_over_what_it_reads(opened: Opening, file: Path) -> None:
    host = opened(file)
    host.mark(MARKS)
    with pytest.raises(WrongArgument) as told:
        host.save_as(file)
    assert told.value.code == "same_file"


def test_it_saves_nothing_where_it_cannot_save_all(opened: Opening, file: Path) -> None:
    before = on_disk(file.parent)
    host = opened(file)
    host.mark(MARKS)
    with pytest.raises(NotWritable):
        host.save_as(file.parent / "没有的文件夹" / "存.xlsx")
    assert on_disk(file.parent) == before


def test_a_result_that_somebody_has_open_is_not_overwritten(opened: Opening, file: Path, tmp_path: Path) -> None:
    place = tmp_path / "结果.xlsx"
    place.write_bytes(b"earlier")
    place.with_name("~$结果.xlsx").touch()
    host = opened(file)
    with pytest.raises(NotWritable) as told:
        host.save_as(place)
    assert told.value.code == "open_elsewhere"
    assert place.read_bytes() == b"earlier"


def test_in_place_it_keeps_a_backup_and_every_change_can_be_taken_back(desk: Desk, file: Path) -> None:
    contents = [file.read_bytes()]
    for step in (lambda host: host.mark(MARKS), lambda host: host.insert_sheets(report())):
        host = desk.open(file)
        step(host)
        backup = host.save_in_place("修改")
        assert backup.read_bytes() == contents[-1]
        contents.append(file.read_bytes())
        desk.close()
    assert len(set(contents)) == 3
    for content in reversed(contents[:-1]):
        undo(file)
        assert file.read_bytes() == content
    assert list(on_disk(file.parent)) == [file.name]


def test_in_place_the_change_is_in_the_file(desk: Desk, opened: Opening, file: Path) -> None:
    host = opened(file)
    host.mark(MARKS)
    host.save_in_place("标记问题")
    desk.close()
    assert fill_of(load_workbook(file)["明细表"]["B3"]) == RED
    assert opened(file).unmark() == len(MARKS)


def test_work_goes_on_after_saving_in_place(desk: Desk, opened: Opening, file: Path) -> None:
    host = opened(file)
    host.mark(MARKS)
    first = host.save_in_place("标记问题")
    desk.close()
    host = opened(file)
    host.unmark()
    second = host.save_in_place("清除标记")
    assert first != second
    desk.close()
    assert fill_of(load_workbook(file)["明细表"]["B3"]) is None
