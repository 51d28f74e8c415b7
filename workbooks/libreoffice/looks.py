"""How cells look: colours, fonts, number formats, and taking the looks of one block over to another."""

from typing import TYPE_CHECKING, Any

from xlwings import base_classes

from workbooks.grid import Area
from workbooks.libreoffice.complete import complete
from workbooks.libreoffice.uno_words import struct, uno

if TYPE_CHECKING:
    from workbooks.libreoffice.ranges import Range

_GENERAL = "General"
_BOLD, _PLAIN = 150.0, 100.0  # com.sun.star.awt.FontWeight
_SCRIPTS = ("", "Asian", "Complex")  # LibreOffice keeps a font for each kind of script; Excel has one for all
_STANDARD = 16  # com.sun.star.util.NumberFormat.NUMBER; the standard format is the first of each language
_KEYS_OF_A_LANGUAGE = 10_000
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


def format_code(document: Any, key: int) -> str:
    """Return the code of a number format: Excel's `General` for the standard one."""
    form = document.NumberFormats.getByKey(key)
    if form.Type & _STANDARD and key % _KEYS_OF_A_LANGUAGE == 0:
        return _GENERAL
    return str(form.FormatString)


def format_key(document: Any, code: str) -> int:
    """Return the key of the number format of this code, added to the document where it is new."""
    if code.casefold() == _GENERAL.casefold():
        return 0
    formats, english = document.NumberFormats, struct("lang.Locale", "en", "US", "")
    key = formats.queryKey(code, english, False)
    return int(key if key >= 0 else formats.addNew(code, english))


@complete
class Font(base_classes.Font):
    """The font of a range; None where its cells differ."""

    def __init__(self, cells: "Range") -> None:
        self._cells = cells

    @property
    def api(self) -> Any:
        return self._cells.api

    def _set(self, name: str, value: Any) -> None:
        for script in _SCRIPTS:
            self.api.setPropertyValue(f"{name}{script}", value)

    @property
    def bold(self) -> bool | None:
        weight = self._cells._alike("CharWeight")
        return None if weight is None else weight > _PLAIN

    @bold.setter
    def bold(self, value: bool) -> None:
        self._set("CharWeight", _BOLD if value else _PLAIN)

    @property
    def italic(self) -> bool | None:
        posture = self._cells._alike("CharPosture")
        return None if posture is None else posture.value != "NONE"

    @italic.setter
    def italic(self, value: bool) -> None:
        self._set("CharPosture", uno().Enum("com.sun.star.awt.FontSlant", "ITALIC" if value else "NONE"))

    @property
    def size(self) -> float | None:
        size: float | None = self._cells._alike("CharHeight")
        return size

    @size.setter
    def size(self, value: float) -> None:
        self._set("CharHeight", float(value))

    @property
    def color(self) -> tuple[int, int, int] | None:
        """The colour; black where LibreOffice chooses it by the background."""
        number = self._cells._alike("CharColor")
        return None if number is None else rgb(max(number, 0))

    @color.setter
    def color(self, value: Any) -> None:
        self.api.CharColor = colour_number(value)

    @property
    def name(self) -> str | None:
        name: str | None = self._cells._alike("CharFontName")
        return name

    @name.setter
    def name(self, value: str) -> None:
        self._set("CharFontName", value)


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
