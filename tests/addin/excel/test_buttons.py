"""The buttons' VBA, run by pyOpenVBA against a stub of Python: a click, and what the clerk is told."""

from pathlib import Path

import pytest
from pyopenvba.interpreter import NOTHING, VBAArray, VBAObject, method
from xlsxwriter import Workbook

from addin.ribbon import Button, tab
from tests.addin.excel.desk import PYTHON_FAILED, SERVER_GONE, Control, Desk, Server

INFORMATION, EXCLAMATION, CRITICAL = 64, 48, 16
CANCEL = 2
AUTOMATIC, MANUAL = -4105, -4135


def pressed(kind: str, text: str, path: str = "") -> VBAArray:
    return VBAArray([(0, 2)], items=[kind, text, path])


def press(desk: Desk, button: str = "report") -> None:
    desk.run(f"DudaoPress_{button}", Control(button))


@pytest.mark.parametrize("button", tab().buttons, ids=lambda button: button.id)
def test_a_click_hands_the_workbook_in_front_to_python(button: Button) -> None:
    server = Server(pressed("done", "做好了"))
    desk = Desk([server])
    press(desk, button.id)
    call = server.calls[-1]
    assert (call.module, call.function, call.arguments) == ("addin.served", "press", [button.id, ""])
    assert call.book is desk.book
    assert desk.messages == [("做好了", INFORMATION)]


@pytest.mark.parametrize(
    ("kind", "style"),
    [("done", INFORMATION), ("refused", EXCLAMATION), ("failed", CRITICAL), ("open", INFORMATION)],
)
def test_the_message_looks_as_what_came_of_it(kind: str, style: int) -> None:
    desk = Desk([Server(pressed(kind, "一句话"))])
    press(desk)
    assert desk.messages == [("一句话", style)]


def test_with_no_workbook_open_python_says_what_to_do() -> None:
    server = Server(pressed("refused", "请先打开台账。"))
    desk = Desk([server])
    desk.excel.active_book = None
    press(desk)
    assert server.calls[-1].book is NOTHING
    assert desk.messages == [("请先打开台账。", EXCLAMATION)]


@pytest.mark.parametrize(
    "path",
    [
        r"C:\Users\a\AppData\Local\Kingsoft\WPS Office\12.1.0.16250\office6",
        r"D:\Program Files (x86)\WPS Office\11.8.2.1\office6",
    ],
)
def test_wps_is_never_driven_though_python_answers(path: str) -> None:
    server = Server(pressed("done", "好了"))
    desk = Desk([server])
    desk.excel.path = path
    press(desk)
    assert "press" not in server.asked
    assert desk.messages[0][0].startswith("在这里不能直接改打开的工作簿，改用文件方式")


def test_a_workbook_in_protected_view_must_be_enabled_first() -> None:
    desk = Desk([Server(pressed("refused", "请先打开台账。"))])
    desk.excel.active_book = None
    desk.excel.protected_views = 1
    press(desk)
    [(text, style)] = desk.messages
    assert "启用编辑" in text
    assert style == EXCLAMATION


@pytest.mark.parametrize("views", [0, None])
def test_without_protected_view_python_has_the_word(views: int | None) -> None:
    desk = Desk([Server(pressed("refused", "请先打开台账。"))])
    desk.excel.active_book = None
    desk.excel.protected_views = views
    press(desk)
    assert desk.messages == [("请先打开台账。", EXCLAMATION)]


def test_help_is_opened_whatever_is_in_protected_view() -> None:
    desk = Desk([Server(pressed("open", "", r"C:\项目督导\说明.html"))])
    desk.excel.active_book = None
    desk.excel.protected_views = 1
    press(desk, "help")
    assert desk.add_in.followed == [r"C:\项目督导\说明.html"]


def test_with_neither_workbook_nor_python_the_clerk_is_asked_for_the_workbook() -> None:
    desk = Desk()
    desk.excel.active_book = None
    press(desk)
    assert desk.messages == [("没有打开的工作簿，请先打开台账，再点“生成通报”。", EXCLAMATION)]


def test_excel_does_not_ask_whether_to_go_on_waiting_while_python_works() -> None:
    asks: list[bool] = []
    desk = Desk()

    def work() -> VBAArray:
        asks.append(desk.excel.display_alerts)
        return pressed("done", "做好了")

    desk.serve(Server(work))
    press(desk)
    assert asks == [False]
    assert desk.excel.display_alerts


def test_without_python_excels_own_questions_are_asked_as_before() -> None:
    desk = Desk()
    desk.app.answer_dialogs(CANCEL)
    press(desk)
    assert desk.excel.display_alerts


def test_the_status_bar_is_given_back_after_the_start() -> None:
    desk = Desk([Server(pressed("done", "做好了"))])
    press(desk)
    assert desk.excel.status_bar is False


class TestMessages:
    def test_a_long_text_is_cut_at_the_end_of_a_line_before_it_is_too_long(self) -> None:
        lines = [f"第{number}行：" + "超期" * 20 for number in range(40)]
        desk = Desk([Server(pressed("done", "\n".join(lines)))])
        press(desk)
        [(text, _)] = desk.messages
        *shown, last = text.split("\n")
        assert last == "……（太长，只显示前面的部分）"
        assert shown == lines[: len(shown)]
        assert 800 < width("\n".join(shown)) <= 1000

    def test_a_long_line_is_cut_within(self) -> None:
        desk = Desk([Server(pressed("done", "长" * 2000))])
        press(desk)
        [(text, _)] = desk.messages
        assert text.split("\n") == ["长" * 500, "……（太长，只显示前面的部分）"]

    @pytest.mark.parametrize("text", ["长" * 500, "x" * 1000, "第一行\n第二行"])
    def test_a_text_that_fits_is_whole(self, text: str) -> None:
        desk = Desk([Server(pressed("done", text))])
        press(desk)
        assert desk.messages == [(text, INFORMATION)]


