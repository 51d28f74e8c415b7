"""Runs under Windows: starts the small window and uses it as a clerk does, by mouse, keyboard and dropped file.

Arguments: `window WORKBOOK`, or `icon WORKBOOK…` for files dropped on the icon.
Prints what the window showed as JSON; tests/windows/test_window.py says what is right.
"""

import ctypes
import json
import struct
import sys
import threading
from collections.abc import Callable
from ctypes import c_void_p, wintypes
from typing import Any

from addin.window import start
from addin.window.model import TITLE

user32, kernel32 = ctypes.WinDLL("user32"), ctypes.WinDLL("kernel32")  # type: ignore[attr-defined]
user32.FindWindowW.restype = wintypes.HWND
user32.FindWindowW.argtypes = (wintypes.LPCWSTR, wintypes.LPCWSTR)
user32.SendMessageW.argtypes = (wintypes.HWND, wintypes.UINT, wintypes.WPARAM, wintypes.LPARAM)
user32.GetDlgItem.restype = user32.FindWindowExW.restype = wintypes.HWND
user32.FindWindowExW.argtypes = (wintypes.HWND, wintypes.HWND, wintypes.LPCWSTR, wintypes.LPCWSTR)
user32.PostMessageW.argtypes = user32.SendMessageW.argtypes
user32.IsWindowEnabled.argtypes = user32.IsWindow.argtypes = (wintypes.HWND,)
kernel32.GlobalAlloc.restype = kernel32.GlobalLock.restype = c_void_p
kernel32.GlobalAlloc.argtypes = (wintypes.UINT, ctypes.c_size_t)
kernel32.GlobalLock.argtypes = kernel32.GlobalUnlock.argtypes = (c_void_p,)
EACH = ctypes.WINFUNCTYPE(wintypes.BOOL, wintypes.HWND, wintypes.LPARAM)  # type: ignore[attr-defined]
user32.EnumChildWindows.argtypes = (wintypes.HWND, EACH, wintypes.LPARAM)

WM_GETTEXT, WM_SETTEXT, WM_DROPFILES, WM_KEYDOWN, BM_CLICK = 0x0D, 0x0C, 0x233, 0x100, 0xF5
WM_LBUTTONDOWN, WM_LBUTTONUP = 0x201, 0x202
VK_RETURN, VK_ESCAPE, MOVEABLE, IDNO, ITS_TEXT = 0x0D, 0x1B, 0x2, 7, 0xFFFF


