"""What goes wrong in a real LibreOffice leaves the ledger whole, is said plainly, and the next press works."""

import shutil
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
import xlwings

from addin import live
from addin.macros import Macro
from workbooks.hosts import live_sheets
from workbooks.libreoffice import start
from workbooks.samples import samples

LEDGER = next(sample.path for sample in samples() if sample.path.stem == "county")
OURS = ["督导总览", "亮灯表", "排名", "督办清单", "数据问题"]


@pytest.fixture
def file(tmp_path: Path, office: xlwings.App) -> Path:
    """Return a ledger; with `office` the test is skipped where LibreOffice is missing."""
    return Path(shutil.copy(LEDGER, tmp_path / "台账.xlsx"))


def names(book: xlwings.Book) -> list[str]:
    return [sheet.name for sheet in book.sheets]


@pytest.mark.parametrize("moment", ["_take_in", "_opened", "_pointers"])
def test_libreoffice_that_dies_in_the_midst_leaves_the_file_whole_and_the_next_one_works(
    moment: str, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    profile, before = tmp_path / "配置", file.read_bytes()
    with start(profile=profile) as app:
        book = app.books.open(str(file))
        monkeypatch.setattr(live_sheets, moment, killing(app, getattr(live_sheets, moment)))
        died = live.press("report", "", book)
    assert (died.kind, "表格程序已关闭" in died.text) == ("refused", True), died
    assert file.read_bytes() == before
    monkeypatch.undo()
    with start(profile=profile) as app:
        book = app.books.open(str(file))
        assert live.press("report", "", book).kind == "done"
        assert names(book)[1:] == OURS


def killing(app: xlwings.App, work: Callable[..., object]) -> Callable[..., object]:
    """Return the work with LibreOffice killed before it."""

    def killed(*given: object) -> object:
        app.kill()
        return work(*given)

    return killed


def test_a_file_that_another_libreoffice_holds_is_left_alone_with_a_sentence(file: Path, office: xlwings.App) -> None:
    before = file.read_bytes()
    with start() as other:
        theirs = other.books.open(str(file))
        theirs.sheets[0].range("A1").value = "正在改"
        with pytest.raises(OSError):
            office.books.open(str(file))
        book = office.books.open(str(file), read_only=True)  # what LibreOffice offers the clerk
        try:
            refused = live.press("report", "", book)
        finally:
            book.close()
        assert (refused.kind, "只读" in refused.text) == ("refused", True), refused
        assert theirs.sheets[0].range("A1").value == "正在改"
        assert file.read_bytes() == before
    book = office.books.open(str(file))
    assert live.press("report", "", book).kind == "done"
    book.close()


def test_a_macro_that_fails_leaves_the_workbook_as_it_was_and_usable(
    file: Path, office: xlwings.App, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = office.books.open(str(file))
    before, settings = names(book), (office.screen_updating, office.status_bar, office.calculation)

    def fails(job: object) -> object:
        raise ZeroDivisionError("a fault of ours")

    monkeypatch.setattr(live, "macro", lambda button: SimpleNamespace(changes=True, run=fails))
    failed = live.press("report", "", book)
    assert failed.kind == "failed"
    assert "ZeroDivisionError" not in failed.text
    assert (names(book), (office.screen_updating, office.status_bar, office.calculation)) == (before, settings)
    monkeypatch.undo()
    assert live.press("report", "", book).kind == "done"
    assert names(book) == [*before, *OURS]
    book.close()
    assert isinstance(live.macro("report"), Macro)
