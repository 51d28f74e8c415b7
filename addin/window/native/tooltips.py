"""Tooltips of a dialog's controls."""

import ctypes

from addin.window.native import win32
from addin.window.native.dialog import Control, Dialog
from addin.window.native.libraries import user32

_WIDTH = 360  # pixels at 96 dpi; longer texts are wrapped
_SHOWN_FOR = 30_000  # milliseconds: supertips are long


class Tooltips:
    """The tooltips of one dialog."""

    def __init__(self, dialog: Dialog) -> None:
        self._dialog = dialog
        self._handle: int = user32.CreateWindowExW(
            win32.WS_EX_TOPMOST,
            "tooltips_class32",
            None,
            win32.WS_POPUP | win32.TTS_ALWAYSTIP | win32.TTS_NOPREFIX,
            *(0, 0, 0, 0),
            *(dialog.handle, None, None, None),
        )
        user32.SendMessageW(self._handle, win32.TTM_SETMAXTIPWIDTH, 0, dialog.pixels(_WIDTH))
        user32.SendMessageW(self._handle, win32.TTM_SETDELAYTIME, win32.TTDT_AUTOPOP, _SHOWN_FOR)

    def add(self, control: Control, text: str) -> None:
        """Show the text where the mouse rests on the control."""
        tool = win32.TOOLINFO(
            size=ctypes.sizeof(win32.TOOLINFO),
            flags=win32.TTF_IDISHWND | win32.TTF_SUBCLASS,
            window=self._dialog.handle,
            id=control.handle,
            text="\r\n".join(text.splitlines()),
        )
        user32.SendMessageW(self._handle, win32.TTM_ADDTOOLW, 0, ctypes.addressof(tool))
