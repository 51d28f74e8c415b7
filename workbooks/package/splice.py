"""Puts finished sheets into a clerk's workbook: `splice` adds them or replaces ours in place, `drop` takes ours out."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from workbooks.package import book as books
from workbooks.package.book import DefinedName
from workbooks.package.incoming import Incoming
from workbooks.package.markup import Document, Edits, escape, prefixed, utf8, with_attribute
from workbooks.package.package import Package, Sheet
from workbooks.package.rename import Names
from workbooks.package.styles import Styles


@dataclass(frozen=True, slots=True)
class Arrival:
    """A sheet of the fresh workbook on its way: the sheet of ours that it replaces, or None; its name and place."""

    source: Sheet
    replaces: Sheet | None
    name: str
    index: int


def splice(package: Package, sheets: bytes) -> list[str]:
    """Put all sheets of the workbook `sheets` into the package; return the names they were given.

    Sheets that an earlier splice put in are replaced in place, known by the name that was wanted for them. A sheet of
    the clerk's own that bears the name stays, and ours gets a number. Sheets of ours that are not among the new ones
    stay (see `drop`). The workbook opens on the sheet that it opened on before.
    """
    source = Package.read(sheets)
    arrivals = _arrivals(package, source)
    replaced = [arrival.replaces for arrival in arrivals if arrival.replaces]
    _forget(package, replaced)
    names = Names({a.source.name.casefold(): a.name for a in arrivals if a.source.name != a.name})
    styles = Styles(package)
    incoming = Incoming(package, source, styles, names)
    active = _active_tab(package.book())
    entries = []
    sheet_id = max(sheet.sheet_id for sheet in package.sheets())
    book = package.book()
    for arrival in arrivals:
        if arrival.replaces and arrival.replaces.part:
            part = arrival.replaces.part
            incoming.sheet(arrival.source, part, selected=arrival.index == active)
            continue
        part = incoming.free_part(arrival.source)
        incoming.sheet(arrival.source, part, selected=False)
        sheet_id += 1
        relationship = package.relate(package.workbook, arrival.source.kind, part)
        state = arrival.source.node.attribute("state")
        entries.append(books.sheet_entry(book, arrival.name, sheet_id, relationship, state))
    styles.save()
    incoming.finish()
    _list(package, book, entries, arrivals, source, names)
    return [arrival.name for arrival in arrivals]


def drop(package: Package, sheets: Iterable[str]) -> None:
    """Take sheets of ours out, with all that only they use; names that are not ours are left alone."""
    wanted = {name.casefold() for name in sheets}
    gone = [sheet for sheet in books.own_sheets(package).values() if sheet.name.casefold() in wanted]
    indexes = {sheet.index for sheet in gone}
    kept = [sheet for sheet in package.sheets() if sheet.index not in indexes]
    if not gone or not any(_visible(sheet) for sheet in kept):
        return  # a workbook must show one sheet at least
    _forget(package, gone)
    position = {sheet.index: place for place, sheet in enumerate(kept)}
    book = package.book()
    edits = Edits()
    for sheet in package.sheets():
        if sheet.index not in position:
            edits.remove(sheet.node)
    stale = []
    for node, name in books.defined_names(book):
        if books.is_name_of(name, gone):
            stale.append(node)
        elif name.sheet is not None and name.sheet in position and position[name.sheet] != name.sheet:
            tag = with_attribute(book.data[node.start : node.inner], b"localSheetId", b"%d" % position[name.sheet])
            edits.replace(node.start, node.inner, tag)
    books.change_names(book, edits, stale, [])
    _move_views(book, edits, position, next(sheet.index for sheet in kept if _visible(sheet)))
    package.put(package.workbook, edits.apply(book.data))
    package.remove(*(sheet.part for sheet in gone if sheet.part))
    for sheet in gone:
        package.unrelate(package.workbook, sheet.relationship)


def _arrivals(package: Package, source: Package) -> list[Arrival]:
    present = package.sheets()
    own = books.own_sheets(package)
    taken = {sheet.name.casefold() for sheet in present}
    arrivals = []
    for sheet in source.sheets():
        if sheet.part is None or sheet.kind not in ("worksheet", "chartsheet"):
            continue
        replaces = own.get(sheet.name.casefold())
        if replaces and replaces.kind == sheet.kind and replaces.part:
            arrivals.append(Arrival(sheet, replaces, replaces.name, replaces.index))
            continue
        name = books.free_sheet_name(sheet.name, taken)
        taken.add(name.casefold())
        index = len(present) + sum(arrival.replaces is None for arrival in arrivals)
        arrivals.append(Arrival(sheet, None, name, index))
    return arrivals


def _forget(package: Package, sheets: list[Sheet]) -> None:
    """Take out what only these sheets use, and the calculation chain where it speaks of them."""
    parts = frozenset(sheet.part for sheet in sheets if sheet.part)
    if not parts:
        return
    kept = package.reachable("", beside=parts)
    orphans = package.reachable(*parts) - kept
    if orphans:
        package.remove(*sorted(orphans))
    for part in parts:
        package.forget_relationships(part)
    package.forget_calculation({sheet.sheet_id for sheet in sheets})


def _visible(sheet: Sheet) -> bool:
    return sheet.node.attribute("state") in ("", "visible")


def _active_tab(book: Document) -> int:
    views = book.root.child("bookViews")
    first = next(views.all("workbookView"), None) if views else None
    return first.number("activeTab") if first else 0


def _move_views(book: Document, edits: Edits, position: dict[int, int], fallback: int) -> None:
    """Let the workbook's windows show the sheets that they showed, `fallback` where theirs is gone."""
    views = book.root.child("bookViews")
    for view in views.all("workbookView") if views else ():
        tag = original = book.data[view.start : view.inner]
        for attribute in ("activeTab", "firstSheet"):
            index = view.number(attribute)
            if position.get(index) != index:
                value = b"%d" % position.get(index, position[fallback])
                tag = with_attribute(tag, attribute.encode(), value, add=False)
        if tag != original:
            edits.replace(view.start, view.inner, tag)


