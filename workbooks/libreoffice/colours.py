"""Colours: LibreOffice's numbers (red, green, blue) ↔ xlwings' tuples, "#RRGGBB" and Excel's numbers (blue first)."""

from typing import Any

NO_FILL = -1
"""LibreOffice's number of a cell without a fill."""


def rgb(number: int) -> tuple[int, int, int]:
    """Return red, green, blue of a colour of LibreOffice's."""
    return number >> 16 & 255, number >> 8 & 255, number & 255


def colour_number(colour: Any) -> int:
    """Return LibreOffice's number for (red, green, blue), "#RRGGBB", or Excel's number (blue, green, red)."""
    if isinstance(colour, str):
        return int(colour.removeprefix("#"), 16)
    if isinstance(colour, int):
        red, green, blue = colour & 255, colour >> 8 & 255, colour >> 16 & 255
    else:
        red, green, blue = colour
    return int(red) << 16 | int(green) << 8 | int(blue)
