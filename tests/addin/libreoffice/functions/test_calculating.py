"""The functions in a real LibreOffice, with the extension installed as a clerk installs it."""

import re
from datetime import date, timedelta
from typing import Any

import pytest

from tests.addin.libreoffice.functions.conftest import Page
from udfs.catalogue import Example, Function, functions
from udfs.examples import BLANK, run, shown
from udfs.worksheet import calculate

EXAMPLES = [(function, example) for function in functions() for example in function.examples]
_DATE = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")


def as_shown(value: float | str, expected: str) -> str:
    if isinstance(value, float) and _DATE.fullmatch(expected):
        return shown(date(1899, 12, 30) + timedelta(days=int(value)))
    return shown(value) if value != "" else BLANK


@pytest.mark.parametrize(
    ("function", "example"), EXAMPLES, ids=[f"{each.name}-{example.formula}" for each, example in EXAMPLES]
)
@pytest.mark.parametrize("which", ["name", "alias"])
def test_every_example_gives_what_python_gives(page: Page, function: Function, example: Example, which: str) -> None:
    page.put(**example.cells)
    expected = run(example).split(" / ")
    called = re.sub(r"^=\w+", f"={getattr(function, which)}", example.formula)
    address = "A1" if len(expected) == 1 else f"A1:A{len(expected)}"
    page.enter(address, called)
    got = [as_shown(value, told) for value, told in zip(page.column_shown(address), expected, strict=True)]
    assert got == expected == example.result.split(" / ")


def test_the_chinese_name_is_kept(page: Page) -> None:
    page.enter("A1", "=完成率(1,2)")
    page.enter("A2", "=COMPLETION_RATE(1,2)")
    assert page["A1"].getCellByPosition(0, 0).FormulaLocal.casefold().startswith("=完成率(")
    assert page["A2"].getCellByPosition(0, 0).FormulaLocal.casefold().startswith("=completion_rate(")


def test_ten_thousand_rows_are_one_call(page: Page) -> None:
    rows = 10_000
    done: list[float | str] = [float(row % 700) if row % 9 else "" for row in range(rows)]
    plan: list[float | str] = [float(row % 300 + 100) if row % 11 else "暂定" for row in range(rows)]
    page.column(f"E1:E{rows}", plan)
    page.column(f"F1:F{rows}", done)
    page.enter(f"G1:G{rows}", f"=完成率(F1:F{rows},E1:E{rows})")
    page.enter(f"H1:H{rows}", f'=LIGHT(F1:F{rows},E1:E{rows},"2026-6-30")')
    given = [[[value or None] for value in column] for column in (plan, done)]
    given[1] = [[None if value == "" else value] for value in done]
    assert page[f"G1:G{rows}"].getDataArray() == tuple(map(tuple, calculate("COMPLETION_RATE", given[1], given[0])))
    lights = calculate("LIGHT", given[1], given[0], "2026-6-30")
    assert page[f"H1:H{rows}"].getDataArray() == tuple(map(tuple, lights))


def test_a_blank_cell_is_blank_and_a_nought_is_nought(page: Page) -> None:
    page.put(E1=1000, E2=1000, F2=0)
    page.enter("G1", "=完成率(F1,E1)")
    page.enter("G2", "=完成率(F2,E2)")
    assert page.column_shown("G1:G2") == ["", 0.0]
    page.document.calculateAll()
    assert page.column_shown("G1:G2") == ["", 0.0]
    page.put(F1=0)
    assert page.column_shown("G1:G2") == [0.0, 0.0]
    page["F2"].clearContents(1 | 2 | 4 | 16)
    assert page.column_shown("G1:G2") == [0.0, ""]


def test_a_range_of_one_cell_is_clear_by_itself(page: Page) -> None:
    page.put(E5=1000)
    assert page.result("=完成率(F5:F5,E5:E5)") == ""


def test_blank_and_nought_are_told_apart_in_many_rows_alike(page: Page) -> None:
    rows = 300
    page.column(f"E1:E{rows}", [1000.0] * rows)
    page.column(f"F1:F{rows}", [0.0 if row % 3 else "" for row in range(rows)])
    page["F1:F300"].getCellRangeByPosition(0, 0, 0, 0).clearContents(4)
    for row in range(0, rows, 3):
        page[f"F{row + 1}"].clearContents(4)
    page[f"G1:G{rows}"].setFormulaArray(tuple((f"=完成率(F{row};E{row})",) for row in range(1, rows + 1)))
    for _ in range(2):
        assert page.column_shown(f"G1:G{rows}") == [0.0 if row % 3 else "" for row in range(rows)]
        page.document.calculateAll()


