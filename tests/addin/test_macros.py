"""The buttons' work on a host: what each inserts, marks or writes, and what it says. Here on the file host."""

from datetime import date
from pathlib import Path

import pytest

from addin.macros import Job, Macro, Outcome, Page, available, macro
from workbooks.errors import NoLedger, WrongArgument
from workbooks.hosts.file import FileHost
from workbooks.package import Package
from workbooks.reading import read_book
from workbooks.samples import samples
from workbooks.settings import Settings

SAMPLES = {sample.path.stem: sample.path for sample in samples()}
TODAY = date(2026, 11, 22)


@pytest.fixture
def host(request: pytest.FixtureRequest) -> FileHost:
    return FileHost(SAMPLES[getattr(request, "param", "county")])


def press(button: str, host: FileHost, as_of: date | None = None, today: date = TODAY) -> Outcome:
    work = macro(button)
    assert isinstance(work, Macro)
    return work.run(Job(host, Settings.load(None, ()), as_of, today))


def sheets(host: FileHost) -> list[str]:
    return [sheet.name for sheet in host.package.sheets()]


def test_each_button_without_a_macro_is_refused_as_our_own_mistake():
    with pytest.raises(ValueError, match="collect"):
        macro("collect")


def test_every_macro_either_works_on_a_workbook_or_opens_a_page():
    kinds = {button: type(macro(button)) for button in available()}
    assert [button for button, kind in kinds.items() if kind is Page] == ["help"]
    assert set(kinds.values()) == {Macro, Page}


def test_the_help_is_a_file_that_is_there():
    page = macro("help")
    assert isinstance(page, Page)
    assert page.path().is_file()


def test_results_beside_the_ledger_bear_different_names():
    endings = [work.ending for work in map(macro, available()) if isinstance(work, Macro) and work.changes]
    assert len(set(endings)) == len(endings) == 15


class TestDay:
    """At which day a button supervises."""

    def test_the_clerks_day_counts(self, host: FileHost):
        said = press("report", host, date(2026, 5, 31))
        assert "截止日期：2026-05-31（按您填的日期）。" in said.text

    def test_else_the_end_of_the_month_that_the_header_names(self, host: FileHost):
        assert "截止日期：2026-06-30（按台账写明的报告期）。" in press("report", host).text

    def test_a_month_that_is_not_over_yet_is_today(self, host: FileHost):
        said = press("report", host, today=date(2026, 6, 20))
        assert "截止日期：2026-06-20（台账没有写明报告期，按今天）。" in said.text


class TestReport:
    def test_all_sheets_are_inserted_and_the_first_is_shown(self, host: FileHost):
        before = sheets(host)
        said = press("report", host)
        assert sheets(host) == [*before, "督导总览", "亮灯表", "排名", "督办清单", "数据问题"]
        assert said.show == "督导总览"

    def test_the_headline_is_that_of_the_command(self, host: FileHost):
        assert press("report", host).text.splitlines()[0] == (
            "项目60个，完成率48.79%，序时进度50.00%；绿灯41、黄灯5、红灯8、不评6。"
        )

    @pytest.mark.parametrize(("button", "sheet"), [("lights", "亮灯表"), ("supervision", "督办清单")])
    def test_one_sheet_alone(self, button: str, sheet: str, host: FileHost):
        before = sheets(host)
        assert press(button, host).show == sheet
        assert sheets(host) == [*before, sheet]

    def test_one_sheet_alone_leaves_the_others_of_ours(self, host: FileHost):
        press("report", host)
        before = sheets(host)
        press("lights", host)
        assert sheets(host) == before


class TestInspect:
    def test_each_column_stands_in_the_sheet_with_what_it_means(self, host: FileHost, tmp_path: Path):
        said = press("inspect", host)
        assert said.show == "台账识别"
        host.save_as(tmp_path / "识别.xlsx")
        grid = read_book(tmp_path / "识别.xlsx").grids[-1]
        rows = [row for row in grid.rows if row[1] == "重点项目台账"]
        assert {"项目名称", "2026年计划投资", "存在问题"} <= {str(row[3]).split("/")[-1] for row in rows}
        assert "年度计划投资" in {row[4] for row in rows}

    def test_the_ledger_is_told_in_a_line(self, host: FileHost):
        line = press("inspect", host).text.splitlines()[0]
        assert line == "【重点项目台账】项目进度台账，60项，第4—63行，报告期2026年6月"

    def test_a_question_is_told(self, tmp_path: Path):
        from openpyxl import Workbook

        book = Workbook()
        book.active.append(["序号", "项目名称", "年度计划投资", "累计完成投资"])
        for number in range(1, 6):
            book.active.append([number, f"产业园{number}期标准厂房", 5000, 2500 + number])
        book.save(tmp_path / "台账.xlsx")
        said = press("inspect", FileHost(tmp_path / "台账.xlsx"))
        assert "要请您确认" in said.text


