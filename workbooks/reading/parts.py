"""The parts of a zipped workbook, and the list of its sheets, for reading only.

Names and targets are matched as Excel does: whatever their case, slashes or backslashes, relative or absolute.
"""

import posixpath
import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, ParseError

from workbooks.reading.refusing import refusal

_BOMB_SIZE, _BOMB_RATIO = 50 * 1024 * 1024, 100
_OFFICE_DOCUMENT = "/officeDocument"


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet as the workbook part lists it. kind: worksheet, chartsheet, dialogsheet, …"""

    name: str
    part: str
    kind: str
    visible: bool


@dataclass(frozen=True, slots=True)
class SheetList:
    """What the workbook part says of the whole workbook."""

    sheets: tuple[SheetPart, ...]
    date1904: bool
    strict: bool
    content_type: str
    strings: str | None
    styles: str | None


class Parts:
    """The parts of a package. Raises Damaged for what cannot be unpacked."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise refusal("damaged") from error
        self._names = {_key(info.filename): info for info in self._zip.infolist()}

    def __contains__(self, name: str) -> bool:
        return _key(name) in self._names

    def read(self, name: str) -> bytes:
        """Return the part's unpacked bytes. Raises Unsafe for a bomb."""
        try:
            entry = self._names[_key(name)]
            if entry.file_size > _BOMB_SIZE and entry.file_size > _BOMB_RATIO * entry.compress_size:
                raise refusal("bomb")
            return self._zip.read(entry)
        except (KeyError, zipfile.BadZipFile, zlib.error, OSError, ValueError, RuntimeError, EOFError) as error:
            raise refusal("damaged") from error

    def xml(self, name: str) -> Element:
        """Return the part's root element."""
        try:
            return ElementTree.fromstring(self.read(name))
        except (ParseError, ValueError, LookupError) as error:
            raise refusal("damaged") from error

    def related(self, part: str) -> dict[str, tuple[str, str]]:
        """Return the internal relationships of a part (of the package for an empty name): id → (type, target part)."""
        folder, name = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{name}.rels")
        if rels not in self:
            return {}
        found = {}
        for element in self.xml(rels):
            if element.get("TargetMode", "").lower() != "external":
                target = posixpath.join("/" + folder, element.get("Target", "").replace("\\", "/"))
                found[element.get("Id", "")] = (element.get("Type", ""), posixpath.normpath(target).lstrip("/"))
        return found

    def content_type(self, part: str) -> str:
        """Return the part's content type, empty where none is declared."""
        types = self.xml("[Content_Types].xml")
        wanted = _key(part)
        for element in types:
            if _key(element.get("PartName", "")) == wanted:
                return element.get("ContentType", "")
        ending = wanted.rpartition(".")[2]
        for element in types:
            if element.get("Extension", "").lower() == ending:
                return element.get("ContentType", "")
        return ""


def main_part(parts: Parts) -> str | None:
    """Return the part that the package itself points at as its document, None where there is none."""
    for kind, target in parts.related("").values():
        if kind.endswith(_OFFICE_DOCUMENT) and target in parts:
            return target
    return None


def list_sheets(parts: Parts) -> SheetList:
    """Return the workbook's sheets in their order, and what holds for all of them."""
    workbook = main_part(parts)
    if workbook is None:
        raise refusal("damaged")
    root = parts.xml(workbook)
    related = parts.related(workbook)
    sheets = []
    for element in root.iter():
        if local(element) == "sheet":
            identity = next((value for key, value in element.attrib.items() if key.endswith("}id")), "")
            kind, target = related.get(identity, ("", ""))
            if target in parts:
                visible = element.get("state", "visible") == "visible"
                sheets.append(SheetPart(element.get("name", ""), target, kind.rpartition("/")[2].lower(), visible))
    return SheetList(
        sheets=tuple(sheets),
        date1904=any(flag(each.get("date1904")) for each in root.iter() if local(each) == "workbookPr"),
        strict="purl.oclc.org" in root.tag,
        content_type=parts.content_type(workbook),
        strings=_target(related, "/sharedStrings"),
        styles=_target(related, "/styles"),
    )


def local(element: Element) -> str:
    """Return the element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def flag(text: str | None) -> bool:
    """Return the truth of an XML boolean."""
    return (text or "").strip().lower() in ("1", "true", "on")


def _target(related: dict[str, tuple[str, str]], ending: str) -> str | None:
    return next((target for kind, target in related.values() if kind.endswith(ending)), None)


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()
