"""Files of a package registry, pinned by version and sha256: fetched once by pip and kept in a cache."""

import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from addin.packing.parcel import Item, items


class NotPinned(ValueError):
    """A file is not the one that the table pins."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file of a package registry. requirement: name==version."""

    requirement: str
    file: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Libraries:
    """The libraries that something carries. left_out: patterns of paths in site-packages, never used at run time."""

    wheels: tuple[Fetched, ...]
    left_out: tuple[str, ...]

    def contents(self, wheel: bytes) -> Iterator[Item]:
        """Yield a wheel's files under their paths in site-packages; scripts and data are left out."""
        for item in items(wheel):
            name = item.name
            folder, _, rest = name.partition("/")
            if folder.endswith(".data"):
                scheme, _, name = rest.partition("/")
                if scheme not in ("purelib", "platlib"):
                    continue  # scripts, and the DLLs of xlwings that only its own add-in calls
            if not any(fnmatchcase(name, pattern) for pattern in self.left_out):
                yield item.named(name)


def table(path: Path) -> Mapping[str, Any]:
    """Return a table of pins, TOML."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def libraries(pins: Mapping[str, Any]) -> Libraries:
    """Return the libraries that a table lists: `[[wheel]]` and `[left_out] patterns`."""
    wheels = (Fetched(f"{one['name']}=={one['version']}", one["file"], one["sha256"]) for one in pins["wheel"])
    return Libraries(tuple(wheels), tuple(pins["left_out"]["patterns"]))


def fetched(wanted: Sequence[Fetched], options: Sequence[str], cache: Path) -> list[bytes]:
    """Return the files, from the cache where they are there, else by pip from its usual registry.

    options: pip's, as to which system's files are wanted. Raises NotPinned, and CalledProcessError where pip can't.
    """
    cache.mkdir(parents=True, exist_ok=True)
    absent = [one for one in wanted if not _is_pinned(cache / one.file, one.sha256)]
    if absent:
        with TemporaryDirectory() as folder:
            listed = Path(folder, "requirements.txt")
            listed.write_text("".join(f"{one.requirement} --hash=sha256:{one.sha256}\n" for one in absent))
            command = (sys.executable, "-m", "pip", "--disable-pip-version-check", "download", "--quiet", "--no-deps")
            subprocess.run([*command, *options, "--require-hashes", "-d", str(cache), "-r", str(listed)], check=True)
    for one in wanted:
        if not _is_pinned(cache / one.file, one.sha256):
            raise NotPinned(f"{one.file} is not the pinned one")
    return [(cache / one.file).read_bytes() for one in wanted]


def _is_pinned(path: Path, digest: str) -> bool:
    return path.exists() and sha256(path.read_bytes()).hexdigest() == digest
