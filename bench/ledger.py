"""A ledger of any size for the bench: 40 columns as a province's office keeps them, honest but for a few slips.

Drawn with a fixed seed from the tables of the sample ledgers: counties as sections with subtotals, all the usual texts,
dates and amounts, the year's months, and on three rows in a hundred a slip of the pen. A third of the projects is
behind.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook

from workbooks.grid import column_letter
from workbooks.samples.make.inventor import Inventor
from workbooks.samples.make.projects import Project, Where, draw
from workbooks.samples.make.tables import county_names, table

YEAR, MONTH = 2026, 6
AS_OF = date(YEAR, MONTH, 30)
SHEET = "项目明细表"
HEADER_ROWS = (3, 4)  # 1-based
CITIES = ("云岭市", "沅屏市", "朔桐市", "澜州市", "栖霁市")
SECTION = 500
NATURES = ("续建",) * 9 + ("新开工",) * 6 + ("竣工",) * 3 + ("前期",) * 2
SLIPS = 0.03


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading (parent and child where merged), width, and the format of its cells."""

    title: str
    width: float
    style: str
    value: Callable[[Project], Any]
    parent: str = ""


def _month(number: int) -> Column:
    def done(project: Project) -> Any:
        return project.months[number - 1] if project.months and number <= len(project.months) else None

    return Column(f"{number}月", 8, "amount", done, f"{YEAR}年分月完成投资（万元）")


COLUMNS: tuple[Column, ...] = (
    Column("序号", 6, "middle", lambda p: None),
    Column("项目名称", 30, "text", lambda p: p.name),
    Column("项目代码", 26, "middle", lambda p: None),
    Column("项目级别", 8, "middle", lambda p: p.level),
    Column("所属县区", 14, "middle", lambda p: p.place),
    Column("建设地点", 12, "middle", lambda p: p.town),
    Column("所属行业", 10, "middle", lambda p: p.industry),
    Column("投资类别", 10, "middle", lambda p: p.category),
    Column("资金性质", 10, "middle", lambda p: p.funding),
    Column("建设性质", 8, "middle", lambda p: p.nature),
    Column("建设内容及规模", 32, "text", lambda p: p.content),
    Column("计划开工时间", 12, "day", lambda p: p.planned_start),
    Column("实际开工时间", 12, "day", lambda p: p.actual_start),
    Column("计划竣工时间", 12, "day", lambda p: p.planned_finish),
    Column("实际竣工时间", 12, "day", lambda p: p.actual_finish),
    Column("总投资（万元）", 11, "amount", lambda p: p.total),
    Column(f"至{YEAR - 1}年底累计完成投资（万元）", 11, "amount", lambda p: p.before),
    Column(f"{YEAR}年计划投资（万元）", 11, "amount", lambda p: p.plan),
    *(_month(number) for number in range(1, 13)),
    Column(f"{YEAR}年1-{MONTH}月累计完成投资（万元）", 11, "amount", lambda p: p.done),
    Column("完成年度计划（%）", 9, "percent", lambda p: None if p.rate is None else round(p.rate * 100, 1)),
    Column("形象进度", 30, "text", lambda p: p.progress),
    Column("存在问题", 28, "text", lambda p: p.problem),
    Column("下步计划", 28, "text", lambda p: p.next_step),
    Column("建设单位", 22, "text", lambda p: p.owner),
    Column("责任单位", 20, "text", lambda p: p.unit),
    Column("责任人", 9, "middle", lambda p: p.person),
    Column("包联领导", 18, "middle", lambda p: p.leader),
    Column("备注", 12, "middle", lambda p: "省重点" if p.star else None),
)
PLACE = {column.title: at for at, column in enumerate(COLUMNS)}
TOTAL, PLAN, DONE, RATE = (PLACE[t] for t in ("总投资（万元）", f"{YEAR}年计划投资（万元）",
    f"{YEAR}年1-{MONTH}月累计完成投资（万元）", "完成年度计划（%）"))  # fmt: skip
