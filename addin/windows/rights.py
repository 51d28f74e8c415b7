"""The rights that this process has."""

from importlib import import_module
from typing import Any


def elevated() -> bool:
    """Return whether this process has an administrator's rights: under UAC even an administrator's has none unasked."""
    ctypes: Any = import_module("ctypes")
    try:
        return bool(ctypes.windll.shell32.IsUserAnAdmin())
    except (AttributeError, OSError):  # another system, or a Windows without the function, which is deprecated
        return False
