"""The buttons in a LibreOffice that has the extension, pressed by dispatch as menu, toolbar and programs do."""

import re
import shutil
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from addin.libreoffice.identity import TOOLBARS
from addin.ribbon import tab
from workbooks.libreoffice.office import Office
from workbooks.libreoffice.uno_words import properties, struct, uno
from workbooks.samples import FOLDER

AS_OF = "2026-06-30"
LONGEST = 60  # seconds that a click may take on a slow machine; nothing waits that long otherwise
REPORT = ["督导总览", "亮灯表", "排名", "督办清单", "数据问题"]
WRITTEN = {
    "inspect": ["台账识别"],
    "check": ["数据问题"],
    "progress": [],
    "report": REPORT,
    "lights": ["亮灯表"],
    "supervision": ["督办清单"],
}
"""The sheets that a button adds."""


class Desk:
    """An open ledger and its window, as a program in front of it sees them. path: its file."""

    def __init__(self, office: Office, path: Path) -> None:
        self._office, self.path = office, path
        self.document = office.desktop.loadComponentFromURL(path.as_uri(), "_blank", 0, properties(Hidden=True))

    @property
    def frame(self) -> Any:
        return self.document.CurrentController.Frame

    @property
    def sheets(self) -> list[str]:
        return list(self.document.Sheets.ElementNames)

    def press(self, command: str, **arguments: str) -> tuple[str, ...]:
        """Press a button; return kind, text, path."""
        helper = self._office.service("frame.DispatchHelper")
        result = helper.executeDispatch(self.frame, f"dudao:{command}", "", 0, properties(**arguments))
        assert bool(result.State) == (result.Result[0] in ("done", "open"))
        return tuple(result.Result)

    def dispatch(self, command: str) -> tuple[Any, Any]:
        """Return what answers the command, and its address."""
        url = struct("util.URL")
        url.Complete = f"dudao:{command}"
        _, url = self._office.service("util.URLTransformer").parseStrict(url)
        return self.frame.queryDispatch(url, "", 0), url

    def reopened(self) -> None:
        """Take the document that has been opened anew in place of ours."""
        (self.document,) = [each for each in self._office.documents() if self.path.as_uri() == each.URL]


@pytest.fixture
def opened(installed: Office, tmp_path: Path) -> Iterator[Callable[[str], Desk]]:
    """Return what opens a copy of a shipped ledger, 截止日期 being automatic."""
    desks: list[Desk] = []

    def opening(name: str) -> Desk:
        path = tmp_path / name
        shutil.copy(FOLDER / name, path)
        desks.append(Desk(installed, path))
        desks[-1].press("as_of", Text="")
        return desks[-1]

    yield opening
    for document in installed.documents():
        document.close(True)


@pytest.fixture
def county(opened: Callable[[str], Desk]) -> Desk:
    return opened("county.xlsx")


def configured(office: Office, path: str) -> Any:
    provider = office.service("configuration.ConfigurationProvider")
    node = properties(nodepath=path)
    return provider.createInstanceWithArguments("com.sun.star.configuration.ConfigurationAccess", node)


def test_menu_and_toolbar_are_in_libreoffices_configuration(installed: Office) -> None:
    menu = configured(installed, "/org.openoffice.Office.Addons/AddonUI/OfficeMenuBar").getByName("dudao")
    assert menu.Title == tab().label
    titles = [menu.Submenu.getByName(name).Title for name in sorted(menu.Submenu.ElementNames)]
    assert [title for title in titles if title] == [
        line for group in tab().groups for line in [*(b.label for b in group.buttons), *date_of(group.id)]
    ]
    states = configured(installed, "/org.openoffice.Office.UI.CalcWindowState/UIElements/States")
    assert {bar: states.getByName(bar).UIName for bar in TOOLBARS} == TOOLBARS


def date_of(group: str) -> list[str]:
    return [tab().date.label] if group == tab().date.group else []


def test_each_command_is_answered_in_calc(county: Desk) -> None:
    for command in [*(button.id for button in tab().buttons), tab().date.id]:
        answered, _ = county.dispatch(command)
        assert answered.supportsService("com.sun.star.frame.ProtocolHandler"), command


