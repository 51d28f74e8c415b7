"""The city's ledger: 200 projects under three header rows, sections with subtotals, and everything else that a workbook
that has been through many hands carries: notes, colours, rules, a chart, a cross table, a hidden list."""

from dataclasses import dataclass
from pathlib import Path

from xlsxwriter.worksheet import Worksheet

from workbooks.samples.make import city_sheets
from workbooks.samples.make.inventor import Inventor
from workbooks.samples.make.paper import Column, Paper, Table, plain, rows_between
from workbooks.samples.make.projects import Project, Where, draw
from workbooks.samples.make.tables import county_names, table

TITLE = "云岭市2026年市级重点项目建设进展情况明细表"
SHEET = "项目明细表"
GROUPS = (("续建", ("续建", "竣工")), ("新开工", ("新开工",)), ("前期", ("前期",)))
TEMPERS = {
    "青岚区": "brisk",
    "江渚区": "usual",
    "枫泽市": "brisk",
    "柏川县": "usual",
    "临溪县": "slack",
    "石堰县": "usual",
    "桐原县": "slack",
    "鹿鸣县": "usual",
}
NUMERALS = "一二三四五六七八九十"

DONE = ("2026年实际完成情况", "完成投资")
COLUMNS = (
    Column("number", ("序号",), 6, "middle", lambda p, row: None),
    Column("name", ("项目名称",), 27, "text", lambda p, row: ("★" if p.star else "") + p.name),
    Column("nature", ("项目属性", "建设性质"), 7, "middle", lambda p, row: p.nature),
    Column("level", ("项目属性", "级别"), 6, "middle", lambda p, row: p.level),
    Column("category", ("项目属性", "投资类别"), 9, "middle", lambda p, row: p.category),
    Column("content", ("建设内容及规模",), 28, "text", lambda p, row: p.content),
    Column("total", ("总投资",), 11, "amount", lambda p, row: p.total, summed=True),
    Column("before", ("至2025年底累计完成投资",), 11, "amount", lambda p, row: p.before, summed=True),
    Column("plan", ("2026年度计划投资",), 11, "amount", lambda p, row: p.plan, summed=True),
    Column("month", (*DONE, "6月完成投资"), 10, "amount", lambda p, row: p.this_month, summed=True),
    Column("done", (*DONE, "1-6月累计完成投资"), 11, "amount", lambda p, row: p.done, summed=True),
    Column("rate", (*DONE, "占年计划（%）"), 8, "percent", lambda p, row: percent(p.rate)),
    Column("progress", ("2026年实际完成情况", "1-6月实际形象进度"), 25, "text", lambda p, row: p.progress),
    Column("planned_start", ("时间节点", "开工", "计划开工时间"), 10, "month", lambda p, row: p.planned_start),
    Column("actual_start", ("时间节点", "开工", "实际开工时间"), 10, "month", lambda p, row: p.actual_start),
    Column("planned_finish", ("时间节点", "竣工", "计划竣工时间"), 10, "month", lambda p, row: p.planned_finish),
    Column("actual_finish", ("时间节点", "竣工", "实际竣工时间"), 10, "month", lambda p, row: p.actual_finish),
    Column("problem", ("存在问题",), 21, "text", lambda p, row: p.problem),
    Column("next_step", ("下步计划",), 21, "text", lambda p, row: p.next_step),
    Column("owner", ("责任落实", "建设单位"), 17, "text", lambda p, row: p.owner),
    Column("unit", ("责任落实", "责任单位"), 16, "text", lambda p, row: p.unit),
    Column("person", ("责任落实", "责任人"), 8, "middle", lambda p, row: p.person),
    Column("leader", ("责任落实", "市包保领导"), 13, "middle", lambda p, row: p.leader),
    Column("remark", ("备注",), 8, "middle", lambda p, row: None),
)


@dataclass(frozen=True, slots=True)
class Part:
    """The projects of one county, by group of natures."""

    county: str
    groups: tuple[tuple[str, tuple[Project, ...]], ...]

    @property
    def projects(self) -> list[Project]:
        """Return all its projects in the order of the sheet."""
        return [project for _, listed in self.groups for project in listed]


