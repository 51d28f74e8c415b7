"""Steps in an open workbook, as the journal beside its file tells them."""

from pathlib import Path

import pytest

from workbooks import steps
from workbooks.backups import Change, read_journal
from workbooks.errors import Damaged, NotWritable
from workbooks.steps import Step, drop_step, finish_step, keep_step, put_back, step_to_undo, undone_step


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "台账.xlsx"
    path.write_bytes(b"saved")
    return path


def test_a_finished_step_gives_its_copy_back(ledger: Path) -> None:
    finish_step(ledger, keep_step(ledger, "计算进度", b"typed", "start"), "after")
    step = step_to_undo(ledger, "after")
    assert (step.change.what, step.content) == ("计算进度", b"typed")


def test_an_unfinished_step_gives_it_back_only_where_no_cell_has_changed(ledger: Path) -> None:
    keep_step(ledger, "计算进度", b"typed", "start")
    assert step_to_undo(ledger, "start").content == b"typed"
    with pytest.raises(NotWritable):
        step_to_undo(ledger, "other")


def test_a_step_that_is_not_in_the_workbook_has_nothing_to_give_back(ledger: Path) -> None:
    finish_step(ledger, keep_step(ledger, "计算进度", b"typed", "start"), "after")
    assert step_to_undo(ledger, "start").content is None


def test_a_dropped_step_leaves_no_trace(ledger: Path) -> None:
    drop_step(ledger, keep_step(ledger, "计算进度", b"typed", "start"))
    assert [path.name for path in ledger.parent.iterdir()] == ["台账.xlsx"]


def test_a_copy_in_which_somebody_has_worked_stays(ledger: Path) -> None:
    step = keep_step(ledger, "计算进度", b"typed", "start")
    (ledger.parent / step.backup).write_bytes(b"worked in")
    undone_step(ledger, Step(step, None))
    assert (ledger.parent / step.backup).read_bytes() == b"worked in"
    assert read_journal(ledger) == []


def test_nothing_is_kept_where_the_journal_cannot_be_read(ledger: Path) -> None:
    (ledger.parent / ".台账.xlsx.督导撤回记录.json").write_text("{", "utf-8")
    with pytest.raises(Damaged):
        keep_step(ledger, "计算进度", b"typed", "start")
    assert len(list(ledger.parent.iterdir())) == 2


def test_a_file_that_is_let_go_of_late_is_tried_again(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tries = []

    def late(path: Path, content: bytes) -> None:
        tries.append(content)
        if len(tries) < 3:
            raise NotWritable("正被使用。", "no_permission")
        path.write_bytes(content)

    monkeypatch.setattr(steps, "write_whole", late)
    monkeypatch.setattr(steps, "_PAUSE", 0)
    put_back(ledger, before(b"typed"))
    assert ledger.read_bytes() == b"typed"


@pytest.mark.parametrize(("code", "tries"), [("no_permission", 9), ("disk_full", 1)])
def test_it_is_not_tried_for_ever(ledger: Path, monkeypatch: pytest.MonkeyPatch, code: str, tries: int) -> None:
    tried = []

    def never(path: Path, content: bytes) -> None:
        tried.append(path)
        raise NotWritable("不行。", code)

    monkeypatch.setattr(steps, "write_whole", never)
    monkeypatch.setattr(steps, "_PAUSE", 0)
    with pytest.raises(NotWritable):
        put_back(ledger, before(b"typed"))
    assert len(tried) == tries


def before(content: bytes) -> Step:
    """Return a step before which the workbook was so."""
    return Step(Change("试", "2026-07-31T09:30:15", "", "", "备份.xlsx", "open"), content)


def test_what_the_file_held_and_no_backup_holds_stays_in_one(ledger: Path) -> None:
    ledger.write_bytes(b"saved by the clerk")
    for number in range(3):  # in the open workbook, unsaved
        finish_step(ledger, keep_step(ledger, "试", b"unsaved %d" % number, f"{number}"), f"{number + 1}")
    for number in (2, 1, 0):
        step = step_to_undo(ledger, f"{number + 1}")
        put_back(ledger, step)
        undone_step(ledger, step)
    assert ledger.read_bytes() == b"unsaved 0"
    left = [path.read_bytes() for path in ledger.parent.glob("*_督导备份_*")]
    assert left == [b"saved by the clerk"]
