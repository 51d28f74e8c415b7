"""`dudao baseline`, and the buttons 冻结底线 and 核对底线, from the file to an open workbook."""

import shutil
from datetime import date, datetime
from pathlib import Path

import pytest
import xlwings
from openpyxl import load_workbook

from addin import live
from addin.macros import Job, Macro, Outcome, macro
from tests.addin.conftest import Dudao
from tests.addin.shapes import TEXT_OR_NULL, amiss
from workbooks.hosts.file import FileHost
from workbooks.samples import FOLDER
from workbooks.settings import Settings

FIGURE_OR_TEXT = (int, float, str, type(None))
NOTICED = [{"row": (int, type(None)), "message": str}]
FROZEN = {
    "file": str, "output": str, "as_of": str, "sheet": str, "frozen": int, "again": bool, "changed": int, "new": int,
    "gone": int, "loosened": int, "noticed": NOTICED, "warnings": [TEXT_OR_NULL],
}  # fmt: skip
BREACH = {
    "kind": str, "title": str, "name": str, "code": TEXT_OR_NULL, "unit": TEXT_OR_NULL, "region": TEXT_OR_NULL,
    "before": FIGURE_OR_TEXT, "now": FIGURE_OR_TEXT, "difference": (int, float, type(None)), "currency": TEXT_OR_NULL,
    "approval": TEXT_OR_NULL, "remark": TEXT_OR_NULL,
}  # fmt: skip
CHECKED = {
    "file": str, "output": str, "as_of": str, "frozen_on": str, "sheet": str,
    "projects": {"before": int, "now": int, "new": int, "lost": int},
    "plan_compared": bool,
    "counts": {"breach": int, "unclear": int, "approved": int},
    "units": [{"name": TEXT_OR_NULL, "before": int, "now": int, "breaches": int, "approved": int, "number": int,
               "progress": int, "investment": int}],
    "breaches": [BREACH], "unclear": [BREACH], "approved": [BREACH], "noticed": NOTICED, "warnings": [TEXT_OR_NULL],
}  # fmt: skip
# 柏川县's ledger: the columns of 项目名称, 计划开工时间, 计划竣工时间, 总投资, 2026年计划投资
NAME, START, FINISH, TOTAL, PLAN = "BHJLN"


@pytest.fixture
def county(tmp_path: Path) -> Path:
    return Path(shutil.copy(FOLDER / "county.xlsx", tmp_path / "台账.xlsx"))


@pytest.fixture
def later(dudao: Dudao, county: Path) -> Path:
    """Return the ledger with its baseline of March and what was changed since: six breaches, two of them approved."""
    dudao("baseline", county, "--freeze", "--as-of", "2026-03-31", "--in-place")
    workbook = load_workbook(county)
    sheet, baseline = workbook.worksheets[0], workbook["底线目标"]
    for row, number in ((4, ""), (5, ""), (6, ""), (7, ""), (8, "柏政办〔2026〕15号"), (9, "柏政办〔2026〕15号")):
        assert baseline[f"B{row + 1}"].value == sheet[f"{NAME}{row}"].value
        baseline[f"J{row + 1}"].value = number
    sheet[f"{NAME}4"].value = "完全另外的一所学校"
    sheet[f"{PLAN}5"].value -= 3300.5
    sheet[f"{FINISH}6"].value = datetime(2031, 12, 1)
    sheet[f"{START}7"].value = None
    sheet[f"{TOTAL}8"].value -= 1
    sheet[f"{PLAN}9"].value -= 1
    workbook.save(county)
    return county


def test_what_is_frozen_is_told(dudao: Dudao, county: Path) -> None:
    said = dudao("baseline", county, "--freeze", "--as-of", "2026-03-31", "--json")
    assert (said.code, said.err) == (0, "") and not amiss(said.json, FROZEN)
    assert (said.json["frozen"], said.json["sheet"], said.json["again"]) == (60, "底线目标", False)
    assert Path(said.json["output"]).name == "台账_底线.xlsx"


