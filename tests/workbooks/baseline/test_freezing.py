"""冻结底线: what is frozen comes back; it is never replaced silently; anew, nothing that was approved is forgotten."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.workbooks.baseline.making import JUNE, MARCH, NAMES, approve, changed, frozen, month, put, read, supervision
from tests.workbooks.sheets import examples
from workbooks.baseline import Freezing
from workbooks.errors import WrongArgument
from workbooks.hosts.file import FileHost
from workbooks.recognition import recognise
from workbooks.settings import Settings
from workbooks.supervision import supervise


def test_what_is_frozen_comes_back_without_what_was_done(path: Path) -> None:
    assert frozen(path) == Freezing("底线目标", 5)
    baseline = read(path)
    assert (baseline.as_of, baseline.noticed, len(baseline.rows)) == (MARCH, (), 5)
    first = next(iter(baseline.rows.values())).entry
    assert (first.name, first.unit, first.region, first.currency) == (NAMES[0], "县交通局", "北乡", "万元")
    assert (first.total_investment, first.annual_plan, first.done_this_year) == (1000.0, 600.0, None)
    assert (first.planned_start, first.planned_finish) == ("2025-03-31", "2026-06-30")
    assert baseline.line is not None
    assert (baseline.line.count, baseline.line.sums) == (5, ("万元", 15000.0, 4000.5))


def test_it_is_no_ledger_whatever_it_is_called(path: Path) -> None:
    frozen(path)
    book = FileHost(path).book
    for grid in book.grids:
        grid.name = {"底线目标": "年初定的"}.get(grid.name, grid.name)
    book.ours = frozenset()
    assert [ledger.sheet for ledger in recognise(book, Settings()).ledgers] == ["重点项目台账"]


def test_without_projects_nothing_is_frozen(path: Path) -> None:
    with pytest.raises(WrongArgument, match="没有可冻结的底线"):
        frozen(path, supervise(examples.empty(), [], Settings(), MARCH))


def test_a_baseline_is_never_replaced_silently(path: Path) -> None:
    frozen(path)
    with pytest.raises(WrongArgument, match="已在2025年3月31日冻结了5个项目，不能直接换掉") as refused:
        frozen(path)
    assert str(refused.value).endswith("那一行的“批准文号”格填上依据，再冻结一次。")


def test_anew_it_says_what_differs_and_what_was_loosened_without_approval(path: Path) -> None:
    frozen(path)
    now = changed(annual_plan=(1, 650.0), planned_finish=(3, month(2026, 5)), name=(4, "完全另外的水库"))
    again = frozen(path, supervision(now, JUNE), again=True)
    assert (again.again, again.changed, again.new, again.gone, again.loosened) == (True, 2, 1, 1, 2)
    baseline = read(path)
    assert (baseline.as_of, baseline.noticed) == (JUNE, ())
    assert [each.entry.name for each in baseline.rows.values()] == [*NAMES[:4], "完全另外的水库"]
    assert baseline.line and baseline.line.remark == (
        "2025-03-31冻结5个，2025-06-30重新冻结，2个有变动，退出底线：第三小学新建项目"
    )


def test_anew_on_the_document_that_the_first_row_names_which_is_used_up_by_it(path: Path) -> None:
    frozen(path)
    approve(path, -1, "县政发〔2025〕9号")
    assert frozen(path, supervision(as_of=JUNE)).again
    line = read(path).line
    assert line and "依据县政发〔2025〕9号重新冻结" in line.remark
    with pytest.raises(WrongArgument, match="不能直接换掉"):
        frozen(path)


def test_anew_a_rename_that_the_settings_confirm_keeps_its_row_and_what_was_approved(path: Path) -> None:
    frozen(path)
    approve(path, 0, "县政发〔2025〕7号")
    now = supervision(changed(name=(0, "一个全新的名称"), annual_plan=(0, 1.0)), JUNE)
    again = frozen(path, now, again=True, renamed={NAMES[0]: "一个全新的名称"})
    assert (again.changed, again.new, again.gone, again.loosened) == (1, 0, 0, 0)
    sheet = load_workbook(path)["底线目标"]
    assert (sheet["B5"].value, sheet["G5"].value) == ("一个全新的名称", 1.0)


def test_anew_a_row_is_never_lower_than_what_stands_in_it(path: Path) -> None:
    frozen(path)
    put(path, "K6", "第7次常务会议研究同意调整年度计划，资金由县财政另行安排。" * 12)
    workbook = load_workbook(path)
    workbook["底线目标"].row_dimensions[6].height = 120
    workbook.save(path)
    first = load_workbook(path)["底线目标"].row_dimensions[4].height
    frozen(path, supervision(changed(annual_plan=(1, 650.0)), JUNE), again=True)
    frozen(path, supervision(as_of=JUNE), again=True)
    heights = load_workbook(path)["底线目标"].row_dimensions
    assert heights[6].height == 120
    assert heights[4].height > first  # the story of the baselines before has grown


def test_anew_each_project_keeps_its_row_and_what_stands_beside_it(path: Path) -> None:
    frozen(path)
    put(path, "O6", "问过王主任")
    approve(path, 1, "县政发〔2025〕7号")
    approve(path, 2, "县政发〔2025〕8号")
    reordered = {field: values[::-1] for field, values in changed(annual_plan=(1, 650.0)).items()}
    assert frozen(path, supervision(reordered, JUNE), again=True).loosened == 0
    sheet = load_workbook(path)["底线目标"]
    assert (sheet["B6"].value, sheet["O6"].value, sheet["G6"].value) == (NAMES[1], "问过王主任", 650.0)
    assert (sheet["J6"].value, sheet["K6"].value) == (None, "县政发〔2025〕7号批准的调整已于2025-06-30冻结")
    assert sheet["J7"].value == "县政发〔2025〕8号"
    assert read(path).noticed == ()
