"""`dudao compare`: a ledger that went on for a period; what was planted is found, and nothing else."""

import shutil
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from addin.macros import Job, Macro, Outcome, macro
from tests.addin.conftest import Dudao
from tests.addin.shapes import TEXT_OR_NULL, amiss
from workbooks.hosts.file import FileHost
from workbooks.samples import FOLDER
from workbooks.settings import Settings

NUMBER_OR_NULL = (int, float, type(None))
SHAPE = {
    "file": str,
    "output": str,
    "as_of": str,
    "base": str,
    "sheet": str,
    "done_this_period": NUMBER_OR_NULL,
    "changes": [
        {"kind": str, "title": str, "name": str, "unit": (str, type(None)), "before": (str, type(None))},
    ],
    "warnings": [TEXT_OR_NULL],
}
HEADS = {"name": "项目名称", "plan": "2026年计划投资", "start": "计划开工时间"}


@pytest.fixture
def county(tmp_path: Path) -> Path:
    return Path(shutil.copy(FOLDER / "county.xlsx", tmp_path / "台账.xlsx"))


def test_its_json_has_its_shape(dudao: Dudao, county: Path) -> None:
    dudao("snapshot", county, "--as-of", "2026-05-31", "--in-place")
    said = dudao("compare", county, "--as-of", "2026-06-30", "--json")
    assert (said.code, said.err) == (0, "") and not amiss(said.json, SHAPE)
    assert (said.json["base"], said.json["sheet"]) == ("2026-05-31", "变化对比")


def test_without_a_history_it_is_refused(dudao: Dudao, county: Path) -> None:
    said = dudao("compare", county, "--as-of", "2026-06-30", "--json")
    assert (said.code, said.json["error"]["code"]) == (2, "no_history")


def test_what_was_changed_between_two_periods_is_found_and_nothing_else(dudao: Dudao, county: Path) -> None:
    dudao("snapshot", county, "--as-of", "2026-05-31", "--in-place")
    before = Counter(one["kind"] for one in dudao("compare", county, "--as-of", "2026-06-30", "--json").json["changes"])
    workbook = load_workbook(county)
    sheet = workbook.worksheets[0]
    fields = dudao("inspect", county, "--json").json["ledgers"][0]["fields"]
    first, second, third = 4, 5, 6
    gone, cut, later = (sheet[f"{fields['name']['column']}{row}"].value for row in (first, second, third))
    sheet[f"{fields['name']['column']}{first}"].value = "完全另外的一个水厂扩容工程"
    plan = sheet[f"{fields['annual_plan']['column']}{second}"]
    plan.value -= 100
    sheet[f"{fields['planned_finish']['column']}{third}"].value = "2031年12月"
    workbook.save(county)
    said = dudao("compare", county, "--as-of", "2026-06-30", "--json").json
    names = {one["kind"]: one["name"] for one in said["changes"] if one["kind"] not in before}
    assert names == {
        "gone": gone, "new": "完全另外的一个水厂扩容工程", "plan_cut": cut, "finish_later": later,
    }  # fmt: skip