SUMMED = range(TOTAL, DONE + 1)


class _Crowd(Inventor):
    """An inventor for many projects: names are unlike by being told apart, not by being compared with all others."""

    def __init__(self, seed: str) -> None:
        super().__init__(seed)
        self._taken: dict[str, int] = {}

    def person(self) -> str:
        """Return a name; in a crowd some people share theirs."""
        people = table("people")
        return str(self.one_of(people["surnames"]) + self.one_of(people["given"]))

    def project_name(self, bare: str, place: str, town: str, kind: dict[str, Any], firm: str) -> str:
        """Return the full name, with its phase where the name is taken."""
        name = self.one_of([place, town, town, firm]) + bare.format(town=town, a=self.between(*kind["a"]))
        phase = self._taken[name] = self._taken.get(name, 0) + 1
        return name if phase == 1 else f"{name}（{phase}期）"


def projects(count: int) -> Iterator[tuple[str, list[Project]]]:
    """Yield the sections of the ledger: a county and its projects."""
    counties = county_names()
    for section, first in enumerate(range(0, count, SECTION)):
        city, county = CITIES[section // len(counties) % len(CITIES)], counties[section % len(counties)]
        inventor = _Crowd(f"bench {city}{county}")
        leaders = tuple(inventor.leaders(table("people")["county_leaders"]))
        where = Where(county, leaders, YEAR, MONTH, inventor.one_of(["brisk", "usual", "usual", "slack"]))
        drawn = [draw(inventor, where, inventor.one_of(NATURES)) for _ in range(min(SECTION, count - first))]
        place = city + county
        yield place, [replace(p, place=place, name=city + p.name, unit=city + p.unit) for p in drawn]


def rows(count: int) -> Iterator[tuple[str, list[Any]]]:
    """Yield the ledger's rows under the header: what a row is (total, section, project) and its 40 cells."""
    random = Inventor("slips").random
    sections = []
    for order, (place, drawn) in enumerate(projects(count), 1):
        body = [[column.value(project) for column in COLUMNS] for project in drawn]
        for number, cells in enumerate(body, 1):
            cells[0] = number
            cells[2] = f"{YEAR}-{random.randrange(10**6):06}-{random.randrange(100):02}-01-{random.randrange(10**6):06}"
        head: list[Any] = [f"{_chinese(order)}、{place}（{len(drawn)}个）", *[None] * (len(COLUMNS) - 1)]
        for at in SUMMED:
            head[at] = sum(cells[at] or 0 for cells in body)
        head[RATE] = round(head[DONE] / head[PLAN] * 100, 1)
        for cells in body:
            if random.random() < SLIPS:
                random.choice(_SLIPS)(cells)
        sections.append((head, body))
    total: list[Any] = [f"合计（{count}个）", *[None] * (len(COLUMNS) - 1)]
    for at in SUMMED:
        total[at] = sum(head[at] for head, _ in sections)
    total[RATE] = round(total[DONE] / total[PLAN] * 100, 1)
    yield "total", total
    for head, body in sections:
        yield "section", head
        for cells in body:
            yield "project", cells


def _slip(title: str, change: Callable[[Any], Any]) -> Callable[[list[Any]], None]:
    at = PLACE[title]

    def slip(cells: list[Any]) -> None:
        cells[at] = change(cells[at])

    return slip


_SLIPS = (
    _slip("包联领导", lambda value: None),
    _slip("责任单位", lambda value: None),
    _slip("总投资（万元）", lambda value: f"{value:,.2f}"),
    _slip("总投资（万元）", lambda value: f"约{value / 10000:.1f}亿元"),
    _slip("总投资（万元）", lambda value: value / 10000),
    _slip(f"{YEAR}年计划投资（万元）", lambda value: "待定"),
    _slip(f"{YEAR}年1-{MONTH}月累计完成投资（万元）", lambda value: value and value + 500),
    _slip("完成年度计划（%）", lambda value: value and round(value * 0.8, 1)),
    _slip("计划竣工时间", lambda value: "年底前"),
    _slip("计划竣工时间", lambda value: date(2019, 5, 1)),
    _slip("实际开工时间", lambda value: date(YEAR + 1, 3, 1)),
    _slip("实际开工时间", lambda value: "见附件"),
    _slip("项目名称", lambda value: f" {value} "),
)


def _chinese(number: int) -> str:
    """Return 1 to 99 in Chinese numerals."""
    digits = "零一二三四五六七八九"
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else digits[tens]) + ("十" if tens else "") + (digits[ones] if ones or not tens else "")


