"""Windows' registry in memory, as far as `addin.windows.registry` asks of it: two views, keys deleted when empty."""

from collections.abc import Iterator
from contextlib import contextmanager

HKEY_CURRENT_USER, REG_SZ = "HKCU", 1
KEY_READ, KEY_WRITE = 0x1, 0x2
KEY_WOW64_64KEY, KEY_WOW64_32KEY = 0x100, 0x200
Key = tuple[int, str]
keys: dict[Key, dict[str, str]] = {}


def _view(access: int) -> int:
    return access & (KEY_WOW64_64KEY | KEY_WOW64_32KEY)


@contextmanager
def CreateKeyEx(root: str, path: str, _: int, access: int) -> Iterator[Key]:  # noqa: N802
    assert root == HKEY_CURRENT_USER
    parts = path.split("\\")
    for length in range(1, len(parts) + 1):
        keys.setdefault((_view(access), "\\".join(parts[:length])), {})
    yield _view(access), path


@contextmanager
def OpenKey(root: str, path: str, _: int, access: int) -> Iterator[Key]:  # noqa: N802
    assert root == HKEY_CURRENT_USER
    key = (_view(access), path)
    if key not in keys:
        raise FileNotFoundError(path)
    yield key


def SetValueEx(key: Key, name: str, _: int, kind: int, value: str) -> None:  # noqa: N802
    assert kind == REG_SZ
    keys[key][name] = value


def QueryValueEx(key: Key, name: str) -> tuple[str, int]:  # noqa: N802
    if name not in keys[key]:
        raise FileNotFoundError(name)
    return keys[key][name], REG_SZ


def _below(key: Key) -> list[str]:
    view, path = key
    rests = [other.removeprefix(f"{path}\\") for v, other in keys if v == view and other.startswith(f"{path}\\")]
    return sorted({rest.split("\\")[0] for rest in rests})


def QueryInfoKey(key: Key) -> tuple[int, int, int]:  # noqa: N802
    return len(_below(key)), len(keys[key]), 0


def EnumKey(key: Key, index: int) -> str:  # noqa: N802
    return _below(key)[index]


def DeleteKeyEx(root: str, path: str, access: int, _: int) -> None:  # noqa: N802
    assert root == HKEY_CURRENT_USER
    assert not _below((access, path)), "Windows deletes no key that has others below it"
    del keys[(access, path)]
