"""Zip files put together from entries of other zip files, which are copied as they are packed.

So the same parts give the same bytes on every system: no compressor has a say (they differ from system to system).
"""

import struct
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_VERSION, _UTF8, _FIRST_OF_1980 = 20, 0x800, 0x21


@dataclass(frozen=True, slots=True)
class Item:
    """A file to pack, as packed. method: ZIP_STORED or ZIP_DEFLATED; crc and size: of the unpacked content."""

    name: str
    method: int
    crc: int
    size: int
    packed: bytes

    def named(self, name: str) -> "Item":
        """Return the same content under another name."""
        return replace(self, name=name)


def stored(name: str, content: bytes) -> Item:
    """Return a file of our own, not compressed."""
    return Item(name, ZIP_STORED, zlib.crc32(content), len(content), content)


def items(archive: bytes) -> Iterator[Item]:
    """Yield the files of a zip, folders left out, each checked. Raises BadZipFile or ValueError for what is damaged."""
    with ZipFile(BytesIO(archive)) as opened:
        damaged = opened.testzip()
        if damaged is not None:
            raise ValueError(f"damaged: {damaged}")
        for entry in opened.infolist():
            if entry.is_dir():
                continue
            if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
                raise ValueError(f"packed by method {entry.compress_type}: {entry.filename}")
            header = _LOCAL.unpack_from(archive, entry.header_offset)
            start = entry.header_offset + _LOCAL.size + header[9] + header[10]
            packed = archive[start : start + entry.compress_size]
            yield Item(entry.filename, entry.compress_type, entry.CRC, entry.file_size, packed)


def zipped(files: Iterable[Item]) -> bytes:
    """Return a zip of the files in order of their names. ValueError where two have one name, in whatever case."""
    ordered = sorted(files, key=lambda item: item.name)
    for first, second in _doubles(ordered):
        raise ValueError(f"the same file twice: {first}, {second}")
    blocks: list[bytes] = []
    directory: list[bytes] = []
    position = 0
    for item in ordered:
        name = item.name.encode()
        flags = 0 if item.name.isascii() else _UTF8
        sizes = (item.crc, len(item.packed), item.size, len(name), 0)
        shared = (_VERSION, flags, item.method, 0, _FIRST_OF_1980, *sizes)
        directory.append(_CENTRAL.pack(b"PK\1\2", _VERSION, *shared, 0, 0, 0, 0, position) + name)
        blocks += (_LOCAL.pack(b"PK\3\4", *shared) + name, item.packed)
        position += _LOCAL.size + len(name) + len(item.packed)
    listing = b"".join(directory)
    end = _END.pack(b"PK\5\6", 0, 0, len(directory), len(directory), len(listing), position, 0)
    return b"".join([*blocks, listing, end])


def _doubles(ordered: Iterable[Item]) -> Iterator[tuple[str, str]]:
    seen: dict[str, str] = {}
    for item in ordered:
        key = item.name.casefold()
        if key in seen:
            yield seen[key], item.name
        seen[key] = item.name
