"""Workbooks that the facts are about; see also `tests.workbooks.package.making` and `tests.workbooks.hosts.books`."""

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import openpyxl
import xlsxwriter

from tests.workbooks.package.making import PIXEL
from workbooks.package import Package
from workbooks.package.journal import Journal

FILL, COLOUR, CONDITION = "C6EFCE", "9C0006", "FFC7CE"
WIDTHS = {"A": 24.0, "B": 9.0, "C": 14.0}


def report(*names: str, rows: int = 6, to: str = "明细表", first: float = 0.2) -> bytes:
    """Return finished sheets with all that the renderer gives one: looks, layout, print set-up, chart, links, names.

    to: where the links in column D lead; the last row links back to the first sheet. first: the value of B3.
    """
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    title = book.add_format({"bold": True, "font_name": "黑体", "font_size": 16, "align": "center"})
    head = book.add_format({"bold": True, "bg_color": f"#{FILL}", "border": 1, "text_wrap": True})
    text = book.add_format({"font_name": "仿宋", "font_color": f"#{COLOUR}", "border": 1})
    percent = book.add_format({"num_format": "0.0%", "border": 1})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    behind = book.add_format({"bg_color": f"#{CONDITION}"})
    names = names or ("督导总览", "亮灯表")
    for name in names:
        sheet = book.add_worksheet(name)
        sheet.merge_range("A1:E1", f"{name}标题", title)
        sheet.write_row("A2", ["项目", "完成率", "日期", "转到", "代码"], head)
        for row in range(2, rows + 2):
            sheet.write_string(row, 0, f"项目{row - 1}", text)
            sheet.write_number(row, 1, first + (row - 2) / 10, percent)
            sheet.write_datetime(row, 2, datetime(2026, 7, row), day)
            sheet.write_url(row, 3, f"internal:'{to}'!A{row + 1}", string="转到")
            sheet.write_string(row, 4, f"00{row}")
        sheet.write_url(rows + 2, 0, f"internal:'{names[0]}'!A1", string="回到总览")
        for letter, width in WIDTHS.items():
            sheet.set_column(f"{letter}:{letter}", width)
        sheet.set_row(0, 36)
        sheet.conditional_format(2, 1, rows + 1, 1, {"type": "cell", "criteria": "<", "value": 0.3, "format": behind})
        sheet.data_validation(2, 5, rows + 1, 5, {"validate": "list", "source": ["是", "否"]})
        sheet.autofilter(1, 0, rows + 1, 4)
        sheet.freeze_panes(2, 1)
        sheet.set_landscape()
        sheet.set_paper(8)  # A3
        sheet.set_margins(left=0.5, right=0.5)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0, 1)
        sheet.print_area(0, 0, rows + 1, 4)
        sheet.set_footer("&C第 &P 页 共 &N 页")
        chart = book.add_chart({"type": "column"})
        chart.add_series({"categories": [name, 2, 0, rows + 1, 0], "values": [name, 2, 1, rows + 1, 1]})
        sheet.insert_chart("H2", chart)
    book.close()
    return data.getvalue()


def full_workbook(file: Path) -> Path:
    """Write a clerk's workbook with most that Excel has for a ledger, on the sheets 台账 and 附表; return its path."""
    book = xlsxwriter.Workbook(str(file))
    head = book.add_format({"bold": True, "border": 2, "bg_color": "#DDEBF7", "valign": "vcenter", "text_wrap": True})
    body = book.add_format({"border": 1, "indent": 1, "font_color": "#1F4E78"})
    money = book.add_format({"num_format": "#,##0.00", "border": 1, "align": "right"})
    day = book.add_format({"num_format": "yyyy-mm-dd", "rotation": 45})
    open_to_all = book.add_format({"locked": False, "font_strikeout": True})
    sheet, other = book.add_worksheet("台账"), book.add_worksheet("附表")
    sheet.merge_range("A1:E1", "重点项目台账", head)
    sheet.write_row("A2", ["县", "项目", "投资", "开工", "说明"], head)
    for row in range(2, 20):
        sheet.write_string(row, 0, "甲乙丙"[row % 3] + "县", body)
        sheet.write_rich_string(row, 1, book.add_format({"bold": True}), "重点", f"项目{row}")
        sheet.write_number(row, 2, row * 1234.5, money)
        sheet.write_datetime(row, 3, datetime(2026, 1, row), day)
        sheet.write_blank(row, 4, None, open_to_all)
    sheet.write_formula("C21", "=SUM(C3:C20)", money, 1234.5 * sum(range(2, 20)))
    sheet.write_url("A22", "internal:'附表'!A1", string="见附表")
    sheet.write_url("B22", "https://example.com/?a=1&b=2", string="网址")
    sheet.write_comment("B3", "办事员的批注")
    sheet.set_row(0, 40)
    sheet.set_row(9, 33)
    sheet.set_row(11, None, None, {"hidden": True})
    sheet.set_column("B:B", 26)
    sheet.set_column("D:D", 12, None, {"hidden": True})
    sheet.conditional_format("C3:C20", {"type": "cell", "criteria": ">", "value": 9e3, "format": head})
    sheet.data_validation("A3:A20", {"validate": "list", "source": ["甲县", "乙县", "丙县"]})
    sheet.freeze_panes(2, 2)
    sheet.set_portrait()
    sheet.set_paper(9)
    sheet.print_area("A1:E21")
    sheet.repeat_rows(0, 1)
    sheet.set_footer("&C办事员的页脚")
    sheet.set_tab_color("#FF0000")
    chart = book.add_chart({"type": "bar"})
    chart.add_series({"categories": "=台账!$B$3:$B$8", "values": "=台账!$C$3:$C$8"})
    other.insert_chart("G2", chart)
    other.insert_image("G20", "red.png", {"image_data": io.BytesIO(PIXEL)})
    other.add_table("A1:B4", {"columns": [{"header": "名称"}, {"header": "数"}], "data": [["甲", 1], ["乙", 2]]})
    other.write_formula("D1", "=台账!C21/2", None, 617.25 * sum(range(2, 20)))
    other.hide_gridlines(2)
    book.define_name("投资", "=台账!$C$3:$C$20")
    book.define_name("附表!本表", "=附表!$A$1:$B$4")
    book.close()
    return file


def edited(file: Path, edit: Callable[[openpyxl.Workbook], object]) -> Path:
    """Edit a saved workbook as somebody with another program might between two runs; return its path."""
    with custom_parts_kept(file):
        book = openpyxl.load_workbook(file)
        edit(book)
        book.save(file)
    return file


@contextmanager
def custom_parts_kept(file: Path) -> Iterator[None]:
    """Let the file host's journal survive saving by openpyxl, which drops custom XML; spreadsheet programs don't."""
    journal = Journal.read(Package.read(file.read_bytes()))
    yield
    if journal is not None:
        package = Package.read(file.read_bytes())
        journal.write(package)
        file.write_bytes(package.to_bytes())
