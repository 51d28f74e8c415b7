"""Columns of ours beside the clerk's ledger."""

import io
import re

import openpyxl
import pytest

from tests.workbooks.package.making import ODD, contents, fresh, ledger, raw_entries, rebuilt
from workbooks.errors import WrongArgument
from workbooks.grid import Area
from workbooks.package import Column, Mark, Package, mark, our_columns, splice, unmark, write_columns

ROWS = range(2, 12)


def rate(index: int = 4, **changes: object) -> Column:
    cells = {1: "完成率", **{row: row / 10 for row in ROWS}}
    return Column(
        index, cells, like=3, header_rows=(1,), number_format="0.0%", fills={3: "FFC7CE"}, width=10, **changes
    )  # type: ignore[arg-type]


def light(index: int = 5) -> Column:
    cells = {1: "亮灯", **dict.fromkeys([2, 3, 7, 8], "● 正常"), 4: None}
    return Column(index, cells, like=3, header_rows=(1,), fills={2: "C6EFCE"}, width=9.5)


def book(package: Package) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(package.to_bytes()))


def test_columns_are_written_with_the_look_of_their_neighbour() -> None:
    package = Package.read(ledger())
    assert write_columns(package, "明细表", [rate(), light()]) == []
    sheet = book(package)["明细表"]
    assert [sheet.cell(row + 1, 5).value for row in (1, 2, 11)] == ["完成率", 0.2, 1.1]
    assert sheet["F3"].value == "● 正常"
    assert (sheet["E2"].font.b, sheet["E2"].fill.fgColor.rgb) == (True, sheet["D2"].fill.fgColor.rgb)
    assert (sheet["E3"].font.name, sheet["E3"].border.left.style) == ("宋体", "thin")
    assert (sheet["E3"].number_format, sheet["D3"].number_format) == ("0.0%", "General")
    assert (sheet["E4"].fill.fgColor.rgb, sheet["F3"].fill.fgColor.rgb) == ("FFFFC7CE", "FFC6EFCE")
    assert (sheet.column_dimensions["E"].width, sheet.column_dimensions["F"].width) == (10, 9.5)
    assert sheet.column_dimensions["B"].width > 30
    assert sheet.dimensions == "A1:F12"
    assert [str(merged) for merged in sheet.merged_cells.ranges] == ["A1:D1"]
    assert sheet.print_area == "'明细表'!$A$1:$D$12"


def test_only_the_sheet_and_the_tables_it_needs_change() -> None:
    data = ledger()
    package = Package.read(data)
    write_columns(package, "明细表", [rate()])
    before, after = raw_entries(data), raw_entries(package.to_bytes())
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"}


def test_values_and_formulas_of_the_clerk_are_never_overwritten() -> None:
    package = Package.read(ledger())
    cells = {1: "x", 2: 1.0, 30: 2.0}
    assert write_columns(package, "明细表", [Column(3, cells, like=2)]) == ["D2", "D3"]
    sheet = book(package)["明细表"]
    assert (sheet["D2"].value, sheet["D3"].value, sheet["D31"].value) == ("累计完成投资（万元）", "=C3*0.5", 2)


def test_a_second_run_replaces_ours_in_place() -> None:
    package = Package.read(ledger())
    write_columns(package, "明细表", [rate(), light()])
    once = package.to_bytes()
    assert our_columns(package, "明细表") == [
        Area(1, 5, 4, 5),
        Area(1, 4, 11, 4),
        Area(7, 5, 8, 5),
    ]
    assert write_columns(package, "明细表", [rate(), light()]) == []
    assert package.to_bytes() == once
    fewer = Column(4, {1: "完成率", 2: 0.5}, like=3, header_rows=(1,), number_format="0.0%")
    assert write_columns(package, "明细表", [fewer]) == []
    sheet = book(package)["明细表"]
    assert [sheet.cell(row, 5).value for row in (2, 3, 4, 12)] == ["完成率", 0.5, None, None]
    assert sheet["F3"].value is None
    assert write_columns(package, "明细表", []) == []
    assert our_columns(package, "明细表") == []
    assert b"_dudao" not in contents(package.to_bytes())["xl/workbook.xml"]


