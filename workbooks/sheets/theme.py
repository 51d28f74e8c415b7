"""Formats by role: `styles("cell", "amount")` is the XlsxWriter format of an amount in a table."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook


@cache
def theme() -> dict[str, Any]:
    """Return the theme with every `$name` replaced by its colour or font."""
    table = tomllib.loads(files("workbooks.sheets").joinpath("theme.toml").read_text("utf-8"))
    names = {**{key: f"#{color}" for key, color in table["palette"].items()}, **table["fonts"]}
    # `title` names a font; no colour is called so.
    resolved: dict[str, Any] = _resolve(table, names)
    return resolved


def _resolve(value: Any, names: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {key: _resolve(item, names) for key, item in value.items()}
    if isinstance(value, str) and value.startswith("$"):
        return names[value[1:]]
    return value


def color(name: str) -> str:
    """Return a colour of the palette as `#RRGGBB`."""
    return f"#{theme()['palette'][name]}"


def size(name: str) -> float:
    """Return a size in points."""
    return float(theme()["sizes"][name])


def _decimals(count: int) -> str:
    return "." + "0" * count if count else ""


class Styles:
    """The formats of one workbook, each made once."""

    def __init__(self, book: "Workbook", decimals: int, places: int, points: int) -> None:
        """decimals: of rates; places: of amounts; points: of scores."""
        self._book = book
        self._decimals = {
            "decimals": _decimals(decimals),
            "places": _decimals(places),
            "points": _decimals(points),
        }
        self._made: dict[tuple[str, ...], Format] = {}

    def __call__(self, *roles: str, unit: str = "") -> "Format":
        """Return the format of these roles, later ones laid over earlier ones. unit: shown after the number."""
        key = (*roles, f"unit:{unit}")
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = self._book.add_format(self._properties(roles, unit))
        return made

    def _properties(self, roles: tuple[str, ...], unit: str) -> dict[str, Any]:
        properties: dict[str, Any] = {}
        for role in ("base", *roles):
            properties.update(theme()["roles"][role])
        if "num_format" in properties:
            code = properties["num_format"].format(**self._decimals)
            properties["num_format"] = code.replace("_ ", f'"{unit}"_ ') if unit else code
        return properties
