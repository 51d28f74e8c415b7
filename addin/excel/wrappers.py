"""VBA for the worksheet functions: a wrapper for each, by its English and by its Chinese name, and its help.

A wrapper holds no logic: which function it is, and whether it was called without arguments.
"""

from collections.abc import Iterable

from udfs.catalogue import Argument, Function

_LONGEST_HELP = 255
"""Characters of a description that Excel takes (Application.MacroOptions)."""

_FUNCTIONS = """Option Explicit

' The worksheet functions, by their English names. Generated from udfs/functions.toml.

Private Function Canary() As String
    Canary = "DudaoFunctions"
End Function
"""
_ALIASES = """Option Explicit

' The worksheet functions, by their Chinese names: a module of its own, because a Windows that is not Chinese can't
' read these names, and then only this module is lost. Generated from udfs/functions.toml.

Private Function Canary() As String
    Canary = "DudaoAliases"
End Function
"""
_DESCRIPTIONS = """Option Explicit
Option Private Module

' What the dialog 插入函数 says of our functions and their arguments. Generated from udfs/functions.toml.

Private Const OurCategory As String = "{category}"

Private Function Canary() As String
    Canary = "DudaoDescriptions"
End Function

' Describe all functions, unless Excel refuses the first; whether it took them.
Public Function DescribeFunctions() As Boolean
    On Error GoTo failed
{calls}
    DescribeFunctions = True
failed:
    ThisWorkbook.Saved = True ' a description counts as a change
End Function

' Describe a function under both its names, as this workbook's: the clerk may have macros of such a name. Late bound:
' Excel before 2010 and WPS don't know ArgumentDescriptions.
Private Sub Describe(functionName As String, chineseName As String, help As String, arguments As Variant)
    Dim app As Object, book As String
    Set app = Application
    book = "'" & ThisWorkbook.Name & "'!"
    app.MacroOptions Macro:=book & functionName, Description:=help, Category:=OurCategory, _
        ArgumentDescriptions:=arguments
    On Error Resume Next ' a Windows that is not Chinese has no such name
    app.MacroOptions Macro:=book & chineseName, Description:=help, Category:=OurCategory, _
        ArgumentDescriptions:=arguments
End Sub
"""


def functions_module(functions: Iterable[Function]) -> str:
    """Return the wrappers by English name."""
    return _FUNCTIONS + "".join(map(_wrapper, functions))


def aliases_module(functions: Iterable[Function]) -> str:
    """Return the wrappers by Chinese name, which call those by English name."""
    return _ALIASES + "".join(map(_alias, functions))


def descriptions_module(functions: Iterable[Function]) -> str:
    """Return the help texts; raise ValueError for one that Excel would not take."""
    listed = tuple(functions)
    (category,) = {function.category for function in listed}
    return _DESCRIPTIONS.format(category=category, calls="\n".join(map(_description, listed)))


def _wrapper(function: Function) -> str:
    names = [argument.name for argument in function.arguments]
    gap = " " if len(names) < 5 else " _\n            "
    percentages = [str(at) for at, argument in enumerate(function.arguments) if argument.kind == "percent"]
    which = f", Array({', '.join(percentages)})" if percentages else ""
    calculated = f'{function.name} = Calculated("{function.name}",{gap}Array({", ".join(names)}){which})'
    body = [f"    {calculated}"]
    if function.own_row:
        missing = [f"IsMissing({name})" for name in names]
        tests = [" And ".join(missing[at : at + 3]) for at in range(0, len(missing), 3)]
        body = [
            "    If " + " _\n        And ".join(tests) + " Then",
            f'        {function.name} = OfOwnRow("{function.name}")',
            "    Else",
            f"        {calculated}",
            "    End If",
        ]
    return _procedure(function.name, names, function.help, body)


def _alias(function: Function) -> str:
    titles = [argument.title for argument in function.arguments]
    call = f"    {function.alias} = {function.name}({', '.join(titles)})"
    return _procedure(function.alias, titles, function.help, [call])


def _procedure(name: str, arguments: list[str], help: str, body: list[str]) -> str:
    if name.casefold() in (argument.casefold() for argument in arguments):
        raise ValueError(f"{name}: an argument can't bear its function's name")
    # All optional: what is missing is Python's to say, in Chinese, where Excel would only refuse the formula.
    given = [f"Optional {argument} As Variant" for argument in arguments]
    return "\n".join(
        [
            "",
            *_signature(f"Public Function {name}(", given, ") As Variant"),
            f"Attribute {name}.VB_Description = {_quoted(help)}",
            f'Attribute {name}.VB_ProcData.VB_Invoke_Func = " \\n14"',
            *body,
            "End Function",
            "",
        ]
    )


def _signature(opening: str, arguments: list[str], closing: str) -> list[str]:
    """Return the lines of a signature, two arguments a line where there are many."""
    pairs = [", ".join(arguments[at : at + 2]) for at in range(0, len(arguments), 2)]
    if len(pairs) < 2:
        return [opening + "".join(pairs) + closing]
    return [f"{opening} _", *(f"        {pair}, _" for pair in pairs[:-1]), f"        {pairs[-1]}{closing}"]


def _description(function: Function) -> str:
    helps = [_argument_help(argument) for argument in function.arguments]
    for text in (function.help, *helps):
        if len(text) > _LONGEST_HELP:
            raise ValueError(f"{function.name}: {len(text)} characters of help are more than Excel's {_LONGEST_HELP}")
    arguments = ", _\n            ".join(map(_quoted, helps))
    return (
        f'    Describe "{function.name}", "{function.alias}", _\n'
        f"        {_quoted(function.help)}, _\n"
        f"        Array({arguments})"
    )


def _argument_help(argument: Argument) -> str:
    return argument.help if argument.help.startswith(argument.title) else f"{argument.title}：{argument.help}"


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