def test_our_columns_are_found_where_excel_has_moved_them() -> None:
    package = Package.read(ledger())
    write_columns(package, "明细表", [rate()])

    def insert_a_column(parts: dict[str, bytes]) -> None:
        parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(b"$E$2:$E$12", b"$F$2:$F$12")
        parts["xl/worksheets/sheet1.xml"] = re.sub(rb'r="E(\d+)"', rb'r="F\1"', parts["xl/worksheets/sheet1.xml"])

    package = Package.read(rebuilt(package.to_bytes(), insert_a_column))
    assert our_columns(package, "明细表") == [Area(1, 5, 11, 5)]
    assert write_columns(package, "明细表", [rate(5)]) == []


def test_a_header_over_several_rows_is_merged_and_the_merging_is_undone() -> None:
    package = Package.read(ledger())
    cells = {1: "完成率", 2: None, 3: 0.5}
    write_columns(package, "明细表", [Column(4, cells, like=3, header_rows=(1, 2), merge=(1, 2))])
    assert {str(merged) for merged in book(package)["明细表"].merged_cells.ranges} == {"A1:D1", "E2:E3"}
    write_columns(package, "明细表", [])
    assert {str(merged) for merged in book(package)["明细表"].merged_cells.ranges} == {"A1:D1"}
    write_columns(package, "隐藏", [Column(4, cells, like=3, header_rows=(1, 2), merge=(1, 2))])
    write_columns(package, "隐藏", [])
    assert b"mergeCells" not in contents(package.to_bytes())["xl/worksheets/sheet3.xml"]


def test_widths_split_the_runs_of_columns_around_ours() -> None:
    def spread(parts: dict[str, bytes]) -> None:
        name = "xl/worksheets/sheet1.xml"
        cols = b'<cols><col min="3" max="16384" width="7" customWidth="1"/></cols>'
        parts[name] = re.sub(rb"<cols>.*</cols>", cols, parts[name])

    package = Package.read(rebuilt(ledger(), spread))
    write_columns(package, "明细表", [rate(), light(7)])
    cols = re.findall(rb'<col min="(\d+)" max="(\d+)" width="([\d.]+)"', package.get("xl/worksheets/sheet1.xml"))
    assert cols == [
        (b"3", b"4", b"7"),
        (b"5", b"5", b"10.00"),
        (b"6", b"7", b"7"),
        (b"8", b"8", b"9.50"),
        (b"9", b"16384", b"7"),
    ]


def test_texts_are_never_formulas_and_numbers_never_broken() -> None:
    package = Package.read(ledger())
    values = {2: "=1+1", 3: "<&>\n二", 4: float("nan"), 5: 3, 6: "  前后空格 "}
    write_columns(package, "明细表", [Column(6, values, like=3)])
    sheet = book(package)["明细表"]
    assert [sheet.cell(row + 1, 7).value for row in values] == ["=1+1", "<&>\n二", None, 3, "  前后空格 "]
    assert sheet["G3"].data_type != "f" or b"<f>=1" not in package.get("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize("kind", ODD)
def test_odd_packages_are_written_too(kind: str) -> None:
    package = Package.read(ODD[kind](ledger()))
    write_columns(package, "明细表", [rate(), light()])
    once = package.to_bytes()
    assert write_columns(package, "明细表", [rate(), light()]) == []
    assert package.to_bytes() == once
    if kind not in ("strict", "odd spelling"):  # openpyxl drops the sheets of such workbooks
        sheet = book(package)["明细表"]
        assert [sheet["E3"].value, sheet["F8"].value, sheet["E3"].number_format] == [0.2, "● 正常", "0.0%"]


def test_marks_stay_on_the_cells_and_go_without_a_trace() -> None:
    plain = Package.read(ledger())
    write_columns(plain, "明细表", [rate()])
    package = Package.read(ledger())
    mark(package, [Mark("明细表", "D5", "FFC7CE", "注")])
    write_columns(package, "明细表", [rate()])
    assert book(package)["明细表"]["D5"].comment.text == "注"
    assert unmark(package) == 1
    assert contents(package.to_bytes())["xl/worksheets/sheet1.xml"] == plain.get("xl/worksheets/sheet1.xml")


def test_columns_survive_splicing() -> None:
    package = Package.read(ledger())
    splice(package, fresh())
    write_columns(package, "明细表", [rate()])
    splice(package, fresh(rows=5))
    assert our_columns(package, "明细表") == [Area(1, 4, 11, 4)]


def test_a_sheet_that_is_not_there_is_refused() -> None:
    with pytest.raises(WrongArgument):
        write_columns(Package.read(ledger()), "没有", [rate()])
