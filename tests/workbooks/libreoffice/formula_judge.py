"""LibreOffice as the judge of formulas: its FormulaParser prints a cell's tokens in Excel's A1 notation.

FormulaConvention XL_A1, with the names and signs that LibreOffice writes into .xlsx. Where it is no judge: `judged`,
`NOT_JUDGED`.
"""

import re
import shutil
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest

from tests.workbooks.libreoffice.formula_cases import NAMES, SHEETS
from workbooks.libreoffice.formulas import grammar_of
from workbooks.libreoffice.office import NoOffice, Office, started
from workbooks.libreoffice.uno_words import NoUno, properties, struct

NOT_JUDGED = re.compile(
    r"#|\[|'file:|'http|\{[^}]*(?:TRUE|FALSE)"
)  # errors, tables, other workbooks: the parser has no words


def judged(text: str) -> str:
    """Return a formula without what LibreOffice's words for .xlsx and Excel's in a cell differ in.

    Quotes around sheets (LibreOffice leaves out some that Excel needs), `_xlfn.`, `TRUE()`, the sheet said twice,
    one cell through several sheets, and the sign of a union, which LibreOffice 7.4 leaves in its own words.
    """
    pieces = re.split(r'("(?:[^"]|"")*")', text)
    for at in range(0, len(pieces), 2):
        piece = re.sub(r"'((?:[^']|'')+)'!", r"\1!", pieces[at]).replace("_xlfn.", "")
        piece = re.sub(r"\b(TRUE|FALSE)\(\)", r"\1", piece)
        piece = re.sub(r"([^-+*/^&=<>(),;:~ {}]+!)([$A-Z\d]+):\1", r"\1\2:", piece)
        piece = re.sub(r"!(\$?[A-Z]+\$?\d+):\1(?![\d:])", r"!\1", piece)
        pieces[at] = piece.replace("~", ",")
    return "".join(pieces)


def without_texts(formula: str) -> str:
    return re.sub(r'"(?:[^"]|"")*"', "", formula)


class Calc:
    """An open workbook with our sheets, and a cell to try formulas in."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.document = office.desktop.loadComponentFromURL(
            "private:factory/scalc", "_blank", 0, properties(Hidden=True)
        )
        for name in SHEETS:
            self.document.Sheets.insertNewByName(name, self.document.Sheets.Count)
        for name in NAMES:
            self.document.NamedRanges.addNewByName(name, "$明细表.$A$1:$B$3", struct("table.CellAddress"), 0)
        for name in ("明细表", "重点 项目"):
            own = self.document.Sheets.getByName(name).NamedRanges
            own.addNewByName("本表", "$明细表.$A$1", struct("table.CellAddress"), 0)
        self.cell = self.document.Sheets.getByIndex(0).getCellByPosition(40, 40)
        self.grammar = grammar_of(self.document)
        self.judge = Judge(self.document)

    def own(self, formula: str) -> str:
        """Return the formula as LibreOffice hands it back once it stands in a cell."""
        self.cell.setFormula(formula)
        return str(self.cell.getFormula())

    def close(self) -> None:
        self.document.close(True)


class Judge:
    """LibreOffice's own words for Excel, of the formulas of one workbook."""

    def __init__(self, document: Any) -> None:
        mapper = document.createInstance("com.sun.star.sheet.FormulaOpCodeMapper")
        names = mapper.getAvailableMappings(5, 0x1F)  # FormulaLanguage.OOXML, all groups
        self.parser = document.createInstance("com.sun.star.sheet.FormulaParser")
        self.parser.FormulaConvention = 1  # XL_A1
        self.parser.CompileEnglish = True
        self.parser.OpCodeMap = tuple(entry for entry in names if not entry.Name.startswith("COM.SUN."))

    def says(self, cell: Any) -> str:
        return judged("=" + str(self.parser.printFormula(cell.getTokens(), cell.getCellAddress())))


def running(profile: Path | None = None) -> AbstractContextManager[Office]:
    """Start a LibreOffice of our own; skip the test loudly where that can't be."""
    if shutil.which("soffice") is None:
        pytest.skip("NOT TESTED: soffice is missing (Debian: apt-get install libreoffice-calc python3-uno)")
    try:
        struct("table.CellAddress")
    except (NoUno, NoOffice) as error:
        pytest.skip(f"NOT TESTED: {error}")
    return started(profile=profile)
