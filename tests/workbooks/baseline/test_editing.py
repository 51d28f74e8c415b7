"""What the clerk may do with the sheet 底线目标, and what is noticed."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workbooks.baseline.making import JUNE, Rows, frozen, projects, supervision, told
from udfs.values.cells import Value
from workbooks.baseline import Baseline, check_baseline, read_baseline
from workbooks.grid import Book, Grid
from workbooks.history import entries_of
from workbooks.hosts.file import FileHost
from workbooks.samples import FOLDER


@pytest.fixture(scope="module")
def five(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = Path(shutil.copy(FOLDER / "county.xlsx", tmp_path_factory.mktemp("底线") / "台账.xlsx"))
    frozen(made)
    return made


def with_rows(path: Path, change: Callable[[Rows], Rows]) -> Baseline:
    """Return the baseline of a workbook whose rows below the headings were edited."""
    grid = next(grid for grid in FileHost(path).book.grids if grid.name == "底线目标")
    rows: Rows = [list(row) for row in grid.rows]
    baseline = read_baseline(Book("台账.xlsx", "xlsx", [Grid("别的名称", [*rows[:3], *change(rows[3:])])]))
    assert baseline is not None
    return baseline


def said(baseline: Baseline) -> str:
    return "；".join(one.message for one in baseline.noticed)


def test_sorting_and_columns_of_the_clerks_own_are_no_matter(five: Path) -> None:
    def shuffled(rows: Rows) -> Rows:
        random.Random(1).shuffle(rows)
        return [[*row, "办事员的备注"] for row in rows]

    baseline = with_rows(five, shuffled)
    assert baseline.noticed == ()
    assert told(check_baseline(baseline, entries_of(supervision(projects(), JUNE)), JUNE, {})) == []


@given(row=st.integers(0, 5), column=st.integers(1, 12), value=st.sampled_from(["改过", 12345.678, None]))
def test_a_cell_that_was_changed_is_noticed(five: Path, row: int, column: int, value: Value) -> None:
    def change(rows: Rows) -> Rows:
        rows[row][column] = value
        return rows

    baseline, before = with_rows(five, change), with_rows(five, lambda rows: rows)
    clerks = column in (9, 10)  # 批准文号, 备注
    assert bool(baseline.noticed) != (clerks or (baseline.rows, baseline.line) == (before.rows, before.line))


@given(row=st.integers(0, 5))
def test_a_row_that_is_gone_is_noticed(five: Path, row: int) -> None:
    assert with_rows(five, lambda rows: [*rows[:row], *rows[row + 1 :]]).noticed


def test_what_was_noticed_is_said_with_its_row(five: Path) -> None:
    def lowered(rows: Rows) -> Rows:
        rows[2][6] = 1.0
        return rows

    lower = with_rows(five, lowered)
    assert said(lower) == "第6行“县医院迁建项目”冻结以后被改过"
    assert "冻结了5个项目，现在是4个" in said(with_rows(five, lambda rows: rows[:-1]))
    assert "“【冻结】”行不见了" in said(with_rows(five, lambda rows: rows[1:]))
    twice = with_rows(five, lambda rows: [*rows[:2], rows[1], *rows[3:]])
    assert said(twice) == "第4行“【冻结】”与各项目对不上，有的行不是原来的"
    added = with_rows(five, lambda rows: [*rows, [None, "说明：以上由重点项目办填", *[None] * 11]])
    assert "没有校验码，不是冻结的项目" in said(added) and len(added.rows) == 5


def test_a_breach_that_rests_on_an_edited_row_says_so(five: Path) -> None:
    def raised(rows: Rows) -> Rows:
        rows[2][6] = 99999.0
        return rows

    now = entries_of(supervision(projects(), JUNE))
    [one] = check_baseline(with_rows(five, raised), now, JUNE, {}).found
    assert (one.kind.id, one.remark) == ("plan_lower", "底线这一行冻结以后被改过")


def test_a_code_that_was_typed_anew_as_a_number_is_no_editing_and_loses_no_project(tmp_path: Path) -> None:
    path = Path(shutil.copy(FOLDER / "county.xlsx", tmp_path / "台账.xlsx"))
    now = projects() | {"code": [f"2601000{at}" for at in range(5)]}
    frozen(path, supervision(now))

    baseline = with_rows(path, lambda rows: [rows[0], *([float(str(row[0])), *row[1:]] for row in rows[1:])])
    assert baseline.noticed == ()
    renamed = now | {"name": ["另外的名称", *now["name"][1:]]}
    assert told(check_baseline(baseline, entries_of(supervision(renamed, JUNE)), JUNE, {})) == []


def test_a_day_that_was_typed_anew_as_it_was_is_no_editing(five: Path) -> None:
    from datetime import datetime

    def typed(rows: Rows) -> Rows:
        rows[1][7] = datetime(2025, 3, 31)
        return rows

    assert with_rows(five, typed).noticed == ()
