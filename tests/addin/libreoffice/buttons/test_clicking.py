"""A real click of a real mouse on the toolbar, on a screen in memory: the dialog, the sheets, and the way back."""

import shutil
from pathlib import Path
from threading import Thread

import pytest

from addin.ribbon import tab
from tests.addin.libreoffice.clicking import LONGEST, clerk
from tests.addin.libreoffice.installed import copied
from workbooks.samples import FOLDER


def test_a_clerk_makes_the_report_takes_it_back_and_chooses_a_day(
    profile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger = tmp_path / "county.xlsx"
    shutil.copy(FOLDER / "county.xlsx", ledger)
    before = ledger.read_bytes()
    with clerk(copied(profile, tmp_path), monkeypatch) as person:
        document = person.opens(ledger)
        for button in tab().buttons:
            assert person.reads(button.label) == button.label

        person.clicks("生成通报")
        said = person.closes("项目60个")
        assert said.endswith("可按“撤回上一步”恢复原样。")
        assert "督导总览" in document.Sheets.ElementNames
        assert document.CurrentController.ActiveSheet.Name == "督导总览"
        assert ledger.read_bytes() == before

        person.clicks("撤回上一步")
        person.closes("已撤回")
        (again,) = person.office.documents()
        assert again.Sheets.ElementNames == ("重点项目台账",)

        person.enlarges(again)
        person.clicks("截止日期：自动")
        person.types("2026年13月", above="确定")
        person.reads("“2026年13月”不是日期")
        person.types("2026年5月", above="确定")  # what was written is marked, and so replaced
        assert person.reads("截止日期：2026") == "截止日期：2026-05-31"

        person.clicks("亮灯表")
        assert "截止日期：2026-05-31（按您填的日期）。" in person.closes("项目60个")
        assert "亮灯表" in again.Sheets.ElementNames


def test_a_double_click_counts_once(profile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger = tmp_path / "county.xlsx"
    shutil.copy(FOLDER / "county.xlsx", ledger)
    with clerk(copied(profile, tmp_path), monkeypatch) as person:
        document = person.opens(ledger)
        person.clicks("识别台账", times=2)
        person.closes("【重点项目台账】")
        assert not person.shows("上一步还没有结束")
        assert list(document.Sheets.ElementNames) == ["重点项目台账", "台账识别"]
        assert len(list(tmp_path.glob("county_督导备份*"))) == 1


def test_what_is_being_typed_is_in_its_cell_before_the_work(
    profile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger = tmp_path / "county.xlsx"
    shutil.copy(FOLDER / "county.xlsx", ledger)
    with clerk(copied(profile, tmp_path), monkeypatch) as person:
        document = person.opens(ledger)
        sheet = document.Sheets.getByIndex(0)
        document.CurrentController.select(sheet.getCellRangeByName("B4"))
        person.types_into_cells("Typed")
        person.clicks("识别台账")
        person.closes("【重点项目台账】")
        assert sheet.getCellRangeByName("B4").String == "Typed"
        assert document.Sheets.getByName("台账识别").getCellRangeByName("B4").String != "Typed"

        document.CurrentController.setActiveSheet(sheet)
        document.CurrentController.select(sheet.getCellRangeByName("B5"))
        person.types_into_cells("=SUM(")
        person.clicks("亮灯表")
        person.closes("正在编辑单元格")
        assert "亮灯表" not in document.Sheets.ElementNames


def test_a_long_message_is_shown_with_a_scroll_bar(
    profile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(FOLDER / "county.xlsx", tmp_path)
    with clerk(copied(profile, tmp_path), monkeypatch) as person:
        document = person.opens(tmp_path / "county.xlsx")
        from addin.libreoffice.buttons import dialogs  # needs UNO, which the clerk has found

        text = "\n".join(f"第{row}行：这些单元格原来有内容，没有动。" for row in range(40))
        window = document.CurrentController.Frame.ContainerWindow
        showing = Thread(target=dialogs.tell, args=(person.office.context, window, "done", text))
        showing.start()
        person.clicks("确定")
        showing.join(LONGEST)
        assert not showing.is_alive()
