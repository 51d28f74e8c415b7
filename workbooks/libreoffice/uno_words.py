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
_PYTHON_S_OWN = ("__traceback__", "__cause__", "__context__", "__suppress_context__", "__notes__")
_ERRORS = (
    *("uno.Exception", "uno.RuntimeException", "lang.DisposedException", "lang.IllegalArgumentException"),
    *("io.IOException", "lang.WrappedTargetException", "task.ErrorCodeIOException", "connection.NoConnectException"),
    *("container.NoSuchElementException", "lang.IndexOutOfBoundsException", "util.CloseVetoException"),
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
        folders = [folder for place in _PLACES for folder in sorted(Path("/").glob(place[1:]))]
        sys.path += [str(folder) for folder in folders if (folder / "uno.py").is_file() and str(folder) not in sys.path]
        try:
            import uno as module
        except ImportError as error:
            version = f"{sys.version_info.major}.{sys.version_info.minor}"
            raise NoUno(f"LibreOffice's Python module uno was not found for Python {version}") from error
    _let_errors_pass(module)
    return module


def _let_errors_pass(module: Any) -> None:
    """Let UNO's exceptions pass through context managers.

    `contextlib` sets an exception's traceback, which UNO's take for a member of their struct, and refuse: what comes
    out then is another error. Those made already (inside LibreOffice, by other extensions) are mended one by one.
    """
    usual = module._uno_struct__setattr__

    def set_attribute(self: Any, name: str, value: object) -> None:
        if name in _PYTHON_S_OWN and isinstance(self, BaseException):
            BaseException.__setattr__(self, name, value)
        else:
            usual(self, name, value)

    module._uno_struct__setattr__ = set_attribute
    for name in _ERRORS:
        module.getClass(f"com.sun.star.{name}").__setattr__ = set_attribute


def struct(name: str, *values: object) -> Any:
    """Return a struct of `com.sun.star`, such as `struct("table.CellAddress", 0, 2, 4)`."""
    return uno().createUnoStruct(f"com.sun.star.{name}", *values)


def properties(**values: object) -> tuple[Any, ...]:
    """Return named values as UNO takes them."""
    return tuple(struct("beans.PropertyValue", name, 0, value, 0) for name, value in values.items())


def range_address(sheet: int, top: int, left: int, bottom: int, right: int) -> Any:
    """Return the address of a block of cells, 0-based, all sides included."""
    return struct("table.CellRangeAddress", sheet, left, top, right, bottom)
