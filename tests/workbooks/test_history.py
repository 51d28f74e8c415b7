"""督导历史: what is kept comes back; sorting is no matter; editing is noticed; the same period replaces itself."""

import random
import shutil
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from tests.workbooks.sheets import examples
from udfs.values.cells import DateSpan, Value
from workbooks.errors import WrongArgument
from workbooks.finding import Finding
from workbooks.grid import Book, Grid
from workbooks.history import History, Kept, entries_of, keep_period, read_history
from workbooks.hosts.file import FileHost
from workbooks.recognition import recognise
from workbooks.samples import FOLDER
from workbooks.settings import Settings
from workbooks.sheets.rendering import render_history
from workbooks.supervision import supervise
from workbooks.supervision.figures import Supervision

MAY, JUNE, JULY = date(2025, 5, 31), date(2025, 6, 30), date(2025, 7, 31)
NAMES = [f"项目{number}" for number in range(1, 6)]


def supervision(as_of: date, done: float = 50.0, names: list[str] = NAMES) -> Supervision:
    columns: dict[str, list[object]] = {
        "name": list(names),
        "responsible_unit": ["县水利局"] * len(names),
        "annual_plan": [100.0 + at for at in range(len(names))],
        "done_this_year": [done + at / 3 for at in range(len(names))],
    }
    return supervise([examples.ledger(columns)], [], Settings(), as_of)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return Path(shutil.copy(FOLDER / "county.xlsx", tmp_path / "台账.xlsx"))


def keep(path: Path, *of: Supervision) -> list[Kept]:
    """Keep periods one after another, each in the file that the last has left."""
    kept = []
    for each in of:
        host = FileHost(path)
        kept.append(keep_period(host, each, read_history(host.book), render_history(Settings())))
        host.save_as(new := path.with_name(f"{path.stem}又.xlsx"))
        new.replace(path)
    return kept


def read(path: Path) -> History:
    history = read_history(FileHost(path).book)
    assert history is not None
    return history


def with_rows(path: Path, edit: object) -> History:
    """Return the history of a workbook whose rows below the headings were edited: `edit` takes and returns them."""
    grid = next(grid for grid in FileHost(path).book.grids if grid.name == "督导历史")
    rows: list[list[Value]] = [list(row) for row in grid.rows]
    edited = edit(rows[3:])  # type: ignore[operator]
    history = read_history(Book("台账.xlsx", "xlsx", [Grid("别的名称", [*rows[:3], *edited])]))
    assert history is not None
    return history


def said(history: History) -> str:
    return "；".join(one.message for one in history.noticed)


def test_what_is_kept_comes_back(path: Path) -> None:
    (kept,) = keep(path, supervision(JUNE))
    assert (kept.sheet, kept.projects, kept.replaced, kept.noticed) == ("督导历史", 5, False, ())
    history = read(path)
    (block,) = history.blocks
    assert (block.as_of, block.period, block.count, history.noticed) == (JUNE, "2025年1—6月", 5, ())
    first = next(iter(block.rows.values()))
    assert (first.name, first.unit, first.annual_plan, first.done_this_year) == ("项目1", "县水利局", 100.0, 50.0)
    assert (first.completion_rate, first.time_progress, first.gap, first.light) == (50.0, 50.0, 0.0, "green")


def test_periods_stand_below_one_another_and_are_read_in_order_of_time(path: Path) -> None:
    keep(path, supervision(JULY), supervision(MAY), supervision(JUNE))
    history = read(path)
    assert [block.as_of for block in history.blocks] == [MAY, JUNE, JULY]
    assert history.noticed == ()
    before = history.before(JULY)
    assert before is not None and before.as_of == JUNE
    assert history.before(MAY) is None


@pytest.mark.parametrize("names", [NAMES[:3], NAMES, [*NAMES, "项目6", "项目7"]], ids=["fewer", "as many", "more"])
def test_the_same_period_again_replaces_itself(path: Path, names: list[str]) -> None:
    keep(path, supervision(MAY), supervision(JUNE), supervision(JULY))
    (kept,) = keep(path, supervision(JUNE, 60.0, names))
    history = read(path)
    assert kept.replaced and history.noticed == ()
    june = history.blocks[1]
    assert [entry.name for entry in sorted(june.rows.values(), key=lambda entry: entry.name)] == names
    assert {entry.done_this_year for entry in june.rows.values() if entry.name == "项目1"} == {60.0}
    assert [len(history.blocks[at].rows) for at in (0, 2)] == [5, 5]


