"""How much room a text takes: no program finds by itself the height of merged or wrapped rows that a library wrote.

Widths are in columns' units, of which a Chinese character takes two at the body size (五号).
"""

from functools import lru_cache
from math import ceil

from workbooks.sheets.theme import size

MOST_POINTS = 409.0  # Excel's limit of a row's height


def text_width(text: str) -> int:
    """Return the width of a text in one line: 2 for a Chinese character, 1 for others."""
    # In GB 18030 a Chinese character or mark has two bytes (rare ones four), an ASCII character one.
    return len(text.encode("gb18030", "replace"))


@lru_cache(maxsize=65536)
def lines(text: str, width: int) -> int:
    """Return how many lines the text takes in a column of this width."""
    # A broken line loses up to one Chinese character at its end: none is cut in half, and 。，） may not begin a line.
    whole, broken = max(2, width), max(2, width // 2 * 2 - 2)
    return sum(
        1 if taken <= whole else ceil(taken / broken) for taken in (text_width(part) for part in text.split("\n"))
    )


def pixels(width: float) -> int:
    """Return how many pixels a column of this width has in Excel."""
    return int(width * 7 + 0.5) + 5


def height(line_count: int, line: str = "line") -> float:
    """Return the height in points of a row with this many lines."""
    return min(MOST_POINTS, line_count * size(line) + size("padding"))


def bounded(text: str, most: int) -> str:
    """Return the text cut to `most` characters, the cut marked by …"""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
