"""督导设置: the sheet of settings as it is written, read back, edited by a clerk, and wrong in places."""

from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from udfs.values.cells import CellError, Value
from workbooks.errors import WrongArgument
from workbooks.grid import Book, Grid
from workbooks.ledger import Question
from workbooks.reading import read_book_data
from workbooks.settings import Settings, declared, families
from workbooks.settings_sheet import find_settings, settings_of
from workbooks.sheets.rendering import render_settings

HEADINGS: list[Value] = ["设置", "取值", "名称"]


def book(*rows: list[Value], name: str = "督导设置", ours: bool = False) -> Book:
    """Return a workbook with a sheet of settings that has these rows under its headings, in row 2."""
    width = max(len(row) for row in (HEADINGS, *rows))
    cells = [[*row, *[None] * (width - len(row))] for row in (["标题"], HEADINGS, *rows)]
    return Book("台账.xlsx", "xlsx", [Grid(name, cells)], ours=frozenset([name] if ours else []))


def written(settings: Settings, *questions: Question, before: Book | None = None) -> Book:
    """Return the workbook with the sheet as we write it."""
    sheet = find_settings(before) if before else None
    return read_book_data(render_settings(settings, sheet, questions), Path("设置.xlsx"))


def test_every_setting_stands_on_it_with_default_and_meaning() -> None:
    content = render_settings(Settings(), None, [])
    sheet = load_workbook(BytesIO(content))["督导设置"]
    rows = {row[6]: row for row in sheet.iter_rows(values_only=True)}
    for key, setting in declared().items():
        title, _, unit, default, allowed, meaning, *_ = rows[key]
        assert (title, unit or "", meaning) == (setting.title, setting.unit, setting.meaning)
        assert allowed or setting.kind == "list", key
        assert default or setting.kind in ("list", "date"), key
    for family in families():
        assert family.key in rows


def test_what_it_says_unchanged_is_the_defaults() -> None:
    settings = settings_of(written(Settings()))
    assert settings.given == {} and settings.problems == ()


SET = {
    "lights.mode": "ratio",
    "lights.yellow_gap": -12.5,
    "progress.weights": [20.0, 25.0, 30.0, 25.0],
    "sheets.decimals": 2,
    "sheets.unit_order": ["柏川县", "清远镇"],
    "checks.off": ["I501", "I502"],
    "days.off": ["2026-04-03"],
    "exempt.东河大桥（二期）": "洪水冲毁便道",
    "fields.明细表.H3": "annual_plan",
    "units.明细表": "亿元",
    "checks.severity.W401": "info",
}


def test_what_is_set_comes_back_as_it_was() -> None:
    settings = Settings(SET)
    assert settings_of(written(settings)).given == settings.given


def test_a_clerk_may_leave_out_columns_move_rows_and_name_a_setting_by_its_title() -> None:
    settings = settings_of(
        book(["黄灯差值", -15.0], [None, "比例法", "lights.mode"], ["", None], ["红灯差值", "－40"], name="我的设置")
    )
    assert settings.given == {"lights.yellow_gap": -15.0, "lights.mode": "ratio", "lights.red_gap": -40.0}


def test_a_date_may_be_a_date_or_a_text() -> None:
    settings = settings_of(book(["另加的休息日", datetime(2026, 4, 3)], ["另加的工作日", "2026.4.4、2026年4月5日"]))
    assert [day.isoformat() for day in (*settings["days.off"], *settings["days.on"])] == [
        "2026-04-03", "2026-04-04", "2026-04-05",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (["亮灯方法", "随便"], "只能是"),
        (["黄灯差值", "十"], "要写"),
        (["黄灯差值", CellError("#REF!")], "#REF!"),
        (["小数位数", 1.5], "整数"),
        (["没这项", "1"], "没有“没这项”这项设置"),
        (["另加的休息日", "四月"], "要写日期"),
        ([None, "理由", "exempt."], "要写明项目名称"),
        ([None, "无正当理由", "exempt.东河大桥"], "要写理由"),
        ([None, "年度计划投资", "fields.明细表"], "表头单元格"),
    ],
)
def test_what_is_wrong_is_told_with_its_cell_and_the_rest_holds(row: list[Value], said: str) -> None:
    settings = settings_of(book(["红灯差值", -40], row))
    (problem,) = settings.problems
    assert (problem.sheet, problem.cell) == ("督导设置", "B4")
    assert said in problem.message
    assert problem.line.startswith("【督导设置】B4：") and problem.line.endswith("没有采用。")
    assert settings.given == {"lights.red_gap": -40.0}


