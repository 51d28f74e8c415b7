# ruff: noqa: E501
"""A mistake planted in an honest ledger gives exactly the finding that names it, whatever else it upsets."""

from datetime import date

import pytest

from tests.workbooks.checks.builder import ledgers_of
from workbooks.checks import check
from workbooks.finding import Finding

AS_OF = date(2025, 7, 31)
HEADER = (
    "序号 | 项目名称 | 状态 | 总投资（万元） | 上年底累计完成投资（万元） | 2025年计划投资（万元） | 当月完成投资（万元） | "
    "2025年1-7月累计完成投资（万元） | 完成率（%） | 开工累计完成投资（万元） | 计划开工时间 | 实际开工时间 | 计划竣工时间 | "
    "实际竣工时间 | 形象进度 | 责任单位 | 包抓领导"
)
ROWS = {
    "sum": "合计（7项） | | | 290,700 | 79,400 | 58,800 | 3,900 | 33,230 | | 112,630",
    "roads": "一、交通（3项） | | | 121,800 | 41,000 | 21,300 | 1,300 | 10,980 | | 51,980",
    "bridge": "1 | 东河大桥加固工程 | 在建 | 8,600 | 3,000 | 3,300 | 300 | 1,980 | 60% | 4,980 | 2024-03 | 2024-04 | 2026-06 | | 桥面铺装 | 县交通局 | 令狐平",
    "bypass": "2 | 过境公路改线 | 在建 | 93,200 | 38,000 | 15,000 | 1,000 | 9,000 | 60% | 47,000 | 2023-05 | 2023-06 | 2026-12 | | 路基 | 县交通局 | 公孙樵",
    "station": "3 | 客运站迁建 | 未开工 | 20,000 | 0 | 3,000 | 0 | 0 | 0% | 0 | 2025-09 | | 2027-03 | | 办理手续 | 县交通局 | 公孙樵",
    "works": "二、社会事业（4项） | | | 168,900 | 38,400 | 37,500 | 2,600 | 22,250 | | 60,650",
    "hospital": "1 | 县人民医院迁建 | 在建 | 45,000 | 9,400 | 16,000 | 1,200 | 8,000 | 50% | 17,400 | 2024-01 | 2024-02 | 2026-10 | | 主体五层 | 县卫健局 | 上官岚",
    "college": "2 | 职业中专扩建 | 在建 | 18,900 | 6,000 | 8,000 | 500 | 5,000 | 62.5% | 11,000 | 2024-03 | 2024-03 | 2026-08 | | 装修 | 县教育局 | 上官岚",
    "gym": "3 | 全民健身馆 | 已竣工 | 15,000 | 11,000 | 4,000 | 0 | 4,000 | 100% | 15,000 | 2023-04 | 2023-05 | 2025-06 | 2025-05 | 已竣工 | 县文旅局 | 司徒柏",
    "plant": "4 | 智能装备产业园 | 在建 | 90,000 | 12,000 | 9,500 | 900 | 5,250 | 55.3% | 17,250 | 2024-06 | 2024-07 | 2027-06 | | 厂房吊装 | 县工信局 | 司徒柏",
}  # fmt: skip
COLUMNS = [cell.strip() for cell in HEADER.split("|")]
SHORT = {
    "number": 0, "name": 1, "state": 2, "total": 3, "before": 4, "plan": 5, "month": 6, "year": 7, "rate": 8, "since": 9,
    "planned_start": 10, "start": 11, "planned_finish": 12, "finish": 13, "progress": 14, "unit": 15, "leader": 16,
}  # fmt: skip


def table(**planted: dict[str, str]) -> str:
    lines = [HEADER]
    for key, line in ROWS.items():
        cells = [cell.strip() for cell in line.split("|")]
        cells += [""] * (len(COLUMNS) - len(cells))
        for column, value in planted.get(key, {}).items():
            cells[SHORT[column]] = value
        lines.append(" | ".join(cells))
    return "\n".join(lines)


def findings(**planted: dict[str, str]) -> list[Finding]:
    ledgers, book = ledgers_of(table(**planted))
    return check(ledgers, {}, AS_OF, book)


def where(row: str, column: str) -> str:
    return f"{chr(65 + SHORT[column])}{list(ROWS).index(row) + 2}"


def test_the_ledger_is_honest() -> None:
    assert findings() == []


