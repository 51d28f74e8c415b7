"""The registry entries of ours, under HKEY_CURRENT_USER: what VBA creates, and what Windows lists under 应用.

A 32-bit Excel looks CLSIDs up in a view of its own (Wow6432Node), so the class is entered in both views.

A process above medium integrity gets no classes of the user from COM, only the machine's (Microsoft, "Application
Compatibility: UAC: COM Per-User Configuration", bb756926): an Excel run as administrator, or by the built-in
Administrator. So an installer that itself has these rights enters the class under HKEY_LOCAL_MACHINE too. That page
says the same of administrators with UAC off; since Vista SP1 COM finds the user's classes then, OLE Automation does not
(Chris Jackson, "Per-User COM Registrations and Elevated Processes with UAC on Windows Vista SP1, Part 2", 2008).
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from addin.windows import rights
from addin.windows.identity import CLSID, PROGID, SERVER, TITLE
from addin.windows.places import Places

_CLASSES = r"Software\Classes"
_LISTED = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\dudao"
_CLASS = (rf"{_CLASSES}\{PROGID}", rf"{_CLASSES}\CLSID\{CLSID}")
OURS = (*_CLASS, _LISTED)
"""The keys that are ours with all below them; for the machine there are none but the class's."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A value of a key; the key's own one where name is empty."""

    key: str
    name: str
    value: str


def entries(places: Places, version: str) -> tuple[Entry, ...]:
    """Return what an installation enters."""
    program, class_ = rf"{_CLASSES}\{PROGID}", rf"{_CLASSES}\CLSID\{CLSID}"
    uninstall = places.program / "uninstall.cmd"
    return (
        Entry(program, "", TITLE),
        Entry(rf"{program}\CLSID", "", CLSID),
        Entry(class_, "", TITLE),
        Entry(rf"{class_}\ProgID", "", PROGID),
        _leading_to(places),
        Entry(_LISTED, "DisplayName", TITLE),
        Entry(_LISTED, "DisplayVersion", version),
        Entry(_LISTED, "InstallLocation", str(places.program)),
        Entry(_LISTED, "UninstallString", f'"{uninstall}"'),
    )


def write(wanted: Iterable[Entry]) -> None:
    """Enter the values, in place of earlier ones; with an administrator's rights the class's for the machine too.

    That the machine refuses is no failure: most Excels need no more than the user's.
    """
    winreg, wanted = _winreg(), tuple(wanted)
    _write(winreg, winreg.HKEY_CURRENT_USER, wanted)
    if rights.elevated():
        with suppress(OSError):
            _write(winreg, winreg.HKEY_LOCAL_MACHINE, _of_class(wanted))


def missing(wanted: Iterable[Entry]) -> list[Entry]:
    """Return which values are not entered for this user, or otherwise, in the view of a 64-bit or a 32-bit program."""
    winreg = _winreg()
    return _missing(winreg, winreg.HKEY_CURRENT_USER, wanted)


def missing_for_machine(wanted: Iterable[Entry]) -> list[Entry]:
    """Return which of the class's values are not entered for the machine, or otherwise, in either view."""
    winreg = _winreg()
    return _missing(winreg, winreg.HKEY_LOCAL_MACHINE, _of_class(wanted))


def remove(places: Places) -> None:
    """Take all keys of ours out; the machine's where they lead to the program of these places, and where we may."""
    winreg = _winreg()
    for view in _views(winreg):
        for key in OURS:
            _remove_tree(winreg, winreg.HKEY_CURRENT_USER, key, view)
        if _value(winreg, winreg.HKEY_LOCAL_MACHINE, _leading_to(places), view) == _leading_to(places).value:
            with suppress(OSError):
                for key in _CLASS:
                    _remove_tree(winreg, winreg.HKEY_LOCAL_MACHINE, key, view)


def _leading_to(places: Places) -> Entry:
    return Entry(rf"{_CLASSES}\CLSID\{CLSID}\LocalServer32", "", f'"{places.silent_python}" -m {SERVER}')


def _of_class(wanted: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(entry for entry in wanted if entry.key.startswith(_CLASS))


def _write(winreg: Any, root: Any, wanted: Iterable[Entry]) -> None:
    for entry in wanted:
        for view in _views(winreg):
            with winreg.CreateKeyEx(root, entry.key, 0, winreg.KEY_WRITE | view) as key:
                winreg.SetValueEx(key, entry.name, 0, winreg.REG_SZ, entry.value)


def _missing(winreg: Any, root: Any, wanted: Iterable[Entry]) -> list[Entry]:
    return [
        entry for entry in wanted if any(_value(winreg, root, entry, view) != entry.value for view in _views(winreg))
    ]


def _winreg() -> Any:
    return import_module("winreg")


def _views(winreg: Any) -> tuple[int, int]:
    return winreg.KEY_WOW64_64KEY, winreg.KEY_WOW64_32KEY


def _value(winreg: Any, root: Any, entry: Entry, view: int) -> object:
    try:
        with winreg.OpenKey(root, entry.key, 0, winreg.KEY_READ | view) as key:
            return winreg.QueryValueEx(key, entry.name)[0]
    except FileNotFoundError:
        return None


def _remove_tree(winreg: Any, root: Any, key: str, view: int) -> None:
    try:
        with winreg.OpenKey(root, key, 0, winreg.KEY_READ | view) as opened:
            children = list(_children(winreg, opened))
    except FileNotFoundError:
        return
    for child in children:
        _remove_tree(winreg, root, rf"{key}\{child}", view)
    winreg.DeleteKeyEx(root, key, view, 0)


def _children(winreg: Any, opened: Any) -> Iterator[str]:
    for index in range(winreg.QueryInfoKey(opened)[0]):
        yield winreg.EnumKey(opened, index)
