"""Old .xls workbooks (and most .et of WPS) by xlrd: values, merges, hidden rows and columns, number formats."""

import io
from typing import Any

from udfs.values.cells import CellError, Value
from workbooks.errors import Refusal
from workbooks.grid import Area, Book, Grid
from workbooks.reading import serials, tidy
from workbooks.reading.number_formats import built_in, shows_date, shows_elapsed_time
from workbooks.reading.refusing import refusal

_TEXT, _NUMBER, _DATE, _BOOLEAN, _ERROR = 1, 2, 3, 4, 5
_DATE_IDS = frozenset({*range(27, 37), *range(50, 59)})  # Chinese dates; xlrd knows them as dates, not how they look


def read_xls(data: bytes, path: str) -> Book:
    """Return the workbook. Raises Unsafe where a password is needed, Damaged where xlrd cannot read it whole."""
    source = open_xls(data)
    grids = [_SheetReader(source, sheet).grid() for sheet in source.sheets()]
    if not grids:
        raise refusal("no_sheets")
    return Book(
        path=path,
        format="xls",
        grids=grids,
        date1904=bool(source.datemode),
        warnings=("原文件是 .xls 旧格式，公式只能按算好的数值读取和保存。",),
    )


def open_xls(data: bytes) -> Any:
    """Return xlrd's book with its formatting; without where only the formatting is broken."""
    import xlrd

    silent = io.StringIO()
    for formatting in (True, False):
        try:
            return xlrd.open_workbook(file_contents=data, logfile=silent, formatting_info=formatting, ragged_rows=True)
        except Refusal:
            raise
        except Exception as error:  # xlrd meets broken files with every kind of exception
            if "encrypted" in str(error).lower() or "password" in str(error).lower():
                raise refusal("encrypted") from error
            if not formatting:
                raise refusal("damaged") from error
    raise refusal("damaged")


class XlsDetails:
    """Details by xlrd's cell styles. Formulas are not read from .xls."""

    def __init__(self, codes: "XlsCodes", sheet: Any) -> None:
        self._codes = codes
        self._sheet = sheet

    def number_format(self, row: int, column: int) -> str:
        """Return the cell's number format code, `General` where it has none."""
        if row >= self._sheet.nrows or column >= self._sheet.row_len(row):
            return "General"
        return self._codes.of_cell(self._sheet, row, column)

    def formula(self, row: int, column: int) -> str | None:
        """Return None."""
        return None


class XlsCodes:
    """The number format code of each cell style."""

    def __init__(self, source: Any) -> None:
        self._source = source
        self._known: dict[int, str] = {}

    def of_cell(self, sheet: Any, row: int, column: int) -> str:
        """Return the code of a cell, `General` where the file's formatting could not be read."""
        if not self._source.formatting_info:
            return "General"
        return self.of_style(sheet.cell_xf_index(row, column))

    def of_style(self, index: int) -> str:
        """Return the code of a cell style."""
        if index not in self._known:
            self._known[index] = self._look_up(index)
        return self._known[index]

    def _look_up(self, index: int) -> str:
        if index >= len(self._source.xf_list):
            return "General"
        key = self._source.xf_list[index].format_key
        given = self._source.format_map.get(key)
        code = given.format_str if given is not None else "General"
        if key in _DATE_IDS and not shows_date(code):
            return built_in()[key]
        return code or "General"


class _SheetReader:
    def __init__(self, source: Any, sheet: Any) -> None:
        self._sheet = sheet
        self._date1904 = bool(source.datemode)
        self._codes = XlsCodes(source)

    def grid(self) -> Grid:
        sheet = self._sheet
        rows = tidy.cut([self._row(row) for row in range(sheet.nrows)])
        merges = [Area(top, left, bottom - 1, right - 1) for top, bottom, left, right in sheet.merged_cells]
        return tidy.clip_hidden(
            Grid(
                name=sheet.name,
                rows=rows,
                merges=tidy.clipped(merges, rows),
                hidden_rows=frozenset(row for row, info in sheet.rowinfo_map.items() if _is_hidden_row(info)),
                hidden_columns=frozenset(
                    column for column, info in sheet.colinfo_map.items() if _is_hidden_column(info)
                ),
                visible=sheet.visibility == 0,
                details=XlsDetails(self._codes, sheet),
            )
        )

    def _row(self, row: int) -> list[Value]:
        kinds, values = self._sheet.row_types(row), self._sheet.row_values(row)
        return [
            (value or None) if kind == _TEXT else self._value(kind, value, row, column) if kind else None
            for column, (kind, value) in enumerate(zip(kinds, values, strict=True))
        ]

    def _value(self, kind: int, value: Any, row: int, column: int) -> Value:
        if kind in (_NUMBER, _DATE):
            return self._number(float(value), kind, self._codes.of_cell(self._sheet, row, column))
        if kind == _BOOLEAN:
            return bool(value)
        if kind == _ERROR:
            from xlrd import error_text_from_code

            return CellError(error_text_from_code.get(value, "#N/A"))
        return None

    def _number(self, number: float, kind: int, code: str) -> Value:
        if shows_elapsed_time(code):
            return serials.duration(number)
        if shows_date(code) or (kind == _DATE and code == "General"):
            return serials.moment(number, self._date1904)
        return number


def _is_hidden_row(info: Any) -> bool:
    return bool(info.hidden) or info.height == 0


def _is_hidden_column(info: Any) -> bool:
    return bool(info.hidden) or info.width == 0
