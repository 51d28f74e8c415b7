"""督办台账: items come back as written; what may be done is; editing is noticed or tolerated; red projects."""

import random
import shutil
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from tests.workbooks.sheets import examples
from udfs.closing import COLOURS, Event, actions
from workbooks.errors import WrongArgument
from workbooks.hosts.file import FileHost
from workbooks.items import Item, Items, Order, Updated, Work, read_items, update
from workbooks.items.events import NotALine, as_text, from_text
from workbooks.items.standing import standings
from workbooks.recognition import recognise
from workbooks.samples import FOLDER
from workbooks.settings import Settings
from workbooks.sheets.columns import columns_of
from workbooks.sheets.rendering import render_items, render_slips
from workbooks.supervision import supervise
from workbooks.supervision.figures import Supervision

SETTINGS = Settings()
JUNE, JULY = date(2026, 6, 30), date(2026, 7, 1)
FIRST = 5  # the row of the first item, as the clerk sees it
COLUMN = {column.field: at for at, column in enumerate(columns_of("items"), 1)}


def day(text: str) -> date:
    return date.fromisoformat(f"2026-{text}")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return Path(shutil.copy(FOLDER / "county.xlsx", tmp_path / "台账.xlsx"))


def work(path: Path, on: date = JULY, settings: Settings = SETTINGS, **more: Any) -> Updated:
    """Do the work in the file."""
    host = FileHost(path)
    found = update(host, read_items(host.book), lambda: render_items(settings), Work(on, settings, **more))
    host.save_as(new := path.with_name(f"{path.stem}又.xlsx"))
    new.replace(path)
    return found


def opened(path: Path, *whats: str, kind: str = "公文") -> Updated:
    new = [(Item(0, what, "县长办公会", kind, unit="县水利局", person="甲"), Order(0, "open", JULY)) for what in whats]
    return work(path, new=new)


def read(path: Path) -> Items:
    items = read_items(FileHost(path).book)
    assert items is not None
    return items


def edited(path: Path, cells: dict[tuple[int, str], object]) -> None:
    """Type into the sheet as a clerk does, by rows and fields."""
    book = load_workbook(path)
    for (row, field), value in cells.items():
        book["督办台账"].cell(row, COLUMN[field]).value = value
    book.save(path)


def red(names: list[str], as_of: date = JUNE) -> Supervision:
    columns: dict[str, list[object]] = {
        "name": list(names),
        "responsible_unit": ["县水利局"] * len(names),
        "annual_plan": [100.0] * len(names),
        "done_this_year": [1.0] * len(names),
    }
    return supervise([examples.ledger(columns)], [], SETTINGS, as_of)


def states(items: tuple[Item, ...]) -> list[str]:
    return [item.life.state for item in items]


EVENTS = st.lists(
    st.builds(
        Event,
        st.sampled_from(sorted(actions())),
        st.dates(date(2000, 1, 1), date(2099, 12, 31)),
        st.text("甲乙：，期限2026-01-01 a", max_size=12).map(lambda text: " ".join(text.split())),
        st.none() | st.dates(date(2000, 1, 1), date(2099, 12, 31)),
        st.none() | st.sampled_from(COLOURS),
    ),
    max_size=6,
)


@given(EVENTS)
def test_what_was_done_comes_back_from_its_lines(events: list[Event]) -> None:
    assert from_text(as_text(events)) == tuple(events)


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        events = from_text(text)
    except NotALine as wrong:
        assert 1 <= wrong.line <= len(text) + 1
    else:
        assert from_text(as_text(events)) == events


def test_items_come_back_as_they_were_handed_out(path: Path) -> None:
    opened(path, "=不是公式", "一事一单", kind="急件")
    items = read(path)
    assert [(row.item.number, row.item.what, row.item.unit) for row in items.rows] == [
        (1, "=不是公式", "县水利局"),
        (2, "一事一单", "县水利局"),
    ]
    assert items.noticed == () and items.numbered == 2
    # 急件: 5 working days after Wednesday 1 July: 2, 3, 6, 7, 8 July
    assert [row.item.life.deadline for row in items.rows] == [day("07-08")] * 2


@pytest.mark.parametrize(
    ("kind", "deadline"),
    [
        ("急件", "07-08"),
        ("领导批示", "07-22"),
        ("会议纪要", "07-29"),
        ("公文", "08-12"),
        ("难件", "08-12"),
        ("", "08-12"),
    ],
)
def test_the_deadline_follows_the_kind_in_working_days(path: Path, kind: str, deadline: str) -> None:
    """Source: domain.md b7: 急件1-5日, 领导批示15日, 会议纪要20日, 公文、难件30日, counted by hand on the calendar."""
    assert opened(path, "甲", kind=kind).items[0].life.deadline == day(deadline)


