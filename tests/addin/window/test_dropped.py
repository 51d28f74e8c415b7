"""Workbooks dropped on the desktop icon."""

from pathlib import Path

from addin.pressed import Pressed
from addin.window.dropped import report_all


class Notice:
    """Keeps what it was told; stops after so many workbooks."""

    def __init__(self, stop_after: int = 99) -> None:
        self.told: list[str] = []
        self._stop_after = stop_after

    def tell(self, text: str) -> None:
        self.told.append(text)

    def stopped(self) -> bool:
        return len(self.told) >= self._stop_after


def press(button: str, as_of: str, path: Path) -> Pressed:
    """Do 生成通报 for every workbook but a bad one."""
    assert (button, as_of) == ("report", "")
    if path.stem == "坏":
        return Pressed("refused", "这不是工作簿。")
    return Pressed("done", "已生成通报。", f"/out/{path.stem}_通报.xlsx")


def test_one_workbook_is_reported() -> None:
    notice = Notice()
    summary = report_all([Path("甲.xlsx")], press, notice)
    assert notice.told == ["正在生成通报：甲.xlsx"]
    assert summary.results == (Path("/out/甲_通报.xlsx"),)
    assert not summary.refused


def test_one_refused_workbook_gives_its_sentence_alone() -> None:
    summary = report_all([Path("坏.xlsx")], press, Notice())
    assert summary.text == "这不是工作簿。"
    assert summary.results == ()
    assert summary.refused


def test_several_are_done_one_after_another_with_one_summary() -> None:
    notice = Notice()
    summary = report_all([Path("甲.xlsx"), Path("坏.xlsx"), Path("乙.xlsx")], press, notice)
    assert notice.told == [
        "正在生成通报（第1份，共3份）：甲.xlsx",
        "正在生成通报（第2份，共3份）：坏.xlsx",
        "正在生成通报（第3份，共3份）：乙.xlsx",
    ]
    assert summary.text == "共3份台账，已生成通报2份。\n\n没有做成的1份：\n坏.xlsx：这不是工作簿。"
    assert summary.results == (Path("/out/甲_通报.xlsx"), Path("/out/乙_通报.xlsx"))
    assert summary.refused


def test_when_all_are_done_nothing_is_refused() -> None:
    summary = report_all([Path("甲.xlsx"), Path("乙.xlsx")], press, Notice())
    assert summary.text == "共2份台账，已生成通报2份。"
    assert not summary.refused


def test_the_clerk_may_stop_after_the_workbook_in_work() -> None:
    summary = report_all([Path("甲.xlsx"), Path("乙.xlsx"), Path("丙.xlsx")], press, Notice(stop_after=1))
    assert summary.text == "共3份台账，已生成通报1份。\n\n已停下，没有做的2份：乙.xlsx、丙.xlsx"
    assert summary.results == (Path("/out/甲_通报.xlsx"),)
    assert summary.refused
