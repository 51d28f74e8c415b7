"""Cells that come as bare text (CSV, web pages), read as Excel reads them when it opens such a file, but for codes.

What looks like a code stays text: leading zeros (001), more than 11 digits (project codes, identity cards).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from udfs.values.cells import CellError, Value

_NUMBER = re.compile(r"-?(?:(?:0|[1-9]\d{0,10})|[1-9]\d{0,2}(?:,\d{3}){1,3})(?:\.(\d{1,10}))?(%?)", re.ASCII)
_DATE = re.compile(r"(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?)?", re.ASCII)
_QUOTED = re.compile(r'="((?:[^"]|"")*)"')
_ERRORS = frozenset({"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"})
_PLAIN = re.compile(r"[-#=\d]", re.ASCII)


def typed(text: str) -> tuple[Value, str]:
    """Return the value of a text cell, and the number format that shows it as it was written."""
    bare = text.strip()
    if not bare:
        return (text or None), "General"
    if not _PLAIN.match(bare):
        return text, "General"
    number = _NUMBER.fullmatch(bare)
    if number:
        return _number(bare, number)
    quoted = _QUOTED.fullmatch(bare)
    if quoted:  # ="001": how systems keep Excel from eating the zeros
        return (quoted[1].replace('""', '"') or None), "@"
    if bare in _ERRORS:
        return CellError(bare), "General"
    return _date(bare) or ((text.strip("\t") or None), "General")


def _number(text: str, match: "re.Match[str]") -> tuple[Value, str]:
    decimals = "." + "0" * len(match[1]) if match[1] else ""
    figure = Decimal(text.replace(",", "").rstrip("%"))
    if match[2]:
        return float(figure / 100), f"0{decimals}%"
    return float(figure), ("#,##0" if "," in text else "0") + decimals if decimals or "," in text else "General"


def _date(text: str) -> tuple[Value, str] | None:
    match = _DATE.fullmatch(text)
    if not match:
        return None
    year, separator, month, day, hour, minute, second = match.groups()
    try:
        moment = datetime(int(year), int(month), int(day), int(hour or 0), int(minute or 0), int(second or 0))
    except ValueError:
        return None
    if moment.year < 1900:
        return None
    padded = len(month) == len(day) == 2
    code = separator.join(("yyyy", "mm", "dd") if padded else ("yyyy", "m", "d"))
    return moment, code + (" h:mm:ss" if second else " h:mm" if hour else "")


@dataclass(frozen=True, slots=True)
class GivenDetails:
    """Details known beforehand, by (row, column)."""

    formats: Mapping[tuple[int, int], str] = field(default_factory=dict)
    formulas: Mapping[tuple[int, int], str] = field(default_factory=dict)

    def number_format(self, row: int, column: int) -> str:
        """Return the cell's number format code, `General` where it has none."""
        return self.formats.get((row, column), "General")

    def formula(self, row: int, column: int) -> str | None:
        """Return the cell's formula without `=`, or None where it holds none."""
        return self.formulas.get((row, column))


def typed_rows(texts: list[list[str]]) -> tuple[list[list[Value]], GivenDetails]:
    """Return the values of text rows, with the number formats that show them as they were written."""
    formats: dict[tuple[int, int], str] = {}
    rows: list[list[Value]] = []
    for row, cells in enumerate(texts):
        values: list[Value] = []
        for column, text in enumerate(cells):
            value, code = typed(text)
            values.append(value)
            if code != "General":
                formats[row, column] = code
        rows.append(values)
    return rows, GivenDetails(formats)