def test_it_is_no_ledger_whatever_it_is_called(path: Path) -> None:
    keep(path, supervision(JUNE))
    book = FileHost(path).book
    for grid in book.grids:
        grid.name = {"督导历史": "各期情况"}.get(grid.name, grid.name)
    book.ours = frozenset()
    assert [ledger.sheet for ledger in recognise(book, Settings()).ledgers] == ["重点项目台账"]


def test_sorting_and_columns_of_the_clerks_own_are_no_matter(path: Path) -> None:
    keep(path, supervision(MAY), supervision(JUNE))

    def shuffled(rows: list[list[Value]]) -> list[list[Value]]:
        random.Random(1).shuffle(rows)
        return [[*row, "办事员的备注"] for row in rows]

    history = with_rows(path, shuffled)
    assert history.noticed == () and [len(block.rows) for block in history.blocks] == [5, 5]


def test_what_the_clerk_added_beside_stays_when_a_period_is_kept_again(path: Path, tmp_path: Path) -> None:
    keep(path, supervision(JUNE))
    workbook = load_workbook(path)
    sheet = workbook["督导历史"]
    sheet.insert_cols(3)
    sheet.cell(5, 3).value = "问过王主任"
    workbook.save(path)
    keep(path, supervision(JUNE, 70.0), supervision(JULY))
    sheet = load_workbook(path)["督导历史"]
    assert sheet.cell(5, 3).value == "问过王主任"
    history = read(path)
    assert history.noticed == () and [block.as_of for block in history.blocks] == [JUNE, JULY]


