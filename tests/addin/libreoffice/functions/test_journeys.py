"""Formulas travel between LibreOffice and Excel's workbooks, in a real LibreOffice."""

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from tests.addin.libreoffice.functions.conftest import Page, hidden
from udfs.catalogue import functions

FILTERS = {
    ".xlsx": "Calc MS Excel 2007 XML",
    ".xlsm": "Calc MS Excel 2007 VBA XML",
    ".xltx": "Calc MS Excel 2007 XML Template",
}
RATE = 97.1578622181032
Opened = Callable[[Path], Page]


def formulas(path: Path) -> list[str]:
    """Return the formulas in a workbook's first sheet."""
    with zipfile.ZipFile(path) as package:
        return re.findall(r"<f[^>]*>([^<]*)</f>", package.read("xl/worksheets/sheet1.xml").decode())


def saved(page: Page, path: Path) -> Path:
    page.document.storeAsURL(path.as_uri(), hidden(FilterName=FILTERS[path.suffix])[1:])
    return path


def as_excel_writes(path: Path, *written: str) -> Path:
    """Write a workbook as Excel does: formulas by plain names, with values that Excel has calculated."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("台账")
        sheet.write("E5", 647.4)
        sheet.write("F5", 629)
        for row, formula in enumerate(written):
            sheet.write_formula(row, 0, formula, None, 1.5)
    return path


@pytest.mark.parametrize(
    "written",
    [
        "=COMPLETION_RATE(F5,E5)",
        "=完成率(F5,E5)",
        "=[1]!完成率(F5,E5)",
        "='C:\\资料\\dudao.xlam'!COMPLETION_RATE(F5,E5)",
        "=dudao.xlam!完成率(F5,E5)",
        "=_xludf.COMPLETION_RATE(F5,E5)",
        '=IF("完成率("="",0,完成率(F5,E5))',
    ],
)
def test_a_formula_that_excel_wrote_comes_alive(opened: Opened, tmp_path: Path, written: str) -> None:
    page = opened(as_excel_writes(tmp_path / "来自Excel.xlsx", written))
    assert page.shown("A1") == pytest.approx(RATE)
    page.put(F5=647.4)
    assert page.shown("A1") == pytest.approx(100)


def test_opening_leaves_nothing_to_undo_and_nothing_to_save(opened: Opened, tmp_path: Path) -> None:
    page = opened(as_excel_writes(tmp_path / "来自Excel.xlsx", "=完成率(F5,E5)", "=SUM(E5:F5)"))
    assert not page.document.isModified() and not page.document.getUndoManager().isUndoPossible()
    page.put(F5=1)
    assert page.document.isModified()


def test_only_formulas_of_ours_are_entered_anew(opened: Opened, tmp_path: Path) -> None:
    page = opened(as_excel_writes(tmp_path / "来自Excel.xlsx", "=other(F5)", '="完成率("&F5', "=完成率(F5,E5)"))
    assert page.formula("A1") == "=other(F5)" and page.formula("A2") == '="完成率("&F5'
    assert page.formula("A3") == "=DUDAO.FUNCTIONS.COMPLETION_RATE_ZH(F5;E5)"


def test_array_formulas_and_names_come_alive_too(opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "来自Excel.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("台账")
        sheet.write_column("E5", [200, 0, 400])
        sheet.write_column("F5", [50, 10, 300])
        sheet.write_array_formula("G5:G7", "{=完成率(F5:F7,E5:E7)}", None, 1)
        book.define_name("总率", "=合计完成率(台账!$F$5:$F$7,台账!$E$5:$E$7)")
        sheet.write_formula("H5", "=总率", None, 1)
    page = opened(path)
    assert page.column_shown("G5:G7") == [25.0, "", 75.0]
    page.document.calculateAll()
    assert page.shown("H5") == pytest.approx(350 / 600 * 100)


def test_a_column_of_shared_formulas_comes_alive_whole(opened: Opened, tmp_path: Path) -> None:
    rows = 500
    path = tmp_path / "来自Excel.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("台账")
        sheet.write_column("E1", [200] * rows)
        sheet.write_column("F1", [*range(rows)])
        for row in range(rows):
            sheet.write_formula(row, 6, f"=完成率(F{row + 1},E{row + 1})", None, 1)
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    content = parts["xl/worksheets/sheet1.xml"].decode()
    first = content.replace("<f>完成率(F1,E1)</f>", f'<f t="shared" ref="G1:G{rows}" si="0">完成率(F1,E1)</f>', 1)
    parts["xl/worksheets/sheet1.xml"] = re.sub(r"<f>[^<]*</f>", '<f t="shared" si="0"/>', first).encode()
    with zipfile.ZipFile(path, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part)
    page = opened(path)
    assert page[f"G1:G{rows}"].getDataArray() == tuple((row / 2.0,) for row in range(rows))


def test_the_notes_of_cells_that_come_alive_stay(opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "来自Excel.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("台账")
        sheet.write_row("E5", [200, 50])
        sheet.write_formula("G5", "=完成率(F5,E5)", None, 1)
        sheet.write_comment("G5", "请核实")
        sheet.write_array_formula("H5:H6", "{=完成率(F5:F6,E5:E6)}", None, 1)
        sheet.write_comment("H5", "这一列也是")
    page = opened(path)
    assert page.column_shown("G5:G5") == page.column_shown("H5:H5") == [25.0]
    notes = page.sheet.getAnnotations()
    assert [notes.getByIndex(index).getString() for index in range(notes.getCount())] == ["请核实", "这一列也是"]


def test_a_workbook_calculated_by_hand_shows_figures_too(opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "来自Excel.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.set_calc_mode("manual")
        sheet = book.add_worksheet("台账")
        sheet.write_row("E5", [200, 50])
        sheet.write_formula("G5", "=完成率(F5,E5)", None, 25)
        sheet.write_formula("H5", "=G5+1", None, 26)
    page = opened(path)
    assert (page.shown("G5"), page.shown("H5")) == (25.0, 26.0)
    assert not page.document.isModified()


def test_a_protected_sheet_keeps_none_from_coming_alive(opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "来自Excel.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for name in ("锁住", "台账"):
            sheet = book.add_worksheet(name)
            sheet.write_row("E5", [200, 50])
            sheet.write_formula("G5", "=完成率(F5,E5)", None, 1)
            if name == "锁住":
                sheet.protect("密码")
                sheet.write_array_formula("H5:H6", "{=完成率(F5:F6,E5:E6)}", None, 1)
    page = opened(path)
    other = page.document.getSheets().getByName("台账").getCellRangeByName("G5")
    assert page.shown("G5") == other.getDataArray()[0][0] == 25.0
    assert page.sheet.isProtected()


@pytest.mark.parametrize(
    "written",
    ["=完成率(SUM('1月:3月'!F5),SUM('1月:3月'!E5))", "=完成率(F5,E5)+Sheet9!A1", "=SUM(表1[占比(万元)])"],
)
def test_what_libreoffice_left_unread_is_not_entered_anew(opened: Opened, tmp_path: Path, written: str) -> None:
    page = opened(as_excel_writes(tmp_path / "来自Excel.xlsx", written, "=完成率(F5,E5)"))
    assert "DUDAO" not in page.formula("A1").upper()
    assert "!" in page.formula("A1") or "占比(万元)" in page.formula("A1")
    assert page.shown("A2") == pytest.approx(RATE)
    saved_formula = formulas(saved(page, tmp_path / "又存.xlsx"))[0]
    assert "SHARE" not in saved_formula.upper() and " F5" not in saved_formula


def test_a_name_of_the_workbook_is_not_taken_over(opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "来自Excel.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("台账")
        sheet.write_row("E5", [200, 50])
        book.define_name("占比", "=台账!$F$5")
        sheet.write_formula("A1", "=占比(F5,E5)", None, 0.25)
        sheet.write_formula("A2", "=完成率(F5,E5)", None, 25)
    page = opened(path)
    assert "DUDAO" not in page.formula("A1").upper()
    assert page.shown("A2") == 25.0


def test_a_whole_column_as_argument_is_read_to_its_last_row(page: Page) -> None:
    page.column("E1:E3", [200.0, 300.0, 500.0])
    page.column("F1:F3", [50.0, 100.0, 350.0])
    assert page.result("=合计完成率(F:F,E:E)") == pytest.approx(50)


def test_a_line_break_in_a_formula_stays_one(page: Page, opened: Opened, tmp_path: Path) -> None:
    page.put(E5=200, F5=50)
    page["G5"].getCellByPosition(0, 0).setFormula('=IF(完成率(F5;\n E5)>1;"甲\n乙";"")')
    path = saved(page, tmp_path / "台账.xlsx")
    assert formulas(path) == ["IF(完成率(F5,&#10; E5)&gt;1,&quot;甲&#10;乙&quot;,&quot;&quot;)"]
    assert opened(path).shown("G5") == "甲\n乙"


@pytest.mark.parametrize("ending", [*FILTERS])
def test_each_kind_of_excels_workbooks_gets_plain_names(page: Page, tmp_path: Path, ending: str) -> None:
    page.enter("A5", "=完成率(50,200)")
    assert formulas(saved(page, tmp_path / f"台账{ending}")) == ["完成率(50,200)"]


def test_a_saved_workbook_names_every_function_as_excel_knows_it(page: Page, tmp_path: Path) -> None:
    every = [name for function in functions() for name in (function.name, function.alias)]
    for row, name in enumerate(every):
        page.enter(f"A{row + 1}", f'=IF(1,{name}(F5,E5),"{name}(")')
    path = saved(page, tmp_path / "给Excel.xlsx")
    assert formulas(path) == [f"IF(1,{name}(F5,E5),&quot;{name}(&quot;)" for name in every]


def test_saved_and_opened_again_it_is_still_alive(page: Page, opened: Opened, tmp_path: Path) -> None:
    page.column("E5:E7", [200.0, 100.0, 400.0])
    page.column("F5:F7", [50.0, 10.0, 300.0])
    page.enter("A5", "=完成率(F5,E5)")
    page.enter("B5:B7", "=COMPLETION_RATE(F5:F7,E5:E7)")
    path = saved(page, tmp_path / "台账.xlsx")
    assert formulas(path) == ["完成率(F5,E5)", "COMPLETION_RATE(F5:F7,E5:E7)"]
    with zipfile.ZipFile(path) as package:
        assert "完成率(F5,E5)</f><v>25</v>" in package.read("xl/worksheets/sheet1.xml").decode()
    again = opened(path)
    assert (again.shown("A5"), again.column_shown("B5:B7")) == (25.0, [25.0, 10.0, 75.0])
    again.put(F5=100)
    assert (again.shown("A5"), again.shown("B5")) == (50.0, 50.0)
    assert again.formula("B5").startswith("{=DUDAO.FUNCTIONS.")


def test_saving_again_and_again_is_no_conflict(page: Page, tmp_path: Path) -> None:
    page.put(E5=200, F5=50)
    page.enter("A5", "=完成率(F5,E5)")
    path = saved(page, tmp_path / "台账.xlsx")
    for done in (60, 70):
        page.put(F5=done)
        page.document.store()
        assert formulas(path) == ["完成率(F5,E5)"] and not page.document.isModified()
        with zipfile.ZipFile(path) as package:
            assert f"<v>{done // 2}</v>" in package.read("xl/worksheets/sheet1.xml").decode()


def test_an_ods_keeps_libreoffices_own_names(page: Page, opened: Opened, tmp_path: Path) -> None:
    page.put(E5=200, F5=50)
    page.enter("A5", "=完成率(F5,E5)")
    path = tmp_path / "台账.ods"
    page.document.storeAsURL(path.as_uri(), hidden(FilterName="calc8")[1:])
    assert opened(path).shown("A5") == 25.0


def test_an_old_workbook_that_libreoffice_wrote_is_alive_in_libreoffice(
    page: Page, opened: Opened, tmp_path: Path
) -> None:
    page.put(E5=200, F5=50)
    page.enter("A5", "=完成率(F5,E5)")
    path = tmp_path / "台账.xls"
    page.document.storeAsURL(path.as_uri(), hidden(FilterName="MS Excel 97")[1:])
    assert opened(path).shown("A5") == 25.0
