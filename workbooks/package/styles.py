"""The style table: looked up by what a style says, so that nothing is ever added twice; only ever appended to."""

import re
from collections.abc import Iterable

from workbooks.package.markup import Document, Edits, Node, escape, prefixed, with_attribute
from workbooks.package.package import Package

SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT_SPREADSHEET = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
_LIMIT = 65_000  # Excel's own limit is about 65,490 cell formats

_ORDER = ("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles",
          "colors", "extLst")  # fmt: skip
_DEFAULTS = {
    "fonts": [b'<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>'],
    # Excel takes the first two fills for these whatever they say
    "fills": [b'<fill><patternFill patternType="none"/></fill>', b'<fill><patternFill patternType="gray125"/></fill>'],
    "borders": [b"<border><left/><right/><top/><bottom/><diagonal/></border>"],
    "cellXfs": [b'<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'],
}
_EMPTY = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="%b"><fonts count="1">'
    + _DEFAULTS["fonts"][0]
    + b'</fonts><fills count="2">'
    + b"".join(_DEFAULTS["fills"])
    + b'</fills><borders count="1">'
    + _DEFAULTS["borders"][0]
    + b'</borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    b'<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'
    b'<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
_BUILT_IN = {"General": 0, "0": 1, "0.00": 2, "#,##0": 3, "#,##0.00": 4, "0%": 9, "0.00%": 10, "@": 49}

Key = tuple[object, ...]


class Styles:
    """The styles of a package, with additions kept aside until `save`."""

    def __init__(self, package: Package) -> None:
        self._package = package
        part = package.related(package.workbook, "styles")
        self.part = part or ""
        self.document = package.document(part) if part else Document(_EMPTY % _main(package))
        root = self.document.root
        self.prefix = root.prefix
        self._nodes = {name: node for name in _ORDER if (node := root.child(name))}
        self._items = {name: [self.document.raw(item) for item in node.children] for name, node in self._nodes.items()}
        self._added: dict[str, list[bytes]] = {}
        self._keys: dict[str, dict[Key, int]] = {}
        self._copies: dict[tuple[int, int | None, int | None], int] = {}

    def items(self, table: str) -> list[bytes]:
        """Return all entries of a table (`fonts`, `cellXfs`, …) as XML, additions included."""
        return self._items.get(table, []) + self._added.get(table, [])

    def add(self, table: str, xml: bytes) -> int:
        """Return the place of this entry in its table; it is appended unless one that says the same is there.

        `xml` is written with this style sheet's prefix (see `native`).
        """
        if table not in self._keys:
            self._make_room(table)
            known = [_key(item) for item in self._nodes[table].children] if table in self._nodes else []
            self._keys[table] = {}
            for place, item in enumerate([*known, *map(key, self._added.get(table, []))]):
                self._keys[table].setdefault(item, place)
        wanted = key(xml)
        if wanted not in self._keys[table]:
            self._keys[table][wanted] = len(self.items(table))
            self._added.setdefault(table, []).append(xml)
        return self._keys[table][wanted]

    def native(self, xml: bytes) -> bytes:
        """Return XML written without prefixes as this style sheet writes it."""
        return prefixed(xml, self.prefix)

    def _make_room(self, table: str) -> None:
        """Put in the entries that every table must begin with, and those that cells already refer to in vain."""
        have = len(self._items.get(table, []))
        for default in _DEFAULTS.get(table, [])[have:]:
            self._added.setdefault(table, []).append(self.native(default))
        if table == "cellXfs" and have:
            highest = highest_style(self._package, have)
            missing = highest + 1 - have if highest < _LIMIT else 0
            self._added.setdefault(table, []).extend([self._items[table][0]] * max(0, missing))

    def format(self, style: int) -> bytes:
        """Return the cell format; the default one where the number is out of range."""
        formats = self._items.get("cellXfs", [])
        added = self._added.get("cellXfs", [])
        if 0 <= style < len(formats):
            return formats[style]
        if 0 <= style - len(formats) < len(added):
            return added[style - len(formats)]
        return formats[0] if formats else self.native(_DEFAULTS["cellXfs"][0])

    def attribute(self, style: int, name: str) -> int:
        """Return a number that the cell format refers to: `fillId`, `numFmtId` …"""
        return Document(self.format(style)).root.number(name)

    def with_changes(self, style: int, *, fill: int | None = None, number_format: int | None = None) -> int:
        """Return the style that equals this one but for its fill or number format."""
        wanted = (style, fill, number_format)
        if wanted not in self._copies:
            xml = self.format(style)
            tag_end = xml.index(b">") + 1
            tag = xml[:tag_end]
            if fill is not None:
                tag = with_attribute(tag, b"fillId", str(fill).encode())
                tag = with_attribute(tag, b"applyFill", b"1")
            if number_format is not None:
                tag = with_attribute(tag, b"numFmtId", str(number_format).encode())
                tag = with_attribute(tag, b"applyNumberFormat", b"1")
            self._copies[wanted] = self.add("cellXfs", tag + xml[tag_end:])
        return self._copies[wanted]

    def solid_fill(self, rgb: str, background: bytes = b'indexed="64"') -> int:
        """Return the place of a solid fill of this colour (RRGGBB)."""
        xml = b'<fill><patternFill patternType="solid"><fgColor rgb="FF%b"/><bgColor %b/></patternFill></fill>'
        return self.add("fills", self.native(xml % (rgb.upper().encode(), background)))

    def number_format(self, code: str) -> int:
        """Return the number of the number format, which is added where it is missing."""
        if code in _BUILT_IN:
            return _BUILT_IN[code]
        numbers = [163]
        for item in self.items("numFmts"):
            node = Document(item).root
            if node.attribute("formatCode") == code:
                return node.number("numFmtId")
            numbers.append(node.number("numFmtId"))
        number = max(numbers) + 1
        self._added.setdefault("numFmts", []).append(
            self.native(b'<numFmt numFmtId="%d" formatCode="%b"/>' % (number, escape(code)))
        )
        return number

    def edits(self) -> Edits:
        """Return what has been added, as edits of the style sheet."""
        edits = Edits()
        root = self.document.root
        for name, added in self._added.items():
            content = b"".join(added)
            node = self._nodes.get(name)
            if node:
                edits.append(self.document, node, content, len(node.children) + len(added))
        missing = [name for name in _ORDER if name in self._added and name not in self._nodes]
        if missing and root.empty:
            edits.append(self.document, root, b"".join(map(self._table, missing)))
        elif missing:
            for name in missing:
                edits.insert(self._place_for(name), self._table(name))
        return edits

    def _table(self, name: str) -> bytes:
        added = self._added[name]
        tag = self.prefix + name.encode()
        return b'<%b count="%d">%b</%b>' % (tag, len(added), b"".join(added), tag)

    def _place_for(self, name: str) -> int:
        before = [self._nodes[other].end for other in _ORDER[: _ORDER.index(name)] if other in self._nodes]
        return max(before, default=self.document.root.inner)

    def save(self) -> Edits:
        """Write the additions into the package; return them as edits of the style sheet as it was."""
        edits = self.edits()
        if not edits:
            return edits
        if not self.part:
            self.part = self._package.free_name("xl/styles{}.xml").replace("styles1.xml", "styles.xml")
            self._package.put(self.part, b"")
            self._package.declare(self.part, _STYLES_TYPE)
            self._package.relate(self._package.workbook, "styles", self.part)
        self._package.put(self.part, edits.apply(self.document.data))
        return edits


