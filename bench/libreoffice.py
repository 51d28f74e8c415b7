"""The extension in a LibreOffice that runs: the button 生成通报, the functions. Nothing where it is missing."""

from collections.abc import Mapping
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from xlsxwriter import Workbook

from addin.libreoffice.package import oxt
from bench.contests import AS_OF, dudao
from bench.measure import Track, python
from tests.addin.libreoffice.installed import add
from workbooks.libreoffice.office import NoOffice, Office, started
from workbooks.libreoffice.uno_words import NoUno, properties

ROOT = Path(__file__).parents[1]
ROWS = 5_000
CELLS = 10_000
NAMES = {
    "file": f"`dudao report` on {ROWS:,} rows, the whole process",
    "live": "the button 生成通报 on the same ledger, open in LibreOffice",
    "column": f"`COMPLETION_RATE` of two columns of {CELLS:,}",
    "cell": f"{CELLS:,} cells of `COMPLETION_RATE`, each of two cells",
    "open": f"opening a workbook of Excel's with {CELLS:,} such cells",
}


def measure(folder: Path, rounds: int) -> Mapping[str, float]:
    """Return seconds by the keys of NAMES, each the median of the rounds; empty where LibreOffice is missing."""
    track, ledger, profile = Track(folder), folder / "ledger.xlsx", folder / "profile"
    track.run(python("-m", "bench.ledger", ledger, ROWS))
    extension = folder / "dudao.oxt"
    extension.write_bytes(oxt(ROOT / "build" / "wheels"))
    try:
        with started(profile=profile) as fresh:
            add(fresh, extension)
    except (NoOffice, NoUno):
        return {}
    report = dudao("report", ledger, *AS_OF, "-o", folder / "out.xlsx")
    times: dict[str, list[float]] = {name: [] for name in NAMES}
    with started(profile=profile) as office:
        _pressed(office, ledger)  # to warm up: the first press loads what the buttons need
        for _ in range(rounds):
            times["file"].append(track.run(report).seconds)
            times["live"].append(_pressed(office, ledger))
            for name, seconds in _calculated(office).items():
                times[name].append(seconds)
            times["open"].append(_time_to_open(office, _of_excel(folder / "excel.xlsx")))
    return {name: median(each) for name, each in times.items()}


def _opened(office: Office, url: str) -> Any:
    return office.desktop.loadComponentFromURL(url, "_blank", 0, properties(Hidden=True))


def _pressed(office: Office, ledger: Path) -> float:
    """Return how long the button takes on the ledger as it was."""
    document = _opened(office, ledger.as_uri())
    helper, frame = office.service("frame.DispatchHelper"), document.CurrentController.Frame
    helper.executeDispatch(frame, "dudao:as_of", "", 0, properties(Text=AS_OF[1]))
    begun = perf_counter()
    done = helper.executeDispatch(frame, "dudao:report", "", 0, ())
    seconds = perf_counter() - begun
    document.close(True)
    if done.Result[0] != "done":
        raise RuntimeError(done.Result[1])
    return seconds


def _calculated(office: Office) -> dict[str, float]:
    """Return how long a column takes in one array formula, and cell by cell."""
    document = _opened(office, "private:factory/scalc")
    sheet = document.Sheets.getByIndex(0)
    document.enableAutomaticCalculation(False)
    figures = tuple((float(row % 90), float(row % 100 + 50)) for row in range(CELLS))
    sheet.getCellRangeByPosition(0, 0, 1, CELLS - 1).setDataArray(figures)
    function = "DUDAO.FUNCTIONS.COMPLETION_RATE"
    sheet.getCellRangeByPosition(2, 0, 2, CELLS - 1).setArrayFormula(f"={function}(A1:A{CELLS};B1:B{CELLS})")
    column = _time(document)
    sheet.getCellRangeByPosition(2, 0, 2, CELLS - 1).clearContents(16)  # com.sun.star.sheet.CellFlags.FORMULA
    each = tuple((f"={function}(A{row};B{row})",) for row in range(1, CELLS + 1))
    sheet.getCellRangeByPosition(3, 0, 3, CELLS - 1).setFormulaArray(each)
    cells = _time(document)
    if sheet.getCellByPosition(3, 1).getError() or sheet.getCellByPosition(3, CELLS - 1).getError():
        raise RuntimeError("a function gave an error")
    document.close(True)
    return {"column": column, "cell": cells}


def _of_excel(path: Path) -> Path:
    """Return a workbook as Excel writes it: formulas by plain names, with what they came to."""
    with Workbook(path) as book:
        sheet = book.add_worksheet()
        for row in range(CELLS):
            sheet.write_row(row, 0, [row % 90, row % 100 + 50])
            sheet.write_formula(row, 3, f"=COMPLETION_RATE(A{row + 1},B{row + 1})", None, 1)
    return path


def _time_to_open(office: Office, path: Path) -> float:
    begun = perf_counter()
    document = _opened(office, path.as_uri())
    seconds = perf_counter() - begun
    if "DUDAO" not in document.Sheets.getByIndex(0).getCellByPosition(3, CELLS - 1).Formula.upper():
        raise RuntimeError("a function did not come alive")
    document.close(True)
    return seconds


def _time(document: Any) -> float:
    begun = perf_counter()
    document.calculateAll()
    return perf_counter() - begun
