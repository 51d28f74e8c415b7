"""The formulas of a workbook that LibreOffice saved for Excel: our functions get the names that Excel knows.

The saved file is edited, nothing else in it changes: not the values that LibreOffice calculated, nor its time, by
which LibreOffice tells whether another program has changed the file.
"""

import html
import os
import re
from pathlib import Path
from xml.sax.saxutils import escape

from addin.libreoffice.functions.identity import SERVICE
from addin.libreoffice.functions.travelling import to_excel
from workbooks.package import Package
from workbooks.whole import write_whole

FOR_EXCEL = frozenset((".xlsx", ".xlsm", ".xltx", ".xltm"))
_STORED = re.compile(re.escape(f"{SERVICE}.".encode()), re.IGNORECASE)
_BY_FORMULA = re.compile(rb"<(?:\w+:)?cfvo\s[^>]*>")  # of colour scales, data bars, icon sets
_VALUE = re.compile(rb'(\sval=")([^"]*)(")')
_FORMULA = re.compile(
    rb"(<(?P<tag>(?:\w+:)?(?:f|formula|formula1|formula2|definedName))(?:\s[^>]*[^/>]|\s*)?>)([^<]*)(</(?P=tag)\s*>)"
)
_ESCAPED = {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}


def left(path: Path) -> bool:
    """Give the formulas of a saved workbook the names that Excel knows; return whether there were any.

    Raises Refusal for a file that can't be edited without loss (an encrypted one), or written.
    """
    if path.suffix.casefold() not in FOR_EXCEL:
        return False
    data = path.read_bytes()
    edited = with_plain_names(data)
    if edited == data:
        return False
    times = path.stat()
    write_whole(path, edited)
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    return True


def with_plain_names(data: bytes) -> bytes:
    """Return a workbook's bytes with our functions under Excel's names; the very bytes where it has none of them."""
    package = Package.read(data)
    parts = [sheet.part for sheet in package.sheets() if sheet.part is not None]
    changed = False
    for part in (package.workbook, *parts):
        content = package.get(part)
        if _STORED.search(content):
            new = _FORMULA.sub(lambda found: found[1] + _renamed(found[3]) + found[4], content)
            new = _BY_FORMULA.sub(_with_plain_value, new)
            if new != content:
                package.put(part, new)
                changed = True
    return package.to_bytes() if changed else data


def _with_plain_value(found: "re.Match[bytes]") -> bytes:
    return _VALUE.sub(lambda value: value[1] + _renamed(value[2]) + value[3], found[0], count=1)


def _renamed(text: bytes) -> bytes:
    """Return a formula as it stands in XML with Excel's names; the very text where it has none of ours."""
    if not _STORED.search(text):
        return text
    formula = html.unescape(text.decode("utf-8"))
    new = to_excel(formula)
    return text if new == formula else escape(new, _ESCAPED).encode()
