"""What an argument refers to."""

import pytest

from addin.libreoffice.functions.references import (
    LAST_ROW,
    Area,
    Expression,
    Literal,
    Name,
    areas,
    has_names,
    is_fixed,
    read,
)


@pytest.mark.parametrize(
    ("argument", "meant"),
    [
        ("F5", Area(None, 5, 4, 5, 4, cell=True)),
        ("($F$5)", Area(None, 5, 4, 5, 4, cell=True)),
        ("F5:F5", Area(None, 5, 4, 5, 4)),
        ("$明细.AA5:$明细.AB7", Area("明细", 26, 4, 27, 6)),
        ("'重点 项目''s'.F5", Area("重点 项目's", 5, 4, 5, 4, cell=True)),
        ("F9:E5", Area(None, 4, 4, 5, 8)),
        ("A:B", Area(None, 0, 0, 1, LAST_ROW)),
        ("", Literal(None)),
        ("-1.5E3", Literal(-1500.0)),
        ('"a""b"', Literal('a"b')),
        ("完成率列", Name("完成率列")),
        ("F5*100", Expression(refers=False)),
        ("INDEX(F5:F9;2)", Expression(refers=True)),
        ("IF(A1;F5;F6)", Expression(refers=True)),
        ("F5~F6", Expression(refers=True)),
        ("SUM(F5:F9)", Expression(refers=False)),
    ],
)
def test_an_argument_is_an_area_a_value_a_name_or_an_expression(argument: str, meant: object) -> None:
    assert read(argument) == meant


def test_all_areas_of_a_formula_are_found_but_not_those_in_texts() -> None:
    assert areas('=SUM(A1;$明细.B2:B4)&"C5"&D:D') == [
        Area(None, 3, 0, 3, LAST_ROW),
        Area(None, 0, 0, 0, 0, cell=True),
        Area("明细", 1, 1, 1, 3),
    ]


@pytest.mark.parametrize("formula", ["=T20240101+SUMXMY2(1;2)+LOG10(3)", "=XMB2024", "=XFE1", "=A1048577"])
def test_a_word_that_looks_like_a_cell_is_none(formula: str) -> None:
    assert areas(formula) == []


@pytest.mark.parametrize(
    ("formula", "has"),
    [
        ("=首项-完成率()", True),
        ("=SUM(3:3)", True),
        ("=SUM($甲.A1:$乙.B2)", True),
        ("=表[完成]", True),
        ("=IF(A1>1.5E3;\"首项\";$'表 1'.B2)+DUDAO.FUNCTIONS.LIGHT(C3:C4;TRUE)", False),
        ("=SUM($甲.A1:$甲.B2;D:E)", False),
    ],
)
def test_a_formula_with_names_may_hang_on_more_than_its_areas(formula: str, has: bool) -> None:
    assert has_names(formula) == has


@pytest.mark.parametrize(
    ("content", "fixed"),
    [("$Sheet1.$C$5", True), ("$'表 1'.$C$5:$C$9", True), ("$Sheet1.$F1", False), ("$C$5", False), ("C5", False)],
)
def test_a_name_is_fixed_where_it_means_the_same_cells_everywhere(content: str, fixed: bool) -> None:
    assert is_fixed(content) == fixed


def test_a_sheets_name_with_a_quotation_mark_begins_no_text() -> None:
    assert areas("=完成率($'6\"管'.F9;E9)") == [
        Area('6"管', 5, 8, 5, 8, cell=True),
        Area(None, 4, 8, 4, 8, cell=True),
    ]
