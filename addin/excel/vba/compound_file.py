"""A compound file, the little file system that vbaProject.bin is (MS-CFB, version 3: sectors of 512 bytes)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from struct import Struct, pack
from typing import TypeAlias

Storage: TypeAlias = "Mapping[str, bytes | Storage]"

_SECTOR, _MINI_SECTOR = 512, 64
_MINI_STREAM_CUTOFF = 4096
_FREE, _END, _FAT_SECTOR = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_NO_ENTRY = 0xFFFFFFFF
_UNUSED, _STORAGE, _STREAM, _ROOT = 0, 1, 2, 5
_RED, _BLACK = 0, 1
# Signature, class id, versions, byte order, sector shifts, reserved, directory sectors (0 in version 3), FAT sectors,
# directory start, transaction, cutoff, mini FAT start and sectors, DIFAT start and sectors, the DIFAT itself.
_HEADER = Struct("<8s16x5H6x9I109I")
# Name, its bytes with the closing zero, kind, colour, left, right, child, class id + state + times, start, size.
_ENTRY = Struct("<64sHBB3I36xIQ")
_FAT_SECTORS_IN_HEADER = 109
_NAME = re.compile(r"(?:(?![/\\:!])[ -~]){1,31}")


def compound_file(root: Storage) -> bytes:
    """Return the file that holds `root`: streams (bytes) and storages (mappings of the same) by name.

    Raise ValueError for a name that isn't 1 to 31 ASCII characters free of / \\ : !, for names in one storage that
    differ by case alone, and for more than 6.8 MB (109 sectors of FAT: no DIFAT is written beyond the header's).
    """
    entries = [_Entry("Root Entry", _ROOT)]
    entries[0].child = _add_siblings(entries, root)
    sectors, mini = _Sectors(_SECTOR), _Sectors(_MINI_SECTOR)
    for entry in entries:
        if entry.kind == _STREAM:
            entry.start = (mini if len(entry.content) < _MINI_STREAM_CUTOFF else sectors).add(entry.content)
    entries[0].content = bytes(mini.content)
    entries[0].start = sectors.add(entries[0].content)
    directory = sectors.add(_directory(entries))
    mini_fat = _table(mini.following)
    mini_fat_start = sectors.add(mini_fat)
    first_fat_sector = len(sectors.following)
    # Each sector of the FAT holds 128 numbers, its own among them.
    fat_sectors = -(-first_fat_sector // (_SECTOR // 4 - 1))
    if fat_sectors > _FAT_SECTORS_IN_HEADER:
        raise ValueError("a compound file of more than 6.8 MB is not written here")
    fat = _table([*sectors.following, *[_FAT_SECTOR] * fat_sectors])
    places = [*range(first_fat_sector, first_fat_sector + fat_sectors)]
    header = _HEADER.pack(
        *(
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            0x3E,
            3,
            0xFFFE,
            9,
            6,
            0,
            fat_sectors,
            directory,
            0,
            _MINI_STREAM_CUTOFF,
        ),
        *(mini_fat_start, len(mini_fat) // _SECTOR, _END, 0),
        *places + [_FREE] * (_FAT_SECTORS_IN_HEADER - fat_sectors),
    )
    return header + sectors.content + fat


@dataclass
class _Sectors:
    """Content cut into sectors of one size, and for each sector the number of the one that follows."""

    size: int
    content: bytearray = field(default_factory=bytearray)
    following: list[int] = field(default_factory=list)

    def add(self, content: bytes) -> int:
        """Append `content` and return its first sector."""
        if not content:
            return _END
        first = len(self.following)
        count = -(-len(content) // self.size)
        self.content += content.ljust(count * self.size, b"\0")
        self.following += [*range(first + 1, first + count), _END]
        return first


@dataclass
class _Entry:
    """A storage or stream as the directory lists it, a node of its siblings' red-black tree."""

    name: str
    kind: int
    content: bytes = b""
    colour: int = _BLACK
    left: int = _NO_ENTRY
    right: int = _NO_ENTRY
    child: int = _NO_ENTRY
    start: int = 0


def _add_siblings(entries: list[_Entry], storage: Storage) -> int:
    """Append the storage's entries and all below them; return the number of the entry on top."""
    names = sorted(storage, key=_order)
    for before, name in pairwise(["", *names]):
        if not _NAME.fullmatch(name) or name.upper() == before.upper():
            raise ValueError(f"{name!r} can't be a name in a compound file")
    # Split in the middle, every level but the deepest is full: with the deepest red, each path has as many black nodes.
    deepest = len(names).bit_length() - 1

    def add(low: int, high: int, depth: int) -> int:
        if low == high:
            return _NO_ENTRY
        middle = (low + high) // 2
        content = storage[names[middle]]
        number = len(entries)
        entry = (
            _Entry(names[middle], _STREAM, content) if isinstance(content, bytes) else _Entry(names[middle], _STORAGE)
        )
        entries.append(entry)
        entry.colour = _RED if depth == deepest > 0 else _BLACK
        entry.left = add(low, middle, depth + 1)
        entry.right = add(middle + 1, high, depth + 1)
        if not isinstance(content, bytes):
            entry.child = _add_siblings(entries, content)
        return number

    return add(0, len(names), 0)


def _order(name: str) -> tuple[int, str]:
    """Shorter names first, then by capitals (MS-CFB 2.6.4)."""
    return len(name), name.upper()


def _directory(entries: Iterable[_Entry]) -> bytes:
    written = bytearray()
    for entry in entries:
        name = (entry.name + "\0").encode("utf-16-le")
        links = (entry.left, entry.right, entry.child)
        written += _ENTRY.pack(name, len(name), entry.kind, entry.colour, *links, entry.start, len(entry.content))
    unused = _ENTRY.pack(b"", 0, _UNUSED, 0, *[_NO_ENTRY] * 3, 0, 0)
    return bytes(written) + unused * (-len(written) % _SECTOR // _ENTRY.size)


def _table(numbers: list[int]) -> bytes:
    """Return the numbers as they fill whole sectors."""
    numbers = [*numbers, *[_FREE] * (-len(numbers) % (_SECTOR // 4))]
    return pack(f"<{len(numbers)}I", *numbers)
