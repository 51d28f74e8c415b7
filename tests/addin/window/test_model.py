"""The window's model: what each action makes of its state."""

from pathlib import Path
from typing import Never

import pytest

from addin.macros import Page, macro
from addin.pressed import Pressed
from addin.ribbon import tab
from addin.window.model import WITHOUT_WORKBOOK, tip
from tests.addin.window.desks import Bench, bench
from workbooks.errors import Refusal

DONE = Pressed("done", "已生成通报。", "/ledgers/台账_通报.xlsx")


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "台账.xlsx"
    path.write_bytes(b"")
    return path


@pytest.fixture
def done(ledger: Path) -> Bench:
    """Return a model with a workbook, whose buttons are all done."""
    made = bench(DONE)
    made.model.choose(str(ledger))
    return made


def test_it_begins_by_saying_how_to_choose_a_workbook() -> None:
    assert bench(DONE).model.state.message == "请点“选择…”。在表格软件里改过的，请先保存。"


def test_a_chosen_workbook_is_shown_with_what_comes_next(done: Bench, ledger: Path) -> None:
    assert done.desk.shown[-1].workbook == str(ledger)
    assert done.desk.shown[-1].message == "已选“台账.xlsx”，请点要做的事。"


def test_an_emptied_field_says_again_how_to_choose(done: Bench) -> None:
    done.model.choose("")
    assert done.model.state.message.startswith("请点“选择…”")


def test_a_dropped_workbook_is_chosen() -> None:
    made = bench(DONE)
    made.model.drop(["/ledgers/台账.xlsx"])
    assert made.model.state.workbook == "/ledgers/台账.xlsx"


def test_of_several_dropped_workbooks_the_first_is_taken_and_it_is_said() -> None:
    made = bench(DONE)
    made.model.drop(["/ledgers/甲.xlsx", "/ledgers/乙.xlsx"])
    assert made.model.state.workbook == "/ledgers/甲.xlsx"
    assert made.model.state.message == "一次放一份，已取“甲.xlsx”。要一起做几份，请把它们拖到桌面图标“项目督导”上。"


def test_a_button_works_on_the_workbook_at_the_date_as_typed(done: Bench, ledger: Path) -> None:
    done.model.set_as_of("2026年6月")
    done.model.press("report", "生成通报")
    done.desk.finish()
    assert done.buttons.asked == [("report", "2026年6月", ledger)]


def test_while_a_button_is_in_work_it_is_said_and_nothing_else_starts(done: Bench) -> None:
    done.model.press("report", "生成通报")
    assert done.model.state.busy == "生成通报"
    assert done.model.state.message == "正在做“生成通报”，请稍等…"
    done.model.press("check", "校验台账")
    done.model.drop(["/ledgers/别的.xlsx"])
    assert done.desk.waiting == 1
    assert done.model.state.busy == "生成通报"
    assert "别的" not in done.model.state.workbook


def test_what_is_done_is_told_and_its_result_can_be_opened(done: Bench) -> None:
    done.model.press("report", "生成通报")
    done.desk.finish()
    assert done.model.state.busy == ""
    assert done.model.state.message == "已生成通报。"
    assert done.opened == []
    done.model.open_result()
    assert done.opened == [Path(DONE.path)]


def test_the_next_button_forgets_the_last_result(done: Bench) -> None:
    done.model.press("report", "生成通报")
    done.desk.finish()
    done.model.press("check", "校验台账")
    assert done.model.state.result is None


def test_another_workbook_forgets_the_last_result(done: Bench) -> None:
    done.model.press("report", "生成通报")
    done.desk.finish()
    done.model.choose("/ledgers/别的.xlsx")
    assert done.model.state.result is None
    done.model.open_result()
    assert done.opened == []


@pytest.mark.parametrize("kind", ["refused", "failed"])
def test_what_was_not_done_is_told_and_leaves_nothing_to_open(ledger: Path, kind: str) -> None:
    made = bench(Pressed(kind, "没有找到台账。", "/ledgers/旧.xlsx"))  # type: ignore[arg-type]
    made.model.choose(str(ledger))
    made.model.press("report", "生成通报")
    made.desk.finish()
    assert made.model.state.message == "没有找到台账。"
    assert made.model.state.result is None


def test_without_a_workbook_a_button_says_how_to_choose_one() -> None:
    made = bench(DONE)
    made.model.press("report", "生成通报")
    assert made.model.state.message == "还没有台账：请点“选择…”。"
    assert made.desk.waiting == 0


def test_a_workbook_that_is_gone_is_asked_for_again(done: Bench, ledger: Path) -> None:
    ledger.unlink()
    done.model.press("report", "生成通报")
    assert done.model.state.message == f"找不到“{ledger}”，请重新选择。"
    assert done.desk.waiting == 0


def test_a_path_copied_with_its_quotes_is_understood(done: Bench, ledger: Path) -> None:
    done.model.choose(f'"{ledger}" ')
    done.model.press("report", "生成通报")
    done.desk.finish()
    assert done.buttons.asked == [("report", "", ledger)]


def test_help_needs_no_workbook_and_opens_at_once() -> None:
    made = bench(Pressed("open", "", "/manual/manual.html"))
    made.model.press("help", "帮助")
    made.desk.finish()
    assert made.opened == [Path("/manual/manual.html")]
    assert made.model.state.message == "已打开“manual.html”。"


def test_the_buttons_that_need_no_workbook_are_those_that_only_open_a_page() -> None:
    pages = {button.id for button in tab().buttons if isinstance(macro(button.id), Page)}
    assert pages == WITHOUT_WORKBOOK


def nothing_opens(_path: Path) -> Never:
    raise Refusal("没有程序能打开。")


def test_a_result_that_nothing_opens_is_told(ledger: Path) -> None:
    made = bench(DONE, nothing_opens)
    made.model.choose(str(ledger))
    made.model.press("report", "生成通报")
    made.desk.finish()
    made.model.open_result()
    assert made.model.state.message == "没有程序能打开。"


def test_a_page_that_nothing_opens_is_told_after_what_was_done() -> None:
    made = bench(Pressed("open", "说明在这里。", "/manual/manual.html"), nothing_opens)
    made.model.press("help", "帮助")
    made.desk.finish()
    assert made.model.state.message == "说明在这里。\n没有程序能打开。"


def test_closing_asks_only_while_something_is_in_work(done: Bench) -> None:
    assert done.model.question_at_close() == ""
    done.model.press("report", "生成通报")
    assert done.model.question_at_close() == "还在做“生成通报”，现在关掉就不做了，原文件不受影响。要关掉吗？"
    done.desk.finish()
    assert done.model.question_at_close() == ""


def test_a_tooltip_says_that_the_work_is_done_on_a_copy() -> None:
    buttons = {button.id: button for button in tab().buttons}
    assert tip(buttons["report"]).splitlines()[-1] == "做在副本上：原文件不动，结果是它旁边的一份新文件。"
    assert "副本上" not in tip(buttons["help"])
    assert "副本上" not in tip(buttons["undo"])
