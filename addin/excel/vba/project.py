"""A VBA project, written as vbaProject.bin (MS-OVBA 2.2, 2.3): source text only, which Excel compiles on opening."""

import uuid
from dataclasses import dataclass
from struct import pack

from addin.excel.vba.compound_file import compound_file
from addin.excel.vba.compression import compress
from addin.excel.vba.obfuscation import obfuscate
from addin.excel.vba.source import CODE_PAGE, Module, check_name, encoded, line_fault, stored_text

# Names that a module would share with a stream beside it or with a library that Excel adds to every project.
_TAKEN = ("dir", "VBA", "Excel", "stdole")
# No compiled code: the version that no Excel has, so that each compiles the source (2.3.4.1).
_COMPILED = b"\xcc\x61\xff\xff\x00\x00\x00"
_ENGLISH = 0x0409
_WINDOWS = 1
_STDOLE = r"*\G{00020430-0000-0000-C000-000000000046}#2.0#0#C:\Windows\System32\stdole2.tlb#OLE Automation"
_PROCEDURAL, _CLASS = 0x21, 0x22
_ITEM = {"standard": "Module={}", "document": "Document={}/&H00000000", "class": "Class={}"}
_NOT_PROTECTED, _NO_PASSWORD, _VISIBLE = b"\0\0\0\0", b"\0", b"\xff"


@dataclass(frozen=True)
class Project:
    """A VBA project; every codeName in the workbook that holds it needs its document module."""

    name: str
    modules: tuple[Module, ...]
    description: str = ""


def vba_project(project: Project) -> bytes:
    """Return vbaProject.bin: the same bytes for the same project, anywhere.

    Raise ValueError for a module that `source.stored_text` refuses, a description that is no line of source, and names
    that clash.
    """
    _check_names(project)
    modules = {module.name: compress(stored_text(module)) for module in project.modules}
    return compound_file(
        {
            "VBA": {"_VBA_PROJECT": _COMPILED, "dir": compress(_dir(project)), **modules},
            "PROJECT": _properties(project),
            "PROJECTwm": _names(project),
        }
    )


def _check_names(project: Project) -> None:
    seen = {name.casefold() for name in _TAKEN}
    for name in (project.name, *(module.name for module in project.modules)):
        check_name(name)
        if name.casefold() in seen:
            raise ValueError(f"the name {name} is taken (capitals don't tell names apart)")
        seen.add(name.casefold())
    if fault := line_fault(project.description):
        raise ValueError(f"the project's description: {fault}")


def _dir(project: Project) -> bytes:
    """Return the `dir` stream before compression: the project's properties and a block for each module (2.3.4.2)."""
    return b"".join(
        (
            _number(0x01, _WINDOWS),
            _number(0x02, _ENGLISH),
            _number(0x14, _ENGLISH),
            _record(0x03, pack("<H", CODE_PAGE)),
            _record(0x04, encoded(project.name)),
            _text(0x05, 0x40, project.description),
            _record(0x06) + _record(0x3D),  # help file
            _number(0x07, 0),  # help context
            _number(0x08, 0),  # library flags
            pack("<HIIH", 0x09, 4, 1, 0),  # version; the size says 4, 6 bytes follow
            _record(0x0C) + _record(0x3C),  # constants of conditional compilation
            _text(0x16, 0x3E, "stdole"),
            _record(0x0D, pack("<I", len(_STDOLE)) + encoded(_STDOLE) + bytes(6)),
            _record(0x0F, pack("<H", len(project.modules))),
            _record(0x13, b"\xff\xff"),  # cookie
            *map(_module, project.modules),
            _record(0x10),
        )
    )


def _module(module: Module) -> bytes:
    return b"".join(
        (
            _text(0x19, 0x47, module.name),
            _text(0x1A, 0x32, module.name),  # the stream's name
            _text(0x1C, 0x48, ""),
            _number(0x31, 0),  # where the text starts in the stream
            _number(0x1E, 0),  # help context
            _record(0x2C, b"\xff\xff"),  # cookie
            _record(_PROCEDURAL if module.kind == "standard" else _CLASS),
            _record(0x2B),
        )
    )


def _record(kind: int, content: bytes = b"") -> bytes:
    return pack("<HI", kind, len(content)) + content


def _number(kind: int, number: int) -> bytes:
    return _record(kind, pack("<I", number))


def _text(kind: int, wide_kind: int, text: str) -> bytes:
    return _record(kind, encoded(text)) + _record(wide_kind, text.encode("utf-16-le"))


def _properties(project: Project) -> bytes:
    """Return the PROJECT stream (2.3.1)."""
    # Any id will do that is the same at each build.
    project_id = f"{{{uuid.uuid5(uuid.NAMESPACE_DNS, project.name)}}}".upper()
    description = project.description.replace('"', '""')
    lines = (
        f'ID="{project_id}"',
        *(_ITEM[module.kind].format(module.name) for module in project.modules),
        f'Name="{project.name}"',
        'HelpContextID="0"',
        *([f'Description="{description}"'] if description else []),
        'VersionCompatible32="393222000"',
        f'CMG="{obfuscate(_NOT_PROTECTED, project_id)}"',
        f'DPB="{obfuscate(_NO_PASSWORD, project_id)}"',
        f'GC="{obfuscate(_VISIBLE, project_id)}"',
        "",
        "[Host Extender Info]",
        "&H00000001={3832D640-CF90-11CF-8E43-00A0C911005A};VBE;&H00000000",
        "",
        "[Workspace]",
        *(f"{module.name}=0, 0, 0, 0, C" for module in project.modules),
    )
    return encoded("".join(f"{line}\r\n" for line in lines))


def _names(project: Project) -> bytes:
    """Return the PROJECTwm stream: each module's name in the code page and in Unicode (2.3.3)."""
    names = (encoded(f"{module.name}\0") + f"{module.name}\0".encode("utf-16-le") for module in project.modules)
    return b"".join(names) + bytes(2)
