"""Workbooks that the facts are about; see also `tests.workbooks.package.making` and `tests.workbooks.hosts.books`."""

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import openpyxl
import xlsxwriter

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