def percent(rate: float | None) -> float | None:
    """Return a rate in percent as typed: one decimal, half up."""
    return None if rate is None else int(rate * 1000 + 0.5) / 10


def parts() -> list[Part]:
    """Return the 200 projects of the eight counties."""
    inventor = Inventor("city 2026")
    leaders = tuple(inventor.leaders(table("people")["city_leaders"]))
    counts = {"续建": 10, "竣工": 3, "新开工": 9, "前期": 3}
    found = []
    for county in county_names():
        where = Where(county, leaders, 2026, 6, TEMPERS[county])
        groups = [
            (label, tuple(draw(inventor, where, nature) for nature in natures for _ in range(counts[nature])))
            for label, natures in GROUPS
        ]
        found.append(Part(county, tuple(groups)))
    return found


def make(path: Path) -> None:
    """Write the city's ledger."""
    paper = Paper(path, TITLE)
    found = parts()
    city_sheets.instructions(paper)
    summary = paper.sheet("汇总表", paper=9)
    sheet = paper.sheet(SHEET)
    sums = _Details(paper, sheet, found).write()
    city_sheets.summary(paper, summary, SHEET, found, sums)
    city_sheets.lists(paper, sheet, COLUMNS)
    sheet.activate()
    paper.save()


class _Details:
    """The sheet with the projects, written from top to bottom."""

    def __init__(self, paper: Paper, sheet: Worksheet, found: list[Part]) -> None:
        self.paper, self.sheet, self.found = paper, sheet, found
        self.grid = Table(paper, sheet, COLUMNS)
        self.all = [project for part in found for project in part.projects]
        self.rows: dict[str, int] = {}
        self.cells: list[tuple[int, Project]] = []

    def write(self) -> dict[str, int]:
        """Write the sheet; return the 1-based row of each county's sums, the total's under `合计`."""
        sheet, width = self.sheet, len(COLUMNS)
        self.paper.title(sheet, 0, TITLE, width)
        sheet.set_row(1, 20)
        sheet.merge_range(1, 0, 1, 6, "填报单位：云岭市重点项目工作专班办公室", self.paper.style("unit_line"))
        sheet.merge_range(1, width - 4, 1, width - 1, "单位：万元", self.paper.style("unit_line_right"))
        top = self.grid.headers(2, [22, 20, 32])
        row = top + 1 + self._of_which_rows()
        for numeral, part in zip(NUMERALS, self.found, strict=False):
            row = self._county(row, numeral, part)
        self._total(top)
        self._footer(row)
        self._hands(top, row)
        sheet.freeze_panes(top, 2)
        sheet.repeat_rows(0, top - 1)
        sheet.print_area(0, 0, row + 2, width - 1)
        return self.rows

    def _county(self, row: int, numeral: str, part: Part) -> int:
        head, below = row, row + 1
        subtotals = []
        for place, (label, listed) in enumerate(part.groups):
            subtotals.append(below)
            sums = self.grid.sum_of(listed, rows_between(below + 2, below + 1 + len(listed)))
            self._section(below, f"（{NUMERALS[place]}）{label}（{len(listed)}个）", sums, "#F2F7EC")
            for offset, project in enumerate(listed):
                self._project(below + 1 + offset, offset + 1, project)
            self.sheet.set_row(below, 22)
            below += 1 + len(listed)
        sums = self.grid.sum_of(part.projects, lambda letter: ",".join(f"{letter}{r + 1}" for r in subtotals))
        self._section(head, f"{numeral}、{part.county}（{len(part.projects)}个）", sums, "#E2EFDA")
        self.rows[part.county] = head + 1
        return below

    def _project(self, row: int, number: int, project: Project) -> None:
        self.grid.project(row, project)
        self.sheet.write_number(row, 0, number, self.paper.style("middle"))
        self.cells.append((row, project))

    def _section(self, row: int, label: str, sums: dict[str, object], fill: str) -> None:
        self.grid.sums(row, sums | {"rate": self._rate(sums)}, bg_color=fill)
        self.sheet.merge_range(row, 0, row, 1, label, self.paper.style("section", bg_color=fill))

    def _rate(self, sums: dict[str, object]) -> float | None:
        plan = plain(sums["plan"])
        return percent(plain(sums["done"]) / plan) if plan else None

    def _of_which_rows(self) -> int:
        return len(self._of_which())

    def _of_which(self) -> list[tuple[str, list[Project]]]:
        star = [project for project in self.all if project.star]
        kinds = [(name, [p for p in self.all if p.category == name]) for name in ("产业", "基础设施", "民生")]
        return [(f"其中：省级重点项目（{len(star)}个）", star)] + [
            (f"　　　{n}项目（{len(listed)}个）", listed) for n, listed in kinds
        ]

    def _total(self, row: int) -> None:
        rows = list(self.rows.values())
        sums = self.grid.sum_of(self.all, lambda letter: ",".join(f"{letter}{r}" for r in rows))
        self._section(row, f"合计（{len(self.all)}个）", sums, "#FFF2CC")
        self.rows["合计"] = row + 1
        for offset, (label, listed) in enumerate(self._of_which(), 1):
            typed = {key: plain(value) for key, value in self.grid.sum_of(listed, lambda letter: letter).items()}
            self._section(row + offset, label, dict(typed), "#FFFFFF")

    def _footer(self, row: int) -> None:
        width = len(COLUMNS)
        text = "注：1.名称前加★的为省级重点项目；2.前期项目不下达年度投资计划；3.完成投资以联网直报和现场核查数为准。"
        self.sheet.merge_range(row, 0, row, width - 1, text, self.paper.style("plain"))
        self.sheet.merge_range(
            row + 1,
            0,
            row + 1,
            width - 1,
            "审核人：　　　　　　　　填表人：　　　　　　　　填报日期：2026年7月2日",
            self.paper.style("plain"),
        )

    def _hands(self, top: int, row: int) -> None:
        """Leave what clerks leave: notes, coloured cells, a data bar, warnings by rule, a link, grouped columns."""
        sheet, at = self.sheet, self.grid.at
        held = [(r, p) for r, p in self.cells if p.problem][:3]
        for (r, _), words in zip(
            held, ["7月5日电话核实，数据无误", "等县里书面说明，先按此数上报", "领导批示：列入下次调度会"], strict=True
        ):
            sheet.write_comment(r, at["done"], words, {"author": "重点办", "x_scale": 1.2, "font_name": "宋体"})
        for r, project in self.cells[5::29]:
            sheet.write_string(
                r,
                at["name"],
                ("★" if project.star else "") + project.name,
                self.paper.style("text", bg_color="#FFFF00"),
            )
        for r, _ in self.cells[11::47]:
            sheet.write_rich_string(
                r,
                at["remark"],
                self.paper.style("base_red"),
                "重点",
                self.paper.style("base_black"),
                "调度",
                self.paper.style("middle"),
            )
        sheet.conditional_format(
            top,
            at["rate"],
            row - 1,
            at["rate"],
            {
                "type": "data_bar",
                "bar_color": "#9DC3E6",
                "min_type": "num",
                "min_value": 0,
                "max_type": "num",
                "max_value": 120,
            },
        )
        warn = self.paper.book.add_format({"font_color": "#C00000", "bold": True})
        letters = self.grid.letters
        rule = f"=AND(ISNUMBER(${letters['rate']}{top + 1}),${letters['rate']}{top + 1}<20)"
        sheet.conditional_format(
            top, at["done"], row - 1, at["done"], {"type": "formula", "criteria": rule, "format": warn}
        )
        sheet.set_column(at["owner"], at["owner"], 17, None, {"level": 1})
        sheet.write_url(
            1,
            at["progress"],
            "internal:'填报说明'!A1",
            self.paper.style("unit_line", font_color="#0563C1", underline=1),
            "填报说明",
        )
