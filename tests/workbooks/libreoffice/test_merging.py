"""Merged cells, and blocks of which some cells are merged."""

import pytest
from xlwings import Sheet


@pytest.fixture
def merged(sheet: Sheet) -> Sheet:
    """Return a sheet with B2:C3 and E2:F2 merged."""
    sheet["B2:C3"].merge()
    sheet["E2:F2"].merge()
    return sheet


@pytest.mark.parametrize(
    ("cells", "are_merged"),
    [
        ("B2", True),
        ("C3", True),
        ("B2:C3", True),
        ("B2:C2", True),
        ("A1", False),
        ("G5:H9", False),
        ("A1:D4", None),
        ("A2:B2", None),
        ("C3:D3", None),
        ("A1:H9", None),
        ("D3:D9", False),
    ],
)
def test_merged_is_all_none_or_some(merged: Sheet, cells: str, are_merged: bool | None) -> None:
    assert merged[cells].merge_cells is are_merged


def test_the_area_of_a_cell_is_the_merged_one_or_itself(merged: Sheet) -> None:
    assert [merged[cell].merge_area.address for cell in ("B2", "C3", "F2", "A1")] == [
        "$B$2:$C$3",
        "$B$2:$C$3",
        "$E$2:$F$2",
        "$A$1",
    ]


def test_only_the_first_cell_of_a_merged_area_holds_a_value(merged: Sheet) -> None:
    merged["B2"].value = "x"
    assert merged["B2:C3"].value == [["x", None], [None, None]]


def test_cells_are_parted_again(merged: Sheet) -> None:
    merged["A1:H9"].unmerge()
    assert merged["A1:H9"].merge_cells is False


def test_merging_row_by_row_is_not_there(sheet: Sheet) -> None:
    with pytest.raises(NotImplementedError, match=r"Range\.merge across"):
        sheet["A1:B2"].merge(across=True)
