"""`dudao settings` and the button 督导设置: the sheet is written, obeyed by all, kept when it is written anew."""

import shutil
from pathlib import Path

import pytest
import xlwings
from openpyxl import Workbook, load_workbook

from addin import file_way, live
from tests.addin.conftest import Dudao
from tests.fake_excel import opened
from workbooks.samples import FOLDER

AS_OF = ("--as-of", "2026-06-30")


@pytest.fixture
def county(tmp_path: Path) -> Path:
    return Path(shutil.copy(FOLDER / "county.xlsx", tmp_path / "台账.xlsx"))


def change(path: Path, **values: object) -> Path:
    """As a clerk: write values beside the settings of these titles."""
    book = load_workbook(path)
    for row in book["督导设置"].iter_rows():
        if row[0].value in values:
            row[1].value = values[row[0].value]
    book.save(path)
    return path


def test_it_is_put_into_a_copy_and_says_what_is_set(dudao: Dudao, county: Path) -> None:
    said = dudao("settings", county, "--set", "小数位数=2", "--json")
    assert (said.code, said.err) == (0, "")
    output = Path(said.json["output"])
    assert output.name == "台账_督导设置.xlsx" and said.json["sheet"] == "督导设置"
    given = [one for one in said.json["settings"] if one["source"] != "default"]
    assert given == [{"key": "sheets.decimals", "title": "小数位数", "value": 2, "default": 1, "source": "given"}]
    assert said.json["problems"] == said.json["questions"] == said.json["warnings"] == []
    assert load_workbook(output).sheetnames[-1] == "督导设置"
    assert load_workbook(county).sheetnames == load_workbook(output).sheetnames[:-1]


def test_report_obeys_it_and_says_what_does_not_hold(dudao: Dudao, county: Path, tmp_path: Path) -> None:
    plain = dudao("report", county, *AS_OF, "--json", "-o", tmp_path / "平.xlsx").json
    dudao("settings", county, "--in-place")
    same = dudao("report", county, *AS_OF, "--json", "-o", tmp_path / "同.xlsx").json
    assert (same["projects"], same["warnings"]) == (plain["projects"], plain["warnings"])
    change(county, 黄灯差值=0, 红灯差值="很低", 序时进度的算法="按日")
    said = dudao("report", county, *AS_OF, "--json", "-o", tmp_path / "改.xlsx").json
    assert said["time_progress"] == pytest.approx(181 / 365 * 100, abs=0.005)
    behind = [one for one in said["projects"] if one["gap"] is not None and -30 <= one["gap"] <= 0]
    assert behind and {one["light"] for one in behind} <= {"yellow", "red"}
    (wrong,) = [line for line in said["warnings"] if "红灯差值" in line]
    assert wrong.startswith("【督导设置】B") and wrong.endswith("没有采用。")


def test_an_exempt_project_has_no_yellow_or_red_light_and_its_reason_is_said(
    dudao: Dudao, county: Path, tmp_path: Path
) -> None:
    before = dudao("report", county, *AS_OF, "--json", "-o", tmp_path / "前.xlsx").json
    project = next(one for one in before["projects"] if one["light"] == "red")
    spaced = " ".join(project["name"])  # as names are padded in ledgers
    dudao("settings", county, "--in-place", "--set", f"exempt.{spaced}=洪水冲毁便道")
    after = dudao("report", county, *AS_OF, "--json", "-o", tmp_path / "后.xlsx").json
    now = next(one for one in after["projects"] if one["name"] == project["name"])
    assert now["light"] not in ("yellow", "red") and now["exemption"] == "洪水冲毁便道"


def test_units_are_listed_in_their_order_and_ranked_as_before(dudao: Dudao, tmp_path: Path) -> None:
    city = Path(shutil.copy(FOLDER / "city.xlsx", tmp_path / "全市.xlsx"))
    before = dudao("report", city, *AS_OF, "--json", "-o", tmp_path / "前.xlsx").json
    names = [group["name"] for group in before["groups"] if group["by"] == "region"]
    order = sorted(names)
    dudao("settings", city, "--in-place", "--set", f"单位顺序={'、'.join(order)}")
    after = dudao("report", city, *AS_OF, "--json", "-o", tmp_path / "后.xlsx").json
    assert after["groups"] == before["groups"]
    shown = [str(row[0].value or "") for row in load_workbook(tmp_path / "后.xlsx")["督导总览"].iter_rows()]
    places = [shown.index(name) for name in order]
    assert places == sorted(places)


def test_an_answer_on_the_sheet_is_not_asked_again(dudao: Dudao, tmp_path: Path) -> None:
    path = tmp_path / "没写单位.xlsx"
    book = Workbook()
    book.active.title = "明细表"
    book.active.append(["序号", "项目名称", "年度计划投资", "年累计完成投资"])
    for row in range(1, 8):
        book.active.append([row, f"河东新区第{row}幼儿园新建项目", 5000 + row, 2000])
    book.save(path)
    (question,) = dudao("settings", path, "--in-place", "--json").json["questions"]
    workbook = load_workbook(path)
    sheet = workbook["督导设置"]
    row = next(cell.row for cell in sheet["G"] if cell.value == question["key"])
    sheet.cell(row, 2).value = "万元"
    workbook.save(path)
    (ledger,) = dudao("inspect", path, "--json").json["ledgers"]
    assert ledger["questions"] == [] and ledger["fields"]["annual_plan"]["unit"] == "万元"


def test_an_answer_to_a_header_that_has_moved_is_told_and_hinders_nothing(dudao: Dudao, county: Path) -> None:
    dudao("settings", county, "--in-place", "--set", "fields.重点项目台账.H3=年度计划投资")
    workbook = load_workbook(county)
    workbook.worksheets[0].insert_rows(1, 4)
    workbook.save(county)
    said = dudao("inspect", county, "--json")
    assert said.code == 0
    assert any("不是表头单元格" in line and "没有采用" in line for line in said.json["warnings"])


def test_the_button_keeps_what_stands_there_in_a_file_and_in_an_open_workbook(county: Path) -> None:
    pressed = file_way.press("settings", "", county)
    assert (pressed.kind, Path(pressed.path).name) == ("done", "台账_督导设置.xlsx"), pressed.text
    edited = change(Path(pressed.path), 小数位数=3, 亮灯方法="随便")
    book = opened(edited)
    again = live.press("settings", "", book)
    assert again.kind == "done" and "【督导设置】" in again.text, again.text
    cells = {row[0]: row[1] for row in book.sheets["督导设置"].range("A1:B80").value}
    assert (cells["小数位数"], cells["亮灯方法"]) == (3, "随便")


def test_edited_in_libreoffice_and_sorted_it_is_obeyed(office: xlwings.App, county: Path, dudao: Dudao) -> None:
    dudao("settings", county, "--in-place")
    book = office.books.open(str(county))
    sheet = book.sheets["督导设置"]
    cells = sheet.range("A1:A80").value
    first = cells.index("小数位数") + 1
    sheet.range((first, 2)).value = 3
    sheet.range(f"A{first}:H{first}").copy(sheet.range(f"A{first + 40}:H{first + 40}"))
    sheet.range(f"A{first}:H{first}").clear_contents()  # moved far down
    assert live.press("report", "2026-06-30", book).kind == "done"
    book.save()
    book.close()
    said = dudao("settings", county, "--json", "-o", county.with_name("再.xlsx")).json
    assert {s["key"]: s["value"] for s in said["settings"] if s["source"] == "sheet"} == {"sheets.decimals": 3}
