"""Font: the letters of a range."""

from typing import TYPE_CHECKING, Any

from xlwings import base_classes

from workbooks.libreoffice.colours import colour_number, rgb
from workbooks.libreoffice.complete import complete
from workbooks.libreoffice.uno_words import uno

if TYPE_CHECKING:
    from workbooks.libreoffice.looks import Looks

_BOLD, _PLAIN = 150.0, 100.0  # com.sun.star.awt.FontWeight
_SCRIPTS = ("", "Asian", "Complex")  # LibreOffice keeps a font for each kind of script; Excel has one for all


@complete
class Font(base_classes.Font):
    """The font of a range; None where its cells differ. Read is that of Western letters; written are all scripts."""

    def __init__(self, cells: "Looks") -> None:
        self._cells = cells

    @property
    def api(self) -> Any:
        return self._cells.api

    def _set(self, name: str, value: Any) -> None:
        cells = self.api
        for script in _SCRIPTS:
            cells.setPropertyValue(f"{name}{script}", value)

    @property
    def bold(self) -> bool | None:
        weight = self._cells.shared("CharWeight")
        return None if weight is None else weight > _PLAIN

    @bold.setter
    def bold(self, value: bool) -> None:
        self._set("CharWeight", _BOLD if value else _PLAIN)

    @property
    def italic(self) -> bool | None:
        posture = self._cells.shared("CharPosture")
        return None if posture is None else posture.value != "NONE"

    @italic.setter
    def italic(self, value: bool) -> None:
        self._set("CharPosture", uno().Enum("com.sun.star.awt.FontSlant", "ITALIC" if value else "NONE"))

    @property
    def size(self) -> float | None:
        size: float | None = self._cells.shared("CharHeight")
        return size

    @size.setter
    def size(self, value: float) -> None:
        self._set("CharHeight", float(value))

    @property
    def color(self) -> tuple[int, int, int] | None:
        """The colour; black where LibreOffice chooses it by the background."""
        number = self._cells.shared("CharColor")
        return None if number is None else rgb(max(number, 0))

    @color.setter
    def color(self, value: Any) -> None:
        self.api.CharColor = colour_number(value)

    @property
    def name(self) -> str | None:
        name: str | None = self._cells.shared("CharFontName")
        return name

    @name.setter
    def name(self, value: str) -> None:
        self._set("CharFontName", value)
