import csv
import io
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from udfs.values.cells import CellError, Value
from workbooks.errors import NotAWorkbook
from workbooks.reading import read_book_data
from workbooks.reading.encodings import encoding_of
from workbooks.reading.typed_text import typed

LEDGER = (
    "重点项目进展情况一览表,,,\n单位：万元,,,\n序号,项目名称,总投资,形象进度\n"
    '1,★滨海新区道路（一期）,"54,583.00","路基，桥梁\n已完成"\n2,国有粮库迁建,1200.5,前期手续办理中\n'
)
TRADITIONAL = "序號,項目名稱,總投資,進度\n1,濱海新區道路工程,1200,建設中\n2,國有糧庫遷建,560,辦理手續\n"


def rows(data: bytes) -> list[list[Value]]:
    return read_book_data(data, Path("台账.csv")).grids[0].rows


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk"])
def test_it_reads_any_encoding_of_a_chinese_office(encoding: str) -> None:
    assert rows(LEDGER.encode(encoding))[3] == [1, "★滨海新区道路（一期）", 54583, "路基，桥梁\n已完成"]


def test_it_tells_big5_from_gb18030() -> None:
    assert rows(TRADITIONAL.encode("big5"))[1] == [1, "濱海新區道路工程", 1200, "建設中"]
    assert encoding_of(LEDGER.encode("gb18030")) == "gb18030"


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_it_finds_the_separator(separator: str) -> None:
    text = LEDGER.replace('"54,583.00"', "54583").replace(",", separator)
    assert rows(text.encode())[4] == [2, "国有粮库迁建", 1200.5, "前期手续办理中"]


def test_it_obeys_the_separator_that_the_file_names() -> None:
    assert rows("sep=;\r\n序号;名称,别名\r\n1;甲,乙\r\n".encode()) == [["序号", "名称,别名"], [1, "甲,乙"]]


def test_tab_separated_text_named_xls_is_read() -> None:
    book = read_book_data("序号\t名称\n1\t甲\n".encode("gb18030"), Path("导出.xls"))
    assert (book.format, book.grids[0].name, book.grids[0].rows) == ("csv", "导出", [["序号", "名称"], [1, "甲"]])


def test_text_without_columns_is_refused() -> None:
    with pytest.raises(NotAWorkbook) as refused:
        rows("关于召开项目调度会的通知\n各有关单位\n".encode())
    assert refused.value.code == "text"


@pytest.mark.parametrize(
    ("text", "value", "code"),
    [
        ("12", 12, "General"),
        (" 54,583.00 ", 54583, "#,##0.00"),
        ("-0.50", -0.5, "0.00"),
        ("97.2%", 0.972, "0.0%"),
        ("001", "001", "General"),
        ("350102199001011234", "350102199001011234", "General"),
        ("123456789012", "123456789012", "General"),
        ('="001"', "001", "@"),
        ("=1+1", "=1+1", "General"),
        ("-", "-", "General"),
        ("2025-03-05", datetime(2025, 3, 5), "yyyy-mm-dd"),
        ("2025/3/5 8:30", datetime(2025, 3, 5, 8, 30), "yyyy/m/d h:mm"),
        ("2025-02-30", "2025-02-30", "General"),
        ("2025-3", "2025-3", "General"),
        ("#DIV/0!", CellError("#DIV/0!"), "General"),
        ("１２", "１２", "General"),
        ("1,2", "1,2", "General"),
        ("", None, "General"),
        (" ", " ", "General"),
    ],
)
def test_bare_text_is_read_as_excel_reads_it_but_for_codes(text: str, value: Value, code: str) -> None:
    assert typed(text) == (value, code)


names = st.text(alphabet="重点项目建设投资一期（）道路工程、a1;,\t\n\"' ", min_size=1, max_size=12)


@given(
    st.lists(st.tuples(names, names, st.integers(0, 10**11 - 1)), min_size=3, max_size=30),
    st.sampled_from([",", "\t", ";"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "gb18030"]),
)
def test_what_a_csv_writer_writes_comes_back(table: list[tuple[str, str, int]], separator: str, encoding: str) -> None:
    """With every text quoted, as the quoting is what the separator is told by here."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=separator, quoting=csv.QUOTE_ALL)
    writer.writerow(["项目名称", "建设内容", "总投资"])
    writer.writerows(table)
    read = rows(f"sep={separator}\r\n{buffer.getvalue()}".encode(encoding))
    assert [row[2] for row in read[1:]] == [amount for *_, amount in table]
    assert [row[0] for row in read[1:]] == [typed(name)[0] for name, *_ in table]
