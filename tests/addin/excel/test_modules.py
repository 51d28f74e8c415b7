"""The add-in's VBA as text: what every module has, and what none may need."""

import re
from dataclasses import replace

import pytest

from addin.excel.modules import modules
from addin.excel.vba import Module
from addin.excel.wrappers import aliases_module, descriptions_module, functions_module
from addin.ribbon import declared
from tests.addin.excel.desk import Desk
from udfs.catalogue import Argument, Function, functions

# MS-VBAL 3.3.5.2: reserved identifiers.
KEYWORDS = frozenset(
    re.findall(
        r"\w+",
        """abs and any array as attribute boolean byref byte byval call case cbool cbyte ccur cdate cdbl
        cdecl cint circle clng close const csng cstr currency cvar cverr date debug decimal declare defbool
        dim do doevents double each else elseif empty end endif enum eqv erase error event exit false fix
        for friend function get global gosub goto if imp implements in inputb int integer is lbound len lenb
        let like line linput lock long loop lset me mod new next not nothing null on open option optional or
        paramarray preserve print private property pset public put raiseevent redim rem resume return rset
        scale seek select set sgn shared single spc static step stop string sub tab then time to true type
        typeof ubound unlock until variant wend while width with withevents write xor""",
    )
)

MODULES = modules(declared())
SOURCES = {module.name: module.source for module in MODULES}
FORMULAS = {"DudaoFunctions", "DudaoAliases"}  # what the dialog 插入函数 lists

module_by_module = pytest.mark.parametrize("module", MODULES, ids=lambda module: module.name)


@module_by_module
def test_every_variable_must_be_declared(module: Module) -> None:
    assert module.source.startswith("Option Explicit\n")


@module_by_module
def test_every_module_has_a_canary_that_no_cell_sees(module: Module) -> None:
    assert f'\nPrivate Function Canary() As String\n    Canary = "{module.name}"\nEnd Function\n' in module.source


@module_by_module
def test_every_module_says_what_it_is_for(module: Module) -> None:
    assert re.search(r"^Option .*\n(Option .*\n)?\n' \S", module.source)


@module_by_module
def test_no_type_and_no_constant_of_office_is_needed(module: Module) -> None:
    """The project refers to no Office library, whose version may differ, and WPS has its own."""
    assert not re.search(r"\b(mso|xl)[A-Z]\w+|IRibbon\w+|\bAs (MsoT|Office\.)\w*|\bReference\b", module.source)


@module_by_module
def test_only_worksheet_functions_are_seen_by_excels_dialog_of_functions(module: Module) -> None:
    if module.kind == "standard" and re.search(r"^Public Function", module.source, re.MULTILINE):
        assert ("Option Private Module" in module.source) == (module.name not in FORMULAS)


def test_public_names_are_told_apart_in_the_whole_project() -> None:
    names = re.findall(r"^Public (?:Sub|Function|Const) (\w+)", "\n".join(SOURCES.values()), re.MULTILINE)
    lower = [name.lower() for name in [*names, *SOURCES]]
    assert len(lower) == len(set(lower))


def test_events_are_handled_by_the_names_that_excel_calls() -> None:
    assert "Private Sub Workbook_Open()" in SOURCES["ThisWorkbook"]
    for event in ("WorkbookOpen", "WorkbookActivate"):
        assert f"Private Sub excelApp_{event}(ByVal Wb As Workbook)" in SOURCES["DudaoWatch"]
    assert "Private WithEvents excelApp As Application" in SOURCES["DudaoWatch"]


@module_by_module
def test_nothing_is_named_by_a_word_of_the_language(module: Module) -> None:
    headings = re.findall(r"^ *(?:Public |Private )?(?:Sub|Function) (\w+)\(([^)]*)\)", module.source, re.MULTILINE)
    declared = re.findall(r"^ *(?:Dim|ReDim|Private|Public|Const) (.*)$", module.source, re.MULTILINE)
    typed = re.findall(r"(\w+)(?:\(\))? As ", "\n".join([*declared, *(arguments for _, arguments in headings)]))
    assert not {name.lower() for name in [*typed, *(name for name, _ in headings)]} & KEYWORDS


class TestFunctions:
    @pytest.mark.parametrize("function", functions(), ids=lambda function: function.name)
    def test_a_function_stands_there_by_both_names_with_its_help_and_its_arguments(self, function: Function) -> None:
        by_name = {
            function.name: ("DudaoFunctions", [argument.name for argument in function.arguments]),
            function.alias: ("DudaoAliases", [argument.title for argument in function.arguments]),
        }
        for name, (module, arguments) in by_name.items():
            text = SOURCES[module]
            opening = re.escape(f"Public Function {name}(")
            [given] = re.findall(rf"^{opening}([^)]*)\) As Variant$", text, re.MULTILINE)
            assert re.findall(r"Optional (\w+) As Variant", given) == arguments
            quoted = function.help.replace('"', '""')
            assert (
                f'\nAttribute {name}.VB_Description = "{quoted}"\n'
                f'Attribute {name}.VB_ProcData.VB_Invoke_Func = " \\n14"\n'
            ) in text

    def test_no_argument_is_a_word_of_the_language(self) -> None:
        names = {argument.name for function in functions() for argument in function.arguments}
        assert not {name.lower() for name in names} & KEYWORDS

    def test_a_function_with_an_argument_of_its_own_name_is_refused(self) -> None:
        function = functions()[0]
        arguments = (replace(function.arguments[0], name=function.name.lower(), title=function.alias),)
        with pytest.raises(ValueError, match=function.name):
            functions_module([replace(function, arguments=arguments)])
        with pytest.raises(ValueError, match=function.alias):
            aliases_module([replace(function, arguments=arguments)])

    def test_help_longer_than_excel_takes_is_refused(self) -> None:
        function = functions()[0]
        descriptions_module([replace(function, help="长" * 255)])
        with pytest.raises(ValueError, match="256"):
            descriptions_module([replace(function, help="长" * 256)])
        long = Argument("done", "完成投资", "长" * 251, function.arguments[0].kind)
        with pytest.raises(ValueError, match="256"):
            descriptions_module([replace(function, arguments=(long,))])


class TestDescriptions:
    def test_the_dialog_gets_category_help_and_a_line_an_argument_for_both_names(self) -> None:
        desk = Desk()
        assert desk.run("DescribeFunctions") is True
        assert len(desk.excel.described) == 2 * len(functions())
        for function in functions():
            for name in (function.name, function.alias):
                help, category, arguments = desk.excel.described[f"'dudao.xlam'!{name}"]
                assert (help, category) == (function.help, "项目督导")
                for text, argument in zip(arguments, function.arguments, strict=True):
                    assert str(text).startswith(argument.title)
                    assert argument.help in str(text)

    def test_excels_refusal_is_no_error(self) -> None:
        desk = Desk()
        desk.excel.describes = False
        assert desk.run("DescribeFunctions") is False

    def test_help_of_functions_is_tried_again_when_a_workbook_comes_to_front(self) -> None:
        desk = Desk()
        desk.excel.describes = False
        desk.run("ThisWorkbook.Workbook_Open")
        assert not desk.excel.described
        desk.excel.describes = True
        desk.raise_event("WorkbookActivate", desk.book)
        assert desk.excel.described
