"""Form ledgers: the early work of one project a sheet, milestones across."""

from datetime import date, timedelta
from pathlib import Path

from xlsxwriter.worksheet import Worksheet

from workbooks.samples.make.inventor import Inventor
from workbooks.samples.make.paper import Paper
from workbooks.samples.make.projects import Project, Where, draw
from workbooks.samples.make.tables import table

AS_OF = date(2026, 6, 30)
SIZE = 10


def make(path: Path) -> None:
    """Write a workbook with one form for each project."""
    paper = Paper(path, "桐原县2026年项目前期工作台账")
    inventor = Inventor("approvals 2026")
    where = Where("桐原县", tuple(inventor.leaders(table("people")["county_leaders"])), 2026, 6)
    for number in range(1, SIZE + 1):
        _form(paper, inventor, number, draw(inventor, where, "前期"))
    paper.save()


def _form(paper: Paper, inventor: Inventor, number: int, project: Project) -> None:
    milestones = table("approvals")["milestone"]
    sheet = paper.sheet(f"{number}.{project.name.removeprefix('桐原县')[:24]}", paper=9)
    last = len(milestones)
    sheet.set_column(0, 0, 15)
    sheet.set_column(1, last, 12)
    paper.title(sheet, 0, "桐原县2026年项目前期工作台账", last + 1)
    sheet.set_row(1, 20)
    sheet.merge_range(1, 0, 1, 5, "填报单位：桐原县重点项目办公室", paper.style("unit_line"))
    sheet.merge_range(1, last - 3, 1, last, "填报日期：2026年6月30日", paper.style("unit_line_right"))
    _facts(paper, sheet, project, last)
    for row, label in enumerate(("前期工作事项", "完成时限", "完成进度", "责任单位", "责任人"), 5):
        sheet.set_row(row, (36, 24, 44, 36, 24)[row - 5])
        sheet.write_string(row, 0, label, paper.style("header"))
    reached = inventor.between(3, 9)
    deadline = date(2026, 1, 20)
    for column, milestone in enumerate(milestones, 1):
        deadline += timedelta(inventor.between(14, 26))
        sheet.write_string(5, column, milestone["name"], paper.style("header"))
        paper.put(sheet, 6, column, deadline, paper.style("day"))
        sheet.write_string(7, column, _state(inventor, column - reached, milestone["done"]), paper.style("middle"))
        sheet.write_string(8, column, f"县{milestone['unit']}", paper.style("middle"))
        sheet.write_string(9, column, inventor.person(), paper.style("middle"))
    problem = inventor.one_of([p for p in table("problems")["problem"] if "plant" in p.get("families", ["plant"])])
    _wide(paper, sheet, 10, "需协调解决问题", inventor.fill(problem["text"]), last)
    _wide(paper, sheet, 11, "存在问题解决的情况", inventor.one_of(table("approvals")["words"]["solved"]), last)
    signatures = "业主（签名）：　　　　　　　　　责任单位（签名）：　　　　　　　　　挂钩领导（签名）："
    sheet.set_row(12, 30)
    sheet.merge_range(12, 0, 12, last, signatures, paper.style("plain"))
    sheet.print_area(0, 0, 12, last)


def _facts(paper: Paper, sheet: Worksheet, project: Project, last: int) -> None:
    """Write the three rows that say what the project is: label and value by turns."""
    lines = (
        (("项目名称", project.name, 6), ("项目预估总投资（亿元）", project.total / 10000, 4)),
        (("建设内容及规模", project.content, 6), ("拟开工时间", project.planned_start, 4)),
        (("项目业主单位", project.owner, 4), ("责任单位", project.unit, 3), ("挂钩领导", project.leader, 2)),
    )
    for row, line in enumerate(lines, 2):
        sheet.set_row(row, 36)
        column = 0
        for place, (label, value, span) in enumerate(line):
            sheet.write_string(row, column, label, paper.style("header"))
            end = last if place == len(line) - 1 else column + span
            role = {str: "middle", float: "amount2"}.get(type(value), "month")
            style = paper.style(role, align="center")
            sheet.merge_range(row, column + 1, row, end, "", style)
            paper.put(sheet, row, column + 1, value, style)
            column = end + 1


def _wide(paper: Paper, sheet: Worksheet, row: int, label: str, text: str, last: int) -> None:
    sheet.set_row(row, 40)
    sheet.write_string(row, 0, label, paper.style("header"))
    sheet.merge_range(row, 1, row, last, text, paper.style("text"))


def _state(inventor: Inventor, place: int, done: str) -> str:
    words = table("approvals")["words"]
    return done if place < 0 else inventor.one_of(words["under_way"]) if place == 0 else inventor.one_of(words["ahead"])
