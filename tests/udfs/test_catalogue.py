"""The registry of worksheet functions: whole, documented, and fit for Excel, VBA and a Chinese code page."""

import io
import re
import zipfile

import pytest
import xlsxwriter
from openpyxl.utils import FORMULAE

from udfs.catalogue import Argument, Function, function, functions
from udfs.column_formulas import COLUMN_FORMULAS
from udfs.formulas import ROW_FORMULAS

EXCEL_LIMIT = 255
"""Characters of a function's or an argument's description (Application.MacroOptions)."""

WANTED = {
    "COMPLETION_RATE": "完成率",
    "TIME_PROGRESS": "序时进度",
    "PROGRESS_GAP": "进度差",
    "LIGHT": "亮灯",
    "LIGHT_REASON": "亮灯原因",
    "SHORTFALL": "缺口",
    "GROWTH_RATE": "同比",
    "START_RATE": "开工率",
    "FUNDING_RATE": "资金到位率",
    "COMMISSION_RATE": "投产率",
    "FULL_CAPACITY_RATE": "达产率",
    "LANDING_RATE": "落地率",
    "CONVERSION_RATE": "转化率",
    "OVERDUE_DAYS": "超期天数",
    "WORKDAYS_BETWEEN": "工作日数",
    "APPROVAL_DEADLINE": "审批时限",
    "DEEMED_APPROVED": "视为同意",
    "RANK_TIES": "并列排名",
    "AMOUNT_WAN": "金额万元",
    "SHARE": "占比",
    "TOTAL_RATE": "合计完成率",
}
VBA_KEYWORDS = frozenset(
    re.findall(
        r"\w+",
        """
    and any as boolean byref byte byval call case cdbl cint const date debug declare dim do double each else elseif
    empty end enum eqv erase error event exit false for friend function get global gosub goto if imp implements in
    input integer is let like local lock long loop lset me mod new next not nothing null object on open option
    optional or paramarray preserve print private property public put raiseevent randomize redim rem resume return
    rset select set shared single static step stop string sub then time to true type typeof unlock until variant
    wend while width with withevents write xor
    """,
    )
)

every_function = pytest.mark.parametrize("entry", functions(), ids=lambda entry: entry.name)
every_argument = pytest.mark.parametrize(
    "argument",
    [pytest.param(each, id=f"{entry.name}.{each.name}") for entry in functions() for each in entry.arguments],
)


def test_it_has_every_function_under_both_names() -> None:
    assert {entry.name: entry.alias for entry in functions()} == WANTED


def test_a_function_is_found_by_either_name() -> None:
    assert function("完成率") is function("COMPLETION_RATE")
    with pytest.raises(KeyError):
        function("没有这个")


def test_names_and_aliases_are_unique_whatever_their_case() -> None:
    names = [name.lower() for entry in functions() for name in (entry.name, entry.alias)]
    assert len(set(names)) == len(names)


def test_every_function_has_a_formula_and_every_formula_a_function() -> None:
    assert set(ROW_FORMULAS) | set(COLUMN_FORMULAS) == {entry.name for entry in functions()}


def test_the_figures_of_one_project_can_be_asked_for_in_its_row() -> None:
    own_row = {entry.name for entry in functions() if entry.own_row}
    assert own_row == {"COMPLETION_RATE", "PROGRESS_GAP", "LIGHT", "LIGHT_REASON", "SHORTFALL"}


@every_function
def test_a_function_asked_for_in_a_row_can_be_called_without_arguments(entry: Function) -> None:
    assert not entry.own_row or all(argument.optional for argument in entry.arguments)
    assert entry.own_row or not any(argument.with_others for argument in entry.arguments)
    assert not entry.own_row or ("不填参数" in entry.help and "Ctrl+Alt+F9" in entry.help)


@every_function
def test_optional_arguments_come_last(entry: Function) -> None:
    optional = [argument.optional and not argument.with_others for argument in entry.arguments]
    assert optional == sorted(optional)


@every_function
def test_a_name_is_one_that_excel_takes(entry: Function) -> None:
    assert re.fullmatch(r"[A-Z][A-Z_]*", entry.name)
    assert re.fullmatch(r"[\u4e00-\u9fff]+", entry.alias)
    assert not re.fullmatch(r"[A-Z]{1,3}\d+|R\d*C\d*", entry.name), "a cell's address"
    assert entry.name.lower() not in VBA_KEYWORDS


def test_no_name_is_one_of_excel_s_own_functions() -> None:
    assert not {entry.name for entry in functions()} & set(FORMULAE)


def test_no_name_is_one_of_the_functions_that_came_with_later_excels() -> None:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"use_future_functions": True}) as workbook:
        sheet = workbook.add_worksheet()
        for row, entry in enumerate(functions()):
            sheet.write_formula(row, 0, f"={entry.name}()")
        sheet.write_formula(len(functions()), 0, "=XOR()")  # one of them, so that the test can fail
    written = zipfile.ZipFile(file).read("xl/worksheets/sheet1.xml").decode()
    assert re.findall(r"_xlfn\.(\w+)", written) == ["XOR"]


@every_function
def test_the_help_says_in_chinese_what_it_gives_and_fits_into_excel_s_wizard(entry: Function) -> None:
    assert re.search(r"[\u4e00-\u9fff]", entry.help) and entry.help.endswith("。") and "{" not in entry.help
    assert len(entry.help) <= EXCEL_LIMIT
    assert entry.category == "项目督导" and entry.source and entry.examples


@every_argument
def test_every_argument_is_explained_in_chinese_and_fits_into_excel_s_wizard(argument: Argument) -> None:
    assert re.search(r"[\u4e00-\u9fff]", argument.help) and argument.help.endswith("。")
    assert 0 < len(argument.help) <= EXCEL_LIMIT
    assert re.fullmatch(r"[\u4e00-\u9fff]{2,6}", argument.title)


@every_argument
def test_an_argument_s_name_is_one_that_vba_takes(argument: Argument) -> None:
    assert re.fullmatch(r"[a-z][a-z_]*[a-z]", argument.name) and argument.name not in VBA_KEYWORDS


@every_function
def test_an_argument_s_name_and_title_stand_once_in_a_function(entry: Function) -> None:
    for names in ([each.name for each in entry.arguments], [each.title for each in entry.arguments]):
        assert len(set(names)) == len(names)


@every_function
def test_all_that_vba_must_hold_is_in_its_code_page(entry: Function) -> None:
    for text in (entry.alias, entry.category, entry.help, *(each.title + each.help for each in entry.arguments)):
        text.encode("cp936")


@pytest.mark.parametrize("name", ["WORKDAYS_BETWEEN", "APPROVAL_DEADLINE", "DEEMED_APPROVED"])
def test_help_says_up_to_which_year_holidays_are_known(name: str) -> None:
    assert "已内置到2026年" in function(name).help


@pytest.mark.parametrize("name", ["START_RATE", "FUNDING_RATE", "COMMISSION_RATE"])
def test_help_of_a_rate_names_the_denominators_in_use(name: str) -> None:
    assert "口径选一种" in function(name).arguments[1].help


def test_help_says_that_the_first_day_does_not_count() -> None:
    assert "起始日不算、终止日算（民法典第201条）" in function("WORKDAYS_BETWEEN").help