def test_what_was_changed_since_is_found_and_nothing_else(dudao: Dudao, later: Path) -> None:
    said = dudao("baseline", later, "--check", "--as-of", "2026-06-30", "--json")
    assert (said.code, said.err) == (0, "") and not amiss(said.json, CHECKED)
    found = said.json
    assert [(one["kind"], one["difference"], one["approval"]) for one in found["breaches"]] == [
        ("gone", None, None), ("start_blank", None, None), ("finish_later", 1248, None), ("plan_lower", -3300.5, None),
    ]  # fmt: skip
    assert [(one["kind"], one["difference"], one["approval"]) for one in found["approved"]] == [
        ("plan_lower", -1.0, "柏政办〔2026〕15号"), ("total_lower", -1.0, "柏政办〔2026〕15号"),
    ]  # fmt: skip
    assert found["projects"] == {"before": 60, "now": 60, "new": 1, "lost": 0}
    assert (found["counts"], found["noticed"]) == ({"breach": 4, "unclear": 0, "approved": 2}, [])
    assert (found["frozen_on"], found["warnings"]) == ("2026-03-31", [])
    assert sum(unit["breaches"] for unit in found["units"]) == 4


def test_the_sheet_leads_to_the_ledger_and_for_what_is_gone_to_the_baseline(dudao: Dudao, later: Path) -> None:
    output = dudao("baseline", later, "--check", "--as-of", "2026-06-30", "--json").json["output"]
    sheet = load_workbook(output)["底线核对"]
    rows = {row[1].value: row for row in sheet.iter_rows() if row[0].hyperlink}
    links = [row[0].hyperlink.location for row in rows.values()]
    assert links[0] == "'底线目标'!B5" and all(link.startswith("'重点项目台账'!B") for link in links[1:])
    assert [row[4].value for row in rows.values()] == ["■ 突破"] * 4 + ["● 经批准"] * 2
    assert sheet["A1"].value == "2026年1—6月重点项目底线目标核对"


def test_the_file_and_the_button_say_the_same(dudao: Dudao, later: Path) -> None:
    command = dudao("baseline", later, "--check", "--as-of", "2026-06-30").out.splitlines()[1]
    outcome = press("ratchet", later, date(2026, 6, 30))
    assert (outcome.text.splitlines()[0], outcome.show) == (command, "底线核对")
    assert command == (
        "底线60个项目，现在60个（其中新增1个）。突破底线4处：项目减少1个、开工时间空了1个、竣工推迟1个、年度计划调低1个。"
        "经批准调整2处。"
    )
    with pytest.raises(Exception, match="不能直接换掉") as refused:
        press("baseline", later, date(2026, 6, 30))
    assert dudao("baseline", later, "--freeze").err.strip() == str(refused.value)


def press(button: str, path: Path, as_of: date) -> Outcome:
    work = macro(button)
    assert isinstance(work, Macro)
    return work.run(Job(FileHost(path), Settings(), as_of))


def test_where_all_is_kept_it_is_praised_in_one_line(dudao: Dudao, county: Path) -> None:
    dudao("baseline", county, "--freeze", "--as-of", "2026-03-31", "--in-place")
    said = dudao("baseline", county, "--check", "--as-of", "2026-06-30", "--json").json
    assert said["breaches"] == said["approved"] == said["noticed"] == []
    assert load_workbook(said["output"])["底线核对"]["A3"].value == (
        "与2026年3月31日冻结的底线相比，60个项目数量未减、进度未后、投资未降，底线全部守住。"
    )


def test_what_was_done_to_the_baseline_stands_on_the_sheet_and_among_the_warnings(dudao: Dudao, later: Path) -> None:
    workbook = load_workbook(later)
    workbook["底线目标"]["G20"].value = 1
    workbook.save(later)
    said = dudao("baseline", later, "--check", "--as-of", "2026-06-30", "--json").json
    assert [one["row"] for one in said["noticed"]] == [20]
    assert "冻结以后被改过" in said["warnings"][0]
    assert load_workbook(said["output"])["底线核对"]["A4"].value == f"注意：{said['warnings'][0]}"


def test_what_could_not_be_compared_is_not_praised(dudao: Dudao, county: Path) -> None:
    dudao("baseline", county, "--freeze", "--as-of", "2026-03-31", "--in-place")
    said = dudao("baseline", county, "--check", "--as-of", "2027-01-31", "--json").json
    assert (said["plan_compared"], said["breaches"]) == (False, [])
    assert load_workbook(said["output"])["底线核对"]["A3"].value == (
        "底线60个项目，现在60个。没有突破底线的。\n底线是2026年的，年度计划是各年的，没有比较；新的一年请重新冻结。"
    )


