"""`dudao progress`: 计算进度, the figures as columns of the ledger in a copy."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.addin.conftest import Dudao
from tests.addin.shapes import amiss
from tests.addin.zips import changed, parts, worksheets

AS_OF = ("--as-of", "2026-06-30")
SHEET = "重点项目台账"
SHAPE = {
    "file": str,
    "output": str,
    "as_of": str,
    "columns": {str: [str]},
    "left_alone": {str: [str]},
    "warnings": [str],
}


def test_it_says_what_it_wrote_where(dudao: Dudao, county: Path) -> None:
    said = dudao("progress", county, *AS_OF, "--json")
    assert (said.code, said.err) == (0, "")
    assert not amiss(said.json, SHAPE)
    assert said.json["output"] == str(county.with_name("county_进度.xlsx"))
    assert said.json["columns"] == {SHEET: ["Y", "Z", "AA", "AB"]}


def test_its_columns_agree_with_the_report(dudao: Dudao, county: Path, tmp_path: Path) -> None:
    output = tmp_path / "进度.xlsx"
    rate, time_progress, gap, light = dudao("progress", county, *AS_OF, "-o", output, "--json").json["columns"][SHEET]
    sheet = load_workbook(output)[SHEET]
    assert [sheet[f"{column}3"].value for column in (time_progress, gap, light)] == [
        "序时进度",
        "进度差（百分点）",
        "亮灯",
    ]
    words = {"green": "正常", "yellow": "滞后", "red": "严重滞后"}
    for project in dudao("report", county, *AS_OF, "--json").json["projects"]:
        row = project["row"]
        if project["completion_rate"] is None:
            assert sheet[f"{rate}{row}"].value is None
        else:
            assert sheet[f"{rate}{row}"].value * 100 == pytest.approx(project["completion_rate"], abs=0.00501)
            assert sheet[f"{gap}{row}"].value == pytest.approx(project["gap"], abs=0.00501)
        assert sheet[f"{time_progress}{row}"].value == 0.5
        assert words.get(project["light"], "") in sheet[f"{light}{row}"].value


def test_nothing_that_the_clerk_wrote_is_changed(dudao: Dudao, county: Path, tmp_path: Path) -> None:
    output = tmp_path / "进度.xlsx"
    dudao("progress", county, *AS_OF, "-o", output)
    before, after = load_workbook(county)[SHEET], load_workbook(output)[SHEET]
    for row in before.iter_rows():
        for cell in row:
            assert after[cell.coordinate].value == cell.value
            assert after[cell.coordinate].number_format == cell.number_format
    assert changed(county, output) <= {"xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/workbook.xml"} | {
        "[Content_Types].xml",
        "xl/_rels/workbook.xml.rels",
    }


def test_a_second_time_it_writes_into_the_same_columns(dudao: Dudao, county: Path, tmp_path: Path) -> None:
    once, twice = tmp_path / "一.xlsx", tmp_path / "二.xlsx"
    first = dudao("progress", county, *AS_OF, "-o", once, "--json").json
    second = dudao("progress", once, *AS_OF, "-o", twice, "--json").json
    assert second["columns"] == first["columns"]
    assert worksheets(twice) == worksheets(once)
    assert parts(twice).keys() == parts(once).keys()


def test_a_month_later_the_figures_are_new_and_the_columns_the_same(dudao: Dudao, county: Path, tmp_path: Path) -> None:
    once, twice = tmp_path / "一.xlsx", tmp_path / "二.xlsx"
    first = dudao("progress", county, *AS_OF, "-o", once, "--json").json["columns"]
    second = dudao("progress", once, "--as-of", "2026-07-31", "-o", twice, "--json").json["columns"]
    assert second == first
    assert load_workbook(twice)[SHEET]["Z4"].value == pytest.approx(7 / 12)


def test_it_and_the_report_leave_each_other_alone(dudao: Dudao, county: Path, tmp_path: Path) -> None:
    columns, both, plain = tmp_path / "列.xlsx", tmp_path / "都.xlsx", tmp_path / "通报.xlsx"
    dudao("progress", county, *AS_OF, "-o", columns)
    with_columns = dudao("report", columns, *AS_OF, "-o", both, "--json").json
    without = dudao("report", county, *AS_OF, "-o", plain, "--json").json
    assert with_columns["totals"] == without["totals"]
    assert worksheets(both)["xl/worksheets/sheet1.xml"] == worksheets(columns)["xl/worksheets/sheet1.xml"]


def test_in_place_it_can_be_undone(dudao: Dudao, county: Path) -> None:
    before = county.read_bytes()
    assert dudao("progress", county, *AS_OF, "--in-place").code == 0
    assert county.read_bytes() != before
    said = dudao("undo", county)
    assert (said.code, "计算进度" in said.out) == (0, True)
    assert county.read_bytes() == before


def test_a_workbook_without_a_progress_ledger_is_refused(dudao: Dudao, sample: Callable[..., Path]) -> None:
    said = dudao("progress", sample("supervision.xlsx"), *AS_OF, "--json")
    assert (said.code, said.json["error"]["code"]) == (2, "no_progress_ledger")


def test_an_old_ledger_gets_its_columns_in_a_new_workbook(dudao: Dudao, sample: Callable[..., Path]) -> None:
    ledger = sample("port_2010.xls")
    said = dudao("progress", ledger, "--as-of", "2010-07-31", "--json").json
    assert said["output"] == str(ledger.with_name("port_2010_进度.xlsx"))
    book = load_workbook(said["output"])
    for project in dudao("report", ledger, "--as-of", "2010-07-31", "--json").json["projects"]:
        light = said["columns"][project["sheet"]][-1]
        assert book[project["sheet"]][f"{light}{project['row']}"].value
