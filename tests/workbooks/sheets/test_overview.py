"""督导总览."""

from datetime import date

from tests.workbooks.sheets import examples
from tests.workbooks.sheets.examples import ledger
from tests.workbooks.sheets.reading import FINDINGS, city, header_row, opened, texts
from workbooks.settings import Settings

COUNTY = {
    "name": list("甲乙丙"),
    "region": ["东镇", "西镇", "西镇"],
    "level": ["省级", "县级", "县级"],
    "total_investment": [30_000.0, 50_000.0, 20_000.0],
    "annual_plan": [10_000.0, 8_000.0, 2_000.0],
    "done_this_year": [6_000.0, 1_000.0, 400.0],
}


def overview(*ledgers, **more) -> str:
    return texts(opened(*ledgers, **more)["督导总览"])


def test_it_names_period_date_and_unit():
    said = overview(ledger(COUNTY))
    assert "2025年1—6月重点项目推进情况督导总览" in said
    assert "截至2025年6月30日　序时进度 50.0%" in said
    assert "金额单位：万元" in said


def test_the_headline_figures_are_the_totals():
    cells = overview(ledger(COUNTY)).split("\n")
    for label, figure in [("项目数（个）", "3"), ("总投资（亿元）", "10.00"), ("年度计划投资（亿元）", "2.00")]:
        assert label in cells and figure in cells
    assert "37.0" in cells and "-13.0" in cells
    assert "● 正常　1 个（33.3%）" in cells


def test_headline_and_paragraph_round_alike():
    made = ledger(
        {"name": ["甲"], "total_investment": [800_000.0], "annual_plan": [710_350.0], "done_this_year": [1.0]}
    )
    said = overview(made)
    assert "71.04" in said.split("\n") and "年度计划投资71.04亿元" in said


def test_a_paragraph_can_be_read_out():
    assert (
        "截至2025年6月30日，列入台账的重点项目共3个，总投资10亿元，年度计划投资2亿元，1—6月累计完成投资7,400万元，"
        "完成率37.0%，低于序时进度13.0个百分点。其中进展正常1个、滞后1个、严重滞后1个。进度较慢的属地：西镇（14.0%）。"
    ) in overview(ledger(COUNTY))


def test_levels_go_from_the_top_down_and_natures_along_a_projects_life():
    names = list("甲乙丙丁")
    made = ledger(
        {
            "name": names,
            "level": ["县级", "市级", "国家重点", "省级"],
            "nature": ["竣工", "续建", "新开工", "前期"],
            "annual_plan": [100.0] * 4,
            "done_this_year": [90.0, 10.0, 20.0, 30.0],
        }
    )
    sheet = opened(made)["督导总览"]
    for heading, order in (
        ("级别", ["国家重点", "省级", "市级", "县级"]),
        ("建设性质", ["前期", "新开工", "续建", "竣工"]),
    ):
        start = header_row(sheet, heading) + 1
        assert [sheet.cell(row, 1).value for row in range(start, start + 4)] == order


def test_a_ledger_without_plan_and_done_shows_only_what_can_be_said():
    book = opened(*examples.promotion())
    said = texts(book["督导总览"])
    titles = [cell.value for cell in book["督导总览"][header_row(book["督导总览"], "属地")]]
    assert titles == ["属地", "项目数", "总投资"]
    assert "台账没有年度计划投资和累计完成投资，不计算完成率，不亮灯。" in said
    for word in ("年度计划投资（", "完成率（", "● 正常", "图例"):
        assert word not in said


def test_one_that_has_only_items_says_how_they_stand_before_its_tables():
    said = texts(opened(*examples.supervision_items())["督导总览"])
    assert said.index("督办事项：截至2025年6月30日，应办9件，办结6件，办结率66.7%") < said.index("按责任单位分")
    assert "金额单位" not in said and "项目数（个）" not in said


def test_a_workbook_of_targets_says_that_it_has_no_projects():
    said = texts(opened(*examples.indicators())["督导总览"])
    assert "本工作簿中没有项目台账，只有经济指标12条，专用表暂未提供。" in said


def test_a_table_too_long_for_a_page_goes_on_under_its_headings():
    many = examples.projects(120, tuple(f"第{number}乡" for number in range(30)))
    sheet = opened(ledger({name: many[name] for name in ("name", "region", "annual_plan", "done_this_year")}))[
        "督导总览"
    ]
    headings = [row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value == "属地"]
    breaks = [entry.id for entry in sheet.row_breaks.brk]
    assert len(headings) == 2 and headings[1] - 1 in breaks
    for chart in sheet._charts:
        for series in chart.ser:
            first, last = (int(part.rsplit("$", 1)[1]) for part in series.val.numRef.f.split("!")[1].split(":"))
            assert headings[1] < first <= last


def test_there_is_a_table_for_each_way_to_group():
    said = overview(*examples.city())
    assert "一、按属地分" in said and "二、按级别分" in said and "三、按建设性质分" in said and "四、按行业分" in said


