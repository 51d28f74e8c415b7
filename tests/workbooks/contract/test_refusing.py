"""What a host won't touch: protected sheets and workbooks, read-only files. It says what to do, and does nothing."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from openpyxl import load_workbook
from openpyxl.workbook.protection import WorkbookProtection

from tests.workbooks.contract.looks import changes, fill_of, on_disk, workbook_as_seen
from tests.workbooks.contract.papers import report
from tests.workbooks.hosts.books import made
from workbooks.errors import NotWritable
from workbooks.hosts.port import Host
from workbooks.package import Column, Mark

Opening = Callable[[Path], Host]
Saving = Callable[..., Path]
RED = "FFC7CE"


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
        assert told.value.message.startswith("工作表“台账”受保护，请在")

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
    host.mark([Mark("明细表", "B3", RED, "项目名称太短")])
    host.save_in_place("标记问题")


def test_a_read_only_file_is_refused_and_stays_as_it_is(opened: Opening, file: Path) -> None:
    file.chmod(0o444)
    before = on_disk(file.parent)
    with pytest.raises(NotWritable):  # when it is opened, or when it is saved
        mark_in_place(opened(file))
    assert on_disk(file.parent) == before
