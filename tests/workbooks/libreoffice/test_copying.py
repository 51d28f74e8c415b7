"""A sheet copied, to its own workbook or to another, with all that it is: as Excel copies it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from xlwings import App, Book, Sheet

from tests import olevba
from tests.addin.excel.vba.examples import PROJECT, macro_workbook


def made(path: Path) -> None:
    """Write a workbook whose first sheet, 亮灯表, has all that a sheet of ours may have, and more."""
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("亮灯表")
    book.add_worksheet("说明")
    title = book.add_format(
        {"bold": True, "font_name": "黑体", "font_size": 16, "bg_color": "#FFC7CE", "align": "center"}
    )
    sheet.merge_range("A1:C1", "亮灯表", title)
    sheet.write_row("A2", ["单位", "项目数", "完成率"])
    for row, (unit, count, rate) in enumerate([("甲镇", 3, 0.5), ("乙镇", 5, 0.8), ("丙镇", 1, 1.2)], 2):
        sheet.write_row(row, 0, [unit, count])
        sheet.write(row, 2, rate, book.add_format({"num_format": "0.0%"}))
    sheet.write_formula("B6", "=SUM(B3:B5)", None, 9)
    sheet.write_url("A7", "https://example.org/", string="网页")
    sheet.write_url("A8", "internal:'亮灯表'!A1", string="回到上面")
    sheet.write_comment("A3", "请核实")
    sheet.set_column("A:A", 24)
    sheet.set_row(1, 33)
    sheet.set_column("E:E", None, None, {"hidden": True})
    sheet.freeze_panes(2, 1)
    sheet.hide_gridlines(2)
    sheet.set_tab_color("#FF0000")
    sheet.autofilter("A2:C5")
    sheet.data_validation("A3:A5", {"validate": "list", "source": ["甲镇", "乙镇", "丙镇"]})
    sheet.conditional_format("C3:C5", {"type": "cell", "criteria": "<", "value": 0.6, "format": title})
    sheet.set_landscape()
    sheet.set_paper(8)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(0.5, 0.6, 0.7, 0.8)
    sheet.repeat_rows(0, 1)
    sheet.print_area("A1:C6")
    sheet.set_header("&L督导&C&A&R&D")
    sheet.set_footer('&C&"仿宋,常规"&14第 &P 页 共 &N 页')
    book.define_name("'亮灯表'!_dudao_sheet", '="亮灯表"')
    book.define_name("'亮灯表'!本表", "='亮灯表'!$B$3:$B$5")
    chart = book.add_chart({"type": "column"})
    chart.add_series({"categories": "='亮灯表'!$A$3:$A$5", "values": "='亮灯表'!$B$3:$B$5", "name": "项目数"})
    chart.set_title({"name": "各单位项目数"})
    sheet.insert_chart("G3", chart)
    book.close()


@pytest.fixture(scope="module")
def copied(office: App, tmp_path_factory: pytest.TempPathFactory) -> Worksheet:
    """Return 亮灯表 as it was saved after it was copied behind the only sheet of a fresh workbook."""
    folder = tmp_path_factory.mktemp("抄")
    made(folder / "源.xlsx")
    with xlsxwriter.Workbook(folder / "得.xlsx") as target:
        target.add_worksheet("Sheet1")
    book = office.books.open(folder / "得.xlsx")
    source = office.books.open(folder / "源.xlsx", read_only=True, add_to_mru=False)
    source.sheets["亮灯表"].copy(after=book.sheets[0])
    source.close()
    book.save()
    book.close()
    saved = load_workbook(folder / "得.xlsx")
    assert saved.sheetnames == ["Sheet1", "亮灯表"]
    return saved["亮灯表"]


PARTS: dict[str, tuple[Callable[[Worksheet], Any], Any]] = {
    "values": (lambda s: [[c.value for c in row] for row in s["A3:C4"]], [["甲镇", 3, 0.5], ["乙镇", 5, 0.8]]),
    "formulas": (lambda s: s["B6"].value, "=SUM(B3:B5)"),
    "merged areas": (lambda s: [str(area) for area in s.merged_cells.ranges], ["A1:C1"]),
    "fonts": (lambda s: (s["A1"].font.name, s["A1"].font.sz, s["A1"].font.b), ("黑体", 16, True)),
    "fills": (lambda s: s["A1"].fill.fgColor.rgb, "FFFFC7CE"),
    "number formats": (lambda s: s["C3"].number_format, "0.0%"),
    "column widths": (lambda s: round(s.column_dimensions["A"].width), 25),
    "hidden columns": (lambda s: s.column_dimensions["E"].hidden, True),
    "row heights": (lambda s: s.row_dimensions[2].height, 33),
    "notes": (lambda s: s["A3"].comment.text, "请核实"),
    "links out": (lambda s: s["A7"].hyperlink.target, "https://example.org/"),
    "links within": (lambda s: s["A8"].hyperlink.location.replace("'", ""), "亮灯表!A1"),
    "frozen panes": (lambda s: s.freeze_panes, "B3"),
    "no grid, and none else": (lambda s: [each.sheet_view.showGridLines for each in s.parent], [True, False]),
    "the tab's colour": (lambda s: s.sheet_properties.tabColor.rgb, "FFFF0000"),
    "the filter": (lambda s: s.auto_filter.ref, "A2:C5"),
    "validation": (lambda s: [str(v.sqref) for v in s.data_validations.dataValidation], ["A3:A5"]),
    "conditional formats": (lambda s: [str(c.sqref) for c in s.conditional_formatting], ["C3:C5"]),
    "orientation and paper": (lambda s: (s.page_setup.orientation, s.page_setup.paperSize), ("landscape", 8)),
    "fitting to pages": (
        lambda s: (s.sheet_properties.pageSetUpPr.fitToPage, s.page_setup.fitToWidth, s.page_setup.fitToHeight),
        (True, 1, 0),
    ),
    "margins": (
        lambda s: [round(getattr(s.page_margins, side), 1) for side in ("left", "right")],
        [0.5, 0.6],
    ),
    "the header": (
        lambda s: [region.text for region in (s.oddHeader.left, s.oddHeader.center, s.oddHeader.right)],
        ["督导", "&A", "&D"],
    ),
    "the footer": (lambda s: s.oddFooter.center.text.replace("&[Page]", "&P"), "第 &P 页 共 &N 页"),
    "the footer's letters": (lambda s: (s.oddFooter.center.font.split(",")[0], s.oddFooter.center.size), ("仿宋", 14)),
    "print titles": (lambda s: s.print_title_rows, "$1:$2"),
    "the print area": (lambda s: s.print_area.split("!")[-1], "$A$1:$C$6"),
    "local names": (lambda s: s.defined_names["本表"].attr_text.replace("'", ""), "亮灯表!$B$3:$B$5"),
    "our memory": (lambda s: s.defined_names["_dudao_sheet"].attr_text, '"亮灯表"'),
    "charts": (lambda s: len(s._charts), 1),
    "a chart's data": (lambda s: s._charts[0].series[0].val.numRef.f.replace("'", "").replace("$", ""), "亮灯表!B3:B5"),
    "a chart's place": (lambda s: (s._charts[0].anchor._from.col, s._charts[0].anchor._from.row), (6, 2)),
}


@pytest.mark.parametrize("part", PARTS)
def test_a_copy_in_another_workbook_has_the_original_s(copied: Worksheet, part: str) -> None:
    get, expected = PARTS[part]
    assert get(copied) == expected


def test_a_copy_stands_before_or_after_a_sheet(office: App, book: Book) -> None:
    first, other = book.sheets[0], office.books.add()
    first.name = "甲"
    assert first.copy(before=other.sheets[0]).index == 1
    assert [sheet.name for sheet in other.sheets] == ["甲", "Sheet1"]


def test_a_copy_beside_its_original_bears_a_number(sheet: Sheet) -> None:
    sheet.name, sheet["A1"].value = "亮灯表", 5
    assert [sheet.copy().name, sheet.copy().name, sheet.copy(name="第三份").name] == [
        "亮灯表 (2)",
        "亮灯表 (3)",
        "第三份",
    ]
    assert [each["A1"].value for each in sheet.book.sheets] == [5.0] * 4


def test_a_long_name_makes_room_for_the_number(sheet: Sheet) -> None:
    sheet.name = "名" * 31
    assert sheet.copy().name == "名" * 27 + " (2)"


def test_a_name_that_is_taken_in_the_other_workbook_gets_a_number(office: App, book: Book) -> None:
    other = office.books.add()
    assert book.sheets[0].copy(after=other.sheets[0]).name == "Sheet1 (2)"


def test_both_workbooks_show_the_sheets_that_they_showed(office: App, book: Book) -> None:
    other = office.books.add()
    for each in (book, other):
        each.sheets.add("背", after=each.sheets[0])
        each.sheets["Sheet1"].activate()
    book.sheets["背"].copy(after=other.sheets["背"])
    assert (book.sheets.active.name, other.sheets.active.name) == ("Sheet1", "Sheet1")


def test_a_protected_sheet_is_copied(office: App, book: Book, tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "保护.xlsx") as workbook:
        workbook.add_worksheet("保护").protect("密")
    source = office.books.open(tmp_path / "保护.xlsx")
    assert source.sheets[0].copy(after=book.sheets[0]).name == "保护"


def test_a_workbook_with_macros_takes_sheets_and_keeps_its_modules(office: App, sheet: Sheet, tmp_path: Path) -> None:
    path = macro_workbook(PROJECT, tmp_path / "宏.xlsm")
    before = olevba.sources(path.read_bytes())
    book = office.books.open(path)
    sheet.name = "抄来"
    sheet.copy(after=book.sheets[0])
    book.sheets.add("新", after=book.sheets[0])
    book.sheets["新"].delete()
    book.save()
    assert "抄来" in load_workbook(path).sheetnames
    assert set(before) <= set(olevba.sources(path.read_bytes()))


def test_a_copy_to_a_workbook_of_its_own_is_not_there(sheet: Sheet) -> None:
    with pytest.raises(NotImplementedError, match=r"Sheet\.copy"):
        sheet.impl.copy(None, None)
