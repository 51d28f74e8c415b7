"""Sheets of a fresh workbook made fit for another package: parts renamed, styles matched, texts taken along.

Cells are rewritten by a few passes over the bytes; nothing is parsed that grows with the number of rows.
"""

import re

from workbooks.package.markup import Document, check_well_formed, escape, utf8, with_attribute, without_attribute
from workbooks.package.package import (
    RELATIONSHIPS_TYPE,
    STRICT,
    TRANSITIONAL,
    Package,
    Relationship,
    Sheet,
    relationships_of,
    relative_target,
)
from workbooks.package.rename import Names
from workbooks.package.styles import Styles, is_date_format, number_formats

_LEFT_BEHIND = (
    "pivotTable",
    "threadedComment",
    "slicer",
    "timeline",
    "queryTable",
    "externalLinkPath",
    "customProperty",
)
_DXF = re.compile(rb"(\s(?:dxfId|dataDxfId|\w+RowDxfId|\w+BorderDxfId)=\")(\d+)(\")")
_SHARED = re.compile(
    rb"(<((?:[\w.-]+:)?)c\s(?:[^>]*?\s)?t=)\"s\"([^>]*>)\s*<(?:[\w.-]+:)?v>\s*(\d+)\s*</(?:[\w.-]+:)?v>\s*(</)"
)
_DIALECT = [
    (b"http://schemas.openxmlformats.org/spreadsheetml/2006/main", b"http://purl.oclc.org/ooxml/spreadsheetml/main"),
    (TRANSITIONAL.encode(), STRICT.encode()),
    (b"http://schemas.openxmlformats.org/drawingml/2006/", b"http://purl.oclc.org/ooxml/drawingml/"),
]
_DAYS_1904 = 1462


