"""How cells look: colours, fonts, number formats, sizes, hiding. None where cells differ, as in Excel."""

import re
from pathlib import Path

import pytest
from openpyxl import load_workbook
from xlwings import App, Book, Sheet

from workbooks.libreoffice.uno_words import struct, uno

FORMATS = [
    "General", "0", "0.00", "#,##0.00", "0%", "0.0%", "@", "0.00E+00", "# ?/?", "yyyy-mm-dd", "yyyy/m/d", "yyyy/m/d;@",
    'yyyy"年"m"月"d"日"', 'yyyy"年"m"月"', 'm"月"d"日"', "hh:mm:ss", "[h]:mm", "mm:ss.0", "h:mm AM/PM", '0.00"万元"',
    '"YMDHS"0', "#,##0_);[Red](#,##0)", '[Blue]0;[Red]-0;"零";@', "[>=10000]0.0,;0", "[DBNum1]General", '"●"0', "0\\h",
    "* #,##0", "[$¥-804]#,##0.00", "000000", ";;;",
]  # fmt: skip


@pytest.mark.parametrize("code", FORMATS)
def test_a_number_format_is_what_was_set(sheet: Sheet, code: str) -> None:
    sheet["A1:B2"].number_format = code
    assert sheet["A1:B2"].number_format == code


@pytest.mark.parametrize("code", [code for code in FORMATS if "DBNum" not in code])
def test_a_number_format_is_saved_as_it_was_set(sheet: Sheet, tmp_path: Path, code: str) -> None:
    sheet["A1"].value = 1.5
    sheet["A1"].number_format = code
    sheet.book.save(tmp_path / "格式.xlsx")
    saved = load_workbook(tmp_path / "格式.xlsx").active["A1"].number_format
    assert signs(saved) == signs(code)


def signs(code: str) -> str:
    """Return the code without what only says that a sign is to be shown as it is."""
    return re.sub(r'["\\]', "", code).casefold()


def test_a_cell_without_a_format_is_general(sheet: Sheet) -> None:
    assert sheet["A1"].number_format == "General"
    sheet["A1"].value = True
    assert sheet["A1"].number_format == "General"


def test_a_code_in_small_letters_is_the_same_format(sheet: Sheet) -> None:
    sheet["A1"].number_format = "GENERAL"
    sheet["A2"].number_format = "YYYY-MM-DD"
    assert (sheet["A1"].number_format, sheet["A2"].number_format) == ("General", "yyyy-mm-dd")


def test_a_code_that_can_t_be_read_is_refused(sheet: Sheet) -> None:
    with pytest.raises(ValueError, match="no number format"):
        sheet["A1"].number_format = "[红色]0"


def test_formats_of_another_language_are_told_in_english(book: Book) -> None:
    formats, german = book.api.NumberFormats, struct("lang.Locale", "de", "DE", "")
    cells = book.sheets[0]["A1"]
    cells.api.NumberFormat = formats.addNew('TT.MM.JJJJ"x"', german)
    assert cells.number_format.replace("/", ".") == 'dd.mm.yyyy"x"'
    cells.api.NumberFormat = formats.getStandardIndex(german)
    assert cells.number_format == "General"


def test_a_document_of_another_language_has_the_same_codes(book: Book) -> None:
    book.api.CharLocale = struct("lang.Locale", "zh", "CN", "")
    cells = book.sheets[0]["A1"]
    cells.value = 46203
    for code in ("General", "yyyy-mm-dd", 'General"元"', "0.0%"):
        cells.number_format = code
        assert cells.number_format == code


def test_a_fill_is_red_green_blue_or_none(sheet: Sheet) -> None:
    assert sheet["A1"].color is None
    for colour in ((255, 128, 0), "#FF8000", "#ff8000", 0x0080FF):
        sheet["A1"].color = None
        sheet["A1"].color = colour
        assert sheet["A1"].color == (255, 128, 0)
    sheet["A1"].color = None
    assert sheet["A1"].color is None


def test_looks_are_given_to_all_blocks_of_a_range(sheet: Sheet) -> None:
    sheet["A1:B2,D4"].color = "#FFC7CE"
    sheet["A1:B2,D4"].number_format = "0.0%"
    assert [sheet[cell].color for cell in ("A1", "B2", "D4", "C3")] == [(255, 199, 206)] * 3 + [None]
    assert sheet["D4"].number_format == "0.0%"


def test_cells_that_differ_have_no_look_in_common(sheet: Sheet) -> None:
    sheet["A1"].color = "#FF0000"
    sheet["A1"].number_format = "0%"
    sheet["A1"].font.bold = True
    sheet["A1"].font.size = 20
    sheet["A1"].wrap_text = True
    both = sheet["A1:A2"]
    assert (both.color, both.number_format, both.font.bold, both.font.size, both.wrap_text) == (None,) * 5


def test_a_font_has_a_name_a_size_a_colour_a_weight_and_a_slope(sheet: Sheet) -> None:
    font = sheet["A1"].font
    assert (font.bold, font.italic, font.color) == (False, False, (0, 0, 0))
    font.name, font.size, font.bold, font.italic, font.color = "仿宋", 16, True, True, "#C00000"
    again = sheet["A1"].font
    assert (again.name, again.size, again.bold, again.italic, again.color) == ("仿宋", 16, True, True, (192, 0, 0))
    font.bold = font.italic = False
    assert (font.bold, font.italic) == (False, False)


