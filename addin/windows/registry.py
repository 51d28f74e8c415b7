"""The registry entries of ours, all under HKEY_CURRENT_USER: what VBA creates, and what Windows lists under 应用.

A 32-bit Excel looks CLSIDs up in a view of its own (Wow6432Node), so the class is entered in both views.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from addin.windows.identity import CLSID, PROGID, SERVER, TITLE
from addin.windows.places import Places

_CLASSES = r"Software\Classes"
_LISTED = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\dudao"
OURS = (rf"{_CLASSES}\{PROGID}", rf"{_CLASSES}\CLSID\{CLSID}", _LISTED)
"""The keys that are ours with all below them."""


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
        Entry(rf"{class_}\LocalServer32", "", f'"{places.silent_python}" -m {SERVER}'),
        Entry(_LISTED, "DisplayName", TITLE),
        Entry(_LISTED, "DisplayVersion", version),
        Entry(_LISTED, "InstallLocation", str(places.program)),
        Entry(_LISTED, "UninstallString", f'"{uninstall}"'),
    )


def write(wanted: Iterable[Entry]) -> None:
    """Enter the values, in place of earlier ones."""
    winreg = _winreg()
    for entry in wanted:
        for view in _views(winreg):
            with winreg.CreateKeyEx(winreg.HKEY_CURRENT_USER, entry.key, 0, winreg.KEY_WRITE | view) as key:
                winreg.SetValueEx(key, entry.name, 0, winreg.REG_SZ, entry.value)


def missing(wanted: Iterable[Entry]) -> list[Entry]:
    """Return which values are not entered, or otherwise, in the view of a 64-bit or a 32-bit program."""
    winreg = _winreg()
    return [entry for entry in wanted if any(_value(winreg, entry, view) != entry.value for view in _views(winreg))]


def remove() -> None:
    """Take all keys of ours out."""
    winreg = _winreg()
    for key in OURS:
        for view in _views(winreg):
            _remove_tree(winreg, key, view)


def _winreg() -> Any:
    return import_module("winreg")


def _views(winreg: Any) -> tuple[int, int]:
    return winreg.KEY_WOW64_64KEY, winreg.KEY_WOW64_32KEY


def _value(winreg: Any, entry: Entry, view: int) -> object:
    try:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, entry.key, 0, winreg.KEY_READ | view) as key:
            return winreg.QueryValueEx(key, entry.name)[0]
    except FileNotFoundError:
        return None


def _remove_tree(winreg: Any, key: str, view: int) -> None:
    try:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key, 0, winreg.KEY_READ | view) as opened:
            children = list(_children(winreg, opened))
    except FileNotFoundError:
        return
    for child in children:
        _remove_tree(winreg, rf"{key}\{child}", view)
    winreg.DeleteKeyEx(winreg.HKEY_CURRENT_USER, key, view, 0)


def _children(winreg: Any, opened: Any) -> Iterator[str]:
    for index in range(winreg.QueryInfoKey(opened)[0]):
        yield winreg.EnumKey(opened, index)
