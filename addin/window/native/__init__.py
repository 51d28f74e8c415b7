"""The window made with Windows' own controls, by the standard library alone: the embeddable Python has no tkinter."""

from addin.window.native import libraries, win32
from addin.window.native.boxes import ask, say
from addin.window.native.notice import run_notice
from addin.window.native.window import run_window

__all__ = ["ask", "prepare", "run_notice", "run_window", "say"]


def prepare() -> None:
    """Set the process up for windows: sharp on every screen, one button on the task bar, controls, file dialogs."""
    import ctypes

    if hasattr(libraries.user32, "SetProcessDpiAwarenessContext"):
        libraries.user32.SetProcessDpiAwarenessContext(win32.PER_MONITOR_AWARE_V2)
    libraries.shell32.SetCurrentProcessExplicitAppUserModelID("dudao.window")
    wanted = win32.ICC_STANDARD | win32.ICC_BARS | win32.ICC_PROGRESS
    classes = win32.INITCOMMONCONTROLSEX(ctypes.sizeof(win32.INITCOMMONCONTROLSEX), wanted)
    libraries.comctl32.InitCommonControlsEx(ctypes.byref(classes))
    libraries.ole32.OleInitialize(None)