class TestCheck:
    @pytest.mark.parametrize("host", ["mistakes"], indirect=True)
    def test_cells_are_marked_and_listed(self, host: FileHost):
        said = press("check", host)
        assert said.text.startswith("共37条：错误17、疑问11、提示9。")
        assert said.show == "数据问题"
        assert FileHost.unmark(host) > 20

    def test_nothing_found_is_said_and_shows_no_list(self, host: FileHost):
        said = press("check", host)
        assert said.text.startswith("没有发现问题。")
        assert said.show is None

    @pytest.mark.parametrize("host", ["mistakes"], indirect=True)
    def test_marks_go_without_a_trace(self, host: FileHost):
        before = {sheet.part: host.package.get(sheet.part or "") for sheet in host.package.sheets()}
        press("check", host)
        assert press("unmark", host).text.startswith("清除了")
        assert {part: host.package.get(part or "") for part in before} == before

    def test_nothing_to_unmark_is_said(self, host: FileHost):
        with pytest.raises(WrongArgument, match="不用清除"):
            press("unmark", host)


class TestReportOfTargets:
    """生成通报 does what the command does where there are only targets."""

    @pytest.mark.parametrize("host", ["targets"], indirect=True)
    def test_its_sheets_are_inserted_and_the_lights_told(self, host: FileHost):
        before = sheets(host)
        said = press("report", host, date(2026, 6, 30))
        assert sheets(host) == [*before, "督导总览", "目标完成", "数据问题"]
        assert said.text.startswith("目标52个；绿灯36、黄灯15、红灯1、不评0。")


class TestProgress:
    def test_the_columns_are_told(self, host: FileHost):
        said = press("progress", host)
        first = said.text.splitlines()[0]
        assert first == "【重点项目台账】写入列：Y、Z、AA、AB（完成率、序时进度、进度差、亮灯）。"

    @pytest.mark.parametrize("host", ["targets"], indirect=True)
    def test_a_workbook_without_projects_is_refused(self, host: FileHost):
        with pytest.raises(NoLedger):
            press("progress", host)


class TestBoards:
    """红黑榜, and what it is ranked by."""

    def test_the_sheets_are_inserted_and_the_boards_shown(self, host: FileHost):
        before = sheets(host)
        said = press("boards", host)
        assert (sheets(host), said.show) == ([*before, "红黑榜", "评分表"], "红黑榜")

    def test_it_says_who_is_on_them(self, host: FileHost):
        first, second, *_ = press("boards", host).text.splitlines()
        assert first.startswith("乡镇（街道）（6个参加排名）：红榜2个（南坪镇、云顶乡）；黑榜4个（石鼓乡、柏溪镇、")
        assert second.startswith("部门（12个参加排名）：红榜4个（并列柏川县交通运输局、并列柏川县大数据发展局、")

    @pytest.mark.parametrize("host", ["targets"], indirect=True)
    def test_a_workbook_without_projects_is_refused(self, host: FileHost):
        with pytest.raises(WrongArgument, match="没有项目"):
            press("boards", host)

    @pytest.mark.parametrize("host", ["promotion"], indirect=True)
    def test_where_nobody_can_be_ranked_one_line_says_why(self, host: FileHost):
        said = press("boards", host).text.splitlines()
        assert said[0] == "各单位都没有同时填报年度计划投资和累计完成投资的项目，排不了红黑榜。"
        assert said[1] == "新表：红黑榜、评分表。"


class TestUndo:
    def test_the_last_change_in_place_is_taken_back(self, tmp_path: Path):
        file = tmp_path / "台账.xlsx"
        file.write_bytes(before := SAMPLES["county"].read_bytes())
        changed = FileHost(file)
        press("report", changed)
        changed.save_in_place("生成通报")
        assert Package.read(file.read_bytes())
        assert "已撤回" in press("undo", FileHost(file)).text
        assert file.read_bytes() == before


class TestSettings:
    """督导设置, and what it changes."""

    def test_the_sheet_is_inserted_and_shown(self, host: FileHost):
        outcome = press("settings", host)
        assert (sheets(host)[-1], outcome.show) == ("督导设置", "督导设置")


class TestSnapshot:
    """存档本期, twice."""

    def test_the_period_is_kept_and_once_more_replaces_itself(self, host: FileHost, tmp_path: Path):
        first = press("snapshot", host)
        assert (first.show, first.text.splitlines()[0]) == (
            "督导历史", "2026年1—6月存档60个项目，在“督导历史”表。"
        )  # fmt: skip
        host.save_as(tmp_path / "存.xlsx")
        again = press("snapshot", FileHost(tmp_path / "存.xlsx"))
        assert "本期以前存过，已换成这次的" in again.text and "以前的存档：" not in again.text


class TestCompare:
    """对比上期, with and without a period kept before."""

    def test_without_a_period_before_it_says_what_to_do(self, host: FileHost, tmp_path: Path):
        with pytest.raises(WrongArgument, match="先点“存档本期”"):
            press("compare", host)
        press("snapshot", host)
        host.save_as(tmp_path / "存.xlsx")
        with pytest.raises(WrongArgument, match="没有2026年1—6月以前的存档"):
            press("compare", FileHost(tmp_path / "存.xlsx"))

    def test_changes_are_counted_and_listed(self, host: FileHost, tmp_path: Path):
        press("snapshot", host, as_of=date(2026, 5, 31))
        host.save_as(tmp_path / "存.xlsx")
        kept = FileHost(tmp_path / "存.xlsx")
        outcome = press("compare", kept)
        assert outcome.show == "变化对比" and "与2026年1—5月存档相比：" in outcome.text
        assert "变化对比" in sheets(kept)
