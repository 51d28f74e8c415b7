"""The installer and the function server on a Windows Python under Wine: `make test-windows`, no part of `make test`.

One Windows is shared by all tests. Each needs the program installed, or installs it; the order doesn't matter.
"""

import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import build_addin
from tests.windows.wine import Said, Wine, windows_path

CLIENTS = Path(__file__).with_name("clients")
DOWNLOADS = "C:\\下 载\\安装包 (1)"  # what a clerk unzips to


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave these tests out of a run that doesn't name them."""
    named = any(Path(argument.split("::")[0]).resolve().is_relative_to(CLIENTS.parent) for argument in config.args)
    return None if named else True


@pytest.fixture(scope="session")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return dudao-windows.zip, built now."""
    folder = tmp_path_factory.mktemp("dist")
    build_addin.main(["--out", str(folder)])
    return folder / "dudao-windows.zip"


@pytest.fixture(scope="session")
def wine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Wine]:
    with Wine(tmp_path_factory.mktemp("wine")) as started:
        yield started


@pytest.fixture(scope="session")
def unzipped(wine: Wine, bundle: Path) -> Path:
    """Return the unzipped bundle, in a folder whose name has Chinese, blanks and brackets."""
    folder = wine.path(DOWNLOADS)
    with zipfile.ZipFile(bundle) as archive:
        archive.extractall(folder)
    return folder / "dudao"


@pytest.fixture(scope="session")
def install(wine: Wine, unzipped: Path) -> Callable[[], Said]:
    """Return what runs install.cmd, as a clerk who double-clicks it."""
    return lambda: wine.batch(unzipped / "install.cmd")


@pytest.fixture(scope="session")
def first_installation(install: Callable[[], Said]) -> Said:
    """Install for the first time, return what was said. Wine 8 doesn't see classes of the user yet."""
    return install()


@pytest.fixture
def installed(wine: Wine, install: Callable[[], Said], first_installation: Said, unzipped: Path) -> Wine:
    """Return the Windows with the program installed and, as Wine 8 wants it, its classes known to the machine."""
    if not (wine.program / "py").exists():
        install()
    merged = wine.python(unzipped, CLIENTS / "merge_classes.py")
    assert merged.code == 0, first_installation.text + merged.text
    return wine


Ask = Callable[..., list[Any]]


@pytest.fixture
def ask(installed: Wine, unzipped: Path, tmp_path: Path) -> Ask:
    """Return what calls the function server by COM from another process: (module, function, *arguments) each."""

    def asked(*calls: tuple[Any, ...], client: str = "ask.py") -> list[Any]:
        questions, answers = tmp_path / "questions.json", tmp_path / "answers.json"
        questions.write_text(json.dumps(calls), encoding="utf-8")
        said = installed.python(unzipped, CLIENTS / client, windows_path(questions), windows_path(answers))
        assert said.code == 0, said.text
        answered: list[Any] = json.loads(answers.read_text(encoding="utf-8"))
        return answered

    return asked
