"""The shared parts of an OOXML workbook, read without calamine: texts and number formats."""

import re
from xml.etree.ElementTree import Element

from workbooks.reading.number_formats import built_in
from workbooks.reading.parts import Parts, SheetList, local

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


def unescaped(text: str) -> str:
    """Return the text with `_x000D_` and the like as the characters they stand for."""
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def plain_text(item: Element) -> str:
    """Return the text of a string item: its runs joined, phonetic readings (`rPh`) left out."""
    pieces: list[str] = []
    for child in item:
        if local(child) == "t":
            pieces.append(child.text or "")
        elif local(child) == "r":
            pieces.extend(each.text or "" for each in child if local(each) == "t")
    return unescaped("".join(pieces))


def shared_strings(parts: Parts, sheets: SheetList) -> list[str]:
    """Return the workbook's shared strings."""
    if sheets.strings is None or sheets.strings not in parts:
        return []
    return [plain_text(item) for item in parts.xml(sheets.strings) if local(item) in ("si", "sstItem")]


def cell_formats(parts: Parts, sheets: SheetList) -> list[str]:
    """Return the number format code of each cell style (`s=`), in order."""
    if sheets.styles is None or sheets.styles not in parts:
        return []
    codes = dict(built_in())
    styles: list[int] = []
    for group in parts.xml(sheets.styles):
        if local(group) == "numFmts":
            codes.update({_number(each.get("numFmtId")): each.get("formatCode", "General") for each in group})
        elif local(group) == "cellXfs":
            styles = [_number(each.get("numFmtId")) for each in group if local(each) == "xf"]
    return [codes.get(number, "General") for number in styles]


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 0
