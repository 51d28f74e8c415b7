"""The ledger with which a city's year begins: 200 projects on 15 January, all of them on time.

What happens to them in the year's 24 half-months stands in `year.toml`; `workbooks.samples.year` writes it.
"""

from datetime import date
from pathlib import Path

from workbooks.samples.make.inventor import Inventor
from workbooks.samples.make.paper import Paper
from workbooks.samples.make.plain import Head, sheet_of
from workbooks.samples.make.projects import Where, draw
from workbooks.samples.make.tables import county_names, table

NAME, TITLE = "项目台账", "云岭市2026年重点项目台账"
HEADS = (
    Head(("序号",), 6, "middle"),
    Head(("项目代码",), 24, "middle"),
    Head(("项目名称",), 30, "text"),
    Head(("建设性质",), 9, "middle"),
    Head(("所属行业",), 10, "middle"),
    Head(("属地",), 9, "middle"),
    Head(("责任单位",), 20, "text"),
    Head(("责任人",), 9, "middle"),
    Head(("包保领导",), 16, "middle"),
    Head(("总投资（万元）",), 12, "amount"),
    Head(("2026年计划投资（万元）",), 12, "amount"),
    Head(("计划开工时间",), 12, "day"),
    Head(("实际开工时间",), 12, "day"),
    Head(("计划竣工时间",), 12, "day"),
    Head(("实际竣工时间",), 12, "day"),
    Head(("2026年累计完成投资（万元）",), 13, "amount"),
    Head(("备注",), 10, "text"),
)
_NATURES = ["续建"] * 22 + ["新开工"] * 2 + ["竣工"]  # of each county
_CODED = 100  # so many have a code
_GREAT, _SHARE = 57, 2 / 3  # a project with two thirds of what the others of its county have together
_SMALL = (31, 66)  # late ones that shall not draw their county along
_LEAST = 1200.0  # 万元 a year


def make(path: Path) -> None:
    """Write the ledger."""
    inventor = Inventor("year 2026")
    leaders = tuple(inventor.leaders(table("people")["city_leaders"]))
    rows = [
        _row(inventor, number, county, nature, leaders)
        for number, (county, nature) in enumerate(
            ((county, nature) for county in county_names() for nature in _NATURES), 1
        )
    ]
    great = rows[_GREAT - 1]
    others = sum(_amount(row[10]) for row in rows if row[5] == great[5] and row is not great)
    great[9], great[10] = round(others * _SHARE, -2) * 3, round(others * _SHARE, -2)
    paper = Paper(path, TITLE)
    sheet_of(paper, NAME, TITLE, ("填报单位：云岭市发展和改革委员会", "单位：万元"), HEADS, rows)
    paper.save()


def _row(inventor: Inventor, number: int, county: str, nature: str, leaders: tuple[str, ...]) -> list[object]:
    project = draw(inventor, Where(county, leaders, 2026, 1), "续建")
    code = f"2601-{530901 + (number - 1) // 25}-04-01-{100000 + number * 37:06}" if number <= _CODED else None
    start = date(2024 + number % 2, 1 + number % 12, 3 + number % 25)
    finish = date(2027 + number % 2, 12, 31)
    plan = _LEAST if number in _SMALL else max(_LEAST, round(project.total * 0.25, -2))
    if nature == "新开工":
        start = date(2026, 1, 20)
    if nature == "竣工":
        finish = date(2026, 10, 31)
    return [
        number, code, project.name, nature, project.industry, county, project.unit, project.person, project.leader,
        max(project.total, plan * 3), plan, start, None if nature == "新开工" else start, finish, None, 0.0, None,
    ]  # fmt: skip


def _amount(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 0.0
