"""Ledgers that nobody had seen, through the real commands: is what `inspect`, `check` and `report` say right?"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from tests.addin.conftest import Dudao

AS_OF = ("--as-of", "2025-06-30")
HEADER = ("序号", "项目名称", "年度计划投资（万元）", "1-6月累计完成投资（万元）")
NAMES = (
    "柏川水厂",
    "青栎大桥",
    "泠水粮库",
    "石鹭码头",
    "东槐学校",
    "望榆医院",
    "曲枫冷库",
    "苍梨电站",
    "岚坪客运站",
    "槐安公园",
)


def ledger(path: Path, rows: Sequence[Sequence[Any]], merges: Sequence[tuple[int, int, int, int]] = ()) -> Path:
    """Write the rows on a sheet 台账; merged areas keep what their first cell says."""
    with xlsxwriter.Workbook(str(path)) as book:
        sheet, day, plain = book.add_worksheet("台账"), book.add_format({"num_format": "yyyy/m/d"}), book.add_format()
        for area in merges:
            sheet.merge_range(*area, "", plain)
        for r, row in enumerate(rows):
            for c, value in enumerate(row):
                if isinstance(value, date):
                    sheet.write_datetime(r, c, value, day)
                elif value is not None:
                    sheet.write(r, c, value)
    return path


def with_column(path: Path, header: str, values: Sequence[Any]) -> Path:
    """Write ten projects at a tenth of their plan, with one more column that holds the values."""
    rows = [(i, name, 1000 * i, 100 * i, value) for i, (name, value) in enumerate(zip(NAMES, values, strict=True), 1)]
    return ledger(path, [(*HEADER, header), *rows])


@pytest.mark.parametrize("nothing", ["无", "—", "/"])
@pytest.mark.parametrize(
    ("header", "field", "something"),
    [
        ("存在问题", "problem", "征地未完成"),
        ("包保领导", "leader", "司徒柏"),
        ("状态", "status", "停工"),
        ("不可抗力因素", "exemption", "特大洪水"),
        ("竣工时间", "actual_finish", "2025.5"),
    ],
)
def test_a_word_for_nothing_is_no_evidence_against_a_header(
    dudao: Dudao, tmp_path: Path, nothing: str, header: str, field: str, something: str
) -> None:
    path = with_column(tmp_path / "台账.xlsx", header, [nothing] * 9 + [something])
    assert dudao("inspect", path, "--json").json["ledgers"][0]["fields"][field]["column"] == "E"


def test_total_investment_stays_so_where_it_is_still_open(dudao: Dudao, tmp_path: Path) -> None:
    path = with_column(tmp_path / "台账.xlsx", "总投资（万元）", ["待定"] * 9 + [30000])
    assert dudao("inspect", path, "--json").json["ledgers"][0]["fields"]["total_investment"]["column"] == "E"


def test_what_is_done_stays_so_where_most_have_not_begun(dudao: Dudao, tmp_path: Path) -> None:
    rows = [(i, name, 1000, "尚未开工" if i < 9 else 100 * i) for i, name in enumerate(NAMES, 1)]
    path = ledger(tmp_path / "台账.xlsx", [HEADER, *rows])
    projects = dudao("report", path, *AS_OF, "-o", tmp_path / "通报.xlsx", "--json").json["projects"]
    assert [project["done_this_year"] for project in projects[-2:]] == [900, 1000]


def test_visible_progress_stays_so_where_all_is_done(dudao: Dudao, tmp_path: Path) -> None:
    path = with_column(tmp_path / "台账.xlsx", "形象进度", ["已完成"] * 10)
    assert dudao("inspect", path, "--json").json["ledgers"][0]["fields"]["visible_progress"]["column"] == "E"


def test_a_reason_among_projects_that_have_none_still_exempts(dudao: Dudao, tmp_path: Path) -> None:
    path = with_column(tmp_path / "台账.xlsx", "不可抗力因素", ["无"] * 9 + ["特大洪水"])
    projects = dudao("report", path, *AS_OF, "-o", tmp_path / "通报.xlsx", "--json").json["projects"]
    assert [project["light"] for project in projects] == ["red"] * 9 + ["none"]


def test_a_blank_in_the_column_of_registration_is_a_project_not_registered(dudao: Dudao, tmp_path: Path) -> None:
    """docs/settings.md: 开工后超过这么多个月还没有入库（入统），亮红灯。台账有入库一栏时才判断。"""
    path = ledger(
        tmp_path / "台账.xlsx",
        [
            (*HEADER, "开工时间", "入库时间"),
            (1, NAMES[0], 1000, 600, date(2025, 1, 10), date(2025, 2, 5)),
            (2, NAMES[1], 1000, 600, date(2025, 5, 10), None),
            (3, NAMES[2], 1000, 600, date(2025, 2, 1), None),
        ],
    )
    projects = dudao("report", path, *AS_OF, "-o", tmp_path / "通报.xlsx", "--json").json["projects"]
    assert [project["light"] for project in projects] == ["green", "yellow", "red"]


@pytest.mark.parametrize("text", ["12个", "300亩", "3000吨", "5800人", "3000-5000", "2025-03"])
def test_an_amount_that_is_none_is_never_passed_over_in_silence(dudao: Dudao, tmp_path: Path, text: str) -> None:
    rows = [(1, NAMES[0], 2000, 1000), (2, NAMES[1], text, 800), (3, NAMES[2], 3000, 1500), (4, NAMES[3], 3000, 1600)]
    path = ledger(tmp_path / "台账.xlsx", [HEADER, *rows])
    report = dudao("report", path, *AS_OF, "-o", tmp_path / "通报.xlsx", "--json").json
    assert report["projects"][1]["annual_plan"] is None
    assert [issue["cell"] for issue in dudao("check", path, *AS_OF, "--json").json["issues"]] == ["C3"]


def test_a_total_typed_in_the_smaller_unit_is_suspected(dudao: Dudao, tmp_path: Path) -> None:
    header = ("序号", "项目名称", "总投资（亿元）", "年度计划投资（万元）", "1-6月累计完成投资（万元）")
    totals = (1.2, 3.65, 88000, 0.48, 0.95, 1.6)
    plans = (5000, 9000, 24000, 2600, 4800, 6000)
    rows = [(i, NAMES[i], total, plan, plan // 2) for i, (total, plan) in enumerate(zip(totals, plans, strict=True))]
    issues = dudao("check", ledger(tmp_path / "台账.xlsx", [header, *rows]), *AS_OF, "--json").json["issues"]
    assert [(issue["code"], issue["cell"]) for issue in issues] == [("W203", "C4")]


def test_a_reason_never_denies_a_plan_that_is_there(dudao: Dudao, tmp_path: Path) -> None:
    header = ("序号", "项目名称", "年度计划投资（亿元）", "1-6月累计完成投资")
    path = ledger(tmp_path / "台账.xlsx", [header, (1, NAMES[0], 1.2, 4000), (2, NAMES[1], 0.5, 3000)])
    project = dudao("report", path, *AS_OF, "-o", tmp_path / "通报.xlsx", "--json").json["projects"][0]
    assert (project["annual_plan"], project["done_this_year"], project["light"]) == (12000, None, "none")
    assert not any("未定计划" in reason for reason in project["reasons"])


MERGED = [(1, 0, 2, 0), (1, 1, 2, 1), (1, 2, 2, 2), (1, 3, 1, 4), (1, 5, 2, 5)]


def merged_header(path: Path, plan: str, leaders: Sequence[str | None], factor: int = 1) -> Path:
    rows = [
        ("重点项目推进表",),
        ("序号", "项目名称", plan, "完成情况", None, "包保领导"),
        (None, None, None, "6月完成投资（万元）", "1-6月累计完成投资（万元）", None),
        *((i, NAMES[i], (i + 2) * 1000 * factor, 100, 600, leader) for i, leader in enumerate(leaders)),
    ]
    return ledger(path, rows, MERGED)


@pytest.mark.parametrize(
    ("code", "cell", "plan", "leaders", "factor", "as_of"),
    [
        ("I105", "F2", "年度计划投资（万元）", [None] * 6, 1, "2025-06-30"),
        ("I505", "C2", "2025年计划投资（万元）", ["司徒柏"] * 6, 1, "2026-06-30"),
        ("W202", "C2", "年度计划投资（万元）", ["司徒柏"] * 6, 10000, "2025-06-30"),
    ],
)
def test_what_is_said_of_a_column_is_told_at_the_cell_that_shows_its_header(
    dudao: Dudao, tmp_path: Path, code: str, cell: str, plan: str, leaders: list[Any], factor: int, as_of: str
) -> None:
    """A header merged downwards shows its first cell: a mark on a covered one is never seen."""
    path = merged_header(tmp_path / "台账.xlsx", plan, leaders, factor)
    issues = dudao("check", path, "--as-of", as_of, "--json").json["issues"]
    assert [issue["cell"] for issue in issues if issue["code"] == code] == [cell]