@pytest.mark.parametrize("button", WRITTEN)
def test_a_button_writes_its_sheets_into_the_open_ledger_and_leaves_the_file_alone(button: str, county: Desk) -> None:
    before, sheets = county.path.read_bytes(), county.sheets
    kind, text, path = county.press(button)
    assert (kind, path) == ("done", ""), text
    assert text.endswith("可按“撤回上一步”恢复原样。")
    assert county.sheets == sheets + WRITTEN[button]
    assert county.path.read_bytes() == before
    assert county.document.isModified()


def test_the_sheet_that_was_made_is_shown(county: Desk) -> None:
    county.press("report")
    assert county.document.CurrentController.ActiveSheet.Name == REPORT[0]


def test_the_ledger_itself_stays_as_it_is(county: Desk) -> None:
    sheet = county.document.Sheets.getByIndex(0)
    cells = sheet.getCellRangeByName("A1:X70")
    before = cells.getFormulaArray()
    county.press("report")
    assert cells.getFormulaArray() == before


def test_progress_is_written_beside_the_ledger(county: Desk) -> None:
    county.press("progress")
    header = county.document.Sheets.getByIndex(0).getCellRangeByName("Y3:AB3").getDataArray()
    assert header == (("完成率（督导）", "序时进度", "进度差（百分点）", "亮灯"),)


def test_marks_are_set_and_cleared(opened: Callable[[str], Desk]) -> None:
    desk = opened("mistakes.xlsx")
    notes = desk.document.Sheets.getByIndex(0).Annotations
    before = notes.Count
    assert desk.press("check")[0] == "done"
    assert notes.Count > before
    assert desk.press("unmark")[0] == "done"
    assert notes.Count == before


def test_what_a_button_refuses_it_says(county: Desk) -> None:
    kind, text, _ = county.press("unmark")
    assert (kind, text) == ("refused", "工作簿里没有督导加的标记，不用清除。")


def test_help_is_a_page_that_the_extension_carries(county: Desk) -> None:
    kind, text, path = county.press("help")
    assert (kind, text) == ("open", "")
    assert "项目督导" in Path(path).read_text("utf-8")
    assert Path(path).parts[-4:] == ("addin", "help", "pages", "manual.zh-CN.html")


def test_undo_opens_the_ledger_anew_as_it_was(county: Desk) -> None:
    sheets = county.sheets
    county.press("report")
    kind, text, _ = county.press("undo")
    assert kind == "done", text
    county.reopened()
    assert county.sheets == sheets
    assert county.press("report")[0] == "done"


def test_undo_ends_libreoffice_not_even_where_it_closes_the_last_document(installed: Office, county: Desk) -> None:
    for _ in range(3):
        county.press("report")
        county.press("undo")
        county.reopened()
    assert [each.URL for each in installed.documents()] == [county.path.as_uri()]


def test_the_chosen_day_holds_until_another_is_chosen(county: Desk) -> None:
    assert county.press("as_of", Text="2026年5月") == ("done", "截止日期：2026-05-31", "")
    assert "截止日期：2026-05-31（按您填的日期）。" in county.press("report")[1]
    assert county.press("as_of", Text=" ") == ("done", "截止日期：自动", "")
    assert "截止日期：2026-06-30（按台账写明的报告期）。" in county.press("report")[1]


def test_what_is_no_date_is_refused_and_the_day_stays(county: Desk) -> None:
    county.press("as_of", Text=AS_OF)
    kind, text, _ = county.press("as_of", Text="下月底")
    assert kind == "refused"
    assert "“下月底”不是日期" in text
    assert f"截止日期：{AS_OF}（按您填的日期）。" in county.press("report")[1]


def test_a_command_that_nobody_knows_is_refused(county: Desk) -> None:
    assert county.press("nothing") == ("refused", "没有“nothing”这个按钮。", "")


def test_the_work_is_done_in_the_document_of_the_frame_whatever_else_is_open(opened: Callable[[str], Desk]) -> None:
    ledger, other = opened("county.xlsx"), opened("city.xlsx")
    before = other.sheets
    ledger.press("lights")
    assert "亮灯表" in ledger.sheets
    assert other.sheets == before


def test_a_workbook_never_saved_is_to_be_saved_first(installed: Office, county: Desk) -> None:
    fresh = installed.desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, properties(Hidden=True))
    county.document.close(True)
    county.document = fresh
    kind, text, _ = county.press("report")
    assert kind == "refused"
    assert "还没有保存过" in text


