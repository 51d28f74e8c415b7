"""The ribbon as Office reads it: the part customUI14.xml of the add-in (namespace of Office 2010 and later)."""

from xml.etree import ElementTree as ET

from addin.excel import callbacks
from addin.ribbon import Button, DateBox, Group, Tab

NAMESPACE = "http://schemas.microsoft.com/office/2009/07/customui"
_LONGEST_DATE = "20"


def custom_ui(tab: Tab) -> bytes:
    """Return the XML, UTF-8: the tab with its groups, and the date box in its group if that is there."""
    root = ET.Element("customUI", xmlns=NAMESPACE, onLoad=callbacks.LOADED)
    tabs = ET.SubElement(ET.SubElement(root, "ribbon"), "tabs")
    page = ET.SubElement(tabs, "tab", id=tab.id, label=tab.label)
    for group in tab.groups:
        box = _add_group(page, group)
        if group.id == tab.date.group:
            _add_date(box, tab.date)
    ET.indent(root)
    content: str = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{content}\n'.encode()


def _add_group(page: ET.Element, group: Group) -> ET.Element:
    box = ET.SubElement(page, "group", id=group.id, label=group.label)
    for button in group.buttons:
        _add_button(box, button)
    return box


def _add_button(box: ET.Element, button: Button) -> None:
    ET.SubElement(
        box,
        "button",
        id=button.id,
        label=button.label,
        screentip=button.screentip,
        supertip=button.supertip,
        imageMso=button.image,
        size=button.size,
        onAction=callbacks.press(button),
    )


def _add_date(box: ET.Element, date: DateBox) -> None:
    ET.SubElement(
        box,
        "editBox",
        id=date.id,
        label=date.label,
        screentip=date.screentip,
        supertip=date.supertip,
        sizeString=date.width,
        maxLength=_LONGEST_DATE,
        getText=callbacks.DATE_TEXT,
        onChange=callbacks.DATE_CHANGED,
    )
