"""A dialog window of Windows with controls placed in pixels of 96 dpi, scaled to the screen it stands on."""

import ctypes
import queue
import struct
from collections.abc import Callable
from ctypes.wintypes import MSG, RECT
from dataclasses import dataclass
from pathlib import Path

from addin.window.log import LOG
from addin.window.native import win32
from addin.window.native.libraries import DLGPROC, gdi32, kernel32, last_error, shell32, user32

_NORMAL_DPI = 96
_STYLE = win32.WS_POPUP | win32.WS_CAPTION | win32.WS_SYSMENU | win32.WS_MINIMIZEBOX | win32.WS_CLIPCHILDREN
_ICON = Path(__file__).parents[2] / "windows" / "dudao.ico"
_SMALL_ICON = 16  # pixels at 96 dpi
_FIRST_ID = 100  # below are the dialog's own: IDOK, IDCANCEL …


@dataclass(frozen=True, slots=True)
class Box:
    """A place in a dialog, in pixels at 96 dpi."""

    left: int
    top: int
    width: int
    height: int

    def scaled(self, dpi: int) -> tuple[int, int, int, int]:
        """Return left, top, width, height in pixels of a screen."""
        left, top, width, height = (_scaled(n, dpi) for n in (self.left, self.top, self.width, self.height))
        return left, top, width, height


@dataclass(frozen=True, slots=True)
class Control:
    """A control of a dialog."""

    handle: int
    id: int
    box: Box

    @property
    def text(self) -> str:
        """The text it shows."""
        length: int = user32.GetWindowTextLengthW(self.handle) + 1
        buffer = ctypes.create_unicode_buffer(length)
        user32.GetWindowTextW(self.handle, buffer, length)
        return buffer.value

    def write(self, text: str) -> None:
        """Show the text, unless it shows it already (the caret stays where it is)."""
        text = "\r\n".join(text.splitlines())
        if text != self.text:
            user32.SetWindowTextW(self.handle, text)

    def enable(self, enabled: bool) -> None:
        """Let the clerk use it, or grey it."""
        user32.EnableWindow(self.handle, enabled)

    def show(self, shown: bool) -> None:
        """Show it, or hide it."""
        user32.ShowWindow(self.handle, win32.SW_SHOW if shown else win32.SW_HIDE)

    def send(self, message: int, number: int = 0, pointer: int = 0) -> int:
        """Send it a message and return the answer."""
        return int(user32.SendMessageW(self.handle, message, number, pointer))


