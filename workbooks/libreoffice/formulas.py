"""LibreOffice's formula texts ↔ Excel's, without asking LibreOffice: 15,000 formulas take a fraction of a second.

LibreOffice's are those of its API (`XCell.getFormula`, `XFormulaArray.getFormulaArray`, `XNamedRange.getContent`):
English names, `=SUM($明细表.A1:B2;'重点 项目'.C3)`, `~` between the parts of a union, `!` where blocks meet,
`{1;2|3;4}`. Excel's are `Range.Formula`: `=SUM(明细表!A1:B2,'重点 项目'!C3)`, a comma, a space, `{1,2;3,4}`.

Both are read as words (strings, references, names, signs); each word is said in the other's notation, and what is no
word of the notation stays as it is. What Excel can't say is lost on the way: a sheet without `$` (relative in
LibreOffice), and which row or column of a broken reference is left. A union among a function's arguments without
brackets of its own stays `~`: with a comma it would be two arguments. `TRUE()` is `TRUE`, as people write it in Excel.
"""

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from workbooks.libreoffice.formula_words import EXCEL, LIBREOFFICE
from workbooks.libreoffice.notation import (
    brackets_for_excel,
    brackets_for_libreoffice,
    file_for_excel,
    file_for_libreoffice,
    quoted,
    sheet_for_excel,
    sheet_for_libreoffice,
    sheets_for_excel,
    unquoted,
)

_LONG_NAME = "COM.SUN.STAR.SHEET.ADDIN.ANALYSIS.GET"

_OPERANDS = frozenset({"cell", "file", "file_word", "keep", "reference", "broken", "local", "table", "rows", "word"})
_BEGINNINGS = _OPERANDS | {"function"}


@dataclass(frozen=True)
class Grammar:
    """The signs of one LibreOffice's formula texts, and the sheets that its formulas can speak of.

    `argument` stands between arguments, `array_column` and `array_row` in `{1;2|3;4}` between columns and rows.
    `sheets` (case-folded) tells a sheet's own name, `明细表.合计`, from a name with a dot in it; in doubt the latter.
    """

    argument: str
    array_column: str
    array_row: str
    sheets: frozenset[str] = frozenset()

    def to_excel(self, text: str) -> str:
        """Return LibreOffice's formula as Excel writes it; an array formula `{=…}` without its braces, as Excel does.

        A text that is no formula comes back as it is. Never raises.
        """
        if text.startswith("{=") and text.endswith("}"):
            text = text[1:-1]
        return _to_excel(self, text) if text.startswith("=") else text

    def from_excel(self, text: str) -> str:
        """Return Excel's formula as LibreOffice's API takes it and hands it back; a text that is no formula as it is.

        Never raises.
        """
        return _from_excel(self, text) if text.startswith("=") else text


def grammar_of(document: Any) -> Grammar:
    """Return the grammar of the formulas of an open spreadsheet document (com.sun.star.sheet.SpreadsheetDocument).

    The signs are those of LibreOffice's English names; tried: the separators that a user sets and the locale change
    what the formula bar shows (`FormulaLocal`), never what the API takes and gives.
    """
    mapper = document.createInstance("com.sun.star.sheet.FormulaOpCodeMapper")
    english, separators, array_separators = 2, 1, 2  # com.sun.star.sheet.FormulaLanguage, FormulaMapGroup

    def signs(group: int) -> list[str]:  # in the order of their codes: ( ) ; and { } | ;
        entries = mapper.getAvailableMappings(english, group)
        return [entry.Name for entry in sorted(entries, key=lambda entry: int(entry.Token.OpCode))]

    _, _, argument = signs(separators)
    _, _, row, column = signs(array_separators)
    return Grammar(argument, column, row, frozenset(name.casefold() for name in document.Sheets.ElementNames))


@cache
def _functions() -> tuple[dict[str, str], dict[str, str]]:
    """Return the functions that differ: LibreOffice's names → Excel's, Excel's → LibreOffice's; all in capitals."""
    table = tomllib.loads(files(__package__).joinpath("functions.toml").read_text("utf-8"))
    both = (
        table["renamed"] | {_LONG_NAME + name: name for name in table["addins"]["analysis"]} | table["addins"]["other"]
    )
    return both | table["one_way"], {excel: own for own, excel in both.items()}


def _renamed(function: str, names: dict[str, str]) -> str:
    return names.get(function.upper(), function)


class _Brackets(list[str]):
    """What is open where the word at hand stands: `(` of its own, `f(` of a function, `{` of an array."""

    @property
    def inner(self) -> str:
        return self[-1] if self else ""

    def see(self, sign: str) -> None:
        if sign in ("(", "{"):
            self.append(sign)
        elif sign in (")", "}") and self:
            self.pop()


@lru_cache(1 << 16)
def _to_excel(grammar: Grammar, text: str) -> str:
    said = ["="]
    brackets = _Brackets()
    names, _ = _functions()
    for word in LIBREOFFICE.finditer(text, 1):
        kind, own = word.lastgroup, word.group()
        if kind == "sign":
            said.append(_sign_for_excel(own, brackets.inner, grammar))
            brackets.see(own)
        elif own[-1] == "(":
            said.append(_renamed(own[:-1], names) + "(")
            brackets.append("f(")
        elif kind == "boolean":
            said.append(own[:-2])
        elif kind in _FOR_EXCEL:
            said.append(_FOR_EXCEL[kind](word, grammar))
        else:
            said.append(own)
    return "".join(said)


def _sign_for_excel(sign: str, inner: str, grammar: Grammar) -> str:
    if inner == "{":
        return {grammar.array_column: ",", grammar.array_row: ";"}.get(sign, sign)
    if sign == grammar.argument:
        return ","
    if sign == "~":
        return sign if inner == "f(" else ","
    return " " if sign == "!" else sign


