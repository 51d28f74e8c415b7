"""What an engine of xlwings doesn't have raises NotImplementedError, with the member's name."""

from collections.abc import Callable
from inspect import getattr_static
from typing import Any, TypeVar

_Class = TypeVar("_Class", bound=type)


def complete(cls: _Class) -> _Class:
    """Class decorator: give every member that the class only inherits as "not implemented" an error that names it."""
    for name in dir(cls):
        member = getattr_static(cls, name)
        if _only_raises(member):
            what = f"LibreOffice: {cls.__name__}.{name}"
            setattr(cls, name, _property(what) if isinstance(member, property) else _method(what))
    return cls


def _only_raises(member: object) -> bool:
    function = member.fget if isinstance(member, property) else getattr(member, "__func__", member)
    code = getattr(function, "__code__", None)
    return code is not None and code.co_names == ("NotImplementedError",)


def _method(what: str) -> Callable[..., Any]:
    def missing(*_arguments: object, **_options: object) -> Any:
        raise NotImplementedError(what)

    return missing


def _property(what: str) -> property:
    missing = _method(what)
    return property(missing, missing)
