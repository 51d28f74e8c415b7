"""Defined names: of the workbook, local to a sheet, what they refer to in Excel's words."""

import pytest
from xlwings import Book, Sheet


def test_a_name_refers_to_a_block(book: Book) -> None:
    name = book.names.add("全县", "=Sheet1!$A$1:$B$2")
    assert (name.name, name.refers_to, name.refers_to_range.address) == ("全县", "=Sheet1!$A$1:$B$2", "$A$1:$B$2")
    assert name.refers_to_range.sheet == book.sheets[0]
    assert book.names["全县"].refers_to == "=Sheet1!$A$1:$B$2"


def test_the_equals_sign_may_be_left_out(book: Book) -> None:
    assert book.names.add("率", "0.5*2").refers_to == "=0.5*2"


@pytest.mark.parametrize(
    "refers_to", ['="文字"', "=3.5", "=Sheet1!$A$1,Sheet1!$C$3:$D$4", "=SUM(Sheet1!$A$1:$A$9)", "={1,2;3,4}", "=#REF!"]
)
def test_a_name_stands_for_what_it_was_given(book: Book, refers_to: str) -> None:
    book.names.add("某", refers_to)
    assert book.names["某"].refers_to == refers_to


def test_a_name_that_refers_to_no_block_says_so(book: Book) -> None:
    name = book.names.add("某", '="文字"')
    with pytest.raises(ValueError, match="某"):
        _ = name.refers_to_range


def test_a_name_local_to_a_sheet_bears_the_sheet(book: Book, sheet: Sheet) -> None:
    sheet.name = "明细 表"
    local = sheet.names.add("本表", "='明细 表'!$A$1")
    assert local.name == "'明细 表'!本表"
    assert [name.name for name in sheet.names] == ["'明细 表'!本表"]
    assert [name.name for name in book.names] == ["'明细 表'!本表"]
    assert book.names["本表"].refers_to == "='明细 表'!$A$1"


def test_a_name_may_be_there_for_the_workbook_and_for_a_sheet(book: Book, sheet: Sheet) -> None:
    book.names.add("合计", "=1")
    sheet.names.add("合计", "=2")
    assert [(name.name, name.refers_to) for name in book.names] == [("合计", "=1"), ("'Sheet1'!合计", "=2")]
    assert sheet.names["合计"].refers_to == "=2"
    assert book.names["'Sheet1'!合计"].refers_to == "=2"


def test_names_are_found_whatever_their_case(book: Book) -> None:
    book.names.add("Total", "=1")
    assert book.names["TOTAL"].name == "Total"
    assert "total" in book.names
    assert "other" not in book.names
    with pytest.raises(KeyError):
        _ = book.names["other"]


def test_a_name_that_is_there_says_something_else(book: Book) -> None:
    first = book.names.add("某", "=1")
    book.names.add("某", "=2")
    assert (len(book.names), first.refers_to) == (1, "=2")
    first.refers_to = "=Sheet1!$B$2"
    assert book.names["某"].refers_to_range.address == "$B$2"


def test_a_name_follows_its_cells(book: Book, sheet: Sheet) -> None:
    book.names.add("某", "=Sheet1!$B$2")
    sheet.api.Rows.insertByIndex(0, 3)
    assert book.names["某"].refers_to == "=Sheet1!$B$5"


def test_a_name_is_renamed_and_deleted(book: Book) -> None:
    name = book.names.add("旧", "=1")
    name.name = "新"
    assert (name.name, "旧" in book.names) == ("新", False)
    book.names["新"].delete()
    assert len(book.names) == 0


def test_a_range_is_named_and_tells_its_name(sheet: Sheet) -> None:
    assert sheet["A1:B2"].name is None
    sheet["A1:B2"].name = "某"
    assert sheet["A1:B2"].name.name == "某"
    assert sheet["A1:B3"].name is None