@pytest.fixture(scope="module")
def two_periods(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a workbook with two periods of 5 projects: rows 0 and 6 begin them."""
    made = Path(shutil.copy(FOLDER / "county.xlsx", tmp_path_factory.mktemp("两期") / "台账.xlsx"))
    keep(made, supervision(MAY), supervision(JUNE))
    return made


@given(row=st.integers(0, 11), column=st.integers(0, 21), value=st.sampled_from(["改过", 12345.678, None]))
def test_a_cell_that_was_changed_is_noticed(two_periods: Path, row: int, column: int, value: Value) -> None:
    history = with_rows(two_periods, lambda rows: _changed(rows, row, column, value))
    assert history.noticed or kept_in(history) == kept_in(read(two_periods))


def kept_in(history: History) -> list[object]:
    return [(block.as_of, block.count, block.seal, block.rows, block.seals) for block in history.blocks]


@given(row=st.integers(0, 11))
def test_a_row_that_is_gone_is_noticed(two_periods: Path, row: int) -> None:
    assert with_rows(two_periods, lambda rows: [*rows[:row], *rows[row + 1 :]]).noticed


def test_what_was_noticed_is_said_with_its_row(path: Path) -> None:
    keep(path, supervision(MAY), supervision(JUNE))
    changed = with_rows(path, lambda rows: _changed(rows, 2, 11, 99.0))
    assert said(changed) == "第6行“项目2”（2025年1—5月）存档以后被改过"
    assert "存档5个项目，现在是4个" in said(with_rows(path, lambda rows: [*rows[:1], *rows[2:]]))
    assert "“【存档】”行不见了" in said(with_rows(path, lambda rows: rows[1:]))
    assert "2025年1—6月或它之前的存档被改动过" in said(with_rows(path, lambda rows: rows[6:]))
    assert "看不出是哪一期" in said(with_rows(path, lambda rows: _changed(rows, 3, 1, "去年")))


def test_what_was_typed_anew_as_it_was_is_no_editing(path: Path) -> None:
    march = DateSpan(date(2025, 3, 1), date(2025, 3, 31))
    columns: dict[str, list[object]] = {
        "code": ["26010001"], "name": ["东河大桥"], "annual_plan": [100.0], "done_this_year": [50.0],
        "planned_start": [march],
    }  # fmt: skip
    keep(path, supervise([examples.ledger(columns)], [], Settings(), JUNE))
    code, start = 2, 16

    def typed(rows: list[list[Value]]) -> list[list[Value]]:
        assert (rows[1][code], rows[1][start]) == ("26010001", "2025-03-31")
        return _changed(_changed(rows, 1, code, 26010001.0), 1, start, datetime(2025, 3, 31))

    history = with_rows(path, typed)
    [entry] = history.blocks[0].rows.values()
    assert (entry.code, entry.planned_start, history.noticed) == ("26010001", "2025-03-31", ())


def test_what_the_checks_found_is_kept_with_the_fields_title() -> None:
    columns: dict[str, list[object]] = {"name": ["东河大桥"], "annual_plan": [9.0], "total_investment": [100.0]}
    found = [Finding("I501", "info", "重点项目", "B4", 4, "东河大桥", "total_investment", "", "")]
    [entry] = entries_of(supervise([examples.ledger(columns)], found, Settings(), JUNE))
    assert entry.issues == "I501 总投资"


def test_the_row_of_a_period_says_which_projects_its_rate_leaves_out(path: Path) -> None:
    columns: dict[str, list[object]] = {
        "name": NAMES[:2],
        "annual_plan": [100.0, 200.0],
        "done_this_year": [50.0, None],
    }
    keep(path, supervise([examples.ledger(columns)], [], Settings(), JUNE))
    sheet = load_workbook(path)["督导历史"]
    assert sheet["D4"].value == "【存档】2个项目（完成率不含没填完成数的1个）"
    assert (read(path).blocks[0].count, read(path).noticed) == (2, ())


def test_a_row_keeps_the_height_that_the_clerk_gave_it_and_a_new_one_is_as_high_as_it_needs(path: Path) -> None:
    keep(path, supervision(JUNE))
    workbook = load_workbook(path)
    workbook["督导历史"].row_dimensions[6].height = 90
    workbook.save(path)
    keep(path, supervision(JUNE, names=["很长的项目名称" * 8, *NAMES[1:]]))
    sheet = load_workbook(path)["督导历史"]
    new = next(row for row in range(4, sheet.max_row + 1) if "很长" in str(sheet.cell(row, 4).value))
    assert sheet.row_dimensions[6].height == 90
    assert sheet.row_dimensions[new].height > sheet.row_dimensions[7].height


def test_before_the_first_month_has_ended_nothing_can_be_kept(path: Path) -> None:
    host = FileHost(path)
    with pytest.raises(WrongArgument, match="还没有完整的月份"):
        keep_period(host, supervision(date(2025, 1, 20)), None, render_history(Settings()))


def _changed(rows: list[list[Value]], row: int, column: int, value: Value) -> list[list[Value]]:
    rows[row][column] = value
    return rows


@pytest.mark.parametrize("heading", ["期次", "截止日期", "项目名称", "校验码"])
def test_one_whose_heading_was_changed_is_refused_and_never_replaced(path: Path, heading: str) -> None:
    keep(path, supervision(MAY))
    workbook = load_workbook(path)
    for cell in workbook["督导历史"][3]:
        cell.value = f"{heading}栏" if cell.value == heading else cell.value
    workbook.save(path)
    with pytest.raises(WrongArgument, match=f"“督导历史”表缺少表头“{heading}”"):
        keep(path, supervision(JUNE))


def test_kept_again_each_project_stays_in_its_row_with_what_the_clerk_has_beside_it(path: Path) -> None:
    keep(path, supervision(MAY))
    workbook = load_workbook(path)
    sheet = workbook["督导历史"]
    width = sheet.max_column + 1
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4, max_row=9)]
    random.Random(2).shuffle(rows)
    for at, values in enumerate(rows, 4):
        for column, value in enumerate(values, 1):
            sheet.cell(at, column).value = value
        sheet.cell(at, width).value = f"记：{values[3]}"
    workbook.save(path)
    keep(path, supervision(MAY, 60.0, [*NAMES[1:], "新来的"]))
    sheet = load_workbook(path)["督导历史"]
    beside = {sheet.cell(row, 4).value: sheet.cell(row, width).value for row in range(4, sheet.max_row + 1)}
    assert {name: beside[name] for name in NAMES[1:]} == {name: f"记：{name}" for name in NAMES[1:]}
    assert beside["新来的"] is None and read(path).noticed == ()


def test_control_characters_and_a_name_like_our_line_are_no_edits(path: Path) -> None:
    keep(path, supervision(MAY, names=["名\x01称", "【存档】9号库房", "丙", "丁", "戊"]))
    history = read(path)
    assert history.noticed == () and len(history.blocks[0].rows) == 5
