"""The buttons' icons: SVG, drawn from the shapes of `icons.toml` on a field of 16 × 16."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from addin.ribbon import tab

SIZES = (16, 26)
_EXTENSION = "extension"
_EXTENSION_SIZE = 42


def files() -> Mapping[str, bytes]:
    """Return the icons of all buttons and of 截止日期 in both sizes, by their paths in the extension."""
    commands = [*(button.id for button in tab().buttons), tab().date.id]
    return {path_of(command, size): icon(command, size) for command in commands for size in SIZES}


def path_of(command: str, size: int) -> str:
    """Return where the icon of a command stands in the extension. size: pixels."""
    return f"icons/{command}_{size}.svg"


def extension_icon() -> bytes:
    """Return what the extension manager shows."""
    return icon(_EXTENSION, _EXTENSION_SIZE)


def icon(name: str, size: int) -> bytes:
    """Return an icon of the table as SVG. KeyError for a name that it doesn't have."""
    table = _table()
    shapes = "\n".join(shape.format_map(table["colours"]) for shape in table["icons"][name])
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}" viewBox="0 0 16 16">'
    return f"{head}\n{shapes}\n</svg>\n".encode()


def _table() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("icons.toml").read_text(encoding="utf-8"))
