"""Compression of source text and of the `dir` stream (MS-OVBA 2.4.1)."""

_CHUNK = 4096
_COMPRESSED, _RAW = 0xB000, 0x3000


def compress(data: bytes) -> bytes:
    """Return the compressed container of `data`.

    Raise ValueError when its last chunk is noise of 3,641 to 4,095 bytes, which text never is: the format has no form
    for that.
    """
    return b"\x01" + b"".join(_chunk(data[start : start + _CHUNK]) for start in range(0, len(data), _CHUNK))


def _chunk(data: bytes) -> bytes:
    tokens = _token_sequences(data)
    if len(tokens) < _CHUNK:
        return (_COMPRESSED | len(tokens) - 1).to_bytes(2, "little") + tokens
    if len(data) < _CHUNK:
        raise ValueError(f"the last {len(data)} bytes can't be compressed, and only a full chunk may stay as it is")
    return (_RAW | _CHUNK - 1).to_bytes(2, "little") + data


def _token_sequences(data: bytes) -> bytes:
    """Return flag bytes, each followed by its eight tokens: a byte as it is, or the copy of an earlier run."""
    written = bytearray()
    at = 0
    while at < len(data):
        flags, tokens = 0, bytearray()
        for bit in range(8):
            length, offset = _longest_run(data, at)
            if length:
                flags |= 1 << bit
                token = (offset - 1) << (16 - _offset_bits(at)) | length - 3
                tokens += token.to_bytes(2, "little")
            else:
                tokens += data[at : at + 1]
            at += length or 1
        written.append(flags)
        written += tokens
    return bytes(written)


def _longest_run(data: bytes, at: int) -> tuple[int, int]:
    """Return length and offset of the longest earlier run that begins again at `at`; (0, 0) where there is none."""
    longest = min(len(data) - at, (0xFFFF >> _offset_bits(at)) + 3)
    found, length = -1, 2
    while length < longest and (start := data.rfind(data[at : at + length + 1], 0, at + length)) >= 0:
        found, length = start, length + 1
        while length < longest and data[start + length] == data[at + length]:
            length += 1
    return (length, at - found) if found >= 0 else (0, 0)


def _offset_bits(at: int) -> int:
    """Return how many of a copy token's 16 bits hold the offset, `at` bytes into the chunk (2.4.1.3.19.1)."""
    return max(4, (at - 1).bit_length())
