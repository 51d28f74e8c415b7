"""What our own reading of a formula says is what LibreOffice itself says."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.workbooks.libreoffice.formula_cases import BOTH_WAYS, NAMES, SHEETS
from tests.workbooks.libreoffice.formula_judge import NOT_JUDGED, Calc, judged, running, without_texts
from workbooks.libreoffice.uno_words import properties, struct


@pytest.fixture(scope="module")
def calc() -> Iterator[Calc]:
    with running() as office:
        one = Calc(office)
        yield one
        one.close()


NOT_HERE = (
    "[",
    "ORG.",
    "完成率",
    "a.b;",
    ".5",
    "={1",
    "=$明细表.$A$1:$B$3;",
)  # tables, add-ins; numbers are printed anew


NOT_UNDERSTOOD = {
    501,
    *range(507, 513),
    520,
    525,
}  # LibreOffice's error codes for a text that is no formula, or no name


@pytest.mark.parametrize("own", [own for own in BOTH_WAYS if not any(piece in own for piece in NOT_HERE)])
def test_these_are_libreoffices_own_words(calc: Calc, own: str) -> None:
    said = calc.own(own)
    assert said == own.replace("%20", " ")
    if "x.xlsx'#" not in own:  # that workbook isn't there
        assert calc.cell.getError() not in NOT_UNDERSTOOD  # LibreOffice keeps the text of what it can't read, too
    if not NOT_JUDGED.search(without_texts(own)):
        assert judged(calc.grammar.to_excel(said)) == calc.judge.says(calc.cell)


def cells() -> st.SearchStrategy[str]:
    dollar = st.sampled_from(["", "$"])
    column = st.sampled_from(
        ["A", "Z", "AB", "XFC"]
    )  # the last one and `$A1` make rows that the judge prints without the $
    row = st.integers(1, 1048575) | st.integers(1, 9)
    return st.builds(lambda a, c, b, r: f"{a}{c}{b}{r}", dollar, column, dollar, row)


def sheets() -> st.SearchStrategy[str]:
    return st.sampled_from(SHEETS).map(lambda name: "$'" + name.replace("'", "''") + "'.")


def places() -> st.SearchStrategy[str]:
    cell, sheet = cells(), sheets()
    return st.one_of(
        cell,
        st.builds("{}{}".format, sheet, cell),
        st.builds("{}:{}".format, cell, cell),
        st.builds("{}{}:{}".format, sheet, cell, cell),
        st.builds(lambda a, b: f"$明细表.{a}:末.{b}", cell, cell),
        st.builds("{}{}".format, sheet | st.just(""), st.sampled_from(["A:C", "$B:$B", "1:1", "$2:9"])),
        st.sampled_from([*NAMES, "明细表.本表", "'重点 项目'.本表"]),
    )


def formulas() -> st.SearchStrategy[str]:
    number = st.sampled_from(["0", "1", "12.5", "0.5", "1E+100", "100000"])
    text = st.text("ab甲'\"$;,|~!{}.# \n", max_size=6).map(lambda inner: '"' + inner.replace('"', '""') + '"')
    constant = st.sampled_from(["1", "-2", "3.5", '"a;b|"', '"x"', "TRUE", "FALSE"])
    array = st.integers(1, 3).flatmap(
        lambda wide: st.lists(st.lists(constant, min_size=wide, max_size=wide).map(";".join), min_size=1, max_size=3)
    )
    union = st.lists(places(), min_size=2, max_size=3).map("~".join).map("({})".format)
    meeting = st.builds("{}!{}".format, places(), places())
    plain = st.one_of(
        number,
        text,
        places(),
        array.map("|".join).map("{{{}}}".format),
        union,
        meeting,
        st.sampled_from(["TRUE()", "FALSE()", "#N/A", "#DIV/0!", "PI()", "TODAY()"]),
    )
    functions = ["SUM", "IF", "IFERROR", "STDEV.S", "CEILING.XCL", "ZGZ", "FORMULA", "VLOOKUP", "LOG10", "BIN2DEC"]

    def wider(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        blank = st.sampled_from(["", "", "", " ", "\n"])
        return st.one_of(
            st.builds(
                lambda name, given, gap: f"{name}({(';' + gap).join(given)})",
                st.sampled_from(functions),
                st.lists(inner | st.just(""), min_size=1, max_size=4),
                blank,
            ),
            st.builds(
                lambda a, g, o, h, b: f"{a}{g}{o}{h}{b}", inner, blank, st.sampled_from("+-*/^&=<>"), blank, inner
            ),
            st.builds("{}({}){}".format, st.sampled_from(["", "-", "--", "+"]), inner, st.sampled_from(["", "%"])),
        )

    return st.recursive(plain, wider, max_leaves=8).map("={}".format)


@pytest.mark.parametrize(
    ("excel", "value"),
    {
        "=SUM((A1:B2,末!C3))": 115.0,
        "=SUM(A1:B2 B1:C2)": 6.0,
        "=SUM(明细表:末!A1)": 101.0,
        "=SUM({1,2;3,4}*{1;10})": 73.0,
        "=SUM('1a'!A:A,末!1:3,A1:A1048576)": 209.0,
        '=IF(TRUE,EDATE(31,1)-CEILING(4.5,2),"")': 54.0,
        "=RRI(1,1,3)": 2.0,
    }.items(),
)
def test_excels_formulas_calculate(calc: Calc, excel: str, value: float) -> None:
    first, last, other = (calc.document.Sheets.getByName(name) for name in ("明细表", "末", "1a"))
    here = calc.document.Sheets.getByIndex(0)
    here.getCellRangeByName("A1:B2").setDataArray(((1.0, 2.0), (8.0, 4.0)))
    first.getCellRangeByName("A1").setValue(1.0)
    last.getCellRangeByName("A1").setValue(100.0)
    last.getCellRangeByName("C3").setValue(100.0)
    other.getCellRangeByName("A9").setValue(0.0)
    calc.own(calc.grammar.from_excel(excel))
    assert (calc.cell.getError(), calc.cell.getValue()) == (0, value)


@pytest.mark.parametrize("excel", ["=#REF!B5", "=SUM(#REF!B5:C9)", "=1+#REF!"])
def test_a_broken_reference_is_broken_in_libreoffice(calc: Calc, excel: str) -> None:
    calc.own(calc.grammar.from_excel(excel))
    assert calc.cell.getString() == "#REF!"


@given(formulas())
@example("=SUM($'1a'.A1:B2;($'A1'.A1~$'RC'.B2))")
@example("=IF($'a.b'.A1!$末.A:A;\n{1;2|\"x\";TRUE};#N/A)")
@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_any_formula_is_said_as_libreoffice_says_it_and_comes_back(calc: Calc, formula: str) -> None:
    own = calc.own(formula)
    excel = calc.grammar.to_excel(own)
    assert calc.own(calc.grammar.from_excel(excel)) == own
    assert calc.grammar.from_excel(excel) == own
    if not NOT_JUDGED.search(without_texts(own)):
        calc.own(own)
        assert judged(excel) == calc.judge.says(calc.cell)


def test_every_function_is_called_as_excel_calls_it(calc: Calc) -> None:
    mapper = calc.document.createInstance("com.sun.star.sheet.FormulaOpCodeMapper")
    functions = 16  # com.sun.star.sheet.FormulaMapGroup

    def by_code(language: int) -> dict[tuple[int, str], set[str]]:
        found: dict[tuple[int, str], set[str]] = {}
        for entry in mapper.getAvailableMappings(language, functions):
            code = (int(entry.Token.OpCode), str(entry.Token.Data))
            found.setdefault(code, set()).add(entry.Name.removeprefix("_xlfn."))
        return found

    brackets = {entry.Name: entry.Token for entry in mapper.getAvailableMappings(2, 1)}
    english, stored = by_code(2), by_code(5)
    built_in = {name for code, names in stored.items() if code[1] == "None" for name in names}
    own_words = {"CEILING", "FLOOR"}  # they turn into CEILING.MATH, FLOOR.MATH, which LibreOffice has too
    wrong = []
    for entry in mapper.getAvailableMappings(2, functions):
        code = (int(entry.Token.OpCode), str(entry.Token.Data))
        calc.cell.setTokens((entry.Token, brackets["("], brackets[")"]))
        own = str(calc.cell.getFormula())
        name = calc.grammar.to_excel(own).removeprefix("=").removesuffix("()")
        theirs = {one for one in stored[code] if not one.startswith(("ORG.", "COM.SUN."))}
        if not theirs or (code[1] != "None" and theirs & built_in):
            theirs = english[code]  # Excel has none, or has it as another function: LibreOffice's name for people
        if name not in theirs:
            wrong.append((own, name, theirs))
        if own[1:-2] not in own_words and calc.grammar.from_excel(f"={name}()") not in (own, own + "()"):
            wrong.append((own, name, "comes back as", calc.grammar.from_excel(f"={name}()")))
    assert len(english) > 450
    assert wrong == []


@pytest.mark.parametrize(
    ("content", "refers_to"),
    [
        ("$明细表.$A$1:$B$3", "=明细表!$A$1:$B$3"),
        ("$明细表.$A$1:$B$3;$'重点 项目'.$C$1", "=明细表!$A$1:$B$3,'重点 项目'!$C$1"),
        ('"x|y;z"', '="x|y;z"'),
        ("$明细表.$A$1:$C$3!$明细表.$B$2", "=明细表!$A$1:$C$3 明细表!$B$2"),
        ("SUM($明细表.$A:$A)", "=SUM(明细表!$A:$A)"),
        ("$#REF!.$A$1", "=#REF!$A$1"),
    ],
)
def test_a_name_refers_to_the_same_in_both_notations(calc: Calc, content: str, refers_to: str) -> None:
    names = calc.document.NamedRanges
    names.addNewByName("名称_1", calc.grammar.from_excel(refers_to).removeprefix("="), struct("table.CellAddress"), 0)
    try:
        assert names.getByName("名称_1").Content == content
        assert calc.grammar.to_excel("=" + names.getByName("名称_1").Content) == refers_to
    finally:
        names.removeByName("名称_1")


def test_a_name_of_two_blocks_is_two_blocks_in_the_xlsx(calc: Calc, tmp_path: Path) -> None:
    import openpyxl

    names = calc.document.NamedRanges
    content = calc.grammar.from_excel("=明细表!$A$1:$B$3,'重点 项目'!$C$1").removeprefix("=")
    names.addNewByName("两块_1", content, struct("table.CellAddress"), 0)
    path = tmp_path / "names.xlsx"
    calc.document.storeToURL(path.as_uri(), properties(FilterName="Calc MS Excel 2007 XML"))
    names.removeByName("两块_1")
    book = openpyxl.load_workbook(path)
    assert book.defined_names["两块_1"].attr_text == "明细表!$A$1:$B$3,'重点 项目'!$C$1"


LOCALE = "/org.openoffice.Setup/L10N"
SYNTAX = "/org.openoffice.Office.Calc/Formula/Syntax"
SETTINGS: dict[str, list[tuple[str, str, str]]] = {
    "as installed": [],
    "a German computer": [(LOCALE, "ooSetupSystemLocale", "de-DE")],
    "a Chinese computer": [(LOCALE, "ooSetupSystemLocale", "zh-CN")],
    "separators of the user's own": [
        (SYNTAX, "SeparatorArg", "!"),
        (SYNTAX, "SeparatorArrayCol", "^"),
        (SYNTAX, "SeparatorArrayRow", "~"),
    ],
}
SHOWN = {
    "as installed": "=SUM($末.A1,2)*{1,2.5;3,4}",
    "a German computer": "=SUM($末.A1;2)*{1.2,5;3.4}",
    "a Chinese computer": "=SUM($末.A1,2)*{1,2.5;3,4}",
    "separators of the user's own": "=SUM($末.A1!2)*{1^2.5~3^4}",
}


@pytest.mark.parametrize("who", SETTINGS)
def test_the_grammar_is_the_one_in_force_whatever_the_user_has_set(who: str, tmp_path: Path) -> None:
    (tmp_path / "user").mkdir()
    (tmp_path / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        + "".join(
            f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
            for path, name, value in SETTINGS[who]
        )
        + "</oor:items>",
        encoding="utf-8",
    )
    with running(tmp_path) as one:
        calc = Calc(one)
        assert calc.grammar.sheets > {"明细表", "末", "it's"}
        formula = "=SUM(末!A1,2)*{1,2.5;3,4}"
        own = calc.own(calc.grammar.from_excel(formula))
        assert calc.cell.getValue() == 2.0
        assert calc.cell.FormulaLocal == SHOWN[who]  # the setting is in force
        assert calc.grammar.to_excel(own) == formula
        assert own == calc.grammar.from_excel(formula)
        calc.close()
