"""The icons: one for each button that is declared, drawn inside their field, told apart without colour."""

import re
import tomllib
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from addin.libreoffice.buttons import icons
from addin.ribbon import declared

TABLE = tomllib.loads(Path(icons.__file__).with_name("icons.toml").read_text(encoding="utf-8"))
NAMES = [*(button.id for button in declared().buttons), declared().date.id, "extension"]


def test_each_button_has_an_icon_also_those_still_to_come() -> None:
    assert sorted(TABLE["icons"]) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_is_an_svg_of_the_size_asked_for(name: str) -> None:
    for size in icons.SIZES:
        drawn = ET.fromstring(icons.icon(name, size))
        assert (drawn.attrib["width"], drawn.attrib["height"]) == (str(size), str(size))
        assert len(drawn) >= 2


def test_no_two_icons_are_alike_in_grey() -> None:
    grey = {re.sub("{[a-z]+}", "", "".join(shapes)) for shapes in TABLE["icons"].values()}
    assert len(grey) == len(NAMES)


def test_colours_show_on_light_and_on_dark_toolbars() -> None:
    """Each colour of a line or a symbol differs enough from white and from black in lightness; paper is a filling."""
    for name, colour in TABLE["colours"].items():
        red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
        lightness = 0.299 * red + 0.587 * green + 0.114 * blue
        assert name == "paper" or 0.25 < lightness < 0.75, name
