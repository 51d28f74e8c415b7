"""The city workbook's other sheets: how to fill in, the cross table with its chart, the hidden list of choices."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from xlsxwriter.worksheet import Worksheet

from workbooks.grid import column_letter
from workbooks.samples.make.paper import Column, Formula, Paper
from workbooks.samples.make.picture import legend

if TYPE_CHECKING:
    from workbooks.samples.make.city import Part

INSTRUCTIONS = (
    "一、填报范围：列入《云岭市2026年市级重点项目名单》的200个项目。",
    "二、填报时间：每月2日前报送上月数据，遇节假日顺延一个工作日。",
    "三、投资口径：完成投资按形象进度计算，与统计联网直报数一致；单位为万元，取整数。",
    "四、形象进度：写明具体部位和工程量，不得填写“正常推进”“有序推进”等字样。",
    "五、存在问题：写明问题、涉及部门和需协调的事项，一事一条。",
    "六、表中设有公式的单元格请勿改动，新增项目在所属县区末尾插行。",
)
SUMMARY = (
    ("县（市、区）", 16),
    ("项目个数（个）", 12),
    ("总投资（万元）", 15),
    ("2026年度计划投资（万元）", 18),
    ("1-6月完成投资（万元）", 16),
    ("占年计划（%）", 12),
)


def instructions(paper: Paper) -> None:
    """Write 填报说明, with the legend as a picture and a text box."""
    sheet = paper.sheet("填报说明", paper=9)
    sheet.set_portrait()
    sheet.set_column(0, 0, 72)
    sheet.hide_gridlines(2)
    sheet.set_row(0, 40)
    sheet.write_string(0, 0, "填 报 说 明", paper.style("title"))
    for row, line in enumerate(INSTRUCTIONS, 1):
        sheet.set_row(row, 34)
        sheet.write_string(row, 0, line, paper.style("note", valign="vcenter"))
    sheet.insert_image(8, 0, "legend.png", {"image_data": legend(), "x_offset": 12, "description": "图例：绿、黄、红"})
    box = {
        "width": 300,
        "height": 66,
        "x_offset": 200,
        "font": {"name": "楷体", "size": 11},
        "line": {"color": "#7F7F7F"},
    }
    sheet.print_area(0, 0, 13, 0)
    sheet.insert_textbox(8, 0, "联系单位：市重点项目工作专班办公室\n内线：6012、6015　报送：政务内网邮箱", box)


def summary(paper: Paper, sheet: Worksheet, source: str, found: "Sequence[Part]", rows: dict[str, int]) -> None:
    """Write 汇总表: one line a county, each figure a link to the details, and a chart."""
    paper.title(sheet, 0, "云岭市2026年1-6月市级重点项目投资完成情况汇总表", len(SUMMARY))
    for place, (text, width) in enumerate(SUMMARY):
        sheet.set_column(place, place, width)
        sheet.write_string(1, place, text, paper.style("header"))
    sheet.set_row(1, 32)
    everything = [project for part in found for project in part.projects]
    lines = [("全市合计", "合计", everything)] + [(part.county, part.county, part.projects) for part in found]
    for row, (label, key, listed) in enumerate(lines, 2):
        sheet.set_row(row, 22)
        sheet.write_string(row, 0, label, paper.style("middle"))
        sheet.write_number(row, 1, len(listed), paper.style("middle"))
        sums = [sum(p.total for p in listed), sum(p.plan or 0 for p in listed), sum(p.done or 0 for p in listed)]
        for place, (letter, amount) in enumerate(zip("GIK", sums, strict=True), 2):
            paper.put(sheet, row, place, Formula(f"='{source}'!{letter}{rows[key]}", amount), paper.style("amount"))
        rate = Formula(f"=ROUND(E{row + 1}/D{row + 1}*100,1)", int(sums[2] / sums[1] * 1000 + 0.5) / 10)
        paper.put(sheet, row, 5, rate, paper.style("percent"))
    last = 1 + len(lines)
    chart = paper.book.add_chart({"type": "column"})
    chart.add_series({
        "name": "占年计划（%）", "categories": ["汇总表", 3, 0, last, 0], "values": ["汇总表", 3, 5, last, 5],
        "fill": {"color": "#5B9BD5"}, "data_labels": {"value": True}, "gap": 80,
    })  # fmt: skip
    chart.set_title({"name": "各县（市、区）完成年计划比例", "name_font": {"name": "黑体", "size": 12}})
    chart.set_legend({"none": True})
    chart.set_size({"width": 590, "height": 280})
    sheet.insert_chart(last + 2, 0, chart, {"x_offset": 6})
    sheet.print_area(0, 0, last + 16, len(SUMMARY) - 1)


def lists(paper: Paper, details: Worksheet, columns: Sequence[Column]) -> None:
    """Write the hidden sheet of choices and let the details' drop-downs read it."""
    sheet = paper.book.add_worksheet("字典")
    choices = {
        "nature": ("续建", "新开工", "竣工", "前期"),
        "level": ("省级", "市级", "县级"),
        "category": ("产业", "基础设施", "民生"),
    }
    for place, (key, words) in enumerate(choices.items()):
        sheet.write_column(0, place, words)
        letter = column_letter(place)
        paper.book.define_name(f"选项_{key}", f"=字典!${letter}$1:${letter}${len(words)}")
        at = [column.key for column in columns].index(key)
        details.data_validation(5, at, 260, at, {"validate": "list", "source": f"=选项_{key}", "ignore_blank": True})
    sheet.hide()
