"""`dudao supervise` and the buttons 督办销号 and 督办单: items on their way, from the file to an open workbook."""

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlwings
from openpyxl import load_workbook

from addin import live
from addin.file_way import press
from tests.addin.conftest import Dudao
from tests.addin.shapes import TEXT_OR_NULL, amiss
from workbooks.hosts.file import FileHost
from workbooks.items import read_items
from workbooks.samples import FOLDER

DATE_OR_NULL = (str, type(None))
NOTICED = [{"row": (int, type(None)), "message": str}]
SHAPE = {
    "file": str,
    "output": str,
    "as_of": str,
    "sheet": str,
    "done": [{"item": int, "action": str, "state": str}],
    "refused": NOTICED,
    "proposed": [int],
    "noticed": NOTICED,
    "items": [
        {
            "item": int,
            "what": str,
            "source": TEXT_OR_NULL,
            "kind": TEXT_OR_NULL,
            "project": TEXT_OR_NULL,
            "unit": TEXT_OR_NULL,
            "person": TEXT_OR_NULL,
            "level": {"蓝", "黄", "红"},
            "state": str,
            "light": {"green", "yellow", "red", "none"},
            "opened": DATE_OR_NULL,
            "deadline": DATE_OR_NULL,
            "replied": DATE_OR_NULL,
            "closed": DATE_OR_NULL,
            "overdue_days": int,
            "history": [{"action": str, "date": str, "deadline": DATE_OR_NULL, "note": TEXT_OR_NULL}],
        }
    ],
    "statistics": {"due": int, "closed": int, "rate": (int, float, type(None)), "overdue": int, "late": int},
    "warnings": [TEXT_OR_NULL],
}


@pytest.fixture
def county(tmp_path: Path) -> Path:
    return Path(shutil.copy(FOLDER / "county.xlsx", tmp_path / "台账.xlsx"))


def test_its_json_has_its_shape_and_the_red_projects_are_those_of_the_report(dudao: Dudao, county: Path) -> None:
    said = dudao("supervise", county, "--as-of", "2026-06-30", "--json")
    assert (said.code, said.err) == (0, "") and not amiss(said.json, SHAPE)
    report = dudao("report", county, "--as-of", "2026-06-30", "--json").json
    red = [project["name"] for project in report["projects"] if project["light"] == "red"]
    assert [item["project"] for item in said.json["items"]] == red and red
    assert said.json["proposed"] == list(range(1, len(red) + 1))
    assert {item["state"] for item in said.json["items"]} == {"拟办"}


def test_an_item_goes_its_way_by_commands(dudao: Dudao, county: Path) -> None:
    def order(*words: str) -> dict[str, Any]:
        said = dudao("supervise", county, *words, "--in-place", "--json")
        assert said.code == 0, said.err
        return dict(said.json)

    new = ("--what", "用地手续", "--unit", "县自然资源局", "--kind", "急件", "--source", "批示", "--level", "黄")
    (item,) = order("open", *new, "--as-of", "2026-07-01")["items"]
    assert (item["state"], item["deadline"], item["level"]) == ("待签收", "2026-07-08", "黄")
    order("receive", "--item", "1", "--as-of", "2026-07-02")
    order("extend", "--item", "1", "--as-of", "2026-07-03", "--note", "汛期", "--deadline", "2026-07-20")
    order("reply", "--item", "1", "--date", "2026-07-10", "--as-of", "2026-07-12", "--note", "已办")
    order("return", "--item", "1", "--as-of", "2026-07-13", "--note", "缺材料")
    order("reply", "--item", "1", "--as-of", "2026-07-21", "--note", "已补")
    said = order("close", "--item", "1", "--as-of", "2026-07-22", "--note", "现场核实")
    (item,) = said["items"]
    assert (item["state"], item["replied"], item["closed"]) == ("已销号", "2026-07-21", "2026-07-22")
    assert item["overdue_days"] == 1 and said["statistics"]["late"] == 1
    assert [event["action"] for event in item["history"]] == [
        *("open", "receive", "extend", "reply", "return", "reply", "close"),
    ]
    said = order("reopen", "--item", "1", "--as-of", "2026-07-30", "--note", "回头看反弹")
    assert (said["items"][0]["state"], len(said["items"][0]["history"])) == ("待签收", 8)
    report = dudao("report", county, "--as-of", "2026-07-31", "--json").json
    assert report["items"]["due"] == 1 and "督办情况" in report["sheets"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("close", "--item", "1"), "没有编号1的事项"),
        (("receive",), "请用 --item 写明事项的编号"),
        (("close", "--what", "甲"), "请用 --item 写明事项的编号"),
        (("--item", "1"), "要和 open、receive 等一起用"),
        (
            ("open", "--what", "甲", "--unit", "乙局", "--deadline", "2026-01-01"),
            "办结期限2026-01-01早于“交办”的日期2026-06-30",
        ),
        (("open", "--what", "甲", "--date", "昨天"), "“昨天”不是日期"),
        (("open", "--what", "甲"), "没有交办：还没有写责任单位"),
        (("open", "--what", "甲", "--unit", "乙局", "--kind", "急"), "没有“急”这个类别，只能是公文、急件"),
        (("open", "--what", "甲", "--unit", "乙局", "--date", "2026-07-01"), "办理日期2026-07-01在2026-06-30之后"),
        (("grade", "--item", "1"), "调级请用 --level 写明督办级别"),
        (("strike",), "参数 ACTION"),
    ],
)
def test_what_cannot_be_done_is_refused_and_nothing_is_written(
    dudao: Dudao, county: Path, words: tuple[str, ...], message: str
) -> None:
    before = county.read_bytes()
    said = dudao("supervise", county, *words, "--as-of", "2026-06-30", "--in-place")
    assert said.code == 2 and message in said.err and said.err.count("\n") == 1
    assert county.read_bytes() == before and [path.name for path in county.parent.iterdir()] == [county.name]