def _list(
    package: Package, book: Document, entries: list[bytes], arrivals: list[Arrival], source: Package, names: Names
) -> None:
    """Write sheets and defined names into workbook.xml."""
    edits = Edits()
    listing = book.root.child("sheets")
    assert listing is not None  # Package.read refuses a workbook without sheets
    if not book.root.child("bookViews"):
        views = prefixed(b"<bookViews><workbookView/></bookViews>", book.root.prefix)
        edits.insert(listing.start, views)  # our sheets' views refer to the workbook's first window
    if entries:
        edits.append(book, listing, b"".join(entries))
    arriving = _arriving_names(arrivals, source, names)
    coming = {(name.sheet, name.name.casefold()) for name in arriving}
    replaced = [arrival.replaces for arrival in arrivals if arrival.replaces]
    stale = [
        node
        for node, name in books.defined_names(book)
        if books.is_name_of(name, replaced)
        and (name.name.startswith(("_xlnm.", books.OURS)) or (name.sheet, name.name.casefold()) in coming)
    ]
    books.change_names(book, edits, stale, arriving)
    if _is_spoken_of(package, book, replaced):
        _calculate_anew(book, edits)
    package.put(package.workbook, edits.apply(book.data))


def _is_spoken_of(package: Package, book: Document, replaced: list[Sheet]) -> bool:
    """Say whether a formula or name of the clerk's refers to one of these sheets: what it came to is out of date."""
    if not replaced:
        return False
    own = {sheet.index for sheet in replaced}
    names = "\n".join(name.text for _, name in books.defined_names(book) if name.sheet not in own)
    parts = (sheet.part for sheet in package.sheets() if sheet.part and sheet.index not in own)
    words = b"|".join(re.escape(escape(sheet.name.replace("'", "''"))) for sheet in replaced)
    spoken = re.compile(rb"(?:" + words + rb")(?:'|&apos;)?!")
    return bool(spoken.search(escape(names))) or any(spoken.search(utf8(package.get(part))) for part in parts)


def _calculate_anew(book: Document, edits: Edits) -> None:
    """Let programs calculate the workbook when they next open it."""
    present = book.root.child("calcPr")
    if present:
        tag = book.data[present.start : present.inner]
        edits.replace(present.start, present.inner, with_attribute(tag, b"fullCalcOnLoad", b"1"))
        return
    before = list(book.root.all("sheets", "functionGroups", "externalReferences", "definedNames"))
    edits.insert(before[-1].end, prefixed(b'<calcPr fullCalcOnLoad="1"/>', book.root.prefix))


def _arriving_names(arrivals: list[Arrival], source: Package, names: Names) -> list[DefinedName]:
    """Return the fresh workbook's names as they stand in the clerk's; those of the whole workbook go to each sheet."""
    index = {arrival.source.index: arrival.index for arrival in arrivals}
    found = [books.own_name(a.source.kind, a.index, a.source.name, a.name) for a in arrivals]
    for _, name in books.defined_names(source.book()):
        if name.name.startswith(books.OURS):
            continue
        everywhere = [a.index for a in arrivals if a.source.kind == "worksheet"]
        places = everywhere if name.sheet is None else [index[name.sheet]] if name.sheet in index else []
        text = names.in_formula(name.text)
        found += [DefinedName(name.name, text, place, name.hidden) for place in places]
    return found
