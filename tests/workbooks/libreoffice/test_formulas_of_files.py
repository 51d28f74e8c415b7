"""Formulas of workbooks that others wrote: what LibreOffice hands over, in Excel's notation, is what the file has."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.workbooks.libreoffice.formula_cases import BOTH_WAYS, NAMES, SHEETS
from tests.workbooks.libreoffice.formula_judge import NOT_JUDGED, Judge, judged, running, without_texts
from workbooks.libreoffice.formulas import grammar_of
from workbooks.libreoffice.office import Office
from workbooks.libreoffice.uno_words import properties

CORPUS = Path(__file__).parents[4] / "shared" / "corpus"


@pytest.fixture(scope="module")
def office() -> Iterator[Office]:
    with running() as one:
        yield one


IN_FILES = [
    *(
        excel
        for own, excel in BOTH_WAYS.items()
        if not any(piece in own for piece in ("'file:", "'http", "#REF!.", "ORG."))
    ),
    "=a.b+末!A1",
    "=COUNTA({1,#N/A;TRUE,FALSE})",
    "=SUM(表1[[总投资]:[进度,x]],表1[[#Headers],[#Data],[总投资]])",
]
MISREAD_BY_LIBREOFFICE = {  # by 7.4, when it opens an .xlsx; the texts are right
    "=SUM('明细表:重点 项目'!A1:B2)",
    "=ROWS(表1[#All])",
    "=1.5E-020+.5",  # prints 0.5
    '=[1]!SomeAddin("a",1)',  # an unknown name in small letters
    "=SUM(A1:B2~C3)",
    "=明细表!$A$1:$B$3,'重点 项目'!$C$1",
}
NEWER = {"STDEV.S", "RRI", "PDURATION"}  # stored with _xlfn.


def test_a_workbook_of_excels_shows_the_formulas_that_are_in_the_file(office: Office, tmp_path: Path) -> None:
    import openpyxl
    from openpyxl.workbook.defined_name import DefinedName
    from openpyxl.worksheet.table import Table

    texts = [text for text in IN_FILES if text not in MISREAD_BY_LIBREOFFICE]
    book = openpyxl.Workbook()
    for name in SHEETS:
        book.create_sheet(name)
    for name in (*NAMES, "a.b"):
        book.defined_names[name] = DefinedName(name, attr_text="明细表!$A$1:$B$3")
    for name in ("明细表", "重点 项目"):
        book[name].defined_names["本表"] = DefinedName("本表", attr_text="明细表!$A$1")
    for column, heading in enumerate(("项目名称", "总投资", "进度,x", "进度;x"), 1):
        book.worksheets[0].cell(1, column).value = heading
    book.worksheets[0].add_table(Table(displayName="表1", ref="A1:D5"))
    for row, text in enumerate(texts, 1):
        stored = re.sub(r"\b(" + "|".join(map(re.escape, NEWER)) + r")\(", r"_xlfn.\1(", text)
        book.worksheets[0].cell(row, 10).value = stored
    path = tmp_path / "book.xlsx"
    book.save(path)

    document = office.desktop.loadComponentFromURL(path.as_uri(), "_blank", 0, properties(Hidden=True))
    grammar = grammar_of(document)
    shown = document.Sheets.getByIndex(0).getCellRangeByPosition(9, 0, 9, len(texts) - 1).getFormulaArray()
    document.close(True)
    said = [grammar.to_excel(own) for (own,) in shown]
    assert [pair for pair in zip(said, texts, strict=True) if pair[0] != pair[1]] == []
    assert [(own, text) for (own,), text in zip(shown, texts, strict=True) if grammar.from_excel(text) != own] == []


def test_formulas_of_the_wild_are_said_as_libreoffice_says_them(office: Office, tmp_path: Path) -> None:
    seen, wrong = 0, []
    for name, document in wild(office, tmp_path):
        grammar, judge = grammar_of(document), Judge(document)
        for cell, own in formula_cells(document):
            seen += 1
            excel = grammar.to_excel(own)
            if grammar.from_excel(excel) != (own[1:-1] if own.startswith("{") else own):
                wrong.append((name, own, excel, grammar.from_excel(excel)))
            if not NOT_JUDGED.search(without_texts(own)) and not own.startswith("{"):
                theirs = judge.says(cell)
                if judged(excel) != theirs:
                    wrong.append((name, own, excel, theirs))
    assert wrong == []
    assert seen > 1000


@pytest.mark.filterwarnings("ignore::UserWarning:openpyxl")
def test_formulas_of_the_wild_are_those_of_the_file(office: Office, tmp_path: Path) -> None:
    import openpyxl

    seen, wrong = 0, []
    for name, document in wild(office, tmp_path):
        grammar = grammar_of(document)
        try:
            book = openpyxl.load_workbook(CORPUS / name)
        except Exception:
            continue  # some are there because they break openpyxl
        for sheet in book.worksheets:
            if not document.Sheets.hasByName(sheet.title):
                continue
            cells = document.Sheets.getByName(sheet.title)
            for cell in (cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"):
                text = cell.value
                if not isinstance(text, str) or "[" in text or "_xlfn.X" in text:
                    continue  # array formulas, links by number; LibreOffice 7.4 doesn't know XLOOKUP
                seen += 1
                own = cells.getCellByPosition(cell.column - 1, cell.row - 1).getFormula()
                if judged(grammar.to_excel(own)) != judged(text):
                    wrong.append((name, text, own))
    assert wrong == []
    assert seen > 1000


def wild(office: Office, folder: Path) -> Iterator[tuple[str, Any]]:
    """Yield name and document of each workbook of the wild that LibreOffice opens as a workbook."""
    workbooks = sorted(CORPUS.glob("*.xls[xm]"))
    if not workbooks:
        pytest.skip("NOT TESTED: ../shared/corpus is missing")
    for path in workbooks:
        copy = shutil.copy(path, folder / f"copy{path.suffix}")
        arguments = properties(Hidden=True, ReadOnly=True, MacroExecutionMode=0, UpdateDocMode=0)
        document = office.desktop.loadComponentFromURL(Path(copy).as_uri(), "_blank", 0, arguments)
        if document is not None and hasattr(document, "Sheets"):
            yield path.name, document
            document.close(True)


def formula_cells(document: Any) -> Iterator[tuple[Any, str]]:
    for index in range(document.Sheets.Count):
        sheet = document.Sheets.getByIndex(index)
        for where in sheet.queryContentCells(16).RangeAddresses:  # com.sun.star.sheet.CellFlags.FORMULA
            block = sheet.getCellRangeByPosition(where.StartColumn, where.StartRow, where.EndColumn, where.EndRow)
            for down, row in enumerate(block.getFormulaArray()):
                for right, own in enumerate(row):
                    yield block.getCellByPosition(right, down), own
