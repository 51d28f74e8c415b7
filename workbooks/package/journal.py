"""What marking changed, remembered inside the workbook so that it can be taken away again byte for byte.

The place is a custom XML part: Excel keeps such parts when it saves, the schema allows them, and no clerk ever sees
them. For each part that was edited it holds the edits that lead back, and the hash of the part as marking left it: if
somebody has saved the workbook since, the hash differs, and unmarking goes by what can still be seen (`marks.py`).
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field

from workbooks.package.markup import Edits, escape
from workbooks.package.package import Package

_NAMESPACE = "urn:dudao:marks"
_STORE_ID = "{6D0DA0F1-5A3C-4E0B-9A53-2B7C1D7E0D0A}"
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_PROPERTIES = b"http://schemas.openxmlformats.org/officeDocument/2006/customXml"


@dataclass(slots=True)
class Restoration:
    """How a part becomes again what it was. after: hash of the part as we left it; back: (start, end, bytes as
    Latin-1) for each edit; None for a part that we made."""

    after: str
    back: list[tuple[int, int, str]] | None


@dataclass(slots=True)
class Journal:
    """What marking did.

    marks: sheet, cell, fill, note, never-shown colour of our fill. sheets: the changed parts, by marked sheet.
    tables: the style table. styles: pairs of a marked cell's format and the format it had. fills: the fill under ours,
    by the never-shown colour of ours.
    """

    marks: list[tuple[str, str, str | None, str | None, str | None]] = field(default_factory=list)
    sheets: dict[str, dict[str, Restoration]] = field(default_factory=dict)
    tables: dict[str, Restoration] = field(default_factory=dict)
    styles: list[tuple[int, int]] = field(default_factory=list)
    fills: dict[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, package: Package) -> "Journal | None":
        """Return the journal that the package holds, None where there is none that can be read."""
        part = _find(package)
        if not part:
            return None
        document = package.document(part)
        try:
            raw = json.loads(document.text(document.root))
            return cls(
                [(str(s), str(c), f, n, u) for s, c, f, n, u in raw["marks"]],
                {sheet: _restorations(parts) for sheet, parts in raw["sheets"].items()},
                _restorations(raw["tables"]),
                [(int(ours), int(theirs)) for ours, theirs in raw["styles"]],
                {str(colour): str(fill) for colour, fill in raw["fills"].items()},
            )
        except (ValueError, KeyError, TypeError, AttributeError):
            return None

    def write(self, package: Package) -> None:
        """Put the journal into the package in place of an earlier one."""
        forget(package)
        number = 1
        while f"customXml/item{number}.xml" in package or f"customXml/itemProps{number}.xml" in package:
            number += 1
        item, properties = f"customXml/item{number}.xml", f"customXml/itemProps{number}.xml"
        text = escape(json.dumps(asdict(self), separators=(",", ":")))
        package.put(item, _xml(b'<marks xmlns="%b">%b</marks>' % (_NAMESPACE.encode(), text)))
        package.put(
            properties,
            _xml(
                b'<ds:datastoreItem ds:itemID="%b" xmlns:ds="%b"><ds:schemaRefs><ds:schemaRef ds:uri="%b"/>'
                b"</ds:schemaRefs></ds:datastoreItem>" % (_STORE_ID.encode(), _PROPERTIES, _NAMESPACE.encode())
            ),
        )
        package.declare(item, "application/xml")
        package.declare(properties, _PROPERTIES_TYPE)
        package.relate(item, "customXmlProps", properties)
        package.relate(package.workbook, "customXml", item)


def forget(package: Package) -> None:
    """Take the journal out of the package."""
    while part := _find(package):
        properties = [r.part for r in package.relationships(part) if r.part]
        for source in (package.workbook, ""):
            for relationship in package.relationships(source):
                if relationship.part == part:
                    package.unrelate(source, relationship.id)
        package.remove(part, *properties)


def _find(package: Package) -> str | None:
    # Excel relates custom XML to the workbook, LibreOffice to the package
    for relationship in package.relationships(package.workbook) + package.relationships(""):
        if relationship.kind == "customXml" and relationship.part:
            content = package.get(relationship.part)
            if _NAMESPACE.encode() in content[:400] or _NAMESPACE.encode("utf-16-le") in content[:800]:
                return relationship.part
    return None


def _xml(root: bytes) -> bytes:
    return b'<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n' + root


def _restorations(raw: dict[str, dict[str, object]]) -> dict[str, Restoration]:
    found = {}
    for part, how in raw.items():
        back = how["back"]
        edits = [(int(s), int(e), str(old)) for s, e, old in back] if isinstance(back, list) else None
        found[part] = Restoration(str(how["after"]), edits)
    return found


def restoration(before: bytes | None, after: bytes, edits: Edits | None = None) -> Restoration:
    """Return how `after` becomes `before` again; `edits` are those that made it, where they are known."""
    fingerprint = hashlib.sha256(after).hexdigest()
    if before is None:
        return Restoration(fingerprint, None)
    if edits is None or edits.apply(before) != after:
        return Restoration(fingerprint, [_difference(before, after)])
    back = []
    shift = 0
    for start, end, content in edits.ordered():
        back.append((start + shift, start + shift + len(content), before[start:end].decode("latin-1")))
        shift += len(content) - (end - start)
    return Restoration(fingerprint, back)


def _difference(before: bytes, after: bytes) -> tuple[int, int, str]:
    shorter = min(len(before), len(after))
    head = next((i for i in range(shorter) if before[i] != after[i]), shorter)
    tail = next((i for i in range(shorter - head) if before[-1 - i] != after[-1 - i]), shorter - head)
    return head, len(after) - tail, before[head : len(before) - tail].decode("latin-1")


def is_untouched(package: Package, parts: Iterable[tuple[str, Restoration]]) -> bool:
    """Say whether all these parts are as marking left them."""
    return all(part in package and hashlib.sha256(package.get(part)).hexdigest() == how.after for part, how in parts)


def restore(package: Package, parts: dict[str, Restoration]) -> None:
    """Make the parts again what they were, byte for byte; those that we made go."""
    for part, how in parts.items():
        if how.back is not None:
            edits = Edits()
            for start, end, old in how.back:
                edits.replace(start, end, old.encode("latin-1"))
            package.put(part, edits.apply(package.get(part)))
    made = [part for part, how in parts.items() if how.back is None]
    if made:
        package.remove(*made)
