"""The ledger full of mistakes: honest projects on which each kind of mistake was planted, one at a time, and a list of
what was planted where (`planted.toml`)."""

import json
from pathlib import Path

from xlsxwriter.worksheet import Worksheet

from workbooks.grid import address
from workbooks.samples.make.city import percent
from workbooks.samples.make.inventor import Inventor
from workbooks.samples.make.paper import Column, Formula, Paper, Table
from workbooks.samples.make.planting import NEVER, RESERVED, plant_all
from workbooks.samples.make.projects import Project, Where, draw
from workbooks.samples.make.spoilt import Plot, Row, figures
from workbooks.samples.make.tables import table
from workbooks.samples.make.uncalculated import take_out
from workbooks.samples.make.zones import monthly

SHEET = "项目台账"
MONTHS_SHEET = "园区分月台账"
SECTIONS = {"续建项目": ["续建"] * 26, "新开工项目": ["新开工"] * 20, "计划竣工项目": ["竣工"] * 14}
TITLE = "石堰县2026年重点项目台账（1-6月）"
FIGURES = ("total", "before", "plan", "month", "done")

COLUMNS = (
    Column("number", ("序号",), 5, "middle", lambda p, row: None),
    Column("name", ("项目名称",), 27, "text", lambda p, row: p.name),
    Column("status", ("项目状态",), 8, "middle", lambda p, row: p.state),
    Column("content", ("建设内容及规模",), 28, "text", lambda p, row: p.content),
    Column("planned_start", ("开工", "计划开工时间"), 11, "day", lambda p, row: p.planned_start),
    Column("actual_start", ("开工", "实际开工时间"), 11, "day", lambda p, row: p.actual_start),
    Column("planned_finish", ("竣工", "计划竣工时间"), 11, "day", lambda p, row: p.planned_finish),
    Column("actual_finish", ("竣工", "实际竣工时间"), 11, "day", lambda p, row: p.actual_finish),
    Column("total", ("总投资",), 11, "amount", lambda p, row: p.total),
    Column("before", ("至2025年底累计完成投资",), 11, "amount", lambda p, row: p.before),
    Column("plan", ("2026年计划投资",), 11, "amount", lambda p, row: p.plan),
    Column("month", ("2026年完成投资", "6月完成投资"), 10, "amount", lambda p, row: p.this_month),
    Column("done", ("2026年完成投资", "1-6月累计完成投资"), 11, "amount", lambda p, row: p.done),
    Column("rate", ("2026年完成投资", "占年计划（%）"), 9, "percent", lambda p, row: percent(p.rate)),
    Column("since", ("开工至今累计完成投资",), 11, "amount", lambda p, row: p.since_start),
    Column("progress", ("形象进度",), 25, "text", lambda p, row: p.progress),
    Column("problem", ("存在问题",), 21, "text", lambda p, row: p.problem),
    Column("unit", ("责任单位",), 17, "text", lambda p, row: p.unit),
    Column("leader", ("包保领导",), 13, "middle", lambda p, row: p.leader),
)
MONTH_COLUMNS = (
    Column("number", ("序号",), 5, "middle", lambda p, row: row - 4),
    Column("name", ("项目名称",), 27, "text", lambda p, row: p.name),
    Column("total", ("总投资（万元）",), 11, "amount", lambda p, row: p.total),
    Column("plan", ("2026年计划投资（万元）",), 11, "amount", lambda p, row: p.plan),
    *(
        Column(f"done{month}", ("2026年分月完成投资（万元）", f"{month}月完成"), 9, "amount", monthly(month, "完成"))
        for month in range(1, 7)
    ),
    Column("done", ("1-6月累计完成投资（万元）",), 11, "amount", lambda p, row: p.done),
    Column("unit", ("责任单位",), 17, "text", lambda p, row: p.unit),
    Column("leader", ("包保领导",), 13, "middle", lambda p, row: p.leader),
)


def make(path: Path) -> None:
    """Write the ledger, and `planted.toml` beside it."""
    paper = Paper(path, TITLE)
    inventor = Inventor("mistakes 2026")
    where = Where("石堰县", tuple(inventor.leaders(table("people")["county_leaders"])), 2026, 6, "brisk")
    rows = [
        Row(section, project, {column.key: column.value(project, 1) for column in COLUMNS})
        for section, natures in SECTIONS.items()
        for project in (draw(inventor, where, nature) for nature in natures)
    ]
    plot = plant_all(rows)
    _Sheet(paper, rows, plot).write()
    zone = Where("柏川经开区", where.leaders, 2026, 6, "brisk")
    _months(paper, [draw(inventor, zone, "续建", ["装备制造", "新材料", "电子信息"]) for _ in range(8)], plot)
    paper.save()
    take_out(path, NEVER)
    path.with_name("planted.toml").write_text(_as_toml(plot), "utf-8", newline="\n")


