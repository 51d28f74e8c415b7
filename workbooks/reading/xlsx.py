"""Workbooks of the .xlsx family: values by calamine, the rest by a scan of the sheets' bytes at the same time."""

from concurrent.futures import Executor, ThreadPoolExecutor
from datetime import time
from functools import cached_property

from udfs.values.cells import CellError, Value
from workbooks.collector import collector_paused
from workbooks.errors import Refusal
from workbooks.grid import Book, Grid
from workbooks.package import Package, our_sheets
from workbooks.package.archive import Archive
from workbooks.reading import tidy
from workbooks.reading.calamine import CalamineValues, ValuesFailed
from workbooks.reading.parts import Parts, SheetPart, list_sheets
from workbooks.reading.refusing import refusal
from workbooks.reading.shared import cell_formats, shared_strings
from workbooks.reading.sheet_details import ScannedDetails, StreamedDetails
from workbooks.reading.sheet_scan import Marks, NotPlain, SheetXml, is_sparse, marks
from workbooks.reading.sheet_stream import Shared, read_sheet
from workbooks.reading.with_openpyxl import OpenpyxlValues

_FORMATS = {
    "sheet.main": "xlsx",
    "sheet.macroenabled.main": "xlsm",
    "template.main": "xltx",
    "template.macroenabled.main": "xltm",
    "addin.macroenabled.main": "xlsm",
}


def read_xlsx(data: bytes, path: str) -> Book:
    """Return the workbook. Raises Unsafe, Damaged or NotAWorkbook."""
    with collector_paused(), ThreadPoolExecutor(1) as helper:
        gate = helper.submit(Archive.read, data)
        try:
            workbook = _Workbook(data)
            archive = gate.result()
            grids = [workbook.grid(sheet, helper) for sheet in workbook.worksheets]
        except Refusal:
            gate.result()  # what the gate has to say is more exact
            raise
    return Book(
        path=path,
        format=workbook.format,
        grids=grids,
        date1904=workbook.listed.date1904,
        ours=frozenset(our_sheets(Package(archive))),
        warnings=tuple(workbook.warnings),
    )


class _Workbook:
    def __init__(self, data: bytes) -> None:
        self._data = data
        self._parts = Parts(data)
        self.listed = list_sheets(self._parts)
        self.worksheets = [sheet for sheet in self.listed.sheets if sheet.kind == "worksheet"]
        self.warnings: list[str] = []
        if not self.listed.sheets:
            raise refusal("no_sheets")

    @property
    def format(self) -> str:
        kind = self.listed.content_type.lower().removesuffix("+xml").rpartition("/")[2]
        return next((name for ending, name in _FORMATS.items() if kind.endswith(ending)), "xlsx")

    def grid(self, sheet: SheetPart, helper: Executor) -> Grid:
        """Return the sheet, by calamine if it can and by parsing otherwise."""
        xml = self._parts.read(sheet.part)
        try:
            return self._grid_by_calamine(sheet, xml, helper)
        except (NotPlain, ValuesFailed):
            return self._grid_by_parsing(sheet, xml)

    def _grid_by_calamine(self, sheet: SheetPart, xml: bytes, helper: Executor) -> Grid:
        scanned = SheetXml(xml)
        if is_sparse(scanned):
            raise NotPlain
        values = self._values
        loading = helper.submit(values.sheet, sheet.name)
        found = marks(scanned)
        rows = values.rows(loading.result())
        if not rows and scanned.has_cells:
            raise ValuesFailed  # openpyxl passes in silence over namespaces that it does not know
        details = ScannedDetails(lambda: self._parts.read(sheet.part), lambda: self._formats)
        if found.negatives:
            _mend_negatives(rows, details)
        _put_errors(rows, found)
        return _grid(sheet, rows, found, details)

    def _grid_by_parsing(self, sheet: SheetPart, xml: bytes) -> Grid:
        streamed = read_sheet(xml, Shared(self._strings, self._formats, self.listed.date1904))
        rows, warnings = tidy.laid_out({place: cell.value for place, cell in streamed.cells.items()})
        self.warnings += [f"工作表“{sheet.name}”{warning}" for warning in warnings]
        return _grid(sheet, rows, streamed.marks, StreamedDetails(streamed.cells))

    @cached_property
    def _values(self) -> CalamineValues | OpenpyxlValues:
        try:
            return CalamineValues(self._data)
        except ImportError:
            return OpenpyxlValues(self._data)

    @cached_property
    def _formats(self) -> list[str]:
        return cell_formats(self._parts, self.listed)

    @cached_property
    def _strings(self) -> list[str]:
        return shared_strings(self._parts, self.listed)


def _grid(sheet: SheetPart, rows: list[list[Value]], found: Marks, details: ScannedDetails | StreamedDetails) -> Grid:
    rows = tidy.cut(rows)
    return tidy.clip_hidden(
        Grid(
            name=sheet.name,
            rows=rows,
            merges=tidy.clipped(found.merges, rows),
            hidden_rows=found.hidden_rows,
            hidden_columns=found.hidden_columns,
            visible=sheet.visible,
            uncalculated=found.uncalculated,
            details=details,
        )
    )


def _put_errors(rows: list[list[Value]], found: Marks) -> None:
    for (row, column), code in found.errors.items():
        while row >= len(rows):
            rows.append([])
        if column >= len(rows[row]):
            rows[row].extend([None] * (column + 1 - len(rows[row])))
        rows[row][column] = CellError(code)


def _mend_negatives(rows: list[list[Value]], details: ScannedDetails) -> None:
    """Put back negative numbers in a date format: calamine makes times of them, and a figure must not be lost."""
    for row, values in enumerate(rows):
        for column, value in enumerate(values):
            if value.__class__ is time and (stored := details.stored(row, column)).startswith("-"):
                values[column] = float(stored)
