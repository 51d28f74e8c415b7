"""Cell values by openpyxl alone, for computers without python-calamine: slower, equal values."""

import warnings
from io import BytesIO
from typing import Any

from udfs.values.cells import Value
from workbooks.reading.calamine import ValuesFailed
from workbooks.reading.shared import unescaped
from workbooks.reading.tidy import as_moment


class OpenpyxlValues:
    """The values of a workbook's sheets as openpyxl reads them.

    openpyxl leaves out all sheets of a strict workbook without a word: `sheet` says so by ValuesFailed.
    """

    def __init__(self, data: bytes) -> None:
        from openpyxl import load_workbook

        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # on features that are not read here
                self._book = load_workbook(BytesIO(data), read_only=True, data_only=True)
        except Exception as error:
            raise ValuesFailed(str(error)) from error

    def sheet(self, name: str) -> Any:
        """Return the sheet."""
        if name not in self._book.sheetnames:
            raise ValuesFailed(name)
        return self._book[name]

    @staticmethod
    def rows(sheet: Any) -> list[list[Value]]:
        """Return the sheet's values from A1; blanks are None, error cells their text."""
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                sheet.reset_dimensions()
                return [[_value(value) for value in row] for row in sheet.iter_rows(values_only=True)]
        except Exception as error:
            raise ValuesFailed(str(error)) from error


def _value(value: Any) -> Value:
    if isinstance(value, str):
        return unescaped(value) or None
    return as_moment(value)
