"""What a clerk sees in a saved workbook, as openpyxl reads it: for comparing one saved by a host with another by it.

Spreadsheet programs write styles anew when they save; so what a step changed is told by comparing with the workbook
that the same host saved without that step.
"""

from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

OURS = "_dudao_"


def look(cell: Cell) -> tuple[str, ...]:
    """Return how a cell looks: fill, font, border, alignment, protection, number format."""
    parts = (cell.fill, cell.font, cell.border, cell.alignment, cell.protection)
    return (*map(repr, parts), cell.number_format)


def fill_of(cell: Cell) -> str | None:
    """Return the colour of a solid fill (RRGGBB, or `theme` and its number), the name of another, None for none."""
    if cell.fill.fill_type != "solid":
        return cell.fill.fill_type
    colour = cell.fill.start_color
    return str(colour.rgb)[-6:] if colour.type == "rgb" else f"{colour.type} {colour.value}"


def words(cell: Cell) -> str | None:
    """Return what a cell's note says, None where it has none."""
    return cell.comment and cell.comment.text


def cells_as_seen(sheet: Worksheet) -> dict[str, tuple[object, ...]]:
    """Return all that a clerk sees in the cells: value or formula, look, note, link."""
    return {
        cell.coordinate: (_value(cell), look(cell), words(cell), cell.hyperlink and cell.hyperlink.location)
        for row in sheet.iter_rows()
        for cell in row
        if _is_seen(cell)
    }


def sheet_as_seen(sheet: Worksheet) -> dict[str, object]:
    """Return all that a clerk sees of a sheet: its cells, how it is laid out, printed, filtered and checked."""
    return {"cells": cells_as_seen(sheet), **paper_of(sheet)}


def paper_of(sheet: Worksheet) -> dict[str, object]:
    """Return how a sheet is laid out, printed, filtered and checked."""
    return {
        "state": sheet.sheet_state,
        "merged": sorted(map(str, sheet.merged_cells.ranges)),
        "widths": {letter: one.width for letter, one in sheet.column_dimensions.items() if one.customWidth},
        "heights": {row: one.height for row, one in sheet.row_dimensions.items() if one.customHeight},
        "hidden": [row for row, one in sheet.row_dimensions.items() if one.hidden],
        "frozen": sheet.freeze_panes,
        "page": (sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.page_setup.fitToHeight),
        "printed": (sheet.print_area, sheet.print_title_rows),
        "footer": sheet.oddFooter.center.text,
        "filter": sheet.auto_filter.ref,
        "conditions": sorted(str(one.sqref) for one in sheet.conditional_formatting),
        "checks": sorted(str(one.sqref) for one in sheet.data_validations.dataValidation),
        "protected": sheet.protection.sheet,
        "pictures": (len(sheet._charts), len(sheet._images)),
        "names": {name: one.attr_text for name, one in sheet.defined_names.items() if not name.startswith(OURS)},
    }


def workbook_as_seen(path: Path, *sheets: str) -> dict[str, Any]:
    """Return these sheets (all without a choice) of a saved workbook, and its names."""
    book = load_workbook(path)
    seen: dict[str, Any] = {
        sheet.title: sheet_as_seen(sheet) for sheet in book.worksheets if not sheets or sheet.title in sheets
    }
    seen["names"] = {name: one.attr_text for name, one in book.defined_names.items()}
    return seen


def _value(cell: Cell) -> object:
    text = getattr(cell.value, "text", None)  # an array formula
    return cell.value if text is None else (text, cell.value.ref)


def _is_seen(cell: Cell) -> bool:
    return cell.value is not None or cell.has_style or cell.comment is not None
