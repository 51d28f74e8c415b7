"""撤回: a change of the clerk's own workbook is taken back to what was before it, and never over his own work since."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.workbooks.contract.desks import Desk
from tests.workbooks.contract.looks import changes, workbook_as_seen
from tests.workbooks.contract.papers import report
from workbooks.errors import NotWritable, WrongArgument
from workbooks.hosts.port import Host
from workbooks.package import Column, Mark

Opening = Callable[[Path], Host]
Saving = Callable[..., Path]
RATES = Column(4, {1: "完成率", 2: 0.5, 3: 0.4}, 3, (1,), "0.0%")
STEPS: dict[str, Callable[[Host], object]] = {
    "标记": lambda host: host.mark([Mark("明细表", "B3", "FFC7CE", "项目名称太短")]),
    "通报": lambda host: host.insert_sheets(report()),
    "进度": lambda host: host.write_columns("明细表", [RATES]),
}


@pytest.mark.parametrize("what", STEPS)
def test_a_change_is_taken_back_to_the_very_content(
    what: str, desk: Desk, opened: Opening, saved: Saving, file: Path
) -> None:
    before = workbook_as_seen(saved())
    host = opened(file)
    desk.change(host, what, STEPS[what])
    assert what in host.undo()
    desk.touch(host := opened(file))
    host.save_as(place := file.with_name("撤回后.xlsx"))
    assert changes(before, workbook_as_seen(place)) == []


def test_changes_are_taken_back_one_after_another(desk: Desk, opened: Opening, file: Path) -> None:
    for what in ("标记", "进度"):
        desk.change(host := desk.again(file), what, STEPS[what])
    assert "进度" in host.undo()
    after_one = desk.again(file)
    assert after_one.book.grids[0].ours == ()
    assert "标记" in after_one.undo()
    assert opened(file).unmark() == 0


def test_work_goes_on_after_taking_back(desk: Desk, opened: Opening, file: Path) -> None:
    host = opened(file)
    desk.change(host, "标记", STEPS["标记"])
    host.undo()
    host = opened(file)
    desk.change(host, "进度", STEPS["进度"])
    host.save_as(place := file.with_name("又做.xlsx"))
    sheet = load_workbook(place)["明细表"]
    assert (sheet["E3"].value, sheet["B3"].comment) == (0.5, None)


def test_where_nothing_was_done_nothing_is_taken_back(opened: Opening, file: Path) -> None:
    with pytest.raises(WrongArgument) as told:
        opened(file).undo()
    assert told.value.code == "nothing_to_undo"


def test_what_the_clerk_has_written_since_is_not_lost(desk: Desk, opened: Opening, file: Path) -> None:
    host = opened(file)
    desk.change(host, "标记", STEPS["标记"])
    desk.type(host, "明细表", "B4", "办事员改过")
    with pytest.raises(NotWritable) as told:
        host.undo()
    assert told.value.code == "changed_since"
    assert "备份" in told.value.message
