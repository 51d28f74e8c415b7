"""UNO for Python: where to find it, its structs, and the errors that say that the program is gone."""

import sys
from functools import cache
from pathlib import Path
from typing import Any

_PLACES = (
    "/usr/lib/python3/dist-packages",  # Debian, Ubuntu: python3-uno
    "/usr/lib64/libreoffice/program",  # Fedora, openSUSE
    "/usr/lib/libreoffice/program",
    "/opt/libreoffice*/program",
)


class NoUno(ImportError):
    """This Python can't reach LibreOffice: its module `uno` isn't there, or is made for another Python."""


@cache
def uno() -> Any:
    """Return LibreOffice's module `uno`. Raises NoUno.

    Its folder comes last on the path, so that none of the other packages there hides one of ours.
    """
    try:
        import uno as module
    except ImportError:
        found = [
            str(path) for place in _PLACES for path in sorted(Path("/").glob(place[1:])) if (path / "uno.py").is_file()
        ]
        sys.path += [place for place in found if place not in sys.path]
        try:
            import uno as module
        except ImportError as error:
            version = f"{sys.version_info.major}.{sys.version_info.minor}"
            raise NoUno(f"LibreOffice's Python module uno was not found for Python {version}") from error
    return module


def struct(name: str, *values: object) -> Any:
    """Return a struct of `com.sun.star`, such as `struct("table.CellAddress", 0, 2, 4)`."""
    return uno().createUnoStruct(f"com.sun.star.{name}", *values)


def properties(**values: object) -> tuple[Any, ...]:
    """Return named values as UNO takes them."""
    return tuple(struct("beans.PropertyValue", name, 0, value, 0) for name, value in values.items())


def range_address(sheet: int, top: int, left: int, bottom: int, right: int) -> Any:
    """Return the address of a block of cells, 0-based, all sides included."""
    return struct("table.CellRangeAddress", sheet, left, top, right, bottom)


def is_gone(error: BaseException) -> bool:
    """Return whether the error says that LibreOffice has ended, or that the workbook was closed."""
    return type(error).__name__.rpartition(".")[2] in ("DisposedException", "NoConnectException")
