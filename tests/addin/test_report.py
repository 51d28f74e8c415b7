"""`dudao report`: 生成通报, the supervision sheets in a copy of the workbook."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.addin.conftest import Dudao
from tests.addin.shapes import FIGURE, NUMBER, TEXT_OR_NULL, amiss
from tests.addin.zips import changed, parts, sheet_names
from tests.validator import new_errors
from workbooks.samples import FOLDER, Sample, samples

FIGURES = {
    "projects": int,
    "annual_plan": FIGURE,
    "done_this_year": FIGURE,
    "completion_rate": FIGURE,
    "gap": FIGURE,
}
LIGHTS = {"green": int, "yellow": int, "red": int, "none": int}
SHAPE = {
    "file": str,
    "output": str,
    "as_of": str,
    "period": {"kind": str, "year": int, "month": (int, type(None))},
    "time_progress": NUMBER,
    "totals": {**FIGURES, "total_investment": FIGURE, "lights": LIGHTS},
    "projects": [
        {
            "sheet": str,
            "row": int,
            "name": TEXT_OR_NULL,
            "region": TEXT_OR_NULL,
            "annual_plan": FIGURE,
            "done_this_year": FIGURE,
            "completion_rate": FIGURE,
            "gap": FIGURE,
            "light": {"green", "yellow", "red", "none"},
            "reasons": [str],
        }
    ],
    "groups": [{"by": str, "rank": (int, type(None)), "name": str, **FIGURES}],
    "sheets": [str],
    "issues": int,
}
TARGET = {
    "sheet": str,
    "row": int,
    "cell": str,
    "unit": TEXT_OR_NULL,
    "total": bool,
    "name": str,
    "measure": TEXT_OR_NULL,
    "period": TEXT_OR_NULL,
    "target": FIGURE,
    "done": FIGURE,
    "rate": FIGURE,
    "shortfall": FIGURE,
    "light": {"green", "yellow", "red", "none"},
    "reasons": [str],
}
SHEETS = ["督导总览", "亮灯表", "排名", "督办清单", "数据问题"]
MAY_CHANGE = {"[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"}
AS_OF = ("--as-of", "2026-06-30")


@pytest.mark.parametrize("shipped", samples(), ids=lambda one: one.path.name)
def test_its_json_has_the_promised_shape(dudao: Dudao, shipped: Sample, tmp_path: Path) -> None:
    output = tmp_path / "通报.xlsx"
    said = dudao("report", shipped.path, "--as-of", shipped.as_of, "-o", output, "--json")
    assert said.code == 0
    assert not amiss(said.json, SHAPE)
    assert said.json["file"] == str(shipped.path)
    assert said.json["output"] == str(output)
    assert said.json["as_of"] == shipped.as_of.isoformat()
    assert said.json["period"]["kind"] == "month"
    assert sum(said.json["totals"]["lights"].values()) >= said.json["totals"]["projects"]
    assert set(said.json["sheets"]) <= set(sheet_names(output))


def test_its_figures_are_those_of_the_rows(dudao: Dudao, county: Path) -> None:
    said = dudao("report", county, *AS_OF, "--json").json
    sheet = load_workbook(county, data_only=True)["重点项目台账"]
    assert said["time_progress"] == 50
    assert len(said["projects"]) == 60
    for project in said["projects"]:
        row = project["row"]
        assert project["name"] == sheet[f"B{row}"].value.strip("★ ")
        assert project["annual_plan"] == sheet[f"N{row}"].value
        if project["annual_plan"] and project["done_this_year"] is not None:
            rate = sheet[f"P{row}"].value / sheet[f"N{row}"].value * 100
            assert project["completion_rate"] == pytest.approx(rate, abs=0.00501)
            assert project["gap"] == pytest.approx(rate - 50, abs=0.00501)
    plans = [project["annual_plan"] for project in said["projects"] if project["annual_plan"] is not None]
    assert said["totals"]["annual_plan"] == pytest.approx(sum(plans))


def test_what_cannot_be_had_is_null(dudao: Dudao, county: Path) -> None:
    projects = dudao("report", county, *AS_OF, "--json").json["projects"]
    unplanned = [project for project in projects if project["annual_plan"] is None]
    assert unplanned
    for project in unplanned:
        assert (project["completion_rate"], project["gap"], project["light"]) == (None, None, "none")


def test_the_light_follows_the_gap_and_says_its_reason(dudao: Dudao, county: Path) -> None:
    for project in dudao("report", county, *AS_OF, "--json").json["projects"]:
        assert project["reasons"]
        if project["gap"] is not None and project["gap"] < -30:
            assert project["light"] == "red"
        if project["light"] == "green":
            assert project["gap"] > -10


def test_units_of_an_equal_rate_share_a_rank_and_the_next_is_left_out(
    dudao: Dudao, sample: Callable[..., Path]
) -> None:
    groups = dudao("report", sample("city.xlsx"), *AS_OF, "--json").json["groups"]
    regions = [group for group in groups if group["by"] == "region" and group["completion_rate"] is not None]
    assert len(regions) > 3
    assert [group["rank"] for group in regions] == [
        1 + sum(other["completion_rate"] > group["completion_rate"] for other in regions) for group in regions
    ]


def test_the_report_stands_beside_the_ledger_which_stays_as_it_is(dudao: Dudao, county: Path) -> None:
    before = county.read_bytes()
    said = dudao("report", county, *AS_OF)
    assert said.code == 0
    assert county.read_bytes() == before
    output = county.with_name("county_通报.xlsx")
    assert f"已生成通报：{output}" in said.out
    assert "项目60个，完成率48.79%，序时进度50.00%；绿灯41、黄灯5、红灯8、不评6。" in said.out
    assert sheet_names(output) == ["重点项目台账", *SHEETS]


@pytest.mark.parametrize("name", [one.path.name for one in samples() if one.path.suffix == ".xlsx"])
def test_everything_else_in_the_workbook_is_byte_for_byte_the_same(
    dudao: Dudao, sample: Callable[..., Path], name: str, tmp_path: Path
) -> None:
    ledger, output = sample(name), tmp_path / "通报.xlsx"
    assert dudao("report", ledger, *AS_OF, "-o", output).code == 0
    assert changed(ledger, output) <= MAY_CHANGE


def test_targets_are_told_in_their_own_measure(dudao: Dudao, sample: Callable[..., Path]) -> None:
    said = dudao("report", sample("targets.xlsx"), *AS_OF, "--json").json
    assert amiss(said["targets"], [TARGET]) == []
    told = {(one["unit"], one["name"]): one for one in said["targets"] if one["sheet"] == "目标体系"}
    starts, funds, trade = (
        told[key] for key in (("云岭市", "开工项目"), ("云岭高新区", "到位资金"), ("云岭高新区", "利用外资增长"))
    )
    assert (starts["row"], starts["period"], starts["rate"], starts["shortfall"]) == (4, "一季度", 90, 12)
    assert (starts["light"], starts["reasons"][0]) == ("yellow", "3月31日到期未完成，差12个")
    assert (funds["measure"], funds["target"], funds["done"], funds["rate"]) == ("亿元", 20, 11.2, 56)
    assert (trade["rate"], trade["shortfall"], trade["light"]) == (None, 5.6, "yellow")
    assert len(told) == 12 and not any(one["total"] for one in told.values())
    assert [entry["kind"] for entry in said["unsupported"]] == ["indicators"]


def test_a_workbook_of_targets_gets_no_empty_sheets(dudao: Dudao, sample: Callable[..., Path]) -> None:
    said = dudao("report", sample("targets.xlsx"), *AS_OF)
    assert said.code == 0
    assert "目标52个；绿灯36、黄灯15、红灯1、不评0。\n新表：督导总览、目标完成、数据问题。" in said.out


def test_a_second_report_replaces_our_sheets_and_no_others(dudao: Dudao, county: Path, tmp_path: Path) -> None:
    once, twice = tmp_path / "一.xlsx", tmp_path / "二.xlsx"
    dudao("report", county, *AS_OF, "-o", once)
    dudao("report", once, "--as-of", "2026-07-31", "-o", twice)
    assert sheet_names(twice) == sheet_names(once)
    assert parts(twice).keys() == parts(once).keys()
    assert changed(county, twice) <= MAY_CHANGE
    assert "1—6月" in load_workbook(once)["督导总览"]["A1"].value
    assert "1—7月" in load_workbook(twice)["督导总览"]["A1"].value


def test_the_same_report_again_gives_the_same_sheets(dudao: Dudao, county: Path, tmp_path: Path) -> None:
    once, twice = tmp_path / "一.xlsx", tmp_path / "二.xlsx"
    first = dudao("report", county, *AS_OF, "-o", once, "--json").json
    second = dudao("report", once, *AS_OF, "-o", twice, "--json").json
    for key in ("totals", "projects", "groups", "sheets"):
        assert first[key] == second[key]
    for sheet in SHEETS:
        assert list(load_workbook(once)[sheet].values) == list(load_workbook(twice)[sheet].values)


def test_a_clerks_sheet_of_our_name_is_not_replaced(dudao: Dudao, county: Path, tmp_path: Path) -> None:
    book = load_workbook(county)
    book.create_sheet("亮灯表")["A1"] = "办事员自己的表"
    theirs, output = tmp_path / "自有.xlsx", tmp_path / "通报.xlsx"
    book.save(theirs)
    said = dudao("report", theirs, *AS_OF, "-o", output, "--json").json
    assert load_workbook(output)["亮灯表"]["A1"].value == "办事员自己的表"
    assert "亮灯表" not in said["sheets"]
    assert any(sheet.startswith("亮灯表") for sheet in said["sheets"])


def test_in_place_keeps_a_backup_and_undo_gives_back_the_very_bytes(dudao: Dudao, county: Path) -> None:
    before = county.read_bytes()
    said = dudao("report", county, *AS_OF, "--in-place", "--json").json
    assert said["output"] == str(county)
    assert "county_督导备份_" in said["backup"]
    assert Path(said["backup"]).read_bytes() == before
    assert set(SHEETS) < set(sheet_names(county))
    again = dudao("report", county, "--as-of", "2026-07-31", "--in-place", "--json").json
    assert again["backup"] != said["backup"]
    first, second = dudao("undo", county, "--json"), dudao("undo", county, "--json")
    assert (first.code, first.json["left"], second.code, second.json["left"]) == (0, 1, 0, 0)
    assert county.read_bytes() == before
    assert [path.name for path in county.parent.iterdir()] == [county.name]  # backups and journal are gone with them


def test_only_the_sheets_named_count(dudao: Dudao, sample: Callable[..., Path]) -> None:
    ledger = sample("city.xlsx")
    sheets = [one["sheet"] for one in dudao("inspect", ledger, "--json").json["ledgers"]]
    said = dudao("report", ledger, *AS_OF, "--sheet", sheets[0], "--json").json
    assert {project["sheet"] for project in said["projects"]} == {sheets[0]}


def test_thresholds_can_be_set(dudao: Dudao, county: Path, tmp_path: Path) -> None:
    usual = dudao("report", county, *AS_OF, "--json").json["totals"]["lights"]
    strict = dudao("report", county, *AS_OF, "--set", "lights.yellow_gap=0", "--json").json["totals"]["lights"]
    assert strict["yellow"] > usual["yellow"]
    config = tmp_path / "设置.toml"
    config.write_text("[lights]\nyellow_gap = 0\n", encoding="utf-8")
    assert dudao("report", county, *AS_OF, "--config", config, "--json").json["totals"]["lights"] == strict


@pytest.mark.parametrize(
    ("day", "period", "time_progress"),
    [("2026-06-30", (2026, 6), 50), ("2026-07-30", (2026, 6), 50), ("2026-07-31", (2026, 7), 58.33)],
)
def test_the_period_is_the_last_month_that_has_ended(
    dudao: Dudao, county: Path, day: str, period: tuple[int, int], time_progress: float
) -> None:
    said = dudao("report", county, "--as-of", day, "--json").json
    assert (said["period"]["year"], said["period"]["month"]) == period
    assert said["time_progress"] == time_progress


def test_before_the_first_months_end_there_is_no_light(dudao: Dudao, county: Path) -> None:
    said = dudao("report", county, "--as-of", "2026-01-15", "--json").json
    assert (said["period"]["month"], said["time_progress"]) == (None, 0)
    lights = said["totals"]["lights"]
    assert (lights["green"], lights["yellow"], lights["red"]) == (0, 0, 0)


def test_another_month_in_the_header_is_a_warning(dudao: Dudao, county: Path) -> None:
    said = dudao("report", county, "--as-of", "2026-08-31", "--json")
    assert (said.code, said.err) == (0, "")
    assert any("表头" in warning for warning in said.json["warnings"])
    assert "注意：" in dudao("report", county, "--as-of", "2026-08-31").err


def test_a_blank_template_is_a_ledger_without_projects(dudao: Dudao, sample: Callable[..., Path]) -> None:
    said = dudao("report", sample("template.xlsx"), *AS_OF, "--json")
    assert (said.code, said.json["projects"], said.json["totals"]["completion_rate"]) == (0, [], None)


def test_what_excel_would_not_open_by_its_name_is_told(dudao: Dudao, county: Path, tmp_path: Path) -> None:
    said = dudao("report", county, *AS_OF, "-o", tmp_path / "通报.xls")
    assert said.code == 0
    assert "改名为 .xlsx" in said.err


@pytest.mark.parametrize(("version", "name"), [("Office2013", "county.xlsx"), ("Microsoft365", "city.xlsx")])
def test_microsofts_validator_finds_nothing_new(
    dudao: Dudao, sample: Callable[..., Path], tmp_path: Path, version: str, name: str
) -> None:
    ledger, output, again = sample(name), tmp_path / "通报.xlsx", tmp_path / "再.xlsx"
    dudao("report", ledger, *AS_OF, "-o", output)
    dudao("progress", output, *AS_OF, "-o", again)
    dudao("check", again, *AS_OF, "--mark", "-o", output)
    dudao("report", output, *AS_OF, "-o", again)
    assert not new_errors(again.read_bytes(), ledger.read_bytes(), version)


@pytest.mark.parametrize(
    ("kind", "as_of", "end", "title", "progress"),
    [
        ("旬", "2026-06-20", {"kind": "ten_days", "year": 2026, "month": 6, "part": 2}, "2026年1月至6月中旬", 47.22),
        ("half_month", "2026-06-20", {"kind": "half_month", "year": 2026, "month": 6, "part": 1}, "上半月", 45.83),
        ("月", "2026-06-20", {"kind": "month", "year": 2026, "month": 5}, "2026年1—5月", 41.67),
        ("季", "2026-06-20", {"kind": "quarter", "year": 2026, "month": 3}, "2026年一季度", 25.0),
        ("半年", "2026-08-20", {"kind": "half_year", "year": 2026, "month": 6}, "2026年上半年", 50.0),
        ("年", "2026-12-31", {"kind": "year", "year": 2026, "month": 12}, "2026年全年", 100.0),
        ("年", "2026-11-30", {"kind": "year", "year": 2026, "month": None}, "2026年", 0.0),
    ],
)
def test_it_reports_by_the_period_that_is_asked_for(
    dudao: Dudao, tmp_path: Path, kind: str, as_of: str, end: dict[str, object], title: str, progress: float
) -> None:
    output = tmp_path / "通报.xlsx"
    said = dudao("report", FOLDER / "county.xlsx", "--as-of", as_of, "--period", kind, "-o", output, "--json")
    assert (said.code, said.json["period"], said.json["time_progress"]) == (0, end, progress)
    assert title in load_workbook(output)["督导总览"]["A1"].value


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("月", []),
        ("季", ["红黑榜", "评分表", "集中开工"]),
        ("半年", ["观摩建议"]),
        ("年", ["红黑榜", "评分表"]),
    ],
)
def test_each_period_has_its_sheets(dudao: Dudao, tmp_path: Path, kind: str, more: list[str]) -> None:
    output, as_of = tmp_path / "通报.xlsx", "2026-12-31" if kind == "年" else "2026-06-30"
    said = dudao("report", FOLDER / "county.xlsx", "--as-of", as_of, "--period", kind, "-o", output, "--json")
    assert [sheet for sheet in said.json["sheets"] if sheet not in SHEETS] == more
    titles = {sheet: load_workbook(output)[sheet]["A1"].value for sheet in more}
    assert all("年度总评" in titles[sheet] for sheet in more if kind == "年")


def test_what_the_boards_warn_of_is_told_where_they_are_in_the_report(dudao: Dudao, tmp_path: Path) -> None:
    given = ("--as-of", "2026-06-30", "--set", "boards.exempt.无此县=山洪", "-o", tmp_path / "通报.xlsx", "--json")
    said = [dudao("report", FOLDER / "county.xlsx", "--period", kind, *given).json["warnings"] for kind in ("季", "月")]
    assert said == [
        ["设置 boards.exempt.无此县 里的“无此县”不是参加排名的单位，请核对名称；这一项没有起作用。"],
        [],
    ]


def test_a_report_without_projects_has_no_boards(dudao: Dudao, tmp_path: Path) -> None:
    given = ("--as-of", "2026-06-30", "--period", "季", "-o", tmp_path / "通报.xlsx", "--json")
    assert not {"红黑榜", "评分表"} & {*dudao("report", FOLDER / "template.xlsx", *given).json["sheets"]}
