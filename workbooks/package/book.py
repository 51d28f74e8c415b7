"""workbook.xml: sheet names, defined names, and the hidden ones by which our own sheets are known again."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from workbooks.grid import Area
from workbooks.package.cells import parse_address
from workbooks.package.markup import Document, Edits, Node, escape, prefixed
from workbooks.package.package import STRICT, TRANSITIONAL, Package, Sheet

OURS = "_dudao_"
OUR_SHEET = "_dudao_sheet"
"""The hidden name, local to each sheet of ours. Its text is the name that we wanted, and after a slash the one that we
gave where that differs. A sheet that no longer bears the name we gave was renamed or copied by the clerk: it is his."""

_OUR_CHART = "_dudao_chartsheet_"  # for the whole workbook: openpyxl can't open files with names local to chart sheets
_LONGEST_NAME = 31
_WIDEST = 200  # a wider block is no memory of ours
_SHEET_IN_FORMULA = re.compile(r"'((?:[^']|'')+)'!|((?:[^\W\d]|\\)[\w.\\]*)!")
_PLAIN_NAME = re.compile(r"[^\W\d][\w.]*")
_LIKE_CELL = re.compile(r"[A-Za-z]{1,3}[0-9]+|[RrCc][0-9]*|[Rr][0-9]*[Cc][0-9]*")


@dataclass(frozen=True, slots=True)
class DefinedName:
    """A defined name; `sheet` is the index of the sheet it is local to, None for the whole workbook."""

    name: str
    text: str
    sheet: int | None = None
    hidden: bool = False

    def to_xml(self, prefix: bytes) -> bytes:
        """Return the name as workbook.xml holds it."""
        local = b"" if self.sheet is None else b' localSheetId="%d"' % self.sheet
        hidden = b' hidden="1"' if self.hidden else b""
        content = (escape(self.name), local, hidden, escape(self.text))
        return prefixed(b'<definedName name="%b"%b%b>%b</definedName>' % content, prefix)


def defined_names(book: Document) -> list[tuple[Node, DefinedName]]:
    """Return the defined names in order, with their elements."""
    listing = book.root.child("definedNames")
    found = []
    for node in listing.all("definedName") if listing else ():
        local = node.number("localSheetId", -1)
        hidden = node.attribute("hidden") in ("1", "true", "on")
        name = DefinedName(node.attribute("name"), book.text(node), None if local < 0 else local, hidden)
        found.append((node, name))
    return found


def change_names(book: Document, edits: Edits, remove: Iterable[Node], add: Iterable[DefinedName]) -> None:
    """Take defined names out of workbook.xml and put others in."""
    gone = list(remove)
    content = b"".join(name.to_xml(book.root.prefix) for name in add)
    listing = book.root.child("definedNames")
    if listing:
        if not content and len(gone) == len(listing.children):
            edits.remove(listing)  # an empty list isn't allowed
            return
        for node in gone:
            edits.remove(node)
        if content:
            edits.append(book, listing, content)
    elif content:
        tag = book.root.prefix + b"definedNames"
        before = list(book.root.all("sheets", "functionGroups", "externalReferences"))
        edits.insert(before[-1].end, b"<%b>%b</%b>" % (tag, content, tag))


def our_sheets(package: Package) -> list[str]:
    """Return the names of all sheets that we made, in the order of their tabs, the clerk's copies of them included."""
    names = defined_names(package.book())
    indexes = {name.sheet for _, name in names if name.name == OUR_SHEET}
    charts = {wanted_and_given(name.text)[1] for _, name in names if name.name.startswith(_OUR_CHART)}
    return [s.name for s in package.sheets() if s.index in indexes or (s.kind == "chartsheet" and s.name in charts)]


def wanted_and_given(text: str) -> tuple[str, str]:
    """Return the name that we wanted for a sheet and the one that we gave, as its hidden name says them."""
    wanted, _, given = text.strip('"').replace('""', '"').partition("/")
    return wanted, given or wanted


