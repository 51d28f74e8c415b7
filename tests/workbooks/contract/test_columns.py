"""Columns of ours beside the clerk's ledger: looking as he has it, where nothing of his is, and gone when asked."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.workbooks.contract.looks import changes, fill_of, look, words, workbook_as_seen
from tests.workbooks.hosts.books import made
from workbooks.errors import WrongArgument
from workbooks.grid import Area
from workbooks.hosts.port import Host
from workbooks.package import Column

Opening = Callable[[Path], Host]
Saving = Callable[..., Path]
GREEN = "C6EFCE"
RATES = Column(4, {1: "完成率", **dict.fromkeys(range(2, 12), 0.5)}, 3, (1,), "0.0%", {2: GREEN}, 12.0)


def ledger_of(place: Path) -> Worksheet:
    sheet = load_workbook(place)["明细表"]
    assert isinstance(sheet, Worksheet)
    return sheet


@pytest.fixture
def written(saved: Saving) -> Callable[..., Worksheet]:
    """Return a function that writes columns into the ledger and returns it as openpyxl reads it."""
    return lambda *columns, **of: ledger_of(saved(lambda host: host.write_columns("明细表", columns), **of))


def test_a_column_is_written_beside_the_ledger(written: Callable[..., Worksheet], opened: Opening, file: Path) -> None:
    sheet = written(RATES)
    assert [sheet.cell(row, 5).value for row in range(2, 13)] == ["完成率", *[0.5] * 10]
    assert opened(file).write_columns("明细表", [RATES]) == []


def test_it_looks_as_its_neighbour_but_for_format_and_fills_of_its_own(written: Callable[..., Worksheet]) -> None:
    sheet = written(RATES)
    assert look(sheet["E2"]) == look(sheet["D2"])  # the header
    assert look(sheet["E4"], but=("format",)) == look(sheet["D4"], but=("format",))
    assert [sheet[cell].number_format for cell in ("E3", "E4", "E12")] == ["0.0%"] * 3
    assert (fill_of(sheet["E3"]), fill_of(sheet["E4"])) == (GREEN, None)
    assert look(sheet["E3"], but=("format", "fill")) == look(sheet["D3"], but=("format", "fill"))


def test_it_has_the_width_asked_for(written: Callable[..., Worksheet]) -> None:
    assert written(RATES).column_dimensions["E"].width == pytest.approx(12, abs=0.9)


def test_everything_else_stays_as_it_is(saved: Saving) -> None:
    before = workbook_as_seen(saved())
    after = workbook_as_seen(saved(lambda host: host.write_columns("明细表", [RATES])))
    ledger = after["明细表"]
    ledger["cells"] = {place: seen for place, seen in ledger["cells"].items() if place[0] != "E"}
    before["明细表"]["cells"] = {p: seen for p, seen in before["明细表"]["cells"].items() if p[0] != "E"}
    for seen in (before, after):
        seen["明细表"]["widths"].pop("E", None)
    assert changes(before, after) == []


def test_texts_stay_texts_whatever_they_look_like(saved: Saving, opened: Opening) -> None:
    texts = [
        "001",
        "=1+1",
        "1-2",
        "-甲",
        "+86",
        "@乙",
        "2026-07",
        "50%",
        "true",
        "'引",
        "#N/A",
        "● 正常",
        "1e5",
        "12:30",
    ]
    place = saved(lambda host: host.write_columns("明细表", [Column(4, dict(enumerate(texts, 2)), 3)]))
    sheet = opened(place).book.grids[0]
    assert [sheet.rows[row][4] for row in range(2, 2 + len(texts))] == texts
    assert all(sheet.details.formula(row, 4) is None for row in range(2, 2 + len(texts)))


def test_figures_are_figures_and_a_missing_one_is_blank(saved: Saving, opened: Opening) -> None:
    figures = {2: 0.0, 3: -1.25, 4: 3_000_000_000, 5: None, 6: float("nan"), 7: 1 / 3}
    place = saved(lambda host: host.write_columns("明细表", [Column(4, figures, 3)]))
    read = [row[4] for row in opened(place).book.grids[0].rows[2:8]]
    assert read == [0, -1.25, 3e9, None, None, pytest.approx(1 / 3, rel=1e-14)]


def test_a_blank_cell_of_ours_has_the_columns_look(written: Callable[..., Worksheet]) -> None:
    sheet = written(Column(4, {2: None}, 3, (), "0.0%", {2: GREEN}))
    assert (sheet["E3"].value, sheet["E3"].number_format, fill_of(sheet["E3"])) == (None, "0.0%", GREEN)
    assert sheet["E3"].border.left.style == "thin"


def test_several_columns_are_written_at_once(written: Callable[..., Worksheet]) -> None:
    sheet = written(RATES, Column(5, {1: "亮灯", 2: "● 正常", 3: "■ 严重滞后"}, 3, (1,), None, {2: GREEN}))
    assert [sheet.cell(3, column).value for column in (5, 6)] == [0.5, "● 正常"]
    assert look(sheet["F2"]) == look(sheet["E2"])


def test_a_header_may_be_merged_over_two_rows(saved: Saving, opened: Opening, tmp_path: Path) -> None:
    def two_rows(book: xlsxwriter.Workbook, sheet: Any) -> None:
        head = book.add_format({"bold": True, "border": 1, "bg_color": "#D9E1F2"})
        sheet.merge_range("A1:A2", "项目", head)
        sheet.merge_range("B1:C1", "投资", head)
        sheet.write_row("B2", ["计划", "完成"], head)
        sheet.write_row("A3", ["甲", 100, 50])

    file = made(tmp_path / "两行.xlsx", two_rows)
    column = Column(3, {0: "进度", 1: None, 2: 0.5}, 2, (0, 1), "0.0%", {}, 12.0, (0, 1))
    place = saved(lambda host: host.write_columns("台账", [column]), of=file)
    grid = opened(place).book.grids[0]
    assert Area(0, 3, 1, 3) in grid.merges
    assert [row[3] for row in grid.rows] == ["进度", None, 0.5]
    gone = saved(lambda host: host.write_columns("台账", []), of=place)
    assert set(opened(gone).book.grids[0].merges) == {Area(0, 0, 1, 0), Area(0, 1, 0, 2)}


def test_the_neighbours_merging_is_not_taken_over(written: Callable[..., Worksheet], tmp_path: Path) -> None:
    def merged(book: xlsxwriter.Workbook, sheet: Any) -> None:
        sheet.set_first_sheet()
        ledger = book.add_worksheet("明细表")
        ledger.merge_range("A1:A2", "项目")
        ledger.write("A3", 1)

    sheet = written(Column(1, {0: "完成率", 1: "（%）", 2: 0.5}, 0, (0, 1)), of=made(tmp_path / "合并.xlsx", merged))
    assert [str(area) for area in sheet.merged_cells.ranges] == ["A1:A2"]
    assert [sheet.cell(row, 2).value for row in (1, 2, 3)] == ["完成率", "（%）", 0.5]


def test_every_row_gets_its_figure_beside_rows_that_are_merged_in_groups(
    saved: Saving, opened: Opening, tmp_path: Path
) -> None:
    def grouped(book: xlsxwriter.Workbook, sheet: Any) -> None:
        sheet.write_row(0, 0, ["项目", "县"])
        for row in range(1, 10, 3):
            sheet.write_column(row, 0, ["甲", "乙", "丙"])
            sheet.merge_range(row, 1, row + 2, 1, "某县")

    figures = {row: row / 10 for row in range(1, 10)}
    file = made(tmp_path / "分组.xlsx", grouped)
    place = saved(lambda host: host.write_columns("台账", [Column(2, {0: "完成率", **figures}, 1, (0,))]), of=file)
    grid = opened(place).book.grids[0]
    assert [row[2] for row in grid.rows] == ["完成率", *figures.values()]
    assert set(grid.merges) == {Area(row, 1, row + 2, 1) for row in range(1, 10, 3)}


def test_a_wide_ledger_gets_its_columns_behind_the_last(saved: Saving, opened: Opening, tmp_path: Path) -> None:
    def wide(book: xlsxwriter.Workbook, sheet: Any) -> None:
        for row in range(4):
            sheet.write_row(row, 0, range(60))

    file = made(tmp_path / "宽.xlsx", wide)
    place = saved(lambda host: host.write_columns("台账", [Column(60, {0: "完成率", 1: 0.5}, 59, (0,))]), of=file)
    assert load_workbook(place)["台账"]["BI2"].value == 0.5
    assert opened(place).book.grids[0].ours == (Area(0, 60, 1, 60),)


def test_cells_where_the_clerk_wrote_are_left_alone(saved: Saving) -> None:
    left_alone: list[str] = []
    onto = Column(1, {2: "我们的", 12: "空着的"}, 1)
    sheet = ledger_of(saved(lambda host: left_alone.extend(host.write_columns("明细表", [onto]))))
    assert left_alone == ["B3"]
    assert (sheet["B3"].value, sheet["B13"].value) == ("项目1 <甲&乙>", "空着的")


def test_so_are_cells_with_a_formula_of_the_clerks_that_shows_nothing(saved: Saving, tmp_path: Path) -> None:
    def fill(book: xlsxwriter.Workbook, sheet: Any) -> None:
        sheet.write(0, 0, 1)
        sheet.write_formula(0, 1, '=IF(A1>0,"","无")', None, "")

    left_alone: list[str] = []
    column = Column(1, {0: "我们的"}, 0)
    place = saved(
        lambda host: left_alone.extend(host.write_columns("台账", [column])), of=made(tmp_path / "式.xlsx", fill)
    )
    assert left_alone == ["B1"]
    assert load_workbook(place)["台账"]["B1"].value == '=IF(A1>0,"","无")'


def test_what_the_clerk_has_right_of_our_columns_stays(saved: Saving, opened: Opening, tmp_path: Path) -> None:
    def fill(book: xlsxwriter.Workbook, sheet: Any) -> None:
        sheet.write_row(0, 0, ["项目", "投资"])
        sheet.write_row(1, 0, ["甲", 100])
        sheet.write_formula(1, 5, "=B2*2", book.add_format({"bg_color": "#FFFF00"}), 200)
        sheet.write_comment(1, 5, "办事员的")
        sheet.set_column("F:F", 22)

    file = made(tmp_path / "右.xlsx", fill)
    before = load_workbook(saved(of=file))["台账"]
    place = saved(lambda host: host.write_columns("台账", [Column(2, {0: "完成率", 1: 0.5}, 1, (0,))]), of=file)
    after = load_workbook(place)["台账"]
    assert (after["F2"].value, look(after["F2"]), words(after["F2"])) == (
        "=B2*2",
        look(before["F2"]),
        words(before["F2"]),
    )
    assert after.column_dimensions["F"].width == before.column_dimensions["F"].width
    assert opened(place).book.grids[0].rows[1] == ["甲", 100, 0.5, None, None, 200]


def test_a_ledger_on_a_sheet_of_any_name_takes_columns(saved: Saving, opened: Opening, tmp_path: Path) -> None:
    def fill(book: xlsxwriter.Workbook, sheet: Any) -> None:
        book.add_worksheet("张三's 表 1.2").write_row(0, 0, ["项目", "投资"])

    column = Column(2, {0: "完成率"}, 1, (0,))
    file = made(tmp_path / "名.xlsx", fill)
    once = saved(lambda host: host.write_columns("张三's 表 1.2", [column]), of=file)
    assert opened(once).book.grids[1].ours == (Area(0, 2, 0, 2),)
    left_alone: list[str] = []
    saved(lambda host: left_alone.extend(host.write_columns("张三's 表 1.2", [column])), of=once)
    assert left_alone == []


def test_a_sheet_that_is_not_there_is_refused(opened: Opening, file: Path) -> None:
    with pytest.raises(WrongArgument):
        opened(file).write_columns("没有的表", [RATES])


def test_a_table_beside_our_columns_does_not_grow(saved: Saving, tmp_path: Path) -> None:
    def table(book: xlsxwriter.Workbook, sheet: Any) -> None:
        sheet.add_table(0, 0, 3, 2, {"columns": [{"header": name} for name in ("项目", "计划", "完成")]})

    column = Column(3, {0: "完成率", 1: 0.5}, 2, (0,))
    place = saved(lambda host: host.write_columns("台账", [column]), of=made(tmp_path / "表.xlsx", table))
    sheet = load_workbook(place)["台账"]
    assert [one.ref for one in sheet.tables.values()] == ["A1:C4"]
    assert sheet["D2"].value == 0.5
