"""XML as bytes with places: parts are never rebuilt, only added to and cut from, so the rest stays as it was.

`Document` knows where each element begins and ends; `Edits` collects insertions and replacements and applies them at
once. Small parts only: cells are found by `workbooks.package.cells`, VML is never parsed as XML.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from xml.parsers import expat
from xml.sax.saxutils import unescape

from workbooks.package.refusals import refusal

_TAG = re.compile(
    rb"<(?:!--.*?--|!\[CDATA\[.*?\]\]|\?.*?\?"
    rb"|(?P<close>/)?(?P<name>[^\s/>!?]+)(?P<attributes>(?:[^>\"']|\"[^\"]*\"|'[^']*')*?)(?P<empty>/)?)>",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(rb"([^\s=/<>\"']+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_ENCODING = re.compile(rb"^(?:\xef\xbb\xbf)?\s*<\?xml[^>]*?encoding\s*=\s*[\"']([\w.-]+)[\"']")
_UNPREFIXED = re.compile(rb"<(/?)([A-Za-z_][\w.-]*)(?=[\s/>])")
_CHARACTER = re.compile(r"&#(?:x([0-9A-Fa-f]+)|([0-9]+));")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def escape(text: str) -> bytes:
    """Return the text as it stands in XML, between tags or in double quotes; characters XML can't hold are left out."""
    text = _FORBIDDEN.sub("", text)
    for character, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        text = text.replace(character, entity)
    return text.encode()


_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def text_element(text: str) -> bytes:
    """Return a `<t>` element; spaces at its ends are kept, and what Excel would read as an escape is none."""
    kept = b"" if text == text.strip() else b' xml:space="preserve"'
    return b"<t%b>%b</t>" % (kept, escape(_ESCAPE.sub("_x005F_", text)))


def plain(text: bytes) -> str:
    """Return the text that escaped XML text means."""
    words = text.decode("utf-8", "replace")
    if "&" not in words:
        return words
    words = _CHARACTER.sub(lambda m: _character(int(m[1], 16) if m[1] else int(m[2])), words)
    return unescape(words, {"&quot;": '"', "&apos;": "'"})


def _character(code: int) -> str:
    # &#38; must not become the start of another entity
    return "&amp;" if code == 38 else chr(code) if code < 0x110000 else ""


def utf8(data: bytes) -> bytes:
    """Return the part in UTF-8 (unchanged where it is already); parts in UTF-16 and the like are rare and legal."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    else:
        declared = _ENCODING.match(data)
        encoding = declared[1].decode().casefold() if declared else "utf-8"
        if encoding in ("utf-8", "utf8", "ascii", "us-ascii"):
            return data
    try:
        text = data.decode(encoding)
    except (LookupError, UnicodeError) as error:
        raise refusal("damaged") from error
    return re.sub(r"(<\?xml[^>]*?encoding\s*=\s*[\"'])[\w.-]+", r"\1UTF-8", text, count=1).encode()


def check_well_formed(data: bytes) -> None:
    """Refuse broken XML, and XML with a DTD."""
    parser = expat.ParserCreate()

    def refuse_dtd(*_: object) -> None:
        raise refusal("dtd")

    parser.StartDoctypeDeclHandler = refuse_dtd
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise refusal("damaged") from error


class Node:
    """An element: `start` to `end` with its tags, `inner` to `inner_end` between them."""

    __slots__ = ("_attributes", "_raw", "children", "end", "inner", "inner_end", "name", "parent", "start")

    def __init__(self, name: str, raw: bytes, parent: "Node | None", start: int, inner: int) -> None:
        self.name = name
        self._raw = raw
        self._attributes: dict[str, str] | None = None
        self.parent = parent
        self.children: list[Node] = []
        self.start = start
        self.inner = self.inner_end = self.end = inner

    @property
    def empty(self) -> bool:
        """Say whether the element is written as one self-closed tag."""
        return self.inner_end == self.end

    @property
    def attributes(self) -> dict[str, str]:
        """Return the attributes by their names as written, prefix included."""
        if self._attributes is None:
            self._attributes = {m[1].decode(): plain(m[2] or m[3] or b"") for m in _ATTRIBUTE.finditer(self._raw)}
        return self._attributes

    @property
    def local(self) -> str:
        """Return the name without prefix."""
        return self.name.rpartition(":")[2]

    @property
    def prefix(self) -> bytes:
        """Return the prefix with its colon, empty where there is none."""
        return "".join(self.name.rpartition(":")[:2]).encode()

    @property
    def namespace(self) -> str:
        """Return the element's namespace."""
        prefix = self.name.rpartition(":")[0]
        return self.resolve(prefix) or ""

    def resolve(self, prefix: str) -> str | None:
        """Return the namespace that the prefix stands for here."""
        attribute = f"xmlns:{prefix}" if prefix else "xmlns"
        node: Node | None = self
        while node is not None:
            if attribute in node.attributes:
                return node.attributes[attribute]
            node = node.parent
        return None

    def prefix_for(self, *namespaces: str) -> bytes | None:
        """Return the prefix with its colon that stands for one of the namespaces here, None where none does."""
        node: Node | None = self
        while node is not None:
            for attribute, namespace in node.attributes.items():
                declared = attribute.startswith("xmlns:") and namespace in namespaces
                if declared and self.resolve(attribute[6:]) == namespace:
                    return attribute[6:].encode() + b":"
            node = node.parent
        return None

    def attribute(self, local: str, default: str = "") -> str:
        """Return the attribute by its name without prefix."""
        for name, value in self.attributes.items():
            if name.rpartition(":")[2] == local and not name.startswith("xmlns"):
                return value
        return default

    def number(self, local: str, default: int = 0) -> int:
        """Return a whole-number attribute, the default where it is missing or no number."""
        return whole(self.attribute(local), default)

    def child(self, local: str) -> "Node | None":
        """Return the first child of this name in the element's own namespace."""
        return next(self.all(local), None)

    def all(self, *locals_: str) -> "Iterator[Node]":
        """Yield the children of these names in the element's own namespace."""
        for node in self.children:
            if node.local in locals_ and (node.prefix == self.prefix or node.namespace == self.namespace):
                yield node

    def descendants(self) -> "Iterator[Node]":
        """Yield everything under this element, in document order."""
        waiting = self.children[::-1]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += node.children[::-1]


