"""Arguments as blocks, brought to one shape."""

import pytest

from udfs.columns import Block, UnequalSizes, block, common_shape


def test_a_scalar_is_a_block_of_one_cell() -> None:
    assert block(5.0) == Block(1, 1, [5.0])
    assert block(None) == Block(1, 1, [None])


def test_rows_stay_rows_whether_lists_or_tuples() -> None:
    assert block([[1.0, 2.0], [3.0, 4.0]]) == block(((1.0, 2.0), (3.0, 4.0))) == Block(2, 2, [1.0, 2.0, 3.0, 4.0])


def test_a_flat_list_is_a_column() -> None:
    assert block([1.0, "二"]) == Block(2, 1, [1.0, "二"])


def test_short_rows_are_filled_with_blanks() -> None:
    assert block([[1.0], [], [2.0, 3.0]]) == Block(3, 2, [1.0, None, None, None, 2.0, 3.0])
    assert block([[1.0], []]) == Block(2, 1, [1.0, None])


def test_a_list_without_a_cell_is_one_blank() -> None:
    assert block([]) == block([[]]) == Block(1, 1, [None])


def test_a_cell_goes_with_every_row_a_row_with_many_and_a_column_with_every_column() -> None:
    assert Block(1, 1, [7]).spread(2, 2) == [7, 7, 7, 7]
    assert Block(1, 2, [1, 2]).spread(3, 2) == [1, 2, 1, 2, 1, 2]
    assert Block(2, 1, [1, 2]).spread(2, 3) == [1, 1, 1, 2, 2, 2]
    assert Block(2, 2, [1, 2, 3, 4]).spread(2, 2) == [1, 2, 3, 4]


def test_the_common_shape_is_the_largest() -> None:
    assert common_shape([Block(3, 1, [0] * 3), Block(1, 1, [0]), Block(1, 2, [0] * 2)]) == (3, 2)
    assert common_shape([]) == (1, 1)


@pytest.mark.parametrize(
    ("one", "other", "along", "sizes"),
    [
        (Block(3, 1, [0] * 3), Block(2, 1, [0] * 2), "行", [3, 2]),
        (Block(1, 3, [0] * 3), Block(1, 2, [0] * 2), "列", [3, 2]),
    ],
)
def test_it_refuses_blocks_of_unequal_sizes(one: Block[int], other: Block[int], along: str, sizes: list[int]) -> None:
    with pytest.raises(UnequalSizes) as refused:
        common_shape([one, other])
    assert (refused.value.along, refused.value.sizes) == (along, sizes)


def test_its_rows_are_its_cells_again() -> None:
    assert block([[1, 2], [3, 4]]).as_rows() == [[1, 2], [3, 4]]
