"""`dudao inspect`: which ledgers are in a workbook, and how they are understood."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.addin.conftest import Dudao
from tests.addin.shapes import TEXT_OR_NULL, amiss
from workbooks.samples import Sample, samples

KINDS = {
    "progress",
    "investment_promotion",
    "approvals",
    "funding",
    "supervision",
    "targets",
    "indicators",
    "reserve",
}
COUNT = (int, type(None))
FIELD = {"header": str}
LEDGER = {
    "sheet": str,
    "kind": KINDS,
    "layout": {"table", "form"},
    "header_rows": [int],
    "first_row": COUNT,
    "last_row": COUNT,
    "projects": int,
    "declared_projects": COUNT,
    "fields": dict,
    "period": {"year": COUNT, "month": COUNT},
    "unmapped": [{"column": str, "header": str}],
    "questions": [{"key": str, "text": str, "candidates": [str]}],
}
SHAPE = {"file": str, "ledgers": [LEDGER], "other_sheets": [{"sheet": str, "why": str}]}


@pytest.mark.parametrize("shipped", samples(), ids=lambda one: one.path.name)
def test_its_json_has_the_promised_shape(dudao: Dudao, shipped: Sample) -> None:
    said = dudao("inspect", shipped.path, "--json")
    assert (said.code, said.err) == (0, "")
    assert not amiss(said.json, SHAPE)
    assert said.json["file"] == str(shipped.path)
    for ledger in said.json["ledgers"]:
        for name, field in ledger["fields"].items():
            if name == "months":
                assert not amiss(field, [{"month": int}])
            elif ledger["layout"] == "form":
                assert not amiss(field, {"cell": str, "label_cell": str, "header": str})
            else:
                assert not amiss(field, {"column": str, "header": str}), name
            if "unit" in field:
                assert not amiss(field["unit"], TEXT_OR_NULL)


def test_it_understands_the_county_ledger(dudao: Dudao, county: Path) -> None:
    (ledger,) = dudao("inspect", county, "--json").json["ledgers"]
    assert (ledger["kind"], ledger["layout"], ledger["header_rows"]) == ("progress", "table", [3])
    assert (ledger["first_row"], ledger["last_row"], ledger["projects"], ledger["declared_projects"]) == (4, 63, 60, 60)
    assert ledger["fields"]["annual_plan"] == {
        "column": "N",
        "header": "2026年计划投资",
        "unit": "万元",
        "year": 2026,
    }
    assert ledger["period"] == {"year": 2026, "month": 6}


def test_the_children_of_merged_headers_are_named_after_their_parent(dudao: Dudao, sample: Callable[..., Path]) -> None:
    ledger = dudao("inspect", sample("city.xlsx"), "--json").json["ledgers"][0]
    assert len(ledger["header_rows"]) == 3
    assert any("/" in field["header"] for field in ledger["fields"].values())


def test_month_columns_stand_under_months(dudao: Dudao, sample: Callable[..., Path]) -> None:
    ledger = dudao("inspect", sample("zones.xlsx"), "--json").json["ledgers"][0]
    months = ledger["fields"]["months"]
    assert [month["month"] for month in months] == list(range(1, 13))
    assert all({"plan", "done"} <= month.keys() for month in months)


def test_one_project_a_sheet_is_a_form_with_cells(dudao: Dudao, sample: Callable[..., Path]) -> None:
    ledgers = dudao("inspect", sample("approvals.xlsx"), "--json").json["ledgers"]
    assert {ledger["layout"] for ledger in ledgers} == {"form"}
    assert all(ledger["projects"] == 1 for ledger in ledgers)


def test_without_json_it_says_in_words_what_stands_where(dudao: Dudao, county: Path) -> None:
    said = dudao("inspect", county)
    assert said.out.startswith("【重点项目台账】项目进度台账，60项，第4—63行，报告期2026年6月\n")
    assert "   N  2026年计划投资 → 年度计划投资（单位：万元）\n" in said.out


def test_sheets_of_ours_are_no_ledgers(dudao: Dudao, county: Path) -> None:
    report = dudao("report", county, "--as-of", "2026-06-30", "--json").json
    seen = dudao("inspect", report["output"], "--json").json
    assert [ledger["sheet"] for ledger in seen["ledgers"]] == ["重点项目台账"]
    assert {other["sheet"]: other["why"] for other in seen["other_sheets"]}.items() >= {
        (sheet, "ours") for sheet in report["sheets"]
    }


def test_it_takes_only_the_sheets_that_are_named(dudao: Dudao, sample: Callable[..., Path]) -> None:
    promotion = sample("promotion.xlsx")
    every = [ledger["sheet"] for ledger in dudao("inspect", promotion, "--json").json["ledgers"]]
    assert len(every) == 3
    two = dudao("inspect", promotion, "--json", "--sheet", every[2], "--sheet", every[0]).json
    assert {ledger["sheet"] for ledger in two["ledgers"]} == {every[0], every[2]}


def test_what_a_field_means_can_be_set(dudao: Dudao, county: Path) -> None:
    said = dudao("inspect", county, "--json", "--set", "fields.重点项目台账.R3=total_investment").json
    assert said["ledgers"][0]["fields"]["total_investment"]["column"] == "R"


def test_a_config_file_sets_the_same(dudao: Dudao, county: Path, tmp_path: Path) -> None:
    config = tmp_path / "设置.toml"
    config.write_text('[fields."重点项目台账"]\nR3 = "总投资"\n', encoding="utf-8")
    said = dudao("inspect", county, "--json", "--config", config).json
    assert said["ledgers"][0]["fields"]["total_investment"]["column"] == "R"


def test_it_tells_the_columns_of_every_target(dudao: Dudao) -> None:
    (shipped,) = [one.path for one in samples() if one.path.name == "targets.xlsx"]
    ledgers = {one["sheet"]: one for one in dudao("inspect", shipped, "--json").json["ledgers"]}
    tasks = ledgers["重点目标任务"]
    assert [(one["name"], one["measure"], one["target"], one["done"], one["rate"]) for one in tasks["targets"]] == [
        ("新签约项目", "个", "B", "C", "D"),
        ("新开工项目", "个", "E", "F", "G"),
        ("新竣工投产项目", "个", "H", "I", "J"),
        ("新增入统项目", "个", "K", "L", "M"),
        ("到位资金", "亿元", "N", "O", "P"),
    ]
    assert "targets" not in ledgers["主要经济指标"]
    said = dudao("inspect", shipped).out
    assert "   N  到位资金（亿元）/年度目标 → 到位资金目标数" in said
