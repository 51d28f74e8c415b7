"""`dudao boards` and the button 红黑榜."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from addin.macros import Job, Macro, macro
from tests.addin.conftest import Dudao
from tests.addin.shapes import FIGURE, NUMBER, amiss
from workbooks.hosts.file import FileHost
from workbooks.settings import Settings

LINE = {"unit": str, "place": int, "tied": bool, "score": FIGURE, "rate": FIGURE, "gap": NUMBER, "why": str}
SHAPE = {
    "file": str,
    "output": str,
    "as_of": str,
    "period": {"kind": str, "year": int, "month": (int, type(None))},
    "target": FIGURE,
    "series": [
        {
            "name": str,
            "units": int,
            "red": [LINE],
            "black": [LINE],
            "excluded": [{**LINE, "place": (int, type(None)), "gap": FIGURE}],
        }
    ],
    "scores": [
        {
            "unit": str,
            "series": str,
            "rank": (int, type(None)),
            "score": FIGURE,
            "parts": [{"part": str, "figure": FIGURE, "points": FIGURE, "of": FIGURE}],
            "bonus": NUMBER,
            "deductions": [{"light": {"red", "yellow"}, "projects": int, "points": NUMBER}],
        }
    ],
    "allocation": ([{"unit": str, "amount": (int, type(None)), "need": FIGURE, "unknown_projects": int}], type(None)),
    "sheets": [str],
    "warnings": [str],
}
SAMPLES = ("city.xlsx", "county.xlsx", "zones.xlsx", "mistakes.xlsx", "promotion.xlsx")


def rows(sheet: Worksheet) -> list[tuple[object, ...]]:
    return list(sheet.iter_rows(values_only=True))


@pytest.mark.parametrize("name", SAMPLES)
def test_its_json_has_its_shape_on_every_kind_of_ledger(dudao: Dudao, sample: Callable[..., Path], name: str) -> None:
    said = dudao("boards", sample(name), "--as-of", "2026-06-30", "--set", "boards.pool=10000", "--json")
    assert said.code == 0, said.err
    assert not amiss(said.json, SHAPE)
    assert said.json["period"] == {"kind": "quarter", "year": 2026, "month": 6}
    assert load_workbook(said.json["output"]).sheetnames[-len(said.json["sheets"]) :] == said.json["sheets"]


def test_rates_and_lights_are_those_of_the_report(dudao: Dudao, county: Path) -> None:
    boards = dudao("boards", county, "--as-of", "2026-06-30", "--json").json
    report = dudao("report", county, "--as-of", "2026-06-30", "--json").json
    rates = {(group["by"], group["name"]): group["completion_rate"] for group in report["groups"]}
    towns, departments = boards["series"]
    for by, series in (("region", towns), ("responsible_unit", departments)):
        for line in (*series["red"], *series["black"]):
            assert line["rate"] == rates[by, line["unit"]]


def test_a_target_met_is_never_on_the_black_board_and_a_missed_one_never_on_the_red(
    dudao: Dudao, sample: Callable[..., Path]
) -> None:
    for series in dudao("boards", sample("city.xlsx"), "--as-of", "2026-06-30", "--json").json["series"]:
        assert all(line["gap"] >= 0 for line in series["red"])
        assert all(line["gap"] < 0 for line in series["black"])


def test_each_score_is_the_sum_of_its_parts(dudao: Dudao, county: Path) -> None:
    for one in dudao("boards", county, "--as-of", "2026-06-30", "--json").json["scores"]:
        gained = [one["bonus"], *(part["points"] for part in one["parts"] if part["points"] is not None)]
        lost = [each["points"] for each in one["deductions"]]
        total = sum(map(Decimal, map(str, gained))) - sum(map(Decimal, map(str, lost)))
        assert total == Decimal(str(one["score"]))


def test_so_it_is_on_the_sheet(dudao: Dudao, county: Path) -> None:
    output = dudao("boards", county, "--as-of", "2026-06-30", "--json").json["output"]
    table = rows(load_workbook(output)["评分表"])
    head = next(row for row in table if row[0] == "名次")
    points = [
        at for at, title in enumerate(head) if title and str(title).replace("\n", "")[-2:] in ("得分", "加分", "扣分")
    ]
    total = head.index("总分")
    scored = [row for row in table if isinstance(row[total], int | float)]
    assert len(scored) == 18
    for row in scored:
        figures = [Decimal(str(row[at])) for at in points if isinstance(row[at], int | float)]
        assert sum(figures) == Decimal(str(row[total])), row


def test_the_period_is_a_quarter_and_may_be_another(dudao: Dudao, county: Path) -> None:
    assert dudao("boards", county, "--as-of", "2026-05-31", "--json").json["target"] == 25.0
    assert dudao("boards", county, "--as-of", "2026-05-31", "--period", "月", "--json").json["target"] == 41.67


def test_over_a_whole_year_it_is_the_review_of_the_year(dudao: Dudao, county: Path) -> None:
    said = dudao(
        "boards", county, "--as-of", "2026-12-31", "--period", "年", "--set", "boards.pool=5000", "--json"
    ).json
    book = load_workbook(said["output"])
    assert [book[sheet]["A1"].value for sheet in said["sheets"]] == [
        "2026年度总评红黑榜", "2026年度总评评分表", "2026年度总评资金分配建议",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("period", "as_of", "first"),
    [
        ("年", "2026-12-20", "2026年全年到2026年12月31日"),
        ("季", "2026-03-30", "2026年一季度到2026年3月31日"),
        ("半月", "2026-01-14", "2026年1月上半月到2026年1月15日"),
    ],
)
def test_a_period_that_is_not_over_is_refused(dudao: Dudao, county: Path, period: str, as_of: str, first: str) -> None:
    said = dudao("boards", county, "--as-of", as_of, "--period", period, "--json")
    assert (said.code, said.json["error"]["code"]) == (2, "no_period")
    assert said.err.startswith(f"{first}才结束") and "把截止日期改成" in said.err
    assert [*county.parent.glob("*红黑榜*")] == []


@pytest.mark.parametrize("name", ["targets.xlsx", "template.xlsx", "supervision.xlsx"])
def test_a_workbook_without_projects_is_refused(dudao: Dudao, sample: Callable[..., Path], name: str) -> None:
    said = dudao("boards", sample(name), "--as-of", "2026-06-30", "--json")
    assert (said.code, said.json["error"]["code"]) == (2, "no_projects")


def test_what_a_suggestion_leaves_out_is_told(dudao: Dudao, county: Path) -> None:
    """Six projects of 前期 have no plan of this year."""
    given = ("--as-of", "2026-06-30", "--json", "--set", "boards.pool=100", "--set", "boards.need=this_year")
    said = dudao("boards", county, *given).json
    some = [share["unit"] for share in said["allocation"] if share["unknown_projects"] and share["amount"] is not None]
    told = [warning for warning in said["warnings"] if warning.startswith("资金分配建议：")]
    assert some and len(told) == 1 and some[0] in told[0]


def test_a_suggestion_of_an_earlier_run_that_stays_is_told(dudao: Dudao, county: Path, tmp_path: Path) -> None:
    with_pool = dudao("boards", county, "--as-of", "2026-06-30", "--set", "boards.pool=100", "--json").json["output"]
    said = dudao("boards", with_pool, "--as-of", "2026-06-30", "-o", tmp_path / "再.xlsx", "--json").json
    assert said["warnings"] == ["“资金分配建议”表是以前做的，这次没有更新（设置“拟分配的资金”是0）；不用了可以删掉。"]


@pytest.mark.parametrize("period", ["半月", "旬"])
def test_a_period_that_ends_before_the_year_does_is_no_review_of_the_year(
    dudao: Dudao, county: Path, period: str
) -> None:
    said = dudao("boards", county, "--as-of", "2026-12-20", "--period", period, "--json").json
    ends = {"半月": "2026年1月至12月上半月", "旬": "2026年1月至12月中旬"}
    assert load_workbook(said["output"])["红黑榜"]["A1"].value == f"{ends[period]}重点项目推进红黑榜"


def test_suggested_amounts_are_the_pool_in_json_and_on_the_sheet(dudao: Dudao, county: Path) -> None:
    said = dudao("boards", county, "--as-of", "2026-06-30", "--set", "拟分配的资金=9999", "--json").json
    assert sum(share["amount"] for share in said["allocation"]) == 9999
    sheet = load_workbook(said["output"])["资金分配建议"]
    head = next(row for row in rows(sheet) if row[0] == "名次")
    column = head.index("建议金额\n（万元）")
    amounts = [row[column] for row in rows(sheet) if isinstance(row[column], int | float)]
    assert (sum(amounts[:-1]), amounts[-1]) == (9999, 9999)


def test_without_a_pool_nothing_is_suggested(dudao: Dudao, county: Path) -> None:
    said = dudao("boards", county, "--as-of", "2026-06-30", "--json").json
    assert (said["allocation"], said["sheets"]) == (None, ["红黑榜", "评分表"])


def test_a_reason_keeps_a_unit_off_the_black_board_and_is_told_below_it(dudao: Dudao, county: Path) -> None:
    reason = "boards.exempt.大川镇=6月山洪（不可抗力）"
    said = dudao(
        "boards", county, "--as-of", "2026-06-30", "--set", reason, "--set", "boards.exempt.无此镇=山洪", "--json"
    )
    towns = said.json["series"][0]
    assert "大川镇" not in {line["unit"] for line in towns["black"]}
    (excused,) = towns["excluded"]
    assert (excused["unit"], excused["place"]) == ("大川镇", 6)
    assert any("“无此镇”不是参加排名的单位" in warning for warning in said.json["warnings"])
    told = [str(row[0]) for row in rows(load_workbook(said.json["output"])["红黑榜"]) if row[0]]
    assert any(line.startswith("说明：大川镇低于目标") and "6月山洪（不可抗力）" in line for line in told)


def test_what_is_set_on_the_sheet_of_settings_is_obeyed(dudao: Dudao, county: Path) -> None:
    dudao("settings", county, "--set", "属地黑榜名额=1", "--set", "boards.exempt.城关镇=山洪", "--in-place")
    series = dudao("boards", county, "--as-of", "2026-06-30", "--json").json["series"]
    assert [line["unit"] for line in series[0]["black"]] == ["大川镇"]


def test_again_on_the_result_it_replaces_its_sheets_and_no_others(dudao: Dudao, county: Path, tmp_path: Path) -> None:
    first = dudao("boards", county, "--as-of", "2026-06-30", "--json").json["output"]
    again = dudao("boards", first, "--as-of", "2026-06-30", "-o", tmp_path / "再.xlsx", "--json").json["output"]
    before, after = load_workbook(first), load_workbook(again)
    assert before.sheetnames == after.sheetnames
    assert [rows(sheet) for sheet in before] == [rows(sheet) for sheet in after]


def test_the_button_does_and_says_what_the_command_does(dudao: Dudao, county: Path, tmp_path: Path) -> None:
    said = dudao("boards", county, "--as-of", "2026-06-30", "-o", tmp_path / "令.xlsx")
    button = macro("boards")
    assert isinstance(button, Macro)
    host = FileHost(county)
    outcome = button.run(Job(host, Settings(), date(2026, 6, 30)))
    host.save_as(tmp_path / "钮.xlsx")
    by_command, by_button = (load_workbook(tmp_path / name) for name in ("令.xlsx", "钮.xlsx"))
    assert by_command.sheetnames == by_button.sheetnames
    assert [rows(sheet) for sheet in by_command] == [rows(sheet) for sheet in by_button]
    told = said.out.splitlines()[1:]
    assert outcome.text.splitlines()[: len(told)] == told
