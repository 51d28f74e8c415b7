"""Rows written into a sheet of ours which grows: values as they are, looks of another row, nothing else touched."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.workbooks.contract.looks import changes, workbook_as_seen
from tests.workbooks.contract.papers import report
from workbooks.errors import WrongArgument
from workbooks.hosts.port import Host

Opening = Callable[[Path], Host]
Saving = Callable[..., Path]
ROWS = [["=不是公式", 0.5, 46022, "2026-07-01", "007"], ["项目8", None, 46023, "+1", "008"]]
COLUMNS = range(5)
FIRST, LIKE = 9, 2  # below the sheet's own last row, as its first


@pytest.fixture
def ours(saved: Saving) -> Path:
    """Return the ledger with a sheet of ours."""
    return saved(lambda host: host.insert_sheets(report("督导历史")))


def test_rows_are_written_as_they_are_and_look_like_one_that_is_there(saved: Saving, ours: Path) -> None:
    sheet = load_workbook(saved(lambda host: host.write_rows("督导历史", FIRST, COLUMNS, ROWS, LIKE), of=ours))[
        "督导历史"
    ]
    assert [cell.value for cell in sheet[FIRST + 2][:2]] == ["项目8", None]
    new, old = sheet[FIRST + 1], sheet[LIKE + 1]
    assert (new[0].value, new[0].data_type) == ("=不是公式", "s")
    assert (new[3].value, new[4].value, sheet[FIRST + 2][3].value) == ("2026-07-01", "007", "+1")
    assert new[1].value == 0.5 and new[1].number_format == old[1].number_format == "0.0%"
    assert new[2].value == datetime(2025, 12, 31)
    for left, right in zip(new[:5], old[:5], strict=True):
        assert (left.font.name, left.border.left.style) == (right.font.name, right.border.left.style)


def test_nothing_else_changes(saved: Saving, ours: Path) -> None:
    before = workbook_as_seen(saved(of=ours))
    after = workbook_as_seen(saved(lambda host: host.write_rows("督导历史", FIRST, COLUMNS, ROWS, LIKE), of=ours))
    assert {place for place in map(str, changes(before, after)) if "督导历史" not in place} == set()


def test_rows_written_over_others_replace_their_values_alone(saved: Saving, ours: Path) -> None:
    place = saved(lambda host: host.write_rows("督导历史", LIKE + 1, [0, 1], [["改名", 0.25]], LIKE), of=ours)
    sheet = load_workbook(place)["督导历史"]
    assert (sheet["A4"].value, sheet["B4"].value, sheet["E4"].value, sheet["A5"].value) == (
        "改名",
        0.25,
        "003",
        "项目3",
    )


def test_rows_get_the_heights_that_are_given_and_keep_theirs_otherwise(saved: Saving, ours: Path) -> None:
    def written(host: Host) -> None:
        host.write_rows("督导历史", FIRST, COLUMNS, ROWS, LIKE, [30.0, 45.0])
        host.write_rows("督导历史", FIRST, [0], [["又改"]], LIKE)

    rows = load_workbook(saved(written, of=ours))["督导历史"].row_dimensions
    assert [rows[FIRST + 1].height, rows[FIRST + 2].height] == pytest.approx([30.0, 45.0], abs=0.5)


def test_only_the_columns_asked_for_are_written_in_whatever_order(saved: Saving, ours: Path) -> None:
    new = [["甲", 9, "乙"], ["丙", 8, "丁"]]
    place = saved(lambda host: host.write_rows("督导历史", LIKE, [4, 1, 0], new, LIKE), of=ours)
    sheet = load_workbook(place)["督导历史"]
    left = [[sheet.cell(row, column).value for column in (1, 2, 4, 5)] for row in (3, 4)]
    assert left == [["乙", 9, "转到", "甲"], ["丁", 8, "转到", "丙"]]


def test_written_rows_are_read_again_in_their_place(opened: Opening, saved: Saving, ours: Path) -> None:
    place = saved(lambda host: host.write_rows("督导历史", FIRST, COLUMNS, ROWS, LIKE), of=ours)
    grid = next(grid for grid in opened(place).book.grids if grid.name == "督导历史")
    assert grid.rows[FIRST][0] == "=不是公式" and grid.rows[FIRST + 1][0] == "项目8"


def test_a_sheet_that_is_not_there_is_refused(opened: Opening, ours: Path) -> None:
    with pytest.raises(WrongArgument, match="没有名为“没有”的工作表"):
        opened(ours).write_rows("没有", 0, [0], [[1]], 0)


def test_no_rows_write_nothing(saved: Saving, ours: Path) -> None:
    after = saved(lambda host: host.write_rows("督导历史", FIRST, COLUMNS, [], LIKE), of=ours)
    assert changes(workbook_as_seen(saved(of=ours)), workbook_as_seen(after)) == []