def make(path: Path, count: int) -> None:
    """Write the ledger as Excel would store it: shared strings, formulas with their results, formats by column."""
    book = Workbook(path, {"default_date_format": "yyyy-mm-dd"})
    sheet = book.add_worksheet(SHEET)
    styles = {name: book.add_format({**table("styles")["base"], **table("styles")[name]}) for name in _STYLES}
    last = len(COLUMNS) - 1
    sheet.merge_range(0, 0, 0, last, f"全省{YEAR}年重点项目推进情况台账", styles["title"])
    sheet.merge_range(1, last - 4, 1, last, f"截至{YEAR}年{MONTH}月底", styles["unit_line_right"])
    _write_header(sheet, styles["header"])
    done, plan = column_letter(DONE), column_letter(PLAN)
    for row, (what, cells) in enumerate(rows(count), HEADER_ROWS[-1]):
        if what == "project":
            for at, (column, value) in enumerate(zip(COLUMNS, cells, strict=True)):
                if at == RATE and isinstance(cells[DONE], int) and isinstance(cells[PLAN], int):
                    sheet.write_formula(
                        row, at, f"=ROUND({done}{row + 1}/{plan}{row + 1}*100,1)", styles["percent"], value
                    )
                else:
                    _write(sheet, row, at, value, styles[column.style])
        else:
            sheet.merge_range(row, 0, row, 1, cells[0], styles["section"])
            for at, column in enumerate(COLUMNS[2:], 2):
                _write(sheet, row, at, cells[at], styles[column.style])
    sheet.freeze_panes(HEADER_ROWS[-1], 2)
    book.close()


_STYLES = ("title", "unit_line_right", "header", "text", "middle", "amount", "percent", "day", "section")


def _write(sheet: Any, row: int, at: int, value: Any, style: Any) -> None:
    if isinstance(value, date):
        sheet.write_datetime(row, at, datetime.combine(value, time()), style)
    elif isinstance(value, str):
        sheet.write_string(row, at, value, style)
    elif value is None:
        sheet.write_blank(row, at, None, style)
    else:
        sheet.write_number(row, at, value, style)


def _write_header(sheet: Any, style: Any) -> None:
    first, last = HEADER_ROWS[0] - 1, HEADER_ROWS[-1] - 1
    parents: dict[str, list[int]] = {}
    for at, column in enumerate(COLUMNS):
        sheet.set_column(at, at, column.width)
        if column.parent:
            parents.setdefault(column.parent, []).append(at)
            sheet.write_string(last, at, column.title, style)
        else:
            sheet.merge_range(first, at, last, at, column.title, style)
    for parent, under in parents.items():
        sheet.merge_range(first, under[0], first, under[-1], parent, style)


def text_rows(count: int) -> Iterator[Sequence[str]]:
    """Yield the whole ledger as texts, for formats that have no more: title, header, body."""
    yield [f"全省{YEAR}年重点项目推进情况台账", *[""] * (len(COLUMNS) - 1)]
    yield [(column.parent and f"{column.parent}{column.title}") or column.title for column in COLUMNS]
    for _, cells in rows(count):
        yield ["" if value is None else str(value) for value in cells]


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]))
