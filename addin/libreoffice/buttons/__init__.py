"""Menu and toolbar 项目督导 in LibreOffice Calc.

menus, icons   what LibreOffice reads, made from the ribbon's declaration when the extension is built
component      what LibreOffice starts; it must load in an old Python too
commands       what a command does
pressing       a button's work on the document of the frame that it came from
being_typed    what the clerk is just typing into a cell
captions       what menu entries and toolbar buttons say
chosen_day     截止日期
dialogs        what is shown and asked
log            what went wrong inside
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

_COMPONENT = "dudao_buttons.py"
_CONFIGURATION = "application/vnd.sun.star.configuration-data"


def files() -> Mapping[str, bytes]:
    """Return the files of menu and toolbar, by their paths in the extension."""
    from addin.libreoffice.buttons import icons, menus

    return {
        **{name: made() for name, made in menus.CONFIGURATION.items()},
        **icons.files(),
        _COMPONENT: Path(__file__).with_name("component.py").read_bytes(),
    }


def manifest() -> Sequence[tuple[str, str]]:
    """Return (path, media type) of those that LibreOffice registers."""
    from addin.libreoffice.buttons import menus

    component = (_COMPONENT, "application/vnd.sun.star.uno-component;type=Python")
    return [component, *((name, _CONFIGURATION) for name in menus.CONFIGURATION)]
