from datetime import datetime
from email.message import EmailMessage
from pathlib import Path

import pytest

from workbooks.errors import NotAWorkbook
from workbooks.grid import Area, Book
from workbooks.reading import read_book_data

PAGE = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="{charset}">
<style>.t{{mso-number-format:"\\@"}} td{{border:1px}}</style><title>不要</title>
<!--[if gte mso 9]><xml><x:ExcelWorkbook><x:Name>明细表</x:Name></x:ExcelWorkbook></xml><![endif]--></head>
<body><h2>重点项目一览表</h2><p>单位：万元</p>
<table border=1>
<tr><th rowspan="2">序号</th><th rowspan=2>项目&nbsp;名称</th><th colspan='2'>投资</th></tr>
<tr><th>计划</th><th>完成<br>情况</th></tr>
<tr><td>1<td class="x t">12<td>54,583.00<td>97.2%</tr>
<tr style="display:none"><td>2</td>
<td style='mso-number-format:"\\@"'>007</td><td>2025-03-05</td><td>&lt;无&gt;</td></tr>
</table></body></html>"""


def read(text: str, encoding: str = "utf-8") -> Book:
    return read_book_data(text.encode(encoding), Path("导出.xls"))


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_a_table_saved_as_xls_is_read_as_excel_shows_it(encoding: str) -> None:
    grid = read(PAGE.format(charset="gb2312"), encoding).grids[0]
    assert grid.name == "明细表"
    assert grid.rows == [
        ["重点项目一览表", None, None, None],
        ["单位：万元", None, None, None],
        ["序号", "项目 名称", "投资", None],
        [None, None, "计划", "完成\n情况"],
        [1, "12", 54583, 0.972],
        [2, "007", datetime(2025, 3, 5), "<无>"],
    ]
    assert grid.merges == (Area(2, 0, 3, 0), Area(2, 1, 3, 1), Area(2, 2, 2, 3))
    assert grid.hidden_rows == {5}
    assert [grid.details.number_format(4, column) for column in (2, 3)] == ["#,##0.00", "0.0%"]


def test_a_table_inside_a_layout_table_keeps_its_columns() -> None:
    inner = "<table><tr><td>序号</td><td>名称</td></tr><tr><td>1</td><td>甲</td></tr></table>"
    grid = read(f"<table><tr><td>标题</td></tr><tr><td>{inner}</td></tr></table>").grids[0]
    assert grid.rows == [["标题", None], ["序号", "名称"], [1, "甲"]]


def test_a_fragment_without_html_around_it_is_read() -> None:
    assert read("<table><tr><td>序号<td>名称<tr><td>1<td>甲</table>").grids[0].rows == [["序号", "名称"], [1, "甲"]]


def test_spans_beyond_all_measure_do_no_harm() -> None:
    grid = read('<table><tr><td colspan="999999999" rowspan="999999999">甲</td></tr></table>').grids[0]
    assert grid.rows == [["甲"]]


def test_a_page_without_a_table_is_refused() -> None:
    with pytest.raises(NotAWorkbook) as refused:
        read("<html><body><p>登录超时</p></body></html>")
    assert refused.value.code == "web_page"


def test_a_single_file_web_page_is_read() -> None:
    message = EmailMessage()
    message["Subject"] = "x"
    message.add_related(b"<html></html>", "text", "html")
    message.add_related("<table><tr><td>序号</td><td>2</td></tr></table>".encode(), "text", "html")
    book = read_book_data(b"MIME-Version: 1.0\n" + message.as_bytes(), Path("导出.xls"))
    assert book.grids[0].rows == [["序号", 2]]
