"""What menu entries and toolbar buttons say: their tooltips, and 截止日期 with the day that is chosen.

LibreOffice asks with a listener for each of them; a text sets label and tooltip, then a command the tooltip alone.
"""

import contextlib
from typing import Any

import uno

from addin.libreoffice.buttons import chosen_day
from addin.ribbon import tab

_listeners: list[tuple[Any, Any, Any]] = []
"""Listener, address of the command, and the dispatch that it listens to: those of 截止日期, whose text changes."""


def add(listener: Any, url: Any, source: Any) -> None:
    """Tell a listener its texts; that of 截止日期 again whenever the day changes."""
    if url.Path == tab().date.id:
        _listeners.append((listener, url, source))
    _tell(listener, url, source)


def remove(listener: Any, url: Any) -> None:
    """Forget a listener."""
    _listeners[:] = [kept for kept in _listeners if kept[0] != listener or kept[1].Complete != url.Complete]


def tell_day() -> None:
    """Tell all listeners of 截止日期 that the day has changed; one whose window is gone is forgotten."""
    for listener, url, source in tuple(_listeners):
        try:
            _tell(listener, url, source)
        except Exception:
            remove(listener, url)


def day_label() -> str:
    """Return 截止日期 with the day."""
    return f"{tab().date.label}：{chosen_day.text() or '自动'}"


def day_explained() -> str:
    """Return how 截止日期 is written and how long it holds."""
    return tab().date.supertip.replace("Excel", "LibreOffice")


def _tell(listener: Any, url: Any, source: Any) -> None:
    label, tip = _texts(url.Path)
    for state in (label, _tooltip(tip)):
        event = uno.createUnoStruct("com.sun.star.frame.FeatureStateEvent")
        event.Source, event.FeatureURL, event.IsEnabled, event.State = source, url, True, state
        with contextlib.suppress(AttributeError):
            listener.statusChanged(event)


def _texts(command: str) -> tuple[str, str]:
    """Return what the entry says, and its tooltip."""
    if command == tab().date.id:
        return day_label(), f"{tab().date.screentip}\n{day_explained()}"
    button = tab().button(command)
    return button.label, f"{button.screentip}\n{button.supertip}"


def _tooltip(text: str) -> Any:
    argument = uno.createUnoStruct("com.sun.star.beans.NamedValue", "HelpText", text)
    return uno.createUnoStruct("com.sun.star.frame.ControlCommand", "SetQuickHelpText", (argument,))