class Dialog:
    """A dialog of fixed size; `Tab`, `Enter` and `Esc` work as everywhere.

    on_close is asked when the clerk closes it, and closes it by `end`; on_drop gets the paths of files dropped on it.
    """

    def __init__(self, title: str, width: int, height: int) -> None:
        self.on_close: Callable[[], None] = self.end
        self.on_drop: Callable[[list[str]], None] | None = None
        self._size = Box(0, 0, width, height)
        self._controls: list[Control] = []
        self._commands: dict[tuple[int, int], Callable[[], None]] = {}
        self._calls: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._alive = True
        self._proc = DLGPROC(self._received)  # kept: Windows calls it as long as the dialog lives
        template = struct.pack("<LLHhhhhHH", _STYLE, win32.WS_EX_APPWINDOW, 0, 0, 0, 0, 0, 0, 0)
        self._template = ctypes.create_string_buffer(template + title.encode("utf-16-le") + b"\0\0")
        self.handle: int = user32.CreateDialogIndirectParamW(
            kernel32.GetModuleHandleW(None), ctypes.addressof(self._template), None, self._proc, 0
        )
        if not self.handle:
            raise last_error()
        self._dpi = _dpi_of(self.handle)
        self._font = _message_font(self._dpi)
        for size, pixels in ((win32.ICON_SMALL, _SMALL_ICON), (win32.ICON_BIG, 0)):
            user32.SendMessageW(self.handle, win32.WM_SETICON, size, _icon(self.pixels(pixels)))

    def add(self, kind: str, text: str, style: int, box: Box, ex_style: int = 0) -> Control:
        """Add a control of a window class; the order of adding is the order of the Tab key."""
        number = _FIRST_ID + len(self._controls)
        style |= win32.WS_CHILD | win32.WS_VISIBLE
        handle = user32.CreateWindowExW(
            ex_style, kind, text, style, *box.scaled(self._dpi), self.handle, number, None, None
        )
        if not handle:
            raise last_error()
        control = Control(handle, number, box)
        control.send(win32.WM_SETFONT, self._font)
        self._controls.append(control)
        return control

    def pixels(self, length: int) -> int:
        """Return a length at 96 dpi in pixels of the dialog's screen."""
        return _scaled(length, self._dpi)

    def on(self, control: Control, notice: int, action: Callable[[], None]) -> None:
        """Do the action when the control sends the notice (BN_CLICKED, EN_CHANGE)."""
        self._commands[control.id, notice] = action

    def make_default(self, button: Control) -> None:
        """Let Enter press the button."""
        user32.SendMessageW(self.handle, win32.DM_SETDEFID, button.id, 0)

    def focus(self, control: Control) -> None:
        """Give the control the keyboard."""
        user32.SendMessageW(self.handle, win32.WM_NEXTDLGCTL, control.handle, 1)

    def call(self, action: Callable[[], None]) -> None:
        """Do the action on the dialog's thread. Any thread may ask."""
        self._calls.put(action)
        user32.PostMessageW(self.handle, win32.WM_CALL, 0, 0)

    def run(self) -> None:
        """Show the dialog in the middle of the screen until `end`."""
        self._place_in_the_middle()
        shell32.DragAcceptFiles(self.handle, self.on_drop is not None)
        user32.ShowWindow(self.handle, win32.SW_SHOW)
        user32.SetForegroundWindow(self.handle)
        message = MSG()
        while self._alive and user32.GetMessageW(ctypes.byref(message), None, 0, 0) > 0:
            if not user32.IsDialogMessageW(self.handle, ctypes.byref(message)):
                user32.TranslateMessage(ctypes.byref(message))
                user32.DispatchMessageW(ctypes.byref(message))
        user32.DestroyWindow(self.handle)
        gdi32.DeleteObject(self._font)

    def end(self) -> None:
        """Close the dialog; `run` returns."""
        self._alive = False

    def _received(self, _window: int, message: int, number: int, pointer: int) -> int:
        """Answer a message of Windows: 1 when it is done with."""
        try:
            return int(self._handled(message, number, pointer))
        except Exception:  # nobody above us but Windows
            LOG.exception("message %#x", message)
            return 1

    def _handled(self, message: int, number: int, pointer: int) -> bool:
        if message == win32.WM_CLOSE:
            self.on_close()
        elif message == win32.WM_COMMAND:
            control, notice = number & 0xFFFF, number >> 16 & 0xFFFF
            action = self.on_close if control == win32.IDCANCEL else self._commands.get((control, notice))
            if action is None:
                return False
            action()
        elif message == win32.WM_CALL:
            while not self._calls.empty():
                self._calls.get()()
        elif message == win32.WM_DROPFILES and self.on_drop:
            self.on_drop(_dropped(number))
        elif message == win32.WM_DPICHANGED:
            self._rescale(number & 0xFFFF, RECT.from_address(pointer))
        else:
            return False
        return True

    def _place_in_the_middle(self) -> None:
        _, _, width, height = self._size.scaled(self._dpi)
        frame = RECT(0, 0, width, height)
        if hasattr(user32, "AdjustWindowRectExForDpi"):
            user32.AdjustWindowRectExForDpi(ctypes.byref(frame), _STYLE, False, win32.WS_EX_APPWINDOW, self._dpi)
        else:
            user32.AdjustWindowRectEx(ctypes.byref(frame), _STYLE, False, win32.WS_EX_APPWINDOW)
        width, height = frame.right - frame.left, frame.bottom - frame.top
        area = RECT()
        user32.SystemParametersInfoW(win32.SPI_GETWORKAREA, 0, ctypes.addressof(area), 0)
        left = area.left + max(0, (area.right - area.left - width) // 2)
        top = area.top + max(0, (area.bottom - area.top - height) // 2)
        user32.SetWindowPos(self.handle, None, left, top, width, height, win32.SWP_NOZORDER | win32.SWP_NOACTIVATE)

    def _rescale(self, dpi: int, frame: RECT) -> None:
        """Follow the clerk to a screen of another scale. frame: the place that Windows proposes."""
        old, self._dpi, self._font = self._font, dpi, _message_font(dpi)
        flags = win32.SWP_NOZORDER | win32.SWP_NOACTIVATE
        width, height = frame.right - frame.left, frame.bottom - frame.top
        user32.SetWindowPos(self.handle, None, frame.left, frame.top, width, height, flags)
        for control in self._controls:
            control.send(win32.WM_SETFONT, self._font, 1)
            user32.SetWindowPos(control.handle, None, *control.box.scaled(dpi), flags)
        gdi32.DeleteObject(old)


def _scaled(length: int, dpi: int) -> int:
    return round(length * dpi / _NORMAL_DPI)


def _dropped(drop: int) -> list[str]:
    """Return the paths of the files dropped."""
    paths = []
    for number in range(shell32.DragQueryFileW(drop, win32.COUNT_OF_FILES, None, 0)):
        buffer = ctypes.create_unicode_buffer(shell32.DragQueryFileW(drop, number, None, 0) + 1)
        shell32.DragQueryFileW(drop, number, buffer, len(buffer))
        paths.append(buffer.value)
    shell32.DragFinish(drop)
    return paths


def _icon(pixels: int) -> int:
    """Return the icon of 项目督导 in a size, 0: Windows' own for the task bar; a plain one where it is not there."""
    flags = win32.LR_LOADFROMFILE | (0 if pixels else win32.LR_DEFAULTSIZE)
    icon: int = user32.LoadImageW(None, str(_ICON), win32.IMAGE_ICON, pixels, pixels, flags)
    return icon or int(user32.LoadIconW(None, win32.IDI_APPLICATION))


def _system_dpi() -> int:
    screen = user32.GetDC(None)
    dpi: int = gdi32.GetDeviceCaps(screen, win32.LOGPIXELSY)
    user32.ReleaseDC(None, screen)
    return dpi or _NORMAL_DPI


def _dpi_of(window: int) -> int:
    """Return the scale of the window's screen; before Windows 10 all screens have one."""
    return int(user32.GetDpiForWindow(window)) if hasattr(user32, "GetDpiForWindow") else _system_dpi()


def _message_font(dpi: int) -> int:
    """Return the system's font of messages (Chinese Windows: Microsoft YaHei UI), at the scale of a screen."""
    metrics = win32.NONCLIENTMETRICS()
    metrics.size = ctypes.sizeof(metrics)
    user32.SystemParametersInfoW(win32.SPI_GETNONCLIENTMETRICS, metrics.size, ctypes.addressof(metrics), 0)
    font = metrics.message_font
    font.height = round(font.height * dpi / _system_dpi())
    return int(gdi32.CreateFontIndirectW(ctypes.byref(font)))
