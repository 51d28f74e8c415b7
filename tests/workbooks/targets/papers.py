"""Targets ledgers as offices lay them out, through recognition. `LEFT` and `UP` merge a cell, as in tests/ledgers."""

from datetime import date
from typing import Any

from udfs.lights import LightRules
from workbooks.grid import Area, Book, Grid
from workbooks.ledger import Ledger
from workbooks.recognition import recognise
from workbooks.settings import Settings
from workbooks.targets.judging import TargetMoment

LEFT, UP = "<", "^"
AS_OF = TargetMoment(date(2026, 6, 30), "month", "month", (), LightRules())


def ledger(*rows: tuple[Any, ...], sheet: str = "目标任务") -> Ledger:
    """Return the one ledger of a sheet with these rows, as recognition reads them."""
    width = max(map(len, rows))
    cells = [[*row, *[None] * (width - len(row))] for row in rows]
    values = [[None if value in (LEFT, UP) else value for value in row] for row in cells]
    grid = Grid(sheet, values, tuple(_merges(cells)))
    (found,) = recognise(Book("目标.xlsx", "xlsx", [grid]), Settings()).ledgers
    assert found.kind == "targets"
    return found


def _merges(cells: list[list[Any]]) -> list[Area]:
    areas = []
    for top, row in enumerate(cells):
        for left, value in enumerate(row):
            if value in (LEFT, UP):
                continue
            right, bottom = left, top
            while right + 1 < len(row) and row[right + 1] == LEFT:
                right += 1
            while bottom + 1 < len(cells) and cells[bottom + 1][left] == UP:
                bottom += 1
            if (right, bottom) != (left, top):
                areas.append(Area(top, left, bottom, right))
    return areas


GROUPS = (
    ("云岭市2026年1-6月重点目标任务完成情况表",),
    ("单位：个、亿元",),
    ("县（市、区）", "新签约项目（个）", LEFT, LEFT, "到位资金", LEFT, LEFT),
    (UP, "年度目标", "1-6月完成", "完成率（%）", "年度目标", "1-6月完成", "完成率（%）"),
    ("青岚区", 18, 12, 66.7, 20, 11.2, 56),
    ("江渚区", 31, 20, 64.5, 16, 8.25, 51.6),
    ("全市合计", 49, 32, 65.3, 36, 19.45, 54),
)
PAIRS = (
    ("云岭市2026年招商引资目标任务完成情况表（截至6月底）",),
    ("县（市、区）", "签约目标（个）", "签约完成（个）", "到位资金目标（亿元）", "到位资金完成（亿元）"),
    ("青岚区", 20, 12, 8, 3.5),
    ("江渚区", 30, 18, "9亿元", 0.5),
    ("柏川县", 25, "报送中", "5000万元", None),
)
TURNED = (
    ("2026年开发区目标任务完成情况",),
    ("考核事项", "计量单位", "云岭经开区", LEFT, "云岭高新区", LEFT, "合计", LEFT),
    (UP, UP, "目标", "完成", "目标", "完成", "目标", "完成"),
    ("一季度新签约项目", "个", 60, 44, 50, 38, 110, 82),
    ("到位资金", "亿元", 20, 14.5, 16, 12.2, 36, 26.7),
)
LONG = (
    ("云岭市2026年目标体系完成情况表",),
    ("单位", "指标名称", "计量单位", "时限", "目标值", "完成值", "备注"),
    ("云岭市", "开工项目", "个", "一季度", 120, 108, None),
    (UP, "储备项目", "个", "全年", "≥1000", 874, None),
    ("云岭高新区", "利用外资", "%", "全年", "+18%", "12.4%", None),
    (None, "进出口增长", "%", "2026.9.30", 0.1, 0.113, None),
    (None, "资产负债率", "%", "全年", "不高于60%", 61.5, None),
    (None, "签约项目", "个", "择机", 60, 34, None),
)
PROMOTION = (
    ("2026年签约项目汇总表",),
    ("单位：个、万美元",),
    ("县别", "总签约情况", LEFT, LEFT, LEFT, LEFT, "合同", LEFT),
    (UP, "目标任务", "项目数", "总投资", "拟利用外资", "占目标任务%", "项目数", "总投资"),
    ("溪源县", 5000, 4, 6800, 4100, 82, 2, 3000),
    ("古渡县", 3000, 3, 4200, 3300, 110, 3, 4200),
    ("合计", 8000, 7, 11000, 7400, 92.5, 5, 7200),
)
