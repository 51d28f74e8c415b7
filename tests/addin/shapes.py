"""Shapes of JSON, written as they look: a key must be there, more keys may be.

`{"key": shape}` an object with this key; `[shape]` a list of such; `{str: shape}` an object of any keys; `type`,
a tuple of shapes (any of them), a set of allowed values.
"""

from typing import Any

NUMBER = (int, float)
FIGURE = (int, float, type(None))  # null where it can't be had, never a text
TEXT_OR_NULL = (str, type(None))


def amiss(value: Any, shape: Any, where: str = "$") -> list[str]:
    """Return what in the value is not of the shape."""
    if isinstance(shape, dict):
        return _amiss_in_object(value, shape, where)
    if isinstance(shape, list):
        if not isinstance(value, list):
            return [f"{where}: {value!r} is no list"]
        return [fault for i, one in enumerate(value) for fault in amiss(one, shape[0], f"{where}[{i}]")]
    if isinstance(shape, tuple):
        return [] if any(not amiss(value, one) for one in shape) else [f"{where}: {value!r}"]
    if isinstance(shape, set):
        return [] if value in shape else [f"{where}: {value!r} is none of {shape}"]
    fits = isinstance(value, shape) and (shape is bool or not isinstance(value, bool))
    return [] if fits else [f"{where}: {value!r} is no {shape.__name__}"]


def _amiss_in_object(value: Any, shape: dict[Any, Any], where: str) -> list[str]:
    if not isinstance(value, dict):
        return [f"{where}: {value!r} is no object"]
    if str in shape:
        return [fault for key, one in value.items() for fault in amiss(one, shape[str], f"{where}.{key}")]
    missing = [f"{where}.{key} is missing" for key in shape if key not in value]
    return missing + [
        fault for key, one in shape.items() if key in value for fault in amiss(value[key], one, f"{where}.{key}")
    ]