class TestNames:
    """What a name of the workbook means; `origin`: the cell for which it was written."""

    @staticmethod
    def name(holder: Any, word: str, content: str) -> None:
        origin = __import__("uno").createUnoStruct("com.sun.star.table.CellAddress")
        holder.getPropertyValue("NamedRanges").addNewByName(word, content, origin, 0)

    def test_a_name_of_one_cell_is_read_as_that_cell(self, page: Page) -> None:
        page.put(E5=1000, F6=0)
        self.name(page.document, "空着", "$Sheet1.$F$5")
        self.name(page.document, "零", "$Sheet1.$F$6")
        assert (page.result("=完成率(空着,E5)"), page.result("=完成率(零,E5)")) == ("", 0.0)

    def test_a_name_of_the_sheet_goes_before_one_of_the_workbook(self, page: Page) -> None:
        page.put(E5=1000, F6=0)
        self.name(page.document, "完成", "$Sheet1.$F$5")
        self.name(page.sheet, "完成", "$Sheet1.$F$6")
        assert page.result("=完成率(完成,E5)") == 0.0

    def test_a_name_that_means_another_cell_in_each_row_is_told_from_or_said_to_be_unclear(self, page: Page) -> None:
        page.put(F1=0.972, F99=0.5)
        page.percent("F99")
        self.name(page.document, "率", "$Sheet1.$F1")
        told = page.result("=进度差(率,50)")  # in row 99
        assert told == pytest.approx(0) or (isinstance(told, str) and "分不清" in told)


def test_a_left_out_argument_is_none(page: Page) -> None:
    page.put(E5=1000, F5=350)
    assert page.result("=缺口(F5,E5)") == 650
    assert page.result("=缺口(F5,,50)") == "缺少参数：年度计划"
    assert page.result("=开工率()") == "缺少参数：已开工、项目数"


class TestPercent:
    def test_a_cell_that_shows_a_percentage_counts_as_it_shows(self, page: Page) -> None:
        page.put(H5=0.972, H6=97.2)
        page.percent("H5")
        assert page.result("=进度差(H5,50)") == pytest.approx(47.2)
        assert page.result("=进度差(H6,50)") == pytest.approx(47.2)
        assert page.result("=SHORTFALL(350,1000,H5)") == pytest.approx(622)

    def test_a_number_in_the_formula_is_what_it_is(self, page: Page) -> None:
        assert page.result("=进度差(0.972,0.5)") == pytest.approx(0.472)
        assert page.result('=进度差("97.2%",0.5)') == pytest.approx(96.7)

    def test_a_formula_that_shows_a_percentage_counts_too(self, page: Page) -> None:
        page.put(E5=200, F5=150)
        page.enter("H5", "=F5/E5")
        page.percent("H5")
        assert page.result("=进度差(H5,50)") == pytest.approx(25)
        page.put(F5=100)
        assert page.shown("Z99") == pytest.approx(0)

    def test_a_column_counts_cell_by_cell(self, page: Page) -> None:
        page.column("H5:H8", [0.9, 80.0, "", "70%"])
        page.percent("H5")
        page.enter("A5:A8", "=进度差(H5:H8,50)")
        assert page.column_shown("A5:A8") == [pytest.approx(40), pytest.approx(30), "", pytest.approx(20)]

    def test_the_same_number_in_two_formats_is_told_apart_by_the_calling_cell(self, page: Page) -> None:
        page.column("H5:H8", [0.8] * 4)
        page.percent("H6:H7")
        page["A5:A8"].setFormulaArray(tuple((f"=进度差(H{row};50)",) for row in range(5, 9)))
        expected = [pytest.approx(value) for value in (-49.2, 30, 30, -49.2)]
        assert page.column_shown("A5:A8") == expected
        page.document.calculateAll()
        assert page.column_shown("A5:A8") == expected

    def test_two_calls_in_one_cell_that_hand_over_the_same_are_not_mixed_up(self, page: Page) -> None:
        page.column("H5:H6", [0.8, 0.8])
        page.percent("H5")
        assert page.result("=进度差(H5,50)+0") == pytest.approx(30)
        assert page.result('=进度差(H5,50)&"|"&进度差(H6,50)').count("分不清") == 2  # type: ignore[union-attr]

    def test_a_name_for_cells_counts_as_its_cells(self, page: Page) -> None:
        page.put(H5=0.972)
        page.percent("H5")
        place = page["A1"].getCellByPosition(0, 0).getCellAddress()
        page.document.NamedRanges.addNewByName("完成比", f"${page.sheet.Name}.$H$5", place, 0)
        assert page.result("=进度差(完成比,50)") == pytest.approx(47.2)

    def test_what_cannot_be_told_is_said_and_not_guessed(self, page: Page) -> None:
        page.column("H5:H6", [0.8, 0.9])
        page.percent("H5")
        assert page.result("=进度差(INDEX(H5:H6,1),50)") == "完成率是不是百分比格式分不清，请写成F5*100的样子"
        assert page.result("=进度差(INDEX(H5:H6,1)*100,50)") == pytest.approx(30)

    def test_a_format_that_changes_counts_at_the_next_calculation(self, page: Page) -> None:
        page.put(H5=0.5)
        assert page.result("=进度差(H5,50)") == pytest.approx(-49.5)
        page.percent("H5")
        page.document.calculateAll()
        assert page.shown("Z99") == pytest.approx(0)


