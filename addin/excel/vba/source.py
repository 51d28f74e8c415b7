"""A module of a VBA project: its text as Excel stores it, checked for what the VBA editor can't hold."""

import re
from dataclasses import dataclass
from typing import Literal

CODE_PAGE = 936
_ENCODING = f"cp{CODE_PAGE}"
# Bytes, so that a line fits on a Windows whose own code page is this one.
_LONGEST_LINE = 1023
_MOST_CONTINUATIONS = 24
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,30}")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")
_CONTINUED = re.compile(r"[ \t]_\s*$")
_WORKBOOK = "00020819-0000-0000-C000-000000000046"
_WORKSHEET = "00020820-0000-0000-C000-000000000046"
_CLASS = "FCFB3D2A-A0FA-1068-A738-08002B3371B5"


@dataclass(frozen=True)
class Module:
    """A module by name; `source` is its code alone, without the `Attribute VB_Name` … lines.

    A document is the code behind the workbook when it is called ThisWorkbook, else behind the worksheet whose codeName
    it bears.
    """

    name: str
    kind: Literal["standard", "document", "class"]
    source: str


def stored_text(module: Module) -> bytes:
    """Return the module's whole text: attributes, then code, in the code page, lines ended by CRLF.

    Raise ValueError, naming module and line, for what the VBA editor would refuse or garble.
    """
    check_name(module.name)
    code = module.source.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    lines = code.split("\n") if code else []
    continuations = 0
    for number, line in enumerate(lines, start=1):
        continuations = continuations + 1 if _CONTINUED.search(line) else 0
        if fault := line_fault(line, continuations):
            raise ValueError(f"module {module.name}, line {number}: {fault}")
    attributes = [f"Attribute {name} = {value}" for name, value in _attributes(module).items()]
    return encoded("".join(f"{line}\r\n" for line in attributes + lines))


def check_name(name: str) -> None:
    """Raise ValueError unless VBA and the compound file both take the name of a module or project."""
    if not _NAME.fullmatch(name):
        raise ValueError(
            f"{name!r} is no name of a module or project: at most 31 letters (A-Z), digits and _, the first a letter"
        )


def line_fault(line: str, continuations: int = 0) -> str | None:
    """Say what is wrong with a line, the `continuations`-th in a row to be continued; None when nothing is."""
    try:
        length = len(encoded(line))
    except UnicodeEncodeError as error:
        return f"{line[error.start]!r} is no character of code page {CODE_PAGE}"
    if unprintable := _UNPRINTABLE.search(line):
        return f"{unprintable.group()!r} is no character of a text"
    if length > _LONGEST_LINE:
        return f"{length} bytes are more than a line's {_LONGEST_LINE}"
    if continuations > _MOST_CONTINUATIONS:
        return f"a statement is continued on at most {_MOST_CONTINUATIONS} lines"
    if line.lstrip().lower().startswith("attribute vb_"):
        return "the module's own attributes are written here, not by the caller"
    return None


def encoded(text: str) -> bytes:
    """Return `text` in the project's code page; UnicodeEncodeError, a ValueError, when it has no such characters."""
    return text.encode(_ENCODING)


def _attributes(module: Module) -> dict[str, str | bool]:
    """Return the attributes that Excel itself writes on top of a module of this kind."""
    name: dict[str, str | bool] = {"VB_Name": f'"{module.name}"'}
    if module.kind == "standard":
        return name
    document = module.kind == "document"
    base = _CLASS if not document else _WORKBOOK if module.name == "ThisWorkbook" else _WORKSHEET
    return {
        **name,
        "VB_Base": f'"0{{{base}}}"',
        "VB_GlobalNameSpace": False,
        "VB_Creatable": False,
        "VB_PredeclaredId": document,
        "VB_Exposed": document,
        "VB_TemplateDerived": False,
        "VB_Customizable": document,
    }