class Incoming:
    """One run of taking sheets over from `source` into `package`."""

    def __init__(self, package: Package, source: Package, styles: Styles, names: Names) -> None:
        self.package = package
        self.source = source
        self.styles = styles
        self.names = names
        self._sheets: dict[str, str] = {}
        self._declared: dict[str, str] = {}
        self._copied: dict[str, str] = {}
        self._match_styles()
        self._texts = self._shared_texts()
        self._tables = _table_names(package)
        self._name_tables()
        self._to_strict = package.strict if package.strict != source.strict else None

    # Styles

    def _match_styles(self) -> None:
        """Find, or add, each style of the source in the package's own table."""
        theirs = Styles(self.source)
        ours = self.styles

        def taken_over(table: str) -> list[int]:
            return [ours.add(table, ours.native(_bare(item, theirs.prefix))) for item in theirs.items(table)]

        fonts = [
            ours.add("fonts", ours.native(re.sub(rb"<scheme [^>]*/>", b"", _bare(item, theirs.prefix))))
            for item in theirs.items("fonts")
        ]
        fills, borders = taken_over("fills"), taken_over("borders")
        codes = number_formats(theirs.items("numFmts"))
        own_codes = {Document(item).root.number("numFmtId") for item in theirs.items("numFmts")}
        self._styles: dict[int, int] = {0: 0}
        self._dates: set[int] = set()
        for style, item in enumerate(theirs.items("cellXfs")):
            node = Document(item).root
            number = node.number("numFmtId")
            if is_date_format(codes.get(number, "General")):
                self._dates.add(style)
            if style == 0:
                continue  # what has no style of its own looks like the clerk's plain cells
            xml = _bare(item, theirs.prefix)
            tag_end = xml.index(b">") + 1
            tag = xml[:tag_end]
            references = {
                b"numFmtId": ours.number_format(codes[number]) if number in own_codes else number,
                b"fontId": _at(fonts, node.number("fontId")),
                b"fillId": _at(fills, node.number("fillId")),
                b"borderId": _at(borders, node.number("borderId")),
                b"xfId": 0,
                b"applyFont": 1,
            }
            for name, value in references.items():
                tag = with_attribute(tag, name, b"%d" % value)
            if not ours.items("cellStyleXfs"):
                tag = without_attribute(tag, b"xfId")
            self._styles[style] = ours.add("cellXfs", ours.native(tag + xml[tag_end:]))
        self._dxfs = taken_over("dxfs")

    # Texts

    def _shared_texts(self) -> list[bytes]:
        """Return the source's shared strings as the content of inline ones."""
        part = self.source.related(self.source.workbook, "sharedStrings")
        if not part:
            return []
        document = self.source.document(part)
        return [
            _bare(document.data[item.inner : item.inner_end], document.root.prefix) for item in document.root.all("si")
        ]

    # Parts

    def free_part(self, sheet: Sheet) -> str:
        """Return the part name for a new sheet."""
        folder = self.package.workbook.rpartition("/")[0]
        kind = "chartsheets" if sheet.kind == "chartsheet" else "worksheets"
        return self.package.free_name(f"{folder}/{kind}/sheet{{}}.xml".lstrip("/"))

    def sheet(self, sheet: Sheet, part: str, *, selected: bool) -> None:
        """Put the source's sheet into the package as `part`."""
        assert sheet.part is not None
        data = utf8(self.source.get(sheet.part))
        check_well_formed(data)
        self.package.put(part, b"")  # takes the name before the sheet's drawings look for theirs
        data = self._worksheet(data, selected=selected)
        self._take_related(sheet.part, part)
        self.package.put(part, self._dialect(self.names.in_xml(data)))
        self._sheets[part] = self.source.content_type(sheet.part)

    def _worksheet(self, data: bytes, *, selected: bool) -> bytes:
        start, end = max(0, data.find(b"sheetData")), max(0, data.rfind(b"sheetData"))
        head, cells, rest = data[:start], data[start:end], data[end:]
        head = re.sub(rb"(<(?:[\w.-]+:)?sheetPr\s[^>]*?)\scodeName=\"[^\"]*\"", rb"\1", head, count=1)
        head = re.sub(rb"\stabSelected=\"[^\"]*\"", b"", head)
        if selected:
            head = re.sub(rb"(<(?:[\w.-]+:)?sheetView)(?=[\s/>])", rb'\1 tabSelected="1"', head, count=1)
        if self.package.date1904 != self.source.date1904:
            cells = self._shift_dates(cells)
        if any(old != new for old, new in self._styles.items()):
            head, cells = self._restyled(head), self._restyled(cells)
        if self._texts:
            cells = _SHARED.sub(self._inline, cells)
        if b' cm="' in cells:  # dynamic arrays need a metadata part; as plain arrays they show the same
            cells = re.sub(rb"(<(?:[\w.-]+:)?c\s[^>]*?)\s[cv]m=\"\d+\"", rb"\1", cells)
        return head + cells + _DXF.sub(self._dxf, rest)

    def _restyled(self, cells: bytes) -> bytes:
        new = {b"%d" % old: b"%d" % number for old, number in self._styles.items()}
        pattern = re.compile(rb"(<(?:[\w.-]+:)?(?:c|row|col)\s(?:[^>]*?\s)?(?:s|style)=\")(\d+)(?=\")")
        return pattern.sub(lambda found: found[1] + new.get(found[2], b"0"), cells)

    def _inline(self, found: re.Match[bytes]) -> bytes:
        prefix, number = found[2], int(found[4])
        text = self._texts[number] if number < len(self._texts) else b""
        if prefix:
            text = re.sub(rb"<(/?)(?=\w)", rb"<\1" + prefix, text)
        return b'%b"inlineStr"%b<%bis>%b</%bis>%b' % (found[1], found[3], prefix, text, prefix, found[5])

    def _dxf(self, found: re.Match[bytes]) -> bytes:
        return found[1] + b"%d" % _at(self._dxfs, int(found[2])) + found[3]

    def _shift_dates(self, cells: bytes) -> bytes:
        """Let dates mean the same days in a workbook whose count begins with another year."""
        shift = -_DAYS_1904 if self.package.date1904 else _DAYS_1904

        def shifted(found: re.Match[bytes]) -> bytes:
            value = float(found[3])
            typed = re.search(rb"\st=\"(?!n\")", found[1])
            if int(found[2]) not in self._dates or typed or value + shift < 0:
                return found[0]
            return found[1] + repr(value + shift).removesuffix(".0").encode()

        formula = rb"(?:<(?:[\w.-]+:)?f[^<]*</(?:[\w.-]+:)?f>)?"
        opening = rb"<(?:[\w.-]+:)?c\s(?:[^>]*?\s)?s=\"(\d+)\"[^>]*>"
        return re.sub(b"(" + opening + formula + rb"<(?:[\w.-]+:)?v>)([0-9.Ee+-]+)(?=<)", shifted, cells)

    def _take_related(self, source_part: str, part: str) -> None:
        """Copy what the part relates to, and write its relationships under the same ids."""
        lines = []
        for relationship in self.source.relationships(source_part):
            if relationship.kind in _LEFT_BEHIND:
                continue
            target = relationship.target
            outside = relationship.external or target.startswith("#")
            if outside and target.startswith("#"):
                target = "#" + self.names.in_formula(target[1:])
            elif not outside:
                if relationship.part is None:
                    continue  # a dangling relationship would grow with each splice
                target = relative_target(part, self._take(relationship))
            mode = b' TargetMode="External"' if relationship.external else b""
            type_ = self._dialect(relationship.type.encode())
            lines.append(
                b'<Relationship Id="%b" Type="%b" Target="%b"%b/>'
                % (escape(relationship.id), escape(type_.decode()), escape(target), mode)
            )
        if lines:
            self._declared[relationships_of(part)] = RELATIONSHIPS_TYPE
            self.package.put(
                relationships_of(part),
                b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
                b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                + b"".join(lines)
                + b"</Relationships>",
            )

    def _take(self, relationship: Relationship) -> str:
        """Return the package's name for a part of the source, copied the first time it is asked for."""
        old = relationship.part or ""
        if old not in self._copied:
            stem, dot, extension = old.rpartition(".")
            new = self.package.free_name(
                stem.rstrip("0123456789").replace("{", "").replace("}", "") + "{}" + dot + extension
            )
            self._copied[old] = new
            self.package.put(new, b"")
            content = self.source.get(old)
            if extension.casefold() == "xml":
                content = self._dialect(self._table(content) if relationship.kind == "table" else utf8(content))
                content = self.names.in_xml(content)
            self.package.put(new, content)
            self._declared[new] = self.source.content_type(old)
            self._take_related(old, new)
        return self._copied[old]

    def _dialect(self, xml: bytes) -> bytes:
        """Return the XML with the namespaces that the package speaks (strict or transitional)."""
        if self._to_strict is not None:
            for transitional, strict in _DIALECT:
                xml = xml.replace(transitional, strict) if self._to_strict else xml.replace(strict, transitional)
        return xml

    # Tables

    def _name_tables(self) -> None:
        """Find names for the source's tables that the package doesn't have yet."""
        taken = set(self._tables.values()) | {
            node.attribute("name").casefold()
            for node in self.package.book().root.descendants()
            if node.local == "definedName"
        }
        for name in _table_names(self.source).values():
            new, number = name, 1
            while new.casefold() in taken:
                number += 1
                new = f"{name}_{number}"
            taken.add(new.casefold())
            if new != name:
                self.names.tables[name] = new

    def _table(self, content: bytes) -> bytes:
        table = Document(content)
        tag = table.data[table.root.start : table.root.inner]
        number = max(self._tables, default=0) + 1
        name = table.root.attribute("displayName")
        new = self.names.tables.get(name.casefold(), name)
        self._tables[number] = new.casefold()
        for attribute, value in ((b"id", b"%d" % number), (b"name", escape(new)), (b"displayName", escape(new))):
            tag = with_attribute(tag, attribute, value)
        content = table.data[: table.root.start] + tag + table.data[table.root.inner :]
        return _DXF.sub(self._dxf, content)

    def finish(self) -> None:
        """Declare the types of all parts taken over."""
        self.package.declare_all(self._sheets | self._declared)  # in this order each time, replaced or new


def _bare(xml: bytes, prefix: bytes) -> bytes:
    """Return XML without the prefix of its main namespace."""
    return xml.replace(b"<" + prefix, b"<").replace(b"</" + prefix, b"</") if prefix else xml


def _at(places: list[int], place: int) -> int:
    return places[place] if 0 <= place < len(places) else 0


def _table_names(package: Package) -> dict[int, str]:
    """Return the names of the package's tables, in lower case, by their numbers."""
    found = {}
    for sheet in package.sheets():
        for relationship in package.relationships(sheet.part) if sheet.part else ():
            if relationship.kind == "table" and relationship.part:
                root = package.document(relationship.part).root
                found[root.number("id")] = root.attribute("displayName").casefold()
    return found
