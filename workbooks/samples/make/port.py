"""An old .xls of 2010 as it has lain in a drawer: amounts typed as text beside numbers, years as ranges, counts in the
合计 row, a second sheet by industry with its own habits, and an empty Sheet3. The figures are honest all the same."""

from collections.abc import Sequence
from pathlib import Path

import xlwt

from workbooks.samples.make.inventor import Inventor
from workbooks.samples.make.tables import table

TITLE = "云岭港经济开发区2010年项目明细表"


def columns(name: str) -> tuple[tuple[str, int], ...]:
    """Return the columns of the table, header and width, from lines `header|width`."""
    parts = [line.split("|") for line in table("port")[name]]
    return tuple((header, int(width)) for header, width in parts)


LIKE_L3 = columns("like_l3")
OWNER = columns("owner")
UNIT = columns("unit")
BY_INDUSTRY = columns("by_industry")
AS_TEXT = {"热电联产机组及供热管网", "高速钢轧辊生产线", "LED封装生产线"}
"""Projects whose amounts one of the hands typed as text."""


class _Xls:
    """A handful of styles and merged writing over xlwt."""

    def __init__(self) -> None:
        self.book = xlwt.Workbook(encoding="utf-8")
        line = "borders: left thin, right thin, top thin, bottom thin;"
        self.title = xlwt.easyxf("font: name 黑体, height 400, bold on; align: horiz center, vert center")
        self.plain = xlwt.easyxf("font: name 宋体, height 220")
        self.head = xlwt.easyxf(
            f"font: name 宋体, height 200, bold on; align: horiz center, vert center, wrap on; {line}"
        )
        self.text = xlwt.easyxf(f"font: name 宋体, height 200; align: vert center, wrap on; {line}")
        self.middle = xlwt.easyxf(f"font: name 宋体, height 200; align: horiz center, vert center, wrap on; {line}")
        self.amount = xlwt.easyxf(
            f"font: name 宋体, height 200; align: horiz right, vert center; {line}", num_format_str="#,##0"
        )
        self.bold = xlwt.easyxf(
            f"font: name 宋体, height 200, bold on; align: horiz right, vert center; {line}", num_format_str="#,##0"
        )
        self.bold_text = xlwt.easyxf(f"font: name 宋体, height 200, bold on; align: vert center; {line}")

    def sheet(self, name: str, widths: Sequence[int]) -> xlwt.Worksheet:
        """Return a sheet with column widths, landscape A3, one page wide."""
        sheet = self.book.add_sheet(name, cell_overwrite_ok=True)
        for place, width in enumerate(widths):
            sheet.col(place).width = 256 * width + 180
        sheet.portrait = False
        sheet.paper_size_code = 8
        sheet.fit_num_pages = 1
        sheet.fit_width_to_pages, sheet.fit_height_to_pages = 1, 0
        sheet.footer_str = b"&P / &N"  # xlwt takes ASCII only here
        sheet.header_str = b""
        return sheet

    @staticmethod
    def high(sheet: xlwt.Worksheet, row: int, points: int) -> None:
        """Give a row its height."""
        sheet.row(row).height_mismatch = True
        sheet.row(row).height = points * 20


def make(path: Path) -> None:
    """Write the old ledger."""
    xls = _Xls()
    inventor = Inventor("port 2010")
    _port(xls, inventor)
    _by_industry(xls, inventor)
    xls.book.add_sheet("Sheet3")
    xls.book.save(str(path))


