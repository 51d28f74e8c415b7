"""The clerk's file: untouched until it is saved, saved whole or not at all, and every change can be taken back."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from openpyxl import load_workbook
from openpyxl.workbook.protection import WorkbookProtection

from tests.workbooks.contract.desks import Desk
from tests.workbooks.contract.looks import changes, fill_of, workbook_as_seen
from tests.workbooks.contract.papers import full_workbook, report
from tests.workbooks.hosts.books import made
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


def on_disk(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder, without the locks that programs keep beside open ones."""
    return {
        path.name: path.read_bytes()
        for path in sorted(folder.iterdir())
        if path.is_file() and not path.name.startswith((".~lock.", "~$"))
    }


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


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    """Return a workbook with a protected sheet, whose owner wants no cell changed, beside one that isn't."""

    def fill(book: xlsxwriter.Workbook, sheet: Any) -> None:
        sheet.write_row(0, 0, ["项目", "投资"])
        sheet.protect("secret")
        book.add_worksheet("别的").write(0, 0, 1)

    return made(tmp_path / "保护.xlsx", fill)


@pytest.mark.parametrize(
    "step",
    [
        lambda host: host.mark([Mark("别的", "A1", RED), Mark("台账", "A1", RED, "请核实")]),
        lambda host: host.write_columns("台账", [Column(2, {0: "完成率"}, 1)]),
    ],
    ids=["mark", "write_columns"],
)
def test_a_protected_sheet_is_refused_with_what_to_do_and_nothing_is_done(
    step: Callable[[Host], object], saved: Saving, locked: Path
) -> None:
    def refused(host: Host) -> None:
        with pytest.raises(NotWritable) as told:
            step(host)
        assert told.value.code == "sheet_protected"
        assert told.value.message == "工作表“台账”受保护，请在“审阅”里“撤消工作表保护”后再试。"

    assert changes(workbook_as_seen(saved(of=locked)), workbook_as_seen(saved(refused, of=locked))) == []


def test_a_protected_sheet_is_read_and_stays_protected_beside_ours(
    saved: Saving, opened: Opening, locked: Path
) -> None:
    place = saved(lambda host: host.insert_sheets(report(to="台账")), of=locked)
    assert load_workbook(place)["台账"].protection.sheet
    assert opened(place).book.grids[0].rows == [["项目", "投资"]]


def filtered(book: xlsxwriter.Workbook, sheet: Any) -> None:
    sheet.write_row(0, 0, ["县", "数"])
    sheet.autofilter(0, 0, 4, 1)
    sheet.filter_column_list(0, ["甲"])
    for row in range(1, 5):
        sheet.write_row(row, 0, ["甲乙"[row % 2], row])
        if row % 2:
            sheet.set_row(row, None, None, {"hidden": True})


def test_columns_beside_filtered_rows_are_refused_with_what_to_do(saved: Saving, tmp_path: Path) -> None:
    file = made(tmp_path / "筛选.xlsx", filtered)

    def refused(host: Host) -> None:
        with pytest.raises(NotWritable) as told:
            host.write_columns("台账", [Column(2, {0: "完成率", 1: 0.5}, 1)])
        assert told.value.code == "sheet_filtered"
        assert told.value.message == "工作表“台账”正在筛选，请先在“数据”里“清除”筛选再试。"

    assert changes(workbook_as_seen(saved(of=file)), workbook_as_seen(saved(refused, of=file))) == []


def test_columns_never_slip_beside_filtered_rows(saved: Saving, opened: Opening, tmp_path: Path) -> None:
    def write(host: Host) -> None:
        with suppress(NotWritable):
            host.write_columns("台账", [Column(2, {0: "完成率", **{row: row / 10 for row in range(1, 5)}}, 1)])

    rows = opened(saved(write, of=made(tmp_path / "筛选.xlsx", filtered))).book.grids[0].rows
    assert [row[2:] for row in rows] in ([["完成率"], [0.1], [0.2], [0.3], [0.4]], [[]] * 5)


def test_filtered_rows_take_marks_and_stay_hidden(saved: Saving, tmp_path: Path) -> None:
    file = made(tmp_path / "筛选.xlsx", filtered)
    marks = [Mark("台账", "A2", RED, "请核实"), Mark("台账", "B3", RED)]
    sheet = load_workbook(saved(lambda host: host.mark(marks), of=file))["台账"]
    assert [fill_of(sheet[mark.cell]) for mark in marks] == [RED, RED]
    assert [row for row in range(1, 6) if sheet.row_dimensions[row].hidden] == [2, 4]
    assert sheet.auto_filter.ref == "A1:B5"


def test_a_workbook_whose_structure_is_protected_is_refused(opened: Opening, file: Path) -> None:
    book = load_workbook(file)
    book.security = WorkbookProtection(lockStructure=True)
    book.save(file)
    with pytest.raises(NotWritable) as told:
        opened(file).insert_sheets(report())
    assert told.value.code == "structure_protected"


def mark_in_place(host: Host) -> None:
    host.mark(MARKS)
    host.save_in_place("标记问题")


def test_a_read_only_file_is_refused_and_stays_as_it_is(opened: Opening, file: Path) -> None:
    file.chmod(0o444)
    before = on_disk(file.parent)
    with pytest.raises(NotWritable):  # when it is opened, or when it is saved
        mark_in_place(opened(file))
    assert on_disk(file.parent) == before
