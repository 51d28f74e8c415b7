"""Number formats: LibreOffice's keys ↔ Excel's codes, in English, `General` for the standard one."""

import re
from contextlib import suppress
from typing import Any

from workbooks.libreoffice.uno_words import struct

_GENERAL = "General"
_NUMBER, _LOGICAL = 16, 1024  # com.sun.star.util.NumberFormat
_KEYS_OF_A_LANGUAGE = 10_000  # the first is the standard format
_CAPITALS = re.compile(
    r'"[^"]*"|[\\_*].|AM/PM|A/P|General|E[+-]'  # stay as they are
    r"|(?P<elapsed>\[(?:H+|M+|S+)\])|\[(?P<colour>[A-Z]+)\]|\[[^\]]*\]|(?P<date>[YMDHS]+)"
)


def format_code(document: Any, key: int) -> str:
    """Return the code of a number format. Truth values have none in Excel: they show as they are."""
    formats = document.NumberFormats
    form = formats.getByKey(key)
    if form.Type & _LOGICAL or (form.Type & _NUMBER and key % _KEYS_OF_A_LANGUAGE == 0):
        return _GENERAL
    code = str(form.FormatString)
    if form.Locale.Language != "en":
        with suppress(Exception):  # what can't be said in English stays as it is
            code = str(formats.getByKey(formats.addNewConverted(code, form.Locale, _english())).FormatString)
    return _CAPITALS.sub(_small, code)


def format_key(document: Any, code: str) -> int:
    """Return the key of the number format of this code, added to the document where it is new.

    It is of no language, as Excel's are. Raises ValueError for a code that LibreOffice can't read.
    """
    if code.casefold() == _GENERAL.casefold():
        return 0
    try:
        return int(document.NumberFormats.addNewConverted(code, _english(), struct("lang.Locale")))
    except Exception as error:
        if "MalformedNumberFormat" not in type(error).__name__:
            raise
        raise ValueError(f"no number format: {code}") from error


def _english() -> Any:
    return struct("lang.Locale", "en", "US", "")


def _small(word: re.Match[str]) -> str:
    """Return a word of a code as Excel writes it: `yyyy` for `YYYY`, `[Red]` for `[RED]`."""
    if word["date"] or word["elapsed"]:
        return word[0].lower()
    return f"[{word['colour'].capitalize()}]" if word["colour"] else word[0]
