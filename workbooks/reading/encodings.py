"""The encoding of a text file from a Chinese office: UTF-8, UTF-16, GB18030 or Big5."""

import codecs
import re

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffe\uffff]")


def decoded(data: bytes) -> str | None:
    """Return the text, None for what is no text. A cut in the middle of a character at the end is forgiven."""
    encoding = encoding_of(data)
    if encoding is None:
        return None
    text = _decode(data, encoding)
    return None if text is None or _UNPRINTABLE.search(text) else text


def encoding_of(data: bytes) -> str | None:
    """Return the name of the encoding, None where no Chinese text is to be had from the bytes."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    unmarked = _utf16_without_mark(data)
    if unmarked:
        return unmarked
    for name in ("utf-8", "gb18030", "big5"):
        if _decode(data, name) is not None:
            return "big5" if name == "gb18030" and _looks_like_big5(data) else name
    return None


def _decode(data: bytes, encoding: str) -> str | None:
    try:
        return codecs.getincrementaldecoder(encoding)().decode(data, final=False)
    except UnicodeDecodeError:
        return None


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 without a mark: every second byte of its commas, digits and line ends is zero."""
    sample = data[:4000]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if max(even, odd) < max(len(sample) // 40, 2) or min(even, odd) * 8 > max(even, odd):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _looks_like_big5(data: bytes) -> bool:
    """Tell Big5 from GB18030, which decodes nearly anything.

    In GB text the second byte of nearly every character is A1–FE and the first byte of a common one B0–D7; in Big5
    two of five second bytes are 40–7E and the first byte of a common character is A4–C6.
    """
    text = _decode(data, "big5")
    if text is None:
        return False
    pairs = re.findall(rb"[\x81-\xfe][\x40-\x7e\x80-\xfe]", data[:200_000])
    common_gb = sum(0xB0 <= first <= 0xD7 and second >= 0xA1 for first, second in pairs)
    common_big5 = sum(0xA4 <= first <= 0xC6 and not 0x7F <= second <= 0xA0 for first, second in pairs)
    return bool(common_big5 > common_gb)