def key(xml: bytes) -> Key:
    """Return what an entry says, apart from how it is written: prefixes, order of attributes, spaces."""
    return _key(Document(xml).root)


def _key(node: Node) -> Key:
    attributes = sorted((name, value) for name, value in node.attributes.items() if not name.startswith("xmlns"))
    return (node.local, tuple(attributes), tuple(_key(child) for child in node.children))


def highest_style(package: Package, at_least: int) -> int:
    """Return the highest style number from `at_least` on that any cell, row or column uses, 0 where none does.

    Such cells mean no style at all; entries appended to the table would suddenly be theirs.
    """
    pattern = re.compile(rb"\s(?:s|style)\s*=\s*[\"'](" + _number_from(at_least) + rb")[\"']")
    highest = 0
    for part in {sheet.part for sheet in package.sheets() if sheet.part and sheet.kind == "worksheet"}:
        highest = max([highest, *map(int, pattern.findall(package.get(part)))])
    return highest


def _number_from(lowest: int) -> bytes:
    """Return a pattern of the whole numbers from `lowest` on."""
    digits = str(lowest)
    patterns = [digits, rf"[1-9][0-9]{{{len(digits)},8}}"]
    for place, digit in enumerate(digits):
        if digit != "9":
            patterns.append(f"{digits[:place]}[{int(digit) + 1}-9][0-9]{{{len(digits) - place - 1}}}")
    return "|".join(patterns).encode()


def _main(package: Package) -> bytes:
    return (STRICT_SPREADSHEET if package.strict else SPREADSHEET).encode()


def is_date_format(code: str) -> bool:
    """Say whether a number format shows a date (times alone are none)."""
    bare = re.sub(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.', "", code.partition(";")[0]).casefold()
    return bool(re.search("[yde]|年|月", bare.replace("general", ""))) and not re.search(r"[0#]", bare)


def number_formats(items: Iterable[bytes]) -> dict[int, str]:
    """Return the codes of the number formats, those built in that show dates included."""
    built_in = {14: "m/d/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 22: "m/d/yyyy h:mm"}
    built_in |= dict.fromkeys([*range(27, 32), 36, *range(50, 59)], "yyyy-m-d")
    return built_in | {
        node.number("numFmtId"): node.attribute("formatCode") for node in (Document(item).root for item in items)
    }