def test_a_workbook_without_a_ledger_needs_an_item(dudao: Dudao, tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.active["A1"] = "随手记"
    book.save(file := tmp_path / "空.xlsx")
    assert dudao("supervise", file).code == 2
    opened = dudao(
        "supervise", file, "open", "--what", "甲", "--unit", "乙局", "--as-of", "2026-07-01", "--in-place", "--json"
    )
    assert opened.code == 0
    again = dudao("supervise", file, "--as-of", "2026-07-02", "--json")
    assert again.code == 0 and [item["what"] for item in again.json["items"]] == ["甲"]


def test_why_no_project_can_be_judged_is_told_and_items_go_on(dudao: Dudao, tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    for row in (
        ["重点项目进度"],
        ["序号", "项目名称", "责任单位", "形象进度"],
        [1, "东河大桥", "县交通局", "完成桩基"],
    ):
        book.active.append(row)
    book.save(file := tmp_path / "台账.xlsx")
    said = dudao("supervise", file, "--as-of", "2026-06-30", "--json")
    assert said.code == 0 and any("认不出年度计划投资和完成投资列" in warning for warning in said.json["warnings"])


def test_the_buttons_do_as_the_command_does(dudao: Dudao, county: Path) -> None:
    said = dudao("supervise", county, "--as-of", "2026-06-30", "-o", county.with_name("甲.xlsx"), "--json").json
    pressed = press("close", "2026-06-30", county)
    assert pressed.kind == "done" and pressed.show == said["sheet"]
    rows = [
        [[cell.value for cell in row] for row in load_workbook(path)["督办台账"].iter_rows()]
        for path in (said["output"], pressed.path)
    ]
    assert rows[0] == rows[1]
    assert press("slips", "", county).text == "工作簿里还没有“督办台账”，请先点“督办销号”。"
    slips = press("slips", "", Path(pressed.path))
    assert slips.text.startswith("0个单位的督办单在“督办单”表")


def test_in_libreoffice_the_sheet_is_edited_sorted_cut_and_goes_on(office: xlwings.App, county: Path) -> None:
    book = office.books.open(str(county))
    assert live.press("close", "2026-06-30", book).kind == "done"
    sheet = book.sheets["督办台账"]
    action = next(column for column in range(1, 21) if sheet.range((4, column)).value == "本次办理")
    sheet.range((5, action)).value = "交办"
    sheet.range((6, action)).value = "销号"
    said = live.press("close", "2026-07-01", book).text
    assert "编号1已交办，现为“待签收”" in said and "第6行没有办：“已反馈待核”的事项才能“销号”" in said
    below = sheet.range("A5:T12").value
    sheet.range("A5:T12").value = below[::-1]
    said = live.press("close", "2026-07-02", book).text
    assert "不见了" not in said and "被改过" not in said
    sheet.range("A5:T5").clear_contents()
    log = next(column for column in range(1, 21) if sheet.range((4, column)).value == "办理经过")
    sheet.range((12, log)).value = "2026-07-01 交办，期限2030-01-01"
    said = live.press("close", "2026-07-03", book).text
    assert "编号8的事项不见了" in said and "第12行（编号1）的“办理经过”被改过" in said
    book.save()
    book.close()
    items = read_items(FileHost(county).book)
    assert items is not None and {row.item.number for row in items.rows} >= set(range(1, 8))
    assert date(2030, 1, 1) in [row.item.life.deadline for row in items.rows]
