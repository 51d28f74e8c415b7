"""A compound file, the little file system that vbaProject.bin is (MS-CFB, version 3: sectors of 512 bytes)."""

from __future__ import annotations

import re
from collections.abc import Mapping
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
# Signature, class id, versions 0x3E and 3, byte order, sectors of 1 << 9 and 1 << 6 bytes, reserved.
_HEADER = bytes.fromhex("D0CF11E0A1B11AE1" + "00" * 16 + "3E00 0300 FEFF 0900 0600" + "00" * 6)
_MOST_FAT_SECTORS = 109
# Name, its bytes with the closing zero, kind, colour, left, right, child, class id + state + times, start, size.
_ENTRY = Struct("<64sHBB3I36xIQ")
_NAME = re.compile(r"(?:(?![/\\:!])[ -~]){1,31}")


def compound_file(root: Storage) -> bytes:
    """Return the file that holds `root`: streams (bytes) and storages (mappings of the same) by name.

    Raise ValueError for a name that isn't 1 to 31 ASCII characters free of / \\ : !, for names in one storage that
    differ by case alone, and for more than 6.8 MB (109 sectors of FAT: no DIFAT is written beyond the header's).
    """
    entries = [_Entry("Root Entry", _ROOT)]
    entries[0].child = _add_storage(entries, root)
    sectors, mini = _Sectors(_SECTOR), _Sectors(_MINI_SECTOR)
    for entry in entries:
        if entry.kind == _STREAM:
            entry.start = (mini if len(entry.content) < _MINI_STREAM_CUTOFF else sectors).add(entry.content)
    entries[0].content = bytes(mini.content)
    entries[0].start = sectors.add(entries[0].content)
    directory = sectors.add(_directory(entries))
    mini_fat = _table(mini.following)
    mini_fat_start = sectors.add(mini_fat)
    used = len(sectors.following)
    # The FAT stands last; each of its sectors holds 128 numbers, its own among them.
    fat_sectors = -(-used // (_SECTOR // 4 - 1))
    if fat_sectors > _MOST_FAT_SECTORS:
        raise ValueError("a compound file of more than 6.8 MB is not written here")
    fat = _table(sectors.following + [_FAT_SECTOR] * fat_sectors)
    # The sectors of FAT and directory, mini FAT and DIFAT by start and length; version 3 doesn't count the directory's.
    counts = (0, fat_sectors, directory, 0, _MINI_STREAM_CUTOFF, mini_fat_start, len(mini_fat) // _SECTOR, _END, 0)
    difat = [*range(used, used + fat_sectors)] + [_FREE] * (_MOST_FAT_SECTORS - fat_sectors)
    return _HEADER + pack("<9I109I", *counts, *difat) + sectors.content + fat


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


def _add_storage(entries: list[_Entry], storage: Storage) -> int:
    """Append what the storage holds, and below; return the number of the entry on top of its tree."""
    # Shorter names come first, then capitals decide (MS-CFB 2.6.4).
    names = sorted(storage, key=lambda name: (len(name), name.upper()))
    for before, name in pairwise(["", *names]):
        if not _NAME.fullmatch(name) or name.upper() == before.upper():
            raise ValueError(f"{name!r} can't be a name in a compound file")
    first, after = len(entries), len(entries) + len(names)
    entries += [_Entry(name, _STORAGE) for name in names]
    for entry in entries[first:after]:
        content = storage[entry.name]
        if isinstance(content, bytes):
            entry.kind, entry.content = _STREAM, content
        else:
            entry.child = _add_storage(entries, content)
    return _link(entries, first, after, 0, len(names).bit_length() - 1)


def _link(entries: list[_Entry], first: int, after: int, depth: int, deepest: int) -> int:
    """Make siblings in order a red-black tree; return the top's number.

    Split in the middle, every level but the deepest is full: with that one red, all paths have as many black nodes.
    """
    if first == after:
        return _NO_ENTRY
    top = (first + after) // 2
    entries[top].colour = _RED if 0 < depth == deepest else _BLACK
    entries[top].left = _link(entries, first, top, depth + 1, deepest)
    entries[top].right = _link(entries, top + 1, after, depth + 1, deepest)
    return top


def _directory(entries: list[_Entry]) -> bytes:
    written = bytearray()
    for entry in entries:
        name = (entry.name + "\0").encode("utf-16-le")
        links = (entry.left, entry.right, entry.child)
        written += _ENTRY.pack(name, len(name), entry.kind, entry.colour, *links, entry.start, len(entry.content))
    unused = _ENTRY.pack(b"", 0, _UNUSED, 0, *[_NO_ENTRY] * 3, 0, 0)
    return bytes(written) + unused * (-len(entries) % (_SECTOR // _ENTRY.size))


def _table(numbers: list[int]) -> bytes:
    """Return the numbers as they fill whole sectors."""
    numbers = numbers + [_FREE] * (-len(numbers) % (_SECTOR // 4))
    return pack(f"<{len(numbers)}I", *numbers)