def test_the_sheet_leads_to_each_projects_row(dudao: Dudao, county: Path) -> None:
    dudao("snapshot", county, "--as-of", "2026-05-31", "--in-place")
    output = Path(dudao("compare", county, "--as-of", "2026-06-30", "--json").json["output"])
    sheet = load_workbook(output)["变化对比"]
    links = [cell.hyperlink.location for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    assert links and all(link.startswith("'重点项目台账'!") for link in links)
    assert sheet["A1"].value == "2026年1—6月重点项目变化对比"


def test_rates_are_rounded_to_two_places(dudao: Dudao, county: Path) -> None:
    dudao("snapshot", county, "--as-of", "2026-05-31", "--in-place")
    said = dudao("compare", county, "--as-of", "2026-06-30", "--json").json
    rates = [*said["trend"]["overall"], *(rate for unit in said["trend"]["units"] for rate in unit["rates"])]
    report = dudao("report", county, "--as-of", "2026-06-30", "--json").json
    assert said["trend"]["overall"][-1] == report["totals"]["completion_rate"]
    assert rates == [rate and round(rate, 2) for rate in rates]


def test_every_row_has_its_number_and_one_that_is_gone_leads_nowhere(dudao: Dudao, county: Path) -> None:
    dudao("snapshot", county, "--as-of", "2026-05-31", "--in-place")
    workbook = load_workbook(county)
    workbook.worksheets[0].delete_rows(4)
    workbook.save(county)
    output = dudao("compare", county, "--as-of", "2026-06-30", "--json").json["output"]
    sheet = load_workbook(output)["变化对比"]
    [header] = [cell.row for row in sheet.iter_rows() for cell in row if cell.value == "序号"]
    first, second = sheet.cell(header + 1, 1), sheet.cell(header + 2, 1)
    assert (first.value, first.hyperlink, second.value) == (1, None, 2) and second.hyperlink
    assert (first.font.underline, second.font.underline) == (None, "single")


def test_where_the_ledger_says_another_month_it_is_said(dudao: Dudao, county: Path) -> None:
    warned = dudao("report", county, "--as-of", "2026-05-31", "--json").json["warnings"]
    assert any("6月" in warning for warning in warned)
    kept = dudao("snapshot", county, "--as-of", "2026-05-31", "--in-place", "--json").json
    assert kept["warnings"] == warned
    assert set(warned) <= set(press("snapshot", county, date(2026, 5, 31)).text.splitlines())
    warned = dudao("report", county, "--as-of", "2026-07-31", "--json").json["warnings"]
    assert warned and dudao("compare", county, "--as-of", "2026-07-31", "--json").json["warnings"] == warned
    assert set(warned) <= set(press("compare", county, date(2026, 7, 31)).text.splitlines())


def press(button: str, path: Path, as_of: date) -> Outcome:
    work = macro(button)
    assert isinstance(work, Macro)
    return work.run(Job(FileHost(path), Settings(), as_of))


def test_of_kinds_with_other_figures_it_is_said_that_these_were_not_compared(dudao: Dudao, tmp_path: Path) -> None:
    file = Path(shutil.copy(FOLDER / "promotion.xlsx", tmp_path))
    dudao("snapshot", file, "--as-of", "2026-05-31", "--in-place")
    said = dudao("compare", file, "--as-of", "2026-06-30", "--json").json
    remark = "工作表“签约项目”、“在谈项目”、“签约未开工”是招商引资台账，协议投资、到位资金还没有对比。"
    assert remark in said["warnings"]
    sheet = load_workbook(said["output"])["变化对比"]
    assert any(remark in str(cell.value) for row in sheet.iter_rows() for cell in row)
    assert remark in press("compare", file, date(2026, 6, 30)).text


def test_the_settings_name_another_period_to_compare_with(dudao: Dudao, tmp_path: Path) -> None:
    file = Path(shutil.copy(FOLDER / "county.xlsx", tmp_path))
    for day in ("2026-03-31", "2026-04-30", "2026-05-31"):
        assert dudao("snapshot", file, "--as-of", day, "--in-place").code == 0
    asked = ("compare", file, "--as-of", "2026-06-30", "--json")
    assert dudao(*asked).json["base"] == "2026-05-31"
    assert dudao(*asked, "--period", "季").json["base"] == "2026-03-31"
    assert dudao(*asked, "--set", "对比的存档=2026年4月30日").json["base"] == "2026-04-30"
    said = dudao(*asked, "--set", "对比的存档=2026-04-29")
    assert (said.code, said.json["error"]["code"]) == (2, "no_base")


def test_a_period_is_only_compared_with_one_before_it(dudao: Dudao, county: Path) -> None:
    for day in ("2026-05-31", "2026-06-30"):
        assert dudao("snapshot", county, "--as-of", day, "--in-place").code == 0
    said = dudao("compare", county, "--as-of", "2026-05-31", "--json", "--set", "对比的存档=2026-06-30")
    assert (said.code, said.json["error"]["message"]) == (
        2, "“对比的存档”写的是2026-06-30，不在本期（2026年1—5月）之前，请改成以前的一期，或者空着。",
    )  # fmt: skip
