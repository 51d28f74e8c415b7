"""The least that a report takes with the quickest libraries: read the ledger, write the cells of our own sheets.

No figure is computed and nothing of the ledger is kept: calamine reads it, XlsxWriter writes the finished cells, with
their formats and links, into a workbook of their own. `pick` takes the cells out of a report that `dudao` made.
"""

import pickle
import sys
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from typing import Any

Cell = tuple[int, int, Any, int, str | None]
"""Row, column, value, the format's index, and where it links to."""


def pick(report: Path, sheets: list[str], kept: Path) -> int:
    """Keep the sheets' cells and formats in a file for `main`; return how many cells there are."""
    from openpyxl import load_workbook

    book = load_workbook(report)
    formats: dict[tuple[tuple[str, Any], ...], int] = {}
    picked = {}
    for name in sheets:
        picked[name] = [
            (
                cell.row - 1,
                cell.column - 1,
                cell.value,
                formats.setdefault(_properties(cell), len(formats)),
                _link(cell),
            )
            for row in book[name].iter_rows()
            for cell in row
            if cell.has_style or cell.value is not None
        ]
    kept.write_bytes(pickle.dumps(([dict(properties) for properties in formats], picked)))
    return sum(map(len, picked.values()))


def _link(cell: Any) -> str | None:
    return f"internal:{cell.hyperlink.location}" if cell.hyperlink else None


def _properties(cell: Any) -> tuple[tuple[str, Any], ...]:
    font, fill, side, align = cell.font, cell.fill, cell.border, cell.alignment
    properties = {
        "font_name": font.name,
        "font_size": font.sz,
        "bold": bool(font.b),
        "font_color": _color(font.color),
        "bg_color": _color(fill.fgColor) if fill.fill_type == "solid" else None,
        "border": 1 if side.left is not None and side.left.style else 0,
        "align": align.horizontal,
        "valign": "vcenter" if align.vertical == "center" else None,
        "text_wrap": bool(align.wrap_text),
        "num_format": cell.number_format,
    }
    return tuple((key, value) for key, value in properties.items() if value not in (None, False, 0))


def _color(color: Any) -> str | None:
    return f"#{color.rgb[-6:]}" if color is not None and isinstance(color.rgb, str) else None


def main(ledger: str, kept: str, output: str) -> None:
    """Read the ledger and write the kept cells; say how long loading the kept cells took, which is no part of it."""
    begun = perf_counter()
    formats, sheets = pickle.loads(Path(kept).read_bytes())
    print(perf_counter() - begun)

    from python_calamine import CalamineWorkbook
    from xlsxwriter import Workbook

    source = CalamineWorkbook.from_path(ledger)
    for name in source.sheet_names:
        source.get_sheet_by_name(name).to_python()
    book = Workbook(output, {"constant_memory": True})
    styles = [book.add_format(properties) for properties in formats]
    for name, cells in sheets.items():
        _write(book.add_worksheet(name), iter(cells), styles)
    book.close()


def _write(sheet: Any, cells: Iterator[Cell], styles: list[Any]) -> None:
    for row, column, value, style, link in cells:
        if link:
            sheet.write_url(row, column, link, styles[style], str(value))
        if link and isinstance(value, str):
            continue
        if value is None:
            sheet.write_blank(row, column, None, styles[style])
        elif isinstance(value, str):
            sheet.write_string(row, column, value, styles[style])
        else:
            sheet.write_number(row, column, value, styles[style])


if __name__ == "__main__":
    main(*sys.argv[1:])