def test_of_kinds_with_other_figures_it_is_said_that_these_were_not_compared(dudao: Dudao, tmp_path: Path) -> None:
    file = Path(shutil.copy(FOLDER / "promotion.xlsx", tmp_path))
    dudao("baseline", file, "--freeze", "--as-of", "2026-06-30", "--in-place")
    said = dudao("baseline", file, "--check", "--as-of", "2026-06-30", "--json").json
    remark = "工作表“签约项目”、“在谈项目”、“签约未开工”是招商引资台账，协议投资、到位资金还没有对比。"
    assert said["breaches"] == [] and remark in said["warnings"]
    shown = str(load_workbook(said["output"])["底线核对"]["A3"].value)
    assert remark in shown and "全部守住" not in shown


def test_where_the_ledger_says_another_month_it_is_said(dudao: Dudao, county: Path) -> None:
    warned = dudao("report", county, "--as-of", "2026-03-31", "--json").json["warnings"]
    said = dudao("baseline", county, "--freeze", "--as-of", "2026-03-31", "--in-place", "--json").json
    assert warned and said["warnings"] == warned
    assert dudao("baseline", county, "--check", "--as-of", "2026-03-31", "--json").json["warnings"] == warned
    assert set(warned) <= set(press("ratchet", county, date(2026, 3, 31)).text.splitlines())


def test_the_units_that_keep_to_it_are_said_in_brackets(dudao: Dudao, later: Path) -> None:
    output = dudao("baseline", later, "--check", "--as-of", "2026-06-30", "--json").json["output"]
    said = [str(row[0].value) for row in load_workbook(output)["底线核对"].iter_rows()]
    assert [line for line in said if line.startswith("各单位守底线情况（其余") and line.endswith("个单位守住底线）")]


def test_freezing_anew_tells_what_is_other(dudao: Dudao, later: Path) -> None:
    said = dudao("baseline", later, "--freeze", "--again", "--as-of", "2026-06-30", "--json").json
    assert (said["changed"], said["new"], said["gone"], said["loosened"]) == (5, 1, 1, 4)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), "选一个"),
        (("--freeze", "--check"), "选一个"),
        (("--check", "--again"), "只和 --freeze 同用"),
        (("--check",), "请先点“冻结底线”"),
    ],
)
def test_what_makes_no_sense_is_refused(
    options: tuple[str, ...], said: str, dudao: Dudao, county: Path, tmp_path: Path
) -> None:
    refused = dudao("baseline", county, *options, "--json")
    message = refused.json["error"]["message"]
    assert refused.code == 2 and said in message and "命令行" not in message
    assert [path.name for path in tmp_path.iterdir()] == [county.name]


def test_amounts_in_a_foreign_currency_are_null_and_said_in_words(dudao: Dudao, tmp_path: Path) -> None:
    file = tmp_path / "外资.xlsx"
    workbook = load_workbook(FOLDER / "county.xlsx")
    sheet = workbook.worksheets[0]
    sheet["U2"].value = "单位：万美元"
    workbook.save(file)
    dudao("baseline", file, "--freeze", "--as-of", "2026-03-31", "--in-place")
    workbook = load_workbook(file)
    workbook.worksheets[0][f"{PLAN}5"].value -= 3300.5
    workbook.save(file)
    said = dudao("baseline", file, "--check", "--as-of", "2026-06-30", "--json").json
    [one] = said["breaches"]
    assert (one["kind"], one["before"], one["now"], one["currency"]) == ("plan_lower", None, None, "万美元")
    rows = load_workbook(said["output"])["底线核对"].iter_rows(values_only=True)
    assert any("少3,300.5万美元" in row for row in rows)


def test_in_libreoffice_sorted_there_approved_there_and_frozen_anew(office: xlwings.App, county: Path) -> None:
    book = office.books.open(str(county))
    assert live.press("baseline", "2026-03-31", book).kind == "done"
    sheet, ledger = book.sheets["底线目标"], book.sheets[0]
    block = sheet.range("A4:M64").value
    sheet.range("A4:M64").value = block[::-1]
    ledger.range("N5").value -= 100
    ledger.range("N6").value -= 100
    [row] = [4 + at for at, cells in enumerate(block[::-1]) if cells[1] == ledger.range("B6").value]
    sheet.range(f"J{row}").value = "柏政办〔2026〕15号"
    said = live.press("ratchet", "2026-06-30", book)
    assert "突破底线1处：年度计划调低1个。经批准调整1处。" in said.text and "冻结以后" not in said.text
    assert live.press("baseline", "2026-06-30", book).kind == "refused"
    sheet.range("J64").value = "柏政办〔2026〕20号"  # beside 【冻结】, which sorting has put last
    said = live.press("baseline", "2026-06-30", book)
    assert "2个项目有变动，0个退出，新增0个。比原底线放松而没有批准文号的1处。" in said.text
    book.close()