def test_a_group_of_one_value_makes_no_table():
    assert "按级别分" not in overview(ledger({**COUNTY, "level": ["县级"] * 3}))


def test_the_tables_add_up():
    sheet = city()["督导总览"]
    start = header_row(sheet, "属地") + 1
    end = next(row for row in range(start, sheet.max_row) if sheet.cell(row, 1).value == "合计")
    for column in (2, 3, 4, 5, 9, 10, 11, 12):
        groups = [sheet.cell(row, column).value or 0 for row in range(start, end)]
        assert abs(sum(groups) - sheet.cell(end, column).value) < 1e-6


def test_the_charts_stand_over_data_of_the_same_sheet():
    sheet = city()["督导总览"]
    assert len(sheet._charts) == 2
    references = [series.val.numRef.f for chart in sheet._charts for series in chart.ser]
    assert references and all(reference.startswith("督导总览!") for reference in references)
    rates = next(s for chart in sheet._charts for s in chart.ser if s.val.numRef.f.split("!")[1].startswith("$F"))
    first, last = (int(part.rsplit("$", 1)[1]) for part in rates.val.numRef.f.split("!")[1].split(":"))
    shown = [float(point.v) for point in rates.val.numRef.numCache.pt]
    assert shown == [sheet.cell(row, 6).value for row in range(first, last + 1)]
    assert shown == sorted(shown, reverse=True)


def test_of_many_units_the_chart_shows_the_slowest():
    many = examples.projects(200, tuple(f"第{number}乡" for number in range(40)))
    sheet = opened(ledger(many))["督导总览"]
    points = [len(series.val.numRef.numCache.pt) for series in sheet._charts[0].ser]
    assert points == [16]


def test_projects_in_no_group_have_a_row_so_that_the_table_adds_up():
    sheet = opened(ledger({**COUNTY, "region": ["东镇", "西镇", None]}))["督导总览"]
    start = header_row(sheet, "属地") + 1
    assert [sheet.cell(row, 1).value for row in range(start, start + 4)] == ["东镇", "西镇", "未注明", "合计"]
    assert [sheet.cell(row, 2).value for row in range(start, start + 4)] == [1, 1, 1, 3]


def axis(*rates: float) -> tuple[float, float]:
    """Return where the axis of the rates begins and ends for groups of these rates."""
    columns = {"name": [str(rate) for rate in rates], "region": [f"第{rate}镇" for rate in rates]}
    made = ledger({**columns, "annual_plan": [100.0] * len(rates), "done_this_year": list(rates)})
    scaling = opened(made)["督导总览"]._charts[0].y_axis.scaling
    return scaling.min, scaling.max


def test_the_axis_of_rates_leaves_room_for_labels_and_shows_falls_but_no_single_giant():
    assert axis(40.0, 68.0) == (0, 80)
    assert axis(-15.0, 40.0) == (-20, 60)
    assert axis(1500.0, 40.0) == (0, 200)


def test_other_kinds_are_named():
    said = overview(*examples.county(), *examples.promotion(), *examples.indicators())
    assert "工作表“签约项目”是招商引资台账（18条），专用表暂未提供；其中的项目已列入本次统计。" in said
    assert "工作表“经济指标”是经济指标台账（12条），专用表暂未提供；其内容不是项目，未列入本次统计。" in said


def test_foreign_amounts_are_told_in_their_own_unit():
    assert "另有以万美元计的项目18个" in overview(*examples.county(), *examples.promotion())


def test_findings_are_counted():
    assert "发现数据问题2条（错误1条）" in overview(ledger(COUNTY), findings=FINDINGS)
    assert "台账数据检查未发现问题。" in overview(ledger(COUNTY))


def test_derived_figures_are_told():
    assert "由1—6月各月完成数相加得出" in overview(*examples.by_month())


def test_in_january_there_is_no_judgement():
    said = overview(ledger(COUNTY), as_of=date(2025, 1, 15))
    assert "本年度尚无完整月份，暂不亮灯" in said
    assert "低于序时进度" not in said.split("说明")[0]


def test_an_empty_ledger_still_looks_like_a_report():
    said = overview(*examples.empty())
    assert "台账中没有识别到项目" in said and "None" not in said


def test_the_legend_tells_the_rules_in_force():
    assert "低于序时进度10至30个百分点" in overview(ledger(COUNTY))
    assert "不足序时进度的60%" in overview(ledger(COUNTY), settings=Settings({"lights.mode": "ratio"}))


def test_amounts_can_be_asked_for_in_yi():
    sheet = opened(ledger(COUNTY), settings=Settings({"sheets.unit": "亿元"}))["督导总览"]
    row = header_row(sheet, "属地") + 1
    assert (sheet.cell(row, 1).value, sheet.cell(row, 3).value) == ("东镇", 3.0)
