"""`dudao compare`: a ledger that went on for a period; what was planted is found, and nothing else."""

import shutil
from collections import Counter
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.addin.conftest import Dudao
from tests.addin.shapes import TEXT_OR_NULL, amiss
from workbooks.samples import FOLDER

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
