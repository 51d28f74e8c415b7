"""Formulas between LibreOffice and workbooks for Excel, as texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addin.libreoffice.functions.identity import stored_names
from addin.libreoffice.functions.travelling import may_arrive, to_excel, to_libreoffice

STAYS = [
    '=IF(1;"完成率(";2)',
    "='完成率(1)'.A1",
    "=其他.xlam!完成率(1)",
    "=my_completion_rate(3)",
    "=完成率",
    "=SUM(A1:B2)",
    "=_xlfn.CONCAT(1)",
]
BARE = st.sampled_from([*stored_names()])
PLAIN = st.one_of(
    st.sampled_from(
        ["F5", "$明细.A1:B2", "'完成率(1)'.C3", '"亮灯(）"', '"a""完成率("', "1.5", "", "{1;2|3;4}", "TRUE()"]
    ),
    st.integers(0, 99).map(str),
)


def _call(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    arguments = st.lists(inner, max_size=4).map(";".join)
    return st.tuples(st.one_of(BARE, st.sampled_from(["SUM", "IF"])), arguments).map(
        lambda both: f"{both[0]}({both[1]})"
    )


FORMULAS = st.recursive(PLAIN, _call, max_leaves=12).map("={}".format)


@pytest.mark.parametrize(
    "before",
    ["", "[1]!", "[12]!", "'C:\\资料\\dudao.xlam'!", "'/home/x/dudao.xlam'!", "dudao.xlam!", "_xludf.", "_xlfn."],
)
def test_a_function_comes_alive_from_wherever_excel_says_that_it_comes(before: str) -> None:
    assert to_libreoffice(f"=1+{before}完成率(F5;E5)") == "=1+DUDAO.FUNCTIONS.COMPLETION_RATE_ZH(F5;E5)"
    assert to_libreoffice(f"=-{before}completion_rate(F5)") == "=-DUDAO.FUNCTIONS.COMPLETION_RATE(F5)"


@pytest.mark.parametrize("formula", STAYS)
def test_what_is_none_of_our_functions_stays(formula: str) -> None:
    assert to_libreoffice(formula) == formula
    assert to_excel(formula) == formula


def test_excel_gets_the_name_that_the_clerk_wrote() -> None:
    assert (
        to_excel("=IF(DUDAO.FUNCTIONS.SHARE_ZH(A1;B1)>5,DUDAO.FUNCTIONS.SHARE(A1),0)")
        == "=IF(占比(A1;B1)>5,SHARE(A1),0)"
    )
    assert to_excel("DUDAO.FUNCTIONS.NEWER(1)") == "DUDAO.FUNCTIONS.NEWER(1)"
    assert to_excel('"DUDAO.FUNCTIONS.SHARE("&A1') == '"DUDAO.FUNCTIONS.SHARE("&A1'


@given(FORMULAS)
def test_there_and_back_is_the_very_formula(formula: str) -> None:
    assert to_excel(to_libreoffice(formula)) == formula


@given(FORMULAS)
def test_a_formula_that_has_arrived_stays(formula: str) -> None:
    arrived = to_libreoffice(formula)
    assert to_libreoffice(arrived) == arrived


@given(FORMULAS)
def test_what_is_passed_over_quickly_holds_nothing_of_ours(formula: str) -> None:
    assert may_arrive(formula) or to_libreoffice(formula) == formula


@given(st.text(max_size=60))
def test_any_text_travels_without_failing(text: str) -> None:
    to_excel(to_libreoffice(text))


def test_what_the_workbook_itself_calls_so_stays_its_own() -> None:
    own = {"占比"}
    assert to_libreoffice("=占比(F5,E5)", own) == "=占比(F5,E5)"
    assert to_libreoffice("=[1]!占比(F5,E5)+_xludf.占比(1,2)", own).count("SHARE_ZH") == 2
    assert to_libreoffice("=[0]!SHARE(F5,E5)") == "=[0]!SHARE(F5,E5)"


def test_a_link_by_number_is_ours_unless_it_leads_elsewhere() -> None:
    links = {1: "dudao.xlam", 2: "other.xlam"}
    assert to_libreoffice("=[1]!SHARE(F5,E5)", (), links) == "=DUDAO.FUNCTIONS.SHARE(F5,E5)"
    assert to_libreoffice("=[2]!SHARE(F5,E5)", (), links) == "=[2]!SHARE(F5,E5)"
    assert to_libreoffice("=[3]!SHARE(F5,E5)", (), links) == "=DUDAO.FUNCTIONS.SHARE(F5,E5)"
