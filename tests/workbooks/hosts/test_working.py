"""The spreadsheet program while we work in it."""

from pathlib import Path

import pytest
import xlwings

from tests.fake_excel import FakeApp, opened
from tests.workbooks.hosts.books import ledger_file
from workbooks.hosts.working import working

QUIET = {"screen_updating": False, "display_alerts": False, "enable_events": False, "status_bar": "正在生成通报……"}


@pytest.fixture
def app() -> FakeApp:
    return FakeApp()


@pytest.fixture
def book(app: FakeApp, tmp_path: Path) -> xlwings.Book:
    return opened(ledger_file(tmp_path), app)


def test_it_is_quiet_meanwhile_and_says_what_is_done(app: FakeApp, book: xlwings.Book) -> None:
    with working(book, "正在生成通报……"):
        assert {setting: app._state[setting] for setting in QUIET} == QUIET


@pytest.mark.parametrize("error", [None, ValueError])
def test_everything_is_put_back(app: FakeApp, book: xlwings.Book, error: type[Exception] | None) -> None:
    app._state |= {"status_bar": "别的插件的话", "calculation": "manual", "enable_events": False}
    before = dict(app._state)
    try:
        with working(book, "……"):
            book.app.calculation = "automatic"
            if error:
                raise error
    except ValueError:
        assert error
    assert app._state == before


def test_where_the_program_dies_its_death_is_what_is_heard(app: FakeApp, book: xlwings.Book) -> None:
    with pytest.raises(Exception) as told, working(book, "……"):
        app.faults.dies_after = 0
        book.sheets[0].name  # noqa: B018
    assert getattr(told.value, "hresult", None)


def test_the_way_of_calculating_is_not_set_where_it_did_not_change(app: FakeApp, book: xlwings.Book) -> None:
    changes = app.faults.changes
    with working(book, "……"):
        pass
    assert app.faults.changes - changes == 2 * len(QUIET)
