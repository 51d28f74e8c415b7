"""Menu and toolbar as LibreOffice reads them: every button of the ribbon, in its order, once."""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from addin.libreoffice import buttons
from addin.libreoffice.identity import BUTTONS, CALC, PROTOCOL, TITLE, TOOLBARS
from addin.ribbon import tab

OOR = "{http://openoffice.org/2001/registry}"
SEPARATOR = "private:separator"


def read(name: str) -> ET.Element:
    return ET.fromstring(buttons.files()[name])


def node(parent: ET.Element, *names: str) -> ET.Element:
    for name in names:
        (parent,) = [each for each in parent.findall("node") if each.attrib[f"{OOR}name"] == name]
    return parent


def value(of: ET.Element, name: str) -> str | None:
    found = [prop.findtext("value") for prop in of.findall("prop") if prop.attrib[f"{OOR}name"] == name]
    return found[0] if found else None


def entries(parent: ET.Element) -> Iterator[tuple[str | None, str | None]]:
    names = [each.attrib[f"{OOR}name"] for each in parent.findall("node")]
    assert names == sorted(names), "LibreOffice sorts entries by the names of their nodes"
    return ((value(each, "URL"), value(each, "Title")) for each in parent.findall("node"))


def declared() -> list[tuple[str | None, str | None]]:
    """The ribbon's buttons with separators between its groups, 截止日期 last in its own."""
    lines: list[tuple[str | None, str | None]] = []
    for group in tab().groups:
        lines += [(SEPARATOR, None)] * bool(lines)
        lines += [(f"{PROTOCOL}{button.id}", button.label) for button in group.buttons]
        if group.id == tab().date.group:
            lines.append((f"{PROTOCOL}{tab().date.id}", tab().date.label))
    return lines


def test_the_menu_has_every_button_of_the_ribbon_in_its_groups() -> None:
    menu = node(read("Addons.xcu"), "AddonUI", "OfficeMenuBar", "dudao")
    assert value(menu, "Title") == TITLE
    assert list(entries(node(menu, "Submenu"))) == declared()


def bars() -> list[ET.Element]:
    return [node(read("Addons.xcu"), "AddonUI", "OfficeToolBar", name) for name in ("dudao", "dudao_more")]


def test_the_two_toolbars_have_them_too() -> None:
    first, second = (list(entries(bar)) for bar in bars())
    assert [*first, (SEPARATOR, None), *second] == declared()
    assert first[-1] == (f"{PROTOCOL}{tab().date.id}", tab().date.label)


def test_menu_and_toolbars_are_those_of_calc_alone() -> None:
    menu = node(read("Addons.xcu"), "AddonUI", "OfficeMenuBar", "dudao")
    assert value(menu, "Context") == CALC
    for parent in (node(menu, "Submenu"), *bars()):
        for entry in parent.findall("node"):
            assert value(entry, "URL") == SEPARATOR or value(entry, "Context") == CALC


def test_texts_have_no_language_so_that_every_user_sees_them() -> None:
    """LibreOffice shows a text in zh-CN to nobody who uses it in another language, and such a menu not at all."""
    for name in ("Addons.xcu", "CalcWindowState.xcu"):
        assert not [each for each in read(name).iter("value") if each.attrib]


def test_every_command_has_its_icon_in_both_sizes() -> None:
    images = node(read("Addons.xcu"), "AddonUI", "Images")
    found = {value(each, "URL"): node(each, "UserDefinedImages") for each in images.findall("node")}
    assert set(found) == {url for url, _ in declared() if url != SEPARATOR}
    for each in found.values():
        for size in ("ImageSmallURL", "ImageBigURL"):
            assert (value(each, size) or "").removeprefix("%origin%/") in buttons.files()


def test_commands_of_our_protocol_go_to_our_component() -> None:
    handler = node(read("ProtocolHandler.xcu"), "HandlerSet", BUTTONS)
    assert value(handler, "Protocols") == f"{PROTOCOL}*"


def test_the_toolbars_are_shown_docked_one_below_the_other_and_bear_our_name() -> None:
    for row, (bar, title) in enumerate(TOOLBARS.items(), 3):
        state = node(read("CalcWindowState.xcu"), "UIElements", "States", bar)
        assert [value(state, name) for name in ("UIName", "Visible", "Docked")] == [title, "true", "true"]
        assert value(state, "DockPos") == f"0,{row}" and title.startswith(TITLE)
