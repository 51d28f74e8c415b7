"""A module's text as it is stored, and what can't be."""

from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addin.excel.vba.source import Module, stored_text


def code_of(source: str) -> str:
    """Return the stored text of a standard module without its attribute."""
    text = stored_text(Module("Wires", "standard", source)).decode("cp936")
    name, code = text.split("\r\n", 1)
    assert name == 'Attribute VB_Name = "Wires"'
    return code


def refused(source: str) -> str:
    with pytest.raises(ValueError) as caught:
        stored_text(Module("Wires", "standard", source))
    return str(caught.value)


@pytest.mark.parametrize("source", ["Dim a\nDim b\n", "Dim a\r\nDim b\r\n", "Dim a\rDim b", "Dim a\nDim b"], ids=repr)
def test_every_line_ends_as_windows_ends_lines(source: str) -> None:
    assert code_of(source) == "Dim a\r\nDim b\r\n"


def test_a_module_without_code_has_attributes_alone() -> None:
    assert code_of("") == ""


def test_blank_lines_stay() -> None:
    assert code_of("\n\nDim a\n\n\nDim b\n\n") == "\r\n\r\nDim a\r\n\r\n\r\nDim b\r\n\r\n"


def test_a_procedure_s_own_attributes_stay() -> None:
    source = 'Function F()\r\nAttribute F.VB_Description = "说明"\r\nEnd Function\r\n'
    assert code_of(source) == source


@given(st.text(st.characters(codec="gbk", exclude_categories=["Cc"]), max_size=400))
def test_any_text_of_the_code_page_stays_what_it_is(comment: str) -> None:
    assert code_of(f"'{comment}") == f"'{comment}\r\n"


@pytest.mark.parametrize(
    ("kind", "name", "base", "shown"),
    [
        ("document", "ThisWorkbook", "00020819-0000-0000-C000-000000000046", "True"),
        ("document", "Sheet1", "00020820-0000-0000-C000-000000000046", "True"),
        ("class", "Tally", "FCFB3D2A-A0FA-1068-A738-08002B3371B5", "False"),
    ],
)
def test_documents_and_classes_have_the_attributes_that_excel_writes(
    kind: Literal["document", "class"], name: str, base: str, shown: str
) -> None:
    assert stored_text(Module(name, kind, "")).decode().splitlines() == [
        f'Attribute VB_Name = "{name}"',
        f'Attribute VB_Base = "0{{{base}}}"',
        "Attribute VB_GlobalNameSpace = False",
        "Attribute VB_Creatable = False",
        f"Attribute VB_PredeclaredId = {shown}",
        f"Attribute VB_Exposed = {shown}",
        "Attribute VB_TemplateDerived = False",
        f"Attribute VB_Customizable = {shown}",
    ]


@pytest.mark.parametrize("character", ["€", "©", "😀", "ñ", "\u2028", "\xa0", "\ufeff"], ids=ascii)
def test_a_character_outside_the_code_page_stops_the_build_and_is_found(character: str) -> None:
    fault = f"{character!r} is no character of code page 936"
    assert refused(f"Dim a\n\n' {character}\n") == f"module Wires, line 3: {fault}"


@pytest.mark.parametrize("character", ["\0", "\x0b", "\x0c", "\x1a", "\x7f"], ids=ascii)
def test_a_control_character_stops_the_build(character: str) -> None:
    assert refused(f"Dim a{character}") == f"module Wires, line 1: {character!r} is no character of a text"


def test_a_tab_is_welcome() -> None:
    assert code_of("\tDim a") == "\tDim a\r\n"


def test_a_line_holds_1023_bytes_and_a_chinese_character_takes_two() -> None:
    assert code_of("'" + "x" * 1022) and code_of("'" + "率" * 511)
    assert refused("'" + "x" * 1023) == "module Wires, line 1: 1024 bytes are more than a line's 1023"
    assert refused("\n'" + "率" * 512) == "module Wires, line 2: 1025 bytes are more than a line's 1023"


def test_a_statement_is_continued_on_at_most_24_lines() -> None:
    most = "F _\n" * 24 + "1\n"
    fault = "a statement is continued on at most 24 lines"
    assert code_of(most * 2)
    assert refused(most + "F\t_ \n" * 25 + "1\n") == f"module Wires, line 50: {fault}"


@pytest.mark.parametrize("line", ['Attribute VB_Name = "Other"', "  attribute VB_EXPOSED = True"])
def test_the_attributes_on_top_are_not_the_caller_s(line: str) -> None:
    assert refused(line).startswith("module Wires, line 1: the module's own attributes")


@pytest.mark.parametrize("name", ["", "_A", "1A", "A-B", "A B", "督导", "A" * 32, "A\n", "Ａ"], ids=repr)
def test_a_name_that_vba_does_not_take_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="is no name of"):
        stored_text(Module(name, "standard", ""))
