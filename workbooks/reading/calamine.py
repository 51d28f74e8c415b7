"""Cell values by python-calamine, ten times as fast as openpyxl."""

from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from udfs.values.cells import Value


class ValuesFailed(Exception):  # no refusal: another reader is tried
    """The library gives up on this workbook or sheet."""


class CalamineValues:
    """The values of a workbook's sheets, as calamine reads them; opens any format that it knows by content."""

    def __init__(self, data: bytes) -> None:
        from python_calamine import CalamineWorkbook

        self._book = _guarded(CalamineWorkbook.from_filelike, BytesIO(data))

    def sheet(self, name: str) -> Any:
        """Return the loaded sheet. Runs without holding Python's lock."""
        return _guarded(self._book.get_sheet_by_name, name)

    def metadata(self) -> list[Any]:
        """Return name, type and visibility of each sheet in order."""
        return list(self._book.sheets_metadata)

    @staticmethod
    def rows(sheet: Any) -> list[list[Value]]:
        """Return a loaded sheet's values from A1; blanks are None, error cells too."""
        rows: list[list[Any]] = _guarded(sheet.to_python, False)
        combine, midnight = datetime.combine, time(0)
        return [
            [
                value
                if (kind := value.__class__) is float
                else (value or None)
                if kind is str
                else (combine(value, midnight) if kind is date else value)
                for value in row
            ]
            for row in rows
        ]


def _guarded(call: Any, *arguments: Any) -> Any:
    """Return what the call returns; ValuesFailed for its errors, a panic of the Rust code among them."""
    try:
        return call(*arguments)
    except BaseException as error:
        if isinstance(error, Exception) or type(error).__name__ == "PanicException":
            raise ValuesFailed(str(error)) from error
        raise
