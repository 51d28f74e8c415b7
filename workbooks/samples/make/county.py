"""A county's ledger: 60 projects, one header row, the rate and the running total as formulas."""

from pathlib import Path

from workbooks.samples.make.inventor import Inventor
from workbooks.samples.make.paper import Column, Formula, Paper, Table
from workbooks.samples.make.projects import Project, Where, draw
from workbooks.samples.make.tables import table

COUNTY = "柏川县"
NATURES = ["续建"] * 26 + ["新开工"] * 21 + ["竣工"] * 7 + ["前期"] * 6
TITLE = "柏川县2026年重点项目建设进度台账"


def since_start(project: Project, row: int) -> object:
    """Return 开工累计 as the clerk's formula."""
    return None if project.since_start is None else Formula("={before}{r}+{done}{r}", project.since_start)


def rate(project: Project, row: int) -> object:
    """Return 完成率 as the clerk's formula."""
    return None if project.rate is None else Formula("={done}{r}/{plan}{r}", project.rate)


COLUMNS = (
    Column("number", ("序号",), 5, "middle", lambda p, row: row - 3),
    Column("name", ("项目名称",), 27, "text", lambda p, row: p.name),
    Column("nature", ("建设性质",), 8, "middle", lambda p, row: p.nature),
    Column("level", ("级别",), 6, "middle", lambda p, row: p.level),
    Column("industry", ("所属行业",), 9, "middle", lambda p, row: p.industry),
    Column("town", ("建设地点",), 9, "middle", lambda p, row: p.town),
    Column("content", ("建设内容及规模",), 30, "text", lambda p, row: p.content),
    Column("planned_start", ("计划开工时间",), 11, "month", lambda p, row: p.planned_start),
    Column("actual_start", ("实际开工时间",), 11, "month", lambda p, row: p.actual_start),
    Column("planned_finish", ("计划竣工时间",), 11, "month", lambda p, row: p.planned_finish),
    Column("actual_finish", ("实际竣工时间",), 11, "month", lambda p, row: p.actual_finish),
    Column("total", ("总投资",), 11, "amount", lambda p, row: p.total, summed=True),
    Column("before", ("至2025年底累计完成投资",), 11, "amount", lambda p, row: p.before, summed=True),
    Column("plan", ("2026年计划投资",), 11, "amount", lambda p, row: p.plan, summed=True),
    Column("month", ("6月完成投资",), 10, "amount", lambda p, row: p.this_month, summed=True),
    Column("done", ("2026年1-6月完成投资",), 11, "amount", lambda p, row: p.done, summed=True),
    Column("rate", ("完成投资占年计划%",), 9, "rate", rate),
    Column("since", ("开工累计完成投资",), 11, "amount", since_start, summed=True),
    Column("progress", ("目前形象进度",), 26, "text", lambda p, row: p.progress),
    Column("problem", ("存在问题",), 22, "text", lambda p, row: p.problem),
    Column("unit", ("责任单位",), 17, "text", lambda p, row: p.unit),
    Column("person", ("责任人",), 8, "middle", lambda p, row: p.person),
    Column("leader", ("包保领导",), 13, "middle", lambda p, row: p.leader),
    Column("remark", ("备注",), 8, "middle", lambda p, row: "省重点" if p.star else None),
)


def projects() -> list[Project]:
    """Return the county's projects, in the order of their natures."""
    inventor = Inventor("county 2026")
    where = Where(COUNTY, tuple(inventor.leaders(table("people")["county_leaders"])), 2026, 6)
    return [draw(inventor, where, nature) for nature in NATURES]


def make(path: Path) -> None:
    """Write the county's ledger."""
    paper = Paper(path, TITLE)
    sheet = paper.sheet("重点项目台账")
    grid = Table(paper, sheet, COLUMNS)
    width = len(COLUMNS)
    paper.title(sheet, 0, TITLE, width)
    sheet.set_row(1, 20)
    sheet.merge_range(1, 0, 1, 6, "填报单位：柏川县发展和改革局（重点项目办）", paper.style("unit_line"))
    sheet.merge_range(1, 9, 1, 14, "数据截至：2026年6月30日", paper.style("unit_line"))
    sheet.merge_range(1, width - 4, 1, width - 1, "单位：万元", paper.style("unit_line_right"))
    first = grid.headers(2, [42])
    listed = projects()
    for place, project in enumerate(listed):
        grid.project(first + place, project)
    last = first + len(listed)
    cells = grid.sum_of(listed, lambda letter: f"{letter}{first + 1}:{letter}{last}")
    cells |= {"name": f"合计（{len(listed)}个）", "rate": grid.rate_of(cells, last + 1)}
    grid.sums(last, cells, bg_color="#EAF1DD")
    sheet.set_row(last + 1, 20)
    sheet.merge_range(last + 1, 0, last + 1, 12, "注：前期项目不安排年度投资计划，不计算完成率。", paper.style("plain"))
    sheet.freeze_panes(first, 2)
    sheet.repeat_rows(0, first - 1)
    sheet.autofilter(first - 1, 0, last - 1, width - 1)
    sheet.print_area(0, 0, last + 1, width - 1)
    paper.save()
