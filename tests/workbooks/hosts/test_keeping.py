"""Steps in an open workbook can be taken back, from within it."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.fake_excel import FakeApp, opened
from tests.workbooks.hosts.books import ledger_file, live, sheet_of
from tests.workbooks.package.making import fresh
from workbooks import files
from workbooks.backups import journal_path, read_journal
from workbooks.errors import Damaged, NoLedger, NotWritable, WrongArgument
from workbooks.hosts.file import FileHost
from workbooks.hosts.keeping import kept, state
from workbooks.hosts.live import LiveHost
from workbooks.package import Column, Mark

MARK = Mark("明细表", "B3", "FFC7CE", "请核实")


@pytest.fixture
def host(tmp_path: Path) -> LiveHost:
    return live(ledger_file(tmp_path))


def step(host: LiveHost, number: int = 1, what: str = "计算进度") -> Path:
    """Write a column under `kept`; return the copy."""
    with kept(host.workbook, what) as copy:
        host.write_columns("明细表", [Column(4, {2: float(number)}, 3)])
    return copy


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def value(host: LiveHost, cell: str) -> object:
    return host.workbook.sheets["明细表"].range(cell).value


def test_the_copy_holds_what_was_typed_and_not_saved(host: LiveHost) -> None:
    host.workbook.sheets["明细表"].range("B3").value = "还没保存"
    copy = step(host)
    assert copy.name.startswith("台账_督导备份_")
    grid = FileHost(copy).book.grids[0]
    assert (grid.rows[2][1], grid.width) == ("还没保存", 4)


def test_a_step_is_taken_back_with_what_was_typed_before_it(host: LiveHost, tmp_path: Path) -> None:
    saved = (tmp_path / "台账.xlsx").read_bytes()
    host.workbook.sheets["明细表"].range("B3").value = "还没保存"
    before = state(host.workbook)
    step(host)
    assert "已撤回" in host.undo()
    assert state(host.workbook) == before
    assert (value(host, "B3"), value(host, "E3")) == ("还没保存", None)
    assert [copy.read_bytes() for copy in tmp_path.glob("*_督导备份_*")] == [saved]  # what the clerk had saved
    assert len(names(tmp_path)) == 3 and "台账_撤回前.xlsx" in names(tmp_path)


def test_what_the_workbook_looked_like_before_it_was_taken_back_is_kept(host: LiveHost, tmp_path: Path) -> None:
    step(host)
    host.workbook.sheets["明细表"].range("A3").color = "#FF0000"  # a look is in no digest of cells
    assert "“台账_撤回前.xlsx”" in host.undo()
    kept_before = load_workbook(tmp_path / "台账_撤回前.xlsx")["明细表"]
    assert kept_before["A3"].fill.start_color.rgb == "FFFF0000"
    assert kept_before["E3"].value is not None


def test_where_what_was_before_cannot_be_kept_nothing_is_taken_back(host: LiveHost, tmp_path: Path) -> None:
    step(host)
    (tmp_path / "~$台账_撤回前.xlsx").touch()
    with pytest.raises(NotWritable, match="请先关闭"):
        host.undo()
    assert value(host, "E3") is not None


def test_marks_and_sheets_are_taken_back_too(host: LiveHost) -> None:
    with kept(host.workbook, "校验台账"):
        host.mark([MARK])
        host.insert_sheets(fresh("数据问题"))
    host.undo()
    assert sheet_of(host, "明细表").cells["B3"].fill.fill_type is None
    assert [sheet.name for sheet in host.workbook.sheets] == ["明细表", "备注", "隐藏"]


def test_the_sheet_in_front_is_in_front_again(host: LiveHost) -> None:
    step(host)
    host.workbook.impl._book.active = "备注"
    host.undo()
    assert host.workbook.sheets.active.name == "备注"


def test_steps_are_taken_back_one_by_one(host: LiveHost) -> None:
    for number in (1, 2, 3):
        step(host, number)
    for number in (2.0, 1.0, None):
        host.undo()
        assert value(host, "E3") == number
    with pytest.raises(WrongArgument) as told:
        host.undo()
    assert told.value.code == "nothing_to_undo"


def test_figures_of_many_digits_are_no_change(host: LiveHost) -> None:
    for number in (1, 2):
        step(host, number)
        with kept(host.workbook, "计算进度"):
            host.write_columns("明细表", [Column(4, {2: number / 7, 3: number * 1e14 / 3}, 3)])
    for _ in range(4):
        host.undo()
    assert value(host, "E3") is None


def test_saving_in_between_does_no_harm(host: LiveHost) -> None:
    step(host)
    host.workbook.save()
    host.undo()
    assert value(host, "E3") is None


def test_where_the_clerk_has_typed_since_nothing_is_taken_back_and_the_copy_is_named(host: LiveHost) -> None:
    copy = step(host)
    host.workbook.sheets["备注"].range("A9").value = "新的"
    with pytest.raises(NotWritable) as told:
        host.undo()
    assert told.value.code == "changed_since"
    assert copy.name in told.value.message
    assert value(host, "E3") == 1.0
    assert copy.exists()


def test_a_step_that_was_never_saved_is_forgotten(host: LiveHost, tmp_path: Path) -> None:
    step(host)
    again = live(tmp_path / "台账.xlsx")  # the clerk closed without saving
    assert "没有保存过" in again.undo()
    assert names(tmp_path) == ["台账.xlsx"]


@pytest.mark.parametrize("harm", ["gone", "changed"])
def test_without_its_copy_a_step_stays(host: LiveHost, harm: str) -> None:
    copy = step(host)
    if harm == "gone":
        copy.unlink()
    else:
        copy.write_bytes(b"x")
    with pytest.raises(Damaged):
        host.undo()
    assert value(host, "E3") == 1.0


def test_the_last_five_copies_are_kept(host: LiveHost, tmp_path: Path) -> None:
    for number in range(8):
        step(host, number)
    with pytest.raises(NoLedger), kept(host.workbook, "生成通报"):
        raise NoLedger("没有台账。")
    kept_steps = read_journal(tmp_path / "台账.xlsx")
    assert len(kept_steps) == 5
    assert {path.name for path in tmp_path.glob("*督导备份*")} == {change.backup for change in kept_steps}
    for number in (6.0, 5.0, 4.0, 3.0, 2.0):
        host.undo()
        assert value(host, "E3") == number


def test_a_refused_step_leaves_nothing_behind(host: LiveHost, tmp_path: Path) -> None:
    with pytest.raises(NoLedger), kept(host.workbook, "生成通报"):
        raise NoLedger("没有台账。")
    assert names(tmp_path) == ["台账.xlsx"]


def test_a_step_refused_half_way_can_be_taken_back(host: LiveHost) -> None:
    with pytest.raises(NoLedger), kept(host.workbook, "校验台账"):
        host.mark([MARK])
        raise NoLedger("没有台账。")
    host.undo()
    assert sheet_of(host, "明细表").cells["B3"].fill.fill_type is None


def test_a_step_that_failed_half_way_can_be_taken_back(host: LiveHost) -> None:
    with pytest.raises(ValueError, match="bug"), kept(host.workbook, "计算进度"):
        host.write_columns("明细表", [Column(4, {2: 1.0}, 3)])
        raise ValueError("bug")
    host.undo()
    assert value(host, "E3") is None


def test_where_the_program_died_the_copy_stays_and_the_file_is_whole(tmp_path: Path) -> None:
    app = FakeApp()
    host = live(ledger_file(tmp_path), app)
    before = (tmp_path / "台账.xlsx").read_bytes()
    with pytest.raises(NotWritable) as told, kept(host.workbook, "计算进度") as copy:
        app.faults.dies_after = 20
        host.write_columns("明细表", [Column(4, {2: 1.0}, 3)])
    assert told.value.code == "program_gone"
    assert (tmp_path / "台账.xlsx").read_bytes() == before
    assert FileHost(copy).book.grids[0].name == "明细表"
    again = live(tmp_path / "台账.xlsx")
    again.undo()
    assert names(tmp_path) == ["台账.xlsx", "台账_撤回前.xlsx"]


def test_a_note_that_was_added_since_is_a_change(host: LiveHost) -> None:
    copy = step(host)
    host.workbook.sheets["明细表"].range("A1").add_note("问过王主任")
    with pytest.raises(NotWritable) as told:
        host.undo()
    assert told.value.code == "changed_since" and copy.name in told.value.message


def test_a_file_that_cannot_be_written_is_not_even_closed(host: LiveHost, tmp_path: Path) -> None:
    step(host)
    (tmp_path / "台账.xlsx").chmod(0o444)
    with pytest.raises(NotWritable) as told:
        host.undo()
    assert told.value.code == "read_only"
    assert value(host, "E3") == 1.0


def test_a_file_that_takes_no_content_is_opened_again_as_it_is(host: LiveHost, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = step(host)
    app = host.workbook.app

    def refuse(*_: object) -> None:
        raise NotWritable("磁盘空间不够。", "disk_full")

    monkeypatch.setattr("workbooks.steps.put_back", refuse)
    with pytest.raises(NotWritable) as told:
        host.undo()
    assert copy.name in told.value.message
    assert copy.exists()
    assert len(app.books) == 1
    assert app.books["台账.xlsx"].sheets["明细表"].range("E3").value is None  # as it was saved last


class TestBesideTheFilesOwnChanges:
    def test_a_step_in_the_open_workbook_is_not_taken_back_in_the_file(self, host: LiveHost, tmp_path: Path) -> None:
        copy = step(host)
        with pytest.raises(WrongArgument) as told:
            files.undo(tmp_path / "台账.xlsx")
        assert told.value.code == "step_in_open_workbook"
        assert "撤回上一步" in told.value.message and copy.name in told.value.message

    def test_a_change_of_the_file_is_not_taken_back_in_the_open_workbook(self, tmp_path: Path) -> None:
        file = FileHost(ledger_file(tmp_path))
        file.mark([MARK])
        backup = file.save_in_place("校验标记")
        with pytest.raises(WrongArgument) as told:
            live(tmp_path / "台账.xlsx").undo()
        assert told.value.code == "step_in_file"
        assert backup.name in told.value.message

    def test_after_the_step_is_taken_back_the_files_own_change_is_next(self, tmp_path: Path) -> None:
        before = ledger_file(tmp_path).read_bytes()
        file = FileHost(tmp_path / "台账.xlsx")
        file.mark([MARK])
        file.save_in_place("校验标记")
        book = opened(tmp_path / "台账.xlsx")
        step(LiveHost(book))
        LiveHost(opened(tmp_path / "台账.xlsx")).undo()  # closed without saving, opened again
        assert "校验标记" in files.undo(tmp_path / "台账.xlsx").message
        assert (tmp_path / "台账.xlsx").read_bytes() == before

    def test_a_journal_of_before_is_still_read(self, tmp_path: Path) -> None:
        file = FileHost(ledger_file(tmp_path))
        file.mark([MARK])
        file.save_in_place("校验标记")
        journal = journal_path(tmp_path / "台账.xlsx")
        text = journal.read_text("utf-8")
        journal.write_text(
            text.replace('"where": "file",', "")
            .replace(',\n      "start": ""', "")
            .replace('      "backup"', '"backup"')
        )
        assert read_journal(tmp_path / "台账.xlsx")[0].where == "file"


def test_a_workbook_that_does_not_open_again_is_named_with_what_was_taken_back(host: LiveHost, tmp_path: Path) -> None:
    step(host)
    host.workbook.save()
    host.workbook.app.impl.faults.opens_nothing = True  # its password was not given
    with pytest.raises(NotWritable) as told:
        host.undo()
    assert told.value.code == "not_reopened"
    assert "已撤回" in told.value.message and "台账.xlsx" in told.value.message
    assert FileHost(tmp_path / "台账.xlsx").book.grids[0].width == 4
    assert names(tmp_path) == ["台账.xlsx", "台账_撤回前.xlsx"]


def test_a_sheet_in_front_that_was_hidden_before_does_no_harm(host: LiveHost) -> None:
    sheet_of(host, "备注").cells.sheet_state = "hidden"
    step(host)
    sheet_of(host, "备注").cells.sheet_state = "visible"
    host.workbook.impl._book.active = "备注"
    assert "已撤回" in host.undo()
