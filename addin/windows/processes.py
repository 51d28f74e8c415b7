"""Running programs, as far as they keep our files in use: the function server, our window, Excel."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import PureWindowsPath
from typing import Any

_SPREADSHEETS = {"excel.exe": "Excel", "et.exe": "WPS 表格", "wps.exe": "WPS"}
_QUERY_LIMITED, _TERMINATE, _SYNCHRONIZE = 0x1000, 0x1, 0x100000
_WAIT = 5_000  # milliseconds


@dataclass(frozen=True, slots=True)
class Process:
    """A program that runs. image: its .exe; windowed: whether it shows a window."""

    id: int
    image: PureWindowsPath
    windowed: bool


def running() -> list[Process]:
    """Return the programs that may be asked, which are at least this user's own."""
    windowed = _with_windows()
    found = ((number, _image(number)) for number in import_module("win32process").EnumProcesses())
    return [Process(number, image, number in windowed) for number, image in found if image]


def of_folder(processes: Sequence[Process], folder: PureWindowsPath, but: int) -> list[Process]:
    """Return those started from the folder, without the process `but` (ourselves)."""
    return [one for one in processes if one.id != but and one.image.is_relative_to(folder)]


def spreadsheet_programs(processes: Sequence[Process]) -> list[str]:
    """Return the names of the spreadsheet programs that run, as clerks call them."""
    named = (_SPREADSHEETS.get(one.image.name.lower()) for one in processes)
    return sorted({name for name in named if name})


def stop(process: Process) -> None:
    """End a process of ours at once, and wait for its end."""
    api, event, errors = (import_module(name) for name in ("win32api", "win32event", "pywintypes"))
    try:
        handle = api.OpenProcess(_TERMINATE | _SYNCHRONIZE, False, process.id)
        api.TerminateProcess(handle, 0)
        event.WaitForSingleObject(handle, _WAIT)
    except errors.error:
        return  # it has ended by itself, or its files will be found in use


def _image(number: int) -> PureWindowsPath | None:
    ctypes: Any = import_module("ctypes")
    kernel = ctypes.windll.kernel32
    kernel.OpenProcess.restype = ctypes.c_void_p
    handle = kernel.OpenProcess(_QUERY_LIMITED, False, number)
    if not handle:
        return None
    try:
        length = ctypes.c_ulong(32_768)
        buffer = ctypes.create_unicode_buffer(length.value)
        known = kernel.QueryFullProcessImageNameW(ctypes.c_void_p(handle), 0, buffer, ctypes.byref(length))
        return PureWindowsPath(buffer.value) if known else None
    finally:
        kernel.CloseHandle(ctypes.c_void_p(handle))


def _with_windows() -> set[int]:
    gui, process = import_module("win32gui"), import_module("win32process")
    found: set[int] = set()

    def note(handle: int, _: object) -> bool:
        if gui.IsWindowVisible(handle):
            found.add(process.GetWindowThreadProcessId(handle)[1])
        return True

    gui.EnumWindows(note, None)
    return found
