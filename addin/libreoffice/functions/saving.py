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
_STORED = f"{SERVICE}.".upper().encode()
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
        if _STORED in content:
            new = _FORMULA.sub(_renamed, content)
            if new != content:
                package.put(part, new)
                changed = True
    return package.to_bytes() if changed else data


def _renamed(found: "re.Match[bytes]") -> bytes:
    text = found[3]
    if _STORED not in text:
        return found[0]
    formula = html.unescape(text.decode("utf-8"))
    new = to_excel(formula)
    if new == formula:
        return found[0]
    return found[1] + escape(new, _ESCAPED).encode() + found[4]
