"""Under which names LibreOffice knows the functions.

A method has the function's English name, and its alias is a method of its own: `COMPLETION_RATE`, shown as such, and
`COMPLETION_RATE_ZH`, shown as 完成率. In files LibreOffice writes service and method: DUDAO.FUNCTIONS.COMPLETION_RATE.
"""

from collections.abc import Iterable, Mapping
from functools import cache

from udfs.catalogue import Argument, Function, functions

SERVICE = "dudao.Functions"
"""The add-in's service; `component.py` writes the same."""

TRAVEL = "dudao.libreoffice.Travel"
"""The job that LibreOffice starts when a workbook was opened or saved; `component.py` writes the same."""

ALIAS = "_ZH"


def methods(of: Iterable[Function]) -> Iterable[tuple[str, str, Function]]:
    """Yield (method, the name that the clerk writes, function), each function by its English and its Chinese name."""
    for function in of:
        yield function.name, function.name, function
        yield function.name + ALIAS, function.alias, function


def parameter(argument: Argument) -> str:
    """Return the argument's name in the interface, whose language takes no underscores: `asOf`."""
    first, *others = argument.name.split("_")
    return first + "".join(word.capitalize() for word in others)


@cache
def stored_names() -> Mapping[str, str]:
    """Return the names in LibreOffice's files by the names that the clerk writes."""
    return {shown: f"{SERVICE}.{method}".upper() for method, shown, _ in methods(functions())}
