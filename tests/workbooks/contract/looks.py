"""What a clerk sees in a saved workbook, as openpyxl reads it: for comparing one saved by a host with another by it.

Spreadsheet programs write styles anew when they save; so what a step changed is told by comparing with the workbook
that the same host saved without that step.
"""

import re
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from workbooks.package import Package
from workbooks.package.markup import utf8

OURS = "_dudao_"


def look(cell: Cell, *, but: tuple[str, ...] = ()) -> dict[str, object]:
    """Return how a cell looks, but for some parts; what is said and what goes without saying are the same."""
    font, border, alignment = cell.font, cell.border, cell.alignment
    sides = {side: getattr(border, side) for side in ("left", "right", "top", "bottom")}
    parts = {
        "fill": fill_of(cell),
        "font": (font.name, font.sz, bool(font.b), bool(font.i), font.u, bool(font.strike), _colour(font.color)),
        "border": {side: one and one.style for side, one in sides.items()},
        "alignment": (alignment.horizontal or "general", alignment.vertical or "bottom", bool(alignment.wrap_text)),
        "turned": (alignment.text_rotation, alignment.indent, bool(alignment.shrink_to_fit)),
        "locked": (cell.protection.locked, bool(cell.protection.hidden)),
        "format": cell.number_format.casefold(),
    }
    return {part: said for part, said in parts.items() if part not in but}


def _colour(colour: Any) -> str:
    """Return a font's colour; black goes without saying."""
    if colour is None or (colour.type == "theme" and colour.theme == 1 and not colour.tint):
        return "black"
    return str(colour.rgb)[-6:].replace("000000", "black") if colour.type == "rgb" else f"{colour.type} {colour.value}"


def fill_of(cell: Cell) -> str | None:
    """Return the colour of a solid fill (RRGGBB, or `theme` and its number), the name of another, None for none."""
    if cell.fill.fill_type != "solid":
        return cell.fill.fill_type
    colour = cell.fill.start_color
    return str(colour.rgb)[-6:] if colour.type == "rgb" else f"{colour.type} {colour.value}"


def words(cell: Cell) -> str | None:
    """Return what a cell's note says, None where it has none."""
    return cell.comment and cell.comment.text


def cells_as_seen(sheet: Worksheet) -> dict[str, dict[str, object]]:
    """Return all that a clerk sees in the cells: value or formula, look, note, link."""
    return {
        cell.coordinate: {
            "value": _value(cell),
            "note": words(cell),
            "link": cell.hyperlink and (cell.hyperlink.location or cell.hyperlink.target),
            **look(cell),
        }
        for row in sheet.iter_rows()
        for cell in row
        if _is_seen(cell)
    }


def sheet_as_seen(sheet: Worksheet) -> dict[str, object]:
    """Return all that a clerk sees of a sheet: its cells, how it is laid out, printed, filtered and checked."""
    return {"cells": cells_as_seen(sheet), **paper_of(sheet)}


def heights_set(package: Package, sheet: str) -> dict[str, str]:
    """Return the heights that somebody gave to rows; programs fit the others to what stands in them."""
    (part,) = (one.part for one in package.sheets() if one.name == sheet)
    rows = re.findall(r"<(?:\w+:)?row\s[^>]*>", utf8(package.get(part or "")).decode())
    told = [dict(re.findall(r'(\w+)="([^"]*)"', row)) for row in rows]
    return {row["r"]: row["ht"] for row in told if row.get("customHeight") in ("1", "true")}


def paper_of(sheet: Worksheet) -> dict[str, object]:
    """Return how a sheet is laid out, printed, filtered and checked."""
    return {
        "state": sheet.sheet_state,
        "merged": sorted(map(str, sheet.merged_cells.ranges)),
        "widths": {letter: one.width for letter, one in sheet.column_dimensions.items() if one.customWidth},
        "hidden": [row for row, one in sheet.row_dimensions.items() if one.hidden],
        "hidden columns": [letter for letter, one in sheet.column_dimensions.items() if one.hidden],
        "tables": dict(sheet.tables.items()),
        "tab": sheet.sheet_properties.tabColor and sheet.sheet_properties.tabColor.rgb,
        "grid": sheet.sheet_view.showGridLines,
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
    package = Package.read(path.read_bytes())
    seen: dict[str, Any] = {
        sheet.title: {**sheet_as_seen(sheet), "heights": heights_set(package, sheet.title)}
        for sheet in book.worksheets
        if not sheets or sheet.title in sheets
    }
    seen["names"] = {name: one.attr_text for name, one in book.defined_names.items()}
    return seen


def on_disk(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder, without the locks that programs keep beside open ones."""
    return {
        path.name: path.read_bytes()
        for path in sorted(folder.iterdir())
        if path.is_file() and not path.name.startswith((".~lock.", "~$"))
    }


def changes(before: Any, after: Any, where: str = "") -> list[str]:
    """Return what differs, each with its place: `明细表 cells B3 fill: None → FFC7CE`."""
    if not (isinstance(before, dict) and isinstance(after, dict)):
        return [] if before == after else [f"{where.strip()}: {before!r} → {after!r}"]
    return [
        change for key in {**before, **after} for change in changes(before.get(key), after.get(key), f"{where} {key}")
    ]


def _value(cell: Cell) -> object:
    text = getattr(cell.value, "text", None)  # an array formula
    return cell.value if text is None else (text, cell.value.ref)


def _is_seen(cell: Cell) -> bool:
    """Return whether there is anything: a blank cell that looks as plain cells do is as good as none."""
    if cell.value is not None or cell.comment is not None:
        return True
    return cell.has_style and look(cell, but=("font",)) != _PLAIN


_PLAIN = look(openpyxl.Workbook().create_sheet()["A1"], but=("font",))
