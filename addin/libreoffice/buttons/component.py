"""The component that LibreOffice starts for our commands; it lies at the top of the extension as dudao_buttons.py.

LibreOffice brings a Python of its own, which may be an old one: this file loads in Python 3.6 and later, and says so
where it is too old for the rest of us. The rest is in `pythonpath`, beside this file.
"""

# ruff: noqa: N802, N816  # names that UNO gives

import os
import sys
from typing import Any

import unohelper
from com.sun.star.awt.MessageBoxType import WARNINGBOX
from com.sun.star.frame import DispatchResultEvent, XDispatchProvider, XNotifyingDispatch
from com.sun.star.lang import XInitialization, XServiceInfo

IMPLEMENTATION = "dudao.libreoffice.Buttons"
SERVICES = ("com.sun.star.frame.ProtocolHandler",)
PROTOCOL = "dudao:"
OLDEST = (3, 11)
TOO_OLD = (
    "LibreOffice自带的Python是{}版，“项目督导”要3.11或更新的。"
    "请升级到最新版的LibreOffice再试；在Linux上，它用的是系统的Python。"
)

if sys.version_info >= OLDEST:
    # LibreOffice appends the folder; the libraries carried there go before others that the system happens to have
    _LIBRARIES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "pythonpath")
    if _LIBRARIES in sys.path:
        sys.path.remove(_LIBRARIES)
    sys.path.insert(0, _LIBRARIES)


class Buttons(
    unohelper.Base,  # type: ignore[misc]
    XServiceInfo,  # type: ignore[misc]
    XInitialization,  # type: ignore[misc]
    XDispatchProvider,  # type: ignore[misc]
    XNotifyingDispatch,  # type: ignore[misc]
):
    """Answers the commands `dudao:…` of one frame."""

    def __init__(self, context: Any, *arguments: Any) -> None:
        self._context = context
        self._frame: Any = None
        self.initialize(arguments)

    def initialize(self, arguments: Any) -> None:
        """Take the frame whose commands come here."""
        if arguments:
            self._frame = arguments[0]

    def queryDispatch(self, url: Any, target: str, flags: int) -> Any:
        """Return what answers the command: ourselves, for those with our protocol."""
        return self if url.Complete.startswith(PROTOCOL) else None

    def queryDispatches(self, requests: Any) -> Any:
        """Return what answers each of the commands."""
        return tuple(self.queryDispatch(one.FeatureURL, one.FrameName, one.SearchFlags) for one in requests)

    def dispatch(self, url: Any, arguments: Any) -> None:
        """Do what a menu, toolbar or key asks for, and show what came of it."""
        if sys.version_info < OLDEST:
            self._show_too_old()
        else:
            self._commands().from_window(url.Path)

    def dispatchWithNotification(self, url: Any, arguments: Any, listener: Any) -> None:
        """Do what a program asks for; what came of it goes to the listener, and nothing is shown."""
        if sys.version_info < OLDEST:
            came = ("refused", _too_old(), "")
        else:
            came = self._commands().from_program(url.Path, arguments)
        if listener is not None:
            listener.dispatchFinished(DispatchResultEvent(self, 1 if came[0] in ("done", "open") else 0, came))

    def addStatusListener(self, listener: Any, url: Any) -> None:
        """Tell a menu entry or toolbar button what it says."""
        if sys.version_info >= OLDEST:
            self._commands().add_listener(listener, url)

    def removeStatusListener(self, listener: Any, url: Any) -> None:
        """Forget it."""
        if sys.version_info >= OLDEST:
            self._commands().remove_listener(listener, url)

    def getImplementationName(self) -> str:
        """Return our name."""
        return IMPLEMENTATION

    def supportsService(self, name: str) -> bool:
        """Return whether we are one."""
        return name in SERVICES

    def getSupportedServiceNames(self) -> Any:
        """Return what we are."""
        return SERVICES

    def _commands(self) -> Any:
        from addin.libreoffice.buttons.commands import Commands

        return Commands(self._context, self._frame, self)

    def _show_too_old(self) -> None:
        window = self._frame.getContainerWindow()
        box = window.getToolkit().createMessageBox(window, WARNINGBOX, 1, "项目督导", _too_old())
        box.execute()
        box.dispose()


def _too_old() -> str:
    return TOO_OLD.format("{}.{}".format(*sys.version_info))


g_ImplementationHelper = unohelper.ImplementationHelper()
g_ImplementationHelper.addImplementation(Buttons, IMPLEMENTATION, SERVICES)
