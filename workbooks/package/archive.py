"""The zip container: every entry is checked on reading, and copied byte for byte on writing unless it was changed.

Python's `zipfile` re-compresses what it copies and hides the bytes between entries; this module keeps them.
"""

import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from workbooks.package.refusals import refusal

BOMB_SIZE = 50 * 1024 * 1024
BOMB_RATIO = 100
CHUNK = 1 << 20

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_END64 = struct.Struct("<4sQ2H2I4Q")
_PROLOG = re.compile(rb"(?:\xef\xbb\xbf)?(?:\s+|<\?.*?\?>|<!--.*?-->)*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as it lies in the file: `start` to `end` is its local header, data and data descriptor."""

    name: str
    central: bytes
    method: int
    crc: int
    size: int
    start: int
    data: int
    data_end: int
    end: int


def key_of(name: str) -> str:
    """Return what part names are compared by: OPC ignores case; some writers use backslashes or a leading slash."""
    return name.replace("\\", "/").lstrip("/").casefold()


class Archive:
    """A zip file in memory: its entries in order, with changes kept aside until `to_bytes`."""

    def __init__(self, data: bytes, entries: list[Entry], comment: bytes) -> None:
        self._data = data
        self._entries = {key_of(entry.name): entry for entry in entries}
        self._names = {key: entry.name for key, entry in self._entries.items()}
        self._changed: dict[str, bytes | None] = {}
        self._cache: dict[str, bytes] = {}
        self._comment = comment

    @classmethod
    def read(cls, data: bytes) -> "Archive":
        """Return the archive in `data`, every entry checked; Refusal when it is none, unsafe or damaged."""
        _refuse_other_files(data)
        entries, comment = _read_entries(data)
        _refuse_doubles(entries)
        for entry in entries:
            _check(data, entry)
        return cls(data, entries, comment)

    def __contains__(self, name: str) -> bool:
        key = key_of(name)
        return key in self._names and (key not in self._changed or self._changed[key] is not None)

    def names(self) -> Iterator[str]:
        """Yield the names of all entries as they are spelt, folders included."""
        for key, name in self._names.items():
            if self._changed.get(key, b"") is not None:
                yield name

    def spelling(self, name: str) -> str:
        """Return the entry's name as the archive spells it."""
        return self._names[key_of(name)]

    def get(self, name: str) -> bytes:
        """Return the entry's content; KeyError where there is none."""
        key = key_of(name)
        if key in self._changed:
            content = self._changed[key]
            if content is None:
                raise KeyError(name)
            return content
        return self._original(key)

    def set(self, name: str, content: bytes) -> None:
        """Give the entry a new content, or add it at the end; an unchanged content keeps the original bytes."""
        key = key_of(name)
        self._names.setdefault(key, name)
        if key in self._entries and self._is_original(key, content):
            self._changed.pop(key, None)
        else:
            self._changed[key] = content

    def remove(self, name: str) -> None:
        """Take the entry out; its place in the order is kept for an entry of the same name."""
        key = key_of(name)
        if key in self._names:
            self._changed[key] = None

    def _is_original(self, key: str, content: bytes) -> bool:
        entry = self._entries[key]
        return entry.size == len(content) and entry.crc == zlib.crc32(content) and self._original(key) == content

    def _original(self, key: str) -> bytes:
        if key not in self._cache:
            self._cache[key] = b"".join(_unpacked(self._data, self._entries[key]))
        return self._cache[key]

    def to_bytes(self) -> bytes:
        """Return the zip file: untouched entries as they were, byte for byte; changed ones always packed alike."""
        blocks: list[bytes | memoryview] = []
        directory: list[bytes] = []
        position = 0
        view = memoryview(self._data)
        for key, name in self._names.items():
            if key in self._changed:
                content = self._changed[key]
                if content is None:
                    continue
                local, packed, central = _pack(name, content, position)
                blocks += [local, packed]
                directory.append(central)
                position += len(local) + len(packed)
            else:
                entry = self._entries[key]
                blocks.append(view[entry.start : entry.end])
                directory.append(_moved(entry.central, position))
                position += entry.end - entry.start
        listing = b"".join(directory)
        end = _END.pack(b"PK\5\6", 0, 0, len(directory), len(directory), len(listing), position, len(self._comment))
        return b"".join([*blocks, listing, end, self._comment])


def _refuse_other_files(data: bytes) -> None:
    if not data:
        raise refusal("empty")
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        encrypted = "EncryptedPackage".encode("utf-16-le") in data
        raise refusal("encrypted" if encrypted else "not_a_workbook")
    if not data.startswith(b"PK") and data.rfind(b"PK\5\6", -66000) < 0:
        raise refusal("not_a_workbook")


def _refuse_doubles(entries: list[Entry]) -> None:
    keys = [key_of(entry.name) for entry in entries if not entry.name.endswith(("/", "\\"))]
    if len(set(keys)) != len(keys):
        raise refusal("duplicate_parts")
    blocks = sorted((entry.start, entry.end) for entry in entries)
    if any(after[0] < before[1] for before, after in pairwise(blocks)):
        raise refusal("bomb")  # entries that share their bytes: the one known way past the ratio test


def _read_entries(data: bytes) -> tuple[list[Entry], bytes]:
    try:
        return _parse_directory(data)
    except struct.error as error:
        raise refusal("truncated") from error


def _parse_directory(data: bytes) -> tuple[list[Entry], bytes]:
    end = data.rfind(b"PK\5\6", max(0, len(data) - 66000))
    if end < 0:
        raise refusal("truncated")
    _, _, _, _, count, size, offset, comment_size = _END.unpack_from(data, end)
    comment = data[end + _END.size : end + _END.size + comment_size]
    directory_end = end
    if 0xFFFF in (count,) or 0xFFFFFFFF in (size, offset):
        place = data.rfind(b"PK\6\6", 0, end)
        if place < 0:
            raise refusal("truncated")
        count, size, offset = _END64.unpack_from(data, place)[7:10]
        directory_end = place
    shift = directory_end - size - offset  # bytes before the zip, as in self-extracting files
    if shift < 0:
        raise refusal("truncated")
    entries = []
    position = offset + shift
    for _ in range(count):
        entry, position = _parse_entry(data, position, shift)
        entries.append(entry)
    return entries, comment


def _parse_entry(data: bytes, position: int, shift: int) -> tuple[Entry, int]:
    header = _CENTRAL.unpack_from(data, position)
    signature, flags, method, crc = header[0], header[3], header[4], header[7]
    name_size, extra_size, comment_size = header[10:13]
    if signature != b"PK\1\2":
        raise refusal("truncated")
    if flags & 1:
        raise refusal("encrypted")
    following = position + _CENTRAL.size + name_size + extra_size + comment_size
    central = data[position:following]
    if len(central) < following - position:
        raise refusal("truncated")
    raw_name = central[_CENTRAL.size : _CENTRAL.size + name_size]
    size, packed, offset = _sizes(central)
    start = offset + shift
    local = _LOCAL.unpack_from(data, start)
    if local[0] != b"PK\3\4":
        raise refusal("damaged")
    body = start + _LOCAL.size + local[9] + local[10]
    if data[start + _LOCAL.size : start + _LOCAL.size + local[9]] != raw_name:
        raise refusal("damaged")
    body_end = body + packed
    if body_end > len(data):
        raise refusal("truncated")
    stop = body_end + _descriptor_size(data, body_end, crc, packed, size) if local[2] & 8 else body_end
    return Entry(_decoded(raw_name), central, method, crc, size, start, body, body_end, stop), following


def _decoded(raw_name: bytes) -> str:
    try:
        return raw_name.decode("utf-8")
    except UnicodeDecodeError:
        return raw_name.decode("cp437")


def _wide(central: bytes) -> dict[int, int]:
    """Return where the central header's zip64 extra field keeps the wide values, by the narrow field's offset."""
    name_size, extra_size = struct.unpack_from("<2H", central, 28)
    position = _CENTRAL.size + name_size
    stop = position + extra_size
    while position + 4 <= stop:
        kind, length = struct.unpack_from("<2H", central, position)
        position += 4
        if kind == 1:
            narrow = [at for at in (24, 20, 42) if central[at : at + 4] == b"\xff\xff\xff\xff"]
            return {at: position + 8 * number for number, at in enumerate(narrow) if 8 * number + 8 <= length}
        position += length
    return {}


def _sizes(central: bytes) -> tuple[int, int, int]:
    """Return unpacked size, packed size and offset of the local header."""
    places = _wide(central)
    unpacked, packed, offset = (
        struct.unpack_from("<Q", central, places[at])[0] if at in places else struct.unpack_from("<I", central, at)[0]
        for at in (24, 20, 42)
    )
    return unpacked, packed, offset


def _moved(central: bytes, offset: int) -> bytes:
    """Return the central header with the entry's new place."""
    place = _wide(central).get(42)
    if place is not None:
        return central[:place] + struct.pack("<Q", offset) + central[place + 8 :]
    return central[:42] + struct.pack("<I", offset) + central[46:]


def _descriptor_size(data: bytes, position: int, crc: int, packed: int, size: int) -> int:
    """Return the length of the data descriptor at `position`: with or without signature, narrow or wide."""
    for layout in ("<4s3I", "<4sI2Q", "<3I", "<I2Q"):
        signed = layout.startswith("<4s")
        expected = struct.pack(layout, *([b"PK\7\x08"] if signed else []), crc, packed, size)
        if data.startswith(expected, position):
            return len(expected)
    return 0


def _unpacked(data: bytes, entry: Entry) -> Iterator[bytes]:
    """Yield the entry's content in chunks, never more than its directory entry promises."""
    if entry.method == 0:
        yield data[entry.data : entry.data_end]
        return
    if entry.method != 8:
        raise refusal("damaged")  # no Office program reads any other method
    inflater = zlib.decompressobj(-15)
    source: bytes = data[entry.data : entry.data_end]
    left = entry.size
    try:
        while not inflater.eof:
            chunk = inflater.decompress(source, CHUNK)
            source = inflater.unconsumed_tail
            left -= len(chunk)
            if left < 0 or (not chunk and not source and not inflater.eof):
                raise refusal("damaged")
            yield chunk
    except zlib.error as error:
        raise refusal("damaged") from error


def _check(data: bytes, entry: Entry) -> None:
    """Refuse a bomb, a wrong checksum or size, and a DTD in an XML part."""
    packed = entry.data_end - entry.data
    if entry.size > BOMB_SIZE and entry.size > BOMB_RATIO * packed:
        raise refusal("bomb")
    crc = size = 0
    for chunk in _unpacked(data, entry):
        if not size and entry.name.casefold().endswith((".xml", ".rels")):
            _refuse_dtd(chunk)
        crc = zlib.crc32(chunk, crc)
        size += len(chunk)
    if crc != entry.crc or size != entry.size:
        raise refusal("bad_crc")


def _refuse_dtd(head: bytes) -> None:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "replace").encode()
    prolog = _PROLOG.match(head)
    if prolog and head.startswith(b"<!DOCTYPE", prolog.end()):
        raise refusal("dtd")


def _pack(name: str, content: bytes, offset: int) -> tuple[bytes, bytes, bytes]:
    """Return local header, packed data and central header of a changed entry: same content, same bytes, always."""
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    packed = packer.compress(content) + packer.flush()
    raw_name = name.encode()
    flags = 0 if name.isascii() else 0x800
    shared = (20, flags, 8, 0, 0x21, zlib.crc32(content), len(packed), len(content), len(raw_name), 0)
    local = _LOCAL.pack(b"PK\3\4", *shared) + raw_name
    central = _CENTRAL.pack(b"PK\1\2", 20, *shared, 0, 0, 0, 0, offset) + raw_name
    return local, packed, central