class TestErrors:
    @pytest.mark.parametrize("error", ["1/0", "NA()", "#REF!"])
    def test_the_error_of_a_cell_passes_through(self, page: Page, error: str) -> None:
        page.enter("F5", f"={error}")
        assert page.result("=完成率(F5,200)") == page.shown("F5") != ""

    def test_an_error_that_is_a_text_stays_in_its_row(self, page: Page) -> None:
        page.column("F5:F7", [50.0, "#N/A", 20.0])
        page.enter("A5:A7", "=完成率(F5:F7,200)")
        assert page.column_shown("A5:A7") == [25.0, "#N/A", 10.0]

    def test_the_text_of_an_error_is_that_error(self, page: Page) -> None:
        page.put(F5="#DIV/0!")
        assert page.result("=完成率(F5,200)") == "#DIV/0!"

    def test_an_error_within_a_range_keeps_libreoffice_from_calling_us(self, page: Page) -> None:
        page.column("F5:F6", [50.0, 60.0])
        page.enter("F7", "=1/0")
        page.enter("A5:A7", "=完成率(F5:F7,200)")
        assert page.column_shown("A5:A7") == ["Err:504"] * 3


class TestDates:
    def test_a_date_cell_is_a_date(self, page: Page) -> None:
        page["F5"].getCellByPosition(0, 0).setFormula("2026-06-20")
        assert page.shown("F5") == 46193
        assert page.result('=超期天数(F5,,"2026-6-30")') == 10

    def test_a_date_result_is_a_number_that_can_be_formatted(self, page: Page) -> None:
        assert page.result('=审批时限("2026-3-2",5,3)') == (date(2026, 3, 12) - date(1899, 12, 30)).days

    def test_a_document_that_counts_from_1904_is_read_so(self, page: Page) -> None:
        import uno

        page.document.setPropertyValue("NullDate", uno.createUnoStruct("com.sun.star.util.Date", 1, 1, 1904))
        page["F5"].getCellByPosition(0, 0).setFormula("2026-06-20")
        assert page.shown("F5") == 46193 - 1462
        assert page.result('=超期天数(F5,,"2026-6-30")') == 10
        assert page.result('=审批时限("2026-3-2",5,3)') == (date(2026, 3, 12) - date(1904, 1, 1)).days


def test_formulas_that_hang_on_each_other_are_right(page: Page) -> None:
    page.column("E1:E40", [1000.0] * 40)
    page["F1"].getCellByPosition(0, 0).setValue(0)
    page["F2:F40"].setFormulaArray(tuple((f"=F{row - 1}+G{row - 1}",) for row in range(2, 41)))
    page["G1:G40"].setFormulaArray(tuple((f"=完成率(F{row};E{row})+1",) for row in range(1, 41)))
    assert page.column_shown("G1:G3") == pytest.approx([1.0, 1.1, 1.21])
    page.document.calculateAll()
    assert page.column_shown("G1:G3") == pytest.approx([1.0, 1.1, 1.21])
    assert all(isinstance(value, float) for value in page.column_shown("G1:G40"))
