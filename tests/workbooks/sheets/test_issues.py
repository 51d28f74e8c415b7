"""数据问题."""

from tests.workbooks.sheets.examples import ledger
from tests.workbooks.sheets.reading import city, header_row, opened, records, texts


def test_errors_come_first_with_what_is_wrong_and_what_to_do():
    rows = records(city()["数据问题"])
    assert [(row["程度"], row["编号"]) for row in rows] == [("■ 错误", "E201"), ("▲ 疑问", "W105")]
    assert rows[0]["问题"] == "累计完成投资12,000.0万元是年度计划投资1,200.0万元的1000.0%。"
    assert rows[0]["处理办法"] == "核对金额单位；如为元，请改为万元。"


def test_the_cell_is_a_link_to_it():
    sheet = city()["数据问题"]
    cell = sheet.cell(header_row(sheet) + 2, 4)
    assert (cell.value, cell.hyperlink.location) == ("B9", "'预备''新开''项目'!B9")


def test_when_nothing_was_found_it_has_a_good_word():
    assert "台账数据检查未发现问题" in texts(opened(ledger({"name": ["甲"], "annual_plan": [1.0]}))["数据问题"])
