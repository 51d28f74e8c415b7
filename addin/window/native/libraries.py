"""The few functions of Windows that the window needs, declared so that 64-bit handles pass whole."""

import ctypes
from ctypes import POINTER, c_int, c_ssize_t, c_void_p
from ctypes.wintypes import (
    BOOL,
    DWORD,
    HANDLE,
    HDC,
    HFONT,
    HICON,
    HINSTANCE,
    HMODULE,
    HWND,
    LONG,
    LPARAM,
    LPCWSTR,
    LPWSTR,
    MSG,
    RECT,
    UINT,
    WPARAM,
)
from typing import Any

from addin.window.native.win32 import INITCOMMONCONTROLSEX, LOGFONT, OPENFILENAME

_windows: Any = ctypes  # what follows is there on Windows alone

DLGPROC: Any = _windows.WINFUNCTYPE(c_ssize_t, HWND, UINT, WPARAM, LPARAM)

_FUNCTIONS: dict[str, dict[str, tuple[Any, ...]]] = {
    "user32": {
        "AdjustWindowRectEx": (BOOL, POINTER(RECT), DWORD, BOOL, DWORD),
        "CreateDialogIndirectParamW": (HWND, HINSTANCE, c_void_p, HWND, DLGPROC, LPARAM),
        "CreateWindowExW": (
            *(HWND, DWORD, LPCWSTR, LPCWSTR, DWORD, c_int, c_int, c_int, c_int),
            *(HWND, c_void_p, HINSTANCE, c_void_p),
        ),
        "DestroyWindow": (BOOL, HWND),
        "DispatchMessageW": (c_ssize_t, POINTER(MSG)),
        "EnableWindow": (BOOL, HWND, BOOL),
        "GetDC": (HDC, HWND),
        "GetFocus": (HWND,),
        "GetMessageW": (c_int, POINTER(MSG), HWND, UINT, UINT),
        "GetWindowTextLengthW": (c_int, HWND),
        "GetWindowTextW": (c_int, HWND, LPWSTR, c_int),
        "IsDialogMessageW": (BOOL, HWND, POINTER(MSG)),
        "LoadIconW": (HICON, HINSTANCE, c_void_p),
        "LoadImageW": (HANDLE, HINSTANCE, LPCWSTR, UINT, c_int, c_int, UINT),
        "MessageBoxW": (c_int, HWND, LPCWSTR, LPCWSTR, UINT),
        "PostMessageW": (BOOL, HWND, UINT, WPARAM, LPARAM),
        "ReleaseDC": (c_int, HWND, HDC),
        "SendMessageW": (c_ssize_t, HWND, UINT, WPARAM, LPARAM),
        "SetForegroundWindow": (BOOL, HWND),
        "SetWindowPos": (BOOL, HWND, HWND, c_int, c_int, c_int, c_int, UINT),
        "SetWindowTextW": (BOOL, HWND, LPCWSTR),
        "ShowWindow": (BOOL, HWND, c_int),
        "SystemParametersInfoW": (BOOL, UINT, UINT, c_void_p, UINT),
        "TranslateMessage": (BOOL, POINTER(MSG)),
        # since Windows 10
        "AdjustWindowRectExForDpi": (BOOL, POINTER(RECT), DWORD, BOOL, DWORD, UINT),
        "GetDpiForWindow": (UINT, HWND),
        "SetProcessDpiAwarenessContext": (BOOL, HANDLE),
    },
    "gdi32": {
        "CreateFontIndirectW": (HFONT, POINTER(LOGFONT)),
        "DeleteObject": (BOOL, HANDLE),
        "GetDeviceCaps": (c_int, HDC, c_int),
    },
    "kernel32": {"GetModuleHandleW": (HMODULE, LPCWSTR)},
    "comctl32": {"InitCommonControlsEx": (BOOL, POINTER(INITCOMMONCONTROLSEX))},
    "comdlg32": {"GetOpenFileNameW": (BOOL, POINTER(OPENFILENAME))},
    "shell32": {
        "DragAcceptFiles": (None, HWND, BOOL),
        "DragFinish": (None, HANDLE),
        "DragQueryFileW": (UINT, HANDLE, UINT, LPWSTR, UINT),
        "SetCurrentProcessExplicitAppUserModelID": (LONG, LPCWSTR),
    },
    "ole32": {"OleInitialize": (LONG, c_void_p)},
}
"""Library → function → (what it returns, what it takes …)."""


def _declared(library: str) -> Any:
    dll = _windows.WinDLL(library, use_last_error=True)
    for name, (result, *arguments) in _FUNCTIONS[library].items():
        if hasattr(dll, name):
            function = getattr(dll, name)
            function.restype, function.argtypes = result, arguments
    return dll


user32 = _declared("user32")
gdi32 = _declared("gdi32")
kernel32 = _declared("kernel32")
comctl32 = _declared("comctl32")
comdlg32 = _declared("comdlg32")
shell32 = _declared("shell32")
ole32 = _declared("ole32")


def last_error() -> OSError:
    """Return why the last call failed."""
    error: OSError = _windows.WinError(_windows.get_last_error())
    return error
