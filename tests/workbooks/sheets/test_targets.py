"""目标完成: the glance, the bands, and how it fits into a report."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.workbooks.sheets import examples
from tests.workbooks.sheets.reading import opened
from tests.workbooks.targets.papers import GROUPS, LONG, PAIRS, ledger
from workbooks.ledger import Ledger
from workbooks.settings import Settings
from workbooks.sheets.rendering import render
from workbooks.supervision import supervise

JUNE = date(2026, 6, 30)
DETAILS = "逐项完成情况（同一目标按完成率排名）"


def targets(*ledgers: Ledger, as_of: date = JUNE) -> Worksheet:
    return opened(*ledgers, as_of=as_of)["目标完成"]


def rows(sheet: Worksheet) -> list[list[object]]:
    """Return the filled cells of each row."""
    return [[value for value in row if value is not None] for row in sheet.iter_rows(values_only=True)]


COUNTIES = (
    *GROUPS[:-1],
    ("柏川县", 12, 3, 25, 40, 12.4, 31),
    ("全市", 61, 35, 57.4, 76, 31.85, 41.9),
)


def test_it_opens_with_how_the_targets_stand():
    said = rows(targets(ledger(*LONG)))
    assert said[0] == ["2026年1—6月目标任务完成情况"]
    assert said[2] == ["目标6个（2个单位）：已完成1个；正常2个、滞后2个、严重滞后1个、不亮灯1个。"]


def test_units_and_targets_are_seen_at_one_glance():
    said = rows(targets(ledger(*COUNTIES)))
    head = said.index(["单位", "新签约项目（全年，个）", "到位资金（全年，亿元）"])
    assert said[head + 1 : head + 5] == [
        ["青岚区", "● 66.7%", "● 56.0%"],
        ["江渚区", "● 64.5%", "● 51.6%"],
        ["柏川县", "▲ 25.0%", "▲ 31.0%"],
        ["全市", "● 57.4%", "● 41.9%"],
    ]


def test_each_target_has_the_typed_total_and_its_units_by_rank():
    said = rows(targets(ledger(*COUNTIES)))
    band = said.index(["到位资金（全年，亿元）"])
    assert said[band + 1 : band + 5] == [
        ["全市", 76, 31.85, 41.9, 50, 44.15, "● 正常", "完成率41.9%，略低于序时进度8.1个百分点"],
        ["1", "青岚区", 20, 11.2, 56, 50, 8.8, "● 正常", "完成率56%，超过序时进度6个百分点"],
        ["2", "江渚区", 16, 8.25, 51.6, 50, 7.75, "● 正常", "完成率51.6%，超过序时进度1.6个百分点"],
        ["3", "柏川县", 40, 12.4, 31, 50, 27.6, "▲ 滞后", "完成率31%，低于序时进度19个百分点"],
    ]


def test_without_a_typed_total_the_units_are_summed_where_all_have_figures():
    said = rows(targets(ledger(*COUNTIES[:-1])))
    band = said.index(["新签约项目（全年，个）"], said.index([DETAILS]))
    assert said[band + 1][:4] == ["各单位合计", 61, 35, 57.4]
    missing = rows(targets(ledger(*PAIRS)))
    band = missing.index(["签约（全年，个）"])
    assert [row[:2] for row in missing[band + 1 : band + 3]] == [["并列1", "江渚区"], ["并列1", "青岚区"]]
    assert missing[band + 3] == ["柏川县", 25, 50, "○ 不亮灯", "未填完成数，不亮灯"]


def test_equal_rates_share_a_rank():
    even = (*COUNTIES[:4], ("青岚区", 10, 5, 50, 8, 4, 50), ("江渚区", 20, 10, 50, 6, 4, 66.7), COUNTIES[6])
    said = rows(targets(ledger(*even)))
    assert [row[:2] for row in said if row[:1] == ["并列1"]] == [["并列1", "江渚区"], ["并列1", "青岚区"]]


def test_targets_that_few_units_have_stand_under_their_unit():
    said = rows(targets(ledger(*LONG)))
    band = said.index(["云岭市（2项）"])
    assert said[band + 1] == ["开工项目（一季度，个）", 120, 108, 90, 100, 12, "▲ 滞后", "3月31日到期未完成"]
    assert ["云岭高新区（4项）"] in said
    assert not any(row[:1] == ["各单位合计"] for row in said)


def test_a_city_is_not_ranked_among_its_parts_nor_added_to_them():
    nested = (
        *LONG[:2],
        *((unit, "签约项目", "个", "全年", goal, goal // 2, None)
          for unit, goal in (("云岭市", 200), ("云岭高新区", 60), ("云岭经开区", 50))),
    )  # fmt: skip
    said = rows(targets(ledger(*nested)))
    band = said.index(["签约项目（全年，个）"])
    assert [row[:2] for row in said[band + 1 : band + 4]] == [
        ["云岭市", 200],
        ["并列1", "云岭高新区"],
        ["并列1", "云岭经开区"],
    ]


def test_figures_have_the_decimals_that_they_need():
    sheet = targets(ledger(*LONG))
    formats = {row[1].value: row[2].number_format for row in sheet.iter_rows() if row[1].value}
    assert formats["开工项目（一季度，个）"] == "#,##0_ "
    assert formats["资产负债率（全年，%）"] == "#,##0.0_ "


def test_names_lead_to_their_rows():
    sheet = targets(ledger(*LONG))
    links = {cell.value: cell.hyperlink.location for row in sheet.iter_rows() for cell in row if cell.hyperlink}
    assert links["储备项目（全年，个）"] == "'目标任务'!E4"


@pytest.mark.parametrize("as_of", [JUNE, date(2026, 1, 15)])
def test_a_workbook_of_targets_alone_has_no_empty_sheets_of_projects(as_of: date):
    book = opened(ledger(*LONG), as_of=as_of)
    assert book.sheetnames == ["督导总览", "目标完成", "数据问题"]


def test_the_overview_of_targets_alone_says_where_to_look():
    said = str(rows(opened(ledger(*LONG), as_of=JUNE)["督导总览"]))
    assert "本工作簿中没有项目台账，有目标任务台账。目标6个" in said and "详见“目标完成”表" in said
    assert "台账中没有项目" not in said and "专用表暂未提供" not in said


def test_beside_projects_it_stands_before_what_must_be_done():
    book = opened(*examples.county(), ledger(*LONG), as_of=JUNE)
    assert book.sheetnames == ["督导总览", "亮灯表", "排名", "目标完成", "督办清单", "数据问题"]
    assert "目标6个（2个单位）" in str(rows(book["督导总览"]))


def test_what_cannot_be_read_is_told_in_the_overview():
    assert "C5“报送中”" in str(rows(opened(ledger(*PAIRS), as_of=JUNE)["督导总览"]))


def many(count: int) -> list[str]:
    return [f"{first}{second}县" for first in "东西南北" for second in "山河林溪桥田塘坪岭湾"][:count]


def test_the_headings_stand_on_the_page_of_their_first_rows():
    # whatever stands above: between the headings and the third row after them there is never a page break
    for count in range(3, 24):
        units = [(name, 12, 3, 25, 40, 12.4, 31) for name in many(count)]
        sheet = targets(ledger(*GROUPS[:4], *units))
        breaks = {entry.id for entry in sheet.row_breaks.brk}
        headings = [row[0].row for row in sheet.iter_rows() if row[0].value in ("名次", DETAILS)]
        assert not breaks & {row + after for row in headings for after in range(4)}, count


def test_no_row_goes_on_alone_on_the_next_page():
    for count in range(10, 20):
        units = [(name, "签约项目", "个", "全年", 100, n, None) for n, name in enumerate(many(count))]
        said = rows(targets(ledger(*LONG[:2], *units)))
        on = said.index(["签约项目（全年，个）（续）"]) if ["签约项目（全年，个）（续）"] in said else None
        assert on is None or len(said[on + 1 :]) > 1, count


def test_the_sum_has_the_time_progress_of_its_units_in_every_report():
    supervision = supervise([ledger(*COUNTIES[:-1])], (), Settings(), date(2026, 8, 31), "quarter")
    book = load_workbook(BytesIO(render(supervision, Settings())))
    sums = [row for row in rows(book["目标完成"]) if row[:1] == ["各单位合计"] and len(row) > 4]
    assert {row[4] for row in sums} == {50}


def test_a_long_list_goes_on_under_its_headings():
    units = [(name, "签约项目", "个", "全年", 100, n, None) for n, name in enumerate(many(40), 1)]
    sheet = targets(ledger(*LONG[:2], *units))
    headings = [row[0].row for row in sheet.iter_rows() if row[0].value == "名次"]
    breaks = [entry.id for entry in sheet.row_breaks.brk]
    assert len(headings) > 1 and breaks == [row - 1 for row in headings[-len(breaks) :]]
    assert ["签约项目（全年，个）（续）"] in rows(sheet)
