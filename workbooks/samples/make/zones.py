"""The development zones' ledger: plan and done for each month of the year, totals in 亿元, months in 万元, zones in a
merged column; the counties' own parks on a second sheet of the same layout."""

from collections.abc import Callable, Sequence
from pathlib import Path

from workbooks.samples.make.city import percent
from workbooks.samples.make.inventor import Inventor
from workbooks.samples.make.paper import Column, Formula, Paper, Table, plain, rows_between
from workbooks.samples.make.projects import Project, Where, draw

SHEETS = {
    "市属开发区": {"云岭经开区": (14, "brisk"), "云岭高新区": (10, "usual"), "云岭陆港": (8, "slack")},
    "县属园区": {"柏川经开区": (9, "usual"), "临溪竹产业园": (6, "usual")},
}
KINDS = ["装备制造", "新材料", "电子信息", "食品医药", "现代物流", "园区建设", "能源"]
NATURES = ["续建", "新开工", "续建", "新开工", "竣工"]
LEADERS = ["党工委书记", "管委会主任", "管委会副主任", "管委会副主任", "管委会副主任", "党工委副书记", "招商总监"]
WEIGHTS = (4, 4, 8, 9, 9, 10, 9, 9, 10, 10, 9, 9)
"""How a year's plan is shared out over its months, in percent: little before the Spring Festival."""


def planned(project: Project, month: int) -> int | None:
    """Return the month's plan; the last month takes the rest."""
    assert project.plan is not None
    first = project.planned_start.month if project.planned_start.year == 2026 else 1
    weights = [0] * (first - 1) + list(WEIGHTS[first - 1 :])
    parts = [project.plan * weight // sum(weights) for weight in weights]
    parts[-1] += project.plan - sum(parts)
    return parts[month - 1]


def monthly(month: int, what: str) -> Callable[[Project, int], object]:
    """Return how a month's cell is filled: months to come have no done figure yet."""
    if what == "计划":
        return lambda p, row: planned(p, month)
    return lambda p, row: p.months[month - 1] if p.months and month <= len(p.months) else None


def done(project: Project, row: int) -> Formula:
    """Return the year to date as the sum of the months' done cells."""
    cells = "+".join(f"{{done{month}}}{{r}}" for month in range(1, 7))
    return Formula(f"={cells}", project.done or 0)


BASE = (
    Column("zone", ("所属园区",), 9, "middle", lambda p, row: None),
    Column("number", ("序号",), 5, "middle", lambda p, row: None),
    Column("name", ("项目名称",), 24, "text", lambda p, row: p.name),
    Column("nature", ("建设性质",), 7, "middle", lambda p, row: p.nature),
    Column("owner", ("投资主体",), 17, "text", lambda p, row: p.owner),
    Column("content", ("建设内容",), 24, "text", lambda p, row: p.content),
    Column("total", ("总投资（亿元）",), 9, "amount2", lambda p, row: p.total / 10000, summed=True),
    Column("plan", ("2026年计划投资（万元）",), 10, "amount", lambda p, row: p.plan, summed=True),
    Column("done", ("2026年1-6月累计完成投资（万元）",), 11, "amount", done, summed=True),
    Column("rate", ("完成年度计划（%）",), 8, "percent", lambda p, row: percent(p.rate)),
)
MONTHS = tuple(
    Column(
        f"{key}{month}",
        ("2026年分月投资情况（万元）", f"{month}月", what),
        7.5,
        "amount",
        monthly(month, what),
        summed=True,
    )
    for month in range(1, 13)
    for key, what in (("plan", "计划"), ("done", "完成"))
)
TAIL = (
    Column("progress", ("形象进度",), 22, "text", lambda p, row: p.progress),
    Column("problem", ("需协调解决的问题",), 18, "text", lambda p, row: p.problem),
    Column("unit", ("责任单位",), 13, "text", lambda p, row: p.unit),
    Column("leader", ("包联领导",), 11, "middle", lambda p, row: p.leader),
)
COLUMNS = BASE + MONTHS + TAIL


def make(path: Path) -> None:
    """Write the zones' ledger."""
    paper = Paper(path, "云岭市开发区2026年产业项目月度投资台账")
    inventor = Inventor("zones 2026")
    for name, zones in SHEETS.items():
        drawn = {}
        for zone, (size, temper) in zones.items():
            where = Where(zone, tuple(inventor.leaders(LEADERS)), 2026, 6, temper)
            drawn[zone] = [draw(inventor, where, NATURES[place % len(NATURES)], KINDS) for place in range(size)]
        _sheet(paper, name, drawn)
    paper.save()


def _sheet(paper: Paper, name: str, drawn: dict[str, list[Project]]) -> None:
    sheet, width = paper.sheet(name), len(COLUMNS)
    grid = Table(paper, sheet, COLUMNS)
    paper.title(sheet, 0, f"云岭市{name}2026年产业项目月度投资台账", width)
    sheet.merge_range(1, 0, 1, 8, "填报单位：云岭市开发区工作办公室", paper.style("unit_line"))
    sheet.merge_range(1, width - 6, 1, width - 1, "数据截至6月底　单位：亿元、万元", paper.style("unit_line_right"))
    top = grid.headers(2, [22, 20, 34])
    row, subtotals = top + 1, []
    for zone, listed in drawn.items():
        first = row
        for offset, project in enumerate(listed):
            grid.project(row, project)
            sheet.write_number(row, 1, offset + 1, paper.style("middle"))
            row += 1
        sheet.merge_range(first, 0, row, 0, zone, paper.style("middle", bold=True))
        _sums(grid, row, f"小计（{len(listed)}个）", listed, rows_between(first + 1, row), "#F2F7EC")
        sheet.write_blank(row, 0, None, paper.style("middle", bold=True))
        subtotals.append(row + 1)
        row += 1
    everything = [project for listed in drawn.values() for project in listed]
    _sums(
        grid,
        top,
        f"合计（{len(everything)}个）",
        everything,
        lambda letter: ",".join(f"{letter}{r}" for r in subtotals),
        "#FFF2CC",
    )
    sheet.merge_range(top, 0, top, 1, "", paper.style("middle", bg_color="#FFF2CC"))
    sheet.freeze_panes(top, 3)
    sheet.repeat_rows(0, top - 1)
    sheet.print_area(0, 0, row - 1, width - 1)


def _sums(grid: Table, row: int, label: str, listed: Sequence[Project], area: Callable[[str], str], fill: str) -> None:
    cells = grid.sum_of(listed, area)
    for month in range(7, 13):
        cells.pop(f"done{month}")
    rate = percent(plain(cells["done"]) / plain(cells["plan"]))
    grid.sums(row, cells | {"name": label, "rate": rate}, bg_color=fill)