def own_sheets(package: Package) -> dict[str, Sheet]:
    """Return the sheets that we may replace, by the name (in lower case) that we wanted for them."""
    sheets = package.sheets()
    found: dict[str, Sheet] = {}
    for _, name in defined_names(package.book()):
        wanted, given = wanted_and_given(name.text)
        if name.name == OUR_SHEET and name.sheet is not None:
            places = sheets[name.sheet : name.sheet + 1]
        elif name.name.startswith(_OUR_CHART):
            places = [sheet for sheet in sheets if sheet.kind == "chartsheet"]
        else:
            continue
        for sheet in places:
            if sheet.name == given:
                found.setdefault(wanted.casefold(), sheet)
    return found


def own_name(sheet_kind: str, index: int, wanted: str, given: str) -> DefinedName:
    """Return the hidden name by which a sheet of ours is known again."""
    text = wanted if wanted == given else f"{wanted}/{given}"
    quoted_text = '"' + text.replace('"', '""') + '"'
    if sheet_kind == "chartsheet":
        return DefinedName(f"{_OUR_CHART}{index}", quoted_text, hidden=True)
    return DefinedName(OUR_SHEET, quoted_text, index, hidden=True)


def is_name_of(name: DefinedName, sheets: Iterable[Sheet]) -> bool:
    """Say whether a defined name belongs to one of these sheets: local to it, or the one it is known by."""
    if name.name.startswith(_OUR_CHART):
        return wanted_and_given(name.text)[1] in {sheet.name for sheet in sheets if sheet.kind == "chartsheet"}
    return name.sheet is not None and name.sheet in {sheet.index for sheet in sheets}


def free_sheet_name(wanted: str, taken: set[str]) -> str:
    """Return the name, with a number where a sheet bears it already; `taken` is in lower case."""
    name, number = wanted, 1
    while name.casefold() in taken:
        number += 1
        name = wanted[: _LONGEST_NAME - len(str(number))] + str(number)
    return name


def sheet_entry(book: Document, name: str, sheet_id: int, relationship: str, state: str) -> bytes:
    """Return the line that lists a new sheet."""
    listing = book.root.child("sheets")
    relationships = listing.prefix_for(TRANSITIONAL, STRICT) if listing else None
    declared = b""
    if relationships is None:
        relationships = b"r:"
        strict = book.root.namespace.startswith("http://purl.oclc.org/")
        declared = b' xmlns:r="%b"' % (STRICT if strict else TRANSITIONAL).encode()
    hidden = b' state="%b"' % escape(state) if state in ("hidden", "veryHidden") else b""
    content = (escape(name), sheet_id, hidden, declared, relationships, escape(relationship))
    return prefixed(b'<sheet name="%b" sheetId="%d"%b%b %bid="%b"/>' % content, book.root.prefix)


def quoted(sheet: str) -> str:
    """Return the sheet's name as a formula writes it."""
    if _PLAIN_NAME.fullmatch(sheet) and not _LIKE_CELL.fullmatch(sheet):
        return sheet
    return "'" + sheet.replace("'", "''") + "'"


def references(formula: str) -> list[str]:
    """Return the cell references of a union such as `'明细 表'!$A$1:$B$2,'明细 表'!$D$1`, without the sheet's name."""
    bare = _SHEET_IN_FORMULA.sub("", formula)
    return [text.strip().strip("()") for text in bare.split(",") if text.strip()]


def area_of(text: str) -> Area | None:
    """Return the area of a reference such as `$E$2:$E$12`, None where it refers to nothing (any more)."""
    corners = [parse_address(corner) for corner in text.split(":")]
    if not corners or None in corners:
        return None  # such as #REF!, where the clerk has deleted our columns
    places = [corner for corner in corners if corner]
    area = Area(places[0][0], places[0][1], places[-1][0], places[-1][1])
    return area if area.right - area.left < _WIDEST else None


def renamed(formula: str, names: Mapping[str, str]) -> str:
    """Return the formula or link with sheets called by their new names; `names`: new names by old in lower case."""

    def follow(found: re.Match[str]) -> str:
        old = found[1].replace("''", "'") if found[1] else found[2]
        new = names.get(old.casefold())
        return found[0] if new is None else quoted(new) + "!"

    return _SHEET_IN_FORMULA.sub(follow, formula) if names else formula