def whole(text: str, default: int = 0) -> int:
    """Return the text as a whole number, the default where it is none."""
    text = text.strip()
    return int(text) if text.isascii() and text.lstrip("-").isdigit() and len(text) < 19 else default


class Document:
    """A small XML part: its bytes in UTF-8, and its elements with their places."""

    def __init__(self, data: bytes) -> None:
        self.data = utf8(data)
        check_well_formed(self.data)
        self.root = self._parse()

    def _parse(self) -> Node:
        root: Node | None = None
        current: Node | None = None
        for match in _TAG.finditer(self.data):
            name = match["name"]
            if name is None:
                continue
            if match["close"]:
                if current is None:
                    raise refusal("damaged")
                current.inner_end, current.end = match.span()
                current = current.parent
                continue
            node = Node(name.decode("utf-8", "replace"), match["attributes"], current, match.start(), match.end())
            if current is not None:
                current.children.append(node)
            elif root is None:
                root = node
            if not match["empty"]:
                current = node
                node.end = -1
        if root is None or root.end < 0:
            raise refusal("damaged")
        return root

    def text(self, node: Node) -> str:
        """Return the text directly inside an element without children."""
        raw = self.data[node.inner : node.inner_end]
        if b"<![CDATA[" in raw:
            raw = re.sub(rb"<!\[CDATA\[(.*?)\]\]>", lambda m: escape(m[1].decode("utf-8", "replace")), raw, flags=re.S)
        return plain(raw)

    def raw(self, node: Node) -> bytes:
        """Return the element's bytes, tags included."""
        return self.data[node.start : node.end]


class Edits:
    """Insertions and replacements by place in the original bytes."""

    def __init__(self) -> None:
        self._edits: list[tuple[int, int, bytes]] = []

    def __bool__(self) -> bool:
        return bool(self._edits)

    def insert(self, position: int, content: bytes) -> None:
        """Put content in; several at the same place stand in the order they were given."""
        self._edits.append((position, position, content))

    def replace(self, start: int, end: int, content: bytes) -> None:
        """Put content in place of the bytes from start to end."""
        self._edits.append((start, end, content))

    def remove(self, node: Node) -> None:
        """Take an element out."""
        self._edits.append((node.start, node.end, b""))

    def append(self, document: Document, parent: Node, content: bytes, count: int | None = None) -> None:
        """Put content in at the end of an element, also of a self-closed one; `count`: its new count attribute."""
        tag = document.data[parent.start : parent.inner]
        opened = tag
        if count is not None:
            opened = with_attribute(opened, b"count", str(count).encode(), add=False)
        if parent.empty:
            opened = opened.rstrip(b">").rstrip(b"/").rstrip() + b">"
            closing = b"</" + parent.name.encode() + b">"
            self.replace(parent.start, parent.end, opened + content + closing)
            return
        if opened != tag:
            self.replace(parent.start, parent.inner, opened)
        self.insert(parent.inner_end, content)

    def apply(self, data: bytes) -> bytes:
        """Return the bytes with all edits made."""
        pieces = []
        position = 0
        for start, end, content in self.ordered():
            pieces += [data[position:start], content]
            position = end
        return b"".join([*pieces, data[position:]])

    def ordered(self) -> list[tuple[int, int, bytes]]:
        """Return the edits in the order of their places."""
        edits = sorted(self._edits, key=lambda edit: (edit[0], edit[1]))
        for before, after in pairwise(edits):
            if after[0] < before[1]:
                raise AssertionError(f"edits overlap: {before} {after}")
        return edits


def with_attribute(tag: bytes, name: bytes, value: bytes, *, add: bool = True) -> bytes:
    """Return an opening tag with the attribute set to an escaped value; `add`: also where it was missing."""
    found = attribute_place(tag, name)
    if found:
        return tag[: found[0]] + value + tag[found[1] :]
    if not add:
        return tag
    name_end = re.match(rb"<[^\s/>]+", tag)
    place = name_end.end() if name_end else 1
    return tag[:place] + b" " + name + b'="' + value + b'"' + tag[place:]


def without_attribute(tag: bytes, name: bytes) -> bytes:
    """Return an opening tag without the attribute."""
    return re.sub(rb"\s+" + re.escape(name) + rb"\s*=\s*(?:\"[^\"]*\"|'[^']*')", b"", tag, count=1)


def attribute_place(tag: bytes, name: bytes) -> tuple[int, int] | None:
    """Return where in an opening tag the attribute's value stands, between its quotes."""
    found = re.search(rb"\s" + re.escape(name) + rb"\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", tag)
    if not found:
        return None
    return found.span(1) if found[1] is not None else found.span(2)


def prefixed(xml: bytes, prefix: bytes) -> bytes:
    """Return XML written without prefixes with every unprefixed element given the prefix (`x:`)."""
    return _UNPREFIXED.sub(rb"<\1" + prefix + rb"\2", xml) if prefix else xml
