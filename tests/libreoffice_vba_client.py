"""The part of tests/libreoffice_vba.py that LibreOffice's own Python runs: a request on stdin, an answer on stdout."""

import json
import subprocess
import sys
import time
import uuid
from contextlib import suppress

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import DisposedException

ALWAYS_RUN_MACROS = 4  # com.sun.star.document.MacroExecMode.ALWAYS_EXECUTE_NO_WARN
EXCEL_A1 = 3  # com.sun.star.sheet.AddressConvention.XL_OOX
# Named, since LibreOffice doesn't take an .xlam by itself.
FILTER = "Calc MS Excel 2007 VBA XML"


def main():
    request = json.load(sys.stdin)
    pipe = "pipe,name=" + uuid.uuid4().hex + ";urp;StarOffice.ComponentContext"
    switches = ("--headless", "--norestore", "--nologo", "--nodefault")
    command = [request["soffice"], *switches, "-env:UserInstallation=" + request["profile"], "--accept=" + pipe]
    office = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    desktop = connect(pipe).ServiceManager.createInstance("com.sun.star.frame.Desktop")
    loading = properties(Hidden=True, MacroExecutionMode=ALWAYS_RUN_MACROS, FilterName=FILTER)
    book = desktop.loadComponentFromURL(request["workbook"], "_blank", 0, loading)
    answer = enter(book, request["cells"]) if "cells" in request else call(book, request["macro"], request["arguments"])
    book.close(True)
    with suppress(DisposedException):  # it may be gone before it answers
        desktop.terminate()
    office.wait(30)
    json.dump(answer, sys.stdout)


def connect(pipe):
    resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(600):
        try:
            return resolver.resolve("uno:" + pipe)
        except NoConnectException:
            time.sleep(0.1)
    raise TimeoutError("LibreOffice did not start within a minute")


def properties(**values):
    return tuple(PropertyValue(name, 0, value, 0) for name, value in values.items())


def enter(book, cells):
    """Fill the first sheet; return the results of its formulas in the same order."""
    sheet = book.Sheets.getByIndex(0)
    parser = book.createInstance("com.sun.star.sheet.FormulaParser")
    parser.CompileEnglish, parser.FormulaConvention = True, EXCEL_A1
    formulas = []
    for place, content in cells.items():
        area = sheet.getCellRangeByName(place)
        first = area.getCellByPosition(0, 0)
        if str(content).startswith("="):
            tokens = parser.parseFormula(content[1:], first.CellAddress)
            if ":" in place:
                area.setArrayTokens(tokens)
            else:
                first.setTokens(tokens)
            formulas.append(place)
        elif isinstance(content, str):
            first.String = content
        else:
            first.Value = content
    return [results(sheet.getCellRangeByName(place), ":" in place) for place in formulas]


def results(area, many):
    address = area.RangeAddress
    shown = [
        [result(area.getCellByPosition(column, row)) for column in range(address.EndColumn - address.StartColumn + 1)]
        for row in range(address.EndRow - address.StartRow + 1)
    ]
    return shown if many else shown[0][0]


def result(cell):
    """Return a formula's result: number, text, or the error as the cell shows it."""
    if cell.getError():
        return cell.String
    return cell.Value if cell.FormulaResultType2 == 1 else cell.String  # com.sun.star.sheet.FormulaResult.VALUE


def call(book, macro, arguments):
    # The script dies here, before its workbook: LibreOffice 7.4 crashes the other way round.
    place = "vnd.sun.star.script:" + book.BasicLibraries.ProjectName + "." + macro + "?language=Basic&location=document"
    script = book.getScriptProvider().getScript(place)
    return script.invoke(as_uno(arguments), (), ())[0]


def as_uno(value):
    return tuple(map(as_uno, value)) if isinstance(value, list) else value


if __name__ == "__main__":
    main()
