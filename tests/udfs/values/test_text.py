"""Texts normalised for matching, names cleaned, values shown."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from udfs.values.cells import CellError, Value
from udfs.values.text import clean_name, display, name_key, normalise


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("项  目\u3000名\xa0称", "项目名称"),
        ("总投资\n（万元）", "总投资(万元)"),
        ("拟投资额[亿元]", "拟投资额(亿元)"),
        ("【备注】〔一〕", "(备注)(一)"),
        ("完成\u200b率％\ufeff", "完成率%"),
        ("２０１０年", "2010年"),
    ],
)
def test_it_normalises_headers(text: str, expected: str) -> None:
    assert normalise(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("张　　三", "张三"),
        ("  国道 324 改建\n工程 ", "国道 324 改建工程"),
        ("某某（北川）有限公司         （李四）", "某某（北川）有限公司（李四）"),
        ("★ 化工园", "★ 化工园"),
        ("Phase\nTwo", "Phase Two"),
        ("", ""),
    ],
)
def test_it_cleans_names_without_changing_words(text: str, expected: str) -> None:
    assert clean_name(text) == expected


def test_it_compares_names_without_marks_width_and_spaces() -> None:
    assert name_key("★Ａ 区（一期）") == name_key("a区(一期)")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, ""),
        (12.0, "12"),
        (12.5, "12.5"),
        (0.1 + 0.2, "0.3"),
        (1e15, "1000000000000000"),
        (7, "7"),
        (True, "TRUE"),
        ("  文 ", "  文 "),
        (datetime(2025, 3, 1), "2025-03-01"),
        (datetime(2025, 3, 1, 8, 30), "2025-03-01 08:30"),
        (timedelta(hours=30, minutes=5), "30:05:00"),
        (CellError("#DIV/0!"), "#DIV/0!"),
    ],
)
def test_it_shows_what_a_clerk_would_read(value: Value, shown: str) -> None:
    assert display(value) == shown


@given(st.text(max_size=60))
def test_it_is_settled_after_one_pass(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)
    assert clean_name(clean_name(text)) == clean_name(text)


@given(st.floats())
def test_it_shows_every_number(number: float) -> None:
    assert display(number)
