"""Calls in the text of a formula."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addin.libreoffice.functions.formula_text import calls, has_unread, names


def found(formula: str, separator: str = ";") -> list[tuple[str, tuple[str, ...]]]:
    return [(call.name, call.texts(formula)) for call in calls(formula, separator)]


def test_a_call_has_a_name_and_arguments() -> None:
    assert found("=完成率(F5;E5)") == [("完成率", ("F5", "E5"))]
    assert found('=DUDAO.FUNCTIONS.LIGHT(F5; E5 ;"2026-6-30")') == [
        ("DUDAO.FUNCTIONS.LIGHT", ("F5", "E5", '"2026-6-30"'))
    ]


def test_arguments_left_out_are_empty_and_no_argument_is_none() -> None:
    assert found("=A(;;1)") == [("A", ("", "", "1"))]
    assert found("=A( )+B()") == [("A", ()), ("B", ())]
    assert found("=A(1;)") == [("A", ("1", ""))]


def test_an_inner_call_comes_before_the_one_that_holds_it() -> None:
    assert found("=A(B(1;2);(3;4);{5;6|7})") == [("B", ("1", "2")), ("A", ("B(1;2)", "(3;4)", "{5;6|7}"))]


def test_separators_in_texts_and_names_of_sheets_part_nothing() -> None:
    assert found("=A(\"x;)\";'完成率(1);'.B2)") == [("A", ('"x;)"', "'完成率(1);'.B2"))]
    assert found('=A("a""b;c";1)') == [("A", ('"a""b;c"', "1"))]


def test_what_is_called_within_a_text_or_a_name_is_no_call() -> None:
    assert [*names("=IF(1;\"完成率(\";'亮灯(1)'.A1)")] == [(1, 3, "IF")]


def test_a_call_that_is_not_closed_is_none() -> None:
    assert found("=A(1;B(2)") == [("B", ("2",))]
    assert found("=A(1}") == []


@given(st.text(alphabet="AB1(){};,'\"完成率.! ", max_size=40))
def test_any_text_can_be_read_and_what_is_found_lies_in_it(text: str) -> None:
    for call in calls(text, ";"):
        assert text[call.start : call.stop] == call.name and text[call.end - 1] == ")"
        assert all(call.stop < begin <= end < call.end for begin, end in call.arguments)


def test_a_tables_column_is_no_call_whatever_it_is_named() -> None:
    assert [name for *_, name in names("=SUM(表1[占比(万元)],表1[[#Headers],[完成率(%)]])+占比(1,2)")] == [
        "SUM",
        "占比",
    ]
    assert [name for *_, name in names("=SUM(表1['#序号],表1[6\"管'[旧']])+[1]!完成率(1,2)")] == ["SUM", "完成率"]


@pytest.mark.parametrize(
    ("formula", "unread"),
    [
        ("=完成率(SUM('1月:3月'!F5);E5)", True),
        ("=[2]!OTHER(F5)+完成率(F5;E5)", True),
        ("=[2]!局部+完成率(F5;E5)", True),
        ("=完成率(F5;E5)+Sheet9!A1", True),
        ("=完成率('file:///甲/乙.xlsx'#$Sheet1.A1;E5)", True),
        ('=IF("甲!"="乙!";完成率($\'表 1\'.F5;E5);A1:C3!B2:D4)', False),
        ("=SUM(表1[完成率(%)])+(A1)!B1", False),
    ],
)
def test_what_libreoffice_left_unread_or_asks_of_another_file_is_told(formula: str, unread: bool) -> None:
    assert has_unread(formula) == unread