def test_a_click_is_answered_later_and_without_windows_shows_nothing(county: Desk, installed: Office) -> None:
    """A menu, a toolbar or a key asks for no result: the work begins when LibreOffice is done with the click."""
    dispatch, url = county.dispatch("lights")
    dispatch.dispatch(url, ())
    assert "亮灯表" not in county.sheets
    until = time.monotonic() + LONGEST
    while not (done := "亮灯表" in county.sheets and county.press("help")[0] == "open") and time.monotonic() < until:
        installed.settle()
    assert done


def test_toolbar_and_menu_are_told_label_and_tooltip(county: Desk) -> None:
    told = listened(county, "report")
    button = tab().button("report")
    label, tip = told
    assert label == button.label
    assert (tip.Command, tip.Arguments[0].Name) == ("SetQuickHelpText", "HelpText")
    assert tip.Arguments[0].Value == f"{button.screentip}\n{button.supertip}"


def test_the_label_of_the_date_shows_the_day_and_follows_it(county: Desk) -> None:
    told = listened(county, "as_of")
    assert told[0] == "截止日期：自动"
    assert "LibreOffice" in told[1].Arguments[0].Value
    county.press("as_of", Text="2026-3-31")
    assert told[-2] == "截止日期：2026-03-31"


def listened(desk: Desk, command: str) -> list[Any]:
    """Return what a listener to a command is told, now and later."""
    uno()
    import unohelper
    from com.sun.star.frame import XStatusListener

    told: list[Any] = []

    class Listening(unohelper.Base, XStatusListener):  # type: ignore[misc]
        def statusChanged(self, event: Any) -> None:  # noqa: N802
            assert event.IsEnabled
            told.append(event.State)

        def disposing(self, event: Any) -> None:
            pass

    dispatch, url = desk.dispatch(command)
    dispatch.addStatusListener(Listening(), url)
    return told


def test_a_workbook_that_can_hold_no_sheets_of_ours_gets_the_result_beside_it(opened: Callable[[str], Desk]) -> None:
    desk = opened("port_2010.xls")
    kind, text, path = desk.press("report")
    assert kind == "done", text
    assert Path(path).parent == desk.path.parent
    assert Path(path).suffix == ".xlsx"


def test_the_copy_before_a_change_has_the_functions_by_excels_names(county: Desk) -> None:
    county.document.Sheets.getByIndex(0).getCellRangeByName("AG4").getCellByPosition(0, 0).setFormula("=完成率(50;200)")
    assert county.press("check")[0] == "done"
    (copy,) = county.path.parent.glob("county_督导备份*")
    with zipfile.ZipFile(copy) as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
    assert re.search(r"<f[^>]*>完成率\(50,200\)</f>", sheet)
    assert "DUDAO.FUNCTIONS" not in sheet


def test_after_a_button_libreoffice_has_nothing_of_its_own_to_undo(county: Desk) -> None:
    steps = county.document.UndoManager
    county.document.Sheets.getByIndex(0).getCellRangeByName("AZ99").getCellByPosition(0, 0).setString("改")
    assert county.press("unmark")[0] == "refused"
    assert steps.isUndoPossible()  # the clerk's own
    assert county.press("progress")[0] == "done"
    assert not steps.isUndoPossible() and not steps.isLocked()
    assert county.press("undo")[0] == "done"
    county.reopened()


def test_a_result_opens_on_its_first_sheet(opened: Callable[[str], Desk], installed: Office) -> None:
    desk = opened("port_2010.xls")
    dispatch, url = desk.dispatch("report")
    dispatch.dispatch(url, ())  # as a click does
    until = time.monotonic() + LONGEST

    def results() -> list[Any]:
        return [document for document in installed.documents() if document.URL.endswith(".xlsx")]

    while not (results() and desk.press("help")[0] == "open") and time.monotonic() < until:
        installed.settle()
    (result,) = results()
    assert result.CurrentController.ActiveSheet.Name == "督导总览"
    result.close(True)
    assert desk.press("undo")[1] == "“port_2010.xls”没有改过，不用撤回：每次的结果都写在旁边的新文件里。"