def test_a_font_is_that_of_chinese_letters_too(sheet: Sheet, tmp_path: Path) -> None:
    sheet["A1:A2"].value = [["督导"], ["abc"]]
    sheet["A1:A2"].font.name = "仿宋"
    sheet["A1:A2"].font.bold = True
    sheet.book.save(tmp_path / "字体.xlsx")
    saved = load_workbook(tmp_path / "字体.xlsx").active
    assert [(cell.font.name, cell.font.b) for cell in (saved["A1"], saved["A2"])] == [("仿宋", True)] * 2


def test_fonts_that_are_not_installed_survive_opening_and_saving(office: App, sheet: Sheet, tmp_path: Path) -> None:
    first, second = tmp_path / "一.xlsx", tmp_path / "二.xlsx"
    sheet["A1"].value = "督导"
    sheet["A1"].font.name = "没有安装的字体"
    sheet.book.save(first)
    sheet.book.close()
    again = office.books.open(first)
    assert not again.api.isModified()
    again.save(second)
    assert load_workbook(second).active["A1"].font.name == "没有安装的字体"
    office.books.add()  # for the fixture, whose own was closed


def test_text_is_wrapped_or_not(sheet: Sheet) -> None:
    assert sheet["A1"].wrap_text is False
    sheet["A1:B1"].wrap_text = True
    assert sheet["A1:B1"].wrap_text is True


def test_a_width_is_counted_in_digits(sheet: Sheet) -> None:
    sheet["B:D"].column_width = 20
    assert sheet["C1"].column_width == pytest.approx(20, abs=0.05)
    assert sheet["B5:D9"].column_width == pytest.approx(20, abs=0.05)
    assert sheet["A1:B1"].column_width is None


def test_a_height_is_counted_in_points(sheet: Sheet) -> None:
    sheet["2:4"].row_height = 30
    assert sheet["C3"].row_height == pytest.approx(30, abs=0.05)
    assert sheet["A2:A4"].row_height == pytest.approx(30, abs=0.05)
    assert sheet["A1:A2"].row_height is None


def test_columns_and_rows_fit_what_they_hold(sheet: Sheet) -> None:
    sheet["A1"].value = "督导" * 20
    sheet["B1"].value = "x\n" * 5 + "x"
    narrow, low = sheet["A1"].column_width, sheet["A2"].row_height
    sheet["A1:B1"].columns.autofit()
    assert sheet["A1"].column_width > 2 * narrow
    sheet["A1"].row_height = low
    sheet.autofit("r")
    assert sheet["A1"].row_height > 4 * low
    sheet["A1"].column_width = narrow
    sheet.autofit()
    assert sheet["A1"].column_width > 2 * narrow


def test_rows_and_columns_are_hidden_and_shown(sheet: Sheet) -> None:
    assert (sheet["A1:A5"].rows.hidden, sheet["A1:E1"].columns.hidden) == (False, False)
    sheet["A2:A3"].rows.hidden = True
    sheet["C1"].columns.hidden = True
    assert (sheet["A2:A3"].rows.hidden, sheet["A1:A5"].rows.hidden, sheet["A4"].rows.hidden) == (True, None, False)
    assert (sheet["C5"].columns.hidden, sheet["A1:C1"].columns.hidden, sheet["D1"].columns.hidden) == (
        True,
        None,
        False,
    )
    sheet["A1:A5"].rows.hidden = False
    sheet["A1:E1"].columns.hidden = False
    assert (sheet["A1:A5"].rows.hidden, sheet["A1:E1"].columns.hidden) == (False, False)


def test_rows_that_a_filter_hides_are_hidden(sheet: Sheet) -> None:
    sheet["A1:A4"].value = [["x"], [1], [2], [1]]
    cells = sheet["A1:A4"].api
    described = cells.createFilterDescriptor(True)
    described.ContainsHeader = True
    one = struct("sheet.TableFilterField")
    one.Operator, one.IsNumeric, one.NumericValue = uno().Enum("com.sun.star.sheet.FilterOperator", "EQUAL"), True, 1
    described.setFilterFields((one,))
    cells.filter(described)
    assert [sheet[f"A{row}"].rows.hidden for row in range(1, 5)] == [False, False, True, False]


def test_looks_are_pasted_without_what_cells_hold(sheet: Sheet) -> None:
    sheet["A1:B1"].value = [1, "x"]
    sheet["A1"].color, sheet["A1"].number_format, sheet["B1"].font.bold = "#FF0000", "0.0", True
    sheet["D1:G2"].value = 7
    sheet["A1:B1"].copy()
    sheet["D1:G2"].paste("formats")
    assert sheet["D1:G2"].value == [[7.0] * 4] * 2
    assert [sheet[cell].color for cell in ("D1", "E1", "F2", "G2")] == [(255, 0, 0), None, (255, 0, 0), None]
    assert [sheet[cell].font.bold for cell in ("D1", "E1", "F2", "G2")] == [False, True, False, True]
    assert sheet["F1"].number_format == "0.0"
    sheet.book.app.cut_copy_mode = False
    with pytest.raises(ValueError, match="nothing was copied"):
        sheet["D1"].paste("formats")


def test_cells_are_copied_with_looks_and_formulas(sheet: Sheet) -> None:
    sheet["A1:B1"].value = [1, "=A1+1"]
    sheet["A1"].color = "#FF0000"
    sheet["A1:B1"].copy(sheet["C3"])
    assert sheet["C3:D3"].formula == (("1", "=C3+1"),)
    assert sheet["C3"].color == (255, 0, 0)
