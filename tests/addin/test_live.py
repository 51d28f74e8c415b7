"""A button pressed on an open workbook: what it leaves, what it puts back, what it says. On the Excel in memory."""

from pathlib import Path

import pytest
import xlwings

from addin.live import press
from addin.macros import Macro, available, macro
from tests.fake_excel import FakeApp, Faults, opened
from workbooks.backups import journal_path
from workbooks.hosts.live_reading import read
from workbooks.samples import samples

SAMPLES = {sample.path.stem: sample.path for sample in samples()}
CHANGING = [button for button in available() if isinstance(work := macro(button), Macro) and work.changes]


@pytest.fixture
def app() -> FakeApp:
    return FakeApp()


@pytest.fixture
def file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    file = tmp_path / "台账.xlsx"
    file.write_bytes(SAMPLES[getattr(request, "param", "county")].read_bytes())
    return file


@pytest.fixture
def book(file: Path, app: FakeApp) -> xlwings.Book:
    return opened(file, app)


def names(book: xlwings.Book) -> list[str]:
    return [sheet.name for sheet in book.sheets]


def front(app: FakeApp) -> xlwings.Book:
    return xlwings.App(impl=app).books["台账.xlsx"]


def copies(file: Path) -> list[Path]:
    return sorted(file.parent.glob("*督导备份*"))


class TestReport:
    def test_the_sheets_stand_in_the_open_workbook_and_the_first_is_shown(self, book: xlwings.Book):
        before = names(book)
        done = press("report", "", book)
        assert done.kind == "done", done.text
        assert names(book) == [*before, "督导总览", "亮灯表", "排名", "督办清单", "数据问题"]
        assert book.sheets.active.name == "督导总览"

    def test_the_answer_says_the_figures_the_day_and_the_way_back(self, book: xlwings.Book):
        lines = press("report", "", book).text.splitlines()
        assert lines[0] == "项目60个，完成率48.79%，序时进度50.00%；绿灯41、黄灯5、红灯8、不评6。"
        assert "截止日期：2026-06-30（按台账写明的报告期）。" in lines
        assert lines[-1] == "可按“撤回上一步”恢复原样。"

    def test_the_file_on_the_disk_is_the_clerks_to_save(self, book: xlwings.Book, file: Path):
        press("report", "", book)
        assert file.read_bytes() == SAMPLES["county"].read_bytes()

    def test_the_clerks_day_counts(self, book: xlwings.Book):
        assert "截止日期：2026-05-31（按您填的日期）。" in press("report", "2026-05-31", book).text

    def test_again_it_replaces_its_sheets(self, book: xlwings.Book):
        press("report", "", book)
        before = names(book)
        press("report", "", book)
        assert names(book) == before

    def test_a_sheet_that_the_clerk_has_hidden_stays_hidden(self, book: xlwings.Book):
        press("report", "", book)
        book.sheets["亮灯表"].api.Activate()
        book.sheets["督导总览"].visible = False
        assert press("report", "", book).kind == "done"
        assert not book.sheets["督导总览"].visible


class TestTheProgram:
    """Excel itself is as it was before, whatever comes of the work."""

    @pytest.mark.parametrize("button", CHANGING)
    @pytest.mark.parametrize("file", ["mistakes"], indirect=True)
    def test_its_settings_are_put_back(self, button: str, book: xlwings.Book, app: FakeApp):
        before = dict(app._state)
        press(button, "", book)
        assert app._state == before

    def test_so_they_are_when_the_work_fails(
        self, book: xlwings.Book, app: FakeApp, monkeypatch: pytest.MonkeyPatch, file: Path
    ):
        def failing(job: object) -> None:
            raise RuntimeError("坏了")

        monkeypatch.setattr("addin.macros.report.run", failing)
        before = dict(app._state)
        assert press("report", "", book).kind == "failed"
        assert app._state == before

    def test_the_status_bar_says_what_is_being_done(
        self, book: xlwings.Book, app: FakeApp, monkeypatch: pytest.MonkeyPatch
    ):
        seen = []
        monkeypatch.setattr("addin.macros.undo.run", lambda job: seen.append(app._state["status_bar"]))
        press("undo", "", book)
        assert seen == ["项目督导：正在撤回上一步……"]


