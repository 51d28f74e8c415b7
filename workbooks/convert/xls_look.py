"""The looks of an .xls, as far as xlrd tells them: fonts, fills, borders, alignment, sizes, panes, notes."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from udfs.values.cells import Value
from workbooks.convert.xls_print import PagePrint, page_prints, repeat_titles
from workbooks.grid import Area
from workbooks.reading.xls import XlsCodes, open_xls

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_ACROSS = ("", "left", "center", "right", "fill", "justify", "center_across", "distributed")
_DOWN = ("top", "vcenter", "bottom", "vjustify", "vdistributed")
_UNDERLINES = {0: 0, 1: 1, 2: 2, 0x21: 33, 0x22: 34}
_SIDES = ("left", "right", "top", "bottom")
_SOLID = 1


def base_font(source: bytes) -> dict[str, object]:
    """Return name and size of the font of cells without a format of their own."""
    fonts = open_xls(source).font_list
    return {"font_name": fonts[0].name, "font_size": fonts[0].height / 20} if fonts else {}


def xls_looks(source: bytes, workbook: "Workbook") -> "Iterator[XlsLook]":
    """Yield the look of each sheet."""
    book = open_xls(source)
    styles = XlsStyles(book, workbook)
    pages = page_prints(source)
    for number, sheet in enumerate(book.sheets()):
        yield XlsLook(sheet, styles, pages[number] if len(pages) == book.nsheets else PagePrint())


class XlsStyles:
    """The workbook's cell styles, each made into a format once."""

    def __init__(self, book: Any, workbook: "Workbook") -> None:
        self._book = book
        self._workbook = workbook
        self._codes = XlsCodes(book)
        self._formats: dict[int, Format] = {}

    def of(self, index: int) -> "Format | None":
        """Return the format of a cell style."""
        if index >= len(self._book.xf_list):
            return None
        if index not in self._formats:
            self._formats[index] = self._workbook.add_format(self._properties(index))
        return self._formats[index]

    def _properties(self, index: int) -> dict[str, object]:
        style = self._book.xf_list[index]
        properties: dict[str, object] = {"num_format": self._codes.of_style(index)}
        properties |= self._font(self._book.font_list[style.font_index])
        properties |= self._alignment(style.alignment)
        properties |= self._borders(style.border)
        properties |= self._fill(style.background)
        properties |= {"locked": bool(style.protection.cell_locked), "hidden": bool(style.protection.formula_hidden)}
        return {name: value for name, value in properties.items() if value not in (None, "")}

    def _font(self, font: Any) -> dict[str, object]:
        return {
            "font_name": font.name,
            "font_size": font.height / 20,
            "bold": bool(font.bold) or font.weight >= 600,
            "italic": bool(font.italic),
            "font_strikeout": bool(font.struck_out),
            "underline": _UNDERLINES.get(font.underline_type, 0),
            "font_color": self._colour(font.colour_index),
        }

    def _alignment(self, alignment: Any) -> dict[str, object]:
        turned = alignment.rotation
        return {
            "align": _ACROSS[alignment.hor_align] if alignment.hor_align < len(_ACROSS) else "",
            "valign": _DOWN[alignment.vert_align] if alignment.vert_align < len(_DOWN) else "",
            "text_wrap": bool(alignment.text_wrapped),
            "shrink": bool(alignment.shrink_to_fit),
            "indent": alignment.indent_level,
            "rotation": 270 if turned == 255 else 90 - turned if 90 < turned <= 180 else turned,
        }

    def _borders(self, border: Any) -> dict[str, object]:
        properties: dict[str, object] = {}
        for side in _SIDES:
            style = getattr(border, f"{side}_line_style")
            if style:
                properties[side] = style
                properties[f"{side}_color"] = self._colour(getattr(border, f"{side}_colour_index"))
        return properties

    def _fill(self, background: Any) -> dict[str, object]:
        pattern = background.fill_pattern
        if not pattern:
            return {}
        front, back = self._colour(background.pattern_colour_index), self._colour(background.background_colour_index)
        if pattern == _SOLID:
            return {"pattern": pattern, "bg_color": front}
        return {"pattern": pattern, "fg_color": front, "bg_color": back}

    def _colour(self, index: int) -> str | None:
        """Return the colour as #RRGGBB, None for the automatic one."""
        rgb = self._book.colour_map.get(index)
        return "#{:02X}{:02X}{:02X}".format(*rgb) if rgb else None


class XlsLook:
    """The look of one sheet."""

    def __init__(self, sheet: Any, styles: XlsStyles, page: PagePrint) -> None:
        self._sheet = sheet
        self._page = page
        self._styles = styles

    def prepare(self, worksheet: "Worksheet") -> None:
        """Set widths, heights, hidden rows and columns, panes, grid lines, notes and print set-up."""
        self._page.apply(worksheet)
        repeat_titles(self._sheet.book, self._sheet, worksheet)
        self._set_columns(worksheet)
        self._set_rows(worksheet)
        sheet = self._sheet
        if sheet.panes_are_frozen and (sheet.horz_split_pos or sheet.vert_split_pos):
            worksheet.freeze_panes(sheet.horz_split_pos, sheet.vert_split_pos)
        if not sheet.show_grid_lines:
            worksheet.hide_gridlines(2)
        for (row, column), note in sheet.cell_note_map.items():
            worksheet.write_comment(row, column, note.text, {"author": note.author, "visible": bool(note.show)})

    def format_of(self, row: int, column: int, value: Value) -> "Format | None":
        """Return the format of a cell."""
        if row < self._sheet.nrows and column < self._sheet.row_len(row) and self._sheet.book.formatting_info:
            return self._styles.of(self._sheet.cell_xf_index(row, column))
        return None

    def merges(self) -> tuple[Area, ...]:
        """Return the merged areas, those of blank cells too."""
        return tuple(
            Area(top, left, bottom - 1, right - 1)
            for top, bottom, left, right in self._sheet.merged_cells
            if (bottom - top) * (right - left) > 1
        )

    def blanks(self) -> list[tuple[int, int]]:
        """Return the blank cells that have a format of their own, such as borders."""
        sheet = self._sheet
        if not sheet.book.formatting_info:
            return []
        return [
            (row, column)
            for row in range(sheet.nrows)
            for column, kind in enumerate(sheet.row_types(row))
            if kind in (0, 6) and sheet.cell_xf_index(row, column)
        ]

    def _set_columns(self, worksheet: "Worksheet") -> None:
        sheet = self._sheet
        usual = (sheet.standardwidth or 0) / 256 or sheet.defcolwidth
        for column in range(256):
            info = sheet.colinfo_map.get(column)
            if info is not None:
                options = {"hidden": True} if info.hidden or not info.width else {}
                look = self._styles.of(info.xf_index)
                worksheet.set_column(column, column, max(info.width / 256 - 0.71, 0), look, options)
            elif usual and column < sheet.ncols:
                worksheet.set_column(column, column, usual)

    def _set_rows(self, worksheet: "Worksheet") -> None:
        if self._sheet.default_row_height:
            worksheet.set_default_row(self._sheet.default_row_height / 20)
        for row, info in self._sheet.rowinfo_map.items():
            options = {"hidden": True} if info.hidden or not info.height else {}
            height = info.height / 20 if info.height and not info.has_default_height else None
            look = self._styles.of(info.xf_index) if info.has_default_xf_index and info.xf_index >= 0 else None
            if height is not None or look is not None or options:
                worksheet.set_row(row, height, look, options)
