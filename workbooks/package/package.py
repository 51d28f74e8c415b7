"""An Excel workbook package: parts, content types, relationships, sheets. Bytes in, bytes out."""

import posixpath
import re
from dataclasses import dataclass
from urllib.parse import unquote

from workbooks.package.archive import Archive, key_of
from workbooks.package.markup import Document, Edits, Node, escape, prefixed, whole
from workbooks.package.refusals import refusal

TRANSITIONAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
RELATIONSHIPS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
CONTENT_TYPES = "[Content_Types].xml"


@dataclass(frozen=True, slots=True)
class Relationship:
    """A relationship; `part` is the target's name in the package, None where it lies outside or is missing."""

    id: str
    type: str
    target: str
    part: str | None
    external: bool
    node: Node

    @property
    def kind(self) -> str:
        """Return the last word of the type: `worksheet`, `styles`, `comments` …, the same for strict packages."""
        return self.type.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet as workbook.xml lists it. kind: worksheet, chartsheet, dialogsheet, xlMacrosheet."""

    name: str
    sheet_id: int
    relationship: str
    kind: str
    part: str | None
    index: int
    node: Node


class Package:
    """A workbook package that can be read and edited part by part."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self.workbook = self._find_workbook()

    @classmethod
    def read(cls, data: bytes) -> "Package":
        """Return the package in `data`.

        Raises NotAWorkbook, Unsafe or Damaged, and only these, when it can't be edited without loss.
        """
        archive = Archive.read(data)
        if any("_xmlsignatures/" in key_of(name) for name in archive.names()):
            raise refusal("signed")
        package = cls(archive)
        if not package.sheets():
            raise refusal("damaged")
        return package

    def to_bytes(self) -> bytes:
        """Return the package as a file's content; untouched parts are the original bytes."""
        return self._archive.to_bytes()

    # Parts

    def __contains__(self, part: str) -> bool:
        return part in self._archive

    def parts(self) -> list[str]:
        """Return the names of all parts as the package spells them, without folders."""
        return [name for name in self._archive.names() if not name.endswith(("/", "\\"))]

    def get(self, part: str) -> bytes:
        """Return the part's content; Damaged where it is missing."""
        try:
            return self._archive.get(part)
        except KeyError as error:
            raise refusal("damaged") from error

    def put(self, part: str, content: bytes) -> None:
        """Give a part a new content, or add it."""
        self._archive.set(part, content)

    def document(self, part: str) -> Document:
        """Return a small XML part with the places of its elements."""
        return Document(self.get(part))

    def remove(self, *parts: str) -> None:
        """Take parts out, with their own relationships and their content types."""
        gone = [name for part in parts for name in (part, relationships_of(part))]
        keys = {key_of(name) for name in gone}
        for name in gone:
            self._archive.remove(name)
        types = self.document(CONTENT_TYPES)
        edits = Edits()
        for node in types.root.all("Override"):
            if key_of(node.attribute("PartName")) in keys:
                edits.remove(node)
        if edits:
            self.put(CONTENT_TYPES, edits.apply(types.data))

    def reachable(self, *parts: str, beside: frozenset[str] = frozenset()) -> set[str]:
        """Return the parts that relationships lead to from these, they themselves included.

        beside: parts at which the way ends.
        """
        found: set[str] = set()
        waiting = list(parts)
        while waiting:
            part = waiting.pop()
            if part in found:
                continue
            found.add(part)
            if part not in beside:
                waiting += [r.part for r in self.relationships(part) if r.part]
        return found

    def free_name(self, pattern: str) -> str:
        """Return the first part name not yet taken, `pattern` with a number from 1 in place of `{}`."""
        taken = {key_of(name) for name in self._archive.names()}
        number = 1
        while key_of(pattern.format(number)) in taken:
            number += 1
        return pattern.format(number)

    # Content types

    def content_type(self, part: str) -> str:
        """Return the part's content type, empty where none is declared."""
        types = self.document(CONTENT_TYPES).root
        for node in types.all("Override"):
            if key_of(node.attribute("PartName")) == key_of(part):
                return node.attribute("ContentType")
        return self.default_type(part.rpartition(".")[2], types)

    @staticmethod
    def default_type(extension: str, types: Node) -> str:
        """Return the content type of all parts with this extension."""
        for node in types.all("Default"):
            if node.attribute("Extension").casefold() == extension.casefold():
                return node.attribute("ContentType")
        return ""

    def declare(self, part: str, content_type: str) -> None:
        """Say what type a new part has, where the package's defaults don't say it already."""
        self.declare_all({part: content_type})

    def declare_all(self, declared: dict[str, str]) -> None:
        """Say what types new parts have."""
        types = self.document(CONTENT_TYPES)
        content = b""
        said = {
            key_of(node.attribute("PartName")): node.attribute("ContentType") for node in types.root.all("Override")
        }
        for part, content_type in declared.items():
            usual = self.default_type(part.rpartition(".")[2], types.root)
            if said.get(key_of(part), usual) != content_type:
                content += b'<Override PartName="/%b" ContentType="%b"/>' % (escape(part), escape(content_type))
        if content:
            edits = Edits()
            edits.append(types, types.root, prefixed(content, types.root.prefix))
            self.put(CONTENT_TYPES, edits.apply(types.data))

    # Relationships

    def relationships(self, part: str) -> list[Relationship]:
        """Return the part's relationships in order."""
        name = relationships_of(part)
        if name not in self:
            return []
        found = []
        for node in self.document(name).root.all("Relationship"):
            external = node.attribute("TargetMode").casefold() == "external"
            target = node.attribute("Target")
            place = None if external else self._resolve(part, target)
            found.append(Relationship(node.attribute("Id"), node.attribute("Type"), target, place, external, node))
        return found

    def related(self, part: str, kind: str) -> str | None:
        """Return the first existing part that `part` relates to in this way."""
        return next((r.part for r in self.relationships(part) if r.kind == kind and r.part), None)

    def _resolve(self, part: str, target: str) -> str | None:
        target = target.replace("\\", "/").partition("#")[0]
        folder = posixpath.dirname(part.replace("\\", "/").lstrip("/"))
        place = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
        for name in (place, unquote(place)):
            if name in self:
                return self._archive.spelling(name)
        return None

    def relate(self, part: str, kind: str, target: str, *, type_: str = "") -> str:
        """Relate `part` to the part `target`; return the new relationship's id.

        kind: the last word of the type; `type_`: the whole type where it is not one of Office's own.
        """
        name = relationships_of(part)
        if name not in self:
            self.put(
                name,
                b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="%b"/>'
                % PACKAGE.encode(),
            )
            self.declare(name, RELATIONSHIPS_TYPE)
        document = self.document(name)
        taken = {node.attribute("Id").casefold() for node in document.root.all("Relationship")}
        number = len(taken) + 1
        while f"rid{number}" in taken:
            number += 1
        content = b'<Relationship Id="rId%d" Type="%b" Target="%b"/>' % (
            number,
            escape(type_ or f"{STRICT if self.strict else TRANSITIONAL}/{kind}"),
            escape(relative_target(part, target)),
        )
        edits = Edits()
        edits.append(document, document.root, prefixed(content, document.root.prefix))
        self.put(name, edits.apply(document.data))
        return f"rId{number}"

    def unrelate(self, part: str, id_: str) -> None:
        """Take a relationship of the part away."""
        name = relationships_of(part)
        document = self.document(name)
        edits = Edits()
        for node in document.root.all("Relationship"):
            if node.attribute("Id") == id_:
                edits.remove(node)
        self.put(name, edits.apply(document.data))

    def forget_relationships(self, part: str) -> None:
        """Take all relationships of the part away."""
        self.remove(relationships_of(part))

    def forget_calculation(self, sheet_ids: set[int]) -> None:
        """Take the calculation chain out where it names one of these sheets; Excel makes it anew."""
        for relationship in self.relationships(self.workbook):
            if relationship.kind == "calcChain" and relationship.part:
                named = {int(number) for number in re.findall(rb"\si=[\"'](\d{1,9})", self.get(relationship.part))}
                if named & sheet_ids:
                    self.remove(relationship.part)
                    self.unrelate(self.workbook, relationship.id)

    # The workbook

    @property
    def strict(self) -> bool:
        """Say whether the package is of the strict kind, with namespaces of its own."""
        return self.book().root.namespace.startswith("http://purl.oclc.org/")

    @property
    def date1904(self) -> bool:
        """Say whether dates count from 1904."""
        properties = self.book().root.child("workbookPr")
        return properties is not None and properties.attribute("date1904") in ("1", "true", "on")

    def book(self) -> Document:
        """Return workbook.xml."""
        return self.document(self.workbook)

    def sheets(self) -> list[Sheet]:
        """Return the sheets in the order of their tabs."""
        book = self.book()
        listing = book.root.child("sheets")
        related = {r.id: r for r in self.relationships(self.workbook)}
        found = []
        for index, node in enumerate(listing.all("sheet") if listing else ()):
            id_ = node.attribute("id")
            target = related.get(id_)
            kind = target.kind if target else ""
            part = target.part if target else None
            sheet_id = whole(node.attribute("sheetId"))
            found.append(Sheet(node.attribute("name"), sheet_id, id_, kind, part, index, node))
        return found

    def _find_workbook(self) -> str:
        if CONTENT_TYPES not in self:
            raise refusal("not_a_workbook")
        main = self.related("", "officeDocument")
        if main is None or not self._is_workbook(main):
            raise refusal("not_a_workbook")
        return main

    def _is_workbook(self, part: str) -> bool:
        kind = self.content_type(part).casefold()
        if "binary" in kind or "wordprocessing" in kind or "presentation" in kind:
            return False
        return "spreadsheetml" in kind or "ms-excel" in kind or self.document(part).root.local == "workbook"


def relative_target(part: str, target: str) -> str:
    """Return how a relationship of `part` writes the part `target`."""
    return posixpath.relpath("/" + target, "/" + posixpath.dirname(part))


def relationships_of(part: str) -> str:
    """Return the name of the part that holds this part's relationships; the package's own for an empty name."""
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"
