"""What of this project is shipped: its packages, its version and licence, and the pages of the help."""

import sys
import tomllib
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from addin.help import PAGES
from addin.help.build import pages
from addin.packing.parcel import Item, stored
from addin.packing.pinned import Fetched, fetched, table

ROOT = Path(__file__).parents[2]
PACKAGES = ("addin", "udfs", "workbooks")
_TOOLS = Path(__file__).with_name("tools.toml")


def project() -> dict[str, Any]:
    """Return the table `[project]` of pyproject.toml."""
    declared: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return declared


def packages(left_out: Iterable[str] = ()) -> Iterator[Item]:
    """Yield the files of our packages, by their paths from the root. left_out: patterns of such paths."""
    patterns = tuple(left_out)
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*")):
            name = path.relative_to(ROOT).as_posix()
            if path.is_file() and "__pycache__" not in path.parts and not any(fnmatchcase(name, p) for p in patterns):
                yield stored(name, path.read_bytes())


def metadata() -> Iterator[Item]:
    """Yield what tells Python our version and licence."""
    name, version = project()["name"], project()["version"]
    folder = f"{name}-{version}.dist-info"
    yield stored(f"{folder}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n".encode())
    yield stored(f"{folder}/licenses/LICENSE", licence())


def licence() -> bytes:
    """Return our licence."""
    return (ROOT / "LICENSE").read_bytes()


def help_pages(markdown: Path) -> Iterator[Item]:
    """Yield the pages that the button 帮助 opens, made by the library in this wheel."""
    sys.path.insert(0, str(markdown))
    for name, content in pages(ROOT / "docs").items():
        yield stored(f"{PAGES.relative_to(ROOT).as_posix()}/{name}", content)


def markdown_pin() -> Fetched:
    """Return which version of the library makes the help's pages."""
    return Fetched(**table(_TOOLS)["markdown"])


def markdown_wheel(cache: Path) -> Path:
    """Return the wheel of the library that makes the help's pages; Python can import from it as it is."""
    pin = markdown_pin()
    fetched((pin,), ("--only-binary", ":all:"), cache)
    return cache / pin.file
