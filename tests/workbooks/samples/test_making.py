"""The script that makes the samples gives the same bytes whenever it runs."""

from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pytest

from workbooks.samples import FOLDER, _told

pytest.importorskip("xlwt", reason="xlwt is needed to make the .xls sample: make test installs it")

from workbooks.samples.make.all import MAKERS, make_all


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("made")
    make_all(folder)
    yield folder


def parts(path: Path) -> object:
    """What a file is made of: a package's parts in order with their dates, any other file's bytes.

    Deflated bytes are left out: they are zlib's, which differs from one machine to another.
    """
    if not is_zipfile(path):
        return path.read_bytes()
    with ZipFile(path) as package:
        return [(entry.filename, entry.date_time, package.read(entry)) for entry in package.infolist()]


def committed_with_other_versions() -> str:
    told = _told("samples")["made_with"]
    other = [
        f"{name} {version(name)} (committed with {wanted})" for name, wanted in told.items() if version(name) != wanted
    ]
    return ", ".join(other)


@pytest.mark.parametrize("name", [*MAKERS, "planted.toml"])
def test_the_committed_file_is_what_the_script_makes(name: str, made: Path) -> None:
    if other := committed_with_other_versions():
        pytest.skip(f"another writer was used: {other}")
    assert parts(made / name) == parts(FOLDER / name)


def test_a_second_run_gives_the_same_bytes(made: Path, tmp_path: Path) -> None:
    for path in make_all(tmp_path):
        assert path.read_bytes() == (made / path.name).read_bytes(), path.name


def test_every_shipped_file_has_a_maker() -> None:
    assert {path.name for path in FOLDER.glob("*.xls*")} == set(MAKERS)
