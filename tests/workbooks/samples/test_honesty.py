"""The honest ledgers are honest: their displayed figures agree with each other, by an independent calculation."""

from datetime import datetime
from itertools import pairwise
from typing import Any

import openpyxl
import pytest
import xlrd
from rapidfuzz.fuzz import ratio

from tests.workbooks.samples.table import Row, half_up, rows_of
from workbooks.samples import FOLDER

AS_OF = datetime(2026, 6, 30)
PLAIN = {
    "total": "总投资",
    "before": "至2025年底累计完成投资",
    "plan": "2026年计划投资",
    "month": "6月完成投资",
    "done": "2026年1-6月完成投资",
    "rate": "完成投资占年计划%",
    "since": "开工累计完成投资",
    "start": "计划开工时间",
    "began": "实际开工时间",
    "finish": "计划竣工时间",
    "finished": "实际竣工时间",
    "unit": "责任单位",
    "leader": "包保领导",
}
CITY = PLAIN | {
    "plan": "2026年度计划投资",
    "done": "1-6月累计完成投资",
    "rate": "占年计划（%）",
    "leader": "市包保领导",
    "since": "",
}


def county() -> tuple[list[Row], list[list[Any]]]:
    return rows_of(FOLDER / "county.xlsx", "重点项目台账", (3, 3))


def city() -> tuple[list[Row], list[list[Any]]]:
    return rows_of(FOLDER / "city.xlsx", "项目明细表", (3, 5))


def named(rows: list[Row], names: dict[str, str]) -> list[Row]:
    """The rows by short names; None where the ledger has no such column."""
    return [{"name": r["项目名称"], "nature": r["建设性质"]} | {k: r.get(v) for k, v in names.items()} for r in rows]


LEDGERS = {"county": named(county()[0], PLAIN), "city": named(city()[0], CITY)}
each = pytest.mark.parametrize("rows", LEDGERS.values(), ids=LEDGERS)


def test_the_ledgers_have_as_many_projects_as_they_say() -> None:
    assert [len(rows) for rows in LEDGERS.values()] == [60, 200]


@each
def test_required_entries_are_filled(rows: list[Row]) -> None:
    assert all(r["name"] and r["unit"] and r["leader"] and r["total"] for r in rows)
    assert all(r["plan"] for r in rows if r["nature"] != "前期")


@each
def test_amounts_keep_within_each_other(rows: list[Row]) -> None:
    for r in rows:
        if r["plan"] is None:
            continue
        assert 0 <= r["month"] <= r["done"] <= r["plan"] * 1.5, r
        assert r["plan"] <= r["total"] and r["before"] + r["done"] <= r["total"], r
        assert r["since"] in (None, r["before"] + r["done"]), r


@each
def test_rates_are_what_the_figures_give(rows: list[Row]) -> None:
    for r in rows:
        if r["plan"]:
            exact = r["done"] / r["plan"]
            assert r["rate"] in (pytest.approx(exact, rel=1e-12), half_up(exact * 100)), r


@each
def test_dates_make_sense(rows: list[Row]) -> None:
    for r in rows:
        assert r["start"] <= r["finish"], r
        assert r["began"] is None or r["began"] <= AS_OF, r
        assert r["finished"] is None or r["began"] <= r["finished"] <= AS_OF, r
        assert r["began"] is not None or not (r["before"] or r["done"]), r
        assert r["began"] is None or r["began"].year < 2026 or not r["before"], r


@each
def test_finished_projects_have_done_everything_and_no_others(rows: list[Row]) -> None:
    for r in rows:
        everything = (r["before"] or 0) + (r["done"] or 0) == r["total"]
        assert everything == (r["finished"] is not None), r


@each
def test_no_two_names_are_near_duplicates(rows: list[Row]) -> None:
    names = sorted(r["name"].lstrip("★") for r in rows)
    assert all(ratio(a, b) < 80 for place, a in enumerate(names) for b in names[place + 1 :])


@each
def test_no_neighbours_repeat_their_figures(rows: list[Row]) -> None:
    figures = [(r["total"], r["before"], r["plan"], r["done"]) for r in rows]
    assert not [a for a, b in pairwise(figures) if a == b]


@each
def test_lights_of_every_colour_are_to_be_had(rows: list[Row]) -> None:
    gaps = [r["done"] / r["plan"] * 100 - 50 for r in rows if r["plan"]]
    assert (
        min(
            len([g for g in gaps if g >= 0]),
            len([g for g in gaps if -30 <= g <= -10]),
            len([g for g in gaps if g < -30]),
        )
        >= 3
    )
    assert any(r["plan"] is None for r in rows)


def test_the_countys_total_is_the_sum_of_its_rows() -> None:
    _, lines = county()
    total = next(line for line in lines if line[1] == "合计（60个）")
    for place in (11, 12, 13, 14, 15, 17):
        assert total[place] == sum(line[place] or 0 for line in lines[3:63])
    assert total[16] == pytest.approx(total[15] / total[13])


def test_the_citys_sections_count_and_sum_what_stands_under_them() -> None:
    _, lines = city()
    money = range(6, 11)
    for place, line in enumerate(lines[5:], 5):
        label = str(line[0] or "")
        if "（" not in label or "个）" not in label:
            continue
        count = int(label.rpartition("（")[2].removesuffix("个）"))
        if label[0] == "（":
            under = lines[place + 1 : place + 1 + count]
            assert isinstance(lines[place + 1 + count][0], str), label
        elif label[1] == "、":
            under = [row for row in lines[place + 1 : place + 1 + count + 3] if isinstance(row[0], int)]
        elif label.startswith("合计"):
            under = [row for row in lines[5:] if isinstance(row[0], int)]
        elif "省级" in label:
            under = [row for row in lines[5:] if isinstance(row[0], int) and row[1].startswith("★")]
        else:
            under = [row for row in lines[5:] if isinstance(row[0], int) and label.strip("　").startswith(row[4])]
        assert len(under) == count, label
        for column in money:
            assert line[column] == sum(row[column] or 0 for row in under), (label, column)
        plan, done = line[8], line[10]
        assert line[11] == (half_up(done / plan * 100) if plan else None), label