def _file_for_excel(word: re.Match[str], _: Grammar) -> str:
    where = file_for_excel(unquoted(f"'{word['address']}'"))
    if where is None:
        return word.group()
    folder, file = where
    if word["file_name"]:
        return f"{quoted(folder + file)}!{word['file_name']}"
    sheet = unquoted(word["file_sheet"])
    return f"{quoted(f'{folder}[{file}]{sheet}')}!{word['file_area']}"


def _reference_for_excel(word: re.Match[str], _: Grammar) -> str:
    first, to, last = word["first"] or word["lines"], word["to"], word["last"]
    sheet = unquoted(word["sheet"].removeprefix("$")[:-1])
    if sheet.upper() == "#REF!":
        return f"#REF!{first}:{last}" if last else f"#REF!{first}"
    if "#REF!" in first or "#REF!" in (last or ""):
        return f"{sheet_for_excel(sheet)}!#REF!"
    if not to:
        return f"{sheet_for_excel(sheet)}!{first}" + (f":{last}" if last else "")
    other = unquoted(to.removeprefix("$")[:-1])
    if other.upper() == "#REF!":
        return word.group()
    if other == sheet:
        return f"{sheet_for_excel(sheet)}!{first}:{sheet_for_excel(sheet)}!{last}"
    # LibreOffice reads Excel's 一月:三月!A1 as $一月.A1:$三月.A1, and 一月:三月!A1:A1 as $一月.A1:三月.A1
    one_cell = last == first and to.startswith("$")
    return f"{sheets_for_excel(sheet, other)}!{first}" + ("" if one_cell else f":{last}")


def _local_for_excel(word: re.Match[str], grammar: Grammar) -> str:
    sheet = unquoted(word["its_sheet"])
    if word["its_sheet"].startswith("'") or sheet.casefold() in grammar.sheets:
        return f"{sheet_for_excel(sheet)}!{word['its_name']}"
    return word.group()


_FOR_EXCEL: dict[str | None, Callable[[re.Match[str], Grammar], str]] = {
    "file": _file_for_excel,
    "reference": _reference_for_excel,
    "broken": lambda word, grammar: "#REF!",
    "local": _local_for_excel,
    "table": lambda word, grammar: word["its_table"] + brackets_for_excel(word["brackets"], grammar.argument),
}


@lru_cache(1 << 16)
def _from_excel(grammar: Grammar, text: str) -> str:
    said = ["="]
    brackets = _Brackets()
    _, names = _functions()
    operand = False  # the last word can stand before a space that means: where the blocks meet
    blank = -1  # where in `said` the space after it is
    for word in EXCEL.finditer(text, 1):
        kind, own = word.lastgroup, word.group()
        if kind == "space":
            blank = len(said) if operand else -1
            said.append(own)
            continue
        if blank >= 0 and (kind in _BEGINNINGS or own == "("):
            said[blank] = "!" + said[blank][1:]
        blank = -1
        operand = kind in _OPERANDS or own == ")"
        if kind == "sign":
            said.append(_sign_from_excel(own, brackets.inner, grammar))
            brackets.see(own)
        elif own[-1] == "(":
            said.append(_renamed(own[:-1], names) + "(")
            brackets.append("f(")
        elif kind == "boolean":
            said.append(own if brackets.inner == "{" else f"{own.upper()}()")
        elif kind in _FROM_EXCEL:
            said.append(_FROM_EXCEL[kind](word, grammar))
        else:
            said.append(own)
    return "".join(said)


def _sign_from_excel(sign: str, inner: str, grammar: Grammar) -> str:
    if inner == "{":
        return {",": grammar.array_column, ";": grammar.array_row}.get(sign, sign)
    if sign == ",":
        return "~" if inner == "(" else grammar.argument
    return sign


def _file_from_excel(word: re.Match[str], _: Grammar) -> str:
    address = file_for_libreoffice(unquoted(f"'{word['folder']}{word['book']}'"))
    sheet = sheet_for_libreoffice(unquoted(f"'{word['file_sheet']}'"))
    return f"{quoted(address)}#${sheet}.{word['file_area']}" if address else word.group()


def _file_name_from_excel(word: re.Match[str], _: Grammar) -> str:
    address = file_for_libreoffice(unquoted(f"'{word['path']}'"))
    return f"{quoted(address)}#{word['file_name']}" if address else word.group()


def _reference_from_excel(word: re.Match[str], _: Grammar) -> str:
    sheet, area = unquoted(word["sheet"]), word["area"]
    first_sheet, between, last_sheet = sheet.partition(":")
    if not between:
        return f"${sheet_for_libreoffice(sheet)}.{area}"
    first, block, last = area.partition(":")
    return f"${sheet_for_libreoffice(first_sheet)}.{first}:" + (
        f"{sheet_for_libreoffice(last_sheet)}.{last}" if block else f"${sheet_for_libreoffice(last_sheet)}.{first}"
    )


def _local_from_excel(word: re.Match[str], _: Grammar) -> str:
    return f"{sheet_for_libreoffice(unquoted(word['its_sheet']))}.{word['its_name']}"


_FROM_EXCEL: dict[str | None, Callable[[re.Match[str], Grammar], str]] = {
    "file": _file_from_excel,
    "file_word": _file_name_from_excel,
    "reference": _reference_from_excel,
    "broken": lambda word, grammar: f"$#REF!.{word['left']}",
    "local": _local_from_excel,
    "table": lambda word, grammar: word["its_table"] + brackets_for_libreoffice(word["brackets"], grammar.argument),
}
