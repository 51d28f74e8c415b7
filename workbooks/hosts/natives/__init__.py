"""What xlwings has no word for, asked of the spreadsheet program itself: the only modules that touch `.api`.

Each program that xlwings drives answers in its own way: one class for each engine, chosen by the engine's name.
`subset.toml` lists every member that is used of Excel's objects.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from workbooks.hosts.natives.port import NO_FILL, PATTERN, VISIBLE, Native, theme_fill

if TYPE_CHECKING:
    from xlwings import App

__all__ = ["NO_FILL", "PATTERN", "VISIBLE", "Native", "native", "theme_fill"]

_NATIVES = {"excel": "Excel", "libreoffice": "LibreOffice"}
"""The class for each engine, in the module of the engine's name."""


def native(app: "App") -> Native:
    """Return what the program behind xlwings has of its own. Raises NotImplementedError for an engine unknown here."""
    name = app.engine.name
    if name not in _NATIVES:
        raise NotImplementedError(f"no native part for the xlwings engine {name}")
    found: type[Native] = getattr(import_module(f"workbooks.hosts.natives.{name}"), _NATIVES[name])
    return found()