def test_the_offices_own_days_off_count(path: Path) -> None:
    settings = Settings({"days.off": "2026-07-02,2026-07-03", "items.days.urgent": 3})
    new = [(Item(0, "甲", kind="急件", unit="乙局"), Order(0, "open", JULY))]
    assert work(path, settings=settings, new=new).items[0].life.deadline == day("07-08")


def test_a_deadline_in_a_year_whose_holidays_nobody_knows_is_told(path: Path) -> None:
    new = [(Item(0, "甲", unit="乙局"), Order(0, "open", JULY, deadline=date(2031, 3, 1)))]
    assert work(path, new=new).unknown_years[-1] == 2031


def test_the_clerk_says_on_the_sheet_what_is_to_be_done(path: Path) -> None:
    opened(path, "甲", "乙", "丙")
    edited(
        path,
        {
            (FIRST, "action"): "签收",
            (FIRST + 1, "action"): "延期",
            (FIRST + 1, "note"): "汛期停工",
            (FIRST + 1, "new_deadline"): datetime(2026, 9, 1),
            (FIRST + 2, "action"): "签收",
            (FIRST + 2, "day"): "2026年7月3日",
        },
    )
    found = work(path, day("07-06"))
    assert [(done.item.number, done.action) for done in found.done] == [(1, "receive"), (2, "extend"), (3, "receive")]
    assert found.items[2].events[-1].day == day("07-03")
    assert found.items[1].life.deadline == day("09-01")
    sheet = load_workbook(path)["督办台账"]
    wishes = [
        sheet.cell(row, COLUMN[name]).value for row in range(FIRST, FIRST + 3) for name in ("action", "day", "note")
    ]
    assert wishes == [None] * 9
    assert sheet.cell(FIRST + 1, COLUMN["log"]).value.split("\n")[-1] == "2026-07-06 延期，期限2026-09-01：汛期停工"


def test_what_may_not_be_done_is_told_and_stays_as_it_was_written(path: Path) -> None:
    opened(path, "甲", "乙", "丙", "丁")
    wishes = {
        (FIRST, "action"): "销号",
        (FIRST, "note"): "领导同意",
        (FIRST + 1, "action"): "延期",
        (FIRST + 2, "action"): "办结",
        (FIRST + 3, "action"): "签收",
        (FIRST + 3, "day"): "下周",
    }
    edited(path, wishes)
    found = work(path, day("07-06"))
    assert [one.message for one in found.refused] == [
        "第5行没有办：“已反馈待核”的事项才能“销号”，这一项是“待签收”",
        "第6行没有办：“延期”要写明延期的理由",
        "第7行没有办：“本次办理”只能填交办、不立项、签收、反馈、退回、延期、销号、重新交办",
        "第8行没有办：“下周”不是日期，要像2026-06-30",
    ]
    assert states(found.items) == ["待签收"] * 4
    sheet = load_workbook(path)["督办台账"]
    assert {place: sheet.cell(place[0], COLUMN[place[1]]).value for place in wishes} == wishes


def test_an_item_that_the_clerk_types_gets_a_number(path: Path) -> None:
    opened(path, "甲")
    edited(
        path,
        {
            (FIRST + 1, "what"): "新事项",
            (FIRST + 1, "unit"): "县住建局",
            (FIRST + 2, "what"): "马上交办的",
            (FIRST + 2, "kind"): "急件",
            (FIRST + 2, "unit"): "县住建局",
            (FIRST + 2, "colour"): "红",
            (FIRST + 2, "action"): "交办",
        },
    )
    found = work(path, day("07-06"))
    assert [(item.number, item.what, item.life.state, item.life.colour) for item in found.items] == [
        (1, "甲", "待签收", "蓝"),
        (2, "新事项", "拟办", "蓝"),
        (3, "马上交办的", "待签收", "红"),
    ]
    assert read(path).noticed == ()