def test_settings_that_contradict_each_other_both_fall_to_their_defaults() -> None:
    settings = settings_of(book(["红灯差值", -5], ["小数位数", 2]))
    assert [problem.cell for problem in settings.problems] == ["B3"]
    assert settings.given == {"sheets.decimals": 2}


def test_both_thresholds_may_be_changed_together() -> None:
    settings = settings_of(book(["黄灯差值", -50], ["红灯差值", -60]))
    assert settings.problems == () and settings["lights.yellow_gap"] == -50


def test_a_setting_written_twice_is_told_and_the_first_counts() -> None:
    settings = settings_of(book(["小数位数", 2], ["", 3, "sheets.decimals"]))
    assert settings["sheets.decimals"] == 2
    assert [problem.cell for problem in settings.problems] == ["B4"]


def test_what_the_command_line_says_goes_before_the_file_and_the_sheet(tmp_path: Path) -> None:
    config = tmp_path / "设置.toml"
    config.write_text('"sheets.decimals" = 3\n[lights]\nmode = "gap"\n', encoding="utf-8")
    sheet = book(["小数位数", 2], ["亮灯方法", "比例法"], ["黄灯差值", -11])
    settings = settings_of(sheet, config, ["sheets.decimals=4"])
    assert (settings["sheets.decimals"], settings["lights.mode"], settings["lights.yellow_gap"]) == (4, "gap", -11)
    assert settings.problems == ()


def test_of_two_such_sheets_ours_counts() -> None:
    both = book(["小数位数", 3], name="旧设置")
    both.grids += book(["小数位数", 2]).grids
    both.ours = frozenset(["督导设置"])
    found = find_settings(both)
    assert found and found.name == "督导设置"
    assert settings_of(both)["sheets.decimals"] == 2
    assert both.warnings == ("用的是“督导设置”表，“旧设置”也像这种表，没有用。",)


def test_one_of_ours_without_its_headings_is_told_and_not_replaced() -> None:
    spoilt = book(["小数位数", 3])
    header = spoilt.grids[0].rows[1]
    header[header.index("名称")] = "名字"
    spoilt.ours = frozenset(["督导设置"])
    said = "“督导设置”表缺少表头“名称”，认不出来。请改回原来的表头再试；不想要这张表的，请先改掉表名。"
    assert settings_of(spoilt)["sheets.decimals"] == declared()["sheets.decimals"].default
    assert spoilt.warnings == (said,)
    with pytest.raises(WrongArgument, match="缺少表头“名称”"):
        find_settings(spoilt)


def test_what_was_written_twice_stays_told_and_the_first_holds_on() -> None:
    before = book(["红灯差值", -35], ["红灯差值", -50])
    again = written(settings_of(before), before=before)
    settings = settings_of(again)
    assert settings["lights.red_gap"] == -35 and len(settings.problems) == 1


def test_written_anew_it_keeps_what_is_wrong_what_is_unknown_and_the_clerks_remarks() -> None:
    before = book(["黄灯差值", "十", "", "问过王主任"], ["没这项", 7], ["", "亿元", "units.明细表", "口头"])
    before.grids[0].rows[1][3] = "备注"
    settings = settings_of(before)
    again = written(settings, before=before)
    texts = ["|".join(str(cell) for cell in row if cell is not None) for row in again.grids[0].rows]
    assert any("黄灯差值|十" in row and "要写" in row and "问过王主任" in row for row in texts)
    assert any("没这项|7" in row and "没有“没这项”" in row for row in texts)
    assert any("亿元" in row and "units.明细表|口头" in row for row in texts)
    assert settings_of(again).given == settings.given
    assert len(settings_of(again).problems) == len(settings.problems)


def test_a_question_stands_first_with_its_answers_to_choose_from() -> None:
    question = Question("fields.明细表.H3", "H3“累计完成投资”是哪一个？", ("年累计完成投资", "开工累计完成投资"), "H3")
    content = render_settings(Settings(), None, [question])
    sheet = load_workbook(BytesIO(content))["督导设置"]
    row = next(cell.row for cell in sheet["G"] if cell.value == question.key)
    assert row < next(cell.row for cell in sheet["G"] if cell.value == "lights.mode")
    lists = {str(each.sqref): each.formula1 for each in sheet.data_validations.dataValidation if each.type == "list"}
    assert lists[f"B{row}"] == '"年累计完成投资,开工累计完成投资"'


@given(
    st.lists(st.lists(st.one_of(st.none(), st.text(max_size=8), st.floats(), st.booleans()), max_size=4), max_size=6)
)
def test_whatever_stands_on_the_sheet_nothing_fails(rows: list[list[Value]]) -> None:
    settings = settings_of(book(*rows))
    assert settings_of(written(settings, before=book(*rows))).given == settings.given
