"""The function server's life: it comes when asked, goes when nobody uses it, and survives being killed."""

from importlib.metadata import version

from tests.windows.conftest import Ask
from tests.windows.wine import USER, Wine

HELLO = ("addin.served", "hello")


def test_it_says_its_version(ask: Ask) -> None:
    assert ask(HELLO) == [version("dudao")]


def test_a_button_without_a_workbook_gets_a_plain_sentence(ask: Ask) -> None:
    assert ask(("addin.served", "press", "report", "2026-06-30")) == [
        ["refused", "没有打开的工作簿，请先打开台账，再按按钮。", ""]
    ]


def test_one_server_serves_all_and_ends_when_nobody_uses_it(ask: Ask) -> None:
    assert ask(client="server_ends.py") == [1, 0]


def test_after_a_kill_the_next_creation_starts_another(ask: Ask, installed: Wine) -> None:
    assert ask(client="kill_server.py") == [version("dudao"), "gone"]
    installed.restart()  # Wine 8 goes on handing out the dead server until it is started anew; Windows does not
    assert ask(HELLO) == [version("dudao")]


def test_its_log_says_when_it_ran_and_nothing_of_what_it_was_asked(ask: Ask, installed: Wine) -> None:
    ask(("udfs.excel", "COMPLETION_RATE", "某某化工项目", 5.0))
    logged = installed.path(f"{USER}\\AppData\\Local\\dudao\\日志\\函数服务.log").read_text(encoding="utf-8")
    assert "serving" in logged
    assert "化工" not in logged