def test_red_projects_are_proposed_once(path: Path) -> None:
    found = work(path, supervision=red(["水库", "堤防"]))
    assert [(item.what, item.project, item.unit, item.life.state) for item in found.new] == [
        ("水库：完成率1%，低于序时进度49个百分点", "水库", "县水利局", "拟办"),
        ("堤防：完成率1%，低于序时进度49个百分点", "堤防", "县水利局", "拟办"),
    ]
    assert work(path, supervision=red(["水库", "堤防"])).new == ()
    work(path, orders=[Order(1, "open", JULY), Order(2, "drop", JULY, "已约谈")])
    assert work(path, day("08-05"), supervision=red(["水库", "堤防"], day("07-31"))).new == ()
    handled = [
        Order(1, "receive", day("08-06")),
        Order(1, "reply", day("08-07"), "完成"),
        Order(1, "close", day("08-08"), "核实"),
    ]
    work(path, day("08-08"), orders=handled)
    assert work(path, day("08-20"), supervision=red(["水库", "堤防"], day("08-20"))).new == ()
    again = work(path, day("09-05"), supervision=red(["水库", "堤防"], day("09-30")))
    assert [item.project for item in again.new] == ["水库"]
    renamed = Settings({"renamed.水库": "大水库"})
    assert work(path, day("09-05"), renamed, supervision=red(["大水库"], day("09-30"))).new == ()


def test_sorting_own_columns_and_blank_rows_are_no_matter(path: Path) -> None:
    opened(path, *[f"事项{number}" for number in range(1, 7)])
    book = load_workbook(path)
    sheet = book["督办台账"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=FIRST, max_row=FIRST + 5)]
    random.Random(5).shuffle(rows)
    for at, values in enumerate(rows):
        for column, value in enumerate(values, 1):
            sheet.cell(FIRST + at + (at > 2), column).value = value
    for column in range(1, len(COLUMN) + 1):
        sheet.cell(FIRST + 3, column).value = None
    sheet.insert_cols(3)
    sheet.cell(FIRST - 1, 3).value = "我的备注"
    sheet.cell(FIRST, 3).value = "记着"
    book.save(path)
    found = work(path, day("07-06"), orders=[Order(4, "receive", day("07-06"))])
    assert found.noticed == () and {item.number for item in found.items} == set(range(1, 7))
    assert [item.life.state for item in found.items if item.number == 4] == ["办理中"]
    assert load_workbook(path)["督办台账"].cell(FIRST, 3).value == "记着"


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({(FIRST, "log"): "2026-06-01 交办，期限2026-12-31"}, "第5行（编号1）的“办理经过”被改过"),
        ({(FIRST, "log"): "大概办了"}, "第5行“办理经过”第1行看不懂，这一项没有动，请照别的行的写法改正"),
        (
            {(FIRST, "state"): "已销号"},
            "第5行的状态写成了“已销号”，按办理经过是“待签收”，已改回；要办请填“本次办理”",
        ),
        (
            {(FIRST, "deadline"): "2026-12-31"},
            "第5行的办结期限被改过，按办理经过是2026-08-12，已改回；要延期请填“本次办理”",
        ),
        ({(FIRST + 2, field): None for field in COLUMN}, "编号3的事项不见了"),
        ({(FIRST, field): None for field in COLUMN}, "编号1的事项不见了"),
        ({(FIRST + 1, "number"): 1}, "编号1有2行"),
    ],
)
def test_what_was_edited_is_noticed(path: Path, cells: dict[tuple[int, str], object], message: str) -> None:
    opened(path, "甲", "乙", "丙")
    edited(path, cells)
    found = work(path, day("07-06"))
    assert message in [one.message for one in found.noticed]


def test_a_row_that_cannot_be_read_stays_as_it_is(path: Path) -> None:
    opened(path, "甲", "乙")
    edited(path, {(FIRST, "log"): "大概办了"})
    with pytest.raises(WrongArgument, match="没有编号1的事项"):
        work(path, orders=[Order(1, "receive", JULY)])
    work(path, orders=[Order(2, "receive", JULY)])
    sheet = load_workbook(path)["督办台账"]
    assert sheet.cell(FIRST, COLUMN["log"]).value == "大概办了"
    assert sheet.cell(FIRST, COLUMN["state"]).value == "待签收"


def test_an_edited_history_stays_noticed_whatever_is_done_later(path: Path) -> None:
    opened(path, "甲")
    edited(path, {(FIRST, "log"): "2026-07-01 交办，期限2026-12-31"})
    work(path, orders=[Order(1, "receive", JULY)])
    assert "第5行（编号1）的“办理经过”被改过" in [one.message for one in read(path).noticed]


def test_the_line_above_the_headings_says_how_they_stand(path: Path) -> None:
    opened(path, "甲", "乙", "丙")
    orders = [
        Order(1, "receive", day("07-02")),
        Order(1, "reply", day("07-03"), "完成"),
        Order(1, "close", day("07-06"), "核实"),
    ]
    work(path, day("08-13"), orders=orders)
    assert load_workbook(path)["督办台账"]["A3"].value == (
        "截至2026年8月13日，应办3件，办结1件，办结率33.3%，待签收2件，逾期未办结2件。共编号3项"
    )


