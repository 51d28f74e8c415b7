"""Pasting formats: the looks of one block taken over to another."""

from typing import TYPE_CHECKING, Any

from workbooks.grid import Area

if TYPE_CHECKING:
    from workbooks.libreoffice.ranges import Range

_SCRIPTS = ("", "Asian", "Complex")
_LOOKS = frozenset(
    [
        *("NumberFormat", "CellBackColor", "CellProtection", "HoriJustify", "VertJustify", "ParaIndent"),
        *("IsTextWrapped", "ShrinkToFit", "Orientation", "RotateAngle", "ShadowFormat", "CharColor"),
        *(f"{side}Border2" for side in ("Top", "Bottom", "Left", "Right")),
        *("DiagonalTLBR2", "DiagonalBLTR2", "CharUnderline", "CharStrikeout", "CharContoured", "CharShadowed"),
        *(f"Char{what}{script}" for what in ("FontName", "Height", "Weight", "Posture") for script in _SCRIPTS),
    ]
)
"""What is copied with looks; not rules (conditional formats, validity), which speak of their own cells."""


def copy_looks(source: "Range", target: "Range") -> None:
    """Give the cells of a range the looks of another's, repeated where it is larger; what they hold stays."""
    (height, width), (rows, columns) = source.shape, target.shape
    sheet, top, left = target.sheet.api, target.area.top, target.area.left
    block = source._block
    names = _names(block)
    for part in block.getCellFormatRanges():
        looks = part.getPropertyValues(names)
        where = part.RangeAddress
        down, across = where.StartRow - source.area.top, where.StartColumn - source.area.left
        size = where.EndRow - where.StartRow, where.EndColumn - where.StartColumn
        for row in range(down, rows, height):
            for column in range(across, columns, width):
                bottom, right = min(row + size[0], rows - 1), min(column + size[1], columns - 1)
                area = Area(top + row, left + column, top + bottom, left + right)
                cells = sheet.getCellRangeByPosition(area.left, area.top, area.right, area.bottom)
                cells.setPropertyValues(names, looks)


def _names(cells: Any) -> tuple[str, ...]:
    """Return those properties of looks that this LibreOffice has, in the order in which it wants them."""
    return tuple(sorted(each.Name for each in cells.PropertySetInfo.Properties if each.Name in _LOOKS))
