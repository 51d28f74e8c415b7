"""The names in the root of an OLE compound file ([MS-CFB]): enough to tell a workbook from a document."""

import struct

_FREE = 0xFFFFFFFA  # sector numbers from here on are marks: end of chain, free, table
_ENTRY = 128


def root_entries(data: bytes) -> list[str]:
    """Return the names of the streams and storages directly under the root; as many as a damaged file still shows."""
    directory = _directory(data)
    if len(directory) < _ENTRY:
        return []
    names: list[str] = []
    waiting, seen = [_child(directory, 0)], set()
    while waiting:
        index = waiting.pop()
        entry = directory[index * _ENTRY : (index + 1) * _ENTRY]
        if index in seen or len(entry) < _ENTRY:
            continue
        seen.add(index)
        length = min(struct.unpack_from("<H", entry, 64)[0], 64)
        names.append(entry[: max(length - 2, 0)].decode("utf-16-le", "replace"))
        waiting.extend(struct.unpack_from("<2I", entry, 68))
    return names


def _child(directory: bytes, index: int) -> int:
    return int(struct.unpack_from("<I", directory, index * _ENTRY + 76)[0])


def _directory(data: bytes) -> bytes:
    """Return the directory stream, as far as its sectors are there."""
    if len(data) < 512:
        return b""
    size = 1 << min(struct.unpack_from("<H", data, 30)[0], 16)
    sector = int(struct.unpack_from("<I", data, 48)[0])
    table = _allocation_table(data, size)
    pieces: list[bytes] = []
    seen: set[int] = set()
    while sector < _FREE and sector not in seen and (sector + 1) * size < len(data):
        seen.add(sector)
        pieces.append(data[(sector + 1) * size : (sector + 2) * size])
        sector = table[sector] if sector < len(table) else _FREE
    return b"".join(pieces)


def _allocation_table(data: bytes, size: int) -> list[int]:
    """Return the sector table listed in the header (109 sectors: 7 MB of file; beyond that the directory is early)."""
    table: list[int] = []
    for sector in struct.unpack_from("<109I", data, 76):
        piece = data[(sector + 1) * size : (sector + 2) * size] if sector < _FREE else b""
        if len(piece) == size:
            table.extend(struct.unpack(f"<{size // 4}I", piece))
    return table
