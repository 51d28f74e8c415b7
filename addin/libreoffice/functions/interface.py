"""The add-in's signatures, as LibreOffice reads them from plain text (UNOIDL).

Each function takes the document first, which LibreOffice hands over by itself, and then its arguments: `any` may be
left out, and takes a number, a text, or a range. The result is rows of cells.
"""

from collections.abc import Iterable

from addin.libreoffice.functions.identity import methods, parameter
from udfs.catalogue import Function

MODULE, INTERFACE = "dudao", "XFunctions"
_DOCUMENT = "[in] com::sun::star::beans::XPropertySet caller"
_RESULT = "sequence< sequence<any> >"  # with the space: the language reads >> as one sign


def text(of: Iterable[Function]) -> str:
    """Return the interface of all functions."""
    lines = "\n".join(_method(method, function) for method, _, function in methods(of))
    return f"module {MODULE} {{\n  interface {INTERFACE} {{\n{lines}\n  }};\n}};\n"


def _method(method: str, function: Function) -> str:
    given = ", ".join([_DOCUMENT, *(f"[in] any {parameter(argument)}" for argument in function.arguments)])
    return f"    {_RESULT} {method}({given});"
