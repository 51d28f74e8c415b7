"""What a workbook itself calls by a name of ours: its names, its macros' functions, other add-ins that it links to."""

import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote

import uno

_FUNCTION = re.compile(r"^[ \t]*(?:(?:Public|Private|Friend|Static)[ \t]+)*Function[ \t]+(\w+)", re.IGNORECASE | re.M)
_ON_DISK = "file:"


def own_words(document: Any) -> frozenset[str]:
    """Return the names and functions of macros that an open workbook defines, in lower case."""
    return frozenset(word.casefold() for word in (*_names(document), *_functions(document)))


def linked_files(document: Any) -> Mapping[int, str]:
    """Return the file names of the links that formulas name by number, `[1]!`; none where they can't be read."""
    url = document.getURL()
    if not url.startswith(_ON_DISK):
        return {}
    with suppress(Exception):  # whatever was opened that is no such package
        return _links(Path(uno.fileUrlToSystemPath(url)).read_bytes())
    return {}


def _names(document: Any) -> list[str]:
    sheets = document.getSheets()
    holders = (document, *(sheets.getByIndex(index) for index in range(sheets.getCount())))
    return [name for holder in holders for name in holder.getPropertyValue("NamedRanges").getElementNames()]


def _functions(document: Any) -> list[str]:
    libraries = document.getPropertyValue("BasicLibraries")
    found: list[str] = []
    for library in libraries.getElementNames() if libraries is not None else ():
        with suppress(Exception):  # one with a password tells nothing
            libraries.loadLibrary(library)
            modules = libraries.getByName(library)
            found += [word for name in modules.getElementNames() for word in _FUNCTION.findall(modules.getByName(name))]
    return found


def _links(data: bytes) -> Mapping[int, str]:
    from workbooks.package import Package

    package = Package.read(data)
    related = {each.id: each.part for each in package.relationships(package.workbook)}
    listing = package.book().root.child("externalReferences")
    found: dict[int, str] = {}
    for number, node in enumerate(listing.all("externalReference") if listing else (), 1):
        part = related.get(node.attribute("id"))
        targets = [each.target for each in package.relationships(part) if each.external] if part else []
        if targets:
            found[number] = PurePosixPath(unquote(targets[0]).replace("\\", "/")).name
    return found
