"""The worksheet functions in LibreOffice Calc, an add-in made from the catalogue of functions.

identity       under which names LibreOffice knows the functions
interface      what LibreOffice reads of them: their signatures, as typelib in plain text
configuration  what LibreOffice reads of them: names, help, category
component      what LibreOffice starts; it must load in an old Python too
answering      a call, from LibreOffice's values to its values
cells          LibreOffice's values ↔ ours
formula_text   calls of functions in the text of a formula
calling        how the arguments of a call are meant: blanks, percent formats; callers, contents, references: of whom
own_row        functions without arguments
travelling     formulas ↔ as workbooks for Excel hold them, text in, text out
loading        the formulas of a workbook that was opened
saving         the formulas of a workbook that was saved for Excel
events         when these two are called; unnoticed: as if nothing had been done
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

_COMPONENT = "dudao_functions.py"
_INTERFACE = "dudao_functions.idl"


def files() -> Mapping[str, bytes]:
    """Return the files of the functions, by their paths in the extension."""
    from addin.libreoffice.functions import configuration, interface
    from udfs.catalogue import functions

    return {
        _INTERFACE: interface.text(functions()).encode("ascii"),
        _COMPONENT: Path(__file__).with_name("component.py").read_bytes(),
        "CalcAddIns.xcu": configuration.functions(functions()),
        "Jobs.xcu": configuration.events(),
    }


def manifest() -> Sequence[tuple[str, str]]:
    """Return (path, media type) of those that LibreOffice registers; the signatures before what is made of them."""
    return [
        (_INTERFACE, "application/vnd.sun.star.uno-typelibrary;type=RDB"),
        (_COMPONENT, "application/vnd.sun.star.uno-component;type=Python"),
        ("CalcAddIns.xcu", "application/vnd.sun.star.configuration-data"),
        ("Jobs.xcu", "application/vnd.sun.star.configuration-data"),
    ]
