"""Number formats and formulas of single cells, looked up in the sheet's XML when they are asked for."""

import re
from collections.abc import Callable, Mapping
from html import unescape

from workbooks.grid import address
from workbooks.reading.sheet_scan import SheetXml
from workbooks.reading.sheet_stream import Cell


class ScannedDetails:
    """Details of a plainly written sheet: its XML is unpacked at the first question, and rows are found by an index."""

    def __init__(self, load: Callable[[], bytes], formats: Callable[[], list[str]]) -> None:
        self._load = load
        self._formats = formats
        self._sheet: SheetXml | None = None
        self._rows: dict[int, tuple[int, int]] = {}
        self._shared: dict[bytes, tuple[str, str]] | None = None

    def number_format(self, row: int, column: int) -> str:
        """Return the cell's number format code, `General` where it has none."""
        style = re.search(rb'\ss="(\d+)"', self._cell(row, column)[0])
        formats = self._formats()
        return formats[int(style[1])] if style and int(style[1]) < len(formats) else "General"

    def formula(self, row: int, column: int) -> str | None:
        """Return the cell's formula without `=`, or None where it holds none; a shared one as it reads in this cell."""
        found = re.search(rb"<(?:[\w.-]+:)?f\b([^>]*?)(?:/>|>([^<]*)<)", self._cell(row, column)[1])
        if not found:
            return None
        if found[2]:
            return unescape(found[2].decode())
        group = re.search(rb'\ssi="(\d+)"', found[1])
        return self._shared_formula(group[1], row, column) if group else ""

    def stored(self, row: int, column: int) -> str:
        """Return the value as the XML holds it, empty where there is none."""
        found = re.search(rb"<(?:[\w.-]+:)?v\b[^>]*>([^<]*)<", self._cell(row, column)[1])
        return unescape(found[1].decode()) if found else ""

    def _cell(self, row: int, column: int) -> tuple[bytes, bytes]:
        """Return the cell's opening tag and what it holds, both empty where there is no such cell."""
        sheet = self._indexed()
        if row not in self._rows:
            return b"", b""
        start, end = self._rows[row]
        mark = sheet.xml.find(b' r="%s"' % address(row, column).encode(), start, end)
        if mark < 0:
            return b"", b""
        begin = sheet.xml.rfind(b"<", start, mark)
        close = sheet.xml.find(b">", mark) + 1
        if sheet.xml[close - 2 : close] == b"/>":
            return sheet.xml[begin:close], b""
        return sheet.xml[begin:close], sheet.xml[close : sheet.xml.find(b"</" + sheet.prefix + b"c>", close)]

    def _indexed(self) -> SheetXml:
        if self._sheet is None:
            self._sheet = sheet = SheetXml(self._load())
            starts = [
                (int(found[1]) - 1, found.start())
                for found in sheet.pattern(rb'row\s[^>]*?\br="(\d{1,7})"').finditer(sheet.xml, sheet.start, sheet.end)
            ]
            ends = [start for _, start in starts[1:]] + [sheet.end]
            self._rows = {row: (start, end) for (row, start), end in zip(starts, ends, strict=True)}
        return self._sheet

    def _shared_formula(self, group: bytes, row: int, column: int) -> str:
        if self._shared is None:
            sheet = self._indexed()
            pattern = sheet.pattern(
                rb'c\s[^>]*?\br="([A-Z]+\d+)"[^>]*>\s*<(?:[\w.-]+:)?f\s([^>]*t="shared"[^>]*)>([^<]+)<'
            )
            self._shared = {}
            for place, attributes, text in pattern.findall(sheet.xml, sheet.start, sheet.end):
                index = re.search(rb'\bsi="(\d+)"', attributes)
                if index:
                    self._shared[index[1]] = (place.decode(), unescape(text.decode()))
        origin, text = self._shared.get(group, ("", ""))
        return moved_formula(text, origin, address(row, column)) if text else ""


class StreamedDetails:
    """Details of a sheet that was parsed cell by cell."""

    def __init__(self, cells: Mapping[tuple[int, int], Cell]) -> None:
        self._cells = cells
        self._masters = {
            cell.shared: (address(*place), cell.formula)
            for place, cell in reversed(list(cells.items()))
            if cell.shared is not None and cell.formula
        }

    def number_format(self, row: int, column: int) -> str:
        """Return the cell's number format code, `General` where it has none."""
        cell = self._cells.get((row, column))
        return cell.number_format if cell else "General"

    def formula(self, row: int, column: int) -> str | None:
        """Return the cell's formula without `=`, or None where it holds none; a shared one as it reads in this cell."""
        cell = self._cells.get((row, column))
        if cell is None or cell.formula is None:
            return None
        if cell.formula or cell.shared not in self._masters:
            return cell.formula
        origin, text = self._masters[cell.shared]
        return moved_formula(text, origin, address(row, column))


def moved_formula(text: str, origin: str, destination: str) -> str:
    """Return the formula of a shared group as it reads in another cell of the group."""
    from openpyxl.formula.translate import Translator, TranslatorError

    try:
        return str(Translator(f"={text}", origin=origin).translate_formula(destination))[1:]
    except (TranslatorError, ValueError):
        return text
