"""The installer and the function server on a Windows Python under Wine: `make test-windows`, no part of `make test`.

One Windows is shared by all tests, and one installation: what a test takes away of it is put back from a copy, which is
quicker than to install again. The order of the tests doesn't matter.
"""

import json
import os
import shutil
import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

import build_addin
from tests.screen import screen
from tests.windows.wine import ICON, XLSTART, Said, Wine, windows_path

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
    """Return the Windows; where there is no Xvfb it has no screen, and the tests that look at one are skipped."""
    with ExitStack() as stack:
        display = stack.enter_context(screen()) if shutil.which("Xvfb") else None
        yield stack.enter_context(Wine(tmp_path_factory.mktemp("wine"), display))


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
    """Install for the first time, with the rights of an administrator, as all are under Wine; return what was said."""
    return install()


@pytest.fixture(scope="session")
def ready(
    wine: Wine, unzipped: Path, first_installation: Said, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[], Wine]:
    """Return what sees to it that the program is installed, as it was the first time."""
    files, copies = [wine.path(XLSTART), wine.path(ICON)], tmp_path_factory.mktemp("copies")
    assert (wine.program / "py").exists(), first_installation.text
    shutil.copytree(wine.program, copies / "program", copy_function=os.link)
    for file in files:
        shutil.copyfile(file, copies / file.name)

    def restored() -> Wine:
        if all(path.exists() for path in (wine.program / "py", *files)):
            return wine
        shutil.rmtree(wine.program, ignore_errors=True)
        shutil.copytree(copies / "program", wine.program, copy_function=os.link)
        for file in files:
            shutil.copyfile(copies / file.name, file)
        said = wine.python(unzipped, CLIENTS / "enter.py", version("dudao"))
        assert said.code == 0, said.text
        return wine

    return restored


@pytest.fixture
def installed(ready: Callable[[], Wine]) -> Wine:
    """Return the Windows with the program installed."""
    return ready()


def entered(wine: Wine, unzipped: Path, folder: Path) -> dict[str, list[str]]:
    """Return what is entered in the registry, and what is missing: see clients/entered.py. folder: for the answer."""
    said = wine.python(unzipped, CLIENTS / "entered.py", windows_path(folder / "entered.json"), version("dudao"))
    assert said.code == 0, said.text
    found: dict[str, list[str]] = json.loads((folder / "entered.json").read_text(encoding="utf-8"))
    return found


@contextmanager
def without_numpy(windows: Wine) -> Iterator[None]:
    """Take numpy aside, which stops Wine 8, and which openpyxl loads where it is."""
    libraries = windows.program / "py" / "Lib" / "site-packages"
    (libraries / "numpy").rename(libraries / "numpy.aside")
    try:
        yield
    finally:
        (libraries / "numpy.aside").rename(libraries / "numpy")


Ask = Callable[..., list[Any]]


def asking(wine: Wine, unzipped: Path, folder: Path) -> Ask:
    """Return what calls the function server by COM from another process: (module, function, *arguments) each."""

    def asked(*calls: tuple[Any, ...], client: str = "ask.py") -> list[Any]:
        questions, answers = folder / "questions.json", folder / "answers.json"
        questions.write_text(json.dumps(calls), encoding="utf-8")
        said = wine.python(unzipped, CLIENTS / client, windows_path(questions), windows_path(answers))
        assert said.code == 0, said.text
        answered: list[Any] = json.loads(answers.read_text(encoding="utf-8"))
        return answered

    return asked


@pytest.fixture
def ask(installed: Wine, unzipped: Path, tmp_path: Path) -> Ask:
    """Return what calls the installed program's function server."""
    return asking(installed, unzipped, tmp_path)