class _Sheet:
    """The sheet with the planted rows: sections with counts, a 小计 under each, 合计 at the end."""

    def __init__(self, paper: Paper, rows: list[Row], plot: Plot) -> None:
        self.paper, self.rows, self.plot = paper, rows, plot
        self.sheet: Worksheet = paper.sheet(SHEET)
        self.grid = Table(paper, self.sheet, COLUMNS)

    def write(self) -> None:
        """Write the sheet and note the cells of what was planted."""
        width = len(COLUMNS)
        self.paper.title(self.sheet, 0, TITLE, width)
        self.sheet.merge_range(1, 0, 1, 5, "填报单位：石堰县重点项目建设指挥部", self.paper.style("unit_line"))
        self.sheet.merge_range(1, width - 3, 1, width - 1, "单位：万元", self.paper.style("unit_line_right"))
        top = row = self.grid.headers(2, [22, 32])
        number = 0
        for numeral, section in zip("一二三", SECTIONS, strict=True):
            listed = [r for r in self.rows if r.section == section]
            declared = len(listed) + self.plot.count_off.get(section, 0)
            self._label(row, f"{numeral}、{section}（{declared}个）")
            if declared != len(listed):
                self._note("declared_count", [address(row, 0)], f"写的是{declared}个，下面是{len(listed)}个")
            row += 1
            for planted in listed:
                number += 1
                self._row(row, number, planted)
                row += 1
            self._sums(row, "小计", listed, self.plot.subtotal_off.get(section, {}))
            row += 1
        self._sums(row, f"合计（{len(self.rows)}个）", self.rows, self.plot.total_off)
        self.sheet.freeze_panes(top, 2)
        self.sheet.repeat_rows(0, top - 1)
        self.sheet.print_area(0, 0, row, width - 1)

    def _label(self, row: int, text: str) -> None:
        self.sheet.set_row(row, 24)
        self.sheet.merge_range(row, 0, row, len(COLUMNS) - 1, text, self.paper.style("section", bg_color="#F2F7EC"))

    def _row(self, row: int, number: int, planted: Row) -> None:
        cells = planted.cells | {"number": number}
        values = [cells[column.key] for column in COLUMNS]
        self.sheet.set_row(row, self.grid.height(values), None, {"hidden": planted.hidden})
        for place, (column, value) in enumerate(zip(COLUMNS, values, strict=True)):
            changes = {"num_format": "#,##0.00_ "} if column.role == "amount" and isinstance(value, float) else {}
            if isinstance(value, Formula):
                value = Formula(value.text.format(r=row + 1, **self.grid.letters), value.result)
            self.paper.put(self.sheet, row, place, value, self.paper.style(column.role, **changes))
        planted.number = row
        if planted.what and planted.rule != RESERVED:
            others = [
                address(other.number, self.grid.at[key]) for other, key in planted.also if other.number is not None
            ]
            here = address(row, self.grid.at[planted.key])
            self._note(planted.rule, [here, *others], planted.what)

    def _sums(self, row: int, label: str, listed: list[Row], off: dict[str, int]) -> None:
        sums: dict[str, object] = {
            key: round(sum(figures(r, key) for r in listed), 4) + off.get(key, 0) for key in FIGURES
        }
        self.grid.sums(row, {"name": label} | sums, bg_color="#FFF2CC")
        for place, column in enumerate(COLUMNS):
            if column.key in FIGURES:
                self.paper.put(
                    self.sheet, row, place, sums[column.key], self.paper.style("amount", bold=True, bg_color="#FFF2CC")
                )
        for key, amount in off.items():
            rule = "subtotal" if label == "小计" else "total"
            self._note(rule, [address(row, self.grid.at[key])], f"{label}比下面各行之和多{amount}")

    def _note(self, rule: str, cells: list[str], what: str) -> None:
        self.plot.notes.append((rule, SHEET, cells, what))


def _months(paper: Paper, listed: list[Project], plot: Plot) -> None:
    """Write the small sheet with month columns; one year to date is not the sum of its months."""
    sheet = paper.sheet(MONTHS_SHEET, paper=9)
    grid = Table(paper, sheet, MONTH_COLUMNS)
    paper.title(sheet, 0, "柏川经开区2026年重点项目分月完成情况", len(MONTH_COLUMNS))
    sheet.set_row(1, 8)
    top = grid.headers(2, [22, 32])
    for place, project in enumerate(listed):
        grid.project(top + place, project)
    wrong, at = top + 4, grid.at["done"]
    typed = (listed[4].done or 0) - 60
    sheet.write_number(wrong, at, typed, paper.style("amount"))
    sheet.freeze_panes(top, 2)
    what = f"1-6月累计写的是{typed}，六个月相加是{listed[4].done}"
    plot.notes.append(("months_sum", MONTHS_SHEET, [address(wrong, at)], what))


def _as_toml(plot: Plot) -> str:
    lines = [
        "# What was planted in mistakes.xlsx and where; written by workbooks.samples.make.",
        'file = "mistakes.xlsx"',
        "",
    ]
    for rule, sheet, cells, what in plot.notes:
        entry = {"rule": rule, "sheet": sheet, "cell": cells[0], "also": cells[1:], "what": what}
        lines += [
            "[[planted]]",
            *(f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in entry.items()),
            "",
        ]
    return "\n".join(lines)
