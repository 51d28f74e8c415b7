"""What LibreOffice reads of menu and toolbar: three configuration files, made from the ribbon's declaration."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from addin.libreoffice.buttons.icons import path_of
from addin.libreoffice.identity import BUTTONS, CALC, PROTOCOL, TITLE, TOOLBARS
from addin.libreoffice.xml_files import written
from addin.ribbon import Tab, tab

_OOR = "http://openoffice.org/2001/registry"
_SEPARATOR = "private:separator"
_SYMBOLS_AND_TEXT, _TOP = "2", "0"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the menu, a button of the toolbar. command: `report`."""

    command: str
    label: str


def groups(of: Tab) -> Iterator[tuple[Entry, ...]]:
    """Yield the entries that stand together; 截止日期 stands in its group as on the ribbon, last."""
    for group in of.groups:
        entries = tuple(Entry(button.id, button.label) for button in group.buttons)
        yield (*entries, Entry(of.date.id, of.date.label)) if group.id == of.date.group else entries


def rows(of: Tab) -> tuple[list[tuple[Entry, ...]], list[tuple[Entry, ...]]]:
    """Return the groups of the first toolbar, up to the one with 截止日期, and those of the second."""
    first = [group.id for group in of.groups].index(of.date.group) + 1
    shown = [*groups(of)]
    return shown[:first], shown[first:]


def _addons() -> bytes:
    """Return Addons.xcu: menu, toolbars and icons."""
    root = _root("Addons", "org.openoffice.Office")
    interface = _node(root, "AddonUI")
    menu = _node(_node(interface, "OfficeMenuBar"), PROTOCOL.rstrip(":"), new=True)
    _entry(menu, TITLE, "")
    _fill(_node(menu, "Submenu"), [*groups(tab())])
    bars = _node(interface, "OfficeToolBar")
    for name, shown in zip(TOOLBARS, rows(tab()), strict=True):
        _fill(_node(bars, name.rpartition("addon_")[2], new=True), shown)
    images = _node(interface, "Images")
    for entry in _entries():
        image = _node(images, f"dudao.{entry.command}", new=True)
        _value(image, "URL", PROTOCOL + entry.command)
        user_defined = _node(image, "UserDefinedImages")
        _value(user_defined, "ImageSmallURL", f"%origin%/{path_of(entry.command, 16)}")
        _value(user_defined, "ImageBigURL", f"%origin%/{path_of(entry.command, 26)}")
    return written(root)


def _protocol() -> bytes:
    """Return ProtocolHandler.xcu: commands that begin with our protocol go to our component."""
    root = _root("ProtocolHandler", "org.openoffice.Office")
    handler = _node(_node(root, "HandlerSet"), BUTTONS, new=True)
    _value(handler, "Protocols", f"{PROTOCOL}*", kind="oor:string-list")
    return written(root)


def _window_state() -> bytes:
    """Return CalcWindowState.xcu: the toolbars stand under the others, shown, with icons and text."""
    root = _root("CalcWindowState", "org.openoffice.Office.UI")
    states = _node(_node(root, "UIElements"), "States")
    for row, (name, title) in enumerate(TOOLBARS.items(), 3):
        toolbar = _node(states, name, new=True)
        _value(toolbar, "UIName", title)
        for key, value in {"Visible": "true", "Docked": "true"}.items():
            _value(toolbar, key, value, kind="xs:boolean")
        for key, value in {"DockingArea": _TOP, "Style": _SYMBOLS_AND_TEXT}.items():
            _value(toolbar, key, value, kind="xs:int")
        _value(toolbar, "DockPos", f"0,{row}")
    return written(root)


CONFIGURATION: Mapping[str, Callable[[], bytes]] = {
    "Addons.xcu": _addons,
    "ProtocolHandler.xcu": _protocol,
    "CalcWindowState.xcu": _window_state,
}


def _entries() -> Iterator[Entry]:
    for group in groups(tab()):
        yield from group


def _fill(parent: ET.Element, shown: Sequence[tuple[Entry, ...]]) -> None:
    """Add the entries, a separator between groups. LibreOffice shows them in the order of their nodes' names."""
    number = 0
    for group in shown:
        if number:
            _value(_node(parent, f"m{number:03}", new=True), "URL", _SEPARATOR)
            number += 1
        for entry in group:
            _entry(_node(parent, f"m{number:03}", new=True), entry.label, PROTOCOL + entry.command)
            number += 1


def _entry(node: ET.Element, label: str, url: str) -> None:
    _value(node, "Context", CALC)
    _value(node, "Title", label)
    if url:
        _value(node, "URL", url)
    _value(node, "Target", "_self")


def _root(name: str, package: str) -> ET.Element:
    ET.register_namespace("oor", _OOR)
    # the prefix xs stands in the values of oor:type alone, so that ElementTree would not declare it
    declared = {"xmlns:xs": "http://www.w3.org/2001/XMLSchema"}
    return ET.Element(f"{{{_OOR}}}component-data", {f"{{{_OOR}}}name": name, f"{{{_OOR}}}package": package, **declared})


def _node(parent: ET.Element, name: str, *, new: bool = False) -> ET.Element:
    element = ET.SubElement(parent, "node", {f"{{{_OOR}}}name": name})
    if new:
        element.set(f"{{{_OOR}}}op", "replace")
    return element


def _value(node: ET.Element, name: str, text: str, *, kind: str = "xs:string") -> None:
    prop = ET.SubElement(node, "prop", {f"{{{_OOR}}}name": name, f"{{{_OOR}}}type": kind})
    ET.SubElement(prop, "value").text = text
