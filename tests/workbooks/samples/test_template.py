"""The blank ledger: what a clerk meets when filling it in."""

from datetime import datetime
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest

from workbooks.samples import template

SHEET = openpyxl.load_workbook(template())["项目台账"]
HEADERS = {cell.value: cell.column_letter for cell in SHEET[4]}
RULES = {str(rule.sqref): rule for rule in SHEET.data_validations.dataValidation}


def rule(header: str) -> object:
    letter = HEADERS[header]
    return RULES[f"{letter}5:{letter}504"]


def test_it_is_ready_for_500_rows_and_holds_no_entry() -> None:
    rows = list(SHEET.iter_rows(min_row=5))
    assert len(rows) == 500
    assert all(cell.value is None and cell.border.left.style == "thin" for row in rows for cell in row)


def test_it_has_no_formulas() -> None:
    with ZipFile(template()) as package:
        sheets = [name for name in package.namelist() if name.startswith("xl/worksheets/sheet")]
        assert len(sheets) == 3
        assert not [name for name in sheets if b"<f>" in package.read(name)]


def test_every_column_says_in_chinese_what_to_type() -> None:
    assert len(RULES) == len(HEADERS)
    for header in HEADERS:
        found = rule(header)
        assert found.promptTitle.startswith(header) and found.prompt.endswith("。")
        assert found.showInputMessage


@pytest.mark.parametrize(
    "header", ["建设性质", "级别", "投资类别", "项目状态", "项目阶段", "是否入统", "正当理由/不可抗力"]
)
def test_choices_come_from_a_list(header: str) -> None:
    found = rule(header)
    assert found.type == "list"
    sheet, _, area = found.formula1.partition("!")
    words = [cell.value for (cell,) in openpyxl.load_workbook(template())[sheet][area.replace("$", "")]]
    assert len(words) >= 2 and all(words)


@pytest.mark.parametrize("header", ["总投资", "年度计划投资", "本月完成投资", "年初至报告期累计完成投资"])
def test_amounts_are_not_negative(header: str) -> None:
    found = rule(header)
    assert (found.type, found.formula1) == ("decimal", "0")
    assert "万元" in found.error


@pytest.mark.parametrize("header", ["计划开工时间", "实际开工时间", "计划竣工时间", "实际竣工时间"])
def test_dates_are_dates(header: str) -> None:
    assert rule(header).type == "date"
    assert SHEET[f"{HEADERS[header]}5"].number_format == "yyyy-mm-dd"


def test_it_prints_on_one_page_width_with_its_headers_repeated() -> None:
    assert SHEET.page_setup.orientation == "landscape"
    assert (SHEET.page_setup.fitToWidth or 1, SHEET.page_setup.fitToHeight) == (1, 0)
    assert SHEET.print_title_rows == "$1:$4"
    assert SHEET.freeze_panes == "C5"


def test_its_instructions_are_on_a_sheet_of_their_own() -> None:
    sheet = openpyxl.load_workbook(template())["填表说明"]
    assert sheet["A1"].value == "填表说明"
    assert sheet.max_row >= 8


FILLED = {
    "序号": 1,
    "项目名称": "柏川县城区供水管网更新改造工程",
    "项目代码": "2603-000000-04-01-000001",
    "建设性质": "续建",
    "级别": "县级",
    "投资类别": "基础设施",
    "所属行业": "市政",
    "所属区域": "城关镇",
    "建设内容及规模": "改造管网42公里",
    "总投资": 12800,
    "至上年底累计完成投资": 3600,
    "年度计划投资": 6000,
    "本月完成投资": 520,
    "年初至报告期累计完成投资": 2950,
    "开工至报告期累计完成投资": 6550,
    "占年计划（%）": 49.2,
    "项目状态": "在建",
    "项目阶段": "建设",
    "形象进度": "完成主管线铺设18公里",
    "存在问题": "管线迁改未完成",
    "下步计划": "7月完成迁改",
    "建设单位": "柏川县城市建设投资有限公司",
    "责任单位": "柏川县住房和城乡建设局",
    "责任人": "周立新",
    "包保领导": "副县长 卫正平",
    "是否入统": "是",
    "备注": "无",
}


def filled(path: Path) -> Path:
    """The template with two projects filled in, as a clerk would."""
    book = openpyxl.load_workbook(template())
    sheet = book["项目台账"]
    dates = {
        "计划开工时间": datetime(2024, 3, 1),
        "实际开工时间": datetime(2024, 4, 10),
        "计划竣工时间": datetime(2027, 6, 1),
    }
    other = {
        "序号": 2,
        "项目名称": "柏川经开区年产5万吨高性能铝箔项目",
        "总投资": 86000,
        "年度计划投资": 21000,
        "年初至报告期累计完成投资": 9800,
    }
    for row, entries in ((5, FILLED | dates), (6, FILLED | dates | other)):
        for header, value in entries.items():
            sheet[f"{HEADERS[header]}{row}"] = value
    book.save(path)
    return path