def test_the_citys_cross_table_repeats_the_details() -> None:
    book = openpyxl.load_workbook(FOLDER / "city.xlsx", data_only=True)
    details = {str(row[0].value).partition("、")[2].partition("（")[0]: row for row in book["项目明细表"].iter_rows()}
    for line in book["汇总表"].iter_rows(min_row=4, max_row=11, values_only=True):
        row = details[line[0]]
        assert line[2:6] == (row[6].value, row[8].value, row[10].value, half_up(line[4] / line[3] * 100))


@pytest.mark.parametrize("sheet", ["市属开发区", "县属园区"])
def test_the_zones_months_add_up(sheet: str) -> None:
    rows, lines = rows_of(FOLDER / "zones.xlsx", sheet, (3, 5))
    sums = [0.0] * 24
    for r in rows:
        line = lines[r["row"] - 1]
        total, plan, done, rate = line[6:10]
        planned, built = line[10:34:2], line[11:34:2]
        assert sum(planned) == plan <= total * 10000 + 0.5
        assert sum(month or 0 for month in built) == done <= plan * 1.5
        assert built[6:] == [None] * 6
        assert rate == half_up(done / plan * 100)
        sums = [a + (b or 0) for a, b in zip(sums, line[10:34], strict=True)]
    total_line = lines[5]
    assert total_line[0] is None or "合计" in str(total_line[0]) or "合计" in str(total_line[2])
    assert [value or 0 for value in total_line[10:34]] == sums


def test_the_old_ledgers_figures_agree() -> None:
    book = xlrd.open_workbook(FOLDER / "port_2010.xls")
    for name, first, columns, count in (("项目明细表", 4, range(5, 9), "13个"), ("按行业", 4, range(3, 7), "16个")):
        sheet = book.sheet_by_name(name)
        assert sheet.cell_value(3, 1) == count
        rows = [
            sheet.row_values(row) for row in range(first, sheet.nrows) if isinstance(sheet.cell_value(row, 0), float)
        ]
        assert f"{len(rows)}个" == count
        amounts = [[float(str(row[c]).replace(",", "") or 0) for c in columns] for row in rows]
        for total, before, plan, done in amounts:
            assert before + plan <= total and done <= plan * 1.5
        sums = [float(sheet.cell_value(3, c)) for c in columns]
        assert sums == [sum(column) for column in zip(*amounts, strict=True)]


def test_the_old_ledger_has_amounts_typed_as_text() -> None:
    sheet = xlrd.open_workbook(FOLDER / "port_2010.xls").sheet_by_name("项目明细表")
    assert "54,583.00" in [sheet.cell_value(row, 5) for row in range(sheet.nrows)]


def test_the_target_system_is_that_of_the_speech() -> None:
    # mission.md row 13 (S2), to the letter: periods, counts, and the growths of the development zone
    lines = openpyxl.load_workbook(FOLDER / "targets.xlsx")["目标体系"].iter_rows(min_row=4, values_only=True)
    assert [line[1:6] for line in lines] == [
        ("云岭市", "开工项目", "个", "一季度", 120),
        ("云岭市", "达产项目", "个", "二季度", 191),
        ("云岭市", "落地项目", "个", "全年", 200),
        ("云岭市", "开复工项目", "个", "全年", 1000),
        ("云岭市", "储备项目", "个", "全年", 1000),
        ("云岭高新区", "签约项目", "个", "全年", 60),
        ("云岭高新区", "落地项目", "个", "全年", 20),
        ("云岭高新区", "储备项目", "个", "全年", 80),
        ("云岭高新区", "到位资金", "亿元", "全年", 20),
        ("云岭高新区", "利用外资增长", "%", "全年", 18),
        ("云岭高新区", "进出口增长", "%", "全年", 10),
        ("云岭高新区", "入统项目", "个", "全年", 10),
    ]


def test_targets_and_growth_are_computed_right() -> None:
    book = openpyxl.load_workbook(FOLDER / "targets.xlsx", data_only=True)
    tasks = [list(line) for line in book["重点目标任务"].iter_rows(min_row=5, values_only=True)]
    growth = [list(line) for line in book["主要经济指标"].iter_rows(min_row=5, values_only=True)]
    assert len(tasks) == len(growth) == 9
    for line in tasks:
        for place in range(1, 16, 3):
            assert line[place + 2] == half_up(line[place + 1] / line[place] * 100)
    for line in growth:
        for place in range(1, 21, 4):
            change = (line[place + 1] / line[place + 2] - 1) * 100
            assert line[place + 3] == pytest.approx(change, abs=0.0501)
    for lines, columns in ((tasks, (1, 2, 13, 14)), (growth, (1, 2, 3, 17))):
        for column in columns:
            assert lines[0][column] == pytest.approx(sum(line[column] for line in lines[1:]))


def test_supervised_items_that_are_struck_off_have_their_dates() -> None:
    rows, _ = rows_of(FOLDER / "supervision.xlsx", "督办台账", (3, 3), name="督办事项")
    assert len(rows) == 20
    for r in rows:
        assert r["交办日期"] < r["办结期限"]
        assert (r["办理状态"] == "已销号") == (r["销号日期"] is not None)
        for key in ("反馈日期", "销号日期"):
            assert r[key] is None or r["交办日期"] <= r[key] <= AS_OF