def test_levels_and_lights_are_of_the_day(path: Path) -> None:
    opened(path, "甲")
    seen = []
    for on in ("08-07", "08-10", "08-13", "08-31"):
        work(path, day(on))
        sheet = load_workbook(path)["督办台账"]
        seen.append([sheet.cell(FIRST, COLUMN[name]).value for name in ("colour", "light", "due")])
    assert seen == [
        ["蓝", "● 正常", "还有5天"],
        ["蓝", "▲ 临期", "还有2天"],
        ["黄", "■ 逾期", "逾期1天"],
        ["红", "■ 逾期", "逾期19天"],
    ]


def test_rows_are_high_enough_for_what_was_done(path: Path) -> None:
    opened(path, "甲", "乙" * 60)
    heights = load_workbook(path)["督办台账"].row_dimensions
    assert heights[FIRST + 1].height > 2.5 * heights[FIRST].height


def test_it_is_no_ledger(path: Path) -> None:
    opened(path, "甲")
    book = FileHost(path).book
    assert "督办台账" not in [ledger.sheet for ledger in recognise(book, SETTINGS).ledgers]


def test_an_offices_own_ledger_counts_too(path: Path) -> None:
    book = FileHost(FOLDER / "supervision.xlsx").book
    found = standings(book, recognise(book, SETTINGS).ledgers, SETTINGS, day("06-30"))
    assert found is not None
    # counted by hand in the sample: 20 items, 7 of them 已办结 or 已销号
    assert (found.tally.due, found.tally.closed, found.tally.rate) == (20, 7, 35.0)
    overdue = [(item.what[:8], item.late) for item in found.items if item.late and item.life.is_open]
    assert len(overdue) == found.tally.overdue == 4


def test_slips_have_a_page_for_each_unit(path: Path) -> None:
    new = [
        (Item(0, what, unit=unit), Order(0, "open", JULY))
        for what, unit in (("甲", "乙局"), ("丙", "丁局"), ("戊", "乙局"))
    ]
    items = work(path, new=new).items
    closed = replace(
        items[0],
        events=(*items[0].events, Event("receive", JULY), Event("reply", JULY, "完"), Event("close", JULY, "核")),
    )
    slips = path.with_name("督办单.xlsx")
    slips.write_bytes(render_slips(SETTINGS, [closed, *items[1:]], JULY))
    sheet = load_workbook(slips)["督办单"]
    said = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]
    assert [text for text in said if text.startswith("责任单位：")] == ["责任单位：丁局", "责任单位：乙局"]
    assert "甲" not in said and "戊" in said
    assert len(sheet.row_breaks.brk) == 1


def test_a_level_that_the_clerk_chooses_is_written_down(path: Path) -> None:
    opened(path, "甲", "乙")
    edited(path, {(FIRST, "colour"): "红"})
    found = work(path, day("07-02"))
    assert [(done.item.number, done.action) for done in found.done] == [(1, "grade")]
    assert found.items[0].events[-1] == Event("grade", day("07-02"), colour="红")
    edited(path, {(FIRST, "colour"): "蓝"})
    work(path, day("07-03"))
    sheet = load_workbook(path)["督办台账"]
    assert [sheet.cell(row, COLUMN["colour"]).value for row in (FIRST, FIRST + 1)] == ["蓝", "蓝"]
    assert sheet.cell(FIRST, COLUMN["log"]).value.split("\n")[1:] == ["2026-07-02 调级（红）", "2026-07-03 调级（蓝）"]


def test_the_level_follows_what_was_done_however_late_it_is_recorded(path: Path) -> None:
    opened(path, "甲", kind="急件")  # due on 8 July
    work(path, day("07-31"))
    assert load_workbook(path)["督办台账"].cell(FIRST, COLUMN["colour"]).value == "红"
    late = [Order(1, "receive", day("07-02")), Order(1, "reply", day("07-08"), "完成")]
    work(path, day("07-31"), orders=late)
    assert load_workbook(path)["督办台账"].cell(FIRST, COLUMN["colour"]).value == "蓝"
    assert work(path, day("07-31")).done == ()


def test_a_day_in_the_future_is_not_taken(path: Path) -> None:
    opened(path, "甲")
    with pytest.raises(WrongArgument, match="办理日期2099-01-01在2026-07-02之后"):
        work(path, day("07-02"), orders=[Order(1, "receive", date(2099, 1, 1))])


