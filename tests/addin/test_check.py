"""`dudao check`: every doubtful entry, and marks in a copy."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.addin.conftest import Dudao
from tests.addin.shapes import TEXT_OR_NULL, amiss
from tests.addin.zips import parts, worksheets
from workbooks.samples import Sample, planted, samples

SHAPE = {
    "file": str,
    "issues": [
        {
            "code": str,
            "severity": {"error", "warning", "info"},
            "sheet": str,
            "cell": str,
            "row": int,
            "project": TEXT_OR_NULL,
            "field": TEXT_OR_NULL,
            "message": str,
            "suggestion": str,
        }
    ],
    "counts": {"error": int, "warning": int, "info": int},
}
AS_OF = ("--as-of", "2026-06-30")


@pytest.fixture
def mistakes(sample: Callable[..., Path]) -> Path:
    return sample("mistakes.xlsx")


@pytest.mark.parametrize("shipped", samples(), ids=lambda one: one.path.name)
def test_its_json_has_the_promised_shape_and_its_code_says_whether_entries_are_in_error(
    dudao: Dudao, shipped: Sample
) -> None:
    said = dudao("check", shipped.path, "--as-of", shipped.as_of, "--json")
    assert said.err == ""
    assert not amiss(said.json, SHAPE)
    for severity, count in said.json["counts"].items():
        assert count == sum(issue["severity"] == severity for issue in said.json["issues"])
    assert said.code == (1 if said.json["counts"]["error"] else 0)
    if shipped.honest:
        assert said.json["counts"]["error"] == said.json["counts"]["warning"] == 0


def test_every_planted_mistake_is_found_where_it_is(dudao: Dudao, mistakes: Path) -> None:
    found = {(issue["sheet"], issue["cell"]) for issue in dudao("check", mistakes, *AS_OF, "--json").json["issues"]}
    for mistake in planted():
        assert found & {(mistake.sheet, cell) for cell in (mistake.cell, *mistake.also)}, mistake.what


def test_without_json_each_issue_says_where_what_and_what_to_do(dudao: Dudao, mistakes: Path) -> None:
    said = dudao("check", mistakes, *AS_OF)
    assert said.code == 1
    assert "错误 E101 【项目台账】B6" in said.out
    assert "有序号而没有项目名称。补填项目名称；多余的行请删除。" in said.out
    assert said.out.rstrip().splitlines()[-1].startswith("共")


def test_an_honest_ledger_is_told_so(dudao: Dudao, county: Path) -> None:
    said = dudao("check", county, *AS_OF)
    assert (said.code, said.out) == (0, "没有发现问题。\n")


def test_rules_can_be_switched_off_and_made_milder(dudao: Dudao, mistakes: Path) -> None:
    codes = {issue["code"] for issue in dudao("check", mistakes, *AS_OF, "--json").json["issues"]}
    off = dudao("check", mistakes, *AS_OF, "--json", "--set", "checks.off=E101,E102").json
    assert {issue["code"] for issue in off["issues"]} == codes - {"E101", "E102"}
    mild = dudao("check", mistakes, *AS_OF, "--json", "--set", "checks.only=E101")
    assert mild.code == 1
    mild = dudao("check", mistakes, *AS_OF, "--json", "--set", "checks.only=E101", "--set", "checks.severity.E101=info")
    assert (mild.code, {issue["severity"] for issue in mild.json["issues"]}) == (0, {"info"})


def test_marks_go_into_a_copy_beside_the_ledger(dudao: Dudao, mistakes: Path) -> None:
    before = mistakes.read_bytes()
    said = dudao("check", mistakes, *AS_OF, "--mark", "--json")
    assert said.code == 1
    assert mistakes.read_bytes() == before
    marked = mistakes.with_name("mistakes_校验.xlsx")
    assert said.json["output"] == str(marked)
    book, original = load_workbook(marked), load_workbook(mistakes)
    for issue in said.json["issues"]:
        cell = book[issue["sheet"]][issue["cell"]]
        assert cell.fill != original[issue["sheet"]][issue["cell"]].fill, issue
        assert cell.comment is not None
        assert issue["message"] in cell.comment.text


def test_marks_change_no_value(dudao: Dudao, mistakes: Path, tmp_path: Path) -> None:
    marked = tmp_path / "标.xlsx"
    dudao("check", mistakes, *AS_OF, "--mark", "-o", marked)
    for before, after in zip(load_workbook(mistakes), load_workbook(marked), strict=True):
        assert list(before.values) == list(after.values)


def test_unmarking_gives_back_the_very_sheets(dudao: Dudao, mistakes: Path, tmp_path: Path) -> None:
    marked, clean = tmp_path / "标.xlsx", tmp_path / "清.xlsx"
    issues = dudao("check", mistakes, *AS_OF, "--mark", "-o", marked, "--json").json["issues"]
    assert worksheets(marked) != worksheets(mistakes)
    said = dudao("unmark", marked, "-o", clean, "--json")
    assert (said.code, said.err) == (0, "")
    assert said.json["unmarked"] == len({(issue["sheet"], issue["cell"]) for issue in issues})
    assert worksheets(clean) == worksheets(mistakes)
    assert parts(clean).keys() == parts(mistakes).keys()


def test_marking_again_replaces_the_marks(dudao: Dudao, mistakes: Path, tmp_path: Path) -> None:
    once, twice, clean = tmp_path / "一.xlsx", tmp_path / "二.xlsx", tmp_path / "清.xlsx"
    dudao("check", mistakes, *AS_OF, "--mark", "-o", once)
    only = dudao("check", once, *AS_OF, "--mark", "--set", "checks.only=E101", "-o", twice, "--json").json["issues"]
    said = dudao("unmark", twice, "-o", clean, "--json").json
    assert said["unmarked"] == len(only)
    assert worksheets(clean) == worksheets(mistakes)


def test_marks_in_place_can_be_undone(dudao: Dudao, mistakes: Path) -> None:
    before = mistakes.read_bytes()
    said = dudao("check", mistakes, *AS_OF, "--mark", "--in-place", "--json").json
    assert Path(said["backup"]).read_bytes() == before
    assert mistakes.read_bytes() != before
    assert dudao("undo", mistakes).code == 0
    assert mistakes.read_bytes() == before


def test_an_old_ledger_is_marked_in_a_new_workbook(dudao: Dudao, sample: Callable[..., Path]) -> None:
    ledger = sample("port_2010.xls")
    said = dudao("check", ledger, "--as-of", "2010-07-31", "--mark")
    assert said.code == 0
    assert ledger.with_name("port_2010_校验.xlsx").exists()
    assert ".xls 旧格式" in said.err