class TestResultFiles:
    def test_a_workbook_is_opened_and_comes_to_front(self, tmp_path: Path) -> None:
        result = tmp_path / "台账_通报.xlsx"
        Workbook(result).close()
        desk = Desk([Server(pressed("done", "已生成通报。", str(result)))])
        press(desk)
        assert desk.app.workbook.name == "台账_通报.xlsx"
        assert desk.messages == [("已生成通报。", INFORMATION)]

    def test_any_other_file_is_opened_by_its_own_program(self) -> None:
        desk = Desk([Server(pressed("open", "", r"C:\项目督导\说明.html"))])
        press(desk)
        assert desk.add_in.followed == [r"C:\项目督导\说明.html"]
        assert desk.messages == []

    def test_a_file_that_does_not_open_is_named(self) -> None:
        desk = Desk([Server(pressed("open", "", r"C:\项目督导\没有.html"))])
        desk.add_in.follows = False
        press(desk)
        text = "结果已经做好，但没能自动打开，请自己打开：\n" + r"C:\项目督导\没有.html"
        assert desk.messages == [(text, EXCLAMATION)]


class TestBrokenConnection:
    def test_work_on_a_workbook_is_never_done_twice(self) -> None:
        server = Server(SERVER_GONE)
        desk = Desk([server])
        press(desk)
        assert server.asked.count("press") == 1
        [(text, style)] = desk.messages
        assert "撤回上一步" in text
        assert style == CRITICAL

    def test_a_server_that_died_before_is_started_anew(self) -> None:
        dead, alive = Server(pressed("done", "一"), SERVER_GONE), Server(pressed("done", "二"))
        desk = Desk([dead, alive])
        press(desk)
        dead.greets = False
        press(desk)
        assert [text for text, _ in desk.messages] == ["一", "二"]
        assert dead.asked.count("press") == 1

    def test_an_error_of_python_shows_no_trace_and_gives_excel_back_as_it_was(self) -> None:
        desk = Desk()

        def halfway() -> Exception:
            desk.excel.screen_updating = desk.excel.display_alerts = desk.excel.enable_events = False
            desk.excel.calculation = MANUAL
            desk.excel.status_bar = "正在写入…"
            return PYTHON_FAILED

        desk.serve(Server(halfway))
        press(desk)
        [(text, style)] = desk.messages
        assert "Traceback" not in text
        assert style == CRITICAL
        assert desk.excel.screen_updating and desk.excel.display_alerts and desk.excel.enable_events
        assert desk.excel.calculation == AUTOMATIC
        assert desk.excel.status_bar is False

    def test_a_button_tries_however_lately_python_failed(self) -> None:
        desk = Desk()
        desk.run("SHARE", 1.0)
        desk.app.answer_dialogs(CANCEL)
        press(desk)
        assert desk.starts == 2


class TestDate:
    @pytest.mark.parametrize(
        ("written", "day"),
        [
            ("2026-06-30", "2026-06-30"),
            ("2026-6-3", "2026-06-03"),
            ("2026/6/30", "2026-06-30"),
            ("2026.6.30", "2026-06-30"),
            ("2026年6月30日", "2026-06-30"),
            (" 20260630 ", "2026-06-30"),
            ("2028-2-29", "2028-02-29"),
            ("", ""),
        ],
    )
    def test_a_date_goes_to_python_as_year_month_day(self, written: str, day: str) -> None:
        server = Server(pressed("done", "做好了"))
        desk = Desk([server])
        desk.run("DudaoDateChanged", Control(), written)
        press(desk)
        assert server.calls[-1].arguments == ["report", day]
        assert desk.run("DudaoDate.AsOfDay") == day
        assert len(desk.messages) == 1

    @pytest.mark.parametrize(
        "written", ["2026-02-30", "6-30", "2026-6", "2026-13-1", "30", "明天", "2026-6-30-1", "2026-6-x"]
    )
    def test_what_is_no_date_is_told_and_the_day_stays(self, written: str) -> None:
        desk = Desk()
        desk.run("DudaoDateChanged", Control(), "2026-06-30")
        desk.run("DudaoDateChanged", Control(), written)
        assert desk.messages == [(f"看不懂日期“{written}”。请写成2026-06-30，或者清空（自动）。", EXCLAMATION)]
        assert desk.run("DudaoDate.AsOfDay") == "2026-06-30"

    def test_the_box_is_drawn_anew_as_the_day_was_understood(self) -> None:
        drawn: list[str] = []

        class Ribbon(VBAObject):
            @method
            def InvalidateControl(self, ControlID: str) -> None:  # noqa: N802, N803
                drawn.append(ControlID)

        desk = Desk()
        desk.run("DudaoLoaded", Ribbon())
        desk.run("DudaoDateChanged", Control("as_of"), "2026.6.30")
        assert drawn == ["as_of"]


def width(text: str) -> int:
    return sum(1 if character.isascii() else 2 for character in text)
