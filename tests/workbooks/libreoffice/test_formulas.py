"""LibreOffice's formulas in Excel's notation and back, without LibreOffice."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workbooks.libreoffice.formula_cases import BOTH_WAYS, ONLY_TO_EXCEL, ONLY_TO_LIBREOFFICE, PLAIN
from workbooks.libreoffice.formulas import Grammar


@pytest.mark.parametrize(("own", "excel"), BOTH_WAYS.items(), ids=BOTH_WAYS)
def test_a_formula_is_said_in_the_others_notation(own: str, excel: str) -> None:
    assert PLAIN.to_excel(own) == excel.replace("%20", " ")
    assert PLAIN.from_excel(excel) == own.replace("%20", " ")


@pytest.mark.parametrize(("own", "excel"), ONLY_TO_EXCEL.items(), ids=ONLY_TO_EXCEL)
def test_what_excel_has_no_word_for_is_said_as_near_as_can_be(own: str, excel: str) -> None:
    assert PLAIN.to_excel(own) == excel


@pytest.mark.parametrize(("excel", "own"), ONLY_TO_LIBREOFFICE.items(), ids=ONLY_TO_LIBREOFFICE)
def test_excels_other_ways_of_saying_it_are_understood(excel: str, own: str) -> None:
    assert PLAIN.from_excel(excel) == own


@pytest.mark.parametrize("text", ["", "x", "1", "'=A1;B1", " =A1", "{x;y}", "A1;B1"])
def test_what_is_no_formula_stays(text: str) -> None:
    assert PLAIN.to_excel(text) == PLAIN.from_excel(text) == text


def test_a_name_with_a_dot_is_a_sheets_own_only_where_there_is_such_a_sheet() -> None:
    assert PLAIN.to_excel("=明细表.合计") == "=明细表!合计"
    assert Grammar(";", ";", "|").to_excel("=明细表.合计") == "=明细表.合计"


def test_other_separators_are_those_of_the_grammar() -> None:
    english = Grammar(",", ",", ";")
    assert english.to_excel("=SUM($末.A1,{1,2;3,4})") == "=SUM(末!A1,{1,2;3,4})"
    assert english.from_excel("=SUM(末!A1,{1,2;3,4})") == "=SUM($末.A1,{1,2;3,4})"


CRUMBS = ["$", "'", "''", '"', "!", ".", "#", "#REF!", ":", "~", "{", "}", "(", ")", "[", "]", ";", ",", "|", " ", "\n"]
CRUMBS += [
    "A1",
    "$B$2",
    "1:1",
    "末",
    "明细表",
    "file:///x/y.xlsx",
    "SUM(",
    "TRUE",
    "EDATE(",
    "1E5",
    "@",
    "_xlfn.",
    "\\",
    "/",
]


@given(st.lists(st.sampled_from(CRUMBS) | st.text(max_size=3), max_size=12).map("".join))
@settings(max_examples=1500)
def test_nonsense_raises_nothing_and_loses_no_text(rubbish: str) -> None:
    for text in (rubbish, "=" + rubbish, "{=" + rubbish + "}"):
        for said in (PLAIN.to_excel(text), PLAIN.from_excel(text)):
            assert bool(said) == bool(text)
            texts = re.match(r'="((?:[^"]|"")*)"$', text)
            assert texts is None or said == text
