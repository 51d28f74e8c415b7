"""What LibreOffice shows of the functions, and when it calls us: two configuration files.

The texts are Chinese in LibreOffice's default language too: a clerk may work with an English LibreOffice.
"""

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from addin.libreoffice.functions.identity import SERVICE, TRAVEL, methods, parameter
from addin.libreoffice.xml_files import written
from udfs.catalogue import Argument, Function

_OOR = "http://openoffice.org/2001/registry"
_XML = "http://www.w3.org/XML/1998/namespace"
_DEFAULT_LANGUAGE = "en-US"
_CATEGORY = "Add-In"
"""One of LibreOffice's own; it ignores others (tried on 7.4: they are all shown under 加载项)."""

_RECALCULATE = ("Ctrl+Alt+F9", "Ctrl+Shift+F9")
"""The keys that calculate all anew, in Excel and in LibreOffice."""

EVENTS = ("OnLoadFinished", "OnSaveDone", "OnSaveAsDone")
"""A workbook has been opened, or saved: then its formulas travel."""


def functions(of: Iterable[Function]) -> bytes:
    """Return CalcAddIns.xcu: names, help and category of the functions and of their arguments."""
    root = _root("CalcAddIns", "org.openoffice.Office")
    listed = _node(_node(_node(root, "AddInInfo"), SERVICE, new=True), "AddInFunctions")
    for method, shown, function in methods(of):
        node = _node(listed, method, new=True)
        _text(node, "DisplayName", shown)
        _text(node, "Description", _in_libreoffice(function.help))
        _value(_property(node, "Category"), _CATEGORY)
        _text(node, "CategoryDisplayName", function.category)
        _text(node, "CompatibilityName", shown)
        arguments = _node(node, "Parameters")
        for argument in function.arguments:
            described = _node(arguments, parameter(argument), new=True)
            _text(described, "DisplayName", argument.title)
            _text(described, "Description", _in_libreoffice(_help(argument)))
    return written(root)


def events() -> bytes:
    """Return Jobs.xcu: which of LibreOffice's events start our job."""
    root = _root("Jobs", "org.openoffice.Office")
    job = _node(_node(root, "Jobs"), TRAVEL, new=True)
    _value(_property(job, "Service"), TRAVEL)
    listened = _node(root, "Events")
    for event in EVENTS:
        _node(_node(_node(listened, event, fuse=True), "JobList"), TRAVEL, new=True)
    return written(root)


def _help(argument: Argument) -> str:
    return f"（可省略）{argument.help}" if argument.optional and not argument.with_others else argument.help


def _in_libreoffice(help: str) -> str:
    return help.replace(*_RECALCULATE)


def _root(name: str, package: str) -> ET.Element:
    ET.register_namespace("oor", _OOR)
    return ET.Element(f"{{{_OOR}}}component-data", {f"{{{_OOR}}}name": name, f"{{{_OOR}}}package": package})


def _node(parent: ET.Element, name: str, *, new: bool = False, fuse: bool = False) -> ET.Element:
    """Add a node. new: one that we bring ourselves; fuse: one that others may have brought."""
    way = {f"{{{_OOR}}}op": "replace" if new else "fuse"} if new or fuse else {}
    return ET.SubElement(parent, "node", {f"{{{_OOR}}}name": name, **way})


def _property(node: ET.Element, name: str) -> ET.Element:
    return ET.SubElement(node, "prop", {f"{{{_OOR}}}name": name})


def _text(node: ET.Element, name: str, text: str) -> None:
    _value(_property(node, name), text).set(f"{{{_XML}}}lang", _DEFAULT_LANGUAGE)


def _value(property_: ET.Element, text: str) -> ET.Element:
    value = ET.SubElement(property_, "value")
    value.text = text
    return value
