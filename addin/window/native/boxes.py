"""Windows' own boxes: a text to read, a question, the choice of a file."""

import ctypes

from addin.window.model import ALL_FILES, CHOOSING, PATTERNS, TITLE, WORKBOOKS
from addin.window.native import win32
from addin.window.native.libraries import comdlg32, user32

_FILTER = f"{WORKBOOKS}\0{';'.join(PATTERNS)}\0{ALL_FILES}\0*.*\0\0"
_LONGEST_PATH = 32_768


def say(text: str, owner: int = 0) -> None:
    """Show a text that the clerk must see."""
    user32.MessageBoxW(owner, text, TITLE, win32.MB_ICONWARNING | win32.MB_SETFOREGROUND)


def ask(text: str, owner: int = 0) -> bool:
    """Return whether the clerk says yes."""
    style = win32.MB_YESNO | win32.MB_ICONINFORMATION | win32.MB_SETFOREGROUND
    return bool(user32.MessageBoxW(owner, text, TITLE, style) == win32.IDYES)


def choose_workbook(owner: int) -> str:
    """Return the path of the workbook that the clerk chooses, empty if none."""
    path = ctypes.create_unicode_buffer(_LONGEST_PATH)
    kinds = ctypes.create_unicode_buffer(_FILTER)
    asked = win32.OPENFILENAME(
        size=ctypes.sizeof(win32.OPENFILENAME),
        owner=owner,
        filter=ctypes.addressof(kinds),
        file=ctypes.addressof(path),
        file_length=_LONGEST_PATH,
        title=CHOOSING,
        flags=win32.OFN_EXPLORER
        | win32.OFN_FILEMUSTEXIST
        | win32.OFN_PATHMUSTEXIST
        | win32.OFN_HIDEREADONLY
        | win32.OFN_NOCHANGEDIR,
    )
    return path.value if comdlg32.GetOpenFileNameW(ctypes.byref(asked)) else ""