PLANTED = [
    ("hospital", {"name": ""}, "E101", "name"),
    ("hospital", {"plan": ""}, "E102", "plan"),
    ("hospital", {"unit": ""}, "E103", "unit"),
    ("hospital", {"leader": ""}, "E104", "leader"),
    ("hospital", {"plan": "一万六左右吧"}, "E111", "plan"),
    ("hospital", {"year": "八千多一点点"}, "E111", "year"),
    ("hospital", {"planned_start": "2024年13月"}, "W112", "planned_start"),
    ("hospital", {"rate": "过半"}, "W113", "rate"),
    ("hospital", {"year": "#DIV/0!"}, "E114", "year"),
    ("hospital", {"year": "-8,000"}, "E201", "year"),
    ("hospital", {"month": "-1,200"}, "E201", "month"),
    ("hospital", {"plan": "160,000,000"}, "W203", "plan"),
    ("hospital", {"plan": "1.6"}, "W203", "plan"),
    ("hospital", {"total": "4.5"}, "W203", "total"),
    ("hospital", {"year": "80,000"}, "E206", "year"),
    ("hospital", {"year": "9,000"}, "E204", "year"),
    ("hospital", {"before": "4,900"}, "E204", "before"),
    ("hospital", {"plan": "61,000"}, "E205", "plan"),
    ("hospital", {"plan": "1,600"}, "E204", "plan"),
    ("hospital", {"plan": "26,000"}, "E204", "plan"),
    ("hospital", {"total": "4,500"}, "E203", "total"),
    ("hospital", {"year": "800"}, "E204", "year"),
    ("hospital", {"year": "8,300"}, "E204", "year"),
    ("hospital", {"plan": "160,000"}, "E205", "plan"),
    ("hospital", {"plan": "46,000"}, "E205", "plan"),
    ("hospital", {"since": "174,000"}, "E206", "since"),
    ("hospital", {"since": "7,400"}, "E207", "since"),
    ("hospital", {"since": "19,400"}, "E208", "since"),
    ("hospital", {"month": "12,000"}, "E209", "month"),
    ("hospital", {"rate": "80%"}, "E211", "rate"),
    ("hospital", {"rate": "5%"}, "E211", "rate"),
    ("hospital", {"planned_finish": "2023-10"}, "E301", "planned_finish"),
    ("hospital", {"planned_start": "2034-01"}, "E301", "planned_start"),
    ("hospital", {"start": "2025-09"}, "E302", "start"),
    ("gym", {"finish": "2025-10"}, "E302", "finish"),
    ("gym", {"finish": ""}, "W303", "finish"),
    ("hospital", {"start": "2025-02"}, "W304", "before"),
    ("hospital", {"state": "未开工"}, "W311", "year"),
    ("hospital", {"state": "竣工", "finish": "2025-06"}, "W312", "year"),
    ("gym", {"state": "在建", "finish": "", "progress": ""}, "W313", "since"),
    ("bridge", {"finish": "2025-06"}, "W313", "finish"),
    ("college", {"name": "县人民医院迁建", "unit": "县卫健局"}, "W401", "name"),
    ("college", {"name": "县人民医院迁建工程"}, "I403", "name"),
    ("hospital", {"year": "'8,000"}, "I501", "year"),
    ("hospital", {"rate": "="}, "I503", "rate"),
    ("hospital", {"progress": "=主体五层"}, "I504", "progress"),
    ("hospital", {"progress": "@主体五层"}, "I504", "progress"),
    ("hospital", {"progress": "+主体五层"}, "I504", "progress"),
    ("hospital", {"progress": "-主体五层"}, "I504", "progress"),
    ("sum", {"plan": "59,800"}, "E221", "plan"),
    ("works", {"total": "186,900"}, "E221", "total"),
    ("sum", {"number": "合计（9项）"}, "W222", "number"),
    ("roads", {"number": "一、交通（4项）"}, "W222", "number"),
]


@pytest.mark.parametrize(("row", "change", "code", "column"), PLANTED)
def test_a_planted_mistake_gives_the_one_finding_that_names_it(
    row: str, change: dict[str, str], code: str, column: str
) -> None:
    assert [(f.code, f.cell) for f in findings(**{row: change})] == [(code, where(row, column))]


def test_two_mistakes_in_two_rows_give_two_findings() -> None:
    found = findings(bridge={"plan": "33,000"}, college={"rate": "26.5%"})
    assert [(f.code, f.cell) for f in found] == [("E205", where("bridge", "plan")), ("E211", where("college", "rate"))]


def test_a_wrong_total_is_told_although_a_row_under_it_is_wrong_too() -> None:
    found = findings(bridge={"plan": "33,000"}, sum={"plan": "158,800"})
    assert [(f.code, f.cell) for f in found] == [("E221", where("sum", "plan")), ("E205", where("bridge", "plan"))]


def test_a_row_missing_under_a_section_is_told_at_the_section_only() -> None:
    ledgers, book = ledgers_of("\n".join(line for line in table().splitlines() if "客运站" not in line))
    found = check(ledgers, {}, AS_OF, book)
    assert [(f.code, f.cell) for f in found if f.code == "W222"] == [("W222", "A3")]
    assert {f.code for f in found} == {"W222", "E221"}
    assert {f.row for f in found} == {3}


def test_sums_that_are_off_in_every_column_are_told_once() -> None:
    ledgers, book = ledgers_of("\n".join(line for line in table().splitlines() if "职业中专" not in line))
    found = check(ledgers, {}, AS_OF, book)
    assert [(f.code, f.cell) for f in found] == [("W222", "A7"), ("W223", "D7")]


def test_a_whole_row_in_another_unit_is_told_once() -> None:
    change = {"total": "4.5", "before": "0.94", "plan": "1.6", "month": "0.12", "year": "0.8", "since": "1.74"}
    found = findings(hospital=change)
    assert [(f.code, f.cell) for f in found] == [("W203", where("hospital", "total"))]
    assert found[0].message == "总投资4.5万元与其他项目的总投资不相称，疑似应为45,000万元"


def test_messages_quote_the_figures_as_the_ledger_has_them() -> None:
    found = findings(hospital={"plan": "58,000", "rate": ""}, sum={"plan": "100,800"}, works={"plan": "79,500"})
    assert [f.message for f in found] == ["年度计划投资58,000万元大于总投资45,000万元"]
    assert found[0].project == "县人民医院迁建"
    assert found[0].row == 8
    assert found[0].field == "annual_plan"
