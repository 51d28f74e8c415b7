"""A small picture drawn by hand: the legend of the three lights."""

import struct
import zlib
from io import BytesIO

WIDTH, HEIGHT, RADIUS = 168, 56, 20
LIGHTS = ((28, (0, 160, 80)), (84, (240, 180, 0)), (140, (208, 32, 32)))


def legend() -> BytesIO:
    """Return a PNG with a green, a yellow and a red disc. Stored, not deflated: no zlib gives other bytes."""
    lines = b"".join(b"\0" + b"".join(bytes(_colour(x, y)) for x in range(WIDTH)) for y in range(HEIGHT))
    head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(lines, 0)), (b"IEND", b""))
    return BytesIO(b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks))


def _colour(x: int, y: int) -> tuple[int, int, int]:
    for centre, colour in LIGHTS:
        if (x - centre) ** 2 + (y - HEIGHT // 2) ** 2 <= RADIUS**2:
            return colour
    return (255, 255, 255)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
