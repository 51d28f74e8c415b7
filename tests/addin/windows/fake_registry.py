"""Windows' registry in memory, as far as `addin.windows.registry` asks of it: two views, keys deleted when empty.

guarded: the roots that may be read only, as HKLM is without an administrator's rights.
"""

from collections.abc import Iterator
from contextlib import contextmanager

HKEY_CURRENT_USER, HKEY_LOCAL_MACHINE, REG_SZ = "HKCU", "HKLM", 1
KEY_READ, KEY_WRITE = 0x1, 0x2
KEY_WOW64_64KEY, KEY_WOW64_32KEY = 0x100, 0x200
Key = tuple[str, int, str]
keys: dict[Key, dict[str, str]] = {}
guarded: set[str] = set()


def _refuse_guarded(root: str, path: str) -> None:
    if root in guarded:
        raise PermissionError(13, "Access is denied", path)


def _view(access: int) -> int:
    return access & (KEY_WOW64_64KEY | KEY_WOW64_32KEY)


@contextmanager
def CreateKeyEx(root: str, path: str, _: int, access: int) -> Iterator[Key]:  # noqa: N802
    _refuse_guarded(root, path)
    parts = path.split("\\")
    for length in range(1, len(parts) + 1):
        keys.setdefault((root, _view(access), "\\".join(parts[:length])), {})
    yield root, _view(access), path


@contextmanager
def OpenKey(root: str, path: str, _: int, access: int) -> Iterator[Key]:  # noqa: N802
    key = (root, _view(access), path)
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
    root, view, path = key
    below = [other for r, v, other in keys if (r, v) == (root, view) and other.startswith(f"{path}\\")]
    rests = [other.removeprefix(f"{path}\\") for other in below]
    return sorted({rest.split("\\")[0] for rest in rests})


def QueryInfoKey(key: Key) -> tuple[int, int, int]:  # noqa: N802
    return len(_below(key)), len(keys[key]), 0


def EnumKey(key: Key, index: int) -> str:  # noqa: N802
    return _below(key)[index]


def DeleteKeyEx(root: str, path: str, access: int, _: int) -> None:  # noqa: N802
    _refuse_guarded(root, path)
    assert not _below((root, access, path)), "Windows deletes no key that has others below it"
    del keys[(root, access, path)]