def _port(xls: _Xls, inventor: Inventor) -> None:
    projects = table("port")["project"]
    flat = (*LIKE_L3, *OWNER, *UNIT, ("市挂钩领导", 10))
    sheet = xls.sheet("项目明细表", [width for _, width in flat])
    sheet.write_merge(0, 0, 0, len(flat) - 1, TITLE, xls.title)
    xls.high(sheet, 0, 34)
    for place, (text, _) in enumerate(LIKE_L3):
        sheet.write_merge(1, 2, place, place, text, xls.head)
    for parent, start, children in (
        ("项目业主单位", len(LIKE_L3), OWNER),
        ("市或县挂钩责任单位", len(LIKE_L3) + 4, UNIT),
    ):
        sheet.write_merge(1, 1, start, start + 3, parent, xls.head)
        for offset, (text, _) in enumerate(children):
            sheet.write(2, start + offset, text, xls.head)
    sheet.write_merge(1, 2, len(flat) - 1, len(flat) - 1, flat[-1][0], xls.head)
    xls.high(sheet, 1, 20)
    xls.high(sheet, 2, 44)
    for place in range(len(flat)):
        sheet.write(3, place, "", xls.bold_text)
    xls.high(sheet, 3, 22)
    sheet.write(3, 0, "合计", xls.bold_text)
    sheet.write(3, 1, f"{len(projects)}个", xls.bold_text)
    for place, column in ((0, 5), (1, 6), (2, 7), (3, 8), (4, 10)):
        sheet.write(3, column, sum(_figure(p, place) or 0 for p in projects), xls.bold)
    for number, project in enumerate(projects, 1):
        row = 3 + number
        xls.high(sheet, row, 48)
        sheet.write(row, 0, number, xls.middle)
        sheet.write(row, 1, ("★" if project.get("star") else "") + project["name"], xls.text)
        sheet.write(row, 2, project["nature"], xls.middle)
        sheet.write(row, 3, project["content"], xls.text)
        sheet.write(row, 4, project["dates"], xls.middle)
        for place, column in ((0, 5), (1, 6), (2, 7), (3, 8), (4, 10)):
            _amount(xls, sheet, row, column, _figure(project, place), project["name"] in AS_TEXT)
        sheet.write(row, 9, project["nodes"], xls.text)
        people = [_padded(inventor.person()) for _ in range(5)]
        owner = [project["owner"], people[0], people[1], f"内线{inventor.between(2001, 2999)}"]
        unit = [project["unit"], people[2], people[3], f"内线{inventor.between(6001, 6999)}"]
        for offset, text in enumerate([*owner, *unit, people[4]]):
            sheet.write(row, len(LIKE_L3) + offset, text, xls.text if offset in (0, 4) else xls.middle)
    last = 4 + len(projects)
    sheet.write(last, 0, "注：带★为省级重点项目。", xls.plain)
    sheet.panes_frozen, sheet.horz_split_pos, sheet.vert_split_pos = True, 4, 2


def _by_industry(xls: _Xls, inventor: Inventor) -> None:
    groups = table("port")["industry"]
    width = len(BY_INDUSTRY)
    sheet = xls.sheet("按行业", [size for _, size in BY_INDUSTRY])
    sheet.write_merge(0, 0, 0, width - 1, "鹿鸣湖投资区2010年重点项目1-7月进展情况表（按行业）", xls.title)
    xls.high(sheet, 0, 34)
    sheet.write(1, width - 2, "单位：万元", xls.plain)
    for place, (text, _) in enumerate(BY_INDUSTRY):
        sheet.write(2, place, text, xls.head)
    xls.high(sheet, 2, 44)
    everything = [project for group in groups for project in group["project"]]
    for place in range(width):
        sheet.write(3, place, "", xls.bold_text)
    xls.high(sheet, 3, 22)
    sheet.write(3, 0, "总计", xls.bold_text)
    sheet.write(3, 1, f"{len(everything)}个", xls.bold_text)
    for place in range(5):
        total = sum(_figure(p, place) or 0 for p in everything)
        sheet.write(3, 3 + place, str(total) if place == 0 else total, xls.bold)
    row, leaders = 4, [_padded(inventor.person()) for _ in range(4)]
    for numeral, group in zip("一二三", groups, strict=True):
        listed = group["project"]
        xls.high(sheet, row, 22)
        sheet.write_merge(row, row, 0, 2, f"（{numeral}）{group['label']}{len(listed)}个", xls.bold_text)
        for place in range(5):
            sheet.write(row, 3 + place, sum(_figure(p, place) or 0 for p in listed), xls.bold)
        for place in range(8, width):
            sheet.write(row, place, "", xls.bold_text)
        for number, project in enumerate(listed, 1):
            row += 1
            xls.high(sheet, row, 28)
            sheet.write(row, 0, number, xls.middle)
            sheet.write(row, 1, project["name"], xls.text)
            sheet.write(row, 2, project["dates"], xls.middle)
            for place in range(5):
                _amount(xls, sheet, row, 3 + place, _figure(project, place), project["name"] in AS_TEXT and place < 3)
            sheet.write(
                row, 8, f"{inventor.firm()}{inventor.one_of(['实业', '建设', '发展', '投资'])}有限公司", xls.text
            )
            sheet.write(row, 9, inventor.one_of(["投资区经发局", "投资区规划建设局", "投资区社会事业局"]), xls.text)
            sheet.write(row, 10, inventor.one_of(leaders), xls.middle)
        row += 1
    sheet.panes_frozen, sheet.horz_split_pos, sheet.vert_split_pos = True, 4, 2


def _figure(project: dict[str, list[int]], place: int) -> int | None:
    figures = project["figures"]
    return figures[place] if place < len(figures) else None


def _amount(xls: _Xls, sheet: xlwt.Worksheet, row: int, column: int, amount: int | None, as_text: bool) -> None:
    shown: object = f"{amount:,.2f}" if as_text and amount else amount if amount is not None else ""
    sheet.write(row, column, shown, xls.amount)


def _padded(name: str) -> str:
    return f"{name[0]}  {name[1]}" if len(name) == 2 else name
