"""亮灯表."""

from datetime import date

from tests.workbooks.sheets import examples
from tests.workbooks.sheets.examples import ledger
from tests.workbooks.sheets.reading import city, header_row, opened, records, texts
from workbooks.settings import Settings


def test_it_lists_every_project_in_the_ledgers_order():
    rows = records(city()["亮灯表"])
    assert [row["序号"] for row in rows] == list(range(1, 201))
    assert [row["项目名称"] for row in rows] == [name for made in examples.city() for name in made.column("name")]


def test_a_light_is_symbol_word_and_colour():
    sheet = city()["亮灯表"]
    column = next(cell.column for cell in sheet[header_row(sheet)] if cell.value == "亮灯")
    seen = {}
    for row in range(header_row(sheet) + 1, sheet.max_row + 1):
        cell = sheet.cell(row, column)
        seen[cell.value] = cell.fill.fgColor.rgb if cell.fill.fill_type else None
    assert set(seen) == {"● 正常", "▲ 滞后", "■ 严重滞后", "○ 不亮灯"}
    assert len(set(seen.values())) == 4


def test_the_number_leads_to_the_ledgers_row():
    sheet = city()["亮灯表"]
    start = header_row(sheet)
    assert sheet.cell(start + 1, 1).hyperlink.location == "'在建项目（150项）'!B4"
    assert sheet.cell(start + 151, 1).hyperlink.location == "'预备''新开''项目'!B4"


def test_the_ledgers_own_light_stands_beside_ours():
    row = records(city()["亮灯表"])[0]
    assert (row["台账原灯"], row["亮灯"]) == ("黄灯", "■ 严重滞后")


def test_columns_that_no_ledger_fills_are_left_out():
    made = ledger({"name": ["甲"], "annual_plan": [100.0], "done_this_year": [40.0]})
    assert list(records(opened(made)["亮灯表"])[0]) == [
        *("序号", "项目名称", "年度计划投资", "累计完成投资", "完成率（%）", "差距（百分点）", "亮灯", "亮灯原因")
    ]


def test_without_any_light_it_says_once_why_and_each_row_only_what_else_is_to_be_known():
    sheet = opened(*examples.supervision_items())["亮灯表"]
    rows = records(sheet)
    assert list(rows[0]) == ["序号", "项目名称", "责任单位", "提示"]
    assert [row["提示"] for row in rows[:2]] == ["已超过完成时限41天", "已办结"]
    assert texts(sheet).count("不亮灯") == 1


def test_before_the_first_month_is_over_there_are_rates_and_no_lights():
    made = ledger({"name": ["甲"], "annual_plan": [100.0], "done_this_year": [4.0]})
    sheet = opened(made, as_of=date(2025, 1, 15))["亮灯表"]
    assert "完成率（%）" in records(sheet)[0] and "亮灯" not in records(sheet)[0]
    assert "本年度尚无完整月份" in texts(sheet)


def test_a_reason_is_short_for_the_legend_has_the_rule():
    made = ledger({"name": ["甲"], "annual_plan": [100.0], "done_this_year": [25.8]})
    assert records(opened(made)["亮灯表"])[0]["亮灯原因"] == "完成率25.8%，低于序时进度24.2个百分点"


def test_columns_grow_with_their_texts_within_bounds():
    def width(unit: str) -> float:
        made = ledger({"name": ["甲"], "annual_plan": [100.0], "responsible_unit": [unit]})
        return opened(made)["亮灯表"].column_dimensions["C"].width

    assert width("县水利局") < width("县工业和信息化局") < width("县农业综合行政执法大队") == width("县" * 90)


def test_line_breaks_of_the_ledger_make_no_high_rows():
    made = ledger({"name": ["甲"], "annual_plan": [100.0], "problem": ["一、土地\n二、\r\n资金"]})
    assert records(opened(made)["亮灯表"])[0]["存在问题"] == "一、土地 二、 资金"


def test_rates_are_rounded_to_the_decimals_set():
    made = ledger({"name": ["甲"], "annual_plan": [647.4], "done_this_year": [314.5]})
    assert records(opened(made)["亮灯表"])[0]["完成率（%）"] == 48.6
    row = records(opened(made, settings=Settings({"sheets.decimals": 2}))["亮灯表"])[0]
    assert (row["完成率（%）"], row["差距（百分点）"]) == (48.58, -1.42)


def test_what_cannot_be_had_is_an_empty_cell():
    full = {"total_investment": [None, 9.0], "annual_plan": [None, 9.0], "done_this_year": [3.0, 9.0]}
    made = ledger({"name": ["甲", "乙"], **full})
    row = records(opened(made)["亮灯表"])[0]
    assert [row[key] for key in ("总投资", "年度计划投资", "完成率（%）", "差距（百分点）")] == [None] * 4


def test_foreign_amounts_carry_their_unit():
    dollars = ledger({"name": ["乙"], "total_investment": [700.0]}, "外资", units={"total_investment": "万美元"})
    sheet = opened(ledger({"name": ["甲"], "annual_plan": [1.0]}), dollars)["亮灯表"]
    column = next(cell.column for cell in sheet[header_row(sheet)] if cell.value == "总投资")
    cell = sheet.cell(header_row(sheet) + 2, column)
    assert (cell.value, "万美元" in cell.number_format) == (700.0, True)


def test_a_text_that_begins_like_a_formula_is_text():
    made = ledger({"name": ["=1+1"], "annual_plan": [1.0], "problem": ["@电力"], "leader": ["-"]})
    cell = opened(made)["亮灯表"]["B5"]
    assert (cell.value, cell.data_type == "f") == ("=1+1", False)


def test_a_long_problem_is_cut_visibly():
    made = ledger({"name": ["甲"], "annual_plan": [1.0], "problem": ["土地未报批，" * 100]})
    problem = str(records(opened(made)["亮灯表"])[0]["存在问题"])
    assert len(problem) == 80 and problem.endswith("…")


def test_without_projects_it_says_so():
    sheet = opened(*examples.empty())["亮灯表"]
    assert "台账中没有项目。" in [cell.value for row in sheet.iter_rows() for cell in row]