def test_a_report_says_how_items_stood_on_its_day(path: Path) -> None:
    opened(path, "甲", kind="急件")  # due on 8 July
    done = [
        Order(1, "receive", day("07-02")),
        Order(1, "reply", day("07-12"), "完成"),
        Order(1, "close", day("07-13"), "核"),
    ]
    work(path, day("07-15"), orders=done)
    book = FileHost(path).book
    early, late = (standings(book, [], SETTINGS, day(on)) for on in ("07-10", "07-15"))
    assert early and late
    assert (early.tally.handling, early.tally.overdue, late.tally.closed, late.tally.late) == (1, 1, 1, 1)
    assert standings(book, [], SETTINGS, day("06-30")) is None


@pytest.mark.parametrize("heading", ["编号", "督办事项", "本次办理", "办理经过"])
def test_one_whose_heading_was_changed_is_refused_and_never_replaced(path: Path, heading: str) -> None:
    opened(path, "甲")
    workbook = load_workbook(path)
    for cell in workbook["督办台账"][FIRST - 1]:
        cell.value = f"{heading}栏" if cell.value == heading else cell.value
    workbook.save(path)
    before = path.read_bytes()
    with pytest.raises(WrongArgument, match=f"“督办台账”表缺少表头“{heading}”"):
        work(path)
    assert path.read_bytes() == before
    book = FileHost(path).book
    assert standings(book, [], SETTINGS, JULY) is None
    assert any(f"“督办台账”表缺少表头“{heading}”" in warning for warning in book.warnings)


def test_what_stands_below_and_is_no_item_stays(path: Path) -> None:
    opened(path, "甲")
    rest = {
        (FIRST + 1, "number"): "合计",
        (FIRST + 1, "what"): "1项",
        (FIRST + 2, "number"): "说明：",
        (FIRST + 2, "unit"): "综合科",
    }
    edited(path, rest)
    found = work(path, day("07-02"))
    assert len(found.items) == 1
    assert [one.message for one in found.noticed] == [
        "第6行的编号不是数字，没有当作事项；新事项的编号请空着",
        "第7行没有写督办事项，没有当作事项",
    ]
    sheet = load_workbook(path)["督办台账"]
    assert {place: sheet.cell(place[0], COLUMN[place[1]]).value for place in rest} == rest


def test_an_error_in_a_wish_is_refused(path: Path) -> None:
    opened(path, "甲")
    edited(path, {(FIRST, "action"): "签收", (FIRST, "day"): "#REF!"})
    assert [one.message for one in work(path, day("07-02")).refused] == ["第5行没有办：填的单元格是错误值"]


def test_two_with_one_number_must_be_told_apart_first(path: Path) -> None:
    opened(path, "甲", "乙")
    edited(path, {(FIRST + 1, "number"): 1})
    with pytest.raises(WrongArgument, match="编号1有2行"):
        work(path, day("07-02"), orders=[Order(1, "receive", day("07-02"))])


@pytest.mark.parametrize("number", ["9" * 5000, "2026001", "-4"])
def test_numbers_of_any_length_are_read_in_no_time(path: Path, number: str) -> None:
    opened(path, "甲")
    edited(path, {(FIRST, "number"): number})
    assert all(len(one.message) < 100 for one in work(path, day("07-02")).noticed)


def test_what_no_cell_can_hold_is_left_out_and_what_looks_like_an_escape_stays(path: Path) -> None:
    opened(path, "甲")
    work(path, day("07-02"), orders=[Order(1, "receive", day("07-02"), "一\x01二_x0041_三")])
    found = read(path)
    assert found.noticed == () and found.rows[0].item.events[-1].note == "一二_x0041_三"
    with pytest.raises(WrongArgument, match="最多1000字"):
        work(path, day("07-03"), orders=[Order(1, "reply", day("07-03"), "长" * 1001)])


def test_without_room_above_the_headings_nothing_is_written_there(path: Path) -> None:
    opened(path, "甲")
    workbook = load_workbook(path)
    sheet = workbook["督办台账"]
    for merged in [*sheet.merged_cells.ranges]:
        sheet.unmerge_cells(str(merged))
    sheet.delete_rows(1, 3)
    workbook.save(path)
    found = work(path, day("07-02"), orders=[Order(1, "receive", day("07-02"))])
    assert states(found.items) == ["办理中"]
    assert [cell.value for cell in load_workbook(path)["督办台账"][1]][:2] == ["编号", "督办事项"]