class Window:
    """The window as a clerk sees it."""

    def __init__(self, handle: int) -> None:
        self.handle = handle
        handles: list[int] = []
        user32.EnumChildWindows(handle, EACH(lambda child, _: handles.append(child) or True), 0)
        kinds = [(child, kind_of(child)) for child in handles]
        self.buttons = {text_of(child): child for child, kind in kinds if kind == "Button"}
        self.workbook, self.as_of, self.message = (child for child, kind in kinds if kind == "Edit")

    def shown(self) -> dict[str, Any]:
        """Return what stands in it, and which buttons can be pressed."""
        return {
            "workbook": text_of(self.workbook),
            "as_of": text_of(self.as_of),
            "message": text_of(self.message).replace("\r\n", "\n"),
            "enabled": [label for label, button in self.buttons.items() if user32.IsWindowEnabled(button)],
        }

    def wait_until(self, done: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """Return what it shows as soon as that is so."""
        while not done(self.shown()):
            kernel32.Sleep(20)
        return self.shown()

    def wait_for_work(self) -> dict[str, Any]:
        """Return what it shows when nothing is in work any more."""
        return self.wait_until(lambda shown: "选择…" in shown["enabled"])

    def drop(self, *paths: str) -> None:
        """Drop files on it."""
        names = "".join(f"{path}\0" for path in paths) + "\0"
        content = struct.pack("<IiiII", 20, 0, 0, 0, 1) + names.encode("utf-16-le")
        memory = kernel32.GlobalAlloc(MOVEABLE, len(content))
        ctypes.memmove(kernel32.GlobalLock(memory), content, len(content))
        kernel32.GlobalUnlock(memory)
        user32.PostMessageW(self.handle, WM_DROPFILES, memory, 0)


def text_of(window: int) -> str:
    """Return the text of a window or control."""
    buffer = ctypes.create_unicode_buffer(4096)
    user32.SendMessageW(window, WM_GETTEXT, len(buffer), ctypes.addressof(buffer))
    return buffer.value


def kind_of(window: int) -> str:
    """Return a control's class."""
    buffer = ctypes.create_unicode_buffer(64)
    user32.GetClassNameW(wintypes.HWND(window), buffer, len(buffer))
    return buffer.value


def find() -> Window:
    """Return the window as soon as it stands."""
    while not (handle := user32.FindWindowW("#32770", TITLE)):
        kernel32.Sleep(20)
    kernel32.Sleep(500)  # for its last control to be made
    return Window(handle)


def use(window: Window, workbook: str, seen: dict[str, Any]) -> None:
    """Do what a clerk does, and write down what is seen."""
    seen["buttons"] = list(window.buttons)
    seen["start"] = window.shown()
    user32.PostMessageW(window.buttons["生成通报"], BM_CLICK, 0, 0)
    seen["no workbook"] = window.wait_until(lambda shown: shown["message"] != seen["start"]["message"])
    window.drop(workbook, r"C:\second.xlsx")
    seen["dropped"] = window.wait_until(lambda shown: shown["workbook"] != "")
    user32.PostMessageW(window.buttons["校验台账"], BM_CLICK, 0, 0)
    seen["in work"] = window.wait_until(lambda shown: "选择…" not in shown["enabled"])
    seen["checked"] = window.wait_for_work()
    user32.PostMessageW(window.buttons["打开结果"], BM_CLICK, 0, 0)
    seen["opened"] = window.wait_until(lambda shown: shown["message"] != seen["checked"]["message"])
    text = ctypes.create_unicode_buffer("2026-06-30")
    user32.SendMessageW(window.as_of, WM_SETTEXT, 0, ctypes.addressof(text))
    user32.SendMessageW(window.as_of, WM_LBUTTONDOWN, 0, 0)
    user32.SendMessageW(window.as_of, WM_LBUTTONUP, 0, 0)
    user32.PostMessageW(window.as_of, WM_KEYDOWN, VK_RETURN, 0)
    window.wait_until(lambda shown: "选择…" not in shown["enabled"])
    seen["reported"] = window.wait_for_work()
    user32.PostMessageW(window.as_of, WM_KEYDOWN, VK_ESCAPE, 0)


def answer(seen: dict[str, Any]) -> None:
    """Read the question at the end, and say no."""
    seen["notice"] = []
    while not (no := user32.GetDlgItem(wintypes.HWND(box := user32.FindWindowW("#32770", TITLE)), IDNO)):
        told = text_of(user32.FindWindowExW(wintypes.HWND(box), None, "Static", None)) if box else ""
        if told and told not in seen["notice"]:
            seen["notice"].append(told)
        kernel32.Sleep(5)
    seen["question"] = text_of(user32.GetDlgItem(wintypes.HWND(box), ITS_TEXT)).replace("\r\n", "\n")
    user32.PostMessageW(no, BM_CLICK, 0, 0)


def main() -> None:
    """Start it and use it."""
    way, *workbooks = sys.argv[1:]
    seen: dict[str, Any] = {}
    clerk: Callable[[], None]
    if way == "window":
        clerk, arguments = lambda: use(find(), workbooks[0], seen), []
    else:
        clerk, arguments = lambda: answer(seen), workbooks
    threading.Thread(target=clerk, daemon=True).start()
    seen["exit code"] = start.main(arguments)
    sys.stdout.buffer.write(json.dumps(seen).encode())


if __name__ == "__main__":
    main()