class TestUndo:
    """撤回上一步 gives back the workbook as it was before the last button."""

    @pytest.mark.parametrize("button", sorted(set(CHANGING) - {"unmark", "compare", "ratchet", "slips"}))
    @pytest.mark.parametrize("file", ["mistakes"], indirect=True)
    def test_every_step_is_taken_back(self, button: str, book: xlwings.Book, app: FakeApp, file: Path):
        before = [(grid.name, grid.rows) for grid in read(book).grids]
        press(button, "", book)
        undone = press("undo", "", book)
        assert undone.kind == "done", undone.text
        again = front(app)
        assert [(grid.name, grid.rows) for grid in read(again).grids] == before
        assert copies(file) == []

    def test_edits_not_yet_saved_come_back_too(self, book: xlwings.Book, app: FakeApp):
        book.sheets[0]["B4"].value = "改过的名称"
        press("report", "", book)
        press("undo", "", book)
        again = front(app)
        assert again.sheets[0]["B4"].value == "改过的名称"

    def test_nothing_to_take_back_is_said(self, book: xlwings.Book):
        refused = press("undo", "", book)
        assert (refused.kind, refused.text) == ("refused", "“台账.xlsx”没有可以撤回的操作。")

    def test_what_the_clerk_typed_since_is_never_lost(self, book: xlwings.Book, file: Path):
        press("progress", "", book)
        book.sheets[0]["B4"].value = "改过的名称"
        refused = press("undo", "", book)
        [copy] = copies(file)
        assert refused.kind == "refused"
        assert copy.name in refused.text
        assert book.sheets[0]["B4"].value == "改过的名称"

    def test_a_refused_button_leaves_neither_copy_nor_step(self, book: xlwings.Book, file: Path):
        assert press("unmark", "", book).kind == "refused"
        assert copies(file) == []
        assert not journal_path(file).exists()


class TestRefusals:
    """What keeps a button from working is said in one sentence, and nothing is touched."""

    def test_a_cell_being_edited(self, file: Path):
        faults = Faults()
        book = opened(file, FakeApp(faults))
        faults.editing = True
        refused = press("report", "", book)
        assert refused.kind == "refused"
        assert "请按回车或 Esc 结束编辑" in refused.text

    def test_the_program_that_dies_at_any_call_leaves_the_file_whole(self, tmp_path: Path):
        calls = self._calls(tmp_path)
        for after in range(1, calls, max(1, calls // 12)):
            file = tmp_path / f"{after}" / "台账.xlsx"
            file.parent.mkdir()
            file.write_bytes(SAMPLES["county"].read_bytes())
            faults = Faults()
            book = opened(file, FakeApp(faults))
            faults.dies_after = after
            came = press("check", "", book)
            assert came.kind in ("refused", "failed", "done"), came
            assert "Error" not in came.text
            assert file.read_bytes() == SAMPLES["county"].read_bytes()

    @staticmethod
    def _calls(folder: Path) -> int:
        file = folder / "数.xlsx"
        file.write_bytes(SAMPLES["county"].read_bytes())
        faults = Faults()
        book = opened(file, FakeApp(faults))
        faults.calls = 0
        press("check", "", book)
        return faults.calls

    def test_a_workbook_that_holds_no_ledger(self, tmp_path: Path, app: FakeApp):
        from openpyxl import Workbook

        Workbook().save(tmp_path / "空.xlsx")
        refused = press("report", "", opened(tmp_path / "空.xlsx", app))
        assert refused.kind == "refused"
        assert copies(tmp_path / "空.xlsx") == []


class TestOldFormat:
    """A workbook of an old format can't take our sheets in: the work is done on a copy, and the result is opened."""

    @pytest.fixture
    def book(self, tmp_path: Path, app: FakeApp) -> xlwings.Book:
        file = tmp_path / "旧台账.xls"
        file.write_bytes(SAMPLES["port_2010"].read_bytes())
        return opened(file, app)

    def test_the_result_is_a_new_file_beside_it(self, book: xlwings.Book, tmp_path: Path):
        before = names(book)
        done = press("report", "", book)
        assert (done.kind, done.path) == ("done", str(tmp_path / "旧台账_通报.xlsx")), done.text
        assert Path(done.path).is_file()
        assert names(book) == before
        assert sorted(path.name for path in tmp_path.iterdir()) == ["旧台账.xls", "旧台账_通报.xlsx"]

    def test_there_is_nothing_to_take_back(self, book: xlwings.Book):
        press("report", "", book)
        assert press("undo", "", book).kind == "refused"


def test_the_help_is_a_page_to_open(book: xlwings.Book):
    opening = press("help", "", book)
    assert (opening.kind, opening.text) == ("open", "")
    assert Path(opening.path).is_file()


@pytest.mark.parametrize("button", available())
@pytest.mark.parametrize("sample", sorted(set(SAMPLES) - {"city"}))  # the largest takes too long here
def test_every_button_answers_on_every_shipped_ledger(button: str, sample: str, tmp_path: Path, app: FakeApp):
    file = tmp_path / SAMPLES[sample].name
    file.write_bytes(SAMPLES[sample].read_bytes())
    came = press(button, "", opened(file, app))
    assert came.kind != "failed", came.text
    assert file.read_bytes() == SAMPLES[sample].read_bytes()
