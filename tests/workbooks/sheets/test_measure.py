"""How much room a text takes."""

from hypothesis import given
from hypothesis import strategies as st

from workbooks.sheets.measure import MOST_POINTS, bounded, height, lines, text_width


def test_a_chinese_character_is_as_wide_as_two_digits():
    assert (text_width("完成率"), text_width("12.5%"), text_width("■ 滞后，")) == (6, 5, 9)


def test_a_text_that_just_fits_takes_one_line():
    assert lines("一二三四五", 10) == 1
    assert lines("一二三四五六", 10) == 2


def test_line_breaks_begin_lines():
    assert lines("完成率\n（%）", 12) == 2
    assert lines("", 12) == 1


def test_rows_grow_with_lines_up_to_excels_limit():
    assert height(1) < height(2) < height(6)
    assert height(100) == MOST_POINTS


def test_long_texts_are_cut_visibly():
    assert bounded("甲乙丙丁", 4) == "甲乙丙丁"
    assert bounded("甲乙丙丁戊", 4) == "甲乙丙…"


@given(st.text(), st.integers(2, 60))
def test_lines_always_have_room_for_the_text(text, width):
    assert lines(text, width) * max(2, width) >= max(map(text_width, text.split("\n")))
